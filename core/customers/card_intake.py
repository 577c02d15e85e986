"""From a read card to a contact: saved at once where nothing is in doubt, else one question at a time.

The same for every door: the worker says what was read, a person – in the chat or on a page – answers.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import select

from core.customers.card_doubts import decided_value
from core.customers.card_pictures import keep_picture
from core.customers.card_plan import Answers, Plan, plan
from core.customers.card_sides import backs_of, front_of, join, merged
from core.customers.cards import Card
from core.customers.readings import CardQuestion, CardReading, CardState, reading_of
from core.database import reading, transaction
from core.documents.models import Document
from core.documents.stores import key_of, store
from core.errors import Conflict, CrmError, NotFound
from core.events import PerformedOperation
from core.i18n import N_
from core.operations import Door, Operation
from core.outbox import OutboxMessage
from core.payloads import cleaned
from core.performing import perform
from core.viewers import viewer_of


async def photo_of(company_id: str, reading_id: str) -> bytes | None:
    """The photo to be read; None where it was read already, or is gone."""
    async with reading(company_id) as session:
        waiting = await reading_of(session, reading_id)
        if waiting is None or waiting.state != CardState.WAITING:
            return None
        digest = await session.scalar(select(Document.digest).where(Document.id == waiting.document_id))
    return await store().get(key_of(company_id, digest)) if digest else None


async def card_was_read(
    company_id: str, reading_id: str, card: Card | None, error: str | None = None, *,
    back: Card | None = None, picture: bytes | None = None,
) -> None:  # fmt: skip
    """What the reader saw: a person's card, or none (None), or that it failed for good (`error`, for the operator).

    `back`: what stands on a side without a name; `picture`: the card alone and upright, a JPEG. Makes the contact as
    the photo's sender where nothing is in doubt; with the photo of a card's other side it becomes one. May be called
    again with the same.
    """
    async with reading(company_id) as session:
        waiting = await reading_of(session, reading_id)
        if waiting is None or waiting.state != CardState.WAITING:
            return
        seen = card or back
        front = await front_of(session, waiting, seen) if seen else None
        backs = await backs_of(session, waiting, card) if card and not front else []
    if picture is not None:
        await keep_picture(company_id, reading_id, picture)
    if front and seen and await _join(company_id, front, waiting, seen):
        return
    if card is None:
        state = CardState.FAILED if error else CardState.NO_CARD
        await _settle(company_id, reading_id, state=state.value, error=error, card=back.as_json() if back else None)
        return
    read = merged(card, backs).as_json()
    try:
        await _go_on(company_id, waiting, read, {})
    except CrmError as refused:
        await _settle(company_id, reading_id, state=CardState.FAILED.value, card=read, error=refused.text)
        return
    for other in backs:
        await _settle(company_id, other.id, tell=True, state=CardState.SIDE.value, front_id=reading_id)


async def answer(
    company_id: str, user_id: str, reading_id: str, door: Door, *,
    contact_id: str | None = None, account_id: str | None = None, name: str | None = None,
    doubts: Mapping[int, str | None] | None = None, update: Sequence[str] | None = None,
) -> CardReading:  # fmt: skip
    """A person's answer to what the reading asks, and what follows from it.

    `contact_id`, `account_id`: a candidate's id, or `NEW`; `doubts`: a doubt's place → the right value, None as it was
    read, empty for nothing; `update`: the keys of the changes that the candidate takes. Gives the reading as it is
    then: saved, or with the next question. Raises `NotFound` for another's reading, `Conflict` where nothing is asked
    any more, `Invalid` for a value that cannot stand where it is said to.
    """
    async with reading(company_id) as session:
        asking = await reading_of(session, reading_id)
        if asking is None or asking.user_id != user_id:
            raise NotFound
        if asking.state != CardState.ASKS or asking.card is None:
            raise Conflict(N_("That is settled already."))
        viewer = await viewer_of(session, company_id, user_id)
    given: Answers = cleaned({"contact": contact_id, "account": account_id, "name": name})
    answers = asking.answers | {key: value for key, value in given.items() if value}
    if doubts is not None:
        written = {
            str(place): decided_value(asking.card, place, cleaned(value), viewer.country)
            for place, value in doubts.items()
        }
        answers["doubts"] = {**(answers.get("doubts") or {}), **written}
    if update is not None and asking.question == CardQuestion.UPDATE:
        answers |= {"contact": asking.candidates[0]["id"], "update": list(update)}
    asking.door = door.value
    return await _go_on(company_id, asking, asking.card, answers)


async def leave_out(company_id: str, user_id: str, reading_id: str, place: int) -> CardReading:
    """Takes the change at this place of what is offered out of it, or in again. Raises as `answer` does."""
    async with transaction(company_id) as session:
        asking = await reading_of(session, reading_id, lock=True)
        if asking is None or asking.user_id != user_id:
            raise NotFound
        if asking.state != CardState.ASKS or asking.question != CardQuestion.UPDATE:
            raise Conflict(N_("That is settled already."))
        changes = asking.candidates[0]["changes"]
        if place >= len(changes):
            raise NotFound
        left_out = set(asking.answers.get("left_out") or ()) ^ {changes[place]["key"]}
        asking.answers = asking.answers | {"left_out": sorted(left_out)}
        return asking


async def drop(company_id: str, user_id: str, reading_id: str) -> None:
    """Its person does not want this card; the photo stays among his or her documents."""
    async with transaction(company_id) as session:
        found = await reading_of(session, reading_id, lock=True)
        if found is None or found.user_id != user_id:
            raise NotFound
        if found.state == CardState.ASKS:
            found.state = CardState.DROPPED.value


async def _go_on(
    company_id: str, card: CardReading, read: dict[str, Any], answers: Answers, *, tell: bool = False
) -> CardReading:
    async with reading(company_id) as session:
        viewer = await viewer_of(session, company_id, card.user_id)
        # Done, but the end of it was not written: the contact would be taken for its own duplicate.
        done = await session.get(PerformedOperation, {"company_id": company_id, "id": _operation_id(card)})
        next_step = Plan() if done else await plan(session, viewer, card, read, answers)
    if next_step.question is not None:
        return await _settle(
            company_id,
            card.id,
            tell=tell,
            state=CardState.ASKS.value,
            card=read,
            answers=answers,
            question=next_step.question.value,
            candidates=list(next_step.candidates),
        )
    return await _settle(
        company_id,
        card.id,
        tell=tell,
        state=CardState.SAVED.value,
        card=read,
        answers=answers,
        question=None,
        contact_id=done.result["id"] if done else await _perform(card, next_step),
        operation_id=_operation_id(card),
    )


async def _join(company_id: str, front: CardReading, other: CardReading, side: Card) -> bool:
    """Adds the other side to what its front has become; False where that cannot be any more."""
    try:
        if front.state == CardState.ASKS:
            await _go_on(company_id, front, merged(front, [side]).as_json(), front.answers, tell=True)
        else:
            joined = await join(company_id, front, other, side)
            await _settle(company_id, front.id, tell=True, **joined)
    except CrmError:
        return False
    await _settle(company_id, other.id, state=CardState.SIDE.value, front_id=front.id, card=side.as_json())
    return True


async def _perform(card: CardReading, step: Plan) -> str:
    wish = Operation(step.operation, step.payload or {}, id=_operation_id(card), door=Door(card.door))
    outcome = await perform(wish, card.company_id, card.user_id)
    return str(outcome.result["id"])


def _operation_id(card: CardReading) -> str:
    return str(uuid5(NAMESPACE_OID, f"card:{card.id}"))


async def _settle(company_id: str, reading_id: str, *, tell: bool = False, **values: Any) -> CardReading:
    """Writes what has come of the reading; tells the chat that waits for it, the first time or to `tell` it anew."""
    now = datetime.now(UTC)
    async with transaction(company_id) as session:
        card = await reading_of(session, reading_id, lock=True)
        if card is None:
            raise NotFound
        is_told = tell or card.read_at is None
        for name, value in values.items():
            setattr(card, name, value)
        card.read_at = card.read_at or now
        if is_told and card.chat_id is not None:
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
