"""The two places where a template is rendered: here, and in a real browser."""

import itertools
import json
from dataclasses import dataclass

from jinja2 import DictLoader, Environment
from playwright.sync_api import Page

from core.i18n import LOCALES
from pwa.portable.bundle import bundle_of
from pwa.portable.environment import portable_environment
from pwa.portable.rendering import render_in
from pwa.portable.values import View, check_view

NOW = "2026-11-26T10:00:00+01:00"
_COUNTER = itertools.count()
RENDER = """(text) => {
  const [renderer, name, view, now] = JSON.parse(text);
  try { return [globalThis[renderer].render(name, view, {now}), null]; }
  catch (error) { return [null, String(error)]; }
}"""


@dataclass(frozen=True)
class Outcome:
    """The HTML of a rendering, or that it failed. Two failures are alike, whatever they say."""

    html: str | None
    reason: str = ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Outcome) and self.html == other.html

    __hash__ = None  # type: ignore[assignment]


class Places:
    """The templates of one environment a language, on the server and in a page of the browser."""

    def __init__(self, page: Page, pages: dict[str, Environment]) -> None:
        self._page = page
        self._pages = pages
        self._names = {locale: f"{locale}{next(_COUNTER)}" for locale in pages}
        for locale, environment in pages.items():
            page.evaluate(bundle_of(environment, locale) + f"globalThis.{self._names[locale]} = globalThis.portable;")

    @classmethod
    def of(cls, page: Page, files: dict[str, str]) -> "Places":
        """Both places in all languages, over templates given here."""
        return cls(page, {locale: portable_environment(locale, DictLoader(files)) for locale in LOCALES})

    def replace_server(self, locale: str, environment: Environment) -> None:
        """Other templates on the server than on the phone."""
        self._pages = self._pages | {locale: environment}

    def server(self, locale: str, name: str, view: View, now: str = NOW) -> Outcome:
        try:
            return Outcome(render_in(self._pages[locale], name, view, locale, now))
        except Exception as error:  # noqa: BLE001 - whatever it is, the phone must fail too
            return Outcome(None, repr(error))

    def phone(self, locale: str, name: str, view: View, now: str = NOW) -> Outcome:
        html, reason = self._page.evaluate(RENDER, json.dumps([self._names[locale], name, view, now]))
        return Outcome(html, reason or "")

    def same(self, locale: str, name: str, view: View, now: str = NOW) -> str:
        """The HTML that both give; fails where they differ or refuse."""
        check_view(view)
        server, phone = self.server(locale, name, view, now), self.phone(locale, name, view, now)
        assert server == phone
        assert server.html is not None, (server.reason, phone.reason)
        return server.html

    def refused(self, locale: str, name: str, view: View, now: str = NOW) -> None:
        """Both refuse to render."""
        server, phone = self.server(locale, name, view, now), self.phone(locale, name, view, now)
        assert (server.html, phone.html) == (None, None), (server, phone)
