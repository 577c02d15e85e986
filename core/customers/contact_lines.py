"""Contacts as the lines of a page: who, what, how to reach them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.queries import contacts_by_id
from core.policy import Viewer

View = dict[str, Any]


async def contact_lines(
    session: AsyncSession, viewer: Viewer, ids: Sequence[str], *, beside_account: bool = False
) -> list[View]:
    """Contacts as lines in the order of `ids`; `beside_account`: on an account's page, which need not be named."""
    found = {contact["id"]: contact for contact in await contacts_by_id(session, viewer, ids)} if ids else {}
    return [contact_line(found[one], beside_account=beside_account) for one in ids if one in found]


def contact_line(contact: View, *, beside_account: bool) -> View:
    """A line of a contact as `contacts_by_id` gives it."""
    phones = sorted(contact["phones"], key=lambda phone: (phone["label"] == "fax", phone["label"] != "mobile"))
    place = next(iter(contact["accounts"]), None)
    return {
        "id": contact["id"],
        "name": contact["name"],
        "job_title": contact["job_title"] or (place["role"] if place else None),
        "phone": phones[0]["number"] if phones else None,
        "email": contact["emails"][0]["address"] if contact["emails"] else None,
        "account": {"id": place["id"], "name": place["name"]} if place and not beside_account else None,
        "href": f"/contacts/{contact['id']}",
        "cells": [],
    }
