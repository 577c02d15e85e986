"""Logs without a verb of ours: "Hudson: Mike ok", "1hr w/ Sarah, wants a quote", "Gary not in", "no joy at Acme"."""

import re

from core.understanding.clauses import Clause
from core.understanding.dates import is_over
from core.understanding.entry_words import ADVERBS, DENIALS, PEOPLE, RESULTS
from core.understanding.feedback import BEING, is_our_past, is_past, is_told_of, tells_feedback
from core.understanding.heads import OF_A_FIRM, SIGNS, Head, find_head
from core.understanding.kinds import Role
from core.understanding.languages import is_english, is_spanish
from core.understanding.lexicon import GLUE, PUNCTUATION
from core.understanding.mentions import Mention
from core.understanding.reading import Reading
from core.understanding.talk_en import ABSENCE, UNANSWERED
from core.understanding.text import indexes, word_set
from core.understanding.told_es import tells_of_somebody
from core.understanding.told_of_them import goes_on_of_them, wishes_and_ends
from core.understanding.trigger_rows import Trigger

_TELLING = word_set(
    "after looking keen chasing mad says said reckons thinks thought wants want wanted likes liked loves loved "
    "asked needs need happy"
)
HYPOTHETICAL = re.compile(r"(?:if|si|as soon as|en cuanto|whenever|cada vez que|ojala|i wish|i had hoped|imagine)\b")
_CALLED_OFF = re.compile(
    r"\b(?:cancel(?:l?ed|s|ling)?|called off|is off|was off(?= today)|rescheduled?|no longer on|postponed till)\b"
)
_CUSTOMERS_PLAN = re.compile(
    r"(?:will|'ll|wants? to (?:close|sign|buy|decide)|wants? us to|is going to|are going to|is to|are to|hopes? to|"
    r"plans? to|might|may)\b"
)
_NOT_REACHED = re.compile(rf"(?<!\S)(?:{ABSENCE}|{UNANSWERED})(?!\S)")


def is_told_before(clause: Clause | None, clauses: list[Clause], reading: Reading) -> bool:
    """Whether a name heads what came of it before this clause (or anywhere): "Hudson: Mike ok", "Gary says not yet"."""
    last = clause.span[0] if clause else len(reading.sentence.tokens)
    denied = [one.trigger for one in clauses if one.trigger and one.trigger.role is Role.NOT_DONE]
    if any(one.span[0] < last and not _is_theirs(one, reading) for one in denied):
        return False
    plain = reading.sentence.plain[: reading.sentence.place(last)]
    if HYPOTHETICAL.match(plain) or _CALLED_OFF.search(plain):
        return False
    if is_spanish(reading.sentence) and (tells_of_somebody(last, reading) or _opens_with_a_result(reading, last)):
        return True
    if not is_english(reading.sentence):
        return False
    head = find_head(reading, last)
    return (
        (head.is_named and _tells(head, last, reading, is_whole=clause is None))
        or _opens_with_a_result(reading, last)
        or _opens_with_our_past(reading, last)
        or _opens_with_a_matter(reading, last)
        or _ends_with_whom(reading, last)
        or goes_on_of_them(reading, last)
        or wishes_and_ends(reading, last)
        or any(_is_subject(one, reading) for one in reading.mentions if one.span[1] < last and not one.is_weak)
    )


def _tells(head: Head, last: int, reading: Reading, *, is_whole: bool) -> bool:
    """Whether something came of it: it took its time, was long ago, nobody was there, or the rest says so."""
    sentence, place = reading.sentence, reading.sentence.place(head.end)
    if head.is_unreached or _has_been(last, reading) or _is_with_somebody(head, reading):
        return True
    if _is_of_their_things(head, reading):
        return False
    known = indexes(reading.mentions, reading.times, reading.titles)
    rest = [sentence.key(index) for index in range(head.end, last) if index not in known]
    if _CUSTOMERS_PLAN.match(sentence.plain, place) and not head.is_parted:
        return False
    if (
        _NOT_REACHED.match(sentence.plain, place)
        or (head.is_parted and (tells_feedback(rest) or any(is_past(key) for key in rest)))
        or (head.is_parted and rest[:1] == ["after"])
        or _begins_to_tell(rest)
        or _tells_in_the_end(head, last, reading)
    ):
        return True
    has_content = any(key not in GLUE and key not in PUNCTUATION and key not in ADVERBS for key in rest)
    is_to_come = any(one.is_future is not False for one in reading.times)
    is_of_a_person = bool(head.names) and head.names[0].span[0] == 0 and bool(head.names[0].contacts)
    is_headed = head.is_parted or head.has_kind or (is_of_a_person and len(rest) > 1)
    return is_whole and has_content and not is_to_come and is_headed


