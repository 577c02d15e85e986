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
