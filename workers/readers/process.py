"""Reading in a process of its own, which ends when nobody photographs any more."""

from core.customers.cards import Card
from core.settings import settings
from workers.apart import Apart, ProcessDied
from workers.readers.errors import UnreadablePhoto

_apart = Apart()


async def read_apart(photo: bytes, default_region: str) -> Card | None:
    """The card in the photo, or None where there is no card. Raises `ReaderError`.

    A photo that brings the process down (out of memory) is unreadable; the next one gets a new process.
    """
    try:
        return await _apart.run(_read, photo, default_region, settings().card_reader)
    except ProcessDied:
        raise UnreadablePhoto from None


def _read(photo: bytes, default_region: str, preferred: str) -> Card | None:
    from workers.readers.reading import read_card  # noqa: PLC0415 - loaded in the process that reads
    from workers.readers.registry import available_reader  # noqa: PLC0415

    return read_card(photo, default_region, available_reader(preferred))
