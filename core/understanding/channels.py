"""By what means it was done, said beside the deed: "por teléfono", "by email", "over Teams"."""

import re
from dataclasses import dataclass

from core.understanding.kinds import Kind
from core.understanding.text import Sentence, Span

_BY = r"(?:por|via|x|by|on|over|through|in|en|al|a traves de|mediante)"
_PATTERNS = (
    (
        Kind.EMAIL,
        rf"{_BY} (?:correo|correo electronico|mail|email|e mail|whatsapp|wasap|mensaje|text|linkedin|sms|chat)",
    ),
    (
        Kind.CALL,
        rf"{_BY}(?: the)? (?:telefono|telephone|phone|telf|tlf|tel|movil|mobile|llamada)|"
        r"on the (?:blower|dog|horn)|telefonicamente|via telefonica",
    ),
    (
        Kind.CALL,
        rf"{_BY}(?: la)? (?:videollamada|video|teams|zoom|meet|google meet|skype|videoconferencia|video call|webex)",
    ),
    (Kind.VISIT, r"en mano|by hand"),
    (None, r"in person|en persona|face to face|presencialmente|cara a cara|de manera presencial"),
)
_COMPILED = tuple((kind, re.compile(rf"(?<!\S)(?:{pattern})(?!\S)")) for kind, pattern in _PATTERNS)


@dataclass(frozen=True, slots=True)
class ChannelWords:
    """A means, where it was said, and the kind that it makes of a deed whose verb does not tell."""

    span: Span
    kind: Kind | None


def find_channels(sentence: Sentence) -> list[ChannelWords]:
    """Every means in the sentence."""
    return [
        ChannelWords(sentence.span(match), kind)
        for kind, pattern in _COMPILED
        for match in pattern.finditer(sentence.plain)
    ]
