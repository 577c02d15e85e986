"""The last look at what was understood: what contradicts itself is left out, or asked for, and never guessed."""

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from core.understanding.any_day_es import is_any_such_day
from core.understanding.calendar_es import MONTHS
from core.understanding.clause_deeds import Deed
from core.understanding.dates import When, WhenWords, resolve
from core.understanding.deeds import Deeds
from core.understanding.kinds import Role
from core.understanding.meaning import Ask, Intent, Understanding
from core.understanding.mentions import Mention
from core.understanding.reading import Reading
from core.understanding.text import word_set

_ORDER = tuple(Ask)
_AND = word_set("and y e &")
_OR = word_set("or o u either")
_TO = word_set("to al a till until hasta para")


def doubted(meant: Understanding, reading: Reading, deeds: Deeds) -> Understanding:
    """The meaning without what cannot be so.

    A log lies behind, a plan and a follow-up ahead; of two days joined by "or" neither is told; nothing moves where
    there is nothing to be moved.
    """
    meant = _of_one_round(_of_one_person(meant, reading), reading)
    meant = _with_its_time(meant, reading, deeds)
    meant = _with_its_follow_up(meant, reading, deeds)
    return _with_something_to_move(meant, reading)


def _of_one_person(meant: Understanding, reading: Reading) -> Understanding:
    """Asked where it was one "or" the other ("Ana Ros or Eva Ros, I forget which"), or two firms at once."""
    if meant.account is None:
        return meant
    for first, second in pairwise(reading.mentions):
        between = reading.sentence.keys[first.span[1] : second.span[0]]
        is_both = bool(_AND.intersection(between)) and bool(first.accounts and second.accounts)
        is_one = bool(_OR.intersection(between))
        if len(between) > 1 or not (is_one or is_both) or first.is_weak or second.is_weak:
            continue
        accounts = first.accounts | second.accounts | reading.world.homes(first.contacts | second.contacts)
        if meant.account.id not in accounts or len(accounts) < _SEVERAL:
            continue
        return _asking(
            replace(
                meant,
                account=None,
                contact=None,
                opportunity=None,
                account_candidates=tuple(reading.world.accounts(accounts)),
                contact_candidates=tuple(reading.world.contacts(first.contacts | second.contacts)),
            ),
            Ask.CONTACT if is_one and first.contacts and second.contacts else Ask.ACCOUNT,
        )
    return meant


def _of_one_round(meant: Understanding, reading: Reading) -> Understanding:
    """Asked where a round is told: "*primero* en Vega con Ana y *luego* en Titán", "a las 9 en Vega, a las 11 en …"."""
    keys = reading.sentence.keys
    named = [one for one in reading.mentions if one.accounts and not one.is_weak]
    if meant.intent is Intent.PLAN and meant.account and _are_many(named):
        start = When(meant.start.day) if meant.start else None
        return _asking(replace(meant, account=None, contact=None, opportunity=None, start=start), Ask.ACCOUNT)
    hours = [one.span for one in reading.times if one.has_hour]
    for first, second in pairwise(named):
        between = range(first.span[1], second.span[0])
        is_then = "primero" in keys[: first.span[0]] and any(keys[index] in _THEN for index in between)
        is_timed = len(hours) > 1 and any(start in between and end >= second.span[0] - _NEAR for start, end in hours)
        is_first_timed = any(-_NEAR <= first.span[0] - end <= _NEAR for _, end in hours)
        if meant.account and (is_then or (is_timed and is_first_timed)) and not first.accounts & second.accounts:
            both = tuple(reading.world.accounts(first.accounts | second.accounts))
            start = When(meant.start.day) if meant.start and is_timed else meant.start
            meant = replace(meant, account=None, contact=None, opportunity=None, account_candidates=both, start=start)
            return _asking(meant, Ask.ACCOUNT)
    return meant


def _are_many(named: list[Mention]) -> bool:
    """Whether three firms and more are named, each another: "mañana: Forno 9h, Moure 10:30, Lourido 12"."""
    return len(named) >= _MANY and all(not one.accounts & other.accounts for one, other in pairwise(named))


