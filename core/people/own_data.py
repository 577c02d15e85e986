"""A copy of what is one's own in a company, part by part: in memory there is a page of records, or one file."""

import json
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import select

from core.customers.models import Address, Email, Phone
from core.database import EVERY_COMPANY, reading
from core.documents.stores import key_of, store
from core.events import Event
from core.people.devices import devices_of
from core.people.passkeys import passkeys_of
from core.people.personal import chats_of, settings_of
from core.people.second_factor import state
from core.policy import Viewer, visible
from core.records import model_of, plain, values_of

PAGE: Final = 200
PIECE: Final = 256 * 1024
KINDS: Mapping[str, str] = {
    "accounts": "account",
    "contacts": "contact",
    "leads": "lead",
    "opportunities": "opportunity",
    "activities": "activity",
    "documents": "document",
}
"""The part's name → the kind of record."""
_REACHED_BY = {"account": "account_id", "contact": "contact_id"}
_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the copy."""

    name: str
    pieces: AsyncIterator[bytes]
    is_packed: bool = False
    """Its bytes are as small as they get: a photo, a sound."""


async def own_data(viewer: Viewer) -> AsyncIterator[Part]:
    """The person and what signs him or her in; the records that he or she owns; what he or she did; the documents.

    Nothing that the person may not see, and no secret: neither a password's digest nor a key.
    """
    yield Part("you.json", _one(await _person(viewer)))
    for name, kind in KINDS.items():
        yield Part(f"{name}.json", _array(_records(viewer, kind)))
    yield Part("history.json", _array(_history(viewer)))
    missing: list[Mapping[str, Any]] = []
    async for page in _records(viewer, "document"):
        for document in page:
            try:
                content = await store().get(key_of(viewer.company_id, document["digest"]))
            except FileNotFoundError:
                missing.append(document)
                continue
            name = _NOT_IN_A_NAME.sub("_", document["name"])[-120:]
            yield Part(f"documents/{document['id']}-{name}", _cut(content), is_packed=True)
    if missing:
        yield Part("documents/missing.json", _one([{"id": one["id"], "name": one["name"]} for one in missing]))


async def _person(viewer: Viewer) -> dict[str, Any]:
    async with reading(EVERY_COMPANY) as session:
        settings = await settings_of(session, viewer.user_id)
        chats = await chats_of(session, viewer.user_id)
        devices = await devices_of(session, viewer.user_id)
        passkeys = await passkeys_of(session, viewer.user_id)
        factor = await state(session, viewer.user_id)
    return {
        "copied_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "id": viewer.user_id,
        **settings,
        "company": {"id": viewer.company_id, "name": viewer.company_name, "role": viewer.role},
        "chats": chats,
        "devices": devices,
        "passkeys": passkeys,
        "second_factor": factor,
    }


async def _records(viewer: Viewer, kind: str) -> AsyncIterator[list[dict[str, Any]]]:
    """The person's own records of a kind, page by page, each read on its own: a slow download holds no transaction."""
    model: Any = model_of(kind)
    last = ""
    while True:
        mine = select(model).where(model.owner_id == viewer.user_id).order_by(model.id).limit(PAGE)
        statement = visible(mine.where(model.id > last) if last else mine, viewer, model)
        async with reading(viewer.company_id) as session:
            rows = list(await session.scalars(statement))
            page = [values_of(row) for row in rows]
            if kind in _REACHED_BY and rows:
                await _add_channels(session, _REACHED_BY[kind], page)
        if page:
            yield page
        if len(page) < PAGE:
            return
        last = page[-1]["id"]


async def _add_channels(session: Any, column: str, page: Sequence[dict[str, Any]]) -> None:
    by_id = {record["id"]: record for record in page}
    models: Mapping[str, Any] = {"phones": Phone, "emails": Email, "addresses": Address}
    for name, model in models.items():
        for record in page:
            record[name] = []
        of = getattr(model, column)
        for row in await session.scalars(select(model).where(of.in_(list(by_id))).order_by(model.id)):
            by_id[getattr(row, column)][name].append(values_of(row))


async def _history(viewer: Viewer) -> AsyncIterator[list[dict[str, Any]]]:
    """What the person did, without the values: those may be of records that are somebody else's by now."""
    last = 0
    columns = (Event.number, Event.at, Event.verb, Event.change, Event.subject_kind, Event.subject_id, Event.door)
    while True:
        done = select(*columns).where(Event.user_id == viewer.user_id, Event.company_id == viewer.company_id)
        async with reading(viewer.company_id) as session:
            rows = (await session.execute(done.where(Event.number > last).order_by(Event.number).limit(PAGE))).all()
        if rows:
            yield [{name: plain(value) for name, value in row._mapping.items()} for row in rows]  # noqa: SLF001
        if len(rows) < PAGE:
            return
        last = rows[-1].number


async def _one(value: Any) -> AsyncIterator[bytes]:
    yield _json(value)


async def _array(pages: AsyncIterator[list[dict[str, Any]]]) -> AsyncIterator[bytes]:
    before = "[\n"
    async for page in pages:
        for_page = ",\n".join(_text(record) for record in page)
        yield f"{before}{for_page}".encode()
        before = ",\n"
    yield b"[]\n" if before == "[\n" else b"\n]\n"


async def _cut(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), PIECE):
        yield content[start : start + PIECE]


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, default=plain) + "\n").encode()


def _text(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, default=plain)
