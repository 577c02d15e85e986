"""Whatever is sent: a clear answer, never a failure of ours, nothing half written."""

from collections.abc import AsyncIterator

import httpx
import pytest

from pwa.forms import LARGEST_FORM, LARGEST_UPLOAD
from pwa.routes import ROUTES
from tests.builders.cast import Firm
from tests.pwa.visitors import Visitors

SOME_ID = "0192f0c0-0000-7000-8000-000000000001"
NASTY = [
    "a\x00b", "'; DROP TABLE accounts; --", "<script>{{ 7 * 7 }}</script>", "%00", "\ud83d", "🤷" * 50, "-1",
    "99999999999999999999999", "1e309", "0000-00-00", "2026-13-45T25:99", "../../etc/passwd", "a" * 100_000, SOME_ID,
]  # fmt: skip
FIELDS = (
    "name", "kinds", "phone", "phone_label", "email", "street", "postcode", "city", "sector", "website", "tax_id",
    "notes", "base", "title", "amount", "expected_close", "probability", "account_id", "contact_id", "opportunity_id",
    "type", "subject", "day", "hour", "minutes", "note", "stage", "reason", "revision", "words", "kind", "account",
    "opportunity", "said_at", "answer_account", "answer_time", "answer_stage", "confirmed", "operation_id", "theme",
    "locale", "timezone", "digest_at", "remind_minutes", "company", "next", "keep", "contact", "password", "again",
    "working_days", "works_from", "works_until", "digest", "code", "credential", "data",
    "role", "unit", "unit_id", "reports_to", "access", "session", "user", "leaves", "parent_id", "permissions", "sees",
    "edits", "name_es", "name_en", "outcome", "back", "down", "id", "country", "currency",
    "reminder", "result", "owner_id", "next_type", "next_subject", "next_day", "next_hour", "next_minutes",
    "next_reminder", "step", "sheet", "header", "on_same", "lenient", "column-0", "column-1",
)  # fmt: skip
QUERIES = (
    "q", "after", "before", "whose", "filter", "stage", "account", "opportunity", "kind", "next", "since", "waiting",
    "user", "record", "view", "day", "hour", "minutes", "account_id", "opportunity_id", "owner_id", "show",
)  # fmt: skip
POSTS = [r for r in ROUTES if "POST" in (getattr(r, "methods", None) or ()) and r.name != "sign_out"]  # type: ignore[attr-defined]
NOT_PAGES = ("live", "portable", "settings")
PAGES = [r for r in ROUTES if "GET" in (getattr(r, "methods", None) or ()) and r.name not in NOT_PAGES]  # type: ignore[attr-defined]


@pytest.fixture
def database_url(postgresql_url: str) -> str:
    """The stricter of the two: it refuses NUL, numbers out of range, halves of characters."""
    return postgresql_url


