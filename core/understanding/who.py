"""Which account, contact and opportunity a sentence speaks of; two that fit are asked for, none is guessed."""

from dataclasses import replace

from core.understanding import nicknames
from core.understanding.account_named import find_account
from core.understanding.contact_named import find_contact
from core.understanding.deeds import Deeds
from core.understanding.first_names_es import FIRST_NAMES
from core.understanding.heads import unknown_run
from core.understanding.languages import is_english
from core.understanding.lexicon import GLUE, NO_SLIPS
from core.understanding.meaning import Ask
from core.understanding.mentions import Mention
from core.understanding.names import TRADE_WORDS
from core.understanding.new_names import (
    firm_of_a_namesake,
    introduced_name,
    introduction_before,
    is_whole,
    overlap,
    unknown_name,
)
from core.understanding.opportunity_named import find_opportunity
from core.understanding.own_times import zone_end
from core.understanding.reading import Reading
from core.understanding.stages import asks_for_a_move
from core.understanding.talk_en import FIRST_NAMES as MORE_FIRST_NAMES
from core.understanding.text import Span, indexes, word_set
from core.understanding.titles import TitleWords
from core.understanding.whom import Who


def find_who(reading: Reading, deeds: Deeds) -> Who:
    """Accounts first, then whom at them; a contact or a title decides between accounts that share a name."""
    introduced = introduced_name(reading)
    if introduced and reading.strangers:
        introduced = reading.strangers[0]  # "contacto nuevo: Iván Ruz, *Talleres Ruz*"
    is_known = any(
        (one.is_whole_account or (one.accounts and not one.is_weak))
        and not _is_but_in(one, introduced)
        and not (introduced and one.span[0] in introduction_before(introduced, reading))
        for one in reading.mentions
    )
    if introduced and (deeds.main or deeds.is_told) and not is_known:
        return Who(new_account=introduced, asks=(Ask.ACCOUNT,))
    unknown = _firm_of(_if_a_name(unknown_name(reading, deeds), reading), reading) or _stranger(reading)
    unknown = unknown or firm_of_a_namesake(reading)
    if unknown and reading.strangers and _is_titled(unknown, reading) and not overlap(unknown, reading.strangers[0]):
        unknown = reading.strangers[0]  # "at Torbay Hospital, *Mrs Susan Ridd*"
    if (
        unknown
        and _is_a_first_name(unknown, reading)
        and any(one.accounts and not one.is_weak for one in reading.mentions)
    ):
        unknown = None  # "llamar a Sandra, la nueva de Talleres Quintanar"
    is_small = unknown is not None and not reading.sentence.is_capitalised(unknown[0])
    if unknown and (deeds.main is None or is_small) and (firm := _stranger(reading)):
        unknown = firm  # "at the ploughing with Gerry of *Tobin Agri*"
    if unknown and _is_somebody_there(unknown, reading):
        unknown = None
    mentions = [
        one
        for one in reading.mentions
        if not (unknown and (overlap(one.span, unknown) or _is_a_namesake(one, unknown)))
        and not _is_part_of_a_title(one, reading)
    ]
    inside = _told_first([one for one in mentions if _is_in_zone(one.span, reading, deeds)], reading, deeds)
    if deeds.is_told and unknown is None and not any(not one.is_weak for one in inside):
        inside = [one for one in mentions if not deeds.follow_up or one.span[0] < deeds.follow_up.clause.span[0]]
    is_move = deeds.main is None and bool(reading.moves)
    is_plan = deeds.main is not None and not deeds.main.is_done
    titled = [
        one
        for one in reading.titles
        if is_move
        or (
            not one.is_part and _is_in_zone(one.span, reading, deeds) and (is_plan or not _is_talk(one, reading, deeds))
        )
    ]
    if has_two_moves(reading):
        return _two_moves(reading)
    is_told = any(not one.is_weak for one in inside) or not unknown
    who = find_account(inside, mentions, titled, reading, deeds) if is_told else Who()
    if who.account is None and not who.asks:
        who = replace(who, new_account=unknown, asks=(Ask.ACCOUNT,))
    who = find_contact(who, inside, mentions, reading)
    return find_opportunity(who, reading, is_move=bool(reading.moves) or asks_for_a_move(reading.sentence))


def _is_titled(unknown: Span, reading: Reading) -> bool:
    """Whether it is somebody by the title: "Mrs Ridd", no firm."""
    first = unknown[0]
    return bool(_TITLES.intersection((reading.sentence.key(first), reading.sentence.key(first - 1))))


_TITLES = word_set("mr mrs ms miss dr prof sir lady sr sra don dona")


def _is_a_first_name(unknown: Span, reading: Reading) -> bool:
    """Whether the unknown name is but a person's first one."""
    return unknown[1] - unknown[0] == 1 and reading.sentence.key(unknown[0]) in FIRST_NAMES


def _is_but_in(one: Mention, introduced: Span | None) -> bool:
    """Whether a known name is but the beginning or the middle of the new one: "se llama el *rincón* de Marta"."""
    return introduced is not None and overlap(one.span, introduced) and one.span[1] < introduced[1]


def _if_a_name(unknown: Span | None, reading: Reading) -> Span | None:
    """The words unless they are everyday ones without a capital: "vacaciones del 1", "mi mujer", "un tal"."""
    if unknown is None or _is_but_a_first_name(unknown, reading):
        return None
    if reading.sentence.is_capitalised(unknown[0]):
        return unknown
    first = reading.sentence.key(unknown[0])
    is_name = first not in NO_SLIPS or first in TRADE_WORDS | FIRST_NAMES
    return unknown if is_name else None


