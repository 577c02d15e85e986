"""Which opportunity of the account is meant: by its title, its amount, or as the only one that a move may be of."""

import re
from dataclasses import replace
from decimal import Decimal

from core.understanding.kinds import Role
from core.understanding.languages import is_english
from core.understanding.meaning import Ask
from core.understanding.mentions import Mention
from core.understanding.numbers import DIGITS, digits_value
from core.understanding.reading import Reading
from core.understanding.text import indexes
from core.understanding.titles import LEAST, opportunities_named
from core.understanding.whom import Who
from core.understanding.world import Opportunity


def find_opportunity(who: Who, reading: Reading, *, is_move: bool) -> Who:
    """The opportunity that is called by its title or amount; a move takes the account's only open one."""
    if who.account is None:
        return who
    candidates = reading.world.open_opportunities_of(who.account.id)
    account_words = indexes(one for one in reading.mentions if who.account.id in one.accounts)
    account_words |= indexes(one for one in reading.mentions if _is_of_somebody_there(one, who, reading))
    account_words |= {one.span[0] for one in reading.triggers if one.role is Role.DONE and not one.is_noun}
    named = opportunities_named(reading.sentence, candidates, reading.world, account_words, LEAST)
    named = named or _told_in_several_words(candidates, account_words, reading)
    if reading.stage and (told := _told_in_the_move(reading, candidates, account_words)):
        return replace(who, opportunity=told)
    if len(named) == 1:
        return replace(who, opportunity=named[0])
    remaining = named or ([] if _names_another(candidates, reading) else candidates)
    said: set[Decimal | None] = {amount.money.value for amount in reading.amounts}
    if is_move:
        said |= {digits_value(key) for key in reading.sentence.keys if re.fullmatch(DIGITS, key)}
    by_amount = [one for one in remaining if one.amount in said]
    if not is_move:
        is_it = len(by_amount) == 1 and not is_english(reading.sentence)
        return replace(who, opportunity=by_amount[0]) if is_it else who
    if len(by_amount) == 1 or len(remaining) == 1:
        return replace(who, opportunity=(by_amount if len(by_amount) == 1 else remaining)[0])
    return replace(who, opportunities=tuple(remaining or candidates), asks=(*who.asks, Ask.OPPORTUNITY))


def _is_of_somebody_there(one: Mention, who: Who, reading: Reading) -> bool:
    """Whether it is somebody's whole name: the surname tells no title in which the firm has it ("Ana *Lozano*")."""
    homes = reading.world.homes(one.contacts)
    return one.span[1] - one.span[0] > 1 and who.account is not None and who.account.id in homes


def _told_in_the_move(reading: Reading, candidates: list[Opportunity], known: set[int]) -> Opportunity | None:
    """The one opportunity that is called in the piece that tells the move: "*phase 2 signed*, insulation is open"."""
    first, end = reading.segment_of(reading.stage.span[0]) if reading.stage else (0, 0)
    elsewhere = known | set(range(first)) | set(range(end, len(reading.sentence.tokens)))
    named = opportunities_named(reading.sentence, candidates, reading.world, elsewhere, LEAST)
    return named[0] if len(named) == 1 else None


def _told_in_several_words(candidates: list[Opportunity], known: set[int], reading: Reading) -> list[Opportunity]:
    """The one that is called by two words of its title, though neither alone tells: "el *contrato de café*"."""
    titles = [one for one in reading.titles if not (one.is_part or known.intersection(range(*one.span)))]
    told = {one for title in titles for one in title.opportunities}
    found = [one for one in candidates if one.id in told]
    return found if len(found) == 1 else []


def _names_another(open_ones: list[Opportunity], reading: Reading) -> bool:
    """Whether the sentence calls an opportunity by its title that is none of these: a closed or somebody else's one."""
    told = {one for title in reading.titles if not title.is_part for one in title.opportunities}
    return any(one not in open_ones for one in reading.world.opportunities(told))
