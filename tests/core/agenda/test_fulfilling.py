"""What is told as done completes what was planned, where that is certain; else it is logged by itself."""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from core.agenda.sentences import NONE, PLANNED, Sentence, interpret
from core.customers.world import forget_worlds
from core.database import engine, reading
from core.errors import NotFound
from core.records import new_id
from core.understanding.meaning import Ask
from tests.builders.cast import Firm
from tests.builders.days import day, today
from tests.builders.rows import business
from tests.builders.statements import executed
from tests.builders.wishes import DOCUMENT

MADRID = ZoneInfo("Europe/Madrid")
NOON = datetime.combine(today(), time(12), MADRID)


def at(hour: int, days: int = 0) -> str:
    """That hour of the day `days` from today."""
    return f"{day(days)}T{hour:02}:00:00{NOON:%z}"


async def told(firm: Firm, words: str, answers: dict[str, str] | None = None, **given: Any) -> Sentence:
    """What the rep's words come to, said at noon."""
    forget_worlds()
    async with reading(firm.company_id) as session:
        viewer = await firm.viewer(given.pop("by", "rep"))
        return await interpret(session, viewer, words, NOON, "en", answers or {}, **given)


@pytest.fixture
async def acme(firm: Firm) -> str:
    return await firm.account(name="Acme")


@pytest.mark.parametrize("when", [{"starts_at": at(10)}, {"starts_at": at(18)}, {"day": day()}, {"day": day(-7)}])
async def test_a_call_that_was_planned_for_the_day_or_is_a_week_late_is_completed(
    firm: Firm, acme: str, when: dict[str, str]
) -> None:
    planned = await firm.activity(account_id=acme, **when)
    found = await told(firm, "called Acme, they want a price")
    assert (found.operation, found.payload) == ("activity.complete", {"id": planned, "note": "they want a price"})
    assert found.planned is not None
    assert found.log == {"type": "call", "account_id": acme, "note": "they want a price"}


@pytest.mark.parametrize(
    "plan",
    [
        {"day": day(1)},
        {"day": day(-8)},
        {"day": day(), "type": "visit"},
        {"day": day(), "account_id": None},
        {"day": day(), "owner_id": "mate"},
    ],
)
async def test_another_day_kind_customer_or_agenda_is_not_what_was_planned(
    firm: Firm, acme: str, plan: dict[str, Any]
) -> None:
    if owner := plan.get("owner_id"):
        plan = plan | {"owner_id": firm.people[owner]}
    await firm.activity("manager" if owner else "rep", **{"account_id": acme, **plan})
    assert (await told(firm, "called Acme, they want a price")).operation == "activity.log"


@pytest.mark.parametrize("state", ["complete", "cancel"])
async def test_what_is_planned_no_more_is_not_completed(firm: Firm, acme: str, state: str) -> None:
    planned = await firm.activity(account_id=acme, day=day())
    await firm.do(f"activity.{state}", {"id": planned})
    assert (await told(firm, "called Acme, they want a price")).operation == "activity.log"


async def test_the_day_is_that_of_the_words(firm: Firm, acme: str) -> None:
    yesterday = await firm.activity(account_id=acme, starts_at=at(10, -1))
    await firm.activity(account_id=acme, starts_at=at(10))
    found = await told(firm, "called Acme yesterday, they want a price")
    assert found.payload == {"id": yesterday, "day": day(-1), "note": "they want a price"}


async def test_what_tells_no_kind_may_be_whatever_was_planned(firm: Firm, acme: str) -> None:
    planned = await firm.activity(account_id=acme, day=day(), type="visit")
    found = await told(firm, "talked to Acme, they want a price")
    assert (found.payload["id"], found.log["type"]) == (planned, "visit")


async def test_two_people_of_one_firm_are_two_plans(firm: Firm, acme: str) -> None:
    laura = await firm.contact(name="Laura Pérez", account_id=acme)
    marta = await firm.contact(name="Marta Gil", account_id=acme)
    with_laura = await firm.activity(account_id=acme, contact_id=laura, day=day())
    assert (await told(firm, "called Marta Gil at Acme, all fine")).operation == "activity.log"
    assert (await told(firm, "called Acme, all fine")).payload["id"] == with_laura
    with_nobody = await firm.activity(account_id=acme, day=day())
    found = await told(firm, "called Marta Gil at Acme, all fine")
    assert (found.payload["id"], found.payload["contact_id"]) == (with_nobody, marta)


async def test_a_person_of_no_firm_is_found_by_name(firm: Firm) -> None:
    contact = await firm.contact(name="Marta Gil")
    planned = await firm.activity(contact_id=contact, day=day())
    assert (await told(firm, "called Marta Gil, all fine", {Ask.ACCOUNT: NONE})).payload["id"] == planned


async def test_two_opportunities_of_one_firm_are_two_plans(firm: Firm, acme: str) -> None:
    oven = await firm.opportunity(title="Mixed oven", account_id=acme)
    pump = await firm.opportunity(title="Water pump", account_id=acme)
    await firm.activity(account_id=acme, opportunity_id=oven, day=day())
    assert (await told(firm, "called Acme about the water pump, all fine")).operation == "activity.log"
    of_pump = await firm.activity(account_id=acme, opportunity_id=pump, day=day())
    assert (await told(firm, "called Acme about the water pump, all fine")).payload["id"] == of_pump


