"""What somebody of the cast may wish of documents."""

from tests.builders.cast import Firm
from tests.builders.wishes.given import DOCUMENT
from tests.builders.wishes.registry import Wish, wish


@wish("document.attach")
async def _attach_document(firm: Firm) -> Wish:
    return "rep", {**DOCUMENT, "account_id": await firm.account(), "description": "offer"}


@wish("document.tie")
async def _tie_document(firm: Firm) -> Wish:
    document = await firm.do("document.attach", DOCUMENT)
    return "rep", {"id": document["id"], "activity_id": await firm.activity(account_id=await firm.account())}


@wish("document.attach_many")
async def _attach_documents(firm: Firm) -> Wish:
    return "rep", {"files": [DOCUMENT, {**DOCUMENT, "name": "offer.pdf"}], "contact_id": await firm.contact()}


@wish("document.edit")
async def _edit_document(firm: Firm) -> Wish:
    return "rep", {"id": (await firm.do("document.attach", DOCUMENT))["id"], "name": "other.jpg", "description": "x"}


@wish("document.move")
async def _move_document(firm: Firm) -> Wish:
    document = await firm.do("document.attach", DOCUMENT)
    return "rep", {"id": document["id"], "activity_id": await firm.activity(account_id=await firm.account())}


@wish("document.move")
async def _move_document_to_nobody(firm: Firm) -> Wish:
    document = await firm.do("document.attach", {**DOCUMENT, "account_id": await firm.account()})
    return "rep", {"id": document["id"]}


@wish("document.archive")
async def _archive_document(firm: Firm) -> Wish:
    return "rep", {"id": (await firm.do("document.attach", DOCUMENT))["id"]}
