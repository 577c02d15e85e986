"""Which transcribers there are: one line each."""

from collections.abc import Callable

from core.settings import Settings
from workers.transcribers.provider import Transcriber
from workers.transcribers.server import Server
from workers.transcribers.whisper import Whisper

NONE = "none"
"""The setting of an installation in which nobody listens."""
TRANSCRIBERS: dict[str, Callable[[Settings], Transcriber]] = {
    "whisper": Whisper,
    "server": Server,
}


def chosen_transcriber(here: Settings) -> Transcriber | None:
    """The one that `TRANSCRIPTION` names; None for `none`, and where what it needs is missing."""
    make = TRANSCRIBERS.get(here.transcription)
    transcriber = make(here) if make else None
    return transcriber if transcriber is not None and transcriber.available() else None
