"""Coming in by passkey and by a code from the phone, in a real browser with an authenticator of its own."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import parse_qs, quote

import httpx
import pyotp
import pytest
from playwright.sync_api import BrowserContext, CDPSession, Page, expect
from sqlalchemy import update

from core.database import EVERY_COMPANY, transaction
from core.inbox import this_bot
from core.people.chats import link
from core.people.credentials import PasskeyChallenge
from core.people.sign_in import Purpose, give_password, new_ticket
from tests.builders.cast import Firm
from tests.builders.telegram import bot_of_its_own, init_data
from tests.pwa.serving import Site
from tests.pwa.visitors import secret_of

PASSWORD, PERSON = "a short sentence", 4711
AUTHENTICATOR = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture
def url(site: Site, firm: Firm) -> str:
    """The pages under a name: browsers make no passkeys for numbers."""
    site.do(give_password([firm.people["rep"]], PASSWORD))
    return site.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def page(site: Site, firm: Firm, url: str, phone: BrowserContext, problems: list[str]) -> Page:
    """The rep's phone, signed in."""
    phone.add_cookies([{"name": "ronda", "value": site.do(secret_of(firm, "rep")), "url": url}])
    page = phone.new_page()
    page.on("pageerror", lambda error: problems.append(str(error)))
    return page


@pytest.fixture
def authenticator(page: Page) -> Callable[..., dict[str, object]]:
    """The phone's authenticator: give it a command and what it takes."""
    devtools: CDPSession = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})

    def tell(command: str, **more: object) -> dict[str, object]:
        answer: dict[str, object] = devtools.send(
            f"WebAuthn.{command}", {"authenticatorId": made["authenticatorId"], **more}
        )
        return answer

    return tell


def test_a_passkey_is_made_comes_in_without_an_e_mail_and_goes(
    page: Page, url: str, authenticator: Callable[..., dict[str, object]]
) -> None:
    _make(page, url, "Phone of the rep")
    expect(page.get_by_text("Phone of the rep")).to_be_visible()
    page.get_by_text("not used yet").wait_for()

    page.goto(url + "/more")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/today")

    page.goto(url + "/passkeys")
    page.get_by_text("last used just now").wait_for()
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("by finger, face or PIN: nothing to type")).to_be_visible()
    page.goto(url + "/more")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("That passkey does not open anything here")).to_be_visible()


def test_what_a_passkey_has_signed_is_good_once_at_its_own_address_for_five_minutes(
    site: Site, page: Page, url: str, authenticator: Callable[..., dict[str, object]]
) -> None:
    _make(page, url, "Phone")
    expect(page.get_by_text("not used yet")).to_be_visible()
    elsewhere = url.replace("localhost", "127.0.0.1")

    signed = _signed_but_not_sent(page, url)
    assert set(json.loads(signed)["response"]) == {"clientDataJSON", "authenticatorData", "signature", "userHandle"}
    assert _send(elsewhere, signed) == 401
    assert _send(url, signed) == 401  # asked for once, however it was answered

    late = _signed_but_not_sent(page, url)
    site.do(_all_challenges_are_over())
    assert _send(url, late) == 401

    in_time = _signed_but_not_sent(page, url)
    assert [_send(url, in_time), _send(url, in_time)] == [303, 401]


def test_a_person_who_is_not_verified_gets_no_passkey_and_the_password_is_asked_for(
    page: Page, url: str, authenticator: Callable[..., dict[str, object]]
) -> None:
    page.goto(url + "/passkeys")
    page.get_by_label("Your password").fill("wrong")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("That is not your password.")).to_be_visible()
    authenticator("setUserVerified", isUserVerified=False)
    _make(page, url, "Nobody's")
    expect(page.get_by_text("The passkey was not made.")).to_be_visible()
    authenticator("setUserVerified", isUserVerified=True)
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_text("Nobody's")).to_be_visible()
    _make(page, url, "The same device again")
    expect(page.get_by_text("The passkey was not made.")).to_be_visible()


def test_a_code_from_the_phone_is_scanned_confirmed_and_asked_for(page: Page, url: str) -> None:
    page.goto(url + "/settings")
    page.get_by_role("link", name="Second factor").click()
    page.get_by_role("button", name="Set it up").click()
    expect(page.get_by_role("img", name="QR code with your key")).to_be_visible()
    totp = pyotp.TOTP(page.locator(".key").inner_text().replace(" ", ""))
    page.get_by_role("textbox", name="Code").fill(totp.now())
    page.get_by_role("button", name="Turn it on").click()
    page.locator(".codes li").first.wait_for()
    recovery = page.locator(".codes li").all_inner_texts()
    assert len(recovery) == 10
    page.get_by_role("link", name="I have kept them").click()
    expect(page.get_by_text("On", exact=True)).to_be_visible()

    page.goto(url + "/more")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_label("E-mail").fill("rep@ebro.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_label("The code that your phone shows").fill("12")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_label("The code that your phone shows")).to_be_focused()
    page.get_by_label("The code that your phone shows").fill(recovery[4])
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(re.compile("/today$"))


def _make(page: Page, url: str, name: str) -> None:
    page.goto(url + "/passkeys")
    page.get_by_label("What you call it").fill(name)
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Make the passkey").click()


def _signed_but_not_sent(page: Page, url: str) -> str:
    """What a signed-out browser would send to come in."""
    page.context.clear_cookies()
    page.goto(url + "/sign-in")
    page.route("**/sign-in/passkey", lambda route: route.abort())
    with page.expect_event("requestfailed") as sending:
        page.get_by_role("button", name="Sign in with a passkey").click()
    page.unroute_all()
    return parse_qs(sending.value.post_data or "")["credential"][0]


def _send(address: str, credential: str) -> int:
    """The answer to who sends it from another browser."""
    answer = httpx.post(f"{address}/sign-in/passkey", data={"credential": credential}, headers={"Origin": address})
    assert ("ronda" in answer.cookies) == (answer.status_code == 303)
    return answer.status_code


async def _all_challenges_are_over() -> None:
    async with transaction(EVERY_COMPANY) as session:
        await session.execute(update(PasskeyChallenge).values(expires_at=datetime.now(UTC)))


def test_opened_from_the_chat_the_pages_sign_in_by_themselves(
    site: Site, firm: Firm, phone: BrowserContext, problems: list[str]
) -> None:
    with bot_of_its_own() as token:
        site.do(_linked(firm))
        page = phone.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        data = quote(init_data(token, PERSON, datetime.now(UTC)), safe="")
        page.goto(f"{site.url}/mini-app#tgWebAppData={data}&tgWebAppVersion=8.0&tgWebAppPlatform=android")
        page.wait_for_url(re.compile("/today$"))
        page.goto(f"{site.url}/mini-app")
        page.wait_for_url(re.compile("/today$"))
        phone.clear_cookies()
        page.goto(f"{site.url}/mini-app")
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


async def _linked(firm: Firm) -> None:
    await link(this_bot(), PERSON, await new_ticket(Purpose.CHAT, firm.people["rep"]))
