"""What is to be done with a read card: the operation, or the next question to its person."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.card_changes import changes_of, only
from core.customers.card_contact import likeness_of, name_on, payload_of
from core.customers.card_doubts import as_decided, open_doubts
from core.customers.duplicates import CERTAIN, similar_accounts, similar_contacts
from core.customers.queries import contacts_by_id
from core.customers.readings import CardQuestion, CardReading
from core.errors import NotFound
from core.policy import Viewer

NEW = "new"
"""Instead of a candidate's id: none of them, make a new one."""
Answers = dict[str, Any]
"""`name`, `doubts` (see `card_doubts`), `contact` and `account` (an id or `NEW`), `update` (the changes taken)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An operation, or a question with its candidates."""

    operation: str = ""
    payload: dict[str, Any] | None = None
    question: CardQuestion | None = None
    candidates: tuple[dict[str, Any], ...] = ()


async def plan(
    session: AsyncSession, viewer: Viewer, card: CardReading, read: dict[str, Any], answers: Answers
) -> Plan:
    """The next step with the card `read`, after these answers."""
    decided = as_decided(read, answers.get("doubts") or {}, viewer.country)
    name = answers.get("name") or name_on(decided)
    if not name:
        return Plan(question=CardQuestion.NAME)
    if open_doubts(read, answers.get("doubts") or {}):
        return Plan(question=CardQuestion.DOUBTS)
    payload = payload_of(decided, name, viewer.country) | {"document_id": card.document_id}
    contact_id = answers.get("contact")
    if contact_id is None:
        same = await similar_contacts(session, viewer, likeness_of(decided, name))
        if len(same) > 1:
            return Plan(question=CardQuestion.CONTACT, candidates=tuple(one.as_json() for one in same))
        if same:
            return await _plan_update(session, viewer, decided, answers, payload, same[0].as_json())
    elif contact_id != NEW:
        return await _plan_update(session, viewer, decided, answers, payload, {"id": contact_id})
    return await _plan_account(session, viewer, decided, answers.get("account"), payload)


async def _plan_update(
    session: AsyncSession,
    viewer: Viewer,
    decided: dict[str, Any],
    answers: Answers,
    payload: dict[str, Any],
    candidate: dict[str, Any],
) -> Plan:
    """Change by change, until its person has chosen; where nothing would change, only the photo is kept with it."""
    contact = next(iter(await contacts_by_id(session, viewer, [candidate["id"]])), None)
    if contact is None:
        raise NotFound
    payload |= {"contact_id": contact["id"]} | await _place_of(session, viewer, contact, decided)
    changes = changes_of(contact, payload, decided.get("company") or "", viewer.country)
    is_known = answers.get("contact") == contact["id"]
    if "update" not in answers and (changes or not is_known):
        place = contact["accounts"][0]["name"] if contact["accounts"] else ""
        shown = {"id": contact["id"], "name": contact["name"], "detail": place, "changes": changes}
        return Plan(question=CardQuestion.UPDATE, candidates=(shown,))
    return Plan("contact.update_from_card", only(payload, answers.get("update", ()), viewer.country))


async def _plan_account(
    session: AsyncSession, viewer: Viewer, decided: dict[str, Any], chosen: str | None, payload: dict[str, Any]
) -> Plan:
    """Where a new contact is: the firm chosen, the one that is certainly meant, a new one, or a question."""
    firm = (decided.get("company") or "")[:200]
    firms = await similar_accounts(session, viewer, likeness_of(decided, "")) if firm and not chosen else []
    certain = [one for one in firms if one.score >= CERTAIN]
    if chosen and chosen != NEW:
        at: dict[str, Any] = {"account_id": chosen}
    elif len(certain) == 1:
        at = {"account_id": certain[0].id}
    elif firms:
        return Plan(question=CardQuestion.ACCOUNT, candidates=tuple(one.as_json() for one in firms))
    else:
        at = {"new_account": firm or None}
    return Plan("contact.create_from_card", payload | at)


async def _place_of(
    session: AsyncSession, viewer: Viewer, contact: dict[str, Any], decided: dict[str, Any]
) -> dict[str, Any]:
    """Where an updated contact is: the firm on the card, found or made, unless it is at the one that it was at."""
    if not decided.get("company"):
        return {}
    firms = await similar_accounts(session, viewer, likeness_of(decided, ""))
    at = {place["id"] for place in contact["accounts"]}
    if any(firm.id in at for firm in firms):
        return {}
    certain = [firm for firm in firms if firm.score >= CERTAIN]
    return {"account_id": certain[0].id} if certain else {"new_account": decided["company"][:200]}
