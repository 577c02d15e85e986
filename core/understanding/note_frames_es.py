"""What of a Spanish deed's clause is but its frame: how long one was there, and that one promised what follows."""

from core.understanding.languages import is_spanish
from core.understanding.note_words import LASTING
from core.understanding.reading import Reading
from core.understanding.text import word_set


def frames(reading: Reading) -> set[int]:
    """The tokens that but lead to a length: "*hemos estado* media hora", "*y estuvimos como* dos horas"."""
    if not is_spanish(reading.sentence):
        return set()
    found: set[int] = set()
    for one in reading.durations:
        first = one.span[0]
        while first > 0 and reading.sentence.key(first - 1) in _LEADING:
            first -= 1
        if _BEING.intersection(reading.sentence.keys[first : one.span[0]]):
            found |= set(range(first, one.span[0]))
    return found


_BEING = word_set(
    "estado estao estuve estuvimos estabamos estaba echado echao durado duro duraron llevado llevao tardado tardamos "
    "costado pasado pasamos dedicado hablado hablamos"
)
_LEADING = (
    LASTING | _BEING | word_set("y ahi alli reunidos hablando como casi algo mas menos que alrededor sobre")
) - {"a"}
