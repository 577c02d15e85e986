"""Two that may be the same: said on the page, compared, made one – and old links lead to the one that stays."""

import re

import pytest

from tests.builders.cast import Firm
from tests.pwa.visitors import FRAGMENT, Visitors, hidden

KINDS = ("account", "contact")


async def _two(firm: Firm, kind: str) -> tuple[str, str]:
    make = firm.account if kind == "account" else firm.contact
    names = ("Acme Iberia", "ACME IBERIA, S.A.") if kind == "account" else ("Laura Pérez Gil", "Laura Perez Gil")
    mine = await make(name=names[0], emails=[{"address": "laura@acme.example"}], tags=["Key"])
    return mine, await make(name=names[1], emails=[{"address": "laura@acme.example"}], notes="Calls <late>.")


@pytest.mark.parametrize("kind", KINDS)
async def test_two_that_are_alike_are_made_one_and_parted_again(firm: Firm, visitors: Visitors, kind: str) -> None:
    mine, other = await _two(firm, kind)
    browser = await visitors.of(firm)
    path = f"/{kind}s/{mine}"
    assert f'hx-get="{path}/alike"' in (await browser.get(path)).text
    said = (await browser.get(f"{path}/alike", headers=FRAGMENT)).text
    assert "Perhaps the same as" in said
    assert f'href="{path}/merge/{other}"' in said
    assert "<html" in (await browser.get(f"{path}/alike")).text

    form = (await browser.get(f"{path}/merge/{other}")).text
    assert "Calls &lt;late&gt;." in form
    sent = {"operation_id": hidden(form), "name": "other"}
    for _ in range(2):
        assert (await browser.post(f"{path}/merge/{other}", data=sent)).headers["location"] == path
    page = (await browser.get(path)).text
    name = "ACME IBERIA, S.A." if kind == "account" else "Laura Perez Gil"
    assert f"<h1>{name}</h1>" in page
    assert f"{name} and its double are one now." in page
    assert "was put together with another of the same" in page
    assert page.count("mailto:laura@acme.example") == 2  # the button and the fact
    assert (await browser.get(f"/{kind}s/{other}")).headers["location"] == path

    undo = re.findall(r'action="/operations/([0-9a-f-]+)/undo"', page)[0]
    await browser.post(f"/operations/{undo}/undo", data={})
    assert (await browser.get(f"/{kind}s/{other}")).status_code == 200
    assert "Calls &lt;late&gt;." not in (await browser.get(path)).text


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_kept_apart_is_not_asked_again(firm: Firm, visitors: Visitors, kind: str) -> None:
    mine, other = await _two(firm, kind)
    browser = await visitors.of(firm)
    answer = await browser.post(f"/{kind}s/{mine}/apart/{other}", data={})
    assert answer.status_code == 303
    for one in (mine, other):
        assert "Perhaps" not in (await browser.get(f"/{kind}s/{one}/alike", headers=FRAGMENT)).text


async def test_only_accounts_and_contacts_are_merged(firm: Firm, visitors: Visitors) -> None:
    mine, other = await _two(firm, "account")
    browser = await visitors.of(firm)
    for path in (f"/opportunities/{mine}", f"/contacts/{mine}", f"/x/{mine}"):
        assert (await browser.get(f"{path}/alike")).status_code == 404
        assert (await browser.get(f"{path}/merge/{other}")).status_code == 404
        assert (await browser.post(f"{path}/merge/{other}", data={})).status_code == 404
    assert (await browser.get(f"/accounts/{mine}/merge/{mine}")).status_code == 404


async def test_a_contact_is_kept_in_the_phone(firm: Firm, visitors: Visitors) -> None:
    contact = await firm.contact(name="Íñigo Núñez")
    browser = await visitors.of(firm)
    assert f'href="/contacts/{contact}/card.vcf"' in (await browser.get(f"/contacts/{contact}")).text
    card = await browser.get(f"/contacts/{contact}/card.vcf")
    assert card.headers["content-type"] == "text/vcard; charset=utf-8"
    assert "%C3%8D%C3%B1igo%20N%C3%BA%C3%B1ez.vcf" in card.headers["content-disposition"]
    assert "FN:Íñigo Núñez" in card.text
