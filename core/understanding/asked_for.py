"""What is to be done where it only says that it will be: "wants the list *emailing*, will do Friday"."""

import re

from core.understanding.clause_deeds import Deed
from core.understanding.kinds import Kind
from core.understanding.reading import Reading

_DOING = re.compile(
    r"(?:(?:and|so|which|i|we|that|said|told (?:him|her|them)|promised|'ll|ill|will|would|'d|id|we 'd|to|can|"
    r"going to|gonna|"
    r"it|them|that|this|do|get|sort|have|over|back|off|done|out) )*(?:do|get|sort|have)(?: (?:it|that|them|this|so|"
    r"done|sorted|over|back|off|out))*"
)
_TO_US = r"(?:asked|wants?|wanted|needs?|told|would like|'d like) (?:me|us) to "
_ASKED = (
    (
        Kind.EMAIL,
        r"e ?mailing|emailed|sending|sent|posting|posted|in writing|by email|mailed|mailing",
        r"send|email|forward|mail|text",
    ),
    (
        Kind.CALL,
        r"ringing|rung|calling back|called back|phoning|a (?:call|ring|bell)(?: back)?",
        r"ring|call|"
        r"phone|speak",
    ),
    (
        Kind.VISIT,
        r"visiting|bringing|brought|dropping (?:in|off)|dropped off|collecting|collected|a visit",
        r"visit|come|pop|drop|call in|bring|collect",
    ),
)
_WORDS_ASKED = tuple((kind, re.compile(rf"\b(?:(?:{things})|{_TO_US}(?:{deeds}))\b")) for kind, things, deeds in _ASKED)


def kind_asked_for(deed: Deed, reading: Reading) -> Kind | None:
    """The kind of what they asked for in the piece before, where the deed says no more than that it will be done."""
    if deed.kind is not Kind.TASK or not _DOING.fullmatch(" ".join(reading.sentence.keys[slice(*deed.trigger.span)])):
        return None
    first = deed.clause.span[0]
    if first == 0:
        return None
    begin, end = (reading.sentence.place(index) for index in (reading.segment_of(first - 1)[0], first))
    asked = reading.sentence.plain[begin:end]
    return next((kind for kind, words in _WORDS_ASKED if words.search(asked)), None)
