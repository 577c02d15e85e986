"""The demo, smaller: the same every time, right in its sums, done once however often it is loaded."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from core import operations
from core.agenda.models import Activity
from core.customers.models import Account, Contact
from core.database import EVERY_COMPANY, reading
from core.events import Event
from core.people.sign_in import sign_in
from core.sales.models import Opportunity
from core.sales.next_steps import wrong_next_days
from core.sales.totals import differences
from core.seeds import demo, firms

TODAY = date(2026, 11, 26)
SMALL = firms.Size(accounts=3, contacts=4, opportunities=12, activities=6)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "FIRMS", tuple(replace(firm, size=SMALL) for firm in firms.FIRMS))


def password_of(email: str) -> str:
    return f"the password of {email}"


async def what_stands() -> list[list[str]]:
    """Everything that a person would see of it, without ids."""
    async with reading(EVERY_COMPANY) as session:
        columns = (
            (Account.name, Account.tax_id, Account.sector), (Contact.name, Contact.job_title),
            (Opportunity.title, Opportunity.amount, Opportunity.outcome, Opportunity.expected_close),
            (Activity.subject, Activity.note, Activity.day, Activity.state),
        )  # fmt: skip
        return [sorted(str(tuple(row)) for row in await session.execute(select(*these))) for these in columns]


async def number_of_events() -> int:
    async with reading(EVERY_COMPANY) as session:
        return len(list(await session.scalars(select(Event.number))))


async def test_a_second_load_does_nothing_and_the_sums_are_right(database: str) -> None:
    await demo.load(password_of, TODAY)
    first, events = await what_stands(), await number_of_events()
    await demo.load(password_of, TODAY)
    assert await what_stands() == first
    assert await number_of_events() == events
    assert [len(rows) for rows in first] == [6, 8, 24, 12]
    async with reading(EVERY_COMPANY) as session:
        assert await differences(session) == []
        assert await wrong_next_days(session) == []


async def test_a_load_that_broke_off_is_finished_by_the_next(sqlite: str, monkeypatch: pytest.MonkeyPatch) -> None:
    perform, left = operations.perform, iter(range(15))

    async def until_the_power_goes(*arguments: object) -> object:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return await perform(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(demo, "perform", until_the_power_goes)
        with pytest.raises(KeyboardInterrupt):
            await demo.load(password_of, TODAY)
    await demo.load(password_of, TODAY)
    assert [len(rows) for rows in await what_stands()] == [6, 8, 24, 12]


async def test_its_people_have_the_passwords_that_they_were_given(sqlite: str) -> None:
    given: dict[str, str] = {}

    def a_password(email: str) -> str:
        return given.setdefault(email, password_of(email))

    await demo.load(a_password, TODAY)
    assert set(given) == {person.email for firm in firms.FIRMS for person in firm.people}
    email = next(iter(given))
    assert await sign_in(email, given[email], "", "::1")