_MANY = 3
_NEAR = 3
_THEN = word_set("luego despues segundo")
_SEVERAL = 2


def _with_its_time(meant: Understanding, reading: Reading, deeds: Deeds) -> Understanding:
    today = reading.now.date()
    if meant.intent is Intent.LOG and meant.start and meant.start.day > today:
        return replace(meant, start=None)
    if meant.intent is not Intent.PLAN or meant.start is None:
        return meant
    start = _the_one_day(meant.start, deeds.main, reading)
    if deeds.main and _is_of_no_day(deeds.main, reading):
        start = None
    if start is None or start.day < today:
        return _asking(replace(meant, start=None), Ask.TIME)
    return replace(meant, start=start)


def _with_its_follow_up(meant: Understanding, reading: Reading, deeds: Deeds) -> Understanding:
    if meant.next is None or meant.next.start is None:
        return meant
    if deeds.follow_up and _is_of_no_day(deeds.follow_up, reading):
        return replace(meant, next=None)
    start = _the_one_day(meant.next.start, deeds.follow_up, reading)
    if start and start.day < reading.now.date():
        start = None
    return replace(meant, next=replace(meant.next, start=start))


def _is_of_no_day(deed: Deed, reading: Reading) -> bool:
    """Whether its day is a habit, any such day, or but the month in which they would like it."""
    keys = [key for time in deed.times for key in reading.sentence.keys[slice(*time.span)]]
    is_some_month = bool(MONTHS.keys() & set(keys)) and not any(key[0].isdigit() for key in keys)
    led = reading.sentence.keys[max(0, deed.trigger.span[0] - 1) : deed.trigger.span[1]]
    is_wish = (
        deed.trigger.role is Role.ASKED
        and bool(_THEY_LIKE.intersection(led))
        and is_some_month
        and not any(one.has_hour for one in deed.times)
    )
    return is_wish or any(is_any_such_day(one, reading.sentence) for one in deed.times)


_THEY_LIKE = word_set("quiere quieren queria querian querria querrian prefiere prefieren")


def _with_something_to_move(meant: Understanding, reading: Reading) -> Understanding:
    """A talk with somebody who has no opportunity open moves none, whatever was said in it."""
    if meant.intent is not Intent.LOG or meant.stage is None or meant.account is None or meant.opportunity:
        return meant
    if reading.world.open_opportunities_of(meant.account.id) or any(one.is_asked for one in reading.moves):
        return meant
    kept = tuple(ask for ask in meant.asks if ask not in {Ask.OPPORTUNITY, Ask.REASON, Ask.STAGE})
    return replace(meant, stage=None, reason=None, asks=kept)


def _the_one_day(start: When, deed: Deed | None, reading: Reading) -> When | None:
    """The deed's day; the later of "from the 2nd to the 9th"; None where it is one "or" the other."""
    if deed is None:
        return start
    apart = [one for one in deed.times if not deed.clause.holds(one.span[0])]
    pieces = [reading.segment_of(one.span[0]) for one in apart]
    days = [
        one
        for one in reading.times
        if (deed.clause.holds(one.span[0]) or any(first <= one.span[0] < end for first, end in pieces))
        and one.atom.day is not None
    ]
    for first, second in pairwise(days):
        between = reading.sentence.keys[first.span[1] : second.span[0]] + reading.sentence.keys[slice(*second.span)][:1]
        if not _are_different(first, second, reading.now) or len(between) > _FEW:
            continue
        if _OR.intersection(between):
            return None
        if reading.sentence.key(first.span[0] - 1) in _FROM or reading.sentence.key(first.span[0]) in _FROM:
            return resolve(second, reading.now, is_future=True) if _TO.intersection(between) else start
    return start


_FEW = 3
_FROM = word_set("from del desde de")


def _are_different(first: WhenWords, second: WhenWords, now: datetime) -> bool:
    days = [resolve(one, now, is_future=True) for one in (first, second)]
    return bool(days[0] and days[1]) and days[0].day != days[1].day  # type: ignore[union-attr]


def _asking(meant: Understanding, ask: Ask) -> Understanding:
    asks = {*meant.asks, ask}
    return replace(meant, asks=tuple(one for one in _ORDER if one in asks))
