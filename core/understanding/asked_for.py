"""What is to be done where it only says that it will be: "wants the list *emailing*, will do Friday"."""

import re

from core.understanding.clause_deeds import Deed
from core.understanding.kinds import Kind
from core.understanding.reading import Reading

_DOING = re.compile(
    r"(?:(?:and|so|which|i|we|that|said|told (?:him|her|them)|promised|'ll|will|i 'd|id|we 'd|to|can|going to|gonna|"
    r"it|them|that|this|do|get|sort|have|over|back|off|done|out) )*(?:do|get|sort|have)(?: (?:it|that|them|this|so|"
    r"done|sorted|over|back|off|out))*"
)
_ASKED = (
    (Kind.EMAIL, re.compile(r"\b(?:e ?mailing|emailed|sending|sent|posting|posted|in writing|by email|mailed|"
                            r"mailing)\b")),
    (Kind.CALL, re.compile(r"\b(?:ringing|rung|calling back|called back|phoning|phoned|a (?:call|ring|"
                           r"bell)(?: back)?)\b")),
    (Kind.VISIT, re.compile(r"\b(?:visiting|bringing|brought|dropping (?:in|off)|dropped off|collecting|"
                            r"collected|a visit)\b")),
)  # fmt: skip


def kind_asked_for(deed: Deed, reading: Reading) -> Kind | None:
    """The kind of what they asked for in the piece before, where the deed says no more than that it will be done."""
    if deed.kind is not Kind.TASK or not _DOING.fullmatch(" ".join(reading.sentence.keys[slice(*deed.trigger.span)])):
        return None
    first = deed.clause.span[0]
    if first == 0:
        return None
    begin, end = (reading.sentence.place(index) for index in (reading.segment_of(first - 1)[0], first))
    asked = reading.sentence.plain[begin:end]
    return next((kind for kind, words in _ASKED if words.search(asked)), None)
