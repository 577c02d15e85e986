"""A region that is open brings itself up to date for what concerns it, and for nothing else."""

import json
import re
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

import pwa
from tests.look.site import Site, sample

TEMPLATES = Path(pwa.__file__).parent / "templates"


def test_every_live_region_says_what_concerns_it() -> None:
    regions = [match for path in TEMPLATES.rglob("*.html") for match in re.findall(r"data-live\S*", path.read_text())]
    assert regions
    assert all(re.match(r'data-live="\S', region) for region in regions)


def test_a_region_is_read_again_for_what_concerns_it_alone(phone: BrowserContext) -> None:
    page = Site({"/today": sample("today/show", "full")}).open(phone, "/today")
    person = page.locator("body").get_attribute("data-person")
    assert _reads(page, [["activity", "activity:somebody-else", "an-account"]]) == 0
    assert _reads(page, [["activity", f"activity:{person}"]]) == 1
    assert _reads(page, [["shared"]]) == 1


def test_what_follows_at_once_does_not_hide_what_concerns_the_region(phone: BrowserContext) -> None:
    page = Site({"/today": sample("today/show", "full")}).open(phone, "/today")
    assert _reads(page, [["opportunity"], ["activity", "activity:somebody-else"]]) == 1


def test_what_is_too_much_to_tell_concerns_everything(phone: BrowserContext) -> None:
    page = Site({"/today": sample("today/show", "full")}).open(phone, "/today")
    assert _reads(page, [None]) == 1


def _reads(page: Page, told: list[list[str] | None]) -> int:
    """How often the page's region is read again when these topics are told, one event after the other."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.headers.get("hx-request") else None)
    for topics in told:
        data = json.dumps({"much": True} if topics is None else {"topics": topics})
        page.evaluate("data => htmx.trigger(document.querySelector('[data-live]'), 'sse:changed', {data})", data)
    page.wait_for_timeout(600)  # longer than regions wait for more
    return len(asked)
