"""Who reads something, in which language, when: what most of what is shown depends on."""

from dataclasses import dataclass
from datetime import datetime

from core.i18n import Translator
from core.policy import Viewer


@dataclass(frozen=True, slots=True)
class Reader:
    """A person before a list or a search."""

    viewer: Viewer
    translate: Translator
    now: datetime
    """In the person's time zone."""