@pytest.fixture
async def browser(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    admin = await visitors.of(firm, "admin")
    admin.cookies.set("ronda-step", "half of the way")
    return admin


def _path(route: object, value: str = SOME_ID) -> str:
    path: str = route.path  # type: ignore[attr-defined]
    for name in ("{id:uuid}", "{code}", "{locale}"):
        path = path.replace(name, value)
    return path


@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
async def test_no_field_makes_a_page_fail(browser: httpx.AsyncClient, value: str) -> None:
    text = value.encode("utf-8", "surrogatepass")
    body = b"&".join(name.encode() + b"=" + _quoted(text) for name in FIELDS)
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    for route in POSTS:
        answer = await browser.post(_path(route), content=body, headers=form)
        assert answer.status_code < 500, (route, answer.text[:500])
        if answer.status_code == 303 and "/sign-in" in answer.headers["location"]:
            pytest.fail(f"{route} signed out")


@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
async def test_no_address_makes_a_page_fail(browser: httpx.AsyncClient, value: str) -> None:
    text = _quoted(value[:600].encode("utf-8", "surrogatepass")).decode()
    query = "&".join(f"{name}={text}" for name in QUERIES)
    for number, route in enumerate(PAGES):
        headers = {"HX-Request": "true"} if number % 2 == len(value) % 2 else {}
        answer = await browser.get(f"{_path(route)}?{query}", headers=headers)
        assert answer.status_code < 500, (route, answer.text[:500])
        if "{" in route.path:  # type: ignore[attr-defined]
            answer = await browser.get(_path(route, text[:300]), headers=headers)
            assert answer.status_code < 500, (route, answer.text[:500])


async def test_too_much_is_refused_before_it_is_read_to_its_end(browser: httpx.AsyncClient) -> None:
    for content in (b"name=" + b"a" * LARGEST_FORM, _endless()):
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = await browser.post("/accounts", content=content, headers=form)
        assert answer.status_code == 413
        assert "demasiado grande" in answer.text
    photo = {"photo": ("card.jpg", b"\xff\xd8\xff" + b"a" * LARGEST_UPLOAD, "image/jpeg")}
    assert (await browser.post("/cards", files=photo)).status_code == 413


async def test_a_field_of_ten_megabytes_and_thousands_of_fields_are_refused(browser: httpx.AsyncClient) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = await browser.post("/accounts", content=b"notes=" + b"a" * 500_000, headers=form)
    assert answer.status_code == 413
    answer = await browser.post("/accounts", content=b"&".join([b"a=1"] * 1000), headers=form)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("multipart/form-data", b"nothing"),
        ("multipart/form-data; boundary=x", b"--x\r\nbroken"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--x--\r\n"),
        (
            "multipart/form-data; boundary=x; charset=nonsense",
            b'--x\r\nContent-Disposition: form-data; name="name"\r\n\r\na\r\n--x--\r\n',
        ),
        ("application/json", b"{}"),
        ("text/plain", b"\xff\xfe"),
        ("application/x-www-form-urlencoded", b"%ff=%fe&name=%C3%28"),
    ],
)
async def test_a_broken_body_is_told_as_such(browser: httpx.AsyncClient, kind: str, content: bytes) -> None:
    for address in ("/accounts", "/cards", "/sign-in", "/quick-log"):
        answer = await browser.post(address, content=content, headers={"Content-Type": kind})
        assert answer.status_code in (400, 401, 422), (address, answer.status_code)


async def test_what_is_no_photo_is_no_card(browser: httpx.AsyncClient) -> None:
    for content, name in ((b"<svg onload=alert(1)>", "card.jpg"), (b"", "card.jpg"), (b"%PDF-1.7", "card.png")):
        answer = await browser.post("/cards", files={"photo": (name, content, "image/jpeg")})
        assert answer.status_code == 422
        assert "no es una foto" in answer.text


async def test_a_name_that_is_markup_stays_text_everywhere(firm: Firm, browser: httpx.AsyncClient) -> None:
    nasty = "<img src=x onerror=alert(1)>\"'&"
    account = await firm.account(by="admin", name=nasty, notes=nasty, website="javascript:alert(1)")
    contact = await firm.contact(by="admin", name=nasty, account_id=account)
    opportunity = await firm.opportunity(by="admin", title=nasty, account_id=account)
    await firm.activity(by="admin", account_id=account, contact_id=contact, subject=nasty)
    pages = ("/today", "/accounts", f"/accounts/{account}", f"/contacts/{contact}", f"/opportunities/{opportunity}",
             "/opportunities?whose=all", f"/opportunities/{opportunity}/move", f"/accounts/{account}/edit")  # fmt: skip
    for address in pages:
        page = (await browser.get(address)).text
        assert "<img src=x" not in page, address
        assert 'href="javascript:' not in page, address


def _quoted(text: bytes) -> bytes:
    return b"".join(b"%%%02X" % byte for byte in text) if len(text) < 10_000 else text


async def _endless() -> AsyncIterator[bytes]:
    for _ in range(64):
        yield b"a" * 65_536
