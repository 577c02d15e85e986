"""The list of documents: the newest first, and what a search finds, each with the columns that were chosen."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.models import Account, Contact
from core.customers.places import label
from core.documents.kinds import KINDS, kind_of
from core.documents.models import Document
from core.documents.queries import PICTURES, SOUNDS
from core.i18n import Translator
from core.lists import cells
from core.lists.paging import found_among, page_of
from core.local_time import local
from core.people.models import User
from core.policy import Sight, visible
from core.prepared import Statement, among, prepared
from core.reader import Reader
from core.sales.models import Opportunity

View = dict[str, Any]


async def document_list(
    session: AsyncSession, reader: Reader, wanted: Mapping[str, str], columns: Sequence[str], sort: str = "",
    after: str | None = None,
) -> View:  # fmt: skip
    """`rows`: all that are wanted, in order; `after`: where the next page begins.

    Two queries; what a document belongs to is named where the reader may see that, too.
    """
    ids, goes_on = await page_of(session, reader, "document", wanted, sort, after)
    return {"rows": await _lines(session, reader, ids, columns), "after": goes_on}


async def found_documents(
    session: AsyncSession, reader: Reader, words: str, wanted: Mapping[str, str], columns: Sequence[str]
) -> View:
    """`rows`: what a search finds among those wanted, best first."""
    ids = await found_among(session, reader, "document", words, wanted)
    return {"rows": await _lines(session, reader, ids, columns)}


async def _lines(session: AsyncSession, reader: Reader, ids: Sequence[str], columns: Sequence[str]) -> list[View]:
    if not ids:
        return []
    rows = {row.id: row for row in await _named(session, reader.viewer, ids=list(ids))}
    return [_line(rows[one], reader, columns) for one in ids if one in rows]


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
        .where(among(Document.id, "ids"))
    )  # fmt: skip
    return visible(statement, sight, Document)


def _name(sight: Sight, model: Any, name: Any, column: Any) -> Any:
    """What the record in the column is called, for who may see it."""
    of: Select[Any] = select(name).where(model.company_id == Document.company_id, model.id == column)
    return visible(of, sight, model).correlate(Document).scalar_subquery()


def _line(row: Any, reader: Reader, columns: Sequence[str]) -> View:
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
    return line | {"cells": [_CELLS[column](line, reader.translate) for column in columns]}


_CELLS: Mapping[str, Callable[[View, Translator], cells.Cell]] = {
    "about": lambda line, _: cells.text(line["about"]),
    "kind": lambda line, translate: cells.text(label(KINDS, line["kind"], translate)),
    "size": lambda line, _: cells.size(line["size"]),
    "added": lambda line, _: cells.day(line["created_at"][:10]),
    "owner": lambda line, _: cells.text(line["owner"]),
}
