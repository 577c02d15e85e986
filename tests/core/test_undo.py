"""Whatever says that it can be undone leaves everything as it was before; what somebody touched since stays."""

from collections.abc import Mapping
from typing import Any

import pytest

from core.database import reading
from core.errors import CannotUndo, Invalid, NotFound, NotPermitted
from core.listing import get
from core.operations import REGISTRY
from core.records import new_id
from core.undo import last_undoable
from tests.builders.cast import Firm
from tests.builders.rows import business
from tests.builders.wishes import WISHES

# An amendment that is undone takes what it amended with it: its rules are below.
UNDOABLE = sorted(name for name, kind in REGISTRY.items() if kind.undoable and name != "operation.amend")


@pytest.mark.parametrize("name", UNDOABLE)
async def test_an_undone_operation_leaves_everything_as_it_was(firm: Firm, name: str) -> None:
    for variant in WISHES[name]:
        who, payload = await variant(firm)
        before = await business(firm)
        done = await firm.perform(name, payload, who)
        assert await business(firm) != before
        await firm.do("operation.undo", {"operation_id": done.operation_id}, who)
        assert await business(firm) == before


async def test_who_gave_a_record_away_may_take_it_back(firm: Firm) -> None:
    contact = await firm.contact()
    given = await firm.perform("contact.assign", {"id": contact, "owner_id": firm.people["southerner"]}, "manager")
    with pytest.raises(NotFound):
        await firm.do("contact.edit", {"id": contact, "notes": "x"}, "manager")
    await firm.do("operation.undo", {"operation_id": given.operation_id}, "manager")
    await firm.do("contact.edit", {"id": contact, "notes": "x"}, "manager")


async def test_undone_twice_is_refused(firm: Firm) -> None:
    done = await firm.perform("account.create", {"name": "Acme"})
    await firm.do("operation.undo", {"operation_id": done.operation_id})
    with pytest.raises(CannotUndo):
        await firm.do("operation.undo", {"operation_id": done.operation_id})


async def test_another_s_operation_is_not_found(firm: Firm) -> None:
    done = await firm.perform("account.create", {"name": "Acme"})
    for who in ("mate", "manager", "admin"):
        with pytest.raises(NotFound):
            await firm.do("operation.undo", {"operation_id": done.operation_id}, who)


async def test_a_later_change_of_the_same_field_refuses_with_who_it_was(firm: Firm) -> None:
    account = await firm.account(name="Acme")
    done = await firm.perform("account.edit", {"id": account, "name": "Acme, S.L."})
    await firm.do("account.edit", {"id": account, "name": "Acme, S.A."}, "manager")
    with pytest.raises(CannotUndo) as refusal:
        await firm.do("operation.undo", {"operation_id": done.operation_id})
    assert refusal.value.facts["name"] == "Manager"


async def test_a_later_change_of_another_field_does_not(firm: Firm) -> None:
    account = await firm.account(name="Acme")
    done = await firm.perform("account.edit", {"id": account, "name": "Acme, S.L."})
    await firm.do("account.edit", {"id": account, "sector": "Hotels"}, "manager")
    await firm.do("operation.undo", {"operation_id": done.operation_id})
    row = await the_account(firm, account)
    assert (row["name"], row["sector"]) == ("Acme", "Hotels")


async def test_what_others_refer_to_by_now_stays(firm: Firm) -> None:
    done = await firm.perform("account.create", {"name": "Acme"})
    await firm.opportunity("manager", account_id=done.result["id"])
    with pytest.raises(CannotUndo):
        await firm.do("operation.undo", {"operation_id": done.operation_id})


async def test_who_lost_the_permission_takes_nothing_back(firm: Firm) -> None:
    team = (await firm.do("team.create", {"name": "Key accounts"}, "admin"))["id"]
    await firm.do("member.edit", {"user_id": firm.people["manager"], "role": "admin"}, "admin")
    done = await firm.perform("team.add_member", {"team_id": team, "user_id": firm.people["rep"]}, "manager")
    await firm.do("member.edit", {"user_id": firm.people["manager"], "role": "manager"}, "admin")
    with pytest.raises(NotPermitted):
        await firm.do("operation.undo", {"operation_id": done.operation_id}, "manager")


