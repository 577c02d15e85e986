"""Contacts as the lines of a page: who, what, how to reach them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, case, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from core.customers.models import Account, AccountContact, Contact, Email, Phone
from core.policy import Sight, Viewer, visible
from core.prepared import Statement, among, prepared

View = dict[str, Any]


async def contact_lines(session: AsyncSession, viewer: Viewer, ids: Sequence[str]) -> list[View]:
    """Contacts as lines in the order of `ids`. One query."""
    found = {row.id: row for row in await _rows(session, viewer, ids=list(ids))} if ids else {}
    return [_line_of_row(found[one]) for one in ids if one in found]


def contact_line(contact: View, *, beside_account: bool) -> View:
    """A line of a contact as `contacts_by_id` gives it; `beside_account`: where that need not be named."""
    phones = sorted(contact["phones"], key=lambda phone: (phone["label"] == "fax", phone["label"] != "mobile"))
    place = next(iter(contact["accounts"]), None)
    return _line(
        contact["id"],
        contact["name"],
        contact["job_title"] or (place["role"] if place else None),
        phones[0]["number"] if phones else None,
        contact["emails"][0]["address"] if contact["emails"] else None,
        {"id": place["id"], "name": place["name"]} if place and not beside_account else None,
    )


def _line_of_row(row: Any) -> View:
    account = {"id": row.account_id, "name": row.account} if row.account_id else None
    return _line(row.id, row.name, row.job_title or row.role, row.phone, row.email, account)


def _line(
    contact_id: str, name: str, job_title: str | None, phone: str | None, email: str | None, account: View | None
) -> View:
    return {
        "id": contact_id,
        "name": name,
        "job_title": job_title,
        "phone": phone,
        "email": email,
        "account": account,
        "href": f"/contacts/{contact_id}",
        "cells": [],
    }


@prepared
def _rows(sight: Sight) -> Statement:
    """A contact a row: what is one of many – its phone, the place where it is – is looked up for each in an index."""
    place, account = aliased(AccountContact), aliased(Account)
    statement = (
        select(
            Contact.id, Contact.name, Contact.job_title, _phone().label("phone"), _email().label("email"),
            place.role, account.id.label("account_id"), account.name.label("account"),
        )
        .select_from(Contact)
        .outerjoin(place, (place.company_id == Contact.company_id) & (place.id == _first_place(sight)))
        .outerjoin(account, (account.company_id == place.company_id) & (account.id == place.account_id))
        .where(among(Contact.id, "ids"), Contact.archived_at.is_(None))
    )  # fmt: skip
    return visible(statement, sight, Contact)


def _of_contact(model: Any) -> ColumnElement[bool]:
    return and_(model.company_id == Contact.company_id, model.contact_id == Contact.id)


def _phone() -> Any:
    """That which one carries before another, a fax last."""
    is_another = case((Phone.label == "mobile", 0), (Phone.label == "fax", 2), else_=1)
    first = select(Phone.number).where(_of_contact(Phone)).order_by(is_another, Phone.created_at, Phone.id)
    return first.limit(1).scalar_subquery()


def _email() -> Any:
    first = select(Email.address).where(_of_contact(Email)).order_by(Email.created_at, Email.id)
    return first.limit(1).scalar_subquery()


def _first_place(sight: Sight) -> Any:
    """The first account that the contact is at, of those that are seen."""
    statement = (
        select(AccountContact.id)
        .join(Account, (Account.company_id == AccountContact.company_id) & (Account.id == AccountContact.account_id))
        .where(_of_contact(AccountContact))
        .order_by(AccountContact.created_at, AccountContact.id)
        .limit(1)
    )
    return visible(statement, sight, Account).correlate(Contact).scalar_subquery()
