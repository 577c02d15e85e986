"""A small web server for pages that are there already: it answers at once, and what is the same for all may be kept.

What a browser is asked for through Playwright's `route` it never keeps, and each request costs as much as a page.
"""

import mimetypes
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from pwa import bundle

HOST = "ronda.test"
RESOLVING = f"--host-resolver-rules=MAP *.{HOST} 127.0.0.1"
"""With it a browser finds the server by name; by its number it would be as trusted as over HTTPS, and allow more."""
KEPT = {"Cache-Control": "max-age=3600, immutable"}


@dataclass(frozen=True)
class Asked:
    """What a browser asks for; `body` is a form's."""

    method: str
    path: str
    query: str
    body: str


@dataclass(frozen=True)
class Answer:
    """What it is told."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


Answering = Callable[[Asked], Answer]


def address(answering: Answering) -> str:
    """A new address at which this answers, without a final slash."""
    server = _server()
    name = f"n{len(server.answering)}.{HOST}:{server.server_port}"
    server.answering[name] = answering
    return f"http://{name}"


@cache
def file(path: str) -> Answer:
    """A file of the pages, or the style and the behaviours, by the path that the pages know it by."""
    if path == "/static/ronda.css":
        return Answer(200, bundle.stylesheet().encode(), {"Content-Type": "text/css", **KEPT})
    if path == "/static/ronda.js":
        return Answer(200, bundle.script().encode(), {"Content-Type": "text/javascript", **KEPT})
    found = bundle.STATIC / path.removeprefix("/static/").removeprefix("/")
    if not found.is_file():
        return Answer(404)
    kind = mimetypes.guess_type(found)[0] or "application/octet-stream"
    return Answer(200, found.read_bytes(), {"Content-Type": kind, **KEPT})


class _Server(ThreadingHTTPServer):
    """One for all addresses, as long as this process lives."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answering: dict[str, Answering] = {}

    def handle_error(self, *_: object) -> None:
        """A browser that has gone meanwhile is none."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def _answer(self) -> None:
        path, _, query = self.path.partition("?")
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode(errors="replace")
        answer = self.server.answering[self.headers["Host"]](Asked(self.command, path, query, body))
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 204:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002
        """Says nothing."""


@cache
def _server() -> _Server:
    server = _Server()
    Thread(target=server.serve_forever, daemon=True).start()
    return server
