"""The list of documents: the newest first, and what a search finds, each with the columns that were chosen."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.models import Account, Contact
from core.customers.places import label
from core.documents.document_filters import DOCUMENTS
from core.documents.kinds import KINDS, kind_of
from core.documents.models import Document
from core.documents.queries import PICTURES, SOUNDS
from core.i18n import Translator
from core.lists import cells
from core.lists.filters import Reader
from core.local_time import local
from core.people.models import User
from core.policy import Sight, visible
from core.prepared import Statement, prepared, value, values
from core.sales.models import Opportunity
from core.search import search

View = dict[str, Any]

_FOUND = 30


async def document_list(
    session: AsyncSession, reader: Reader, translate: Translator, wanted: Mapping[str, str], columns: Sequence[str],
    after: str | None = None, limit: int = 40,
) -> View:  # fmt: skip
    """`documents`: all that are wanted, the newest first; `after`: the last moment and id, where the next page begins.

    Two queries; what a document belongs to is named where the reader may see that, too.
    """
    moment, last_id = _place(after)
    bound = DOCUMENTS.bound(wanted, reader) | {"moment": moment, "last_id": last_id}
    found = await _page(session, reader.viewer, tuple(wanted), moment is not None, limit + 1, **bound)
    rows = list(found)
    last = rows[limit - 1] if len(rows) > limit else None
    return {
        "documents": await _lines(session, reader, translate, [row.id for row in rows[:limit]], columns),
        "after": f"{last.created_at.isoformat()}\n{last.id}" if last else None,
    }


async def found_documents(
    session: AsyncSession, reader: Reader, translate: Translator, words: str, wanted: Mapping[str, str],
    columns: Sequence[str],
) -> list[View]:  # fmt: skip
    """What a search finds among those wanted, best first."""
    found = await search(session, reader.viewer, words, ("document",), limit=200 if wanted else _FOUND)
    ids = [one.id for one in found]
    if wanted and ids:
        bound = DOCUMENTS.bound(wanted, reader)
        fitting = set((await _fitting(session, reader.viewer, tuple(wanted), ids=ids, **bound)).scalars())
        ids = [one for one in ids if one in fitting][:_FOUND]
    return await _lines(session, reader, translate, ids, columns)


def _place(after: str | None) -> tuple[datetime | None, str]:
    text, _, last_id = (after or "").rpartition("\n")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None, ""
    return (moment, last_id) if moment.tzinfo else (None, "")


@prepared
def _page(sight: Sight, filters: tuple[str, ...], goes_on: bool, limit: int) -> Statement:
    statement = select(Document.id, Document.created_at).where(Document.archived_at.is_(None))
    statement = DOCUMENTS.narrowed(statement, sight, filters)
    if goes_on:
        made, moment = Document.created_at, value("moment")
        statement = statement.where((made < moment) | ((made == moment) & (Document.id < value("last_id"))))
    newest = statement.order_by(Document.created_at.desc(), Document.id.desc()).limit(limit)
    return visible(newest, sight, Document)


@prepared
def _fitting(sight: Sight, filters: tuple[str, ...]) -> Statement:
    among = select(Document.id).where(Document.id.in_(values("ids")))
    return visible(DOCUMENTS.narrowed(among, sight, filters), sight, Document)


async def _lines(
    session: AsyncSession, reader: Reader, translate: Translator, ids: Sequence[str], columns: Sequence[str]
) -> list[View]:
    if not ids:
        return []
    rows = {row.id: row for row in await _named(session, reader.viewer, ids=list(ids))}
    return [_line(rows[one], reader, translate, columns) for one in ids if one in rows]


@prepared
def _named(sight: Sight) -> Statement:
    statement = (
        select(
            Document.id, Document.name, Document.media_type, Document.size, Document.created_at, Document.account_id,
            Document.contact_id, Document.opportunity_id, Document.activity_id, User.name.label("owner"),
            _name(sight, Account, Account.name, Document.account_id).label("account"),
            _name(sight, Contact, Contact.name, Document.contact_id).label("contact"),
            _name(sight, Opportunity, Opportunity.title, Document.opportunity_id).label("opportunity"),
        )
        .outerjoin(User, User.id == Document.owner_id)
        .where(Document.id.in_(values("ids")))
    )  # fmt: skip
    return visible(statement, sight, Document)


def _name(sight: Sight, model: Any, name: Any, column: Any) -> Any:
    """What the record in the column is called, for who may see it."""
    of: Select[Any] = select(name).where(model.company_id == Document.company_id, model.id == column)
    return visible(of, sight, model).correlate(Document).scalar_subquery()


def _line(row: Any, reader: Reader, translate: Translator, columns: Sequence[str]) -> View:
    about = row.account or row.contact or row.opportunity
    line = {
        "id": row.id,
        "name": row.name,
        "about": about,
        "is_untied": not (row.account_id or row.contact_id or row.opportunity_id or row.activity_id),
        "size": row.size,
        "created_at": local(row.created_at, reader.now),
        "kind": kind_of(row.media_type),
        "has_small": row.media_type in PICTURES,
        "is_sound": row.media_type in SOUNDS,
        "owner": row.owner,
    }
    return line | {"cells": [_CELLS[column](line, translate) for column in columns]}


_CELLS: Mapping[str, Callable[[View, Translator], cells.Cell]] = {
    "about": lambda line, _: cells.text(line["about"]),
    "kind": lambda line, translate: cells.text(label(KINDS, line["kind"], translate)),
    "size": lambda line, _: cells.size(line["size"]),
    "added": lambda line, _: cells.day(line["created_at"][:10]),
    "owner": lambda line, _: cells.text(line["owner"]),
}
