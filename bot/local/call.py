"""One call of a method: its parameters, whichever way they came, read as Telegram reads them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from python_multipart.exceptions import MultipartParseError
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.local.chat import LocalChat
from bot.local.refusals import bad_request
from bot.local.store import Json

ATTACHED = "attach://"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    content: bytes
    mime_type: str


@dataclass(frozen=True, slots=True)
class Call:
    """A method, the chat that it is to change, its parameters as text (JSON where structured) and its
    files.
    """

    method: str
    chat: LocalChat
    parameters: Mapping[str, str]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return name in self.parameters or name in self.uploads

    def text(self, name: str) -> str:
        """A parameter as text, empty where it is missing."""
        return self.parameters.get(name, "")

    def required(self, name: str) -> str:
        """A parameter as text. Raises RefusedError where it is missing or empty."""
        if not self.text(name):
            raise bad_request(f'parameter "{name}" is required')
        return self.text(name)

    def integer(self, name: str, default: int = 0, lowest: int = 0, highest: int = 2**31 - 1) -> int:
        """A whole number forced between two limits; like Telegram, 0 for what is no number."""
        if not self.text(name):
            return default
        return min(max(_whole(self.text(name)), lowest), highest)

    def decimal(self, name: str) -> float:
        """A decimal number. Raises RefusedError where it is missing or none."""
        if not self.text(name).strip():
            raise bad_request(f"{name} is empty")
        try:
            return float(self.text(name))
        except ValueError:
            return 0.0

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in ("true", "yes", "1")

    def json(self, name: str, what: str) -> Any:
        """A structured parameter, None where it is missing.

        Raises RefusedError naming `what` where it is no JSON.
        """
        if not self.text(name):
            return None
        try:
            return json.loads(self.text(name))
        except ValueError as error:
            raise bad_request(f"can't parse {what} JSON object") from error

    def upload(self, name: str) -> Upload | None:
        """A file sent as this parameter, directly or as `attach://<field>`."""
        return self.uploads.get(name) or self.attached(self.text(name))

    def attached(self, reference: str) -> Upload | None:
        """The file that `attach://<field>` names."""
        return self.uploads.get(reference.removeprefix(ATTACHED)) if reference.startswith(ATTACHED) else None

    def names(self) -> set[str]:
        """The names of all parameters, without files that others refer to as `attach://<field>`."""
        referred = {name for name in self.uploads if any(ATTACHED + name in text for text in self.parameters.values())}
        return {*self.parameters, *self.uploads} - referred


async def read_call(method: str, chat: LocalChat, request: Request) -> Call:
    """The call in a request: query string, JSON, form or multipart. Raises RefusedError for a broken body."""
    parameters: dict[str, str] = dict(request.query_params)
    uploads: dict[str, Upload] = {}
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        parameters |= _from_json(await request.body())
    elif kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        fields, uploads = await read_form(request)
        parameters |= fields
    return Call(method, chat, parameters, uploads)


async def read_form(request: Request) -> tuple[dict[str, str], dict[str, Upload]]:
    """The fields and files of a form; of files with one name, the later ones get a number after it.

    Raises RefusedError for a broken one.
    """
    fields: dict[str, str] = {}
    uploads: dict[str, Upload] = {}
    try:
        async with request.form() as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    key = name if name not in uploads else f"{name}{len(uploads)}"
                    uploads[key] = Upload(value.filename or "file", await value.read(), value.content_type or "")
                else:
                    fields[name] = value
    except (HTTPException, MultipartParseError) as error:
        raise bad_request("can't parse form data") from error
    return fields, uploads


def _from_json(body: bytes) -> dict[str, str]:
    if not body.strip():
        return {}
    try:
        content = json.loads(body)
    except ValueError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(content, dict):
        raise bad_request("JSON object expected")
    return {name: _as_text(value) for name, value in content.items() if value is not None}


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        return 0


def expect_object(value: Any, what: str) -> Json:
    """The value as an object. Raises RefusedError naming what was expected."""
    if not isinstance(value, dict):
        raise bad_request(what)
    return value
