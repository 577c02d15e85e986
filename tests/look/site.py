"""Ronda's pages from their sample views, without the web process: what the browser asks for is answered here."""

import datetime as dt
import json
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

from pwa.portable.rendering import render
from pwa.security import POLICY
from tests.look.serving import Answer, Asked, address, file

VIEWS = Path(__file__).parents[1] / "pwa" / "views"
NOW = dt.datetime.fromisoformat("2026-11-26T09:12:00+01:00")
AUDIT = (Path(__file__).parent / "audit.js").read_text()
IS_SEEN_TO = """() => new Promise((done) => {
  const look = () => document.documentElement.classList.contains("has-script") ? done() : setTimeout(look, 10);
  look();
})"""
"""Settles when the page's scripts have run; Playwright's own waiting brings a library into every page."""
HTML = {"Content-Type": "text/html; charset=utf-8"}
AXE = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}"""


@dataclass
class Site:
    """Pages by their path, and what was posted to it."""

    pages: dict[str, str]
    posted: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    status: int = 200
    """What a post is answered with; its body is the page of the same path, else nothing."""
    problems: list[str] = field(default_factory=list)
    address: str = field(init=False)

    def __post_init__(self) -> None:
        self.address = address(self._answer)

    def open(self, context: BrowserContext, path: str) -> Page:
        """A page at `path`, its scripts run; what goes wrong in it is kept in `problems`."""
        page = self.screen(context)
        self.show(page, path)
        return page

    def screen(self, context: BrowserContext) -> Page:
        """An empty page whose requests are answered here."""
        page = context.new_page()
        page.on("console", lambda message: self.problems.append(message.text) if _is_ours(message) else None)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        return page

    def show(self, screen: Page, path: str) -> None:
        """Goes to `path` on a screen and waits until its scripts have run."""
        screen.goto(self.address + path)
        screen.evaluate(IS_SEEN_TO)

    def _answer(self, asked: Asked) -> Answer:
        is_post = asked.method == "POST"
        if is_post:
            self.posted.append((asked.path, dict(parse_qsl(asked.body))))
        html = self.pages.get(asked.path)
        if html is not None and "after=" not in asked.query:
            return Answer(self.status if is_post else 200, html.encode(), {"Content-Security-Policy": POLICY, **HTML})
        if asked.path.endswith("/file"):  # what a frame shows
            return Answer(200, b"", HTML)
        if is_post or not asked.path.startswith(("/static/", "/manifest")):
            return Answer(204 if self.status == 200 else self.status)
        return file(asked.path)


def sample(page: str, case: str, locale: str = "es") -> str:
    """The HTML of `page` (`accounts/show`) with one of its sample views."""
    view = json.loads((VIEWS / page / f"{case}.json").read_text())
    return render(f"{page}.html", view, locale, NOW)


def bring_axe(context: BrowserContext) -> None:
    """Every page that is opened here can be audited: sent to the browser once, axe is there before a page's own."""
    context.add_init_script(f"if (self === top) {{ {AXE_SCRIPT} }}")


def audit(page: Page) -> list[str]:
    """What a machine can see for itself: `look_at`, and what axe finds; wants `bring_axe` before the page is opened."""
    return look_at(page) + against_axe(page)


def look_at(page: Page) -> list[str]:
    """Thin contrast, small targets, pages too wide, ids twice, as the page is drawn now."""
    found: list[str] = page.evaluate(AUDIT)
    return found


def against_axe(page: Page) -> list[str]:
    """What axe-core has against the page as it is now, a line for each place: rule, then the element."""
    found: list[str] = page.evaluate(AXE)
    return found


def _is_ours(message: ConsoleMessage) -> bool:
    # htmx's extension logs the event itself when nobody answers /live; Chromium tells of every refused request.
    return message.type == "error" and message.text != "[object Event]" and "status of" not in message.text
