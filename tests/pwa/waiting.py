"""Waiting for what a page becomes: Playwright's own wait compiles code in the page, which Ronda's pages forbid."""

import time

from playwright.sync_api import ElementHandle, Page

PAUSE_MS = 20


def until(page: Page, condition: str, arg: ElementHandle | str | None = None, patience_seconds: float = 5) -> None:
    """Returns once `condition`, an expression or a function of `arg`, holds in the page; an AssertionError if never."""
    end = time.monotonic() + patience_seconds
    while not page.evaluate(condition, arg):
        assert time.monotonic() < end, f"never came true: {condition}"
        page.wait_for_timeout(PAUSE_MS)
