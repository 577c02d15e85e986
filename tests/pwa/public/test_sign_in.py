"""Coming in: by password, by a link that works once, from the chat; and going."""

import httpx
import pytest

from core.people.sign_in import Purpose, give_password, new_ticket
from tests.builders.cast import Firm
from tests.pwa.visitors import Visitors

PASSWORD = "a short sentence is easy"


async def _sign_in(browser: httpx.AsyncClient, password: str = PASSWORD, **more: str) -> httpx.Response:
    return await browser.post("/sign-in", data={"email": "rep@ebro.example", "password": password, **more})


async def test_a_person_signs_in_and_is_led_to_today(firm: Firm, visitors: Visitors) -> None:
    await give_password([firm.people["rep"]], PASSWORD)
    browser = visitors.stranger()
    answer = await _sign_in(browser)
    assert (answer.status_code, answer.headers["location"]) == (303, "/today")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert (await browser.get("/today")).status_code == 200


async def test_under_https_the_cookie_is_for_this_host_alone(
    firm: Firm, visitors: Visitors, monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.settings import settings

    await give_password([firm.people["rep"]], PASSWORD)
    monkeypatch.setenv("PUBLIC_URL", "https://ronda.example")
    settings.cache_clear()
    answer = await _sign_in(visitors.stranger())
    assert answer.headers["set-cookie"].startswith("__Host-ronda=")
    assert "Secure" in answer.headers["set-cookie"]


async def test_a_wrong_password_says_so_and_keeps_the_e_mail(firm: Firm, visitors: Visitors) -> None:
    await give_password([firm.people["rep"]], PASSWORD)
    answer = await _sign_in(visitors.stranger(), "something else")
    assert answer.status_code == 401
    assert "do not go together" in answer.text
    assert 'value="rep@ebro.example"' in answer.text


async def test_too_many_tries_must_wait(firm: Firm, visitors: Visitors) -> None:
    browser = visitors.stranger()
    answers = [await _sign_in(browser, "wrong") for _ in range(9)]
    assert [one.status_code for one in answers] == [401] * 8 + [429]


@pytest.mark.parametrize(
    ("wished", "led_to"),
    [
        ("/accounts?q=x", "/accounts?q=x"),
        ("https://evil.example/", "/today"),
        ("//evil.example", "/today"),
        ("/\\evil.example", "/today"),
        ("/%0d%0aSet-Cookie:x", "/%0d%0aSet-Cookie:x"),
        ("/a\r\nb", "/today"),
        ("javascript:alert(1)", "/today"),
    ],
)
async def test_after_signing_in_one_stays_on_this_site(
    firm: Firm, visitors: Visitors, wished: str, led_to: str
) -> None:
    await give_password([firm.people["rep"]], PASSWORD)
    answer = await _sign_in(visitors.stranger(), next=wished)
    assert answer.headers["location"] == led_to


async def test_whoever_is_not_signed_in_is_led_to_the_sign_in_and_back(firm: Firm, visitors: Visitors) -> None:
    browser = visitors.stranger()
    account = await firm.account()
    answer = await browser.get(f"/accounts/{account}")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/sign-in?next=%2Faccounts%2F{account}"
    fragment = await browser.get(f"/accounts/{account}", headers={"HX-Request": "true"})
    assert (fragment.status_code, fragment.headers["hx-redirect"][:8]) == (401, "/sign-in")


async def test_signing_out_ends_the_session_on_the_server(firm: Firm, visitors: Visitors) -> None:
    browser = await visitors.of(firm)
    secret = browser.cookies["ronda"]
    assert (await browser.post("/sign-out")).status_code == 303
    browser.cookies.set("ronda", secret)
    assert (await browser.get("/today")).status_code == 303


async def test_an_invitation_works_once(firm: Firm, visitors: Visitors) -> None:
    code = await new_ticket(Purpose.INVITATION, firm.people["rep"])
    browser = visitors.stranger()
    assert "Hello, Rep" in (await browser.get(f"/password/{code}")).text
    chosen = {"password": PASSWORD, "again": PASSWORD}
    different = await browser.post(f"/password/{code}", data=chosen | {"again": "x"})
    assert (different.status_code, "not the same" in different.text) == (422, True)
    short = await browser.post(f"/password/{code}", data={"password": "short", "again": "short"})
    assert (short.status_code, "at least 10 characters" in short.text) == (422, True)
    assert (await browser.post(f"/password/{code}", data=chosen)).status_code == 303
    assert (await browser.get("/today")).status_code == 200
    again = await visitors.stranger().get(f"/password/{code}")
    assert (again.status_code, "no longer works" in again.text) == (410, True)
    assert (await _sign_in(visitors.stranger())).status_code == 303


async def test_a_preview_of_a_link_from_the_chat_spends_nothing(firm: Firm, visitors: Visitors) -> None:
    code = await new_ticket(Purpose.OPEN, firm.people["rep"], {"company_id": firm.company_id, "path": "/opportunities"})
    for _ in range(3):
        assert (await visitors.stranger().get(f"/open/{code}")).status_code == 200
    browser = visitors.stranger()
    answer = await browser.post(f"/open/{code}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/opportunities")
    assert (await browser.get("/opportunities")).status_code == 200
    assert (await visitors.stranger().post(f"/open/{code}")).status_code == 410


async def test_a_link_from_the_chat_leads_nowhere_else(firm: Firm, visitors: Visitors) -> None:
    code = await new_ticket(Purpose.OPEN, firm.people["rep"], {"company_id": firm.company_id, "path": "//evil.example"})
    assert (await visitors.stranger().post(f"/open/{code}")).headers["location"] == "/today"


async def test_the_pages_speak_the_language_of_the_browser_until_the_person_chooses(
    firm: Firm, visitors: Visitors
) -> None:
    browser = await visitors.of(firm)
    assert '<html lang="en"' in (await browser.get("/today")).text
    await browser.post("/settings", data={"locale": "es"})
    assert '<html lang="es"' in (await browser.get("/today")).text


async def test_one_sees_where_one_is_signed_in_and_ends_it(firm: Firm, visitors: Visitors) -> None:
    browser, other = await visitors.of(firm), await visitors.of(firm)
    stranger = await visitors.of(firm, "mate")
    page = (await browser.get("/sessions")).text
    assert page.count('action="/sessions/') == 2  # the other one, and all others
    await browser.post("/sessions/others/end")
    assert (await other.get("/today")).status_code == 303
    assert (await browser.get("/today")).status_code == 200
    assert (await stranger.get("/today")).status_code == 200


async def test_a_person_of_two_companies_chooses(firm: Firm, rival: Firm, visitors: Visitors) -> None:
    invitation = {"email": "rep@ebro.example", "name": "Rep", "role": "rep"}
    await rival.do("member.invite", invitation, "admin")
    await give_password([firm.people["rep"]], PASSWORD)
    browser = visitors.stranger()
    assert (await _sign_in(browser)).headers["location"] == "/companies"
    page = (await browser.get("/companies")).text
    assert "Ebro" in page
    assert "Rival" in page
    await browser.post("/companies", data={"company": rival.company_id, "next": "/today"})
    assert "Rival" in (await browser.get("/more")).text
    elsewhere = await browser.post("/companies", data={"company": "00000000-0000-7000-8000-000000000000"})
    assert elsewhere.status_code == 404
