"""A form that its page sends is told where to go on; what is wrong comes as a page, what is refused as a word."""

import pytest

from core.records import new_id
from pwa.sent_by_page import GO_ON
from tests.builders.cast import Firm
from tests.pwa.visitors import Visitors

BY_PAGE = {"Sent-By": "page"}


async def test_it_is_told_where_to_go_on_and_what_was_done_is_told_there(firm: Firm, visitors: Visitors) -> None:
    browser = await visitors.of(firm)
    sent = {"operation_id": new_id(), "name": "Talleres Núñez", "kinds": "customer"}
    first, again = [await browser.post("/accounts", data=sent, headers=BY_PAGE) for _ in range(2)]
    assert (first.status_code, first.content) == (204, b"")
    assert first.headers[GO_ON] == again.headers[GO_ON]
    assert "location" not in first.headers
    page = await browser.get(first.headers[GO_ON])
    assert "Talleres Núñez" in page.text
    assert f"/operations/{sent['operation_id']}/undo" in page.text


async def test_what_is_wrong_with_it_comes_as_its_page(firm: Firm, visitors: Visitors) -> None:
    answer = await (await visitors.of(firm)).post("/accounts", data={"name": ""}, headers=BY_PAGE)
    assert answer.status_code == 422
    assert "<main" in answer.text


@pytest.mark.parametrize("path", ["/accounts/00000000-0000-7000-8000-000000000000", "/nowhere"])
async def test_what_is_refused_comes_as_a_word(firm: Firm, visitors: Visitors, path: str) -> None:
    answer = await (await visitors.of(firm)).post(path, data={"name": "x", "kinds": "customer"}, headers=BY_PAGE)
    assert answer.status_code == 404
    assert "<main" not in answer.text
    assert 'class="toast"' in answer.text


async def test_who_is_no_longer_signed_in_is_led_to_the_sign_in(visitors: Visitors) -> None:
    answer = await visitors.stranger().post("/accounts", data={"name": "x"}, headers=BY_PAGE)
    assert (answer.status_code, answer.headers[GO_ON]) == (401, "/sign-in")
