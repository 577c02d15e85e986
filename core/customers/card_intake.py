"""From a read card to a contact: saved at once where nothing is in doubt, else one question at a time.

The same for every door: the worker says what was read, a person – in the chat or on a page – answers.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core import policy
from core.customers.card_contact import likeness_of, name_on, payload_of
from core.customers.cards import Card
from core.customers.duplicates import CERTAIN, Candidate, similar_accounts, similar_contacts
from core.customers.queries import contacts_by_id
from core.customers.readings import CardQuestion, CardReading, CardState, reading_of
from core.database import reading, transaction
from core.documents.models import Document
from core.documents.stores import key_of, store
from core.errors import Conflict, CrmError, NotFound
from core.events import PerformedOperation
from core.i18n import N_
from core.operations import Door, Operation, perform
from core.outbox import OutboxMessage
from core.policy import Viewer

NEW = "new"
"""Instead of a candidate's id: none of them, make a new one."""
Answers = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done with a card: an operation, or a question with its candidates."""

    operation: str = ""
    payload: dict[str, Any] | None = None
    question: CardQuestion | None = None
    candidates: tuple[Candidate, ...] = ()


async def photo_of(company_id: str, reading_id: str) -> bytes | None:
    """The photo to be read; None where it was read already, or is gone."""
    async with reading(company_id) as session:
        waiting = await reading_of(session, reading_id)
        if waiting is None or waiting.state != CardState.WAITING:
            return None
        digest = await session.scalar(select(Document.digest).where(Document.id == waiting.document_id))
    return await store().get(key_of(company_id, digest)) if digest else None


async def card_was_read(company_id: str, reading_id: str, card: Card | None, error: str | None = None) -> None:
    """What the reader saw: a card, no card (None), or that it failed for good (`error`, for the operator).

    Makes the contact as the photo's sender where nothing is in doubt; may be called again with the same.
    """
    async with reading(company_id) as session:
        waiting = await reading_of(session, reading_id)
    if waiting is None or waiting.state != CardState.WAITING:
        return
    if card is None:
        state = CardState.FAILED if error else CardState.NO_CARD
        await _settle(company_id, reading_id, state=state.value, error=error)
        return
    try:
        await _go_on(company_id, waiting, card.as_json(), {})
    except CrmError as refused:
        await _settle(company_id, reading_id, state=CardState.FAILED.value, card=card.as_json(), error=refused.text)


async def answer(
    company_id: str, user_id: str, reading_id: str, door: Door, *,
    contact_id: str | None = None, account_id: str | None = None, name: str | None = None,
) -> CardReading:  # fmt: skip
    """A person's answer to the reading's question – a candidate's id, `NEW`, or a name –, and what follows from it.

    Gives the reading as it is then: saved, or with the next question. Raises `NotFound` for another's reading,
    `Conflict` where nothing is asked any more.
    """
    async with reading(company_id) as session:
        asking = await reading_of(session, reading_id)
    if asking is None or asking.user_id != user_id:
        raise NotFound
    if asking.state != CardState.ASKS or asking.card is None:
        raise Conflict(N_("That is settled already."))
    given = {"contact": contact_id, "account": account_id, "name": name}
    answers = asking.answers | {key: value for key, value in given.items() if value}
    asking.door = door.value
    return await _go_on(company_id, asking, asking.card, answers)


async def drop(company_id: str, user_id: str, reading_id: str) -> None:
    """Its person does not want this card; the photo stays among his or her documents."""
    async with transaction(company_id) as session:
        found = await reading_of(session, reading_id, lock=True)
        if found is None or found.user_id != user_id:
            raise NotFound
        if found.state == CardState.ASKS:
            found.state = CardState.DROPPED.value


async def _go_on(company_id: str, card: CardReading, read: dict[str, Any], answers: Answers) -> CardReading:
    async with reading(company_id) as session:
        viewer = await policy.viewer(session, company_id, card.user_id)
        # Done, but the end of it was not written: the contact would be taken for its own duplicate.
        done = await session.get(PerformedOperation, {"company_id": company_id, "id": _operation_id(card)})
        plan = _Plan() if done else await _plan(session, viewer, card, read, answers)
    if plan.question is not None:
        return await _settle(
            company_id,
            card.id,
            state=CardState.ASKS.value,
            card=read,
            answers=answers,
            question=plan.question.value,
            candidates=[one.as_json() for one in plan.candidates],
        )
    return await _settle(
        company_id,
        card.id,
        state=CardState.SAVED.value,
        card=read,
        answers=answers,
        question=None,
        contact_id=done.result["id"] if done else await _perform(card, plan),
        operation_id=_operation_id(card),
    )


async def _plan(
    session: AsyncSession, viewer: Viewer, card: CardReading, read: dict[str, Any], answers: Answers
) -> _Plan:
    name = answers.get("name") or name_on(read)
    if not name or ("name" in (read.get("doubts") or ()) and "name" not in answers):
        return _Plan(question=CardQuestion.NAME)
    wanted = likeness_of(read, name)
    payload = payload_of(read, name, viewer.country) | {"document_id": card.document_id}
    if "contact" not in answers and (same := await similar_contacts(session, viewer, wanted)):
        return _Plan(question=CardQuestion.CONTACT, candidates=tuple(same))
    if (contact_id := answers.get("contact", NEW)) != NEW:
        payload |= {"contact_id": contact_id} | await _place_of(session, viewer, contact_id, read)
        return _Plan("contact.update_from_card", payload)
    return await _plan_account(session, viewer, read, answers.get("account"), payload)


async def _plan_account(
    session: AsyncSession, viewer: Viewer, read: dict[str, Any], chosen: str | None, payload: dict[str, Any]
) -> _Plan:
    """Where a new contact is: the firm chosen, the one that is certainly meant, a new one, or a question."""
    firm = (read.get("company") or "")[:200]
    firms = await similar_accounts(session, viewer, likeness_of(read, "")) if firm and not chosen else []
    certain = [one for one in firms if one.score >= CERTAIN]
    if chosen and chosen != NEW:
        at: dict[str, Any] = {"account_id": chosen}
    elif len(certain) == 1:
        at = {"account_id": certain[0].id}
    elif firms:
        return _Plan(question=CardQuestion.ACCOUNT, candidates=tuple(firms))
    else:
        at = {"new_account": firm or None}
    return _Plan("contact.create_from_card", payload | at)


async def _place_of(session: AsyncSession, viewer: Viewer, contact_id: str, read: dict[str, Any]) -> dict[str, Any]:
    """Where an updated contact is: the firm on the card, found or made, unless it is at the one that it was at."""
    if not read.get("company"):
        return {}
    views = await contacts_by_id(session, viewer, [contact_id])
    wanted = likeness_of(read, "")
    firms = [firm for firm in await similar_accounts(session, viewer, wanted) if firm.score >= CERTAIN]
    if firms:
        return {"account_id": firms[0].id}
    if views and views[0]["accounts"]:
        return {"account_id": views[0]["accounts"][0]["id"]}
    return {"new_account": read["company"][:200]}


async def _perform(card: CardReading, plan: _Plan) -> str:
    wish = Operation(plan.operation, plan.payload or {}, id=_operation_id(card), door=Door(card.door))
    outcome = await perform(wish, card.company_id, card.user_id)
    return str(outcome.result["id"])


def _operation_id(card: CardReading) -> str:
    return str(uuid5(NAMESPACE_OID, f"card:{card.id}"))


async def _settle(company_id: str, reading_id: str, **values: Any) -> CardReading:
    """Writes what has come of the reading; tells the chat that waits for it, the first time."""
    now = datetime.now(UTC)
    async with transaction(company_id) as session:
        card = await reading_of(session, reading_id, lock=True)
        if card is None:
            raise NotFound
        is_first = card.read_at is None
        for name, value in values.items():
            setattr(card, name, value)
        card.read_at = card.read_at or now
        if is_first and card.chat_id is not None:
            session.add(
                OutboxMessage(
                    company_id=company_id,
                    user_id=card.user_id,
                    topic="chat.card",
                    payload={"reading_id": card.id},
                    created_at=now,
                    due_at=now,
                )
            )
        return card
