"""The pages opened from the chat as a Telegram Mini App: they sign in by themselves."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from core.database import EVERY_COMPANY, reading
from core.errors import Expired, SignInFailed
from core.i18n import N_, translator
from core.people.devices import device
from core.people.mini_app import sign_in_from_mini_app
from core.people.sign_in import count_try
from pwa.errors import locale_of, signed_out_page
from pwa.forms import read_form
from pwa.public.sign_in import signed_in_response
from pwa.session import address_of, device_of, secret_of
from pwa.telegram_web import is_in_frame

_MOST_TRIES = 60
_HOME = "/today"


async def show(request: Request) -> Response:
    """Telegram puts who it is behind the # of this address, where no server sees it: a script sends it on."""
    ended = translator(locale_of(request), "pwa")(N_("This has ended. Open Ronda from the chat again."))
    return _page(request, ended if request.query_params else None)


async def create(request: Request) -> Response:
    """Comes in. A page that Telegram kept open for long has nothing fresh to show, but perhaps still its session."""
    await count_try(f"mini-app-from:{address_of(request)}", _MOST_TRIES)
    form = await read_form(request)
    try:
        secret = await sign_in_from_mini_app(form.text("data"), device_of(request))
    except (SignInFailed, Expired) as error:
        if isinstance(error, Expired) and await _is_signed_in(request):
            return RedirectResponse(_HOME, 303)
        return _page(request, error.say(translator(locale_of(request), "pwa")), error.status)
    response = await signed_in_response(request, secret, _HOME)
    # The chat says which company it is: there is nothing to choose.
    response.headers["Location"] = _HOME
    return response


def _page(request: Request, problem: str | None, status: int = 200) -> Response:
    return signed_out_page(
        request, "mini_app/show.html", {"problem": problem, "in_frame": is_in_frame(request)}, status
    )


async def _is_signed_in(request: Request) -> bool:
    secret = secret_of(request)
    async with reading(EVERY_COMPANY) as session:
        return secret is not None and await device(session, secret) is not None
