"""Documents as files in a folder: `file:///srv/ronda/documents`."""

import asyncio
import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import ClassVar, Self
from urllib.parse import unquote, urlsplit

from core.settings import UnusableSetting


class DiskStore:
    """Files in a folder; written beside and moved into place, so that a file is whole or not there."""

    scheme: ClassVar[str] = "file"

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def at(cls, url: str) -> Self:
        parts = urlsplit(url)
        if parts.netloc or not parts.path.startswith("/"):
            raise UnusableSetting("STORE_URL names a folder by its whole path: file:///srv/ronda/documents")
        return cls(Path(unquote(parts.path)))

    async def put(self, key: str, content: bytes) -> None:
        await asyncio.to_thread(self._put, key, content)

    async def get(self, key: str) -> bytes:
        return await asyncio.to_thread(self._path(key).read_bytes)

    async def delete(self, key: str) -> None:
        await asyncio.to_thread(self._path(key).unlink, missing_ok=True)

    def where(self) -> str:
        return str(self.folder)

    def _put(self, key: str, content: bytes) -> None:
        path = self._path(key)
        if path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, delete=False) as draft:
            draft.write(content)
            draft.flush()
            os.fsync(draft.fileno())
        Path(draft.name).replace(path)

    def _path(self, key: str) -> Path:
        return self.folder / key
