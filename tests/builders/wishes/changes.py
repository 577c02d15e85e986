"""What somebody of the cast may wish of what was changed and how it is seen: conflicts, undo, views, messages."""

from datetime import UTC, datetime

from sqlalchemy import select

from core.database import reading, transaction
from core.merge import FieldConflict
from core.outbox import OutboxMessage
from core.records import new_id
from tests.builders.cast import Firm
from tests.builders.wishes.registry import Wish, wish


@wish("view.save")
async def _save_view(firm: Firm) -> Wish:
    team, _ = await _team_of(firm, "rep")
    return "rep", {
        "listing": "account", "name": "Inns", "filter": {"tag": "Horeca", "owner": "me"}, "columns": ["city"],
        "shared": "team", "team_id": team,
    }  # fmt: skip


@wish("view.edit")
async def _edit_view(firm: Firm) -> Wish:
    view = await firm.do("view.save", {"listing": "contact", "name": "Buyers"})
    return "rep", {"id": view["id"], "name": "Chefs", "filter": {"city": "Huesca"}, "shared": "company"}


@wish("view.delete")
async def _delete_view(firm: Firm) -> Wish:
    view = await firm.do("view.save", {"listing": "account", "name": "Inns"})
    await firm.do("view.begin_with", {"listing": "account", "id": view["id"]})
    return "rep", {"id": view["id"]}


@wish("view.begin_with")
async def _begin_with_view(firm: Firm) -> Wish:
    view = await firm.do("view.save", {"listing": "account", "name": "Inns", "shared": "company"}, "manager")
    return "rep", {"listing": "account", "id": view["id"]}


@wish("view.begin_with")
async def _begin_with_everything(firm: Firm) -> Wish:
    who, payload = await _begin_with_view(firm)
    await firm.do("view.begin_with", payload, who)
    return who, {"listing": "account", "id": None}


async def _team_of(firm: Firm, who: str) -> tuple[str, str]:
    team = str((await firm.do("team.create", {"name": "Key accounts"}, "admin"))["id"])
    await firm.do("team.add_member", {"team_id": team, "user_id": firm.people[who]}, "admin")
    return team, firm.people[who]


@wish("conflict.resolve")
async def _resolve_conflict(firm: Firm) -> Wish:
    await make_conflict(firm)
    async with reading(firm.company_id) as session:
        conflict = (await session.execute(select(FieldConflict.id))).scalars().first()
    return "rep", {"id": conflict, "keep_mine": True}


async def make_conflict(firm: Firm) -> str:
    """An account whose name two people gave two values; its id."""
    account = await firm.account(name="First")
    await firm.do("account.edit", {"id": account, "base": 1, "name": "Theirs"}, "manager")
    await firm.do("account.edit", {"id": account, "base": 1, "name": "Mine"})
    return account


@wish("operation.amend")
async def _amend(firm: Firm) -> Wish:
    logged = await firm.perform("activity.log", {"note": "first", "new_account": "Acme"})
    return "rep", {"operation_id": logged.operation_id, "payload": {"note": "second"}}


@wish("operation.undo")
async def _undo(firm: Firm) -> Wish:
    return "rep", {"operation_id": (await firm.perform("account.create", {"name": "Acme"})).operation_id}


@wish("message.retry")
async def _retry_messages(firm: Firm) -> Wish:
    now = datetime.now(UTC)
    failed = OutboxMessage(
        id=new_id(), company_id=firm.company_id, topic="chat.say", payload={}, created_at=now, due_at=now,
        attempts=8, error="no", failed_at=now,
    )  # fmt: skip
    async with transaction(firm.company_id) as session:
        session.add(failed)
    return "admin", {"ids": [failed.id]}
