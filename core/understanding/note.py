"""What is left for the note: the person's own words for everything that no field holds."""

import re
from collections.abc import Set

from core.understanding.clause_deeds import Deed
from core.understanding.clauses import Clause
from core.understanding.dates import WhenWords, is_over
from core.understanding.deeds import Deeds
from core.understanding.entry_words import KIND_WORDS, OPENERS
from core.understanding.heads import SIGNS
from core.understanding.kinds import Kind, Role
from core.understanding.languages import is_english, is_spanish
from core.understanding.lexicon import GLUE, PUNCTUATION
from core.understanding.new_names import introduction_before
from core.understanding.note_fields import at_names, of_the_title, words_of_the_title
from core.understanding.note_frames_en import frames_of, lead_of_the_follow_up
from core.understanding.note_frames_es import frames
from core.understanding.note_noise import noise
from core.understanding.note_pieces import joined, runs, says, trimmed
from core.understanding.note_sold import in_what_is_told, is_but_what_is_sold, is_told_by_its_verb, without_the_title
from core.understanding.note_words import (
    AGAIN,
    CALLING,
    COSTING,
    EXCLAMATION,
    LASTING,
    OF_MOVES,
    OFFERS,
    SAYING,
    VAGUE,
)
from core.understanding.others.small_talk import is_small_talk
from core.understanding.own_times import zone_end
from core.understanding.reading import Reading
from core.understanding.text import Span, indexes, word_set
from core.understanding.whom import Who


def write_note(reading: Reading, deeds: Deeds, who: Who, reason: Span | None) -> str:
    """The clauses that say more than the fields, without the words of the deed, of the move and its `reason`."""
    gone = {
        index for span in [*_words_of_the_move(deeds, reading), *([reason] if reason else [])] for index in range(*span)
    }
    gone |= noise(reading) | frames(reading)
    if who.new_account:
        gone |= introduction_before(who.new_account, reading)
    gone |= lead_of_the_follow_up(reading, deeds) | frames_of(reading, at_names(who, reading), deeds)
    if deeds.main is None and not reading.moves:
        gone |= _heading(reading, who)
    pieces = [piece for clause in deeds.clauses for piece in _kept(clause, reading, deeds, who, gone)]
    said = {index for first, end in pieces for index in words_of_the_title(who, reading, range(first, end))}
    said -= in_what_is_told(said, deeds, reading)
    return joined(without_the_title(pieces, said, who, reading), reading)


def _heading(reading: Reading, who: Who) -> set[int]:
    """The names, kinds and times that a verbless entry begins with: the fields hold them."""
    names = at_names(who, reading)
    said = names | indexes(reading.times, reading.durations, reading.channels)
    end, last = 0, len(reading.sentence.tokens)
    while end < last and (end in said or reading.sentence.key(end) in GLUE or _opens(end, names, reading)):
        end += 1
    while (
        end > 0 and not (names | said).intersection(range(end - 1, end)) and reading.sentence.key(end - 1) not in SIGNS
    ):
        end -= 1
    return set(range(end)) if names.intersection(range(end)) else set()


def _opens(index: int, names: set[int], reading: Reading) -> bool:
    """Whether the word only leads to the name: "quick call with", "hi, this is for"."""
    key, after = reading.sentence.key(index), reading.sentence.key(index + 1)
    if key in CALLING or (key in {"me", "nos"} and after in CALLING):
        return True  # "me llama Ana, que …"
    return (key in KIND_WORDS or key in OPENERS) and index < max(names, default=0)


def words_at(places: list[int], reading: Reading) -> str:
    """The person's words at these tokens, without small words at the edges of what hangs together."""
    return joined(runs(places, reading), reading)


def subject_of(deed: Deed, reading: Reading, who: Who) -> str:
    """The words for a deed to come: empty where its kind and time say all."""
    return " ".join(reading.sentence.words(span) for span in _of_deed(deed, reading, who, set()))


