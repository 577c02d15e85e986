"""An admin lets people in, but never sets the password of who is in another company, too."""

import pytest
from sqlalchemy import select

from core.database import EVERY_COMPANY, reading
from core.errors import Expired, Invalid, NotPermitted, SignInFailed
from core.people.coming_in import LinkKind, has_sign_in_elsewhere, link_for
from core.people.devices import devices_of
from core.people.models import User
from core.people.personal import asked_to_choose_password
from core.people.sign_in import Purpose, choose_company, give_password, set_password, sign_in
from tests.builders.cast import Firm
from tests.pwa.visitors import secret_of

PASSWORD, OTHER = "correct horse battery", "staple correct horse"


async def _link(firm: Firm, who: str, kind: LinkKind = LinkKind.RESET) -> str:
    await firm.do("member.link", {"user_id": firm.people[who], "kind": kind.value}, "admin")
    return await link_for(await firm.viewer("admin"), firm.people[who], kind)


async def test_who_is_in_one_company_gets_a_link_from_its_admin(firm: Firm) -> None:
    await set_password(Purpose.RESET, await _link(firm, "mate"), PASSWORD, "a browser")
    assert await sign_in("mate@ebro.example", PASSWORD, "a browser", "::1")


async def test_who_is_in_another_company_too_gets_a_place_and_keeps_the_sign_in(firm: Firm, rival: Firm) -> None:
    await give_password([firm.people["mate"]], PASSWORD)
    invited = await rival.do("member.invite", {"email": "mate@ebro.example", "name": "Other"}, "admin")
    assert invited["user_id"] == firm.people["mate"]
    for company in (firm, rival):
        for kind in ("invitation", "reset"):
            with pytest.raises(Invalid):
                await company.do("member.link", {"user_id": firm.people["mate"], "kind": kind}, "admin")
    assert await sign_in("mate@ebro.example", PASSWORD, "a browser", "::1")
    async with reading(EVERY_COMPANY) as session:
        assert await session.scalar(select(User.name).where(User.id == firm.people["mate"])) == "Mate"


async def test_a_link_is_worthless_once_its_person_is_in_another_company(firm: Firm, rival: Firm) -> None:
    """Else an admin could make one in time, and wait."""
    await give_password([firm.people["mate"]], PASSWORD)
    secret = await _link(firm, "mate")
    await rival.do("member.invite", {"email": "mate@ebro.example", "name": "Mate"}, "admin")
    async with reading(EVERY_COMPANY) as session:
        with pytest.raises(Expired):
            await asked_to_choose_password(session, secret)
    with pytest.raises(Expired):
        await set_password(Purpose.RESET, secret, OTHER, "a browser")
    with pytest.raises(SignInFailed):
        await sign_in("mate@ebro.example", OTHER, "a browser", "::1")
    assert await sign_in("mate@ebro.example", PASSWORD, "a browser", "::1")


async def test_who_was_shut_out_of_the_other_company_is_its_person_still(firm: Firm, rival: Firm) -> None:
    await rival.do("member.invite", {"email": "mate@ebro.example", "name": "Mate"}, "admin")
    await rival.do("member.disable", {"user_id": firm.people["mate"]}, "admin")
    assert await has_sign_in_elsewhere(firm.people["mate"], firm.company_id)
    with pytest.raises(Invalid):
        await _link(firm, "mate")


async def test_a_link_is_made_by_who_manages_people_alone(firm: Firm) -> None:
    with pytest.raises(NotPermitted):
        await link_for(await firm.viewer("manager"), firm.people["mate"], LinkKind.RESET)


async def test_who_is_shut_out_gets_no_link_until_let_in_again(firm: Firm) -> None:
    await firm.do("member.disable", {"user_id": firm.people["mate"]}, "admin")
    with pytest.raises(Invalid):
        await _link(firm, "mate")
    await firm.do("member.enable", {"user_id": firm.people["mate"]}, "admin")
    assert await _link(firm, "mate")


async def test_an_admin_ends_the_sessions_in_the_own_company_alone(firm: Firm, rival: Firm) -> None:
    await rival.do("member.invite", {"email": "mate@ebro.example", "name": "Mate"}, "admin")
    for _ in range(2):
        await secret_of(firm, "mate")
    async with reading(EVERY_COMPANY) as session:
        elsewhere, _ = [one["id"] for one in await devices_of(session, firm.people["mate"])]
    await choose_company(elsewhere, firm.people["mate"], rival.company_id)
    ended = await firm.do("member.end_sessions", {"user_id": firm.people["mate"]}, "admin")
    assert len(ended["ended"]) == 1
    async with reading(EVERY_COMPANY) as session:
        assert [one["id"] for one in await devices_of(session, firm.people["mate"])] == [elsewhere]
