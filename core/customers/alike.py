"""Which accounts or contacts may be the same as one that is there, and two of them side by side."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from core.customers.account_view import account_to_edit
from core.customers.contact_view import contact_to_edit
from core.customers.duplicates import Candidate, Likeness, similar_accounts, similar_contacts
from core.customers.merging import ACCOUNT_FIELDS, CONTACT_FIELDS
from core.customers.models import Account, Contact
from core.customers.places import shown_address, shown_number
from core.errors import NotFound
from core.i18n import N_, Translator
from core.policy import Viewer, visible

View = dict[str, Any]

_SHOWN = 3
_ASKED = 8
_MODELS: Mapping[str, type[Any]] = {"account": Account, "contact": Contact}
_FIELDS = {"account": ACCOUNT_FIELDS, "contact": CONTACT_FIELDS}
_LABELS = {
    "name": N_("Name"),
    "tax_id": N_("Tax number"),
    "website": N_("Web"),
    "sector": N_("Sector"),
    "job_title": N_("Job title"),
}


async def alike(session: AsyncSession, viewer: Viewer, kind: str, record_id: str) -> list[View]:
    """Those that may be the same, the likeliest first, without those that somebody keeps apart. Raises `NotFound`.

    `kind`: account or contact. For who may edit the record: the others get an empty list.
    """
    record = await _record(session, viewer, kind, record_id)
    if not record["may_edit"]:
        return []
    likeness = _likeness(kind, record)
    similar = similar_accounts if kind == "account" else similar_contacts
    found: list[Candidate] = await similar(session, viewer, likeness, limit=_ASKED)
    apart = await _apart(session, kind, record_id)
    return [one.as_json() for one in found if one.id != record_id and one.id not in apart][:_SHOWN]


async def side_by_side(
    session: AsyncSession, viewer: Viewer, translate: Translator, kind: str, record_id: str, other_id: str
) -> View:
    """Both, field by field: `fields` that differ, `reached`: what both keep. Raises `NotFound`."""
    mine = await _record(session, viewer, kind, record_id)
    other = await _record(session, viewer, kind, other_id)
    if record_id == other_id or mine.get("archived_at") or other.get("archived_at"):
        raise NotFound
    return {
        "mine": _known(mine, viewer, translate),
        "other": _known(other, viewer, translate),
        "fields": [
            {"name": name, "label": translate(_LABELS[name]), "mine": mine[name], "other": other[name]}
            for name in _FIELDS[kind]
            if mine[name] and other[name] and mine[name] != other[name]
        ],
        "may_edit": mine["may_edit"] and other["may_edit"],
    }


async def became(session: AsyncSession, viewer: Viewer, kind: str, record_id: str) -> str | None:
    """Which record this one was merged into, if it was and the viewer sees that."""
    model = _MODELS[kind]
    mine, theirs = model, aliased(model)
    statement = (
        select(theirs.id)
        .join(mine, (mine.company_id == theirs.company_id) & (mine.merged_into_id == theirs.id))
        .where(mine.id == record_id)
    )
    found: str | None = await session.scalar(visible(statement, viewer, theirs))
    return found


async def _record(session: AsyncSession, viewer: Viewer, kind: str, record_id: str) -> View:
    to_edit = account_to_edit if kind == "account" else contact_to_edit
    return await to_edit(session, viewer, record_id)


async def _apart(session: AsyncSession, kind: str, record_id: str) -> set[str]:
    model = _MODELS[kind]
    return set(await session.scalar(select(model.apart).where(model.id == record_id)) or ())


def _likeness(kind: str, record: View) -> Likeness:
    phones = tuple(phone["number"] for phone in record["phones"])
    emails = tuple(email["address"] for email in record["emails"])
    city = next((place["city"] for place in record["addresses"] if place["city"]), "")
    if kind == "contact":
        firm = next((place["name"] for place in record["accounts"]), "")
        return Likeness(record["name"], phones, emails, firm=firm, city=city)
    return Likeness(
        "", phones, emails, firm=record["name"], tax_id=record["tax_id"] or "", website=record["website"] or "",
        city=city,
    )  # fmt: skip


def _known(record: View, viewer: Viewer, translate: Translator) -> View:
    """How to recognise it, and what of it stays in any case."""
    return {
        "id": record["id"],
        "name": record["name"],
        "owner": record["owner"],
        "lines": [
            *(shown_number(phone["number"], viewer.country, phone["extension"]) for phone in record["phones"]),
            *(email["address"] for email in record["emails"]),
            *(shown_address(place, viewer.country, translate.locale) for place in record["addresses"]),
            *(place["name"] for place in record.get("accounts", ())),
            *(f"#{tag}" for tag in record["tags"]),
        ],
        "notes": record["notes"],
    }
