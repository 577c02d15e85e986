"""An account all around: the facts, what is planned, opportunities, history, contacts, files."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.rows import planned_with
from core.conflicts import conflicts_of
from core.customers.account_kinds import KINDS
from core.customers.contact_lines import contact_line
from core.customers.places import (
    directions_to,
    label,
    place_to_go,
)
from core.customers.queries import accounts_by_id, contacts_of
from core.customers.reaching import ways_to_reach
from core.documents.queries import documents_of
from core.errors import NotFound
from core.i18n import Translator
from core.policy import Permission, Viewer
from core.sales.lines import opportunity_lines
from core.timeline import history

View = dict[str, Any]


async def account_view(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, account_id: str
) -> View:
    """Everything of the account's page. Raises `NotFound`. A constant number of queries."""
    account = await account_to_edit(session, viewer, account_id)
    planned = await planned_with(session, viewer, translate, now, "account", account_id)
    opportunities = await opportunity_lines(session, viewer, translate, account_id=account_id)
    contacts = await contacts_of(session, viewer, account_id)
    documents = await documents_of(session, viewer, now, account_id)
    days, before = await history(session, viewer, translate, now, "account", account_id, absorbed=account["absorbed"])
    return {
        "account": _facts(account, viewer, translate),
        "counters": {
            "planned": len(planned),
            "overdue": sum(activity["day"] < now.date().isoformat() for activity in planned),
            "open_opportunities": sum(one["outcome"] == "open" for one in opportunities),
            "contacts": len(contacts),
            "documents": len(documents),
        },
        "contacts": [contact_line(contact, beside_account=True) for contact in contacts],
        "opportunities": opportunities,
        "planned": [{**activity, "account": None} for activity in planned],
        "days": days,
        "before": before,
        "documents": documents,
        "conflicts": await conflicts_of(session, viewer, translate, now, account_id),
    }


async def account_to_edit(session: AsyncSession, viewer: Viewer, account_id: str) -> View:
    """The account with its channels as they are kept, and whether it may be edited. Raises `NotFound`."""
    account = next(iter(await accounts_by_id(session, viewer, [account_id])), None)
    if account is None:
        raise NotFound
    whose = account["owner_id"], account["team_id"], account["unit_id"]
    return account | {"may_edit": viewer.may(Permission.ACCOUNT_EDIT) and viewer.edited.covers_owner(*whose)}


def _facts(account: View, viewer: Viewer, translate: Translator) -> View:
    channels = ways_to_reach(account, viewer, translate)
    place = place_to_go(account["addresses"])
    return {
        "id": account["id"],
        "revision": account["revision"],
        "name": account["name"],
        "what": " · ".join(
            filter(None, [_kinds(account, translate), account["sector"], place["city"] if place else ""])
        ),
        "tags": account["tags"],
        "phone": next((phone["number"] for phone in account["phones"] if phone["label"] != "fax"), None),
        "email": account["emails"][0]["address"] if account["emails"] else None,
        "directions": directions_to(place) if place else None,
        "website": account["website"],
        "tax_id": account["tax_id"],
        "notes": account["notes"],
        "owner": {"id": account["owner_id"], "name": account["owner"]} if account["owner_id"] else None,
        "archived": account["archived_at"] is not None,
        "may_edit": account["may_edit"],
        **channels,
    }


def _kinds(account: View, translate: Translator) -> str:
    names = ", ".join(label(KINDS, kind, translate) for kind in account["kinds"])
    return names[:1].upper() + names[1:]
