"""A form that nobody answers stays as it was, in its page, and says that nothing was saved; sent again it acts once."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from core.customers.card_intake import card_was_read
from core.customers.cards import Card
from tests.builders.cast import Firm
from tests.builders.wishes import REACHED
from tests.pwa.serving import Site
from tests.system.secrets import Secrets, secrets_of
from tests.system.urls import OF_THE_COMPANY, OWN, PERSONAL, RECORDS, ROOMS, Address

Enter = Callable[..., Page]
NOTHING_SAVED, NO_ANSWER_YET = "nothing was saved", "No answer yet"
FOR_STRANGERS = ("/sign-in", "/sign-in/code", "/password/unknown", "/open/unknown")
SHAPES = """() => [...document.forms].map((form) => {
  const names = new Set([...form.elements].map(({ name }) => name.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "*")));
  return [form.method, form.getAttribute("action").replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "*"), ...names].join(" ");
})"""
IMPATIENT = """() => {
  globalThis.patient = AbortSignal.timeout;
  AbortSignal.timeout = () => patient.call(AbortSignal, 3000);
}"""
PATIENT = "() => { AbortSignal.timeout = patient; }"
SEND = """async (place) => {
  const form = document.forms[place];
  const here = location.href;
  for (const field of form.elements) {
    if (/^(text|search|email|tel|textarea|password)/.test(field.type)) field.value += "Añadido 7";
    if (field.name === "credential") field.value = "{}";
  }
  const typed = () => JSON.stringify([...new FormData(form)].map(([name, value]) => [name, value.name ?? value]));
  const before = typed();
  document.querySelectorAll(".toast").forEach((toast) => toast.remove());
  form.noValidate = true;
  form.requestSubmit();
  for (let tries = 0; tries < 100 && !document.querySelector("[data-toast=offline]"); tries++) {
    await new Promise((done) => setTimeout(done, 50));
  }
  const said = document.querySelector("[data-toast=offline]")?.textContent ?? "nothing was said";
  if (location.href !== here || !form.isConnected) return "the page went away";
  if (typed() !== before) return `${before} became ${typed()}`;
  return form.ariaBusy ? "it cannot be sent again" : said.trim();
}"""


@pytest.fixture
def alone(problems: list[str]) -> Iterator[None]:
    """Browsers tell their console of what nobody answered."""
    yield
    problems[:] = [one for one in problems if not re.search("ERR_|status of 50|^htmx:|^\\[object Event", one)]


@pytest.mark.usefixtures("alone")
def test_every_form_stays_and_says_that_nothing_was_saved(
    site: Site, firm: Firm, desk: BrowserContext, phone: BrowserContext, enter: Enter
) -> None:
    site.do(firm.do("settings.edit", {"locale": "en"}))
    site.do(firm.do("settings.edit", {"locale": "en"}, "admin"))
    secrets = site.do(_everything(firm))
    sent = _send_all(site, enter(phone), secrets, _looked_at(OWN, RECORDS, PERSONAL))
    sent |= _send_all(site, enter(desk, who="admin"), secrets, _looked_at(ROOMS, OF_THE_COMPANY))
    assert len(sent) > 90
    assert {shape: said for shape, said in sent.items() if NOTHING_SAVED not in said} == {}


def _send_all(site: Site, page: Page, secrets: Secrets, addresses: Iterable[Address]) -> dict[str, str]:
    """What is said of each kind of form that these pages have, when it is sent without network."""
    sent: dict[str, str] = {}
    for path in dict.fromkeys(address.path.format(**secrets.ids) for address in addresses):
        html = page.request.get(site.url + path).text()
        if "<form" not in html or "<html" not in html:  # a field alone, which another page shows
            continue
        page.goto(site.url + path)
        if page.locator(".edits").count():
            page.locator(".edits").first.click()
            page.locator("[data-in-place]").wait_for()
        page.context.set_offline(True)
        for place, shape in enumerate(page.evaluate(SHAPES)):
            if shape not in sent:
                sent[shape] = page.evaluate(SEND, place)
        page.context.set_offline(False)
    return sent


def _looked_at(*tables: Mapping[str, tuple[Address, ...]]) -> list[Address]:
    return [
        one
        for table in tables
        for several in table.values()
        for one in several
        if one.form is None and not one.fragment and not re.search(r"\.csv|/file|/small|/upright|\.vcf", one.path)
    ]


async def _everything(firm: Firm) -> Secrets:
    secrets = await secrets_of(firm)
    await firm.do("account.edit", {"id": secrets.ids["account"], **REACHED})
    await card_was_read(firm.company_id, secrets.ids["card"], Card(emails=("who@example.com",)))
    return secrets


def test_so_does_one_of_who_is_not_signed_in(site: Site, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(f"{site.url}/sign-in")
    page.get_by_label("E-mail").fill("rep@ebro.example")
    page.get_by_label("Password").fill("correct horse")
    phone.set_offline(True)
    page.keyboard.press("Enter")
    expect(page.get_by_text(NOTHING_SAVED)).to_be_visible()
    expect(page.get_by_label("Password")).to_have_value("correct horse")


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("answer", ["none", "502", "504", "late"])
def test_it_is_sent_again_as_the_same_operation_and_acts_once(
    site: Site, firm: Firm, desk: BrowserContext, enter: Enter, answer: str
) -> None:
    site.do(firm.do("settings.edit", {"locale": "en"}))
    sent: list[str] = []

    def refuse(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        sent.append(route.request.post_data or "")
        if answer == "late":  # the server has done it; its answer does not come
            route.fetch()
        elif answer == "none":
            route.abort("connectionrefused")
        else:
            route.fulfill(status=int(answer), body="<h1>Bad gateway</h1>")

    page = enter(desk, "/accounts/new")
    page.evaluate(IMPATIENT)
    page.get_by_label("Name").fill("Talleres Núñez")
    page.route("**/*", refuse)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text(NO_ANSWER_YET if answer == "late" else NOTHING_SAVED)).to_be_visible()
    expect(page.get_by_label("Name")).to_have_value("Talleres Núñez")
    page.unroute("**/*")
    page.evaluate(PATIENT)
    with page.expect_request(lambda request: request.method == "POST") as again:
        page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Talleres Núñez")).to_be_visible()
    assert _operation_of(again.value.post_data) == _operation_of(sent[0])
    page.goto(site.url + "/accounts?q=Talleres")
    expect(page.locator("#results .row-name")).to_have_count(1)


def _operation_of(body: str | None) -> str:
    found = re.search(r"operation_id=([0-9a-f-]{36})", body or "")
    assert found
    return found[1]


@pytest.mark.usefixtures("alone")
def test_in_a_dialog_it_is_said_in_the_dialog(site: Site, firm: Firm, phone: BrowserContext, enter: Enter) -> None:
    site.do(firm.do("settings.edit", {"locale": "en"}))
    page = enter(phone)
    page.get_by_role("link", name="New", exact=True).tap()
    page.get_by_role("link", name="Log a call", exact=True).tap()
    sheet = page.locator("#sheet")
    sheet.locator("textarea").fill("llamé a Núñez")
    phone.set_offline(True)
    sheet.locator("[type=submit]").first.tap()
    expect(sheet.get_by_text(NOTHING_SAVED)).to_be_in_viewport()
    expect(sheet.locator("textarea")).to_have_value("llamé a Núñez")


def test_a_form_tapped_twice_is_sent_once(site: Site, firm: Firm, phone: BrowserContext, enter: Enter) -> None:
    site.do(firm.do("settings.edit", {"locale": "en"}))
    page = enter(phone, "/accounts/new")
    posts: list[str] = []
    page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    page.get_by_label("Name").fill("Talleres Núñez")
    page.get_by_role("button", name="Save").dblclick()
    expect(page.get_by_role("heading", name="Talleres Núñez")).to_be_visible()
    assert len(posts) == 1
