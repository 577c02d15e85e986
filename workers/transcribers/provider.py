"""What every transcriber can do; one is a file with a class like this and one line in the registry."""

from typing import Protocol

from core.voice.hearing import Sound


class Transcriber(Protocol):
    """Turns speech, Spanish and English at least, into words."""

    @property
    def name(self) -> str:
        """The registry's word for it."""
        ...

    def available(self) -> bool:
        """Whether what it needs is installed and set."""
        ...

    async def transcribe(self, sound: Sound) -> str:
        """What is said in it, empty where nothing is. Raises `TranscriberError` and its kinds."""
        ...