def _kept(clause: Clause, reading: Reading, deeds: Deeds, who: Who, gone: set[int]) -> list[Span]:
    if deeds.main and clause is deeds.main.clause:
        return _of_deed(deeds.main, reading, who, gone)
    if deeds.follow_up and clause is deeds.follow_up.clause:
        return [] if deeds.follow_up.time else _of_deed(deeds.follow_up, reading, who, gone)
    moves = [span for span in _words_of_the_move(deeds, reading) if clause.holds(span[0])]
    if moves and (clause.trigger is None or clause.trigger.role in {Role.NOT_OURS, Role.NOT_DONE}):
        before = range(clause.span[0], moves[0][0])
        told = (
            _content(before, reading, gone | _but_the_title(before, reading, who), who, deeds, SAYING)
            if deeds.main
            else []
        )
        return [*told, *_beside_move(range(moves[-1][1], clause.span[1]), reading, gone, who)]
    return _content(range(*clause.span), reading, gone | _whom_one_saw(clause, reading, who), who, deeds)


def _but_the_title(places: range, reading: Reading, who: Who) -> set[int]:
    """The tokens before a move, where they are but words of the title: "*los sensores* pasan a negociación"."""
    words = words_of_the_title(who, reading, places)
    is_all = all(
        index in words or not says(index, reading) or reading.sentence.key(index) in SAYING for index in places
    )
    return set(places) if words and is_all else set()


def _whom_one_saw(clause: Clause, reading: Reading, who: Who) -> set[int]:
    """The words of a piece that tell whom one met there: "been in Acme, *saw Nigel*, they want …"."""
    trigger = clause.trigger
    if trigger is None or trigger.keeps_verb or trigger.role is not Role.DONE or trigger.kind not in _TALKS:
        return set()
    names = at_names(who, reading)
    end = zone_end(trigger, clause, reading)
    said = range(trigger.span[1], end)
    others = [one for one in reading.mentions if one.span[0] in said and one.span[0] not in names]
    is_of_them = bool(names.intersection(said)) or reading.sentence.key(trigger.span[1]) in _THEM
    is_all = bool(names.intersection(said)) or not any(says(index, reading) for index in range(end, clause.span[1]))
    return set(range(trigger.span[0], end)) if is_of_them and is_all and not others else set()


_TALKS = {Kind.CALL, Kind.VISIT, Kind.MEETING}
_THEM = word_set("him her them")


def _words_of_the_move(deeds: Deeds, reading: Reading) -> list[Span]:
    """Where the move is told; where its stage stands alone ("ha firmado. *Ganada!*"), the facts stay."""
    told = list(reading.stage.also) if reading.stage else []
    alone = [span for span in told if _is_alone(span, deeds, reading)]
    if not alone or is_english(reading.sentence):
        return told
    return [span for span in told if span in alone or _SOLD.match(" ".join(reading.sentence.keys[slice(*span)]))]


_SOLD = re.compile(r"(?:cerrad|vendid|adjudicad|firmad|ganad)[oa]s?\b")


def _is_alone(span: Span, deeds: Deeds, reading: Reading) -> bool:
    """Whether it is but the name of the stage, with nothing else in its clause."""
    clause = next(one for one in deeds.clauses if one.holds(span[0]))
    is_named = bool(_WON.fullmatch(" ".join(reading.sentence.keys[slice(*span)])))
    return is_named and not any(
        says(index, reading) and not span[0] <= index < span[1] for index in range(*clause.span)
    )


_WON = re.compile(r"ganad[oa]s?|won")


def _beside_move(places: range, reading: Reading, gone: set[int], who: Who) -> list[Span]:
    """What follows a move in its clause: "until after the summer", but not "the opportunity of" and the names."""
    known = at_names(who, reading)
    known |= gone | indexes(reading.durations, reading.amounts, reading.titles)
    rest = [index for index in places if index not in known]
    words = words_of_the_title(who, reading, places)
    past = indexes(one for one in reading.times if is_over(one, reading.now))
    if not any(
        says(index, reading) and index not in past | words and reading.sentence.key(index) not in OF_MOVES
        for index in rest
    ):
        return []
    return runs(rest, reading)


