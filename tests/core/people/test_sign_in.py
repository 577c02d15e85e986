"""Getting in: one-use tickets that expire, tries that are counted, sessions that end, demos that are refused."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher, Type, extract_parameters
from sqlalchemy import select, update

from core import policy
from core.cleaning import clean_up
from core.database import EVERY_COMPANY, reading, transaction
from core.errors import Expired, Invalid, NotFound, SignInFailed, TooMany
from core.people import chats
from core.people.devices import device as device_of
from core.people.models import Company, RateCounter, Ticket, User, UserSession
from core.people.sign_in import (
    Purpose,
    choose_company,
    companies_of,
    count_try,
    give_password,
    look_at_ticket,
    new_ticket,
    open_from_chat,
    set_password,
    sign_in,
    sign_out,
    spend_ticket,
)
from core.settings import settings
from tests.builders.cast import Firm

EMAIL, PASSWORD = "rep@ebro.example", "correct horse battery"
BOT, CHAT = "1000000001", 4242


@pytest.fixture(autouse=True)
async def password(firm: Firm) -> None:
    """The rep has a password."""
    await give_password([firm.people["rep"]], PASSWORD)


async def who(secret: str) -> str | None:
    async with reading(EVERY_COMPANY) as session:
        found = await device_of(session, secret)
    return found.user_id if found else None


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


async def test_a_session_ends_when_signed_out_or_old(firm: Firm) -> None:
    first, second = [await sign_in(EMAIL, PASSWORD, "", "::1") for _ in range(2)]
    async with reading(EVERY_COMPANY) as session:
        found = await device_of(session, first)
    assert found is not None
    await sign_out(found.session_id, firm.people["mate"])
    assert await who(first) is not None
    await sign_out(found.session_id, firm.people["rep"])
    assert await who(first) is None
    async with transaction(EVERY_COMPANY) as session:
        await session.execute(update(UserSession).values(expires_at=datetime.now(UTC)))
    assert await who(second) is None


async def test_a_disabled_member_s_session_and_chat_die_at_once(firm: Firm) -> None:
    secret = await sign_in(EMAIL, PASSWORD, "", "::1")
    await chats.link(BOT, CHAT, await new_ticket(Purpose.CHAT, firm.people["rep"]))
    await firm.do("member.disable", {"user_id": firm.people["rep"]}, "admin")
    assert await who(secret) is None
    async with reading(EVERY_COMPANY) as session:
        assert await chats.linked(session, BOT, CHAT) is None
    with pytest.raises(SignInFailed):
        await sign_in(EMAIL, PASSWORD, "", "::1")


async def test_a_disabled_user_s_session_dies_at_once(firm: Firm) -> None:
    secret = await sign_in(EMAIL, PASSWORD, "", "::1")
    async with transaction(EVERY_COMPANY) as session:
        await session.execute(update(User).where(User.email == EMAIL).values(disabled_at=datetime.now(UTC)))
    assert await who(secret) is None
    with pytest.raises(SignInFailed):
        await sign_in(EMAIL, PASSWORD, "", "::1")


async def test_a_code_ties_a_chat_to_one_user(firm: Firm) -> None:
    for who_, chat in (("rep", CHAT), ("mate", CHAT), ("mate", CHAT + 1)):
        code = await new_ticket(Purpose.CHAT, firm.people[who_], {"company_id": firm.company_id})
        linked = await chats.link(BOT, chat, code)
        assert (linked.user_id, linked.company_id) == (firm.people[who_], firm.company_id)
    async with reading(EVERY_COMPANY) as session:
        assert await chats.linked(session, BOT, CHAT) is None
        assert await chats.chat_of(session, BOT, firm.people["rep"]) is None
        mates = await chats.chat_of(session, BOT, firm.people["mate"])
    assert mates is not None
    assert mates.chat_id == CHAT + 1
    await chats.unlink(firm.people["mate"])
    async with reading(EVERY_COMPANY) as session:
        assert await chats.linked(session, BOT, CHAT + 1) is None


async def test_a_user_of_two_companies_chooses_which(firm: Firm, rival: Firm) -> None:
    await rival.do("member.invite", {"email": EMAIL, "name": "Rep"}, "admin")
    rep = firm.people["rep"]
    async with reading(EVERY_COMPANY) as session:
        assert {known for known, _ in await companies_of(session, rep)} == {firm.company_id, rival.company_id}
    secret = await sign_in(EMAIL, PASSWORD, "", "::1")
    await chats.link(BOT, CHAT, await new_ticket(Purpose.CHAT, rep, {"company_id": firm.company_id}))
    async with reading(EVERY_COMPANY) as session:
        device = await device_of(session, secret)
    assert device is not None
    await choose_company(device.session_id, rep, rival.company_id)
    await chats.choose_company(BOT, CHAT, rival.company_id)
    async with reading(EVERY_COMPANY) as session:
        device, chat = await device_of(session, secret), await chats.linked(session, BOT, CHAT)
    assert device is not None
    assert chat is not None
    assert device.company_id == chat.company_id == rival.company_id
    with pytest.raises(Expired):
        await choose_company(device.session_id, firm.people["mate"], rival.company_id)


@pytest.mark.parametrize(
    ("public_url", "allowed", "gets_in"),
    [("", "", True), ("https://crm.example", "", False), ("https://crm.example", "1", True)],
)
async def test_a_demo_is_as_if_not_there_where_the_world_comes_in(
    firm: Firm, monkeypatch: pytest.MonkeyPatch, public_url: str, allowed: str, *, gets_in: bool
) -> None:
    secret = await sign_in(EMAIL, PASSWORD, "", "::1")
    await chats.link(BOT, CHAT, await new_ticket(Purpose.CHAT, firm.people["rep"]))
    async with transaction(EVERY_COMPANY) as session:
        await session.execute(update(Company).where(Company.id == firm.company_id).values(is_demo=True))
    monkeypatch.setenv("PUBLIC_URL", public_url)
    monkeypatch.setenv("ALLOW_DEMO", allowed)
    settings.cache_clear()
    assert (await who(secret) is not None) == gets_in
    async with reading(EVERY_COMPANY) as session:
        assert (await chats.linked(session, BOT, CHAT) is not None) == gets_in
    if gets_in:
        assert await sign_in(EMAIL, PASSWORD, "", "::1")
        assert await firm.account()
        return
    with pytest.raises(SignInFailed):
        await sign_in(EMAIL, PASSWORD, "", "::1")
    async with reading(firm.company_id) as session:
        with pytest.raises(NotFound):
            await policy.viewer(session, firm.company_id, firm.people["rep"])
    with pytest.raises(NotFound):
        await firm.account()


async def test_what_has_served_its_time_goes(firm: Firm) -> None:
    await sign_in(EMAIL, PASSWORD, "", "::1")
    await count_try("door", 5)
    await new_ticket(Purpose.RESET, firm.people["rep"])
    await clean_up()
    assert await kept() == (1, 2, 1)
    await clean_up(datetime.now(UTC) + timedelta(days=61))
    assert await kept() == (0, 0, 0)


async def kept() -> tuple[int, ...]:
    async with reading(EVERY_COMPANY) as session:
        return tuple([len(list(await session.scalars(select(kind)))) for kind in (UserSession, RateCounter, Ticket)])
