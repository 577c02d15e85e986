"""Accounts as the lines of a list, each with the columns that were chosen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity
from core.customers.account_kinds import KINDS
from core.customers.models import Account, AccountContact, Address, Contact, Phone
from core.customers.places import label
from core.i18n import Translator
from core.lists import cells
from core.local_time import iso
from core.people.models import Unit, User
from core.policy import Sight, visible
from core.prepared import Statement, among, prepared, value
from core.reader import Reader
from core.sales.models import Opportunity

View = dict[str, Any]


async def account_lines(
    session: AsyncSession, reader: Reader, ids: Sequence[str], columns: Sequence[str]
) -> dict[str, View]:
    """Lines by id: name, city, main contact, phone, how much is overdue, the next planned day, a cell a column.

    One query, one more for the column `open`.
    """
    if not ids:
        return {}
    viewer, ids = reader.viewer, list(ids)
    rows = (await _rows(session, viewer, frozenset(columns) & _ASKED_FOR, ids=ids, today=reader.now.date())).all()
    sums = {row.account_id: row for row in await _open(session, viewer, ids=ids)} if "open" in columns else {}
    known = _Known(reader.translate, viewer.country, sums)
    return {row.id: _line(row, known, columns) for row in rows}


@dataclass(frozen=True, slots=True)
class _Known:
    """What cells need besides their row."""

    translate: Translator
    country: str
    sums: Mapping[str, Any]


def _line(row: Any, known: _Known, columns: Sequence[str]) -> View:
    return {
        "id": row.id,
        "name": row.name,
        "city": row.city,
        "note": row.contact or row.sector,
        "phone": row.phone,
        "overdue": row.overdue or None,
        "next_day": iso(row.next_day),
        "cells": [_CELLS[column](row, known) for column in columns],
    }


def _money(total: Any) -> cells.Cell:
    return cells.money(int(total.amount), total.currency, total.several) if total else cells.money(None, None)


_CELLS: Mapping[str, Callable[[Any, _Known], cells.Cell]] = {
    "city": lambda row, _: cells.text(row.city),
    "contact": lambda row, _: cells.text(row.contact),
    "phone": lambda row, known: cells.phone(row.phone, known.country),
    "kind": lambda row, known: cells.listed(label(KINDS, kind, known.translate) for kind in row.kinds),
    "sector": lambda row, _: cells.text(row.sector),
    "tags": lambda row, _: cells.listed(row.tags),
    "owner": lambda row, _: cells.text(row.owner),
    "unit": lambda row, _: cells.text(row.unit),
    "last": lambda row, _: cells.day(iso(row.last)),
    "open": lambda row, known: _money(known.sums.get(row.id)),
}


_ASKED_FOR = frozenset({"kind", "tags", "owner", "unit", "last"})
"""Columns that are read only where they are shown."""


@prepared
def _rows(sight: Sight, shown: frozenset[str]) -> Statement:
    """An account a row: what is one of many – its city, its phone – is looked up for each in an index."""
    planned, today = _activities(Activity.state == "planned"), value("today")
    columns = {
        "city": _city(),
        "phone": _phone(),
        "contact": _main_contact(sight),
        "overdue": visible(planned.with_only_columns(func.count()).where(Activity.day < today), sight, Activity),
        "next_day": visible(
            planned.with_only_columns(func.min(Activity.day)).where(Activity.day >= today), sight, Activity
        ),
    }
    if "last" in shown:
        done = _activities(Activity.state == "done").with_only_columns(func.max(Activity.day))
        columns["last"] = visible(done, sight, Activity)
    looked_up = (column.scalar_subquery().label(name) for name, column in columns.items())
    statement = select(Account.id, Account.name, Account.sector, *looked_up).where(among(Account.id, "ids"))
    if "kind" in shown:
        statement = statement.add_columns(Account.kinds)
    if "tags" in shown:
        statement = statement.add_columns(Account.tags)
    if "owner" in shown:
        statement = statement.add_columns(User.name.label("owner")).outerjoin(User, User.id == Account.owner_id)
    if "unit" in shown:
        of = (Unit.company_id == Account.company_id) & (Unit.id == Account.unit_id)
        statement = statement.add_columns(Unit.name.label("unit")).outerjoin(Unit, of)
    return visible(statement, sight, Account)


def _of_account(model: Any) -> ColumnElement[bool]:
    return and_(model.company_id == Account.company_id, model.account_id == Account.id)


def _activities(state: ColumnElement[bool]) -> Select[Any]:
    return select(Activity).where(_of_account(Activity), state)


def _city() -> Select[Any]:
    """That of a visit before another."""
    is_another = case((Address.label == "visit", 0), else_=1)
    return (
        select(Address.city)
        .where(_of_account(Address), Address.city != "")
        .order_by(is_another, Address.created_at, Address.id)
        .limit(1)
    )


def _phone() -> Select[Any]:
    return (
        select(Phone.number)
        .where(_of_account(Phone), Phone.label != "fax")
        .order_by(Phone.created_at, Phone.id)
        .limit(1)
    )


def _main_contact(sight: Sight) -> Select[Any]:
    statement = (
        select(Contact.name)
        .join(
            AccountContact,
            (AccountContact.company_id == Contact.company_id) & (AccountContact.contact_id == Contact.id),
        )
        .where(_of_account(AccountContact), Contact.archived_at.is_(None))
        .order_by(AccountContact.created_at, AccountContact.id)
        .limit(1)
    )
    return visible(statement, sight, Contact)


@prepared
def _open(sight: Sight) -> Statement:
    """By account and currency, the largest sum last."""
    amount = func.sum(Opportunity.amount)
    statement = (
        select(Opportunity.account_id, Opportunity.currency, amount.label("amount"), func.count().label("several"))
        .where(
            among(Opportunity.account_id, "ids"),
            Opportunity.outcome == "open",
            Opportunity.archived_at.is_(None),
        )
        .group_by(Opportunity.account_id, Opportunity.currency)
        .order_by(amount)
    )
    return visible(statement, sight, Opportunity)
