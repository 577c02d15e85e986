"""Live pages: what changed in a company is told at once to whoever looks at it and may see it.

One poller a process asks for the last numbers twice a second, and only while somebody listens; so that it does not
matter which process or machine the change came in at.
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from weakref import WeakKeyDictionary

import anyio
from sqlalchemy.exc import SQLAlchemyError
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.responses import Response

from core.changes import Change, changes_since, last_numbers
from core.database import EVERY_COMPANY, narrow, reading
from core.people.devices import device_by_id
from core.policy import Viewer
from core.viewers import viewer_of
from core.waiting import how_many_wait
from pwa.addresses import number_of
from pwa.portable.rendering import render
from pwa.visit import Visit, reads

_log = logging.getLogger(__name__)

EVERY_SECONDS: Final = 0.5
STILL_SIGNED_IN_SECONDS: Final = 15
_MOST_WAITING: Final = 100

Told = Sequence[Change] | None
"""None: more than can be told one by one."""
Word = tuple[int, Told]
"""Up to which number, and what."""


class End:
    """The last word."""


@dataclass(eq=False, slots=True)
class Listener:
    """One open page."""

    session_id: str
    company_id: str
    waiting: "asyncio.Queue[Word | End]" = field(default_factory=lambda: asyncio.Queue(_MOST_WAITING))

    def tell(self, number: int, changes: Told) -> None:
        """Leaves word; a page that does not keep up is told to read everything again."""
        if self.waiting.full():
            while not self.waiting.empty():
                self.waiting.get_nowait()
            changes = None
        self.waiting.put_nowait((number, changes))

    def end(self) -> None:
        """Ends the page's stream."""
        if self.waiting.full():
            self.waiting.get_nowait()
        self.waiting.put_nowait(End())


@dataclass(slots=True)
class Feed:
    """Who listens in this process, and the poller that serves them."""

    listeners: set[Listener] = field(default_factory=set)
    numbers: dict[str, int] = field(default_factory=dict)
    """Company → the number up to which its listeners were told."""
    poller: "asyncio.Task[None] | None" = None

    def join(self, listener: Listener, number: int) -> None:
        """From now on the listener is told what comes after `number`, or after what the others know."""
        self.listeners.add(listener)
        self.numbers.setdefault(listener.company_id, number)
        if self.poller is None or self.poller.done():
            self.poller = asyncio.create_task(self._poll())

    def leave(self, listener: Listener) -> None:
        """The poller rests when nobody is left."""
        self.listeners.discard(listener)
        if not any(other.company_id == listener.company_id for other in self.listeners):
            self.numbers.pop(listener.company_id, None)

    async def _poll(self) -> None:
        while self.listeners:
            await asyncio.sleep(EVERY_SECONDS)
            try:
                async with reading(EVERY_COMPANY) as session:
                    last = await last_numbers(session, {listener.company_id for listener in self.listeners})
                for company_id, number in last.items():
                    await self._tell(company_id, number)
            except SQLAlchemyError:  # the database is away for a moment; the next round tells what was missed
                _log.exception("The feed could not be read")

    async def _tell(self, company_id: str, number: int) -> None:
        known = self.numbers.get(company_id)
        if known is None or number <= known:
            return
        async with reading(company_id) as session:
            changes = await changes_since(session, known)
        if changes:
            number = max(number, changes[-1].number)
        if company_id in self.numbers:
            self.numbers[company_id] = number
        for listener in [one for one in self.listeners if one.company_id == company_id]:
            listener.tell(number, changes)


_feeds: WeakKeyDictionary[asyncio.AbstractEventLoop, Feed] = WeakKeyDictionary()


def end_streams(session_id: str) -> None:
    """Ends the open pages of a device that is signed out."""
    for listener in list(_feed().listeners):
        if listener.session_id == session_id:
            listener.end()


@reads
async def live(visit: Visit, _session: Any) -> Response:
    """The stream of what changes, from `since` (or where the browser's last one broke off)."""
    since = visit.request.headers.get("last-event-id") or visit.query("since")
    asked = number_of(since, 14)
    number = visit.device.last_event if asked is None else asked
    stopping = anyio.Event()
    return EventSourceResponse(
        _stream(visit, number, stopping),
        ping=STILL_SIGNED_IN_SECONDS,
        headers={"Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'"},
        shutdown_event=stopping,
        shutdown_grace_period=1,
    )


async def _stream(visit: Visit, number: int, stopping: anyio.Event) -> AsyncIterator[ServerSentEvent]:
    listener = Listener(visit.device.session_id, visit.viewer.company_id)
    ending = asyncio.create_task(_end_with_the_process(listener, stopping))
    feed = _feed()
    feed.join(listener, visit.device.last_event)
    waiting = visit.waiting
    try:
        await _catch_up(listener, number)
        while not isinstance(word := await _next_word(listener), End):
            present = await _present(visit)
            if present is None:
                return
            viewer, now_waiting = present
            if word is not None and (event := _event(*word, viewer)) is not None:
                yield event
            if now_waiting != waiting:
                waiting = now_waiting
                yield ServerSentEvent(event="waiting", data=_badge(visit, waiting))
    finally:
        ending.cancel()
        feed.leave(listener)


async def _end_with_the_process(listener: Listener, stopping: anyio.Event) -> None:
    await stopping.wait()
    listener.end()


async def _catch_up(listener: Listener, number: int) -> None:
    """Tells what happened between the page and its stream."""
    async with reading(listener.company_id) as session:
        missed = await changes_since(session, number)
    if missed is None or missed:
        listener.tell(missed[-1].number if missed else number, missed)


async def _next_word(listener: Listener) -> Word | End | None:
    """What is told next; None after a while of silence."""
    try:
        return await asyncio.wait_for(listener.waiting.get(), STILL_SIGNED_IN_SECONDS)
    except TimeoutError:
        return None


async def _present(visit: Visit) -> tuple[Viewer, int] | None:
    """The person with the rights of this moment, and how much waits for them; None once the device is signed out or
    works elsewhere."""
    async with reading(EVERY_COMPANY) as session:
        found = await device_by_id(session, visit.device.session_id)
        if found is None or found.company_id != visit.viewer.company_id:
            return None
        narrow(session, found.company_id)
        viewer = await viewer_of(session, found.company_id, found.user_id, found.rights)
        return viewer, await how_many_wait(session, viewer, found.at_most_wait)


def _badge(visit: Visit, waiting: int) -> str:
    """How much waits, as it stands beside “More”."""
    return render("layouts/_waiting.html", {"waiting": waiting}, visit.locale, visit.now).strip()


def _event(number: int, changes: Told, viewer: Viewer) -> ServerSentEvent | None:
    """The event for one page: what the changes that this person may know of concern."""
    if changes is None:
        return ServerSentEvent(event="changed", id=str(number), data=json.dumps({"much": True}))
    topics = frozenset[str]().union(*(one.topics for one in changes if one.may_be_told_to(viewer)))
    if not topics:
        return None
    return ServerSentEvent(event="changed", id=str(number), data=json.dumps({"topics": sorted(topics)}))


def _feed() -> Feed:
    return _feeds.setdefault(asyncio.get_running_loop(), Feed())
