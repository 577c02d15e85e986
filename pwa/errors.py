"""What went wrong, as a page or, for a fragment, as a toast: in words, with the right status, never a trace."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from functools import wraps
from typing import Any, Final

from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from core.database import EVERY_COMPANY, reading
from core.documents.stores import StoreUnreachable
from core.errors import CrmError, Expired, NotFound, NotPermitted
from core.i18n import N_, Translator, translator
from core.local_time import now_in
from core.people.devices import device
from pwa.frame import signed_out_frame
from pwa.made_for import MadeForAnother, outlives_session
from pwa.portable.rendering import render
from pwa.sent_by_page import GO_ON, is_sent_by_page
from pwa.session import SignedOut, local_path, secret_of, wished_locale
from pwa.telegram_web import ENDED, is_in_frame

Handler = Callable[[Request, Exception], Awaitable[Response]]

_log = logging.getLogger(__name__)

_TIMEZONE: Final = "Europe/Madrid"
_TEMPLATES: Mapping[type[CrmError], str] = {
    NotFound: "errors/not_found.html",
    NotPermitted: "errors/not_permitted.html",
    Expired: "errors/gone.html",
}
_HTTP: Mapping[int, str] = {
    400: N_("What was sent could not be read. Nothing was changed."),
    404: N_("There is nothing here, or you may not see it."),
    405: N_("That cannot be done here."),
    413: N_("That is too large. Nothing was saved."),
}


async def crm_error(request: Request, error: Exception) -> Response:
    """An expected failure that no form shows beside its field."""
    if not isinstance(error, CrmError):
        raise error
    locale = locale_of(request)
    said = _said(error, translator(locale, "pwa"))
    if is_fragment(request):
        return toast(said, locale, error.status, stays=isinstance(error, MadeForAnother))
    template = next((path for kind, path in _TEMPLATES.items() if isinstance(error, kind)), None)
    if template is not None:
        return signed_out_page(request, template, {"reason": _reason(error, said)}, error.status)
    return signed_out_page(request, "errors/refused.html", {"text": said}, error.status)


async def store_away(request: Request, error: Exception) -> Response:
    """The documents' store does not answer: the operator's to mend, told as what it is."""
    _log.error("%s %s: documents cannot be reached: %s", request.method, request.url.path, error)
    locale, status = locale_of(request), 503
    said = translator(locale, "pwa")(
        N_("Documents cannot be reached just now. Nothing was lost: try again in a moment.")
    )
    if is_fragment(request):
        return toast(said, locale, status)
    return signed_out_page(request, "errors/refused.html", {"text": said}, status)


async def http_error(request: Request, error: Exception) -> Response:
    """What the framework refuses: no such address, a method that is not there, a body that is too large."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    locale = locale_of(request)
    said = translator(locale, "pwa")(_HTTP.get(status, _HTTP[400]))
    headers = dict(getattr(error, "headers", None) or {})
    if is_fragment(request):
        return toast(said, locale, status)
    if status == NotFound.status:
        response = signed_out_page(request, "errors/not_found.html", {}, status)
    else:
        response = signed_out_page(request, "errors/refused.html", {"text": said}, status)
    response.headers.update(headers)
    return response


async def failed(request: Request, error: Exception) -> Response:
    """Our own fault: noted in the log, told without a trace."""
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    if is_fragment(request):
        locale = locale_of(request)
        return toast(translator(locale, "pwa")(N_("Something failed. It has been noted.")), locale, 500)
    return signed_out_page(request, "errors/failed.html", {}, 500)


async def sign_in_first(request: Request, _: Exception) -> Response:
    """Nobody is signed in: a page leads to the sign-in and back, a fragment makes the page go there.

    A page that has sent something stays, with what was typed, and leads there in another window.
    """
    if request.method == "POST" and outlives_session(request):
        return Response(status_code=401)
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    target = "/sign-in"
    if request.method == "GET" and local_path(here) not in ("/", "/today"):
        target = str(request.url_for("sign_in").include_query_params(next=here).replace(scheme="", netloc=""))
    if is_in_frame(request):
        target = ENDED
    if is_fragment(request):
        return Response(status_code=401, headers={GO_ON: target})
    if request.headers.get("accept", "").startswith("text/event-stream"):
        return Response(status_code=401)
    return RedirectResponse(target, 303)


def toast(text: str, locale: str, status: int, *, stays: bool = False) -> Response:
    """A word at the edge of the page, in place of the fragment that was asked for; `stays`: until it is closed."""
    view = {"toast": {"text": text, "undo": None, "stays": stays}}
    html = render("layouts/_toast_beside.html", view, locale, now_in(_TIMEZONE))
    return HTMLResponse(html, status, headers={"HX-Reswap": "none", "Vary": "HX-Request"})


def signed_out_page(
    request: Request, template: str, view: Mapping[str, Any], status: int = 200, locale: str | None = None
) -> Response:
    """A page that needs to know nobody."""
    now = now_in(_TIMEZONE)
    html = render(template, {"frame": signed_out_frame(), **view}, locale or locale_of(request), now)
    return HTMLResponse(html, status)


def is_fragment(request: Request) -> bool:
    """Whether a script asks, whose page stays as it is."""
    return "hx-request" in request.headers or is_sent_by_page(request)


def locale_of(request: Request) -> str:
    """The signed-in person's language where it is known, else the browser's."""
    visit = getattr(request.state, "visit", None)
    return visit.locale if visit is not None else getattr(request.state, "locale", None) or wished_locale(request)


def _in_their_language(handler: Handler) -> Handler:
    """The handler, which may ask for the language of a person whom nothing has asked for yet."""

    @wraps(handler)
    async def told(request: Request, error: Exception) -> Response:
        if (secret := secret_of(request)) and not hasattr(request.state, "visit"):
            with suppress(SQLAlchemyError, OSError):  # the database may be what has failed
                async with reading(EVERY_COMPANY) as session:
                    found = await device(session, secret)
                request.state.locale = found.locale if found else None
        return await handler(request, error)

    return told


def _reason(error: CrmError, said: str) -> str:
    """Why it may not be, where that is not the reader's role; empty otherwise."""
    return said if isinstance(error, NotPermitted) and error.text != NotPermitted.message else ""


def _said(error: CrmError, translate: Translator) -> str:
    fields = getattr(error, "say_fields", None)
    details = " ".join(fields(translate).values()) if fields else ""
    return f"{error.say(translate)} {details}".strip()


HANDLERS: Mapping[Any, Handler] = {
    CrmError: _in_their_language(crm_error),
    StoreUnreachable: _in_their_language(store_away),
    HTTPException: _in_their_language(http_error),
    SignedOut: sign_in_first,
    Exception: _in_their_language(failed),
}
