"""What English but recalls in saying what is to be done: "ring Tom tomorrow about *what we discussed last Monday*"."""

import re

from core.understanding.clause_deeds import Deed
from core.understanding.lexicon import GLUE
from core.understanding.reading import Reading
from core.understanding.text import indexes


def without_recalled(deeds: list[Deed], reading: Reading) -> list[Deed]:
    """The deeds without those told in a subordinate clause behind a deed to come that opens with its time."""
    if not deeds or deeds[0].is_done or deeds[0].time is None or not _opens(deeds[0], reading):
        return deeds
    return [deed for deed in deeds if not (deed.is_done and _is_subordinate(deed, reading))]


def _opens(deed: Deed, reading: Reading) -> bool:
    """Whether nothing but names, times and small words stands before it."""
    known = indexes(reading.mentions, reading.times, reading.durations)
    return all(
        index in known or reading.sentence.key(index) in GLUE or not reading.sentence.key(index).isalpha()
        for index in range(deed.trigger.span[0])
    )


def _is_subordinate(deed: Deed, reading: Reading) -> bool:
    sentence = reading.sentence
    before = sentence.plain[: sentence.place(deed.trigger.span[0])]
    said = sentence.plain[sentence.place(deed.trigger.span[0]) : sentence.place(deed.trigger.span[1])]
    return bool(_LEADING.search(before) or _LED.match(said))


_LEADING = re.compile(
    r"(?<!\S)(?:what|that|which|who|whom|when|since|because|as|where|after|like|the (?:\S+ )?\S+)"
    r"(?: (?:i|we|you))?(?: (?:'ve|'d|had|have|just|last))* $"
)
_LED = re.compile(r"(?:what|that|which|who|when|since|because|as|where|after|like)\b")
