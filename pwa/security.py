"""What every answer says to the browser, and which requests are listened to at all."""

from base64 import b64encode
from hashlib import sha256
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pwa.forms import LARGEST_FORM, LARGEST_UPLOAD
from pwa.telegram_web import ancestors, may_be_framed

PAGE_TRANSITION = "@view-transition { navigation: auto; }"
"""The one rule that stands in the pages themselves: a style sheet may come after the moment when a browser decides."""
_ITS_DIGEST = b64encode(sha256(PAGE_TRANSITION.encode()).digest()).decode()
_POLICY = (
    f"default-src 'none'; script-src 'self'; style-src 'self' 'sha256-{_ITS_DIGEST}'; img-src 'self' data: blob:; "
    "media-src 'self'; frame-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
)
POLICY = _POLICY + ancestors(framed=False)
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class SecurityHeaders:
    """Adds the headers that hold for everything; what an answer says itself stays."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self.app = app
        self.headers = {
            "Content-Security-Policy": POLICY,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "X-Frame-Options": "DENY",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(self), geolocation=(self), microphone=(self), payment=(), usb=()",
            "Cache-Control": "private, no-store",
        }
        framed = {**self.headers, "Content-Security-Policy": _POLICY + ancestors(framed=True)}
        del framed["X-Frame-Options"]  # it knows no list; who reads the policy does not need it
        self.framed_headers = framed
        if secure:
            for headers in (self.headers, self.framed_headers):
                headers["Strict-Transport-Security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        request = Request(scope)
        added = self.framed_headers if may_be_framed(request.url.path, request.cookies) else self.headers

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in added.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


class SameOrigin:
    """Refuses what another site's page makes a browser send. `exempt`: paths that no browser calls."""

    def __init__(self, app: ASGIApp, *, public_url: str, exempt: str) -> None:
        self.app = app
        self.hosts = {urlsplit(public_url).netloc} - {""}
        self.exempt = exempt

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in _SAFE and not scope["path"].startswith(self.exempt):
            headers = Headers(scope=scope)
            if not self._is_ours(headers):
                await PlainTextResponse("This came from another site.", 403)(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _is_ours(self, headers: Headers) -> bool:
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site == "same-origin"
        origin = headers.get("origin")
        return origin is not None and urlsplit(origin).netloc in {*self.hosts, headers.get("host", "")}


class BodyLimit:
    """Stops reading a body that is larger than its route may be, with 413."""

    def __init__(self, app: ASGIApp, *, uploads: frozenset[str]) -> None:
        self.app = app
        self.uploads = uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in _SAFE:
            await self.app(scope, receive, send)
            return
        limit = LARGEST_UPLOAD if scope["path"] in self.uploads else LARGEST_FORM
        announced = Headers(scope=scope).get("content-length", "")[:18]
        taken = 0

        async def receive_within() -> Message:
            nonlocal taken
            if announced.isdecimal() and int(announced) > limit:
                raise HTTPException(413)
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > limit:
                raise HTTPException(413)
            return message

        await self.app(scope, receive_within, send)
