"""Whose a deed is: what reads as ours is theirs behind a name, and some are but the object of another."""

import re
from dataclasses import replace

from core.understanding import verbs_en
from core.understanding.feedback import is_our_past, is_told_of, tells_feedback
from core.understanding.kinds import Kind, Role
from core.understanding.lexicon import GLUE
from core.understanding.text import Sentence, word_set
from core.understanding.trigger_rows import Trigger
from core.understanding.triggers import may_start

_AUXILIARIES = word_set("might could may can would will 'll shall should must going gonna 'd wants want need needs")


_WISHES = word_set("wants want needs need wanted needed")


_WISHED = 4


_SHOULD = word_set("deberia deberian podria podrian tendria tendrian quisiera quisieran")


_IN_RETURN = word_set("back again them him her it this over")


def of_somebody_else(
    trigger: Trigger, sentence: Sentence, after_names: frozenset[int], starts: frozenset[int]
) -> Trigger:
    """`Sarah will call`, `Karen asked`, `the board will sign` are theirs, though the same without a name is ours."""
    is_theirs = {Role.DONE: _did_it, Role.OPEN: _is_doing_it, Role.TO_DO: _is_to_do_it}.get(trigger.role)
    if is_theirs and is_theirs(trigger, sentence, after_names, starts):
        return replace(trigger, role=Role.NOT_OURS)
    return trigger


def _did_it(trigger: Trigger, sentence: Sentence, after_names: frozenset[int], starts: frozenset[int]) -> bool:
    """`Karen asked`; `wants the brochure emailed`."""
    first = trigger.span[0]
    asking = sentence.keys[max(0, first - _WISHED) : first]
    if first in after_names and sentence.key(first) == "left":
        return not _MESSAGES.intersection(sentence.keys[first : trigger.span[1] + 1])  # Kelly left Stonebridge
    if sentence.key(first - 1) in {"who", "which"} or (sentence.key(first - 1) == "that" and first > 1):
        return _is_english(sentence.key(first))  # the only one *that came* out to look
    if trigger.kind is Kind.VISIT and first in after_names and sentence.key(first) in {"have", "has", "had"}:
        return True  # Wells have gone into administration
    if trigger.kind is Kind.TASK and first in after_names:
        return _is_english(sentence.key(trigger.verb[0] if trigger.verb else first))
    if (
        trigger.kind is Kind.EMAIL
        and sentence.key(trigger.span[1]) in {"me", "us"}
        and first not in after_names
        and first > 0
    ):
        return _is_english(sentence.key(first))  # the sat nav sent me to the wrong place
    is_object = sentence.key(first - 1) in {"it", "them", "this", "that"}
    return bool(_WISHES.intersection(asking)) and (is_object or not may_start(sentence, first, starts))


_MESSAGES = word_set("message voicemail vm answerphone")


def _is_doing_it(trigger: Trigger, sentence: Sentence, after_names: frozenset[int], starts: frozenset[int]) -> bool:
    """`Rachel sending the order`."""
    first = trigger.span[0]
    if sentence.key(first - 1) in {"it", "them", "that", "this"} and sentence.key(first).endswith("ing"):
        return not trigger.is_noun  # wants it *fitting* in July
    if (
        sentence.key(first) == "talking"
        and first > 0
        and sentence.key(first - 1) not in {"'m", "am", "i", "we", "been", "was"}
    ):
        return True  # they want a day, *talking* about the last Friday
    is_gerund = not trigger.is_noun and sentence.key(first).endswith("ing") and sentence.key(first) != "meeting"
    return is_gerund and first in after_names and first not in starts


def _is_to_do_it(trigger: Trigger, sentence: Sentence, after_names: frozenset[int], starts: frozenset[int]) -> bool:
    """`Sarah will call`, `Luis to confirm by Thursday`, `Montes: want to see it working`."""
    first = trigger.span[0]
    if _is_what_they_have(first, sentence):
        return True
    if sentence.key(first) in _AUXILIARIES:
        is_in_return = bool(_IN_RETURN.intersection(sentence.keys[slice(*trigger.span)]))
        return first in after_names or not (is_in_return or may_start(sentence, first, starts))
    if _has_a_subject(trigger, sentence, starts, after_names) or _is_quoted(trigger, sentence):
        return True
    is_told_of_them = sentence.key(first - 1) == "to" and first - 1 in after_names
    is_told_of_them |= first in after_names and sentence.key(first) in _SHOULD  # Urrutia debería contestar
    return is_told_of_them or (first > 0 and sentence.key(first) == "want")


def _is_what_they_have(first: int, sentence: Sentence) -> bool:
    """Whether it is theirs: "she's *got a meeting* with the owners on Wednesday"."""
    if sentence.key(first) not in {"got", "have", "having", "has"}:
        return False
    before, subject = sentence.key(first - 1), sentence.key(first - 2)
    return before in {"'s", "has", "he", "she", "they"} or (before in {"'ve", "have"} and subject in {"they", "you"})


