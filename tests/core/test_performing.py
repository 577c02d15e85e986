"""Operations are done once for their id, whole or not at all, and their events are numbered in commit order."""

import asyncio
from collections import Counter
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from core.customers.models import Account
from core.database import reading
from core.errors import Conflict, CrmError, Invalid, NotFound
from core.events import Event, PerformedOperation, last_number, since
from core.operations import REGISTRY, Operation, Payload
from core.performing import perform
from core.records import new_id
from core.work import Work
from tests.builders.cast import Firm
from tests.builders.rows import counts


async def accounts_in(firm: Firm) -> int:
    async with reading(firm.company_id) as session:
        return await session.scalar(select(func.count()).select_from(Account)) or 0


async def test_a_repeat_gives_the_first_result_and_does_nothing(firm: Firm) -> None:
    operation_id = new_id()
    first = await firm.perform("account.create", {"name": "Acme"}, id=operation_id)
    second = await firm.perform("account.create", {"name": "Another"}, id=operation_id)
    assert second.result == first.result
    assert (first.repeated, second.repeated) == (False, True)
    assert await accounts_in(firm) == 1


async def test_ten_tries_at_once_with_one_id_make_one(firm: Firm) -> None:
    operation_id = new_id()
    outcomes = await asyncio.gather(
        *(firm.perform("account.create", {"name": "Acme"}, id=operation_id) for _ in range(10))
    )
    assert len({outcome.result["id"] for outcome in outcomes}) == 1
    assert sum(not outcome.repeated for outcome in outcomes) == 1
    assert await accounts_in(firm) == 1


async def test_an_id_written_otherwise_is_the_same_id(firm: Firm) -> None:
    operation_id = new_id()
    await firm.perform("account.create", {"name": "Acme"}, id=operation_id)
    outcome = await firm.perform("account.create", {"name": "Acme"}, id=operation_id.upper())
    assert outcome.repeated


async def test_an_id_that_is_none_is_invalid(firm: Firm) -> None:
    with pytest.raises(Invalid):
        await firm.perform("account.create", {"name": "Acme"}, id="'; DROP TABLE accounts")


@pytest.mark.parametrize(
    ("name", "who"), [("contact.create", "rep"), ("account.create", "mate")], ids=["another name", "another user"]
)
async def test_a_used_id_is_refused_for_anything_else(firm: Firm, name: str, who: str) -> None:
    operation_id = new_id()
    await firm.perform("account.create", {"name": "Acme"}, id=operation_id)
    with pytest.raises(Conflict):
        await firm.perform(name, {"name": "Acme"}, who, id=operation_id)


async def test_two_companies_may_use_one_id(firm: Firm, rival: Firm) -> None:
    operation_id = new_id()
    first = await firm.perform("account.create", {"name": "Acme"}, id=operation_id)
    second = await rival.perform("account.create", {"name": "Acme"}, id=operation_id)
    assert not second.repeated
    assert first.result["id"] != second.result["id"]


async def test_nothing_is_half_written_after_an_error_in_the_middle(firm: Firm) -> None:
    opportunity = await firm.opportunity()
    before = await counts(firm)
    with pytest.raises(Invalid, match="reason"):
        await firm.do(
            "activity.log",
            {
                "new_account": "Acme", "new_contact": "Laura", "opportunity_id": opportunity,
                "next": {"day": "2026-12-01"}, "move": {"stage_id": firm.stages["lost"]},
            },
        )  # fmt: skip
    assert await counts(firm) == before


async def test_an_operation_that_failed_may_be_tried_again_with_its_id(firm: Firm) -> None:
    operation_id = new_id()
    with pytest.raises(Invalid):
        await firm.perform("account.create", {"name": "Acme", "phones": [{"number": "1"}]}, id=operation_id)
    outcome = await firm.perform("account.create", {"name": "Acme"}, id=operation_id)
    assert not outcome.repeated


async def test_a_key_that_points_nowhere_is_a_conflict(firm: Firm) -> None:
    account = await firm.account()
    before = await counts(firm)
    with pytest.raises(Conflict):
        await firm.do("account.create", {"name": "Again", "id": account})
    assert await counts(firm) == before


