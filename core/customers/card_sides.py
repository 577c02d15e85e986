"""Two photos of one card: which reading is the front, and what becomes of it when its other side is read."""

from collections.abc import Iterable
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.card_contact import name_on, payload_of
from core.customers.card_doubts import as_decided
from core.customers.cards import Card
from core.customers.cards.sides import are_one, both_sides, without_doubtful
from core.customers.readings import CardReading, CardState, beside, reading_of, readings_of_album
from core.database import reading
from core.errors import NotFound
from core.events import PerformedOperation
from core.operations import Door, Operation
from core.performing import perform
from core.viewers import viewer_of

_PAIR = 2


async def front_of(session: AsyncSession, waiting: CardReading, side: Card) -> CardReading | None:
    """The reading of a person's card that `side`, just read from `waiting`, is the other side of."""
    if waiting.front_id is not None:
        front = await reading_of(session, waiting.front_id)
        return front if front is not None and _is_front(front) and _fits(front, side, are_together=True) else None
    are_together = await _is_pair(session, waiting)
    for one in await beside(session, waiting):
        if _is_front(one) and _fits(one, side, are_together=are_together):
            return one
    return None


async def backs_of(session: AsyncSession, waiting: CardReading, card: Card) -> list[CardReading]:
    """The readings beside `waiting` that show no name and are this person's card's other side: at most one."""
    are_together = await _is_pair(session, waiting)
    for one in await beside(session, waiting):
        is_back = one.state == CardState.NO_CARD and one.card is not None
        if is_back and are_one(card, Card.from_json(one.card or {}), are_together=are_together):
            return [one]
    return []


def merged(front: Card | CardReading, others: Iterable[Card | CardReading]) -> Card:
    """The front's card with what its other sides say."""
    card = _card(front)
    for other in others:
        card = both_sides(card, _card(other))
    return card


async def join(company_id: str, front: CardReading, other: CardReading, side: Card) -> dict[str, Any]:
    """Does the front's saved contact again with both sides on it; nobody is asked any more, so doubts stay out.

    Gives the front reading's new values. Raises what undoing raises where the contact was changed since.
    """
    card = merged(front, [without_doubtful(side)]).as_json()
    async with reading(company_id) as session:
        sees = await viewer_of(session, company_id, front.user_id)
        done = await session.get(PerformedOperation, {"company_id": company_id, "id": front.operation_id})
    if done is None:
        raise NotFound
    decided = as_decided(card, front.answers.get("doubts") or {}, sees.country)
    payload = payload_of(decided, front.answers.get("name") or name_on(decided), sees.country)
    payload |= {"document_id": front.document_id} | _as_done(front, done.result, payload)
    wish = Operation(
        "operation.amend",
        {"operation_id": front.operation_id, "payload": payload},
        id=str(uuid5(NAMESPACE_OID, f"card:{other.id}")),
        door=Door(front.door),
    )
    outcome = await perform(wish, company_id, front.user_id)
    return {"card": card, "contact_id": outcome.result["id"], "operation_id": outcome.operation_id}


def _as_done(front: CardReading, result: dict[str, Any], payload: dict[str, Any]) -> dict[str, Any]:
    """What the first operation decided: the account, found or made, and who was updated with what."""
    at = {"new_account": result["account"]} if result["account_created"] else {"account_id": result["account_id"]}
    if "update" not in front.answers:
        return at
    taken = set(front.answers["update"])
    known_phones = {phone["e164"] for phone in (front.card or {}).get("phones") or ()}
    known_emails = set((front.card or {}).get("emails") or ())
    return at | {
        "contact_id": front.contact_id,
        "is_renamed": "name" in taken,
        "job_title": payload["job_title"] if "job_title" in taken else None,
        "phones": [one for one in payload["phones"] if _is_taken(one["number"], "phone", taken, known_phones)],
        "emails": [one for one in payload["emails"] if _is_taken(one["address"], "email", taken, known_emails)],
    }


def _is_taken(value: str, key: str, taken: set[str], known: set[str]) -> bool:
    """Of the front what was taken, of the other side all."""
    bare = value.partition(";ext=")[0]
    return bare not in known or f"{key}:{bare}" in taken


def _fits(front: CardReading, side: Card, *, are_together: bool) -> bool:
    return are_one(_card(front), side, are_together=are_together)


def _is_front(one: CardReading) -> bool:
    return one.state in (CardState.SAVED, CardState.ASKS) and one.card is not None and bool(name_on(one.card))


async def _is_pair(session: AsyncSession, card: CardReading) -> bool:
    """Whether it was sent with exactly one other photo."""
    if card.album is None or card.chat_id is None:
        return False
    return len(await readings_of_album(session, card.user_id, card.chat_id, card.album)) == _PAIR


def _card(one: Card | CardReading) -> Card:
    return one if isinstance(one, Card) else Card.from_json(one.card or {})
