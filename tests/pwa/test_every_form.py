"""Whatever is written into any field of any form that the pages show: taken as text, or refused in words."""

import re
from collections.abc import Iterable, Mapping

import httpx
import pytest
from starlette.routing import Match, Route

from core.customers.card_intake import card_was_read
from core.customers.cards import Card
from pwa.routes import ROUTES
from tests.builders.cast import Firm
from tests.builders.wishes import REACHED
from tests.pwa.shown_forms import ShownForm, forms_of
from tests.pwa.visitors import Visitors
from tests.system.secrets import NAME, Secrets, secrets_of
from tests.system.urls import OF_THE_COMPANY, OWN, PERSONAL, RECORDS, ROOMS, Address

HTML, NUL = "<script>alert(1)</script>", "a\x00b\x07c"
MUCH_IN_ONE = f"{NUL} {HTML} '; DROP TABLE accounts; --"
ANSWERS = frozenset({200, 204, 303, 400, 403, 404, 409, 410, 413, 422})
# Where one gets without a form on a page that somebody signed in sees.
FROM_ELSEWHERE = frozenset({
    "sign_in.create", "sign_in.code.create", "sign_in.passkey", "sign_in.passkey.options",
    "password.update", "open.create", "mini_app.create", "telegram.webhook",  # for nobody yet, or for a program
    "second_factor.confirm", "second_factor.codes", "second_factor.off",  # shown while, and after, it is set up
    "passkeys.new", "passkeys.create",  # shown where browsers make passkeys
    "sign_out",  # the end of the test
    "companies.choose",  # shown to who is in several companies
    "lead.reopen",  # shown on a lead that is closed
    "activity.assign.do",  # shown to who may hand over
    "accounts.assign", "contacts.assign", "leads.assign", "activities.assign",
    "opportunities.assign",  # shown to who may give records away; see pages/test_lists.py
    "first_steps.skip",  # shown to who has no chat yet; see pages/test_first_steps.py
    "chat.unlink",  # shown when a chat is linked to this installation's bot
})  # fmt: skip


@pytest.fixture
def database_url(postgresql_url: str) -> str:
    """The stricter of the two."""
    return postgresql_url


@pytest.fixture
async def secrets(firm: Firm) -> Secrets:
    return await secrets_of(firm)


@pytest.fixture
async def browser(firm: Firm, visitors: Visitors, secrets: Secrets) -> httpx.AsyncClient:
    await firm.do("account.edit", {"id": secrets.ids["account"], **REACHED})
    await card_was_read(firm.company_id, secrets.ids["card"], Card(emails=("who@example.com",)))
    return await visitors.of(firm)


@pytest.fixture
async def admin(firm: Firm, visitors: Visitors, secrets: Secrets) -> httpx.AsyncClient:
    return await visitors.of(firm, "admin")


async def test_every_address_that_takes_a_form_has_one(
    browser: httpx.AsyncClient, admin: httpx.AsyncClient, secrets: Secrets
) -> None:
    forms = [*await _forms(browser, secrets), *await _forms_of_administration(admin, secrets)]
    reached = {_route_of(form.action) for form in forms}
    posts = {route.name for route in ROUTES if isinstance(route, Route) and "POST" in (route.methods or ())}
    assert posts - reached == FROM_ELSEWHERE - reached


async def test_no_text_in_any_field_is_more_than_text(browser: httpx.AsyncClient, secrets: Secrets) -> None:
    forms = await _forms(browser, secrets)
    for form in forms:
        for name in form.fields:
            sent = {**form.fields, "operation_id": "", name: MUCH_IN_ONE}
            answer = await browser.post(form.action, data=sent)
            assert answer.status_code in ANSWERS, (form.action, name, answer.status_code)
            assert HTML not in answer.text, (form.action, name)
    for address in _shown():
        page = await browser.get(address.path.format(**secrets.ids))
        assert page.status_code < 500, address
        for wrong in (HTML, "\x00", "\x07") if page.headers.get("content-type", "").startswith("text/html") else ():
            assert wrong not in page.text, (address, wrong)


async def test_no_text_in_any_field_of_administration_is_more_than_text(
    admin: httpx.AsyncClient, secrets: Secrets
) -> None:
    for form in await _forms_of_administration(admin, secrets):
        for name in form.fields:
            answer = await admin.post(form.action, data={**form.fields, "operation_id": "", name: MUCH_IN_ONE})
            assert answer.status_code in ANSWERS, (form.action, name, answer.status_code)
            assert HTML not in answer.text, (form.action, name)
    for address in _looked_at(ROOMS, OF_THE_COMPANY):
        page = await admin.get(address.path.format(**secrets.ids))
        assert page.status_code < 500, address
        assert not [wrong for wrong in (HTML, "\x00", "\x07") if wrong in page.text], address


async def test_every_link_leads_somewhere(
    browser: httpx.AsyncClient, admin: httpx.AsyncClient, secrets: Secrets
) -> None:
    nowhere = set()
    shown = [(browser, one) for one in _shown()] + [(admin, one) for one in _looked_at(ROOMS, OF_THE_COMPANY)]
    for visitor, address in shown:
        page = (await visitor.get(address.path.format(**secrets.ids))).text
        for link in re.findall(r'href="(/[^"]*)"', page):
            if not _leads_somewhere(link):
                nowhere.add(link)
    assert nowhere == set()


async def test_a_character_that_nobody_means_is_left_out_of_a_note(firm: Firm, browser: httpx.AsyncClient) -> None:
    made = await browser.post("/accounts", data={"name": NUL, "kinds": "customer", "notes": f"one\n{NUL}"})
    page = (await browser.get(made.headers["location"])).text
    assert ">abc</h1>" in page
    assert "one\nabc" in page


async def _forms(browser: httpx.AsyncClient, secrets: Secrets) -> list[ShownForm]:
    """Every form there is, once, as the rep sees it; on the first page also how to take back what was done."""
    found: dict[tuple[str, tuple[str, ...]], ShownForm] = {}
    await browser.post(f"/accounts/{secrets.ids['account']}", data={"name": NAME, "kinds": "customer"})
    for address in _shown():
        page = (await browser.get(address.path.format(**secrets.ids))).text
        for form in forms_of(page):
            if _route_of(form.action) != "sign_out":
                found.setdefault((_route_of(form.action), tuple(sorted(form.fields))), form)
    return list(found.values())


async def _forms_of_administration(admin: httpx.AsyncClient, secrets: Secrets) -> list[ShownForm]:
    """Every form in the rooms of administration, once."""
    found: dict[tuple[str, tuple[str, ...]], ShownForm] = {}
    for address in _looked_at(ROOMS, OF_THE_COMPANY):
        for form in forms_of((await admin.get(address.path.format(**secrets.ids))).text):
            if form.action:
                found.setdefault((_route_of(form.action), tuple(sorted(form.fields))), form)
    return list(found.values())


def _shown() -> Iterable[Address]:
    return _looked_at(OWN, RECORDS, PERSONAL)


def _looked_at(*tables: Mapping[str, tuple[Address, ...]]) -> Iterable[Address]:
    return (one for table in tables for several in table.values() for one in several if one.form is None)


def _leads_somewhere(link: str) -> bool:
    scope = {"type": "http", "method": "GET", "path": re.split(r"[?#]", link)[0], "root_path": ""}
    return any(route.matches(scope)[0] is Match.FULL for route in ROUTES)


def _route_of(action: str) -> str:
    scope = {"type": "http", "method": "POST", "path": action.partition("?")[0], "root_path": ""}
    return next(route.name for route in ROUTES if isinstance(route, Route) and route.matches(scope)[0] is Match.FULL)
