"""What somebody of the cast may wish of activities, mentions, voice messages."""

from sqlalchemy import select

from core.agenda.mentions import Mention
from core.database import reading
from tests.builders.cast import Firm
from tests.builders.wishes.given import DOCUMENT
from tests.builders.wishes.registry import Wish, wish


@wish("voice.receive")
async def _receive_voice(firm: Firm) -> Wish:
    sound = DOCUMENT | {"name": "voice.oga", "media_type": "audio/ogg"}
    return "rep", {"document": sound, "bot": "1", "chat_id": 7, "said_in": 8, "shown_in": 9, "phone_language": "es"}


@wish("activity.log")
async def _log_everything(firm: Firm) -> Wish:
    return "rep", {
        "type": "visit", "new_account": "Acme", "new_contact": "Laura", "opportunity_id": await firm.opportunity(),
        "note": "demo", "minutes": 40, "next": {"type": "email", "starts_at": "2026-12-01T10:00:00+01:00"},
        "move": {"stage_id": firm.stages["proposal"]}, "amount": 90_000,
    }  # fmt: skip


@wish("activity.log")
async def _log_with_lead(firm: Firm) -> Wish:
    return "rep", {"lead_id": await firm.lead(), "note": "called", "next": {"type": "visit", "day": "2026-12-01"}}


@wish("activity.log")
async def _log_at_account(firm: Firm) -> Wish:
    document = await firm.do("document.attach", DOCUMENT)
    return "rep", {
        "account_id": await firm.account(), "contact_id": await firm.contact(), "day": "2026-11-20",
        "document_ids": [document["id"]],
    }  # fmt: skip


@wish("activity.plan")
async def _plan_activity(firm: Firm) -> Wish:
    document = await firm.do("document.attach", DOCUMENT)
    about = {"account_id": await firm.account(), "document_ids": [document["id"]]}
    return "rep", {"type": "call", "starts_at": "2026-12-01T10:00:00+01:00", **about}


@wish("activity.complete")
async def _complete_activity(firm: Firm) -> Wish:
    activity = await firm.activity(opportunity_id=await firm.opportunity())
    return "rep", {
        "id": activity, "note": "went well", "next": {"day": "2026-12-09"}, "move": {"stage_id": firm.stages["won"]},
    }  # fmt: skip


@wish("activity.complete")
async def _complete_with_everything(firm: Firm) -> Wish:
    account = await firm.account()
    document = await firm.do("document.attach", DOCUMENT)
    return "rep", {
        "id": await firm.activity(account_id=account), "day": "2026-11-20", "note": "demo", "minutes": 40,
        "contact_id": await firm.contact(account_id=account),
        "opportunity_id": await firm.opportunity(account_id=account), "amount": 90_000, "currency": "EUR",
        "document_ids": [document["id"]],
    }  # fmt: skip


@wish("activity.reschedule")
async def _reschedule_activity(firm: Firm) -> Wish:
    return "rep", {"id": await firm.activity(), "starts_at": "2026-12-24T10:00:00+01:00", "minutes": 5}


@wish("activity.edit")
async def _edit_activity(firm: Firm) -> Wish:
    return "rep", {"id": await firm.activity(), "type": "visit", "subject": "x", "account_id": await firm.account()}


@wish("activity.edit")
async def _edit_activity_s_hour(firm: Firm) -> Wish:
    activity = await firm.activity(starts_at="2026-12-01T10:00:00+01:00", note="x")
    return "rep", {"id": activity, "starts_at": "2026-12-02T11:00:00+01:00", "remind_before": 60, "minutes": 20}


@wish("activity.snooze")
async def _snooze_activity(firm: Firm) -> Wish:
    return "rep", {"id": await firm.activity(starts_at="2026-12-01T10:00:00+01:00"), "minutes": 10}


@wish("activity.cancel")
async def _cancel_activity(firm: Firm) -> Wish:
    return "rep", {"id": await firm.activity(), "result": "closed for holidays"}


@wish("activity.assign")
async def _assign_activity(firm: Firm) -> Wish:
    return "manager", {"id": await firm.activity(), "owner_id": firm.people["mate"]}


@wish("activity.assign_many")
async def _assign_activities(firm: Firm) -> Wish:
    ids = [await firm.activity(), await firm.activity(starts_at="2026-12-01T10:00:00+01:00")]
    return "manager", {"ids": ids, "owner_id": firm.people["mate"]}


@wish("mention.read")
async def _read_mention(firm: Firm) -> Wish:
    await firm.activity("manager", owner_id=firm.people["rep"], note="@rep look at this")
    async with reading(firm.company_id) as session:
        mention = await session.scalar(select(Mention.id).where(Mention.user_id == firm.people["rep"]))
    return "rep", {"id": str(mention)}
