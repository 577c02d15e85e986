"""Ronda's pages from their sample views, without a server: what the browser asks for is answered here."""

import datetime as dt
import json
import mimetypes
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Route

from pwa import bundle
from pwa.portable.rendering import render
from pwa.security import POLICY

VIEWS = Path(__file__).parents[1] / "pwa" / "views"
ADDRESS = "http://ronda.test"
NOW = dt.datetime.fromisoformat("2026-11-26T09:12:00+01:00")
AUDIT = (Path(__file__).parent / "audit.js").read_text()
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
        page.route("**/*", self._answer)
        return page

    def show(self, screen: Page, path: str) -> None:
        """Goes to `path` on a screen and waits until its scripts have run."""
        screen.goto(ADDRESS + path)
        screen.wait_for_function("document.documentElement.classList.contains('has-script')")

    def _answer(self, route: Route) -> None:
        url, request = urlsplit(route.request.url), route.request
        if request.method == "POST":
            self.posted.append((url.path, dict(parse_qsl(request.post_data or ""))))
        html = self.pages.get(url.path)
        if html is not None and "after=" not in url.query:
            status = self.status if request.method == "POST" else 200
            headers = {"Content-Security-Policy": POLICY, "Content-Type": "text/html; charset=utf-8"}
            route.fulfill(status=status, body=html, headers=headers)
        elif url.path.endswith("/file"):  # what a frame shows
            route.fulfill(body="", content_type="text/html")
        elif request.method == "POST" or not url.path.startswith(("/static/", "/manifest")):
            route.fulfill(status=204 if self.status == 200 else self.status)
        else:
            _answer_with_file(route, url.path)


def sample(page: str, case: str, locale: str = "es") -> str:
    """The HTML of `page` (`accounts/show`) with one of its sample views."""
    view = json.loads((VIEWS / page / f"{case}.json").read_text())
    return render(f"{page}.html", view, locale, NOW)


def audit(page: Page) -> list[str]:
    """What a machine can see for itself: `look_at`, and what axe finds."""
    return look_at(page) + against_axe(page)


def look_at(page: Page) -> list[str]:
    """Thin contrast, small targets, pages too wide, ids twice, as the page is drawn now."""
    found: list[str] = page.evaluate(AUDIT)
    return found


def against_axe(page: Page) -> list[str]:
    """What axe-core has against the page as it is now, a line for each place: rule, then the element."""
    page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(AXE)
    return found


def _answer_with_file(route: Route, path: str) -> None:
    if path == "/static/ronda.css":
        route.fulfill(body=bundle.stylesheet(), content_type="text/css")
    elif path == "/static/ronda.js":
        route.fulfill(body=bundle.script(), content_type="text/javascript")
    else:
        file = bundle.STATIC / path.removeprefix("/static/").removeprefix("/")
        route.fulfill(path=file, content_type=mimetypes.guess_type(file)[0] or "application/octet-stream")


def _is_ours(message: ConsoleMessage) -> bool:
    # htmx's extension logs the event itself when nobody answers /live; Chromium tells of every refused request.
    return message.type == "error" and message.text != "[object Event]" and "status of" not in message.text