def _of_deed(deed: Deed, reading: Reading, who: Who, gone: set[int]) -> list[Span]:
    """What a deed's clause says besides kind, names, time and duration, with its verb where the note needs it."""
    trigger, clause = deed.trigger, deed.clause
    end = zone_end(trigger, clause, reading)
    names = at_names(who, reading)
    slots = indexes(deed.times, reading.durations, reading.amounts, reading.channels) | names
    is_told = bool(reading.amounts) or any(not one.is_part and clause.holds(one.span[0]) for one in reading.titles)
    papers = {index for index in range(*clause.span) if reading.sentence.key(index) in OFFERS}
    is_sent = deed.is_done and deed.kind is Kind.EMAIL and is_spanish(reading.sentence)
    if papers and is_told and is_sent and who.opportunity:
        slots |= words_of_the_title(who, reading, range(*clause.span)) | papers
    if trigger.tail and not trigger.keeps_verb:
        slots |= set(range(*trigger.tail))
    if not deed.is_done:
        slots |= {
            index for match in AGAIN.finditer(reading.sentence.plain) for index in range(*reading.sentence.span(match))
        }
    has_object = trigger.keeps_verb or (trigger.kind is Kind.EMAIL and is_english(reading.sentence))
    after = trigger.span[1] if not deed.is_done or has_object else end
    rest = [index for index in range(after, clause.span[1]) if index not in slots and index not in gone]
    rest = sorted({*rest, *(_others_named(range(trigger.span[1], after), names, reading) - gone)})
    is_vague = not deed.is_done and all(reading.sentence.key(index) in VAGUE | GLUE for index in rest)
    said = words_of_the_title(who, reading, range(rest[0], rest[-1] + 1)) if rest else set()
    is_but_sold = is_but_what_is_sold(rest, said, deed, reading)
    if (
        deed.is_done
        and _PROMISED.fullmatch(" ".join(reading.sentence.keys[slice(*trigger.span)]))
        and not any(says(index, reading) for index in rest)
    ):
        return []
    if is_vague or is_but_sold or not any(says(index, reading) for index in rest):
        verb = trigger.verb or trigger.span
        has_its_thing = verb[1] - verb[0] > _LONGEST_VERB  # "pick up *the loan machine*"
        tells = (
            (
                trigger.kind is Kind.TASK
                or trigger.needs_time
                or (trigger.kind in {Kind.CALL, Kind.VISIT} and (deed.is_done or has_its_thing))
            )
            and is_told_by_its_verb(trigger, reading)
            and (has_its_thing or not VAGUE.intersection(reading.sentence.keys[slice(*verb)]))
        )
        return [trimmed(verb, reading)] if tells else []
    kept = set(rest)
    if is_told_by_its_verb(trigger, reading):
        kept |= set(range(*(trigger.verb or trigger.span)))
    return runs(sorted(kept), reading)


_LONGEST_VERB = 3
_PROMISED = re.compile(r"(?:(?:ya|hoy|ayer) )*(?:le|les) (?:dije|he dicho|prometi|he prometido) a")


def _others_named(places: range, names: set[int], reading: Reading) -> set[int]:
    """Names beside those that the fields hold, with their preposition: "llamé a Acme y a Núñez"."""
    others = [one for one in reading.mentions if one.span[0] in places and not names.intersection(range(*one.span))]
    return {index for one in others for index in range(max(one.span[0] - 1, places.start), one.span[1])}


def _content(
    places: range, reading: Reading, gone: set[int], who: Who, deeds: Deeds, also: Set[str] = frozenset()
) -> list[Span]:
    """A clause of talk stays whole, names, dates and amounts included, unless made of nothing but `also`."""
    new = set(range(*who.new_account)) if who.new_account else set()
    rest = [index for index in places if index not in gone | new]
    known = at_names(who, reading) | indexes(reading.durations, reading.amounts, _times_of_fields(deeds, reading))
    known |= of_the_title(who, reading, places) | _framing(places, reading)
    known |= {index for index in places if reading.sentence.key(index) in also}
    if not any(says(index, reading) and index not in known for index in rest):
        return []
    said = " ".join(key for key in reading.sentence.keys[places.start : places.stop] if key not in PUNCTUATION)
    if (is_small_talk(said) or EXCLAMATION.fullmatch(said)) and said not in {"no", "nope", "yes", "yep", "si", "bien"}:
        return []
    return runs([index for index in rest if index not in indexes(reading.durations)], reading)


def _times_of_fields(deeds: Deeds, reading: Reading) -> list[WhenWords]:
    """The times that a field holds; where an entry and its follow-up have theirs, any other is told of the customer."""
    if deeds.main is None or not deeds.main.is_done:
        return reading.times
    return [*deeds.main.times, *(deeds.follow_up.times if deeds.follow_up else ())]


def _framing(places: range, reading: Reading) -> set[int]:
    """The words of these places that but lead to a sum or a length that stands there too."""
    framing = set()
    for things, words in ((reading.amounts, COSTING), (reading.durations, LASTING)):
        if any(one.span[0] in range(places.start, places.stop + 1) for one in things):
            framing |= {index for index in places if reading.sentence.key(index) in words}
    return framing
