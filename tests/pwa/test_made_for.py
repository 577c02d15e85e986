"""What a page sends is done for whom it was made, in the company it was made in, and for nobody else."""

import json
import re

import httpx
import pytest

from pwa.made_for import MADE_FOR
from pwa.sent_by_page import GO_ON
from tests.builders.cast import Firm
from tests.pwa.visitors import FRAGMENT, Visitors

BY_PAGE = {"Sent-By": "page"}
WRITTEN = {"name": "Talleres Núñez", "kinds": "customer"}


@pytest.mark.parametrize("way", [BY_PAGE, FRAGMENT])
async def test_what_one_page_sends_is_not_saved_as_anothers(
    firm: Firm, visitors: Visitors, way: dict[str, str]
) -> None:
    page, other = await visitors.of(firm), await visitors.of(firm, "manager")
    made_for = await mark_of(page)
    refused = await other.post("/accounts", data=WRITTEN, headers=way | made_for)
    assert refused.status_code == 409
    assert 'data-toast="refused"' in refused.text  # until it was read
    assert "written by somebody else" in refused.text
    assert "Nobody is called" in (await other.get("/accounts?q=Talleres")).text
    assert (await page.post("/accounts", data=WRITTEN, headers=BY_PAGE | made_for)).status_code == 204


async def test_nor_in_another_company_of_the_same_person(firm: Firm, rival: Firm, visitors: Visitors) -> None:
    await rival.do("member.invite", {"email": "rep@ebro.example", "name": "Rep", "role": "rep"}, "admin")
    browser = await visitors.of(firm)
    made_for = await mark_of(browser)
    await browser.post("/companies", data={"company": rival.company_id})
    refused = await browser.post("/accounts", data=WRITTEN, headers=BY_PAGE | made_for)
    assert refused.status_code == 409
    assert "You are in Rival now" in refused.text
    await browser.post("/companies", data={"company": firm.company_id})
    assert (await browser.post("/accounts", data=WRITTEN, headers=BY_PAGE | made_for)).status_code == 204


@pytest.mark.parametrize("way", [BY_PAGE, FRAGMENT])
async def test_signed_out_a_page_stays_where_it_is(firm: Firm, visitors: Visitors, way: dict[str, str]) -> None:
    made_for = await mark_of(await visitors.of(firm))
    answer = await visitors.stranger().post("/accounts", data=WRITTEN, headers=way | made_for)
    assert (answer.status_code, answer.content) == (401, b"")
    assert GO_ON not in answer.headers


@pytest.mark.parametrize(
    "path", ["/accounts/names?account=a", "/people/names?q=a", "/names/account?account=a", "/accounts/words/city"]
)
async def test_what_it_asks_for_by_itself_is_asked_for_no_more(firm: Firm, visitors: Visitors, path: str) -> None:
    made_for = await mark_of(await visitors.of(firm))
    answer = await visitors.stranger().get(path, headers=FRAGMENT | made_for)
    assert (answer.status_code, answer.headers["HX-Reswap"]) == (286, "none")
    assert (await visitors.stranger().get(path)).status_code == 303


async def test_what_a_person_asks_for_leads_to_the_sign_in_and_back(firm: Firm, visitors: Visitors) -> None:
    made_for = await mark_of(await visitors.of(firm))
    answer = await visitors.stranger().get("/accounts?q=a", headers=FRAGMENT | made_for)
    assert answer.headers[GO_ON].startswith("/sign-in?next=")


async def mark_of(browser: httpx.AsyncClient) -> dict[str, str]:
    """The header that the pages of this browser's person send."""
    found = re.search(r"<body [^>]*hx-headers='([^']*)'", (await browser.get("/accounts/new")).text)
    assert found
    headers: dict[str, str] = json.loads(found[1])
    assert list(headers) == [MADE_FOR]
    return headers
