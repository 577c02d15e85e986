"""One request of somebody who is signed in: who, in which company, language and time zone; and its answer."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from time import perf_counter
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from core.database import EVERY_COMPANY, narrow, reading
from core.errors import CrmError, NotPermitted
from core.i18n import Translator, translator
from core.local_time import now_in
from core.operations import Door, Operation, Outcome
from core.pace import note_page
from core.people.devices import Device, device, note_seen
from core.performing import perform
from core.policy import Viewer
from core.reader import Reader
from core.recents import note_opened
from core.viewers import viewer_of
from core.waiting import how_many_wait
from pwa.forms import Form, read_form
from pwa.frame import frame
from pwa.made_for import outlives_session, require_made_for
from pwa.portable.rendering import render
from pwa.session import SignedOut, came_from, secret_of, tell_on_next_page, to_tell, was_told, wished_locale
from pwa.toasts import toast_of

View = Mapping[str, Any]

TIMED: Final[set[str]] = set()
"""The codes that pages are timed under; `page_names` has their words."""
_ASK_NO_MORE: Final = 286
"""What htmx takes as the end of what it asks for again and again."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A signed-in person's request."""

    request: Request
    device: Device
    viewer: Viewer
    locale: str
    now: datetime
    """In the viewer's time zone."""
    waiting: int
    """So many things wait for the viewer's decision."""

    @property
    def translate(self) -> Translator:
        return translator(self.locale, "pwa")

    @property
    def reader(self) -> Reader:
        """Whom lists and searches are read for."""
        return Reader(self.viewer, self.translate, self.now)

    @property
    def wants_fragment(self) -> bool:
        return "hx-request" in self.request.headers

    def wants_only(self, part: str) -> bool:
        """Whether a script asks for one part of the page, by its id: not when it brings back the page of a history."""
        headers = self.request.headers
        return headers.get("hx-target") == part and "hx-history-restore-request" not in headers

    def query(self, name: str) -> str:
        """A parameter of the address; empty when there is none."""
        return self.request.query_params.get(name, "").replace("\x00", "")[:500]

    def path_id(self, name: str = "id") -> str:
        """The id in the address."""
        return str(self.request.path_params[name])

    def opened(self, kind: str, record_id: str) -> None:
        """Keeps that the person has this record before them: it is offered first in a search."""
        note_opened(self.viewer.company_id, self.viewer.user_id, kind, record_id)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A session on the company, for what is read after something was written."""
        async with reading(self.viewer.company_id) as session:
            yield session

    async def perform(self, name: str, payload: Mapping[str, Any], operation_id: str) -> Outcome:
        """Does an operation as this person, through the pages' door."""
        wish = Operation(name, payload, id=operation_id, door=Door.PAGE)
        return await perform(wish, self.viewer.company_id, self.viewer.user_id)

    async def page(
        self, session: AsyncSession, template: str, view: View, *, place: str | None = None, status: int = 200,
        beside: View | None = None,
    ) -> Response:  # fmt: skip
        """A whole page; what was done just before is told on it once, `beside` in any case."""
        done = None if self.wants_fragment else to_tell(self.request)
        toast = await toast_of(session, self, done) if done else None
        response = self.fragment(template, {"frame": frame(self, place, toast), **view}, status=status, beside=beside)
        if done:
            was_told(self.request, response)
        return response

    def fragment(self, template: str, view: View, *, status: int = 200, beside: View | None = None) -> Response:
        """A template by itself; `beside`: the toast that travels with it."""
        html = render(template, dict(view), self.locale, self.now)
        if beside is not None:
            html += render("layouts/_toast_beside.html", {"toast": beside}, self.locale, self.now)
        return HTMLResponse(html, status, headers={"Vary": "HX-Request, Cookie, Accept-Language"})

    def go(self, outcome: Outcome | None, path: str) -> Response:
        """On to a page after something was done (303), which then tells what it was."""
        response = RedirectResponse(path, 303)
        if outcome is not None:
            tell_on_next_page(self.request, response, outcome.operation_id)
        return response

    def go_back(self, outcome: Outcome | None, default: str) -> Response:
        """Back to the page that the form was sent from."""
        return self.go(outcome, came_from(self.request, default))


def to_edit(record: View) -> View:
    """The record, where its viewer may edit it. Raises `NotPermitted`: no form for what would be refused."""
    if not record["may_edit"]:
        raise NotPermitted
    return record


Read = Callable[[Visit, AsyncSession], Awaitable[Response]]
Write = Callable[[Visit, Form], Awaitable[Response]]
Endpoint = Callable[[Request], Awaitable[Response]]


def reads(handler: Read) -> Endpoint:
    """An endpoint for who is signed in that reads: one session as of one moment, for who it is and for the page."""
    name = _name_of(handler)

    @wraps(handler)
    async def endpoint(request: Request) -> Response:
        async with reading(EVERY_COMPANY) as session:
            visit = await _visit(request, session)
            with _timed(visit, name):
                response = await handler(visit, session)
        await note_seen(visit.device)
        return response

    return endpoint


def reads_beside(handler: Read) -> Endpoint:
    """The same for what a page asks for by itself: signed out, who writes is neither told so nor led away."""
    endpoint = reads(handler)

    @wraps(handler)
    async def quiet(request: Request) -> Response:
        try:
            return await endpoint(request)
        except SignedOut:
            if not outlives_session(request):
                raise
            return Response(status_code=_ASK_NO_MORE, headers={"HX-Reswap": "none"})

    return quiet


def writes(handler: Write) -> Endpoint:
    """An endpoint for who is signed in that takes a form. Nothing is being read while its operation writes."""
    name = _name_of(handler)

    @wraps(handler)
    async def endpoint(request: Request) -> Response:
        async with reading(EVERY_COMPANY) as session:
            visit = await _visit(request, session)
        require_made_for(request, visit.viewer)
        form = await read_form(request)
        with _timed(visit, name):
            return await handler(visit, form)

    return endpoint


@contextmanager
def _timed(visit: Visit, name: str) -> Iterator[None]:
    """Counts how long it takes, and whether it fails by our own fault."""
    began = perf_counter()
    try:
        yield
    except Exception as error:
        note_page(visit.viewer.company_id, name, began, failed=not isinstance(error, CrmError | HTTPException))
        raise
    note_page(visit.viewer.company_id, name, began)


def _name_of(handler: Callable[..., object]) -> str:
    """`accounts.show`."""
    name = f"{handler.__module__.rpartition('.')[2]}.{handler.__name__}"
    TIMED.add(name)
    return name


async def _visit(request: Request, session: AsyncSession) -> Visit:
    secret = secret_of(request)
    found = await device(session, secret) if secret else None
    if found is None:
        raise SignedOut
    narrow(session, found.company_id)
    viewer = await viewer_of(session, found.company_id, found.user_id, found.rights)
    locale = found.locale or wished_locale(request)
    waiting = await how_many_wait(session, viewer, found.at_most_wait)
    visit = Visit(request, found, viewer, locale, now_in(viewer.timezone), waiting)
    request.state.visit = visit
    return visit
