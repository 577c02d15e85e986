"""A lead all around, and what it may become: who is there already, and which opportunities are open with them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.rows import planned_with
from core.conflicts import conflicts_of
from core.customers.countries import country_name
from core.customers.duplicates import CERTAIN, Likeness, similar_accounts, similar_contacts
from core.customers.models import Account
from core.customers.places import label, shown_number, written_number
from core.errors import NotFound
from core.i18n import Translator
from core.local_time import local
from core.people.models import User
from core.policy import Permission, Sight, Viewer, may_edit_row, visible
from core.prepared import Statement, among, prepared, value
from core.record_pages import page_of
from core.sales.lead_words import SOURCES, STATUSES
from core.sales.models import Lead, Opportunity
from core.timeline import history
from core.titles import titles_of

View = dict[str, Any]

_OFFERED = 12


async def lead_view(session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, lead_id: str) -> View:
    """Everything of the lead's page. Raises `NotFound`. A constant number of queries."""
    lead = await lead_facts(session, viewer, translate, now, lead_id)
    days, before = await history(session, viewer, translate, now, "lead", lead_id)
    return {
        "lead": lead,
        "planned": await planned_with(session, viewer, translate, now, "lead", lead_id),
        "became": await _became(session, viewer, lead),
        "days": days,
        "before": before,
        "conflicts": await conflicts_of(session, viewer, translate, now, lead_id),
    }


async def lead_facts(session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, lead_id: str) -> View:
    """The lead itself, and what may be done with it. Raises `NotFound`."""
    one = (await _facts(session, viewer, id=lead_id)).one_or_none()
    if one is None:
        raise NotFound
    may_edit = may_edit_row(viewer, "lead", one)
    is_open = one.status in ("new", "assigned", "working")
    return {
        "id": one.id,
        "revision": one.revision,
        "title": one.title,
        "person": one.person,
        "firm": one.firm,
        "subject": one.subject,
        "phone": one.phone,
        "phone_shown": shown_number(one.phone, viewer.country, one.extension) if one.phone else None,
        "phone_written": (
            written_number({"number": one.phone, "extension": one.extension}, viewer.country) if one.phone else ""
        ),
        "email": one.email,
        "city": one.city,
        "country": one.country,
        "place": ", ".join(filter(None, [one.city, _abroad(one.country, viewer, translate)])),
        "source": one.source,
        "source_name": label(SOURCES, one.source, translate) if one.source else None,
        "referred_by": one.referred_by,
        "tags": one.tags,
        "notes": one.notes,
        "status": one.status,
        "status_name": translate(STATUSES[one.status]),
        "is_open": is_open,
        "reason": one.reason,
        "owner": {"id": one.owner_id, "name": one.owner} if one.owner_id else None,
        "created_at": local(one.created_at, now),
        "account_id": one.account_id,
        "contact_id": one.contact_id,
        "opportunity_id": one.opportunity_id,
        "may_edit": may_edit,
        "may_assign": may_edit and viewer.may(Permission.RECORD_ASSIGN),
    }


async def qualify_view(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, lead_id: str
) -> View:
    """The lead, and who is there already that it may be: accounts, contacts, their open opportunities."""
    lead = await lead_facts(session, viewer, translate, now, lead_id)
    likeness = Likeness(
        lead["person"],
        (lead["phone"],) if lead["phone"] else (),
        (lead["email"],) if lead["email"] else (),
        firm=lead["firm"],
        city=lead["city"],
    )
    accounts = await similar_accounts(session, viewer, likeness) if viewer.may(Permission.ACCOUNT_SEE) else []
    contacts = await similar_contacts(session, viewer, likeness) if lead["person"] else []
    opportunities: Iterable[Any] = (
        await _open_with(session, viewer, ids=[one.id for one in accounts]) if accounts else ()
    )
    return {
        "lead": lead,
        "accounts": [{"id": one.id, "name": one.name, "detail": one.detail} for one in accounts],
        "contacts": [{"id": one.id, "name": one.name, "detail": one.detail} for one in contacts],
        "opportunities": [
            {"id": row.id, "name": row.title, "amount": row.amount, "currency": row.currency, "account": row.account}
            for row in opportunities
        ],
        "account": _likely(accounts, "new" if lead["firm"] else "none"),
        "contact": _likely(contacts, "new" if lead["person"] else "none"),
    }


def _likely(found: list[Any], otherwise: str) -> str:
    """The one that it certainly is, else what one would do with somebody new."""
    return next((one.id for one in found if one.score >= CERTAIN), otherwise)


def _abroad(country: str, viewer: Viewer, translate: Translator) -> str | None:
    return country_name(country, translate.locale) if country and country != viewer.country else None


@prepared
def _facts(sight: Sight) -> Statement:
    statement = (
        select(
            Lead.id, Lead.revision, Lead.title, Lead.person, Lead.firm, Lead.subject, Lead.phone, Lead.extension,
            Lead.email, Lead.city, Lead.country, Lead.source, Lead.referred_by, Lead.tags, Lead.notes, Lead.status,
            Lead.reason, Lead.owner_id, Lead.unit_id, Lead.team_id, Lead.created_at, Lead.account_id, Lead.contact_id,
            Lead.opportunity_id, User.name.label("owner"),
        )
        .outerjoin(User, User.id == Lead.owner_id)
        .where(Lead.id == value("id"))
    )  # fmt: skip
    return visible(statement, sight, Lead)


async def _became(session: AsyncSession, viewer: Viewer, lead: View) -> list[View]:
    """What came of it, as far as the viewer sees that."""
    return [
        {"kind": kind, "name": name, "href": page_of(kind, record_id)}
        for kind in ("account", "contact", "opportunity")
        if (record_id := lead[f"{kind}_id"]) is not None
        for name in (await titles_of(session, viewer, kind, [record_id])).values()
    ]


@prepared
def _open_with(sight: Sight) -> Statement:
    statement = (
        select(
            Opportunity.id, Opportunity.title, Opportunity.amount, Opportunity.currency, Account.name.label("account")
        )
        .join(Account, (Account.company_id == Opportunity.company_id) & (Account.id == Opportunity.account_id))
        .where(
            among(Opportunity.account_id, "ids"),
            Opportunity.outcome == "open",
            Opportunity.archived_at.is_(None),
        )
        .order_by(Opportunity.stage_since.desc(), Opportunity.id)
        .limit(_OFFERED)
    )
    return visible(statement, sight, Opportunity)
