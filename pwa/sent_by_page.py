"""Forms that their page sends by itself, so that it stays where nothing answers: told where to go on, it goes there."""

from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SENT_BY: Final = "sent-by"
"""Says that a page's script sends its form (see `static/js/form.js`): `page`, or `frame` where it stands in one."""
GO_ON: Final = "HX-Redirect"
_LEADS_ON: Final = frozenset({302, 303, 307})


def is_sent_by_page(request: Request) -> bool:
    """Whether a script takes the answer, which shows a page or a word and otherwise leaves its own as it is."""
    return SENT_BY in request.headers


def is_sent_by_frame(request: Request) -> bool:
    """The same, of a page that stands in a frame."""
    return request.headers.get(SENT_BY) == "frame"


class ToldWhereToGo:
    """Turns what would lead a browser on into a word to the page's script: a script is led on without seeing where."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or SENT_BY not in Headers(scope=scope):
            await self.app(scope, receive, send)
            return

        async def send_told(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] in _LEADS_ON:
                headers = MutableHeaders(scope=message)
                headers[GO_ON] = headers["location"]
                del headers["location"], headers["content-length"]
                message["status"] = 204
            await send(message)

        await self.app(scope, receive, send_told)