async def test_of_several_it_is_the_only_one_on_the_day(firm: Firm, acme: str) -> None:
    await firm.activity(account_id=acme, day=day(-2))
    on_the_day = await firm.activity(account_id=acme, day=day())
    assert (await told(firm, "called Acme, all fine")).payload["id"] == on_the_day


async def test_of_several_late_ones_it_is_none(firm: Firm, acme: str) -> None:
    for days in (-1, -2):
        await firm.activity(account_id=acme, day=day(days))
    assert (await told(firm, "called Acme, all fine")).operation == "activity.log"


async def test_of_several_on_the_day_it_is_the_one_nearest_to_the_hour_that_is_told(firm: Firm, acme: str) -> None:
    at_nine = await firm.activity(account_id=acme, starts_at=at(9))
    at_eleven = await firm.activity(account_id=acme, starts_at=at(11))
    await firm.activity(account_id=acme, day=day())
    for hour, wanted in ((9, at_nine), (11, at_eleven)):
        assert (await told(firm, f"called Acme today at {hour}:15, all fine")).payload["id"] == wanted
    for words in ("called Acme today at 10:00, all fine", "called Acme, all fine"):
        assert (await told(firm, words)).operation == "activity.log"


async def test_an_answer_says_which_it_was_or_that_it_was_none(firm: Firm, acme: str) -> None:
    first, second = [await firm.activity(account_id=acme, day=day()) for _ in range(2)]
    words = "called Acme, all fine"
    assert (await told(firm, words, {PLANNED: second})).payload["id"] == second
    assert (await told(firm, words, {PLANNED: NONE})).operation == "activity.log"
    await firm.do("activity.complete", {"id": first})
    assert (await told(firm, words, {PLANNED: first})).payload["id"] == first, "the same again, whatever it has become"
    assert (await told(firm, "visited Acme, all fine", {PLANNED: first})).operation == "activity.log"
    theirs = await firm.activity("mate", day=day())
    assert (await told(firm, words, {PLANNED: theirs})).operation == "activity.log"


async def test_what_an_earlier_wording_made_is_not_what_was_planned(firm: Firm, acme: str) -> None:
    planned = await firm.activity(account_id=acme, day=day())
    assert (await told(firm, "called Acme, all fine", made=[planned])).operation == "activity.log"


async def test_everything_that_was_told_is_in_what_is_completed_and_undone_whole(firm: Firm, acme: str) -> None:
    opportunity = await firm.opportunity(title="Mixed oven", account_id=acme)
    contact = await firm.contact(name="Marta Gil", account_id=acme)
    planned = await firm.activity(account_id=acme, starts_at=at(10), note="Ask for the warehouse.")
    before = await business(firm)
    found = await told(
        firm,
        "called Marta Gil at Acme today at 10:20 for 25 min, mixed oven at 9,000 € to negotiation, they want it in "
        "blue, call back tomorrow at 9",
    )
    assert found.operation == "activity.complete"
    operation_id = new_id()
    result = (await firm.perform(found.operation, found.payload, id=operation_id)).result
    after = "\n".join(line for lines in (await business(firm)).values() for line in lines)
    for part in ("Ask for the warehouse.\\n\\n", "in blue", "'minutes': 25", "'amount': 900000", contact):
        assert part in after, part
    assert (result["id"], result["opportunity_id"]) == (planned, opportunity)
    assert result["moved"] is not None
    assert result["next_id"] is not None
    assert datetime.fromisoformat(result["planned_for"]) == datetime.fromisoformat(at(10))
    await firm.do("operation.undo", {"operation_id": operation_id})
    assert await business(firm) == before


async def test_a_recording_is_kept_with_what_is_completed(firm: Firm, acme: str) -> None:
    planned = await firm.activity(account_id=acme, day=day())
    document = (await firm.do("document.attach", DOCUMENT))["id"]
    await firm.do("activity.complete", {"id": planned, "document_ids": [document]})
    after = "\n".join((await business(firm))["documents"])
    assert planned in after
    assert acme in after


async def test_nobody_completes_with_a_person_whom_one_may_not_see(firm: Firm, acme: str) -> None:
    stranger = await firm.contact("southerner", name="Marta Gil")
    planned = await firm.activity(account_id=acme, day=day())
    with pytest.raises(NotFound):
        await firm.do("activity.complete", {"id": planned, "contact_id": stranger})


async def test_it_costs_one_statement(firm: Firm, acme: str) -> None:
    await firm.activity(account_id=acme, day=day())
    for words, times in (("call Acme tomorrow", 0), ("called Acme, all fine", 1)):
        with executed("FROM activities JOIN activity_types") as said:
            await told(firm, words)
        assert len(said) == times, words


async def test_sqlite_finds_plans_by_whose_they_are(sqlite: str) -> None:
    firm = await Firm.known()
    await firm.account(name="Acme")
    with executed("FROM activities JOIN activity_types") as said:
        await told(firm, "called Acme, all fine")
    async with engine().connect() as connection:
        rows = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said[0][0]}", said[0][1])
        assert "owner_id=? AND state=? AND day>? AND day<?" in "\n".join(row.detail for row in rows)
