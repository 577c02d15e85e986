"""A new opportunity told in words: "nueva oportunidad con Acme: diez bombas, 12.000 €"."""

from dataclasses import dataclass
from datetime import datetime

from core.understanding.amounts import Money
from core.understanding.deeds import find_deeds
from core.understanding.note import words_at
from core.understanding.others.openings import end_of_opening
from core.understanding.reading import Reading, read
from core.understanding.text import Span, indexes, word_set
from core.understanding.who import find_who
from core.understanding.whom import Who
from core.understanding.world import Account, Contact, World

_LONGEST_TITLE = 200
_WITH = word_set("con para en de a with for at from")
_INSIDE_NAMES = word_set("de del la las los el y e & and of the")


@dataclass(frozen=True, slots=True)
class NewOpportunity:
    """What was told of it; `title` is empty where nothing was, `accounts` are those between which nobody can guess."""

    title: str
    account: Account | None = None
    new_account: str | None = None
    accounts: tuple[Account, ...] = ()
    contact: Contact | None = None
    amount: Money | None = None


def opportunity_told(text: str, world: World, now: datetime, lang: str) -> NewOpportunity | None:
    """The opportunity that `text` asks to be made; None where it asks for none."""
    reading = read(text, world, now, lang)
    opening = end_of_opening(reading.sentence)
    if opening is None:
        return None
    who = find_who(reading, find_deeds(reading))
    stranger = _stranger(reading, opening)
    if stranger:
        who = Who(new_account=stranger)
    return NewOpportunity(
        title=_title(reading, who, opening),
        account=who.account,
        new_account=reading.sentence.words(who.new_account) if who.new_account else None,
        accounts=who.accounts,
        contact=who.contact,
        amount=_amount(reading),
    )


def sale_described(text: str, world: World, now: datetime, lang: str) -> tuple[str, Money | None]:
    """What an answer to "what do they want?" says: a title, empty where it is an amount alone, and the amount."""
    reading = read(text, world, now, lang)
    kept = set(range(len(reading.sentence.tokens))) - indexes(reading.amounts[:1])
    return words_at(sorted(kept), reading)[:_LONGEST_TITLE], _amount(reading)


def _stranger(reading: Reading, opening: int) -> Span | None:
    """The name said first, where it is nobody's that is known: "con Fríos Perico" is no Pedro of another firm."""
    sentence = reading.sentence
    if sentence.key(opening) not in _WITH:
        return None
    first = end = opening + 1
    while sentence.is_capitalised(end) or (sentence.key(end) in _INSIDE_NAMES and sentence.is_capitalised(end + 1)):
        end += 1
    name = set(range(first, end))
    is_known = any(name <= set(range(*mention.span)) for mention in reading.mentions)
    return (first, end) if name and not is_known else _longer_name(reading, first)


def _longer_name(reading: Reading, first: int) -> Span | None:
    """The name before the colon of which a known one is but the beginning: "con colegio san lorenzo: 5 hornos"."""
    sentence = reading.sentence
    end = next((index for index in range(first, len(sentence.tokens)) if sentence.key(index) == ":"), first)
    known = next((one for one in reading.mentions if one.span[0] == first), None)
    if known is None or known.is_whole_account or known.is_whole_contact or known.span[1] >= end:
        return None
    named = indexes(reading.mentions)
    is_longer = any(index not in named and sentence.key(index) not in _INSIDE_NAMES for index in range(first, end))
    return (first, end) if is_longer else None


def _title(reading: Reading, who: Who, opening: int) -> str:
    """The words after the opening that no field holds."""
    held = indexes(reading.amounts[:1]) | set(range(*who.new_account or (0, 0)))
    accounts = {one.id for one in (who.account, *who.accounts) if one}
    contacts = {who.contact.id} if who.contact else set()
    for mention in reading.mentions:
        if accounts.intersection(mention.accounts) or contacts.intersection(mention.contacts):
            held.update(range(*mention.span))
    kept = set(range(opening, len(reading.sentence.tokens))) - held
    return words_at(sorted(kept), reading)[:_LONGEST_TITLE]


def _amount(reading: Reading) -> Money | None:
    return reading.amounts[0].money if reading.amounts else None
