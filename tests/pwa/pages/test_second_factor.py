"""The second factor at the pages: set up, asked for at the sign-in, its codes shown once; and the passkeys' list."""

import re
from datetime import UTC, datetime

import httpx
import pyotp
import pytest

from core.people.sign_in import Purpose, give_password, new_ticket
from tests.builders.cast import Firm
from tests.pwa.visitors import ADDRESS, Visitors, hidden

PASSWORD = "a short sentence is easy"
SIGN_IN = {"email": "rep@ebro.example", "password": PASSWORD}
CODE = re.compile(r"<li>(\w{4}-\w{4}-\w{4}-\w{4})</li>")


@pytest.fixture
async def browser(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    await give_password([firm.people["rep"]], PASSWORD)
    return await visitors.of(firm)


async def test_it_is_set_up_and_asked_for(browser: httpx.AsyncClient, visitors: Visitors) -> None:
    secret, codes = await _set_up(browser)
    assert "10 recovery codes are left" in (await browser.get("/second-factor")).text
    other = visitors.stranger()
    half = await other.post("/sign-in", data={**SIGN_IN, "next": "/accounts?q=x"})
    assert half.headers["location"] == "/sign-in/code?next=%2Faccounts%3Fq%3Dx"
    assert "ronda" not in other.cookies
    assert (await other.get("/today")).status_code == 303
    page = (await other.get(half.headers["location"])).text
    wrong = await other.post("/sign-in/code", data={"code": "nothing", "next": hidden(page, "next")})
    assert (wrong.status_code, "That is not the code" in wrong.text) == (401, True)
    assert hidden(wrong.text, "next") == "/accounts?q=x"
    right = {"code": _code(secret, 1), "next": "/accounts?q=x"}
    whole = await other.post("/sign-in/code", data=right)
    assert whole.headers["location"] == "/accounts?q=x"
    assert (await other.get("/today")).status_code == 200
    assert (await other.post("/sign-in/code", data=right)).headers["location"] == "/sign-in"
    with_code = visitors.stranger()
    await with_code.post("/sign-in", data=SIGN_IN)
    assert (await with_code.post("/sign-in/code", data={"code": codes[0]})).headers["location"] == "/today"
    assert "9 recovery codes are left" in (await browser.get("/second-factor")).text


async def test_a_password_s_half_of_the_way_is_one_browser_s(browser: httpx.AsyncClient, visitors: Visitors) -> None:
    secret, _ = await _set_up(browser)
    await visitors.stranger().post("/sign-in", data=SIGN_IN)
    other = visitors.stranger()
    assert (await other.get("/sign-in/code")).headers["location"] == "/sign-in"
    assert (await other.post("/sign-in/code", data={"code": _code(secret, 1)})).headers["location"] == "/sign-in"
    other.cookies.set("ronda-step", "made up")
    assert (await other.post("/sign-in/code", data={"code": _code(secret, 1)})).status_code == 410


async def test_too_many_codes_must_wait(browser: httpx.AsyncClient, visitors: Visitors) -> None:
    await _set_up(browser)
    other = visitors.stranger()
    await other.post("/sign-in", data=SIGN_IN)
    answers = [await other.post("/sign-in/code", data={"code": str(number)}) for number in range(7)]
    assert [one.status_code for one in answers[:5]] == [401] * 5
    assert answers[-1].status_code == 429


async def test_a_new_password_does_not_come_in_without_the_code(
    firm: Firm, browser: httpx.AsyncClient, visitors: Visitors
) -> None:
    await _set_up(browser)
    reset = await new_ticket(Purpose.RESET, firm.people["rep"])
    other = visitors.stranger()
    chosen = {"password": "another sentence", "again": "another sentence"}
    answer = await other.post(f"/password/{reset}", data=chosen)
    assert answer.headers["location"].startswith("/sign-in/code")
    assert "ronda" not in other.cookies


async def test_recovery_codes_and_turning_it_off_ask_for_the_password(browser: httpx.AsyncClient) -> None:
    _, codes = await _set_up(browser)
    for path in ("/second-factor/codes", "/second-factor/off"):
        refused = await browser.post(path, data={"password": "wrong"})
        assert (refused.status_code, "That is not your password." in refused.text) == (422, True)
    renewed = await browser.post("/second-factor/codes", data={"password": PASSWORD})
    assert len(CODE.findall(renewed.text)) == 10
    assert not set(CODE.findall(renewed.text)) & set(codes)
    assert not CODE.findall((await browser.get("/second-factor")).text)
    assert (await browser.post("/second-factor/off", data={"password": PASSWORD})).status_code == 303
    assert "Set it up" in (await browser.get("/second-factor")).text
    assert (await browser.post("/second-factor/codes", data={"password": PASSWORD})).status_code == 410


async def test_a_wrong_first_code_keeps_what_is_to_be_scanned(browser: httpx.AsyncClient) -> None:
    await browser.post("/second-factor")
    page = (await browser.get("/second-factor")).text
    refused = await browser.post("/second-factor/confirm", data={"code": "000 00x"})
    assert refused.status_code == 422
    assert _key(refused.text) == _key(page)
    assert (await browser.post("/second-factor")).status_code == 303
    assert _key((await browser.get("/second-factor")).text) != _key(page)


async def test_signing_in_ends_the_session_that_this_browser_had(
    browser: httpx.AsyncClient, visitors: Visitors
) -> None:
    before = browser.cookies["ronda"]
    browser.cookies.clear()
    await browser.post("/sign-in", data=SIGN_IN, headers={"Cookie": f"ronda={before}"})
    assert (await browser.get("/today")).status_code == 200
    left = visitors.stranger()
    left.cookies.set("ronda", before)
    assert (await left.get("/today")).status_code == 303


@pytest.mark.parametrize(
    ("address", "offered"), [(ADDRESS, False), ("http://127.0.0.1:8080", False), ("http://localhost:8080", True)]
)
async def test_passkeys_are_offered_where_browsers_make_them(
    browser: httpx.AsyncClient, visitors: Visitors, address: str, offered: bool
) -> None:
    somebody = visitors.stranger()
    assert ('action="/sign-in/passkey"' in (await somebody.get(f"{address}/sign-in")).text) == offered
    signed_in = {"Cookie": f"ronda={browser.cookies['ronda']}"}
    assert ('action="/passkeys/new"' in (await somebody.get(f"{address}/passkeys", headers=signed_in)).text) == offered


async def test_the_public_address_is_the_passkeys_own_whatever_the_host(
    browser: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.settings import settings

    monkeypatch.setenv("PUBLIC_URL", "https://ronda.example")
    settings.cache_clear()
    asked = await browser.post("/sign-in/passkey/options")
    assert asked.json()["rpId"] == "ronda.example"
    assert asked.json()["userVerification"] == "required"
    settings.cache_clear()


@pytest.mark.parametrize(
    "credential", ["", "{", "null", "[]", '{"id": 1}', '{"id": "x", "rawId": "x", "response": {}}']
)
async def test_what_is_no_passkey_opens_nothing_and_is_told_in_words(
    browser: httpx.AsyncClient, visitors: Visitors, credential: str
) -> None:
    refused = await visitors.stranger().post("/sign-in/passkey", data={"credential": credential, "next": "/accounts"})
    assert (refused.status_code, "does not open anything here" in refused.text) == (401, True)
    assert hidden(refused.text, "next") == "/accounts"
    unsaved = await browser.post("/passkeys", data={"credential": credential, "name": "Mine"})
    assert (unsaved.status_code, "could not be saved" in unsaved.text) == (422, True)


async def _set_up(browser: httpx.AsyncClient) -> tuple[str, list[str]]:
    """The secret and the recovery codes."""
    assert (await browser.post("/second-factor")).status_code == 303
    secret = _key((await browser.get("/second-factor")).text)
    on = await browser.post("/second-factor/confirm", data={"code": _code(secret)})
    assert on.status_code == 200
    codes = CODE.findall(on.text)
    assert len(codes) == 10
    return secret, codes


def _key(page: str) -> str:
    found = re.search(r'<p class="key">([A-Z2-7 ]+)</p>', page)
    assert found
    return found[1].replace(" ", "")


def _code(secret: str, later: int = 0) -> str:
    return pyotp.TOTP(secret).at(datetime.now(UTC), counter_offset=later)
