"""What an activity is, and what a deed's words say of time and doer."""

from enum import Enum, StrEnum, auto


class Kind(StrEnum):
    """What an activity is."""

    CALL = "call"
    VISIT = "visit"
    MEETING = "meeting"
    EMAIL = "email"
    TASK = "task"


class Role(Enum):
    """What a trigger says of time and doer."""

    DONE = auto()
    TO_DO = auto()
    OPEN = auto()
    """A present tense or a noun: the time, or the rest of the sentence, decides."""
    AGREED = auto()
    """`quedamos`: to do, unless its time is past."""
    ASKED = auto()
    """The customer wants it of us: to do after what was done, but no plan by itself."""
    NOT_OURS = auto()
    """The customer's plan, a wish, a condition: never ours to log or plan."""
    NOT_DONE = auto()
    """`no llamé`, `couldn't visit`."""
