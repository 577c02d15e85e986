"""Nobody but this machine's own pages and programs may act in the chat."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self'; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cache-control": b"no-cache",
}


class Guard:
    """Refuses what another site's page sends here, and says what our own pages may do.

    A link from anywhere may open the chat (GET with `Sec-Fetch-Mode: navigate`); everything else must come
    from the chat's own pages, or from programs, which send no `Sec-Fetch-Site`.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *HEADERS.items()]
            await send(message)

        is_foreign = _is_foreign(scope)
        app = PlainTextResponse("not from here", 403) if is_foreign else self._app
        await app(scope, receive, send_with_headers)


def _is_foreign(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    is_opened = scope["method"] == "GET" and headers.get("sec-fetch-mode") == "navigate"
    return not is_opened and headers.get("sec-fetch-site", "none") not in ("none", "same-origin")
