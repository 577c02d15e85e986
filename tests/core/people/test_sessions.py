"""Who is in, on a device or in a chat: until signed out, shut out or long gone; where the world comes in, no demo."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from core.cleaning import clean_up
from core.database import EVERY_COMPANY, reading, transaction
from core.errors import Expired, NotFound, SignInFailed
from core.people import chats
from core.people.devices import device as device_of
from core.people.models import Company, RateCounter, Ticket, User, UserSession
from core.people.sign_in import Purpose, choose_company, companies_of, count_try, new_ticket, sign_in, sign_out
from core.settings import settings
from core.viewers import viewer_of
from tests.builders.cast import Firm
from tests.core.people.a_rep import BOT, CHAT, EMAIL, PASSWORD, who

pytestmark = pytest.mark.usefixtures("password")


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
            await viewer_of(session, firm.company_id, firm.people["rep"])
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
