"""Getting in by password: what is right opens a session, tries are counted, nothing says what was wrong."""

import asyncio
from datetime import UTC, datetime

import pytest
from argon2 import PasswordHasher, Type, extract_parameters
from sqlalchemy import select, update

from core.database import EVERY_COMPANY, reading, transaction
from core.errors import SignInFailed, TooMany
from core.people.models import RateCounter, UserSession
from core.people.sign_in import count_try, sign_in
from tests.builders.cast import Firm
from tests.core.people.a_rep import EMAIL, PASSWORD, who

pytestmark = pytest.mark.usefixtures("password")


async def test_the_right_password_opens_a_session(firm: Firm) -> None:
    secret = await sign_in(f"  {EMAIL.upper()} ", PASSWORD, "Firefox", "::1")
    assert await who(secret) == firm.people["rep"]
    async with reading(EVERY_COMPANY) as session:
        kept = (await session.execute(select(UserSession.digest))).scalar_one()
    assert secret not in kept


def test_a_guess_costs_whoever_has_the_table_more_than_owasp_asks(full_cost_hasher: PasswordHasher) -> None:
    kept = extract_parameters(full_cost_hasher.hash(PASSWORD))
    assert (kept.type, kept.version) == (Type.ID, 19)
    assert kept.memory_cost >= 19 * 1024  # KiB
    assert kept.time_cost >= 2


@pytest.mark.parametrize(
    ("email", "given"),
    [
        (EMAIL, "wrong"), ("nobody@ebro.example", PASSWORD), ("mate@ebro.example", ""), (EMAIL, ""),
        ("\x00", PASSWORD), (EMAIL, "\ud800\x00"), ("' OR 1=1 --", "x"), ("a" * 10_000, "b" * 100_000),
    ],
)  # fmt: skip
async def test_anything_else_does_not_and_does_not_say_what_was_wrong(email: str, given: str) -> None:
    with pytest.raises(SignInFailed) as refusal:
        await sign_in(email, given, "Firefox\x00", "::1")
    assert refusal.value.text == SignInFailed.message


async def test_nine_tries_in_ten_minutes_are_too_many_even_with_the_right_password() -> None:
    for _ in range(8):
        with pytest.raises(SignInFailed):
            await sign_in(EMAIL, "wrong", "", "::1")
    with pytest.raises(TooMany) as refusal:
        await sign_in(EMAIL, PASSWORD, "", "::1")
    assert 0 < int(str(refusal.value.facts["seconds"])) <= 600
    async with transaction(EVERY_COMPANY) as session:
        await session.execute(update(RateCounter).values(window_ends_at=datetime.now(UTC)))
    assert await sign_in(EMAIL, PASSWORD, "", "::1")


async def test_a_success_forgets_the_tries_before_it() -> None:
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(SignInFailed):
                await sign_in(EMAIL, "wrong", "", "::1")
        await sign_in(EMAIL, PASSWORD, "", "::1")


async def test_tries_are_counted_by_address_too() -> None:
    for number in range(40):
        with pytest.raises(SignInFailed):
            await sign_in(f"{number}@ebro.example", "wrong", "", "203.0.113.7")
    with pytest.raises(TooMany):
        await sign_in(EMAIL, PASSWORD, "", "203.0.113.7")
    assert await sign_in(EMAIL, PASSWORD, "", "203.0.113.8")


async def test_tries_at_the_same_moment_are_all_counted(firm: Firm) -> None:
    tries = await asyncio.gather(*(count_try("door", 5) for _ in range(10)), return_exceptions=True)
    assert sum(isinstance(one, TooMany) for one in tries) == 5
    assert all(one is None or isinstance(one, TooMany) for one in tries)
