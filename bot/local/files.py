"""The files of the chats: kept on disk, told to the bot as Telegram tells them."""

import asyncio
import mimetypes
import re
from hashlib import sha256
from pathlib import Path, PurePosixPath
from secrets import token_urlsafe

from bot.local.photos import photo_sizes
from bot.local.refusals import RefusedError, bad_request
from bot.local.store import Json, Store

MAX_UPLOAD, MAX_DOWNLOAD = 50_000_000, 20_000_000
MAX_NAME = 60
EMPTY = "file must be non-empty"


class Files:
    """Keeps contents under `folder` and finds them again by Telegram's file id or path."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder

    async def keep_photo(self, content: bytes) -> list[Json]:
        """Keeps a photo; gives its `PhotoSize` objects, smallest first.

        Raises RefusedError for a bad picture.
        """
        if not content:
            raise bad_request(EMPTY)
        sizes = await asyncio.to_thread(photo_sizes, content)
        return [
            {
                **await self._keep(size.content, "Photo", "photos", ".jpg"),
                "width": size.width,
                "height": size.height,
            }
            for size in sizes
        ]

    async def keep_document(self, content: bytes, name: str, mime_type: str = "") -> Json:
        """Keeps a file under its own name; gives its `Document` object."""
        name = _clean(name)
        kind = mime_type or mimetypes.guess_type(name)[0] or "application/octet-stream"
        kept = await self._keep(content, "Document", "documents", PurePosixPath(name).suffix)
        return {**kept, "file_name": name, "mime_type": kind}

    async def keep_voice(self, content: bytes, duration: int, mime_type: str = "audio/ogg") -> Json:
        """Keeps a voice message of `duration` seconds; gives its `Voice` object."""
        kept = await self._keep(content, "VoiceNote", "voice", ".oga")
        return {**kept, "duration": duration, "mime_type": mime_type}

    def find(self, file_id: str) -> Json:
        """The `File` object, with the path to fetch it by. Raises RefusedError when there is none."""
        file = self._store.get("file", file_id)
        if file is None:
            raise bad_request("invalid file_id")
        if file["file_size"] > MAX_DOWNLOAD:
            raise bad_request("file is too big")
        return {key: file[key] for key in ("file_id", "file_unique_id", "file_size", "file_path")}

    def known_as(self, file_id: str, kind: str) -> Json:
        """What was kept under this id, to send it again as the same kind. Raises RefusedError otherwise."""
        file: Json | None = self._store.get("file", file_id)
        if file is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if file["kind"] != kind:
            raise bad_request(f"can't use file of type {file['kind']} as {kind}")
        return file

    def path(self, file_path: str) -> Path | None:
        """Where a file of this `file_path` lies; None when it is no file of ours."""
        path = (self._folder / file_path).resolve()
        return path if path.is_relative_to(self._folder.resolve()) and path.is_file() else None

    async def content(self, file: Json) -> bytes:
        """The bytes of a kept file."""
        return await asyncio.to_thread((self._folder / file["file_path"]).read_bytes)

    async def _keep(self, content: bytes, kind: str, folder: str, suffix: str) -> Json:
        if not content:
            raise bad_request(EMPTY)
        if len(content) > MAX_UPLOAD:
            raise RefusedError(413, "Request Entity Too Large")
        file_path = f"{folder}/file_{self._store.next_number('file')}{suffix}"
        await asyncio.to_thread(_write, self._folder / file_path, content)
        file_id = token_urlsafe(36)
        told = {
            "file_id": file_id,
            "file_unique_id": sha256(content).hexdigest()[:16],
            "file_size": len(content),
        }
        self._store.put("file", file_id, {**told, "file_path": file_path, "kind": kind})
        return told


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _clean(name: str) -> str:
    """A file name without folders or odd characters, as Telegram shows it, at most 60 characters long."""
    plain = re.sub(r"[^\w.() -]", "_", PurePosixPath(name.replace("\\", "/")).name).strip() or "file"
    suffix = PurePosixPath(plain).suffix[:12]
    return plain.removesuffix(suffix)[: MAX_NAME - len(suffix)] + suffix
