"""What comes in with a form: text fields and files, within limits, cleaned of what is never meant."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from core.records import new_id
from pwa.operation_ids import operation_id_of

MOST_FIELDS: Final = 300
MOST_FILES: Final = 20
LONGEST_FIELD: Final = 256 * 1024
LARGEST_FORM: Final = 1024 * 1024
LARGEST_UPLOAD: Final = 25 * 1024 * 1024
"""A photo, or a few."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a form."""

    name: str
    media_type: str
    content: bytes

    @property
    def own_name(self) -> str:
        """Its name without the folders that some browsers send; empty where it has none."""
        return re.split(r"[/\\]", self.name)[-1].strip()


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it was sent: text by name, and files."""

    operation_id: str
    fields: Mapping[str, list[str]] = field(default_factory=dict)
    files: Mapping[str, list[Upload]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The field's text without space around it; empty when there is none."""
        return next(iter(self.fields.get(name, ())), "").strip()

    def given(self, *names: str) -> dict[str, str]:
        """Of these fields, those that were filled."""
        return {name: text for name in names if (text := self.text(name))}

    def all(self, name: str) -> list[str]:
        """Every value of a field that may come several times."""
        return list(self.fields.get(name, ()))

    def file(self, name: str) -> Upload | None:
        """The file of a field; None where none was chosen."""
        return next(iter(self.files.get(name, ())), None)

    def all_files(self, name: str) -> list[Upload]:
        """Every file of a field that takes several."""
        return list(self.files.get(name, ()))


async def read_form(request: Request) -> Form:
    """The request's form. Raises HTTPException: 413 for one that is too large, 400 for one that is broken."""
    try:
        async with request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD) as sent:
            fields: dict[str, list[str]] = {}
            files: dict[str, list[Upload]] = {}
            for name, value in sent.multi_items():
                if isinstance(value, UploadFile):
                    name_of_file = clean(value.filename or "")[-200:]
                    upload = Upload(name_of_file, value.content_type or "", await value.read())
                    files.setdefault(name, []).append(upload)
                else:
                    fields.setdefault(name, []).append(clean(value))
    except HTTPException as error:
        # Starlette says 400 for a field over its size and for a broken body alike.
        too_large = error.status_code == 413 or "maximum" in error.detail.lower()  # noqa: PLR2004
        raise HTTPException(413 if too_large else 400) from error
    except (ValueError, LookupError) as error:  # a charset that nobody knows, a boundary that is none
        raise HTTPException(400) from error
    given = next(iter(fields.get("operation_id", ())), "")
    return Form(operation_id_of(given) if given else new_id(), fields, files)


def clean(text: str) -> str:
    """Text without NUL and without halves of characters, which no database takes and nobody means."""
    return text.encode("utf-8", "ignore").decode().replace("\x00", "")
