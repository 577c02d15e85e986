"""What goes on of somebody named before, as "he" or "they": an entry though no verb of ours tells it."""

from core.understanding.feedback import tells_feedback
from core.understanding.kinds import Role
from core.understanding.reading import Reading
from core.understanding.text import word_set
from core.understanding.trigger_rows import Trigger


def goes_on_of_them(reading: Reading, last: int) -> bool:
    """Whether somebody is named and then told of as "he" or "they", with nothing to be done before: "back from an hour
    with Noel and *he said* …"."""
    firsts = [one.span[1] for one in reading.mentions if one.contacts and not one.is_weak and one.span[0] < last]
    if not firsts or any(one.role in _TO_COME and one.span[0] < last and not _is_idle(one) for one in reading.triggers):
        return False
    keys = reading.sentence.keys[firsts[0] : last]
    return any(
        key in {"he", "she", "they"} and tells_feedback([after]) and before not in _UNSURE
        for before, key, after in zip(["", *keys], keys, keys[1:], strict=False)
    )


_TO_COME = {Role.TO_DO, Role.ASKED, Role.AGREED}
_UNSURE = word_set("if when once unless whether because as cos like what")


def _is_idle(trigger: Trigger) -> bool:
    """Whether it is a bare verb amid the talk, which plans nothing: "what a man to *talk*"."""
    return trigger.verb == trigger.span and trigger.span[1] - trigger.span[0] == 1


def wishes_and_ends(reading: Reading, last: int) -> bool:
    """Whether somebody's wish is a piece of its own before ours: "Trish wants us in, *I need to confirm by Monday*"."""
    head = next((one for one in reading.mentions if not one.is_weak), None)
    if head is None or head.span[0] > 0 or not head.contacts or reading.segment_of(0)[1] > last:
        return False
    index = head.span[1]
    named = {one.span[0]: one.span[1] for one in reading.mentions}
    while index in named or reading.sentence.key(index) in _OF:
        index = named.get(index, index + 1)
    is_ours = reading.sentence.key(last) in _WE or reading.sentence.key(reading.segment_of(last)[0]) in _WE
    return is_ours and reading.sentence.key(index) in _WANTING


_OF = word_set("at from of in the and")
_WE = word_set("i we so 'll need must gotta to will")
_WANTING = word_set("wants wanted needs needed asked asks wishes expects")
