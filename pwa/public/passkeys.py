"""Signing in by a passkey: the browser asks which of them, nobody types an e-mail."""

from starlette.requests import Request
from starlette.responses import Response

from core.errors import SignInFailed, TooMany
from core.i18n import translator
from core.people.passkeys import options_to_sign_in, sign_in_by_passkey
from pwa.errors import locale_of
from pwa.forms import read_form
from pwa.passkey_site import site_of
from pwa.public.sign_in import sign_in_page, signed_in_response
from pwa.session import address_of, device_of, local_path


async def options(request: Request) -> Response:
    """What the browser is to ask its authenticators for, as JSON."""
    try:
        asked = await options_to_sign_in(site_of(request), address_of(request))
    except TooMany as error:
        return Response(status_code=error.status)
    return Response(asked, media_type="application/json")


async def create(request: Request) -> Response:
    """Comes in with what a passkey has signed."""
    form = await read_form(request)
    try:
        secret = await sign_in_by_passkey(site_of(request), form.text("credential"), device_of(request))
    except SignInFailed as error:
        return sign_in_page(request, form, error.say(translator(locale_of(request), "pwa")), error.status)
    return await signed_in_response(request, secret, local_path(form.text("next")))
