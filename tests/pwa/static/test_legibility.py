"""Every page with every sample view is legible and within reach, on a phone by day, at a desk by night; inks hold."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.look.site import VIEWS, Site, audit, bring_axe, look_at, sample
from tests.pwa.static.conftest import a_phone

SAMPLES = [(file.parent.relative_to(VIEWS).as_posix(), file.stem) for file in sorted(VIEWS.rglob("*.json"))]
FULLEST = dict(sorted(SAMPLES, key=lambda one: (VIEWS / one[0] / f"{one[1]}.json").stat().st_size))
"""Page → its largest sample: the last of its name."""
INKS = ("ink", "ink-soft", "accent", "late", "good", "warn")
PAIRS = [
    *product(INKS, ("paper", "raised", "sunk")),
    ("on-accent", "accent"),
    ("accent", "accent-soft"),
    ("late", "late-soft"),
    ("good", "good-soft"),
    ("warn", "warn-soft"),
]


@pytest.fixture(scope="module")
def site() -> Site:
    return Site({})


@pytest.fixture(scope="module")
def screen(site: Site, chromium: Browser) -> Iterator[Page]:
    """A phone's, on which one page after the other is shown."""
    with a_phone(chromium) as context:
        bring_axe(context)
        yield site.screen(context)


@pytest.mark.parametrize(("page", "case"), SAMPLES)
def test_a_page_is_legible_and_within_reach(site: Site, screen: Page, page: str, case: str) -> None:
    """What axe finds in the markup, it finds on the phone; each page at its fullest stands at a desk by night, too."""
    site.pages = {"/page": sample(page, case)}
    site.problems.clear()
    site.show(screen, "/page")
    assert audit(screen) == []
    if FULLEST[page] == case:
        with _at_a_desk_by_night(screen):
            assert look_at(screen) == []
    assert site.problems == []


@contextmanager
def _at_a_desk_by_night(screen: Page) -> Iterator[None]:
    """The same page, not loaded anew."""
    phone = screen.viewport_size
    assert phone
    screen.set_viewport_size({"width": 1280, "height": 800})
    screen.emulate_media(color_scheme="dark")
    try:
        yield
    finally:
        screen.emulate_media(color_scheme="light")
        screen.set_viewport_size(phone)


def test_what_opens_on_a_page_is_legible_too(phone: BrowserContext) -> None:
    """The sheet behind the plus, the filters and the columns of a list, what is folded away."""
    bring_axe(phone)
    page = Site({"/page": sample("lists/index", "accounts_full")}).open(phone, "/page")
    page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
    for opened in page.locator("dialog:not(:empty), [popover]").all():
        opened.evaluate("one => (one.popover ? one.showPopover() : one.showModal())")
        assert audit(page) == []
        opened.evaluate("one => (one.popover ? one.hidePopover() : one.close())")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_ink_reaches_seven_to_one_on_every_paper(chromium: Browser, theme: str) -> None:
    with chromium.new_context() as context:
        page = Site({"/page": sample("errors/offline", "plain")}).open(context, "/page")
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        ratios = page.evaluate(CONTRASTS, [list(pair) for pair in PAIRS])
    thin = {pair: ratio for pair, ratio in zip(PAIRS, ratios, strict=True) if ratio < 7}
    assert thin == {}


CONTRASTS = """pairs => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const probe = document.body.appendChild(document.createElement("i"));
  const luminance = (token) => {
    probe.style.color = `var(--${token})`;
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const linear = (v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(linear);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return pairs.map((pair) => {
    const [light, dark] = pair.map(luminance).sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  });
}"""
