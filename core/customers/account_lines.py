"""Accounts as the lines of a list, each with the columns that were chosen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, func, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity
from core.customers.account_kinds import KINDS
from core.customers.models import Account, AccountContact, Address, Contact, Phone
from core.customers.places import label
from core.i18n import Translator
from core.lists import cells
from core.lists.filters import Reader
from core.local_time import iso
from core.people.models import Unit, User
from core.policy import Sight, visible
from core.prepared import Statement, prepared, value, values
from core.sales.models import Opportunity

View = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a page of accounts, by their ids."""

    translate: Translator
    reached: Mapping[tuple[str, str], str]
    people: Mapping[str, str]
    planned: Mapping[str, Any]
    lasts: Mapping[str, Any]
    sums: Mapping[str, Any]


async def account_lines(
    session: AsyncSession, reader: Reader, translate: Translator, ids: Sequence[str], columns: Sequence[str]
) -> dict[str, View]:
    """Lines by id: name, city, main contact, phone, how much is overdue, the next planned day, a cell a column.

    Four queries, one more each for the columns `last` and `open`.
    """
    if not ids:
        return {}
    viewer, ids = reader.viewer, list(ids)
    names = (await _names(session, viewer, ids=ids)).all()
    planned = await _planned(session, viewer, ids=ids, today=reader.now.date())
    known = _Known(
        translate,
        {(row.account_id, row.what): row.word for row in await _reached(session, None, ids=ids)},
        {row.account_id: row.name for row in await _main_contacts(session, viewer, ids=ids)},
        {row.account_id: row for row in planned},
        {row.account_id: row.day for row in await _lasts(session, viewer, ids=ids)} if "last" in columns else {},
        {row.account_id: row for row in await _open(session, viewer, ids=ids)} if "open" in columns else {},
    )
    return {row.id: _line(row, known, columns) for row in names}


def _line(row: Any, known: _Known, columns: Sequence[str]) -> View:
    planned = known.planned.get(row.id)
    return {
        "id": row.id,
        "name": row.name,
        "city": known.reached.get((row.id, "city")),
        "note": known.people.get(row.id) or row.sector,
        "phone": known.reached.get((row.id, "phone")),
        "overdue": (planned.overdue or None) if planned else None,
        "next_day": iso(planned.next_day) if planned else None,
        "cells": [_CELLS[column](row, known) for column in columns],
    }


def _money(total: Any) -> cells.Cell:
    return cells.money(int(total.amount), total.currency, total.several) if total else cells.money(None, None)


_CELLS: Mapping[str, Callable[[Any, _Known], cells.Cell]] = {
    "city": lambda row, known: cells.text(known.reached.get((row.id, "city"))),
    "contact": lambda row, known: cells.text(known.people.get(row.id)),
    "phone": lambda row, known: cells.phone(known.reached.get((row.id, "phone"))),
    "kind": lambda row, known: cells.listed(label(KINDS, kind, known.translate) for kind in row.kinds),
    "sector": lambda row, _: cells.text(row.sector),
    "tags": lambda row, _: cells.listed(row.tags),
    "owner": lambda row, _: cells.text(row.owner),
    "unit": lambda row, _: cells.text(row.unit),
    "last": lambda row, known: cells.day(iso(known.lasts.get(row.id))),
    "open": lambda row, known: _money(known.sums.get(row.id)),
}


@prepared
def _names(sight: Sight) -> Statement:
    statement = (
        select(
            Account.id, Account.name, Account.sector, Account.kinds, Account.tags, User.name.label("owner"),
            Unit.name.label("unit"),
        )
        .outerjoin(User, User.id == Account.owner_id)
        .outerjoin(Unit, (Unit.company_id == Account.company_id) & (Unit.id == Account.unit_id))
        .where(Account.id.in_(values("ids")))
    )  # fmt: skip
    return visible(statement, sight, Account)


@prepared
def _reached() -> Statement:
    """Cities, those of visits last; phones, without faxes: the one to take stands last."""
    cities = select(
        Address.account_id, literal("city").label("what"), Address.city.label("word"),
        case((Address.label == "visit", 0), else_=1).label("place"), Address.created_at,
    ).where(Address.account_id.in_(values("ids")), Address.city != "")  # fmt: skip
    phones = select(
        Phone.account_id, literal("phone").label("what"), Phone.number.label("word"), literal(0).label("place"),
        Phone.created_at,
    ).where(Phone.account_id.in_(values("ids")), Phone.label != "fax")  # fmt: skip
    both = union_all(cities, phones)
    return both.order_by(both.selected_columns.place.desc(), both.selected_columns.created_at.desc())


@prepared
def _main_contacts(sight: Sight) -> Statement:
    """The first of each stands last."""
    statement = (
        select(AccountContact.account_id, Contact.name)
        .join(Contact, (Contact.company_id == AccountContact.company_id) & (Contact.id == AccountContact.contact_id))
        .where(AccountContact.account_id.in_(values("ids")), Contact.archived_at.is_(None))
        .order_by(AccountContact.created_at.desc())
    )
    return visible(statement, sight, Contact)


@prepared
def _planned(sight: Sight) -> Statement:
    today = value("today")
    statement = (
        select(
            Activity.account_id,
            func.sum(case((Activity.day < today, 1), else_=0)).label("overdue"),
            func.min(case((Activity.day >= today, Activity.day))).label("next_day"),
        )
        .where(Activity.account_id.in_(values("ids")), Activity.state == "planned")
        .group_by(Activity.account_id)
    )
    return visible(statement, sight, Activity)


@prepared
def _lasts(sight: Sight) -> Statement:
    statement = (
        select(Activity.account_id, func.max(Activity.day).label("day"))
        .where(Activity.account_id.in_(values("ids")), Activity.state == "done")
        .group_by(Activity.account_id)
    )
    return visible(statement, sight, Activity)


@prepared
def _open(sight: Sight) -> Statement:
    """By account and currency, the largest sum last."""
    amount = func.sum(Opportunity.amount)
    statement = (
        select(Opportunity.account_id, Opportunity.currency, amount.label("amount"), func.count().label("several"))
        .where(
            Opportunity.account_id.in_(values("ids")),
            Opportunity.outcome == "open",
            Opportunity.archived_at.is_(None),
        )
        .group_by(Opportunity.account_id, Opportunity.currency)
        .order_by(amount)
    )
    return visible(statement, sight, Opportunity)
