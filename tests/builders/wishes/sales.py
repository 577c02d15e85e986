"""What somebody of the cast may wish of opportunities."""

from tests.builders.cast import Firm
from tests.builders.wishes.given import DOCUMENT
from tests.builders.wishes.registry import Wish, wish


@wish("opportunity.create")
async def _create_opportunity(firm: Firm) -> Wish:
    return "rep", {
        "title": "Horno", "account_id": await firm.account(), "amount": 7_000, "expected_close": "2026-12-31",
        "stage_id": firm.stages["proposal"],
    }  # fmt: skip


@wish("opportunity.edit")
async def _edit_opportunity(firm: Firm) -> Wish:
    return "rep", {"id": await firm.opportunity(), "amount": 9, "expected_close": "2027-01-01", "currency": "USD"}


@wish("opportunity.edit")
async def _edit_opportunity_s_account(firm: Firm) -> Wish:
    opportunity = await firm.opportunity(account_id=await firm.account(), contact_id=await firm.contact())
    return "rep", {"id": opportunity, "account_id": None, "contact_id": None, "title": "Cocina", "probability": 33}


@wish("opportunity.move")
async def _move_opportunity(firm: Firm) -> Wish:
    return "rep", {"id": await firm.opportunity(), "stage_id": firm.stages["lost"], "reason": "price", "amount": 5}


@wish("opportunity.move")
async def _win_opportunity(firm: Firm) -> Wish:
    opportunity = await firm.opportunity()
    await firm.do("opportunity.move", {"id": opportunity, "stage_id": firm.stages["proposal"]})
    document = await firm.do("document.attach", DOCUMENT)
    return "rep", {"id": opportunity, "stage_id": firm.stages["won"], "document_ids": [document["id"]]}


@wish("opportunity.assign")
async def _assign_opportunity(firm: Firm) -> Wish:
    return "manager", {"id": await firm.opportunity(), "owner_id": firm.people["southerner"]}


@wish("opportunity.archive")
async def _archive_opportunity(firm: Firm) -> Wish:
    return "rep", {"id": await firm.opportunity()}


@wish("opportunity.assign_many")
async def _assign_opportunities(firm: Firm) -> Wish:
    ids = [await firm.opportunity(), await firm.opportunity()]
    return "manager", {"ids": ids, "owner_id": firm.people["southerner"]}