def _is_of_their_things(head: Head, reading: Reading) -> bool:
    """Whether the name only tells whose it is: "Karen's dog is lovely"."""
    owners = [one for one in head.names if reading.sentence.key(one.span[1] - 1) == "'s"]
    titled = {one.span[0] for one in reading.titles}
    is_thing = any(
        reading.sentence.key(one.span[1]) not in PEOPLE | _TELLING and one.span[1] not in titled for one in owners
    )
    return is_thing and not head.is_parted


def _is_with_somebody(head: Head, reading: Reading) -> bool:
    """Whether it was with somebody, and no time is to come: "quick one with Rhys", "day out with Nuala"."""
    first = head.names[0].span[0] if head.names else 0
    said = reading.sentence.keys[max(0, first - 2) : first]
    return "with" in said and first > len(said) and not reading.times


def _is_theirs(denied: Trigger, reading: Reading) -> bool:
    """Whether somebody named or quoted denies it, not we: "Janet said don't call again", "Jordi doesn't answer"."""
    first = denied.span[0]
    ends = {one.span[1] for one in reading.mentions}
    if first - 1 in ends and reading.sentence.key(first - 1) in SIGNS:
        return True
    if any(end < first for end in ends) and tells_feedback(reading.sentence.keys[min(ends) : first]):
        return True
    return first in ends or reading.sentence.key(first - 1) in {"said", "says", "asked", "told", "me"}


def _opens_with_our_past(reading: Reading, last: int) -> bool:
    """Whether the sentence begins with something that we did to somebody: "showed Linda the oven", "walked Ben
    through"."""
    sentence = reading.sentence
    first = 0
    while sentence.key(first) in {"i", "we", "just", "also", "then", "and", "ok", "so", "today"}:
        first += 1
    key = sentence.key(first)
    end = min(reading.segment_of(first)[1], last)
    is_with_them = key in _WITH_THEM and "with" in sentence.keys[first:end]
    if not is_with_them and (not is_our_past(key) or key in _NO_DEEDS or first in indexes(reading.mentions)):
        return False
    return any(first < one.span[0] < end and not one.is_weak for one in reading.mentions)


_WITH_THEM = word_set("agreed settled negotiated discussed debated finalised finalized closed confirmed fixed haggled")
_NO_DEEDS = word_set(
    "wanted needed hoped tried meant planned supposed missed cancelled canceled moved postponed rescheduled decided "
    "interested agreed approved confirmed signed closed accepted rejected refused delayed pushed shelved parked "
    "worried "
    "annoyed pleased impressed disappointed tired bored relieved excited delighted based called named lost won parked "
    "failed"
)
"""What begins a sentence about them, or about what was not done."""


def _opens_with_a_matter(reading: Reading, last: int) -> bool:
    """Whether it begins with what they came with and whose it is: "complaint from Ann", "new order from Kent"."""
    sentence = reading.sentence
    match = _MATTER.match(sentence.plain)
    end = sentence.span(match)[1] if match else last
    return end < last and any(end <= one.span[0] <= end + 1 and not one.is_weak for one in reading.mentions)


_MATTER = re.compile(
    r"(?:(?:a|an|another|the|new|good|great|bad|big|small|nice|urgent|repeat|first|second|quick|some|more|formal|"
    r"latest|"
    r"got|had|took|positive|negative|mixed|lovely) )*(?:complaint|issue|problem|order|enquiry|inquiry|feedback|"
    r"query|request|"
    r"update|news|referral|claim|return|no|yes|maybe|thumbs up|go ahead|green light|question|quote request|reorder|po|"
    r"interest|pushback|concerns?|objections?|bad news|good news|row|argument|dispute|breakdown|warranty claim|"
    r"verbal|commitment|nod)"
    r"(?: (?!(?:from|at|by|with|for|re)\b)\S+){0,2} (?:from|at|with|for|by|re)(?= )"
)


def _ends_with_whom(reading: Reading, last: int) -> bool:
    """Whether the first piece tells how it went and ends with whom: "they loved the samples at Kent"."""
    sentence, end = reading.sentence, min(reading.segment_of(0)[1], last)
    if _CUSTOMERS_PLAN.search(sentence.plain[: sentence.place(end)]):
        return False
    for one in reading.mentions:
        first = one.span[0]
        if one.is_weak or not 1 < first < end or sentence.key(first - 1) not in {"at", "for", "with", "from"}:
            continue
        before = [key for key in sentence.keys[: first - 1] if key not in _NO_NEWS]
        return _tells_of_them(before)
    return False


_NO_NEWS = BEING | word_set("no not never nothing")


def _tells_of_them(keys: list[str]) -> bool:
    """Whether it begins with "they" and what they said or think."""
    return keys[:1] == ["they"] and bool(_TELLING.intersection(keys[1:2]))


def _has_been(last: int, reading: Reading) -> bool:
    """Whether a duration, or a time that is over, stands before the token `last`."""
    has_day = any(one.atom.day is not None for one in reading.times)
    times = [one for one in reading.times if one.atom.day is not None or not has_day]
    was_before = any(is_over(one, reading.now) and one.span[0] < last for one in times)
    return was_before or any(one.span[0] < last for one in reading.durations)