def _is_somebody_there(unknown: Span, reading: Reading) -> bool:
    """Whether the words hold a part of a firm's name and somebody who is there: "wolvo *breakers wayne*"."""
    inside = [
        one
        for one in reading.mentions
        if overlap(one.span, unknown) and not reading.sentence.is_capitalised(one.span[0])
    ]
    homes = {home for one in inside for home in reading.world.homes(one.contacts)}
    return any(one.accounts & homes for one in inside if not one.contacts)


def _is_but_a_first_name(unknown: Span, reading: Reading) -> bool:
    """Whether English names somebody who is not known, and no firm: "rang *Deborah*, wants a price"."""
    key = reading.sentence.key(unknown[0])
    is_name = key in nicknames.FIRST_NAMES | MORE_FIRST_NAMES
    return unknown[1] - unknown[0] == 1 and is_name and is_english(reading.sentence)


def _firm_of(unknown: Span | None, reading: Reading) -> Span | None:
    """The firm where an unknown person was said to be: "Bruno Paredes, de *Envases Norte*"."""
    inside = next((one for one in reading.strangers if unknown and overlap(unknown, one)), None)
    if unknown is None or inside:
        is_person = inside and reading.sentence.key((unknown or inside)[0]) in FIRST_NAMES | nicknames.FIRST_NAMES
        return inside if is_person else unknown
    sentence = reading.sentence
    is_person = any(key in FIRST_NAMES for key in sentence.keys[slice(*unknown)][:2])
    after = unknown[1] + 1 if sentence.key(unknown[1]) == "," else unknown[1]
    if not is_person or sentence.key(after) not in {"de", "del"}:
        return unknown
    stranger = next((one for one in reading.strangers if one[0] == after + 1), None)
    return stranger or unknown_run(after + 1, len(sentence.tokens), indexes(reading.times), reading) or unknown


def _stranger(reading: Reading) -> Span | None:
    """The unknown firm that is named, where nobody known is; beside one written large a small word names nobody."""
    if not reading.strangers:
        return None
    first, end = reading.strangers[0]
    is_large = reading.sentence.is_capitalised(first)
    piece = reading.segment_of(first)[1]
    is_alone = all(
        one.is_weak
        or (is_large and _is_but_a_word(one) and not one.contacts)
        or (_is_but_a_word(one) and one.span[0] >= max(piece, end))
        for one in reading.mentions
    )
    return reading.strangers[0] if is_alone else None


def _is_but_a_word(one: Mention) -> bool:
    """Whether it is one word in small letters of a longer name: "muestras *bordadas*", "están *casados* con ellos"."""
    is_small = not one.is_capitalised and one.span[1] - one.span[0] == 1
    return is_small and not is_whole(one)


def _is_a_namesake(mention: Mention, firm: Span) -> bool:
    """Whether a first name stands right before the unknown firm that it is of: nobody whom we know."""
    return not is_whole(mention) and mention.span[1] == firm[0] - 1


def _is_part_of_a_title(mention: Mention, reading: Reading) -> bool:
    """Whether the word belongs to a longer title: the equipment of `street cleaning equipment`."""
    led = reading.sentence.keys[max(0, mention.span[0] - 2) : mention.span[0]]
    if led[-1:] == ["en"] or (led[:1] == ["en"] and led[1:] and led[1] in {"el", "la", "los", "las"}):
        return False  # "instalado el TPV *en La Espiga*", where the title has the firm's name
    return not is_whole(mention) and any(
        title.span[0] <= mention.span[0] and mention.span[1] <= title.span[1] and title.span != mention.span
        for title in reading.titles
    )


def _told_first(mentions: list[Mention], reading: Reading, deeds: Deeds) -> list[Mention]:
    """The names that stand with the deed's own words before those that stand anywhere else in its clause."""
    if deeds.main is None:
        return mentions
    first, end = deeds.main.trigger.span[1], zone_end(deeds.main.trigger, deeds.main.clause, reading)
    return sorted(mentions, key=lambda one: not first <= one.span[0] < max(end, first + 1))


def has_two_moves(reading: Reading) -> bool:
    """Whether the sentence tells moves to different stages."""
    return len({move.key for move in reading.moves}) > 1


def _two_moves(reading: Reading) -> Who:
    """Nobody is chosen where two moves were told: what was named is offered."""
    ids = {one for title in reading.titles for one in title.opportunities}
    named = {one for mention in reading.mentions for one in mention.accounts}
    open_ones = [one for account in named for one in reading.world.open_opportunities_of(account)]
    offered = {one.id: one for one in (*reading.world.opportunities(ids), *open_ones)}
    return Who(asks=(Ask.OPPORTUNITY,), opportunities=tuple(offered.values()))


def _is_in_zone(span: Span, reading: Reading, deeds: Deeds) -> bool:
    """Whether a name stands where the deed or the move is told, or heads the sentence, rather than in talk."""
    clause = next(one for one in deeds.clauses if one.holds(span[0]))
    main = deeds.main.clause if deeds.main else None
    if clause is main or clause is deeds.clauses[0]:
        return True
    if reading.stage and overlap(clause.span, reading.stage.span):
        return True
    if deeds.follow_up and clause is deeds.follow_up.clause:
        return main is None or not any(main.holds(one.span[0]) for one in reading.mentions)
    rest = [reading.sentence.key(index) for index in range(*clause.span) if not span[0] <= index < span[1]]
    return all(key in GLUE for key in rest)


def _is_talk(title: TitleWords, reading: Reading, deeds: Deeds) -> bool:
    """Whether a title comes after the deed's own words: what they want, dictated without a comma."""
    main = deeds.main
    if main is None or not main.clause.holds(title.span[0]):
        return False
    return title.span[0] >= max(zone_end(main.trigger, main.clause, reading), main.trigger.span[1])
