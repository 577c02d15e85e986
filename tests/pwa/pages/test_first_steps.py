"""The first steps stand on Today until they are taken, skipped or closed."""

from tests.builders.cast import Firm
from tests.pwa.visitors import Visitors, hidden


async def test_a_step_is_skipped_and_the_card_is_closed_for_good(firm: Firm, visitors: Visitors) -> None:
    browser = await visitors.of(firm)
    page = (await browser.get("/today")).text
    assert "First steps" in page
    assert "0 of 5" in page
    await browser.post("/first-steps/skip", data={"step": "chat", "operation_id": hidden(page)})
    page = (await browser.get("/today")).text
    assert "1 of 5" in page
    assert "/first-steps/skip" not in page
    await browser.post("/first-steps/close", data={"operation_id": hidden(page)})
    assert "First steps" not in (await browser.get("/today")).text
    assert "First steps" in (await (await visitors.of(firm, "mate")).get("/today")).text
