"""How soon a tap is answered on each main page, on a phone with a CPU four times as slow; what a warm visit weighs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from statistics import median

from playwright.sync_api import Page

from tests.bench.filling import Filled
from tests.bench.line import Line

ROUNDS = 3
SETTLED_MS, ANSWERED_MS, LIFTED_MS = 2500, 900, 600
Do = Callable[[Page], None]


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that a thumb or a key does; it is answered by the next picture that the browser shows."""

    name: str
    do: Do


@dataclass(frozen=True, slots=True)
class Place:
    """A page and what is done on it, in this order."""

    name: str
    path: str
    deeds: tuple[Deed, ...]


def measure_answers(line: Line, filled: Filled, slow_page: Callable[[], Page]) -> None:
    """Prints for each page the kilobytes of a warm visit and the slowest of its answers, by name: medians of rounds.

    `slow_page` opens an empty page with the slow CPU that keeps in `globalThis.slowest` what the slowest answer took.
    """
    print(f"\n{'Answers (rep)':30} {'warm KB':>9} {'INP ms':>8}  slowest, median of {ROUNDS}")
    print(f"{'  aim':30} {10:9} {200:8}", flush=True)
    worst = (0.0, "")
    for place in _places(filled):
        kilobytes: list[float] = []
        took: dict[str, list[float]] = {}
        for _ in range(ROUNDS):
            page = slow_page()
            kilobytes.append(_open(page, line, place.path))
            for deed in place.deeds:
                took.setdefault(deed.name, []).append(_answer(page, deed.do))
            page.close()
        slowest, name = max((median(times), name) for name, times in took.items())
        worst = max(worst, (slowest, f"{place.name}: {name}"))
        print(f"{'  ' + place.name:30} {median(kilobytes):9.1f} {slowest:8.0f}  {name}", flush=True)
    print(f"{'  worst of all':40} {worst[0]:8.0f}  {worst[1]}", flush=True)


def _places(filled: Filled) -> Iterator[Place]:
    close = Deed("a sheet closes", partial(_tap, selector="dialog[open] [data-closes]"))
    yield Place("today", "/today", (
        Deed("the plus opens", partial(_tap, selector=".places-new")), close,
        Deed("the search opens", partial(_press, key="Control+k")), *_typed("nuñe"),
        Deed("the next one found", partial(_press, key="ArrowDown")),
        Deed("the search closes", partial(_press, key="Escape")),
        Deed("an activity opens", partial(_tap, selector="#day .row-name a")), close,
        Deed("an activity is done", partial(_tap, selector="#day [data-swipe-does] button")),
    ))  # fmt: skip
    yield Place("customers", "/accounts", (
        Deed("the field of the search", partial(_tap, selector="main input[type=search]")), *_typed("garcia"),
        *(Deed("a letter is taken back", partial(_press, key="Backspace")) for _ in range(3)),
        Deed("the filters open", partial(_tap, selector="[popovertarget=filters]")),
    ))  # fmt: skip
    yield Place("pipeline", "/opportunities", (
        Deed("Move to… opens", partial(_tap, selector="[data-move-menu]")),
        Deed("a stage is chosen", partial(_tap, selector="#sheet .choice:has(:enabled) span")), close,
        Deed("a card is carried", _carry),
    ))  # fmt: skip
    yield Place("account", f"/accounts/{filled.account_id}", (
        Deed("Log opens", partial(_tap, selector="[href^='/quick-log?account']")), *_typed("ok"), close,
    ))  # fmt: skip
    yield Place("opportunity", f"/opportunities/{filled.opportunity_id}", (
        Deed("a field opens in place", partial(_tap, selector="#fact-amount .edits")), *_typed("1200"),
        Deed("it is saved", partial(_press, key="Enter")),
    ))  # fmt: skip
    yield Place("agenda", "/agenda?view=week", (
        Deed("an activity opens", partial(_tap, selector="#agenda .row-name a")), close,
        Deed("Plan opens", partial(_tap, selector="#agenda a.round[data-opens-in]")), close,
    ))  # fmt: skip


def _open(page: Page, line: Line, path: str) -> float:
    """The kilobytes of a second visit, until nothing more comes."""
    page.goto(line.url + path, wait_until="load")
    page.wait_for_timeout(SETTLED_MS)
    line.bytes = 0
    page.goto(line.url + path, wait_until="load")
    page.wait_for_selector("html.has-script")
    page.wait_for_timeout(SETTLED_MS)
    return line.bytes / 1000


def _answer(page: Page, do: Do) -> float:
    page.evaluate("globalThis.slowest = 0")
    do(page)
    page.wait_for_timeout(ANSWERED_MS)
    return float(page.evaluate("globalThis.slowest"))


def _typed(words: str) -> Iterator[Deed]:
    return (Deed("a letter", partial(_type, letter=letter)) for letter in words)


def _press(page: Page, key: str) -> None:
    page.keyboard.press(key)


def _type(page: Page, letter: str) -> None:
    page.keyboard.type(letter)


def _tap(page: Page, selector: str) -> None:
    page.touchscreen.tap(*_middle(page, selector))


def _carry(page: Page) -> None:
    """A long press lifts a card, the finger goes aside and lets it fall where it was."""
    x, y = _middle(page, "[data-card]")
    finger = page.context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    page.wait_for_timeout(LIFTED_MS)
    for point in [*({"x": x + 12 * step, "y": y} for step in range(6)), {"x": x, "y": y}]:
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def _middle(page: Page, selector: str) -> tuple[float, float]:
    one = page.locator(selector).locator("visible=true").first
    one.scroll_into_view_if_needed()
    box = one.bounding_box()
    assert box, selector
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
