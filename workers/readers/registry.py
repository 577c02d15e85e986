"""Which card readers there are: one line each."""

from collections.abc import Callable
from functools import cache

from workers.readers.errors import ReaderMissing
from workers.readers.provider import CardReader
from workers.readers.rapidocr import RapidOcr
from workers.readers.tesseract import Tesseract

READERS: dict[str, Callable[[int], CardReader]] = {
    "rapidocr": RapidOcr,
    "tesseract": Tesseract,
}


@cache
def reader(name: str, threads: int = 1) -> CardReader:
    """The reader of that name, one a process, so that its models are loaded once.

    `threads`: how many of the machine's cores one reading may use. Raises `KeyError` for an unknown name.
    """
    return READERS[name](threads)


def available_readers(preferred: str, threads: int = 1) -> list[CardReader]:
    """All that are installed, the preferred one first: it reads, the others check. Raises `ReaderMissing`."""
    names = (preferred, *(name for name in READERS if name != preferred))
    if found := [one for name in names if (one := reader(name, threads)).available()]:
        return found
    raise ReaderMissing
