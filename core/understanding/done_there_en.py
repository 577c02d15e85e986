"""What is to be done where somebody goes for it is a visit in English: "I have to *go there to measure*"."""

import re

from core.understanding.kinds import Kind, Role
from core.understanding.reading import Reading
from core.understanding.trigger_rows import Trigger

_GOING = re.compile(
    r"\b(?:go|come|pop|nip|get|call|run|head|drive|going|coming|popping|nipping|calling|heading|driving|be|i 'm|i 'll|"
    r"am|back)"
    r"(?: back)? ?(?:there|out|over|up|down|round|across|along|by|in|on site|onsite)(?: there| again)?(?: "
    r"(?:and|to))? $|"
    r"\b(?:pop|nip|swing|popping|nipping)(?: back)?(?: (?:and|to))? $"
)
"""The way that leads to the deed."""
_BACK = re.compile(r"\b(?:go|come|be|going|coming)(?: back)(?: again)? (?:and|to) $|\bback to $")
_BY_HAND = re.compile(
    r"(?:(?:re ?)?(?:measur|survey|fit|instal|inspect|collect|fetch|pick|repair|fix|swap|replac|train|photograph|"
    r"assess|look|show|demo|hang|mount|set|drop|deliver|service|count|paint|walk|check|test|take)\w*)(?!\S)"
)
"""What nobody does from his desk."""


def is_done_there(trigger: Trigger, reading: Reading) -> bool:
    """Whether the words before the verb say that somebody goes there to do it."""
    if trigger.kind is not Kind.TASK or trigger.role is Role.DONE or trigger.verb is None:
        return False
    sentence = reading.sentence
    first, end = reading.segment_of(trigger.span[0])[0], trigger.verb[0]
    before = sentence.plain[sentence.place(first) : sentence.place(end)]
    said = sentence.plain[sentence.place(end) :]
    return bool(_GOING.search(before) or _BACK.search(before)) and bool(_BY_HAND.match(said))
