"""Files that came with a form, on their way to the store: which are taken, and as what."""

import mimetypes
import re
from collections.abc import Sequence
from typing import Any, Final

from core.documents.changing import MOST
from core.documents.service import keep_bytes
from core.errors import CrmError, Invalid
from core.i18n import N_
from pwa.forms import LARGEST_UPLOAD, Upload

LARGEST_TOGETHER: Final = LARGEST_UPLOAD // 1_000_000 * 1_000_000 - 1_000_000
"""Bytes that the files of one form may have: the form itself needs a little."""
_PROGRAMS = (
    ".apk", ".app", ".bat", ".cmd", ".com", ".cpl", ".dll", ".dmg", ".exe", ".hta", ".jar", ".js", ".jse", ".lnk",
    ".msc", ".msi", ".msp", ".ps1", ".reg", ".scr", ".vb", ".vbe", ".vbs", ".wsf", ".wsh",
)  # fmt: skip
_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+")
_UNKNOWN = "application/octet-stream"


async def kept_files(company_id: str, uploads: Sequence[Upload]) -> list[dict[str, Any]]:
    """Keeps the files' bytes and gives what an operation takes of each.

    Raises `Invalid` in words before any is kept.
    """
    chosen = [upload for upload in uploads if upload.name or upload.content]
    if not chosen:
        raise _wrong(N_("Choose a file."))
    if len(chosen) > MOST:
        raise _wrong(N_("At most {n} files at once."), n=MOST)
    for upload in chosen:
        if not upload.content:
            raise _wrong(N_("“{name}” is empty."), name=upload.name)
        if upload.name.rstrip(". ").lower().endswith(_PROGRAMS):
            raise _wrong(N_("“{name}” is a program: those are not kept here."), name=upload.name)
    files = []
    for upload in chosen:
        digest, size = await keep_bytes(company_id, upload.content)
        name = upload.own_name or "file"
        files.append({"name": name, "media_type": media_type_of(upload), "size": size, "digest": digest})
    return files


def media_type_of(upload: Upload) -> str:
    """What the browser says it is; where it does not know, what its name ends in."""
    said = upload.media_type.partition(";")[0].strip().lower()[:100]
    if _TYPE.fullmatch(said) and said != _UNKNOWN:
        return said
    return mimetypes.guess_type(upload.name)[0] or _UNKNOWN


def _wrong(words: str, **facts: object) -> Invalid:
    return Invalid(fields={"files": CrmError(words, **facts)})
