"""What a later piece says of a deed: how it went, or what one wants of it oneself."""

from core.understanding.reading import Reading
from core.understanding.text import indexes, word_set
from core.understanding.trigger_rows import Trigger


def is_judged(trigger: Trigger, reading: Reading) -> bool:
    """Whether the piece behind it says in a few words how it went: "Visit Nenagh. *Breda happy*."."""
    end = reading.segment_of(trigger.span[0])[1]
    if end >= len(reading.sentence.tokens):
        return False
    named = indexes(reading.mentions)
    keys = [reading.sentence.key(index) for index in range(*reading.segment_of(end)) if index not in named]
    words = [key for key in keys if key.isalpha()]
    return len(words) <= _OF_A_VERDICT and bool(_VERDICTS.intersection(words))


_OF_A_VERDICT = 4
_VERDICTS = word_set(
    "happy unhappy keen delighted pleased thrilled chuffed good great grand fine well ok okay positive negative cross "
    "annoyed raging interested lovely brilliant excellent sound sorted disappointed impressed cold quiet satisfied "
    "useless terrible awful rubbish nobody closed shut busy"
)


def is_our_wish(index: int, reading: Reading) -> bool:
    """Whether a piece begins with what one wants to do oneself: "lunch with Ann Thursday, *want to* talk budget"."""
    key, before = reading.sentence.key(index), reading.sentence.key(index - 1)
    is_bare = before == "i" or index in reading.segments
    return (
        key in {"want", "need", "hope", "plan", "wanna"} and is_bare and reading.sentence.key(index + 1) in {"to", "a"}
    )


def is_praised(trigger: Trigger, reading: Reading) -> bool:
    """Whether it is said at once how it was: "*good* catch up with Ann this afternoon"."""
    first = trigger.span[0]
    said = {reading.sentence.key(first), reading.sentence.key(first - 1)}
    return not _PRAISE.isdisjoint(said)


_PRAISE = word_set(
    "good great lovely productive solid decent brilliant tough rough awkward useful frustrating super cracking"
)
