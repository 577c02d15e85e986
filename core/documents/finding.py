"""Keeps documents findable by their names: their search lines follow every change."""

from typing import Any

from sqlalchemy import select

from core.customers.models import Account
from core.documents.models import Document
from core.finishing import follows
from core.search import Line, forget, keep
from core.work import Work

Values = dict[str, Any] | None

_FOUND_BY = ("name", "description", "account_id", "archived_at", "owner_id", "unit_id", "team_id")


@follows(Document)
async def find_document(work: Work, document: Any, before: Values, after: Values) -> None:
    """By name, description and its account's name; what is put away is not found."""
    if after is None or after["archived_at"]:
        await forget(work, [document.id])
    elif before is None or any(before[name] != after[name] for name in _FOUND_BY):
        account = await work.session.scalar(select(Account.name).where(Account.id == document.account_id))
        await keep(work, [Line(document, "document", document.name, account or "", [document.description])])


@follows(Account)
async def find_by_new_name(work: Work, account: Any, before: Values, after: Values) -> None:
    """An account's new name is what its documents are found by."""
    if before is not None and after is not None and before["name"] != after["name"]:
        filed = await work.session.scalars(
            select(Document).where(Document.account_id == account.id, Document.archived_at.is_(None))
        )
        await keep(work, [Line(one, "document", one.name, after["name"], [one.description]) for one in filed])
