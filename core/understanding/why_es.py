"""What Spanish says behind a deed of ours but to tell why, or what for: it is no news of how it went."""

import re

from core.understanding.dates import WhenWords
from core.understanding.kinds import Role
from core.understanding.languages import is_spanish
from core.understanding.reading import Reading
from core.understanding.trigger_rows import Trigger

_WHY = re.compile(r"(?:q|que|porque|pq|ya que|pues|hasta|antes|para|por si|a ver)\b(?! (?:me|nos|ya|dice|dicen)\b)")


def is_said_why(time: WhenWords, trigger: Trigger, reading: Reading) -> bool:
    """Whether a present behind its day goes on but with why: "el viernes llamo a Javi, *que hasta entonces* viaja"."""
    if trigger.is_noun or trigger.role is not Role.OPEN or time.span[1] > trigger.span[0] or reading.durations:
        return False
    sentence = reading.sentence
    end = next((start for start in reading.segments if start > trigger.span[0]), None)
    if end is None or not is_spanish(sentence):
        return False
    return bool(_WHY.match(sentence.plain, sentence.place(end)))
