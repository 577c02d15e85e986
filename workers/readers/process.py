"""Reading in a process of its own, which ends when nobody photographs any more."""

from typing import TYPE_CHECKING

from core.settings import settings
from workers.apart import Apart, ProcessDied
from workers.readers.errors import UnreadablePhoto

if TYPE_CHECKING:
    from workers.readers.reading import Photographed

_apart = Apart()


async def read_apart(photo: bytes, default_region: str) -> "Photographed":
    """The card in the photo, or the side of one without a name, or neither; and its picture. Raises `ReaderError`.

    A photo that brings the process down (out of memory) is unreadable; the next one gets a new process.
    """
    try:
        return await _apart.run(_read, photo, default_region, settings().card_reader)
    except ProcessDied:
        raise UnreadablePhoto from None


def _read(photo: bytes, default_region: str, preferred: str) -> "Photographed":
    from workers.readers.reading import read_photo  # noqa: PLC0415 - loaded in the process that reads
    from workers.readers.registry import available_readers  # noqa: PLC0415

    return read_photo(photo, default_region, available_readers(preferred))
