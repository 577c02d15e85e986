"""Ronda inside web.telegram.org, where Telegram shows a Mini App in a frame: which pages may stand there, and whose."""

from collections.abc import Mapping
from typing import Final

from starlette.requests import Request

from core.settings import settings
from pwa.cookies import is_framed
from pwa.sent_by_page import is_sent_by_frame

ORIGINS: Final = ("https://web.telegram.org", "https://webk.telegram.org", "https://webz.telegram.org")
"""Telegram's own web clients; `webk` and `webz` are each client's second address."""
ENTRANCE: Final = "/mini-app"
ENDED: Final = f"{ENTRANCE}?ended=1"
"""Where somebody in the frame is told that there is no session (any more)."""
_NOBODY: Final = "'none'"
_NEVER: Final = ("/sign-in", "/password", "/open")
"""Where secrets are typed or spent: in no frame."""


def may_be_framed(path: str, cookies: Mapping[str, str]) -> bool:
    """Whether Telegram's frame may show this: the entrance, and what is answered to that frame's own session."""
    if not settings().is_secure or path.startswith(_NEVER):
        return False
    return path == ENTRANCE or is_framed(cookies)


def is_in_frame(request: Request) -> bool:
    """Whether the request comes from a frame, as the entrance and whoever has lost the session there do."""
    return settings().is_secure and (request.headers.get("sec-fetch-dest") == "iframe" or is_sent_by_frame(request))


def ancestors(*ours: str, framed: bool) -> str:
    """The policy's word on whose frames may show it: `ours`, and Telegram's where it is `framed`."""
    return f"frame-ancestors {' '.join([*ours, *(ORIGINS if framed else ())]) or _NOBODY}"
