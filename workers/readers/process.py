"""Reading in a process of its own: the models need much memory, and it is all given back when nobody photographs."""

import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Lock, Timer

from core.customers.cards import Side
from core.settings import settings
from workers.readers.errors import UnreadablePhoto

SECONDS_KEPT = 60
"""How long the process waits for another photo before it ends."""

_lock = Lock()
_process: ProcessPoolExecutor | None = None
_end: Timer | None = None
_reading = 0


async def read_apart(photo: bytes, default_region: str) -> Side:
    """The card in the photo, or the side of one without a name, or neither. Raises `ReaderError`.

    A photo that brings the process down (out of memory) is unreadable; the next one gets a new process.
    """
    process = _take()
    try:
        return await asyncio.wrap_future(process.submit(_read, photo, default_region, settings().card_reader))
    except BrokenProcessPool:
        _drop(process)
        raise UnreadablePhoto from None
    finally:
        _give_back()


def _read(photo: bytes, default_region: str, preferred: str) -> Side:
    from workers.readers.reading import read_side  # noqa: PLC0415 - loaded in the process that reads
    from workers.readers.registry import available_readers  # noqa: PLC0415

    return read_side(photo, default_region, available_readers(preferred))


def _take() -> ProcessPoolExecutor:
    global _process, _end, _reading  # noqa: PLW0603 - one process for all threads
    with _lock:
        if _end is not None:
            _end.cancel()
            _end = None
        if _process is None:
            _process = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
        _reading += 1
        return _process


def _give_back() -> None:
    global _end, _reading  # noqa: PLW0603
    with _lock:
        _reading -= 1
        if _reading == 0:
            _end = Timer(SECONDS_KEPT, end)
            _end.daemon = True
            _end.start()


def _drop(broken: ProcessPoolExecutor) -> None:
    global _process  # noqa: PLW0603
    with _lock:
        if _process is broken:
            _process = None


def end() -> None:
    """Ends the process, unless it is reading."""
    global _process, _end
    with _lock:
        if _reading or _process is None:
            return
        ended, _process, _end = _process, None, None
    ended.shutdown(wait=False)
