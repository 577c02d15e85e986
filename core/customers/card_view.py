"""A card's reading as a page shows it: what was read, what is asked, what came of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.card_contact import name_on
from core.customers.models import Account, AccountContact, Contact
from core.customers.places import PHONE_LABELS, shown_address, shown_number
from core.customers.readings import CardReading, CardState, reading_of
from core.documents.models import Document
from core.errors import NotFound
from core.events import PerformedOperation
from core.i18n import N_, Translator
from core.policy import Viewer, visible

View = dict[str, Any]

_STATES = {
    CardState.WAITING: "reading",
    CardState.SAVED: "read",
    CardState.ASKS: "asks",
    CardState.NO_CARD: "no_card",
    CardState.FAILED: "unreadable",
    CardState.DROPPED: "dropped",
}


async def card_view(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, reading_id: str
) -> View:
    """One's own card. Raises `NotFound` for another's, or none."""
    reading = await reading_of(session, reading_id)
    if reading is None or reading.user_id != viewer.user_id:
        raise NotFound
    photo = await session.scalar(
        visible(select(Document.id).where(Document.id == reading.document_id), viewer, Document)
    )
    undo = await session.scalar(
        select(PerformedOperation.id).where(
            PerformedOperation.id == reading.operation_id, PerformedOperation.undone_by.is_(None)
        )
    )
    read = reading.card or {}
    contact = await _contact(session, viewer, reading.contact_id) if reading.contact_id else None
    state = _STATES[CardState(reading.state)]
    if state == "read" and (contact is None or undo is None):
        state = "undone"
    return {
        "card": {
            "id": reading.id,
            "state": state,
            "photo": f"/documents/{photo}" if photo else None,
            "name": name_on(read),
            "company": read.get("company") or None,
            "lines": _lines(read, viewer, translate),
            "undo": undo,
        },
        "contact": contact["contact"] if contact else None,
        "account": contact["account"] if contact else None,
        "question": _question(reading),
    }


def _question(reading: CardReading) -> View | None:
    if reading.state != CardState.ASKS:
        return None
    return {
        "about": reading.question,
        "candidates": [{name: one[name] for name in ("id", "name", "detail")} for one in reading.candidates],
    }


async def _contact(session: AsyncSession, viewer: Viewer, contact_id: str) -> View | None:
    statement = select(Contact.id, Contact.name, Contact.job_title).where(Contact.id == contact_id)
    contact = (await session.execute(visible(statement, viewer, Contact))).one_or_none()
    if contact is None:
        return None
    at = (
        select(Account.id, Account.name)
        .join(
            AccountContact,
            (AccountContact.company_id == Account.company_id) & (AccountContact.account_id == Account.id),
        )
        .where(AccountContact.contact_id == contact_id)
        .order_by(AccountContact.created_at.desc())
        .limit(1)
    )
    account = (await session.execute(visible(at, viewer, Account))).one_or_none()
    return {
        "contact": {"id": contact.id, "name": contact.name, "job_title": contact.job_title},
        "account": {"id": account.id, "name": account.name} if account else None,
    }


def _lines(read: View, viewer: Viewer, translate: Translator) -> list[View]:
    """Field by field, those in doubt marked."""
    doubts = set(read.get("doubts") or ())
    address = {"street": "", "postcode": "", "city": "", "region": "", **(read.get("address") or {})}
    found = [
        ("user-plus", N_("Name"), name_on(read), "name"),
        ("square-check", N_("Job title"), read.get("job_title"), "job_title"),
        ("building-2", N_("Company"), read.get("company"), "company"),
        *(
            (
                "phone",
                PHONE_LABELS.get(phone.get("kind") or "", N_("Phone")),
                shown_number(phone["e164"], viewer.country, phone.get("extension")),
                "phones",
            )
            for phone in read.get("phones") or ()
        ),
        *(("mail", N_("E-mail"), email, "emails") for email in read.get("emails") or ()),
        ("link", N_("Web"), read.get("website"), "website"),
        ("map-pin", N_("Address"), shown_address({k: v or "" for k, v in address.items()}), "address"),
        ("file-text", N_("Tax number"), read.get("tax_id"), "tax_id"),
    ]
    doubt = translate(N_("Not sure: look at the card."))
    return [
        {
            "icon": icon,
            "label": _capital(translate(name)),
            "value": value,
            "doubt": doubt if field in doubts else None,
            "href": None,
        }
        for icon, name, value, field in found
        if value
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