async def test_what_the_database_refuses_at_the_very_end_holds_nobody_up(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keys are checked at the commit, after all else has gone well."""
    kind = REGISTRY["account.create"]

    async def to_nowhere(work: Work, payload: Payload) -> dict[str, str]:
        await work.add(Account(name="Lost", unit_id=new_id()))
        return {}

    with monkeypatch.context() as patch:
        patch.setitem(REGISTRY, "account.create", replace(kind, function=to_nowhere))
        for _ in range(12):
            with pytest.raises(Conflict):
                await firm.account()
    await asyncio.gather(*(firm.account() for _ in range(12)))
    assert await accounts_in(firm) == 12


async def test_there_is_no_such_operation(firm: Firm) -> None:
    with pytest.raises(NotFound):
        await firm.do("account.explode", {})


async def test_a_payload_that_is_no_object_is_invalid(firm: Firm) -> None:
    for payload in ([1], "text", None, 7):
        with pytest.raises(Invalid):
            await firm.do("account.create", payload)  # type: ignore[arg-type]


async def test_events_are_numbered_without_holes(firm: Firm) -> None:
    async def one(number: int) -> None:
        if number % 5 == 0:
            with pytest.raises(CrmError):
                await firm.do("account.create", {"name": "Bad", "phones": [{"number": "x"}]})
        await firm.account(name=f"Account {number}", emails=[{"address": f"a{number}@example.com"}])

    await asyncio.gather(*(one(number) for number in range(12)))
    async with reading(firm.company_id) as session:
        numbers = list(await session.scalars(select(Event.number).order_by(Event.number)))
        assert numbers == list(range(1, await last_number(session, firm.company_id) + 1))


async def test_a_reader_at_a_number_never_misses_one_below_it(firm: Firm) -> None:
    done = asyncio.Event()

    async def read() -> list[int]:
        async with reading(firm.company_id) as session:
            at = await last_number(session, firm.company_id)
        seen: list[int] = list(range(1, at + 1))
        while not done.is_set():
            async with reading(firm.company_id) as session:
                seen += [row.number for row in await since(session, seen[-1])]
        async with reading(firm.company_id) as session:
            return seen + [row.number for row in await since(session, seen[-1])]

    async def write(writer: int) -> None:
        for number in range(6):
            await firm.account(("rep", "mate", "manager")[writer % 3], name=f"Account {writer}.{number}")

    readers = [asyncio.create_task(read()) for _ in range(2)]
    await asyncio.gather(*(write(writer) for writer in range(6)))
    done.set()
    for seen in await asyncio.gather(*readers):
        assert seen == list(range(1, len(seen) + 1))
        async with reading(firm.company_id) as session:
            assert seen[-1] == await last_number(session, firm.company_id)


async def test_operations_that_collide_are_tried_again(firm: Firm) -> None:
    """Two that move the same opportunities in opposite orders wait for each other in a circle."""
    first, second = await firm.opportunity(), await firm.opportunity()

    async def both(one: str, other: str, stage: str) -> None:
        for opportunity in (one, other):
            await firm.do(
                "activity.log",
                {"opportunity_id": opportunity, "amount": 7, "move": {"stage_id": firm.stages[stage]}},
            )

    await asyncio.gather(
        *(both(*pair, stage) for pair in ((first, second), (second, first)) for stage in ("proposal", "negotiation"))
    )
    async with reading(firm.company_id) as session:
        names = Counter(await session.scalars(select(PerformedOperation.name)))
    assert names["activity.log"] == 8


async def test_a_deadlock_is_tried_again(postgresql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    firm = await Firm.known()
    first, second = await firm.account(), await firm.account()
    orders = [[first, second], [second, first]]
    meeting = asyncio.Barrier(2)
    kind = REGISTRY["account.edit"]

    async def crosswise(work: Work, payload: Payload) -> dict[str, str]:
        mine = orders[0 if work.viewer.user_id == firm.people["rep"] else 1]
        await work.edit(Account, mine[0])
        if meeting.n_waiting < 2 and not met:
            await meeting.wait()
            met.append(True)
        await work.edit(Account, mine[1])
        return {"id": mine[0]}

    met: list[bool] = []
    monkeypatch.setitem(REGISTRY, "account.edit", replace(kind, function=crosswise))
    wishes = [Operation("account.edit", {"id": first}) for _ in range(2)]
    outcomes = await asyncio.gather(
        perform(wishes[0], firm.company_id, firm.people["rep"]),
        perform(wishes[1], firm.company_id, firm.people["manager"]),
    )
    assert [outcome.repeated for outcome in outcomes] == [False, False]