def _is_quoted(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether it is told whose duty it is, or hoped: "says *HR* have to sign it off", "I reckon we'll get Acme"."""
    end = sentence.place(trigger.span[0])
    is_hoped = trigger.kind is Kind.TASK and _HOPING.search(sentence.plain, 0, end)
    return bool(is_hoped or _QUOTED.search(sentence.plain, 0, end)) and not trigger.is_noun


_HOPING = re.compile(r"\b(?:i|we) (?:still )?(?:reckon|think|hope|guess|bet|expect|feel)(?: that| like)? $")


_QUOTED = re.compile(
    r"\b(?:says?|said|reckons?|thinks?) (?:that )?(?:(?:the|their|his|her|its) )?"
    r"(?!(?:i|we|and|then|but|or|if|when|call|ring|i 'd|to|no|yes|ok|me|us|so|it|fine|maybe|today|tomorrow)\b)[a-z]+ $"
)


def _has_a_subject(trigger: Trigger, sentence: Sentence, starts: frozenset[int], after_names: frozenset[int]) -> bool:
    """Whether a noun in the plural, or a body of people, does it: "*governors* meet on the 4th", "the board decide"."""
    first = trigger.span[0]
    subject = sentence.key(first - 1)
    if (
        first == 0
        or trigger.is_noun
        or trigger.verb is None
        or trigger.verb[0] != first
        or not _is_english(sentence.key(first))
    ):
        return False
    if not (subject in _BODIES or (len(subject) > _FEWEST_LETTERS and subject.endswith("s") and subject.isalpha())):
        return False
    before = sentence.key(first - 2)
    is_a_thing = first not in after_names and not sentence.is_capitalised(first - 1)
    is_described = (
        is_a_thing and first - 2 in starts and before.isalpha() and not (tells_feedback([before]) or is_told_of(before))
    )
    return first - 1 in starts or before in _LEADING_A_SUBJECT or is_described


_BODIES = word_set(
    "board committee council team management parents people both all lads family bank finance procurement"
)


_FEWEST_LETTERS = 3


_LEADING_A_SUBJECT = word_set(
    "the their his her our its says said reckons that thinks when once until till before after where because and as so"
)


def belongs_to_another(
    trigger: Trigger, triggers: list[Trigger], sentence: Sentence, segments: tuple[int, ...], named: frozenset[int]
) -> bool:
    """Whether it is the object or the echo of what is to be done: "send Gemma *the catalogue*", "call Janet
    *again*"."""
    if trigger.role is not Role.TO_DO or _is_what_one_went_for(trigger, triggers, sentence, segments, named):
        return (
            _is_what_one_went_for(trigger, triggers, sentence, segments, named)
            or _is_where_they_are(trigger, sentence, named)
            or (trigger.role is Role.DONE and _tells_who_it_is(trigger, triggers, sentence, segments, named))
        )
    if trigger.kind in {Kind.VISIT, Kind.MEETING}:  # popped in *to see* Emma
        places = {one.span[1] for one in triggers if one.role is Role.DONE and not one.is_noun}
        return bool(places & {trigger.span[0], trigger.span[0] - (sentence.key(trigger.span[0] - 1) == "to")})
    is_task = trigger.kind is Kind.TASK or trigger.is_paper
    if not is_task or not trigger.needs_time:
        return False
    first = max(start for start in segments if start <= trigger.span[0])
    is_bare = trigger.verb is None or trigger.verb[0] == trigger.span[0]
    if trigger.keeps_verb and is_bare and is_our_past(sentence.key(first)):
        return True  # took Óscar the drawings at one
    before = [one for one in triggers if first <= one.span[0] < trigger.span[0]]
    if not before or before[-1].is_noun or before[-1].role is not Role.TO_DO:
        return False
    is_sent = before[-1].kind is Kind.EMAIL
    is_a_thing = not _is_english(sentence.key(trigger.span[1] - 1)) or sentence.key(trigger.span[0]) in _DETERMINING
    is_what_is_sent = is_sent and is_a_thing  # the cool roof *brochure*
    between = range(before[-1].span[1], trigger.span[0])
    return is_what_is_sent or all(index in named or sentence.key(index) in GLUE for index in between)


_DETERMINING = word_set("the a an his her their our some that those")


def _is_what_one_went_for(
    trigger: Trigger, triggers: list[Trigger], sentence: Sentence, segments: tuple[int, ...], named: frozenset[int]
) -> bool:
    """Whether one went somewhere that is named to see somebody there: "went to Keane Property *to see* Niamh"."""
    first = trigger.span[0]
    if sentence.key(first) not in {"see", "meet", "visit"} or sentence.key(first - 1) != "to":
        return False
    opening = max(start for start in segments if start <= first)
    gone = [one for one in triggers if one.kind is Kind.VISIT and opening <= one.span[0] and one.span[1] < first]
    return bool(gone) and all(
        index in named or sentence.key(index) in GLUE | _SAME_DAY for index in range(gone[-1].span[1], first)
    )


_SAME_DAY = word_set("today yesterday this morning afternoon earlier last night evening just first thing")


def _is_where_they_are(trigger: Trigger, sentence: Sentence, named: frozenset[int]) -> bool:
    """Whether it only tells where the one named before it is: "had a call from Callum *over at* Otago"."""
    is_visit = trigger.role is Role.OPEN and trigger.kind is Kind.VISIT
    return is_visit and trigger.span[0] - 1 in named and sentence.key(trigger.span[0]) in _WHERE


_WHERE = word_set("over in out up down round back on")


def _tells_who_it_is(
    trigger: Trigger, triggers: list[Trigger], sentence: Sentence, segments: tuple[int, ...], named: frozenset[int]
) -> bool:
    """Whether it but says more of whom a deed before it is done to: "llamo a Ana, *que me ha escrito*"."""
    first, said = trigger.span[0], sentence.key(trigger.span[0])
    if said not in {"me", "nos"} or sentence.key(first - 1) != "que":
        return False
    is_of_a_name = first - 2 in named or (sentence.key(first - 2) in {"el", "la", ","} and first - 3 in named)
    before = [one for one in triggers if one.span[1] < first and one.role is not Role.NOT_OURS]
    opening = max(start for start in segments if start <= first - 2)
    return is_of_a_name and any(one.span[0] >= opening or sentence.key(first - 2) == "," for one in before)


def _is_english(key: str) -> bool:
    return key in verbs_en.GRAMMAR.lexicon.words
