"""Phones, e-mails and addresses in the forms of accounts and contacts: added, changed, removed, each by itself."""

import re

import httpx
import pytest

from tests.builders.cast import Firm
from tests.builders.wishes import REACHED
from tests.pwa.visitors import Visitors

INPUT = re.compile(r"<(?:input|textarea)[^>]*>")
SELECT = re.compile(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', re.DOTALL)
KINDS = ("account", "contact")


@pytest.fixture
async def browser(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    return await visitors.of(firm)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_form_sent_as_it_came_changes_nothing(firm: Firm, browser: httpx.AsyncClient, kind: str) -> None:
    phones = [{"number": "+34976123456;ext=12"}, {"number": "+33142685300", "label": "fax"}]
    path = await _made(firm, kind, **{**REACHED, "phones": phones})
    before = _facts((await browser.get(path)).text)
    assert "976 12 34 56 · 12" in str(before)
    form = await _form(browser, path)
    sent = await browser.post(path, data=form)
    assert sent.status_code == 303, sent.text
    assert _facts((await browser.get(path)).text) == before


@pytest.mark.parametrize("kind", KINDS)
async def test_each_is_changed_emptied_ticked_away_and_added(firm: Firm, browser: httpx.AsyncClient, kind: str) -> None:
    path = await _made(firm, kind, **REACHED)
    form = await _form(browser, path)
    office, mobile = [name for name in form if re.fullmatch(r"phones\.[0-9a-f-]{36}\.number", name)]
    [email] = [name for name in form if re.fullmatch(r"emails\.[0-9a-f-]{36}\.address", name)]
    [street] = [name for name in form if re.fullmatch(r"addresses\.[0-9a-f-]{36}\.street", name)]
    changes = {
        office: "976 000 111",
        office.replace("number", "label"): "home",
        mobile.replace("number", "removed"): "yes",
        email: "",
        "emails.new-0.address": "new@example.com",
        "emails.new-0.label": "home",
        street: "Calle Nueva, 2",
    }
    sent = await browser.post(path, data={**form, **changes})
    assert sent.status_code == 303, sent.text
    page = (await browser.get(path)).text
    facts = str(_facts(page))
    for part in ("Home", "976 00 01 11", "E-mail · personal", "new@example.com", "Calle Nueva, 2", "Zaragoza"):
        assert part in facts
    for gone in ("600 12 34 56", "info@example.com", "Calle Mayor"):
        assert gone not in facts
    undo = page.split('action="/operations/')[1].split('"')[0]
    await browser.post(f"/operations/{undo}", data={})
    facts = str(_facts((await browser.get(path)).text))
    for back in ("976 12 34 56", "600 12 34 56", "info@example.com", "Calle Mayor"):
        assert back in facts


@pytest.mark.parametrize("kind", KINDS)
async def test_an_address_has_a_region_and_a_country_by_its_name(
    firm: Firm, browser: httpx.AsyncClient, kind: str
) -> None:
    path = await _made(firm, kind, **REACHED)
    form = await _form(browser, path)
    [street] = [name for name in form if re.fullmatch(r"addresses\.[0-9a-f-]{36}\.street", name)]
    region, country = street.replace("street", "region"), street.replace("street", "country")
    assert form[country] == "Spain"
    sent = await browser.post(path, data={**form, region: "Béarn", country: "francia"})
    assert sent.status_code == 303, sent.text
    assert "Calle Mayor, 1, Zaragoza, Béarn, France" in str(_facts((await browser.get(path)).text))
    assert (await _form(browser, path))[country] == "France"
    refused = await browser.post(path, data={**(await _form(browser, path)), country: "Nowhere <b>"})
    assert refused.status_code == 422
    assert "That is not a country." in refused.text
    assert "Nowhere &lt;b&gt;" in refused.text


@pytest.mark.parametrize("kind", KINDS)
async def test_tags_are_written_with_commas_each_once(firm: Firm, browser: httpx.AsyncClient, kind: str) -> None:
    path = await _made(firm, kind)
    await browser.post(path, data={**(await _form(browser, path)), "tags": " Horeca, fair 2025,, horeca ,HORÉCA"})
    page = (await browser.get(path)).text
    assert page.count("#Horeca</a>") == 1
    assert "#fair 2025</a>" in page
    form = await _form(browser, path)
    assert form["tags"] == "Horeca, fair 2025"
    refused = await browser.post(path, data={**form, "tags": f"Horeca, {'x' * 41}"})
    assert refused.status_code == 422
    assert 'id="tags-error"' in refused.text
    await browser.post(path, data={**form, "tags": ""})
    assert "#Horeca" not in (await browser.get(path)).text


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_wrong_stands_beside_its_row_and_nothing_is_lost(
    firm: Firm, browser: httpx.AsyncClient, kind: str
) -> None:
    path = await _made(firm, kind, **REACHED)
    form = await _form(browser, path)
    office, mobile = [name for name in form if re.fullmatch(r"phones\.[0-9a-f-]{36}\.number", name)]
    typed = {
        office: "none <b>", mobile.replace("number", "removed"): "yes",
        "emails.new-0.address": "", "emails.new-1.address": "nobody", "phones.new-0.number": "911 222 333",
    }  # fmt: skip
    answer = await browser.post(path, data={**form, **typed})
    assert answer.status_code == 422
    assert re.findall(r'id="([\w.-]+)-error"', answer.text) == ["emails.new-1"]
    assert "none &lt;b&gt;" in answer.text
    again = _fields(answer.text)
    assert {again[name] for name in ("phones.new-0.number", "emails.new-1.address")} == {"911 222 333", "nobody"}
    assert again[mobile.replace("number", "removed")] == "yes"
    fixed = await browser.post(path, data={**again, "emails.new-1.address": "a@example.com"})
    assert re.findall(r'id="([\w.-]+)-error"', fixed.text) == [office.removesuffix(".number")]
    sent = await browser.post(path, data={**_fields(fixed.text), office: "976 000 111"})
    assert sent.status_code == 303


@pytest.mark.parametrize("kind", KINDS)
async def test_two_who_edit_different_ones_are_merged(firm: Firm, visitors: Visitors, kind: str) -> None:
    path = await _made(firm, kind, **REACHED)
    mine, theirs = await visitors.of(firm), await visitors.of(firm, "manager")
    my_form, their_form = await _form(mine, path), await _form(theirs, path)
    office, mobile = [name for name in my_form if re.fullmatch(r"phones\.[0-9a-f-]{36}\.number", name)]
    await theirs.post(path, data={**their_form, office: "976 000 111"})
    await mine.post(path, data={**my_form, mobile: "600 999 888"})
    facts = str(_facts((await mine.get(path)).text))
    assert "976 00 01 11" in facts
    assert "600 99 98 88" in facts


async def test_names_that_are_no_rows_are_passed_over_or_refused(firm: Firm, browser: httpx.AsyncClient) -> None:
    path = await _made(firm, "account", **REACHED)
    form = await _form(browser, path)
    for name in ("phones.new-x.number", "phones.x.number", "phones..number", "phones.new-0.id", "emails.new-0.key",
                 f"phones.{'9' * 40}.number", "phones.new-0.base", f"addresses.new-{'9' * 20}.city"):  # fmt: skip
        assert (await browser.post(path, data={**form, name: "976 123 456"})).status_code in (303, 422), name
    many = {f"phones.new-{n}.number": "976 123 456" for n in range(100)}
    assert (await browser.post(path, data={**form, **many})).status_code in (303, 422)


async def _made(firm: Firm, kind: str, **reached: object) -> str:
    """A record with channels; its page's address."""
    return f"/{kind}s/{await getattr(firm, kind)(**reached)}"


async def _form(browser: httpx.AsyncClient, path: str) -> dict[str, str]:
    return _fields((await browser.get(f"{path}/edit")).text)


def _fields(page: str) -> dict[str, str]:
    """The edit form's fields as a browser would send them."""
    form = page.split('<form class="form narrow"')[1].split("</form>", maxsplit=1)[0]
    found = {}
    for tag in INPUT.findall(form):
        name, value = (re.search(rf'\b{what}="([^"]*)"', tag) for what in ("name", "value"))
        if name and ("checkbox" not in tag or " checked" in tag):
            found[name[1]] = value[1] if value else ""
    for name, options in SELECT.findall(form):
        chosen = re.search(r'value="([^"]*)" selected', options)
        assert chosen
        found[name] = chosen[1]
    return found


def _facts(page: str) -> list[str]:
    """The lines of the page's facts, without marks."""
    facts = page.split('<dl class="facts">')[1].split("</dl>", maxsplit=1)[0]
    return [line for raw in facts.splitlines() if (line := re.sub(r"<[^>]+>", " ", raw).strip())]
