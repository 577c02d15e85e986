"""Where documents' bytes are kept: a Protocol, and one provider a class."""

import asyncio
import hashlib
import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Protocol

from core.settings import settings


class Store(Protocol):
    """Keeps bytes under a key; the same key always has the same bytes."""

    async def put(self, key: str, content: bytes) -> None: ...
    async def get(self, key: str) -> bytes: ...
    async def delete(self, key: str) -> None: ...


class DiskStore:
    """Files in a folder; written beside and moved into place, so that a file is whole or not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def put(self, key: str, content: bytes) -> None:
        await asyncio.to_thread(self._put, key, content)

    async def get(self, key: str) -> bytes:
        return await asyncio.to_thread(self._path(key).read_bytes)

    async def delete(self, key: str) -> None:
        await asyncio.to_thread(self._path(key).unlink, missing_ok=True)

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


def store() -> Store:
    """This installation's store."""
    return DiskStore(settings().data_dir / "documents")


def digest_of(content: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def key_of(company_id: str, digest: str) -> str:
    """Where the bytes with this digest are kept for this company."""
    return f"{company_id}/{digest[:2]}/{digest}"
