"""What every card reader can do; a reader is one file with a class like this and one line in the registry."""

from typing import Protocol

from core.customers.cards.reading import Line
from workers.readers.photo import Pixels


class CardReader(Protocol):
    """Reads printed text. Models are loaded at the first `read` and given back by `release`."""

    @property
    def name(self) -> str:
        """The registry's word for it."""
        ...

    def available(self) -> bool:
        """Whether what it needs is installed here."""
        ...

    def read(self, image: Pixels) -> tuple[Line, ...]:
        """The lines of an image that lies in any of the four directions, in coordinates of the upright one.

        Raises `ReaderMissing` where the reader is not installed.
        """
        ...

    def release(self) -> None:
        """Give the memory of its models back; the next `read` loads them again."""
        ...
