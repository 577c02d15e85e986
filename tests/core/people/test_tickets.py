"""One-use tickets: each for its purpose, for its time, once."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from core.database import EVERY_COMPANY, reading, transaction
from core.errors import Expired, Invalid, SignInFailed
from core.people.models import Ticket
from core.people.sign_in import Purpose, look_at_ticket, new_ticket, open_from_chat, set_password, sign_in, spend_ticket
from tests.builders.cast import Firm
from tests.core.people.a_rep import EMAIL, PASSWORD, who

pytestmark = pytest.mark.usefixtures("password")


@pytest.mark.parametrize("purpose", list(Purpose))
async def test_a_ticket_is_good_once(firm: Firm, purpose: Purpose) -> None:
    secret = await new_ticket(purpose, firm.people["rep"], {"path": "/accounts"})
    async with transaction(EVERY_COMPANY) as session:
        ticket = await spend_ticket(session, purpose, secret)
        assert (ticket.user_id, ticket.facts) == (firm.people["rep"], {"path": "/accounts"})
    async with transaction(EVERY_COMPANY) as session:
        with pytest.raises(Expired):
            await spend_ticket(session, purpose, secret)


async def test_of_ten_who_spend_a_ticket_at_once_one_gets_in(firm: Firm) -> None:
    secret = await new_ticket(Purpose.OPEN, firm.people["rep"])
    tries = await asyncio.gather(*(open_from_chat(secret, "") for _ in range(10)), return_exceptions=True)
    assert sum(not isinstance(one, BaseException) for one in tries) == 1
    assert sum(isinstance(one, Expired) for one in tries) == 9


async def test_a_look_spends_nothing(firm: Firm) -> None:
    secret = await new_ticket(Purpose.OPEN, firm.people["rep"], {"path": "/agenda"})
    for _ in range(3):
        async with reading(EVERY_COMPANY) as session:
            await look_at_ticket(session, Purpose.OPEN, secret)
    _, facts = await open_from_chat(secret, "phone")
    assert facts == {"path": "/agenda"}


@pytest.mark.parametrize(
    ("purpose", "lifetime"),
    [(Purpose.INVITATION, 7 * 24 * 60), (Purpose.RESET, 120), (Purpose.CHAT, 10), (Purpose.OPEN, 5)],
)
async def test_a_ticket_is_good_for_its_time(firm: Firm, purpose: Purpose, lifetime: int) -> None:
    secret = await new_ticket(purpose, firm.people["rep"])
    async with transaction(EVERY_COMPANY) as session:
        ticket = (await session.scalars(select(Ticket))).one()
        remaining = ticket.expires_at - datetime.now(UTC)
        assert timedelta(minutes=lifetime - 1) < remaining <= timedelta(minutes=lifetime)
        ticket.expires_at = datetime.now(UTC)
    async with transaction(EVERY_COMPANY) as session:
        with pytest.raises(Expired):
            await spend_ticket(session, purpose, secret)


async def test_a_ticket_is_for_its_purpose_alone(firm: Firm) -> None:
    secret = await new_ticket(Purpose.CHAT, firm.people["rep"])
    with pytest.raises(Expired):
        await open_from_chat(secret, "")
    with pytest.raises(Expired):
        await set_password(Purpose.RESET, secret, PASSWORD, "")
    with pytest.raises(Expired):
        await open_from_chat("\ud800\x00", "")


async def test_a_newer_ticket_makes_the_older_one_worthless(firm: Firm) -> None:
    older = await new_ticket(Purpose.RESET, firm.people["rep"])
    newer = await new_ticket(Purpose.RESET, firm.people["rep"])
    with pytest.raises(Expired):
        await set_password(Purpose.RESET, older, "a new password", "")
    assert await set_password(Purpose.RESET, newer, "a new password", "")


async def test_a_reset_ends_all_other_sessions(firm: Firm) -> None:
    old = await sign_in(EMAIL, PASSWORD, "", "::1")
    reset = await new_ticket(Purpose.RESET, firm.people["rep"])
    new = await set_password(Purpose.RESET, reset, "another password", "")
    assert (await who(old), await who(new)) == (None, firm.people["rep"])
    with pytest.raises(SignInFailed):
        await sign_in(EMAIL, PASSWORD, "", "::1")


async def test_a_short_password_is_refused_and_spends_nothing(firm: Firm) -> None:
    reset = await new_ticket(Purpose.RESET, firm.people["rep"])
    with pytest.raises(Invalid):
        await set_password(Purpose.RESET, reset, "short", "")
    assert await set_password(Purpose.RESET, reset, "long enough for all", "")
