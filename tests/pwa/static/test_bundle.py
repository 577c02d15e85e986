"""Style and behaviours as they are sent: small enough for a poor phone, and saying what their sources say."""

import re

from playwright.sync_api import BrowserContext

from pwa import bundle

LARGEST = 40 * 1024


def test_style_and_behaviours_stay_small() -> None:
    assert len(bundle.stylesheet().encode()) <= LARGEST
    assert len(bundle.script().encode()) <= LARGEST


def test_what_is_sent_is_the_style_that_was_written(desk: BrowserContext) -> None:
    sources = "\n".join(
        (bundle.STATIC / "css" / name).read_text() for name in (bundle.STATIC / "css/order.txt").read_text().split()
    )
    parsed = """(text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      const inner = (rule) => rule.name === "components" ? [...rule.cssRules].map((one) => one.cssText) : rule.cssText;
      return [...sheet.cssRules].flatMap(inner).join("");
    }"""
    page = desk.new_page()
    written, sent = (_bare(page.evaluate(parsed, text)) for text in (sources, bundle.stylesheet()))
    assert sent == written
    assert len(sent) > LARGEST / 2


def _bare(rules: str) -> str:
    """Values of our own properties are kept as they were typed."""
    return re.sub(r"\s", "", re.sub(r"(?<![\w.#])0\.", ".", rules))
