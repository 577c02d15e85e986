"""The second half of signing in: a code from the phone, or one that was kept for the day it is lost."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from core.errors import SignInFailed, TooMany
from core.i18n import translator
from core.people.second_factor import finish_sign_in
from pwa.errors import locale_of, signed_out_page
from pwa.forms import read_form
from pwa.public.sign_in import signed_in_response
from pwa.session import device_of, local_path, step_of


async def new(request: Request) -> Response:
    """The form, for who has given the password; for anybody else the sign-in."""
    if not step_of(request):
        return RedirectResponse("/sign-in", 303)
    return _page(request, request.query_params.get("next", ""), None, 200)


async def create(request: Request) -> Response:
    """Comes in with the right code."""
    form = await read_form(request)
    step = step_of(request)
    if not step:
        return RedirectResponse("/sign-in", 303)
    try:
        secret = await finish_sign_in(step, form.text("code"), device_of(request))
    except (SignInFailed, TooMany) as error:
        return _page(request, form.text("next"), error.say(translator(locale_of(request), "pwa")), error.status)
    return await signed_in_response(request, secret, local_path(form.text("next")))


def _page(request: Request, wished: str, problem: str | None, status: int) -> Response:
    view = {"next": local_path(wished), "errors": {"code": problem}}
    return signed_out_page(request, "sign_in/code.html", view, status)
