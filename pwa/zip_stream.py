"""A zip file that is sent while it is made: what is packed is gone from memory as soon as it is on its way."""

from collections.abc import AsyncIterator
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from core.people.own_data import Part


class _Way:
    """Takes what the archive writes until it is fetched; it cannot be sought in."""

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._written.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def fetched(self) -> bytes:
        written, self._written = self._written, []
        return b"".join(written)


async def zipped(parts: AsyncIterator[Part], now: datetime) -> AsyncIterator[bytes]:
    """The archive's bytes, as they come; `now`: the time that its files bear."""
    way = _Way()
    with ZipFile(way, "w") as archive:  # type: ignore[call-overload]
        async for part in parts:
            entry = ZipInfo(part.name, now.timetuple()[:6])
            entry.compress_type = ZIP_STORED if part.is_packed else ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as file:
                async for piece in part.pieces:
                    file.write(piece)
                    if written := way.fetched():
                        yield written
    yield way.fetched()
