"""For whom a page was made, which what it sends says: it is done for nobody else, and the page outlives its session."""

from typing import ClassVar, Final

from starlette.requests import Request

from core.errors import CrmError
from core.i18n import N_
from core.policy import Viewer
from pwa.telegram_web import is_in_frame

MADE_FOR: Final = "Made-For"
"""Stands on the body of a page (`layouts/page.html`), and in what its scripts send."""


class MadeForAnother(CrmError):
    """Another person has signed in since the page was made, or the same one in another company."""

    code: ClassVar[str] = "made_for_another"
    status: ClassVar[int] = 409


def mark_of(viewer: Viewer) -> str:
    """Who, and in which company."""
    return f"{viewer.user_id}.{viewer.company_id}"


def require_made_for(request: Request, viewer: Viewer) -> None:
    """Raises `MadeForAnother` for what somebody else's page sends; without script no page says whose it is."""
    mark = request.headers.get(MADE_FOR)
    if mark is None or mark == mark_of(viewer):
        return
    if mark.partition(".")[0] == viewer.user_id:
        raise MadeForAnother(
            N_(
                "You are in {company} now, and this was written in another company: nothing was saved. "
                "Go back there in another window and send it again: what you wrote is still here."
            ),
            company=viewer.company_name,
        )
    raise MadeForAnother(
        N_(
            "{name} is signed in now, and this was written by somebody else: nothing was saved. "
            "Sign in as before in another window and send it again: what you wrote is still here."
        ),
        name=viewer.name,
    )


def outlives_session(request: Request) -> bool:
    """Whether the page that asks stays when nobody is signed in any more; in Telegram its entrance signs in again."""
    return MADE_FOR in request.headers and not is_in_frame(request)
