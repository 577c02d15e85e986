"""Signing in by cookie, and the person that a request comes from."""

from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from core.i18n import LOCALES
from core.people.sign_in import SESSION_DAYS
from pwa import cookies
from pwa.cookies import is_framed, keep, sent
from pwa.telegram_web import ENTRANCE, is_in_frame


class SignedOut(Exception):
    """The request comes from nobody who is signed in."""


STEP: Final = "step"
"""Holds the ticket of who has given the password and not yet the code."""
_MINUTES_FOR_THE_CODE: Final = 5

DONE: Final = "done"
"""Names the operation whose result the next page tells."""
_SECONDS_FOR_A_WORD: Final = 30


def secret_of(request: Request) -> str | None:
    """The session's secret, if the browser sent one."""
    return sent(request)


def keep_signed_in(request: Request, response: Response, secret: str) -> None:
    """Gives the browser the session's secret, unreadable for scripts and kept from other sites."""
    keep(response, "", secret, SESSION_DAYS * 24 * 3600, framed=_is_in_telegram(request))


def forget(request: Request, response: Response) -> None:
    """Takes the secret from the browser."""
    cookies.forget(response, "", framed=_is_in_telegram(request))


def _is_in_telegram(request: Request) -> bool:
    """Where the Mini App comes in, or has come in, inside Telegram's frame."""
    return is_framed(request.cookies) or (request.url.path == ENTRANCE and is_in_frame(request))


def step_of(request: Request) -> str:
    """The ticket of the first half of signing in; empty where there is none."""
    return sent(request, STEP) or ""


def keep_step(response: Response, step: str) -> None:
    """Gives the browser the ticket for as long as it is good."""
    keep(response, STEP, step, _MINUTES_FOR_THE_CODE * 60, framed=False)


def forget_step(response: Response) -> None:
    """Takes the ticket from the browser."""
    cookies.forget(response, STEP, framed=False)


def tell_on_next_page(request: Request, response: Response, operation_id: str) -> None:
    """The next page says what this operation did."""
    keep(response, DONE, operation_id, _SECONDS_FOR_A_WORD, framed=_is_in_telegram(request))


def to_tell(request: Request) -> str | None:
    """The operation whose result is to be told."""
    return sent(request, DONE)


def was_told(request: Request, response: Response) -> None:
    """It is told once."""
    cookies.forget(response, DONE, framed=_is_in_telegram(request))


def wished_locale(request: Request) -> str:
    """The browser's preferred language among ours; Spanish when it wants neither."""
    wishes: list[tuple[float, int, str]] = []
    for part in request.headers.get("accept-language", "")[:500].split(","):
        tag, _, quality = part.strip().partition(";q=")
        if (language := tag[:2].lower()) in LOCALES:
            wishes.append((-_quality(quality), len(wishes), language))
    return min(wishes)[2] if wishes else LOCALES[0]


def local_path(wished: str | None, default: str = "/today") -> str:
    """A path of this site to go on to; anything that might lead elsewhere becomes the default."""
    if not wished or not wished.startswith("/") or wished.startswith(("//", "/\\")) or not wished.isprintable():
        return default
    parts = urlsplit(wished)
    return default if parts.scheme or parts.netloc or "\\" in wished else wished[:2000]


_FORMS = frozenset({"new", "edit", "move", "assign"})
"""What the address of a page that is but a form ends with."""


def came_from(request: Request, default: str) -> str:
    """The page that a form was sent from, if it is one of ours and more than the form itself."""
    parts = urlsplit(request.headers.get("referer", ""))
    if parts.netloc != request.headers.get("host") or request.method == "GET":
        return default
    if parts.path.rpartition("/")[2] in _FORMS:
        return default
    return local_path(parts.path + (f"?{parts.query}" if parts.query else ""), default)


def device_of(request: Request) -> str:
    """How the browser calls itself."""
    return request.headers.get("user-agent", "")[:300]


def address_of(request: Request) -> str:
    """Where the request comes from, for counting tries."""
    return request.client.host if request.client else "unknown"


def _quality(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0
