"""The script that goes to the phone: how it is made, and that a strict policy lets it run everywhere."""

import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from jinja2 import DictLoader
from playwright.sync_api import Browser

from pwa.portable.bundle import MODULES, SCRIPTS, bundle_of, portable_bundle
from pwa.portable.environment import portable_environment
from tests.pwa.portable.places import NOW
from tests.pwa.waiting import until

FILES = {
    "/": "<!doctype html><script src='/portable.js'></script><script src='/page.js'></script>",
    "/module.html": "<!doctype html><script type='module' src='/module.js'></script>",
    "/page.js": "document.title = portable.render('page.html', {x: '<'}, {now: 'NOW'});".replace("NOW", NOW),
    "/module.js": "import '/portable.js';\nimport '/page.js';",
    "/worker.js": "importScripts('/portable.js');"
    "onmessage = ({ data, ports }) => (ports?.[0] ?? self)"
    ".postMessage(portable.render('page.html', data, {now: 'NOW'}));".replace("NOW", NOW),
}
IN_A_WORKER = """() => new Promise((resolve) => {
  const worker = new Worker("/worker.js");
  worker.onmessage = ({ data }) => resolve(data);
  worker.postMessage({ x: "<" });
})"""
IN_A_SERVICE_WORKER = """() => new Promise(async (resolve) => {
  await navigator.serviceWorker.register("/worker.js");
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => resolve(data);
  active.postMessage({ x: "<" }, [port2]);
})"""


class _Site(http.server.BaseHTTPRequestHandler):
    def __init__(self, files: dict[str, str], *arguments: object) -> None:
        self._files = files
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        text = self._files.get(self.path)
        self.send_response(200 if text is not None else 404)
        self.send_header("Content-Security-Policy", "default-src 'none'; script-src 'self'; worker-src 'self'")
        self.send_header("Content-Type", "text/javascript" if self.path.endswith(".js") else "text/html")
        self.end_headers()
        self.wfile.write((text or "").encode())

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's name
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    pages = portable_environment("es", DictLoader({"page.html": "{{ x }} {{ now | day(today) }}"}))
    files = FILES | {"/portable.js": bundle_of(pages, "es")}
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Site, files)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["/", "/module.html"])
def test_a_page_of_strict_policy_renders(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page()
    page.goto(address + path)
    until(page, "document.title")
    assert page.title() == "&lt; hoy"
    page.close()


@pytest.mark.parametrize("script", [IN_A_WORKER, IN_A_SERVICE_WORKER], ids=["worker", "service worker"])
def test_a_worker_of_strict_policy_renders(browser: Browser, address: str, script: str) -> None:
    page = browser.new_page()
    page.goto(address + "/")
    assert page.evaluate(script) == "&lt; hoy"
    page.close()


def test_the_bundle_evaluates_no_text() -> None:
    text, _ = portable_bundle("es")
    assert not [word for word in ("eval(", "new Function", ".innerHTML") if word in text]


def test_the_digest_follows_the_text() -> None:
    spanish, english = portable_bundle("es"), portable_bundle("en")
    assert spanish == portable_bundle("es")
    assert spanish[1] != english[1]
    assert len(spanish[1]) == 16


def test_every_script_is_in_the_bundle() -> None:
    assert sorted(MODULES) == sorted(path.stem for path in Path(SCRIPTS).glob("*.js"))


def test_a_message_of_another_room_comes_along_only_if_a_template_says_it() -> None:
    from pwa.portable.messages import catalogue

    pages = portable_environment("es", DictLoader({"page.html": "{{ _('today') }}{{ _('not translated') }}"}))
    messages = catalogue(pages, ["page.html"], "es")["messages"]
    assert messages["today"] == "hoy"
    assert "not translated" not in messages
