"""Chromium as a phone and as a desk, closed after each file: a running sync browser bars async tests."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.look.serving import RESOLVING
from tests.services import BROWSER_ARGUMENTS, browser_program

__all__ = ["chromium", "desk", "phone"]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser_program(), args=[*BROWSER_ARGUMENTS, RESOLVING])
        yield opened
        opened.close()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    """360 by 740, with touch."""
    with a_phone(chromium) as context:
        yield context


def a_phone(chromium: Browser) -> BrowserContext:
    """A new one, to be closed."""
    return chromium.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )


@pytest.fixture
def desk(chromium: Browser) -> Iterator[BrowserContext]:
    """1280 by 800, with a mouse."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield context
    context.close()
