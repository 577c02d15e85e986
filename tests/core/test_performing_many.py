"""Operations performed together are as if each had been performed by itself: once, with its events, or not at all."""

import asyncio
from collections.abc import Mapping

from sqlalchemy import select

from core.customers.models import Account, Contact
from core.database import reading
from core.errors import CrmError, NotFound
from core.events import Event, PerformedOperation
from core.operations import Operation, Outcome
from core.performing import perform_many
from core.records import new_id
from core.search import search
from tests.builders.cast import Firm
from tests.builders.rows import counts


async def together(firm: Firm, *wishes: tuple[str, Mapping[str, object]], ids: list[str] | None = None) -> list[object]:
    given = ids or [new_id() for _ in wishes]
    operations = [Operation(name, payload, id=one) for one, (name, payload) in zip(given, wishes, strict=True)]
    return [*await perform_many(operations, firm.company_id, firm.people["rep"])]


def told(outcomes: list[object]) -> list[str]:
    return [one.result.get("name", "") if isinstance(one, Outcome) else type(one).__name__ for one in outcomes]


async def test_each_is_an_operation_with_its_events_and_a_line_in_the_search(firm: Firm) -> None:
    names = [f"Taller {number}" for number in range(5)]
    reached = {"phones": [{"number": "976 123 456"}], "tags": ["Key"]}
    outcomes = await together(firm, *(("account.create", {"name": name, **reached}) for name in names))
    assert told(outcomes) == names
    async with reading(firm.company_id) as session:
        events = list(await session.scalars(select(Event).where(Event.verb == "account.create").order_by(Event.number)))
        assert [event.subject_kind for event in events] == ["account", "phone"] * 5
        assert len({event.operation_id for event in events}) == 5
        assert [event.number for event in events] == list(range(events[0].number, events[0].number + 10))
        found = await search(session, await firm.viewer(), "976123456 taller")
        assert {line.title for line in found} == set(names)
        operations = await session.scalars(
            select(PerformedOperation).where(PerformedOperation.name == "account.create")
        )
        assert sorted(done.result["name"] for done in operations) == names


async def test_what_fails_is_told_in_its_place_and_the_others_are_done(firm: Firm) -> None:
    good, bad = ("account.create", {"name": "Acme"}), ("contact.create", {"name": "x", "account_id": new_id()})
    outcomes = await together(firm, good, ("account.create", {}), good, bad, good, ("nothing.here", {}))
    assert told(outcomes) == ["Acme", "Invalid", "Acme", "NotFound", "Acme", "NotFound"]
    async with reading(firm.company_id) as session:
        assert len(list(await session.scalars(select(Account)))) == 3
        assert not list(await session.scalars(select(Contact)))


async def test_a_repeat_does_nothing_and_gives_the_first_results(firm: Firm) -> None:
    ids = [new_id() for _ in range(4)]
    wish = ("account.create", {"name": "Acme"})
    first = await together(firm, wish, wish, ids=ids[:2])
    before = await counts(firm)
    again = await together(firm, wish, wish, ids=ids[:2])
    assert [one.result for one in again] == [one.result for one in first]  # type: ignore[attr-defined]
    assert await counts(firm) == before
    rest = await together(firm, *[wish] * 4, ids=ids)
    assert [one.repeated for one in rest] == [True, True, False, False]  # type: ignore[attr-defined]


async def test_two_who_do_the_same_at_once_do_it_once(firm: Firm) -> None:
    ids = [new_id() for _ in range(6)]
    wishes = [("account.create", {"name": f"Acme {n}"}) for n in range(6)]
    both = await asyncio.gather(together(firm, *wishes, ids=ids), together(firm, *wishes, ids=ids))
    assert sum(not one.repeated for outcomes in both for one in outcomes) == 6  # type: ignore[attr-defined]
    async with reading(firm.company_id) as session:
        assert len(list(await session.scalars(select(Account)))) == 6


async def test_a_later_one_finds_what_an_earlier_one_made_and_each_keeps_its_own_difference(firm: Firm) -> None:
    account, contact = new_id(), new_id()
    outcomes = await together(
        firm,
        ("account.create", {"id": account, "name": "Acme"}),
        ("contact.create", {"id": contact, "name": "Laura", "account_id": account, "role": "Chef"}),
        ("contact.tie", {"contact_id": contact, "account_id": account, "role": "Boss"}),
        ("account.edit", {"id": account, "name": "Acme, S.A."}),
    )
    assert not [one for one in outcomes if isinstance(one, CrmError)]
    async with reading(firm.company_id) as session:
        events = list(await session.scalars(select(Event).where(Event.subject_id == account).order_by(Event.number)))
        assert [(one.change, one.revision) for one in events] == [("created", 1), ("changed", 2)]
        assert events[0].difference["name"] == [None, "Acme"]
        assert events[1].difference == {"name": ["Acme", "Acme, S.A."]}
        roles = await session.scalars(
            select(Event).where(Event.subject_kind == "account_contact").order_by(Event.number)
        )
        assert [one.difference["role"] for one in roles] == [[None, "Chef"], ["Chef", "Boss"]]
        assert [line.title for line in await search(session, await firm.viewer(), "acme s a", ("account",))] == [
            "Acme, S.A."
        ]


async def test_they_can_be_undone_together(firm: Firm) -> None:
    ids = [new_id() for _ in range(3)]
    account = new_id()
    await together(
        firm,
        ("account.create", {"id": account, "name": "Acme", "phones": [{"number": "976123456"}]}),
        ("contact.create", {"name": "Laura", "account_id": account}),
        ("account.create", {"name": "Used", "id": (used := new_id())}),
        ids=ids,
    )
    await firm.do("activity.plan", {"day": "2026-12-01", "account_id": used})
    undone = await together(firm, *(("operation.undo", {"operation_id": one}) for one in reversed(ids)))
    assert told(undone) == ["CannotUndo", "contact.create", "account.create"]
    async with reading(firm.company_id) as session:
        assert [one.name for one in await session.scalars(select(Account))] == ["Used"]
        assert not await search(session, await firm.viewer(), "acme")
        assert [line.title for line in await search(session, await firm.viewer(), "used")] == ["Used"]


async def test_whoever_is_nobody_does_nothing(firm: Firm, rival: Firm) -> None:
    wishes = [Operation("account.create", {"name": "x"}, id=new_id()) for _ in range(2)]
    outcomes = await perform_many(wishes, firm.company_id, rival.people["rep"])
    assert [type(one) for one in outcomes] == [NotFound, NotFound]
    assert await perform_many([], firm.company_id, firm.people["rep"]) == []
