"""A first visit on a slow phone: 1.6 Mbit/s down, 150 ms there and back, a CPU four times as slow; then a second one.

Until Today's first button answers: what was asked for, what travelled for it, and how long that took; all that comes
later, the service worker's own requests too, counts among the requests and the kilobytes.
"""

from functools import partial
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, sync_playwright

from tests.bench.answering import measure_answers
from tests.bench.filling import PASSWORD, Filled
from tests.bench.line import Line, slow_line
from tests.services import browser_program

BITS_DOWN, SECONDS, CPU_SLOWER = 1_600_000, 0.15, 4
LATE_MS, PATIENCE_MS = 3000, 120_000
_WATCH = """
globalThis.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
globalThis.slowest = 0;
new PerformanceObserver((list) => {
  const answers = list.getEntries().filter(({ interactionId }) => interactionId);
  globalThis.slowest = Math.max(globalThis.slowest, ...answers.map(({ duration }) => duration));
}).observe({ type: "event", durationThreshold: 16, buffered: true });
"""


def measure_visit(url: str, filled: Filled) -> None:
    """Prints requests, KB, milliseconds to the content and to the first answer, layout shift and the slowest answer.

    Then the slowest answers of all main pages.
    """
    head = ("requests", "KB", "shown ms", "answers ms", "shift", "INP ms")
    print(f"\n{'Visit (rep)':30} {head[0]:>9} {head[1]:>8} {head[2]:>9} {head[3]:>11} {head[4]:>7} {head[5]:>7}")
    print(f"{'  aim, first':30} {10:9} {100:8} {'':>9} {2000:11} {0.02:7} {200:7}")
    print(f"{'  aim, second':30} {'':>9} {10:8} {'':>9} {2000:11} {0.02:7} {200:7}", flush=True)
    port = urlsplit(url).port
    assert port
    with slow_line(port, BITS_DOWN, SECONDS) as line, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_program(), args=["--no-sandbox"])
        context = browser.new_context(
            viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, locale="es"
        )
        context.add_init_script(_WATCH)
        _sign_in(context, line.url, filled)
        for name in ("first", "second"):
            print(f"{'  ' + name:30} {_visited(context, line)}", flush=True)
        measure_answers(line, filled, partial(_slow_page, context))
        browser.close()


def _sign_in(context: BrowserContext, url: str, filled: Filled) -> None:
    """Without a page, so that nothing of ours is in the browser yet."""
    form: dict[str, str | float | bool] = {"email": filled.rep, "password": PASSWORD}
    answer = context.request.post(f"{url}/sign-in", form=form, headers={"Origin": url}, max_redirects=0)
    assert answer.status == 303, answer.text()


def _visited(context: BrowserContext, line: Line) -> str:
    page = _slow_page(context)
    line.asked, line.bytes = [], 0
    page.goto(f"{line.url}/today", wait_until="commit")
    page.wait_for_selector("#day .row, #day .empty, #day .next")
    shown = _now(page)
    page.wait_for_selector("html.has-script")
    answers = _until_it_answers(page)
    page.wait_for_load_state("load")
    page.wait_for_timeout(LATE_MS)
    requests, kilobytes = len(line.asked), line.bytes / 1000
    for place in (".places-new", "#new-sheet [data-closes]"):
        page.locator(place).first.click()
        page.wait_for_timeout(300)
    shift, slowest = page.evaluate("[globalThis.shift, globalThis.slowest]")
    page.close()
    return f"{requests:9} {kilobytes:8.1f} {shown:9.0f} {answers:11.0f} {shift:7.3f} {slowest:7.0f}"


def _slow_page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWER})
    return page


def _until_it_answers(page: Page) -> float:
    """The plus opens its sheet."""
    page.evaluate("document.querySelector('.places-new').click()")
    page.wait_for_selector("#new-sheet[open]")
    now = _now(page)
    page.evaluate("document.getElementById('new-sheet').close()")
    return now


def _now(page: Page) -> float:
    """Milliseconds since the address was asked for."""
    return float(page.evaluate("performance.now()"))
