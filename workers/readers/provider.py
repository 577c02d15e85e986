"""What every card reader can do; a reader is one file with a class like this and one line in the registry."""

from dataclasses import dataclass
from typing import Protocol

from core.customers.cards.reading import Line
from workers.readers.photo import Pixels


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader saw in an image."""

    lines: tuple[Line, ...]
    """In coordinates of the upright image."""
    turn: int = 0
    """Quarter turns against the clock that bring the image upright."""


class CardReader(Protocol):
    """Reads printed text. Models are loaded at the first `read` and given back by `release`."""

    @property
    def name(self) -> str:
        """The registry's word for it."""
        ...

    def available(self) -> bool:
        """Whether what it needs is installed here."""
        ...

    def read(self, image: Pixels) -> Seen:
        """The lines of an image that lies in any of the four directions.

        Raises `ReaderMissing` where the reader is not installed.
        """
        ...

    def release(self) -> None:
        """Give the memory of its models back; the next `read` loads them again."""
        ...