async def test_who_no_longer_edits_the_record_takes_nothing_back(firm: Firm) -> None:
    account = await firm.account()
    done = await firm.perform("account.edit", {"id": account, "sector": "Hotels"})
    await firm.do("account.assign", {"id": account, "owner_id": firm.people["southerner"]}, "admin")
    with pytest.raises((NotPermitted, NotFound)):
        await firm.do("operation.undo", {"operation_id": done.operation_id})


@pytest.mark.parametrize("what", ["units", "superiors"])
async def test_an_undo_makes_no_circle(firm: Firm, what: str) -> None:
    """B is freed from A, and A put under B: to take back B's freedom would close a circle."""
    if what == "units":
        name, key, above, a, b = "unit.edit", "id", "parent_id", firm.units["north"], firm.units["south"]
    else:
        name, key, above = "member.edit", "user_id", "reports_to"
        a, b = firm.people["mate"], firm.people["colleague"]
    await firm.do(name, {key: b, above: a}, "admin")
    freed = await firm.perform(name, {key: b, above: None}, "admin")
    await firm.do(name, {key: a, above: b}, "admin")
    with pytest.raises(Invalid) as refusal:
        await firm.do("operation.undo", {"operation_id": freed.operation_id}, "admin")
    assert set(refusal.value.fields) == {above}


async def test_an_amended_log_is_as_if_it_had_been_so_from_the_start(firm: Firm) -> None:
    opportunity = await firm.opportunity()
    before = await business(firm)
    logged = await firm.perform(
        "activity.log",
        {
            "opportunity_id": opportunity, "new_account": "Acme", "note": "first", "move": move_to(firm, "proposal"),
            "next": {"day": "2026-12-01", "subject": "call"},
        },
    )  # fmt: skip
    amended = await firm.perform(
        "operation.amend",
        {"operation_id": logged.operation_id, "payload": {"opportunity_id": opportunity, "note": "second"}},
    )
    rows = await business(firm)
    assert len(rows["activities"]) == len(before["activities"]) + 1
    assert "second" in rows["activities"][0]
    assert rows["accounts"] == before["accounts"]
    assert rows["opportunities"] == before["opportunities"]
    await firm.do("operation.undo", {"operation_id": amended.operation_id})
    assert await business(firm) == before


async def test_what_was_amended_cannot_be_undone_itself(firm: Firm) -> None:
    logged = await firm.perform("activity.log", {"note": "first"})
    await firm.do("operation.amend", {"operation_id": logged.operation_id, "payload": {"note": "second"}})
    with pytest.raises(CannotUndo):
        await firm.do("operation.undo", {"operation_id": logged.operation_id})


async def test_an_amendment_may_be_amended_and_then_undone(firm: Firm) -> None:
    before = await business(firm)
    done = await firm.perform("activity.log", {"note": "first"})
    for note in ("second", "third"):
        done = await firm.perform("operation.amend", {"operation_id": done.operation_id, "payload": {"note": note}})
    rows = (await business(firm))["activities"]
    assert len(rows) == 1
    assert "third" in rows[0]
    await firm.do("operation.undo", {"operation_id": done.operation_id})
    assert await business(firm) == before


async def test_the_last_undoable_is_the_newest_that_changed_something(firm: Firm) -> None:
    account = await firm.account()
    changed = await firm.perform("account.edit", {"id": account, "sector": "Hotels"})
    unchanged = await firm.perform("account.edit", {"id": account, "sector": "Hotels"})
    assert (changed.undoable, unchanged.undoable) == (True, False)
    async with reading(firm.company_id) as session:
        last = await last_undoable(session, firm.people["rep"])
    assert last is not None
    assert last.id == changed.operation_id


async def test_undo_and_amend_are_themselves_done_once(firm: Firm) -> None:
    done = await firm.perform("account.create", {"name": "Acme"})
    undo_id = new_id()
    first = await firm.perform("operation.undo", {"operation_id": done.operation_id}, id=undo_id)
    second = await firm.perform("operation.undo", {"operation_id": done.operation_id}, id=undo_id)
    assert (first.result, second.repeated) == (second.result, True)


async def the_account(firm: Firm, account_id: str) -> Mapping[str, Any]:
    viewer = await firm.viewer("admin")
    async with reading(firm.company_id) as session:
        return await get(session, viewer, "account", account_id)


def move_to(firm: Firm, stage: str) -> dict[str, str]:
    return {"stage_id": firm.stages[stage]}
