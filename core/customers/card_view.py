"""A card's reading as a page shows it: what was read, what is asked, what came of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.card_contact import name_on
from core.customers.card_doubts import as_decided, open_doubts
from core.customers.models import Account, AccountContact, Contact
from core.customers.places import PHONE_LABELS, shown_address, shown_number
from core.customers.readings import CardQuestion, CardReading, CardState, reading_of
from core.documents.models import Document
from core.errors import NotFound
from core.events import PerformedOperation
from core.i18n import N_, Translator
from core.policy import Viewer, visible

View = dict[str, Any]

FIELDS = {
    "name": N_("Name"),
    "job_title": N_("Job title"),
    "company": N_("Company"),
    "emails": N_("E-mail"),
    "phones": N_("Phone"),
    "website": N_("Web"),
    "address": N_("Address"),
    "tax_id": N_("Tax number"),
}
"""What a doubt, a change or a line is about."""

_STATES = {
    CardState.WAITING: "reading",
    CardState.SAVED: "read",
    CardState.ASKS: "asks",
    CardState.NO_CARD: "no_card",
    CardState.FAILED: "unreadable",
    CardState.DROPPED: "dropped",
    CardState.SIDE: "side",
}


def field_name(field: str, translate: Translator) -> str:
    """What a field is called."""
    return translate(FIELDS[field])


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
    read = as_decided(reading.card or {}, reading.answers.get("doubts") or {}, viewer.country)
    contact = await _contact(session, viewer, reading.contact_id) if reading.contact_id else None
    state = _STATES[CardState(reading.state)]
    if state == "read" and (contact is None or undo is None):
        state = "undone"
    return {
        "card": {
            "id": reading.id,
            "state": state,
            "photo": f"/documents/{photo}/{'upright' if reading.picture else 'file'}" if photo else None,
            "original": f"/documents/{photo}/file" if photo else None,
            "name": name_on(read),
            "company": read.get("company") or None,
            "lines": _lines(read, reading, viewer, translate),
            "front": reading.front_id if state == "side" else None,
            "undo": undo,
            "reason": translate(reading.error) if state == "unreadable" and reading.error else None,
        },
        "contact": contact["contact"] if contact else None,
        "account": contact["account"] if contact else None,
        "question": _question(reading, viewer, translate),
    }


def _question(reading: CardReading, viewer: Viewer, translate: Translator) -> View | None:
    if reading.state != CardState.ASKS:
        return None
    return {
        "about": reading.question,
        "candidates": [{name: one[name] for name in ("id", "name", "detail")} for one in reading.candidates],
        "doubts": _doubts(reading, viewer, translate) if reading.question == CardQuestion.DOUBTS else [],
        "changes": [
            {
                "key": one["key"],
                "label": field_name(one["field"], translate),
                "before": one["before"],
                "after": one["after"],
            }
            for candidate in reading.candidates
            for one in candidate.get("changes", ())
        ],
        "problem": None,
    }


def _doubts(reading: CardReading, viewer: Viewer, translate: Translator) -> list[View]:
    """Each with its place in the card, as people read it; the alternatives in the order in which they are kept."""
    decided = reading.answers.get("doubts") or {}

    def shown(field: str, value: str) -> str:
        return shown_number(value, viewer.country) if field == "phones" and value else value

    return [
        {
            "place": place,
            "label": field_name(doubt["field"], translate),
            "value": shown(doubt["field"], doubt["value"]),
            "others": [shown(doubt["field"], other) for other in doubt["others"]],
        }
        for place, doubt in open_doubts(reading.card or {}, decided)
    ]


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


def _lines(read: View, reading: CardReading, viewer: Viewer, translate: Translator) -> list[View]:
    """Field by field, what is in doubt marked; what became a contact is corrected there."""
    open_now = open_doubts(reading.card or {}, reading.answers.get("doubts") or {})
    doubts = {(doubt["field"], doubt["value"]) for _place, doubt in open_now}
    href = f"/contacts/{reading.contact_id}/edit" if reading.state == CardState.SAVED else None
    address = {"street": "", "postcode": "", "city": "", "region": "", **(read.get("address") or {})}
    place = shown_address({part: text or "" for part, text in address.items()})
    found: list[tuple[str, str, str, str, str]] = [
        ("user-plus", FIELDS["name"], name_on(read), "name", name_on(read)),
        ("square-check", FIELDS["job_title"], read.get("job_title") or "", "job_title", read.get("job_title") or ""),
        ("building-2", FIELDS["company"], read.get("company") or "", "company", read.get("company") or ""),
        *(
            (
                "phone",
                PHONE_LABELS.get(phone.get("kind") or "", N_("Phone")),
                shown_number(phone["e164"], viewer.country, phone.get("extension")),
                "phones",
                phone["e164"],
            )
            for phone in read.get("phones") or ()
        ),
        *(("mail", FIELDS["emails"], email, "emails", email) for email in read.get("emails") or ()),
        ("link", FIELDS["website"], read.get("website") or "", "website", read.get("website") or ""),
        ("map-pin", FIELDS["address"], place, "address", place),
        ("file-text", FIELDS["tax_id"], read.get("tax_id") or "", "tax_id", read.get("tax_id") or ""),
    ]
    doubt = translate(N_("Not sure: look at the card."))
    return [
        {
            "icon": icon,
            "label": _capital(translate(name)),
            "value": shown,
            "doubt": doubt if (field, value) in doubts else None,
            "href": href,
        }
        for icon, name, shown, field, value in found
        if shown
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
