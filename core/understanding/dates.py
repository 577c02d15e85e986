"""When something was or will be: days and hours put together, and turned into a local date or minute.

A weekday is the next strictly after today for what is to come, the last strictly before for what was; a day part
without an hour becomes a usual hour within it; without both, a date only – never an invented hour.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import reduce

from core.understanding import dates_en, dates_es, days
from core.understanding.atoms import Atom, Row
from core.understanding.clock import Part
from core.understanding.mending import mended
from core.understanding.text import Sentence, Span, tokenise, word_set

_GLUE = word_set(
    """
    , : a at por la las de del en el on sobre in the hacia around about para by for eso dia y - ( ) h to @
    """
)
_LEADING = word_set(
    """
    para por a en el este esta on by at in for sobre hacia about around desde before until from antes del al
    """
)
_WIDEST_GAP = 3


@dataclass(frozen=True, slots=True)
class When:
    """A local date, with a time of day where one was said."""

    day: date
    at: time | None = None

    def iso(self) -> str:
        """`2026-03-19` or `2026-03-19T10:00`."""
        return self.moment_text() if self.at else self.day.isoformat()

    def moment_text(self) -> str:
        return datetime.combine(self.day, self.at or time()).isoformat(timespec="minutes")


@dataclass(frozen=True, slots=True)
class WhenWords:
    """An expression of time and where it stands."""

    span: Span
    atom: Atom
    is_anchored: bool = False
    """Told by the day before it: "the day after"."""

    @property
    def has_hour(self) -> bool:
        """Whether an hour or a distance from now was said, not a day or a part of it alone."""
        return self.atom.clock is not None or self.atom.delta is not None

    @property
    def is_future(self) -> bool | None:
        """True or False where the words alone tell; None for `today`, a weekday, an hour."""
        if self.atom.delta is not None:
            return self.atom.delta > timedelta()
        return self.atom.day.is_future if self.atom.day else None


def merged(first: WhenWords, other: WhenWords) -> WhenWords:
    """A day and an hour that stand apart, as one time; where the first of them stands."""
    return WhenWords(first.span, _merge(first.atom, other.atom))


def merged_all(times: list[WhenWords]) -> WhenWords:
    """All of them as one time."""
    return reduce(merged, times)


def parse_when(text: str, now: datetime, lang: str = "es", *, is_future: bool = True) -> When | None:
    """The first moment that `text` names, seen from `now` (aware, in the person's time zone); None if it names none."""
    found = find_times(tokenise(text.strip(), mended), lang)
    return resolve(found[0], now, is_future=is_future) if found else None


def resolve(words: WhenWords, now: datetime, *, is_future: bool) -> When | None:
    """The local date or minute that `words` mean, looking forward or back from `now`."""
    atom = words.atom
    if atom.delta is not None:
        later = (now.astimezone(UTC) + atom.delta).astimezone(now.tzinfo)
        return When(later.date(), later.time().replace(second=0, microsecond=0, fold=0))
    direction = words.is_future if words.is_future is not None else is_future
    hour = time_of(atom)
    if atom.clock and hour is None:
        return None
    day = atom.day.rule(now.date(), direction) if atom.day else _day_for(hour, now, is_future=direction)
    if day is None:
        return None
    if hour is None:
        return When(day)
    if not atom.clock and day == now.date():
        hour = _usual_hour_today(hour, now, is_future=direction)
    return _that_exists(When(day, hour), now)


def minutes_of(words: WhenWords) -> int | None:
    """How long a range of hours lasts: `de 10 a 11:30` is 90."""
    atom = words.atom
    start = time_of(atom)
    end = atom.until.at(atom.part) if atom.until else None
    if start is None or end is None:
        return None
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    return minutes if minutes > 0 else None


def is_over(words: WhenWords, now: datetime) -> bool:
    """Whether the time said is past: by its own words, or an hour of today that is over."""
    hour = time_of(words.atom)
    is_today = words.atom.day is None or words.atom.day.rule(now.date(), True) == now.date()
    return words.is_future is False or (is_today and hour is not None and hour <= now.time())


def find_times(sentence: Sentence, lang: str = "es") -> list[WhenWords]:
    """Every expression of time in the sentence, in its order; both languages are read, `lang` first."""
    rows = dates_en.ROWS + dates_es.ROWS if lang.startswith("en") else dates_es.ROWS + dates_en.ROWS
    atoms = sorted(_atoms(sentence, rows), key=lambda found: found[0])
    found = [words for group in _groups(sentence, atoms) if (words := _put_together(sentence, group))]
    found = [_at_breakfast(words, sentence) for words in found]
    return [_stressed(_as_past(words, sentence), sentence) for words in _anchored(_refined(sentence, found))]


def _at_breakfast(words: WhenWords, sentence: Sentence) -> WhenWords:
    """The hour of a breakfast in the morning: "mañana 7:30 desayuno con Ana"."""
    is_bare = words.atom.clock is not None and words.atom.part is None
    is_early = is_bare and re.search(r"\b(?:desayun\w*|breakfast)\b", sentence.plain)
    return replace(words, atom=replace(words.atom, part=Part.MORNING)) if is_early else words


def _stressed(words: WhenWords, sentence: Sentence) -> WhenWords:
    """With what only stresses it: "mañana *sin falta*", "Friday *at the latest*"."""
    match = (
        _STRESS.match(sentence.plain, sentence.place(words.span[1])) if words.span[1] < len(sentence.tokens) else None
    )
    return replace(words, span=(words.span[0], sentence.span(match)[1])) if match else words


_STRESS = re.compile(
    r"(?:sin falta|como muy tarde|como tarde|a mas tardar|at the (?:very )?latest|without fail|for sure)(?!\S)"
)


def _refined(sentence: Sentence, found: list[WhenWords]) -> list[WhenWords]:
    """A week or a month and the day of it that follows, as one time: "in the new year on the 12th"."""
    kept: list[WhenWords] = []
    for words in found:
        day, before = words.atom.day, kept[-1] if kept else None
        gap = sentence.keys[before.span[1] : words.span[0]] if before else []
        if before and before.atom.day and day and day.within and before.atom.day.is_vague and _is_narrow(gap):
            finer = replace(words.atom, day=days.shifted(before.atom.day, day.within))
            kept[-1] = WhenWords((before.span[0], words.span[1]), _merge(finer, before.atom))
        else:
            kept.append(words)
    return kept


def _is_narrow(gap: list[str]) -> bool:
    return len(gap) <= _WIDEST_GAP and all(key in _GLUE for key in gap)


def _anchored(found: list[WhenWords]) -> Iterator[WhenWords]:
    """Days told by the one before them ("the board meets on the 24th, I ring *the day after*") as days of their own."""
    base = None
    for words in found:
        shift = words.atom.shift
        if shift and base is None:
            continue
        if shift and base:
            own = replace(words.atom, day=days.shifted(base, shift), shift=None)
            words = replace(words, atom=own, is_anchored=True)  # noqa: PLW2901
        base = words.atom.day or base
        yield words


def _as_past(words: WhenWords, sentence: Sentence) -> WhenWords:
    """`That was Tuesday` was, whatever Tuesday may be elsewhere."""
    day = words.atom.day
    said = sentence.keys[max(0, words.span[0] - 2) : words.span[0]]
    if day is None or day.is_future is not None or said not in (["that", "was"], ["this", "was"], ["it", "was"]):
        return words
    return replace(words, atom=replace(words.atom, day=days.past(day)))


Found = tuple[Span, Atom, bool]


def _atoms(sentence: Sentence, rows: tuple[Row, ...]) -> Iterator[Found]:
    """The longest match at each place; among equals the first row."""
    found: list[tuple[Span, Atom, bool]] = []
    for row in rows:
        for match in row.pattern.finditer(sentence.plain):
            atom = None if _is_fraction(match) else row.read(match)
            if atom:
                found.append((sentence.span(match), atom, row.is_weak))
    taken: set[int] = set()
    for span, atom, is_weak in sorted(found, key=lambda item: (item[2], item[0][0] - item[0][1])):
        if not taken.intersection(range(*span)):
            taken.update(range(*span))
            yield span, atom, is_weak


def _is_fraction(match: re.Match[str]) -> bool:
    """Whether it is a part of an hour, no day: `1/2 hora`."""
    return bool(_FRACTION.fullmatch(match.group()) and _OF_AN_HOUR.match(match.string, match.end()))


_FRACTION = re.compile(r"[123]/[1-4]")
_OF_AN_HOUR = re.compile(r" (?:de )?(?:hora|hour|h|hr)\b")


def _groups(sentence: Sentence, atoms: list[Found]) -> Iterator[list[Found]]:
    group: list[Found] = []
    for found in atoms:
        if group and not _belongs(sentence, group, found):
            yield group
            group = []
        group.append(found)
    if group:
        yield group


def _belongs(sentence: Sentence, group: list[Found], found: Found) -> bool:
    gap = sentence.keys[group[-1][0][1] : found[0][0]]
    if len(gap) > _WIDEST_GAP or any(key not in _GLUE for key in gap) or found[1].delta or group[-1][1].delta:
        return False
    has_day, has_clock = any(_tells_day(atom) for _, atom, _ in group), any(atom.clock for _, atom, _ in group)
    if _tells_day(found[1]) and has_day:
        return False
    return not (found[1].clock and has_clock)


def _tells_day(atom: Atom) -> bool:
    return atom.day is not None or atom.shift is not None


def _put_together(sentence: Sentence, group: list[Found]) -> WhenWords | None:
    if all(is_weak for _, _, is_weak in group):
        return None
    whole = reduce(_merge, (atom for _, atom, _ in group))
    first, end = group[0][0][0], group[-1][0][1]
    while first > 0 and sentence.key(first - 1) in _LEADING and whole.day is not None:
        first -= 1
    if sentence.key(first) == "in" and _OF_A_VERB.match(sentence.plain, sentence.place(first)):
        first += 1
    return WhenWords((first, end), whole)


_OF_A_VERB = re.compile(
    r"in (?:on|for|tomorrow|today|tonight|by|at|before|after|first|next|last|this|around|about|mon|tues?|wednes|"
    r"thurs?|fri|"
    r"satur|sun)(?:day)?(?!\S)"
)
"""No preposition of a day: "I'll drop it *in on Friday*"."""


def _merge(left: Atom, right: Atom) -> Atom:
    return Atom(
        left.day or right.day,
        left.clock or right.clock,
        left.part if _is_first_thing_then(left, right) else right.part or left.part,
        left.delta or right.delta,
        left.until or right.until,
        left.shift or right.shift,
    )


def _is_first_thing_then(left: Atom, right: Atom) -> bool:
    """Whether a morning's first hours are told, and then the morning itself: "first thing this morning"."""
    return left.part is Part.FIRST_THING and right.part is Part.MORNING


def time_of(atom: Atom) -> time | None:
    """The hour said, or the usual hour of the part of the day; None where only a day was said."""
    if atom.clock:
        return atom.clock.at(atom.part)
    return atom.part.value if atom.part else None


def _day_for(hour: time | None, now: datetime, *, is_future: bool) -> date:
    """The day of an hour said without one: today if that hour is to come (or is over), else the next (last)."""
    if hour is None:
        return now.date()
    if is_future:
        return now.date() if hour > now.time() else now.date() + timedelta(days=1)
    return now.date() if hour <= now.time() else now.date() - timedelta(days=1)


def _usual_hour_today(hour: time, now: datetime, *, is_future: bool) -> time:
    """A day part of today that began before now, or has not begun, gives the full hour next to now."""
    if is_future and hour <= now.time() and now.hour < 23:  # noqa: PLR2004 - the day's last hour
        return time(now.hour + 1)
    if not is_future and hour > now.time():
        return time(now.hour)
    return hour


def _that_exists(when: When, now: datetime) -> When:
    """An hour that the clocks skip is the one that they show instead."""
    if when.at is None:
        return when
    local = datetime.combine(when.day, when.at, tzinfo=now.tzinfo)
    real = local.astimezone(UTC).astimezone(now.tzinfo)
    return When(real.date(), real.time())
