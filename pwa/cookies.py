"""Cookies: one's own site's alone, or, in Telegram's frame, those that a browser keeps for that frame.

In a frame of another site a browser sends only cookies that say `SameSite=None`. Those are `Partitioned` too: kept
apart for the site around the frame, so that no page but Telegram's can have them sent. They have a name of their own:
the session of the pages outside a frame never becomes one that other sites can have sent.
"""

from collections.abc import Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from core.settings import settings

_IN_TELEGRAM: Final = "telegram"


def name_of(part: str = "", *, framed: bool = False) -> str:
    """A cookie's name; with this prefix a browser takes it only for this host, all of its paths, and over HTTPS."""
    name = "-".join(filter(None, ("ronda", _IN_TELEGRAM if framed else "", part)))
    return f"__Host-{name}" if settings().is_secure else name


def is_framed(cookies: Mapping[str, str]) -> bool:
    """Whether these came from Telegram's frame: the session's of that frame is among them."""
    return settings().is_secure and name_of(framed=True) in cookies


def sent(request: Request, part: str = "") -> str | None:
    """What the browser sent: that of the pages outside a frame first, which no frame has."""
    found = request.cookies.get(name_of(part))
    return found if found is not None or not settings().is_secure else request.cookies.get(name_of(part, framed=True))


def keep(response: Response, part: str, value: str, seconds: int, *, framed: bool) -> None:
    """Gives it to the browser, unreadable for scripts."""
    name = name_of(part, framed=framed)
    if framed:
        # http.cookies learns of Partitioned with Python 3.14. The value is one of ours: letters, digits, - and _.
        response.headers.append(
            "set-cookie",
            f"{name}={value}; Max-Age={seconds}; Path=/; Secure; HttpOnly; SameSite=None; Partitioned",
        )
        return
    response.set_cookie(
        name, value, max_age=seconds, path="/", secure=settings().is_secure, httponly=True, samesite="lax"
    )


def forget(response: Response, part: str, *, framed: bool) -> None:
    """Takes it from the browser."""
    if framed:
        keep(response, part, "", 0, framed=True)
    else:
        response.delete_cookie(name_of(part), path="/", secure=settings().is_secure, httponly=True, samesite="lax")
