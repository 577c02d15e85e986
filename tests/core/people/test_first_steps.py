"""Somebody new is led through the first steps by what was really done."""

from datetime import UTC, datetime, timedelta
from typing import Any

from core.database import reading
from core.people.chats import link
from core.people.first_steps import SHOWN_FOR, first_steps
from core.people.sign_in import Purpose, new_ticket
from tests.builders.cast import Firm


async def steps_of(firm: Firm, who: str = "rep", days: int = 0) -> dict[str, Any] | None:
    now = datetime.now(UTC)
    async with reading(firm.company_id) as session:
        return await first_steps(session, await firm.viewer(who), now - timedelta(days=days), now)


async def done(firm: Firm, who: str = "rep") -> list[str]:
    found = await steps_of(firm, who)
    assert found
    assert found["done"] == sum(step["is_done"] for step in found["steps"])
    return [step["key"] for step in found["steps"] if step["is_done"]]


async def test_a_step_is_ticked_off_by_having_been_done(firm: Firm) -> None:
    assert await done(firm, "mate") == []
    await firm.do("contact.create", {"name": "Laura Pérez"}, "mate")
    assert await done(firm, "mate") == ["contact"]
    await firm.do("settings.edit", {"theme": "dark"}, "mate")
    assert await done(firm, "mate") == ["contact"]
    await firm.do("settings.edit", {"works_from": "09:00", "works_until": "18:00"}, "mate")
    assert await done(firm, "mate") == ["contact", "hours"]
    account = await firm.account(by="mate")
    await firm.do("activity.log", {"account_id": account, "type": "call", "note": "A price."}, "mate")
    assert await done(firm, "mate") == ["log", "contact", "hours"]


async def test_what_was_taken_back_is_not_done(firm: Firm) -> None:
    logged = await firm.perform("contact.create", {"name": "Laura Pérez"})
    await firm.do("operation.undo", {"operation_id": logged.operation_id})
    assert "contact" not in await done(firm)


async def test_the_chat_counts_when_it_is_linked_or_when_one_does_without(firm: Firm) -> None:
    await link("ronda_bot", 7, await new_ticket(Purpose.CHAT, firm.people["rep"], {"company_id": firm.company_id}))
    assert "chat" in await done(firm)
    assert "chat" not in await done(firm, "mate")
    await firm.do("first_steps.skip", {"step": "chat"}, "mate")
    assert "chat" in await done(firm, "mate")


async def test_closed_finished_or_after_a_month_they_are_gone(firm: Firm) -> None:
    assert await steps_of(firm, days=SHOWN_FOR.days + 1) is None
    for step in ("chat", "log", "contact", "move", "hours"):
        await firm.do("first_steps.skip", {"step": step})
    assert await steps_of(firm) is None
    await firm.do("first_steps.close", {}, "mate")
    assert await steps_of(firm, "mate") is None


async def test_who_may_not_do_a_step_is_not_shown_it(firm: Firm) -> None:
    found = await steps_of(firm, "reader")
    assert found
    assert [step["key"] for step in found["steps"]] == ["chat", "hours"]
