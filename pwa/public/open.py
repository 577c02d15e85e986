"""A link from the chat: one tap on its page opens the pages signed in. A preview of the link spends nothing."""

from starlette.requests import Request
from starlette.responses import Response

from core.database import EVERY_COMPANY, reading
from core.people.sign_in import Purpose, look_at_ticket, open_from_chat
from pwa.errors import signed_out_page
from pwa.public.sign_in import signed_in_response
from pwa.session import device_of, local_path


async def show(request: Request) -> Response:
    """One button."""
    secret = request.path_params["code"]
    async with reading(EVERY_COMPANY) as session:
        await look_at_ticket(session, Purpose.OPEN, secret)
    return signed_out_page(request, "open/show.html", {"code": secret})


async def create(request: Request) -> Response:
    """Spends the link: signed in, and at the page that it was made for."""
    secret, facts = await open_from_chat(request.path_params["code"], device_of(request))
    path = local_path(str(facts.get("path") or ""))
    response = await signed_in_response(request, secret, path)
    # The link names its company: there is nothing to choose.
    response.headers["Location"] = path
    return response
