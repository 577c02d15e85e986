"""The demo, smaller: the same every time, right in its sums, done once however often it is loaded."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from core import performing
from core.agenda.models import Activity
from core.customers.models import Account, Contact
from core.database import EVERY_COMPANY, reading
from core.events import Event
from core.people.models import User
from core.people.sign_in import sign_in
from core.sales.models import Lead, Opportunity
from core.sales.totals import differences
from core.seeds import demo, firms

TODAY = date(2026, 11, 26)
SMALL = firms.Size(accounts=3, contacts=4, opportunities=12, activities=6, leads=10)
WHOLE = [8, 12, 28, 12, 20]
"""Of accounts, contacts, opportunities, activities, leads: both firms together, with what became of leads."""
PASSWORD = "the password of the demo"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "FIRMS", tuple(replace(firm, size=SMALL) for firm in firms.FIRMS))
    monkeypatch.setattr(demo, "FIRST_CUSTOMERS", 1)


async def load() -> None:
    await demo.begin(PASSWORD, TODAY)
    await demo.complete(TODAY)


async def what_stands() -> list[list[str]]:
    """Everything that a person would see of it, without ids."""
    async with reading(EVERY_COMPANY) as session:
        columns = (
            (Account.name, Account.tax_id, Account.sector), (Contact.name, Contact.job_title),
            (Opportunity.title, Opportunity.amount, Opportunity.outcome, Opportunity.expected_close),
            (Activity.subject, Activity.note, Activity.day, Activity.state),
            (Lead.title, Lead.person, Lead.status, Lead.source),
        )  # fmt: skip
        return [sorted(str(tuple(row)) for row in await session.execute(select(*these))) for these in columns]


async def number_of_events() -> int:
    async with reading(EVERY_COMPANY) as session:
        return len(list(await session.scalars(select(Event.number))))


async def test_a_second_load_does_nothing_and_the_sums_are_right(database: str) -> None:
    await load()
    first, events = await what_stands(), await number_of_events()
    await load()
    assert await what_stands() == first
    assert await number_of_events() == events
    assert [len(rows) for rows in first] == WHOLE
    async with reading(EVERY_COMPANY) as session:
        assert await differences(session) == []


async def test_its_people_find_a_customer_each_before_all_of_it_is_there(sqlite: str) -> None:
    await demo.begin(PASSWORD, TODAY)
    async with reading(EVERY_COMPANY) as session:
        owners = list(await session.scalars(select(User.email).join(Account, Account.owner_id == User.id)))
    assert "ines@alarcon.demo" not in owners
    assert len(owners) == len(set(owners)) < WHOLE[0]
    assert 0 < len((await what_stands())[1]) < WHOLE[1]


@pytest.mark.parametrize("operations_before_the_end", [15, 40, 70])
async def test_a_load_that_broke_off_is_finished_by_the_next(
    sqlite: str, monkeypatch: pytest.MonkeyPatch, operations_before_the_end: int
) -> None:
    perform, left = performing.perform, iter(range(operations_before_the_end))

    async def until_the_power_goes(*arguments: object) -> object:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return await perform(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(demo, "perform", until_the_power_goes)
        with pytest.raises(KeyboardInterrupt):
            await load()
    await load()
    assert [len(rows) for rows in await what_stands()] == WHOLE


async def test_its_people_have_the_password(sqlite: str) -> None:
    await demo.begin(PASSWORD, TODAY)
    for person in (person for firm in firms.FIRMS for person in firm.people):
        await sign_in(person.email, PASSWORD, "", "::1")
