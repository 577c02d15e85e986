"""Days that are no date in Spanish: a habit ("viene los viernes") and any such day ("mejor ir un viernes")."""

from core.understanding.calendar_es import WEEKDAYS
from core.understanding.dates import WhenWords
from core.understanding.text import Sentence, word_set

_ANY = word_set("los un algun cualquier cada unos todos")


def is_any_such_day(time: WhenWords, sentence: Sentence) -> bool:
    """Whether it tells a weekday as such, and none of the calendar: "los lunes", "un viernes por la tarde"."""
    first, end = time.span
    weekdays = [index for index in range(first, end) if sentence.key(index) in WEEKDAYS]
    if not weekdays or any(sentence.key(index).isdigit() for index in range(first, weekdays[0])):
        return False
    before = sentence.key(weekdays[0] - 1)
    return before in _ANY and "que" not in sentence.keys[weekdays[0] : end]