def _tells_in_the_end(head: Head, last: int, reading: Reading) -> bool:
    """Whether the sentence begins with the bare name and its first piece ends in what came of it.

    "Vidal 6k quote handed over", but not "the Vidal lorry is late", nor "Vidal's invoice was paid".
    """
    name = head.new_name or (head.names[0].span if head.names else None)
    if name is None or (head.names and name[0] != 0):
        return False
    if head.names and reading.sentence.key(head.names[-1].span[1]) in _THINGS:
        return False
    rest = [reading.sentence.key(index) for index in range(head.end, last)]
    return tells_feedback([key for key in rest if key not in BEING])


_THINGS = word_set("'s lorry truck van delivery deliveries order pallet parcel invoice car website boxes")
"""What a firm's name before it makes no news of a talk."""


def _begins_to_tell(rest: list[str]) -> bool:
    """Whether the words after a name say at once what came of it: "wants a price", "v happy", "no joy"."""
    for place, key in enumerate(rest):
        if key in DENIALS:
            return place + 1 < len(rest)
        if key not in ADVERBS or key in BEING:
            return is_told_of(key)
    return False


def _opens_with_a_result(reading: Reading, last: int) -> bool:
    """Whether how it went comes before the name: "muy bien con Moya", "all good with Tom"."""
    sentence = reading.sentence
    if match := _SILENCE.match(sentence.plain):
        end = sentence.span(match)[1]
        return end < last and any(end <= one.span[0] <= end + 2 for one in reading.mentions)
    place = 0
    while sentence.key(place) in RESULTS | {"a", "had", "one", "day", "time"} and place < last:
        place += 1
    return (
        place > 0
        and sentence.key(place) in {"con", "with", "en", "at"}
        and any(place < one.span[0] <= place + 2 for one in reading.mentions)
    )


def _is_subject(name: Mention, reading: Reading) -> bool:
    """Whether a clause begins with the name and tells at once what they said or how they are.

    A firm's name needs more than "is": its deliveries and its lorries are no news of a talk.
    """
    sentence = reading.sentence
    end = end_of_names(name, reading)
    if sentence.key(end - 1) == "'s":
        if sentence.key(end) not in PEOPLE:
            return False
        end += 1  # Ann's receptionist says
    if not _begins_its_piece(name, reading) or _CUSTOMERS_PLAN.match(sentence.plain, sentence.place(end)):
        return False
    said = sentence.key(end)
    while said in ADVERBS - BEING:
        end += 1
        said = sentence.key(end)
    after = sentence.key(end + 1)
    if said in DENIALS:
        return after.isalpha()
    if said in BEING:
        return bool(name.contacts) or after in _TELLING or tells_feedback([after])
    is_their_past = bool(name.contacts) and is_past(said) and said not in _NO_DEEDS
    return said.isalpha() and (said in _TELLING or is_told_of(said) or is_their_past)


_SILENCE = re.compile(
    r"(?:still |just )?(?:waiting (?:on|for|to hear from)|nothing (?:to report|new|doing)(?= (?:from|at|with)) "
    r"(?:from|at|with)|(?:heard )?nothing (?:back )?(?:yet )?(?:from|at)|no "
    r"(?:word|news|"
    r"reply|answer|response|feedback) (?:yet |back )?(?:from|at)|heard (?:back )?from|haven't heard (?:back )?from|"
    r"got (?:nothing|something) (?:back )?from)(?= )"
)
"""What was heard from somebody, or was not: "still nothing from Tyler"."""


def _begins_its_piece(name: Mention, reading: Reading) -> bool:
    """Whether nothing but small words stands between the last sign and the name, and nothing is asked of us there."""
    first, last = reading.segment_of(name.span[0])
    if any(one.role is Role.ASKED and first <= one.span[0] < last for one in reading.triggers):
        return False
    before = [reading.sentence.key(index) for index in range(first, name.span[0])]
    said = reading.sentence.key(end_of_names(name, reading))
    if before[:1] in (["the"], ["our"]) and before[-1] in OF_A_FIRM and len(before) <= _OF_THEIRS and said in _ASKING:
        return True  # the smokehouse at Shore Road want a quote
    return all(key in GLUE | ADVERBS for key in before)


_OF_THEIRS = 4
_ASKING = word_set("want wants wanted asked ask asking")


def end_of_names(head: Mention, reading: Reading) -> int:
    """Where the names end that begin with this one: "Mike Alvarez from Riverbend"."""
    end = head.span[1]
    named = {one.span[0]: one.span[1] for things in (reading.mentions, reading.titles) for one in things}
    while end in named or (reading.sentence.key(end) in OF_A_FIRM and end + 1 in named):
        end = named[end] if end in named else named[end + 1]
    return end
