"""What an English message takes back in the same breath: "Tuesday, *no wait, Wednesday*", "rang Pat, *I mean Pam*".

What stands behind the marker takes the place of the last thing of its sort before it: a time, a length, a sum, a name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.understanding.dates import WhenWords, find_times
from core.understanding.heads import unknown_run
from core.understanding.kinds import Role
from core.understanding.mending import mended
from core.understanding.mentions import Mention
from core.understanding.reading import Reading
from core.understanding.text import Span, Words, indexes, tokenise, word_set

_SIGNS = r"(?:(?:[.,;:!?…–—-]|\.{2,}) )*"
_STRONG = (
    r"i mean|i meant|i should say|i should have said|scratch that|strike that|scrap that|correction|i tell a lie|"
    r"tell a lie|or rather|my mistake|my bad|i got that wrong|i stand corrected|i 'm wrong|what am i saying|"
    r"not that|wrong one|wrong day"
)
_MILD = r"no|nope|nah|wait|hang on|hold on|sorry|actually|oops|whoops|apologies|er|erm|um|uh|well|hmm|duh|doh"
_LEADING = (
    r"it was actually|it was|it 's|it is|that was|that 's|make it|make that|should be|should have been|i meant|it 'll "
    r"be|let 's make it|let 's say|better make it"
)
_MARKER = re.compile(
    rf"(?<!\S){_SIGNS}(?P<words>(?:(?:{_STRONG}|{_MILD})(?!\S) {_SIGNS}|(?:make that|make it)(?!\S) (?=\S))+)"
    rf"(?P<why>(?:(?:(?!no|wait|sorry)[a-z']+ ){{1,6}}{_SIGNS}(?:so )?(?=(?:better )?make (?:it|that) ))?)"
    rf"(?P<lead>(?:(?:{_LEADING}) {_SIGNS})?)"
)
_MAY_MEND = re.compile(
    r"(?i)\b(?:no|nope|nah|wait|hang on|hold on|so?rr?y|soz|actually|whoops|oops|i mean|i meant|(?:scratch|"
    r"strike|scrap) "
    r"that|correction|tell a lie|or rather|my (?:mistake|bad)|make (?:it|that)|erm?|well|should say)\b"
)
_SURE = re.compile(rf"(?:{_STRONG}|make that)\b")
_WORDS = re.compile(rf"(?:{_STRONG}|{_MILD})(?!\S)")
_BESIDE_A_NAME = re.compile(r"(?:sorry|no|er|erm|um|uh|oops|whoops) [,.…–—-]")
_BEFORE_A_NAME = word_set("to at with the from by in on it was")
_ON = word_set("on at by for from before until till")
_JOINING = word_set("at from of in , ( )")


def in_english_last_words(reading: Reading) -> str:
    """What the person typed, as wanted: without what was said first and taken back, nor the words that do so."""
    text = reading.sentence.original
    if not _MAY_MEND.search(text):
        return text
    for match in _MARKER.finditer(reading.sentence.plain):
        first, behind = reading.sentence.span(match)
        if first == 0 or behind >= len(reading.sentence.tokens):
            continue
        marker = _Marker((first, behind), _is_sure(match), bool(_BESIDE_A_NAME.search(match["words"])))
        if mending := next(_mendings(marker, reading), None):
            return _mended(mending, marker, reading)
    return text


@dataclass(frozen=True, slots=True)
class _Marker:
    span: Span
    is_sure: bool
    """Nobody says this of anything but the words just said."""
    parts_names: bool


@dataclass(frozen=True, slots=True)
class _Mending:
    """What goes, and what comes in its place from behind the marker; with it go words that repeat the deed."""

    old: Span
    new: Span
    end: int


def _is_sure(match: re.Match[str]) -> bool:
    """Whether it is said with an own phrase ("I mean"), with two words of the kind ("no, wait"), or "sorry, it was"."""
    said = match["words"]
    is_led = bool(match["lead"] or match["why"])
    return bool(_SURE.search(said)) or len(_WORDS.findall(said)) > 1 or (is_led and bool(_WORDS.search(said)))


def _mendings(marker: _Marker, reading: Reading) -> Iterator[_Mending]:
    yield from _of_times(marker, reading)
    yield from _of_numbers(marker, reading)
    for things in (reading.durations, reading.amounts):
        yield from _of_a_sort(marker, things)
    yield from _of_names(marker, reading)
    yield from _of_deeds(marker, reading)


def _of_times(marker: _Marker, reading: Reading) -> Iterator[_Mending]:
    """A day for a day, an hour for an hour; of "Tuesday at 3, no, Wednesday" the hour stays."""
    new = next((one for one in reading.times if one.span[0] == marker.span[1]), None)
    before = [one for one in reading.times if one.span[1] <= marker.span[0]]
    if new is None or not before or not (marker.is_sure or before[-1].span[1] == marker.span[0]):
        return
    for old in reversed(before):
        if part := _part_like(old, new, reading):
            yield _Mending(part, new.span, new.span[1])
            return


def _part_like(old: WhenWords, new: WhenWords, reading: Reading) -> Span | None:
    """The words of the old time that the new one replaces: all of it, or but its day or its hour."""
    replaced, kept = _tells(old) & _tells(new), _tells(old) - _tells(new)
    if not replaced:
        return None
    if not kept:
        return old.span
    first, end = old.span
    for cut in range(first + 1, end):
        for part, rest in (((first, cut), (cut, end)), ((cut, end), (first, cut))):
            if _told_by(part, reading) == replaced and _told_by(rest, reading) == kept:
                return part
    return old.span


def _tells(time: WhenWords) -> set[str]:
    told = {"day"} if time.atom.day or time.atom.delta else set()
    return told | ({"hour"} if time.atom.clock or time.atom.part else set())


def _told_by(span: Span, reading: Reading) -> set[str]:
    return {what for one in find_times(tokenise(reading.sentence.words(span), mended), "en") for what in _tells(one)}


def _of_numbers(marker: _Marker, reading: Reading) -> Iterator[_Mending]:
    """A number alone for the one number of what stands right before: "at 10, sorry, *11*", "20 mins, no, *30*"."""
    index, key = marker.span[1], reading.sentence.key
    is_alone = key(index)[:1].isdigit() and not (
        key(index + 1)[:1].isalnum() and key(index + 1) not in _BEHIND_A_NUMBER
    )
    things: list[Words] = [*reading.times, *reading.durations, *reading.amounts]
    for one in things if is_alone else ():
        numbers = [place for place in range(*one.span) if key(place)[0].isdigit()]
        if one.span[1] == marker.span[0] and len(numbers) == 1:
            yield _Mending((numbers[0], numbers[0] + 1), (index, index + 1), index + 1)


_BEHIND_A_NUMBER = word_set("to for with about re at in and she he they")


def _of_a_sort(marker: _Marker, things: Sequence[Words]) -> Iterator[_Mending]:
    new = next((one.span for one in things if one.span[0] == marker.span[1]), None)
    before = [one.span for one in things if one.span[1] <= marker.span[0]]
    if new and before and (marker.is_sure or before[-1][1] == marker.span[0]):
        yield _Mending(before[-1], new, new[1])


def _of_names(marker: _Marker, reading: Reading) -> Iterator[_Mending]:
    """A person for a person, a firm for a firm; both where the one is not of the other."""
    if not (marker.is_sure or marker.parts_names):
        return
    first = marker.span[1]
    while reading.sentence.key(first) in _BEFORE_A_NAME:
        first += 1
    new, new_names = _group_from(first, reading)
    old_names = _group_before(marker.span[0], reading)
    if new is None or not old_names or not (marker.is_sure or old_names[-1].span[1] == marker.span[0]):
        return
    yield _Mending(_replaced(old_names, new_names, reading), new, _end_of_the_repeated(new[1], reading))


def _group_from(first: int, reading: Reading) -> tuple[Span | None, list[Mention]]:
    """The name, or somebody at a firm, that begins at the token; a name may be one that nobody knows."""
    found: list[Mention] = []
    end = first
    for one in reading.mentions:
        gap = reading.sentence.keys[end : one.span[0]]
        if one.span[0] >= first and not one.is_weak and len(gap) <= _GAP and all(key in _JOINING for key in gap):
            if not found and one.span[0] != first:
                break
            found.append(one)
            end = one.span[1]
    if found:
        return (first, end), found
    stranger = next((one for one in reading.strangers if one[0] == first), None)
    busy = indexes(reading.times, reading.durations, reading.amounts)
    return stranger or unknown_run(first, len(reading.sentence.tokens), busy, reading), []


_GAP = 2


def _group_before(end: int, reading: Reading) -> list[Mention]:
    """The last name before the token, with the one that it is joined to: "Pat at Acme"."""
    before = [one for one in reading.mentions if one.span[1] <= end and not one.is_weak]
    group = before[-1:]
    for one in reversed(before[:-1]):
        gap = reading.sentence.keys[one.span[1] : group[0].span[0]]
        if len(gap) > _GAP or not all(key in _JOINING for key in gap):
            break
        group.insert(0, one)
    return group


def _replaced(old: list[Mention], new: list[Mention], reading: Reading) -> Span:
    whole = (old[0].span[0], old[-1].span[1])
    if len(old) == 1 or len(new) != 1:
        return whole
    (name,) = new
    if name.contacts and not name.accounts:
        firms = {firm for one in old for firm in one.accounts}
        people = [one for one in old if one.contacts and not one.accounts]
        is_of_them = bool(firms & reading.world.homes(name.contacts))
        return people[0].span if people and is_of_them else whole
    homes = {home for one in old for home in reading.world.homes(one.contacts)}
    firms_said = [one for one in old if one.accounts and not one.contacts]
    return firms_said[0].span if firms_said and homes & name.accounts else whole


def _end_of_the_repeated(end: int, reading: Reading) -> int:
    """Behind the deed that is but said again: "it was Mair *I rang*"."""
    again = next((one for one in reading.triggers if one.span[0] == end and one.role is Role.DONE), None)
    is_last = again is not None and not reading.sentence.key(again.span[1])[:1].isalnum()
    return again.span[1] if again and is_last and reading.sentence.key(end) in {"i", "we", "that"} else end


def _of_deeds(marker: _Marker, reading: Reading) -> Iterator[_Mending]:
    """A deed for a deed: "visited, *sorry, rang* Acme"; of one that has its own name both stand."""
    new = next((one for one in reading.triggers if one.span[0] == marker.span[1]), None)
    before = [one for one in reading.triggers if one.span[1] <= marker.span[0]]
    if new is None or not before or before[-1].role is not new.role:
        return
    old = before[-1]
    is_alone = not reading.sentence.key(new.span[1])[:1].isalnum() or any(
        one.span[0] == new.span[1] for one in reading.times
    )
    if old.span[1] == marker.span[0] or (marker.is_sure and is_alone):
        yield _Mending(old.span, new.span, new.span[1])


def _mended(mending: _Mending, marker: _Marker, reading: Reading) -> str:
    sentence = reading.sentence
    (old_first, old_end), text = mending.old, sentence.original
    if old_end - old_first > 1 and sentence.key(old_first) in _ON and sentence.key(mending.new[0]) not in _ON:
        old_first += 1  # "*on* the 3rd, or rather the 4th"
    said = sentence.words(mending.new)
    head = text[: sentence.tokens[old_first].start] + said
    between = text[sentence.tokens[old_end - 1].end : sentence.tokens[marker.span[0] - 1].end]
    rest = text[sentence.tokens[mending.end - 1].end :]
    return head + between + rest
