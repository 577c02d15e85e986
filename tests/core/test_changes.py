"""Of every change those are told who see the record, or saw it until then; nobody else."""

import pytest

from core.changes import MOST, changes_since
from core.database import reading
from core.events import last_number
from tests.builders.cast import Firm


async def _told(firm: Firm, number: int, who: str) -> list[tuple[str, str | None]]:
    viewer = await firm.viewer(who)
    async with reading(firm.company_id) as session:
        changes = await changes_since(session, number)
    assert changes is not None
    return [(one.kind, one.id) for one in changes if one.may_be_told_to(viewer)]


async def _now(firm: Firm) -> int:
    async with reading(firm.company_id) as session:
        return await last_number(session, firm.company_id)


async def test_a_change_is_told_to_who_may_see_it(firm: Firm) -> None:
    number = await _now(firm)
    account = await firm.account(by="rep")
    assert await _told(firm, number, "rep") == [("account", account)]
    assert await _told(firm, number, "manager") == [("account", account)]
    assert await _told(firm, number, "southerner") == []


async def test_what_hangs_on_a_record_is_told_as_its_change(firm: Firm) -> None:
    account = await firm.account(by="rep")
    number = await _now(firm)
    await firm.do("account.edit", {"id": account, "phones": [{"number": "976 123 456"}]})
    assert ("account", account) in await _told(firm, number, "rep")
    assert await _told(firm, number, "southerner") == []


async def test_who_loses_sight_of_a_record_is_told_a_last_time(firm: Firm) -> None:
    activity = await firm.activity(by="rep")
    number = await _now(firm)
    await firm.do("activity.assign", {"id": activity, "owner_id": firm.people["southerner"]}, "admin")
    assert ("activity", activity) in await _told(firm, number, "rep")
    assert ("activity", activity) in await _told(firm, number, "southerner")
    number = await _now(firm)
    await firm.do("activity.edit", {"id": activity, "subject": "secret"}, "southerner")
    assert await _told(firm, number, "rep") == []


async def test_what_is_taken_back_is_told_to_who_saw_it(firm: Firm) -> None:
    made = await firm.perform("account.create", {"name": "Acme"})
    number = await _now(firm)
    await firm.do("operation.undo", {"operation_id": made.operation_id})
    assert ("account", made.result["id"]) in await _told(firm, number, "rep")
    assert await _told(firm, number, "southerner") == []


async def test_rights_are_told_without_names(firm: Firm) -> None:
    number = await _now(firm)
    await firm.do("team.create", {"name": "secret team"}, "admin")
    assert await _told(firm, number, "southerner") == [("shared", None)]


async def test_a_change_names_whom_and_what_it_concerns(firm: Firm) -> None:
    account, contact = await firm.account(), await firm.contact()
    opportunity = await firm.opportunity(account_id=account)
    about = {"account_id": account, "contact_id": contact, "opportunity_id": opportunity}
    topics = await _topics_of(firm, "activity.plan", {"type": "call", "day": "2026-12-01", **about})
    rep = f"activity:{firm.people['rep']}"
    assert {"activity", rep, "opportunity", account, contact, opportunity} <= topics
    assert "opportunity" not in await _topics_of(firm, "activity.plan", {"type": "call", "day": "2026-12-01"})


async def test_what_is_given_away_concerns_the_one_and_the_other(firm: Firm) -> None:
    activity = await firm.activity()
    topics = await _topics_of(firm, "activity.assign", {"id": activity, "owner_id": firm.people["mate"]}, "manager")
    assert {f"activity:{firm.people[who]}" for who in ("rep", "mate")} <= topics


async def test_what_moves_to_another_account_concerns_both(firm: Firm) -> None:
    one, other = await firm.account(), await firm.account(name="Other")
    activity = await firm.activity(account_id=one)
    assert {one, other} <= await _topics_of(firm, "activity.edit", {"id": activity, "account_id": other})
    contact = await firm.contact()
    assert {one, contact} <= await _topics_of(firm, "contact.tie", {"contact_id": contact, "account_id": one})


async def test_what_is_done_with_a_lead_concerns_its_page(firm: Firm) -> None:
    lead = await firm.lead()
    about = {"type": "call", "lead_id": lead}
    assert lead in await _topics_of(firm, "activity.log", about)
    planned = str((await firm.do("activity.plan", {**about, "day": "2026-12-01"}))["id"])
    assert lead in await _topics_of(firm, "activity.edit", {"id": planned, "subject": "Price"})
    done = await firm.perform("activity.complete", {"id": planned})
    assert lead in await _topics_of(firm, "operation.undo", {"operation_id": done.operation_id})
    logged = await firm.perform("activity.log", about)
    assert lead in await _topics_of(firm, "operation.undo", {"operation_id": logged.operation_id})


async def _topics_of(firm: Firm, name: str, payload: dict[str, str], who: str = "rep") -> frozenset[str]:
    """What the changes of an operation concern."""
    number = await _now(firm)
    await firm.do(name, payload, who)
    async with reading(firm.company_id) as session:
        return frozenset[str]().union(*(one.topics for one in await changes_since(session, number) or ()))


async def test_very_much_at_once_is_not_told_one_by_one(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.changes.MOST", 2)
    assert MOST > 2
    async with reading(firm.company_id) as session:
        assert await changes_since(session, 0) is None
