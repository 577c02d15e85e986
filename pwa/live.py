"""Live pages: what changed in a company is told at once to whoever looks at it and may see it.

One poller a process asks for the last numbers twice a second, and only while somebody listens; so that it does not
matter which process or machine the change came in at.
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from weakref import WeakKeyDictionary

import anyio
from sqlalchemy.exc import SQLAlchemyError
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.responses import Response

from core.changes import Change, changes_since, last_numbers
from core.database import EVERY_COMPANY, narrow, reading
from core.people.devices import devices_by_ids
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


@dataclass(frozen=True, slots=True)
class Looker:
    """Who looks at a page, with the rights of this moment, and how much waits for them."""

    viewer: Viewer
    waiting: int


@dataclass(frozen=True, slots=True)
class Word:
    """What an open page is told: up to which number, what, and to whom."""

    number: int
    changes: Told
    looker: Looker


class End:
    """The last word."""


@dataclass(eq=False, slots=True)
class Listener:
    """One open page."""

    session_id: str
    company_id: str
    waiting: "asyncio.Queue[Word | End]" = field(default_factory=lambda: asyncio.Queue(_MOST_WAITING))

    def tell(self, number: int, changes: Told, looker: Looker | None) -> None:
        """Leaves word, which is the last if nobody looks any more.

        A page that does not keep up is told to read everything again.
        """
        if looker is None:
            self.end()
            return
        if self.waiting.full():
            while not self.waiting.empty():
                self.waiting.get_nowait()
            changes = None
        self.waiting.put_nowait(Word(number, changes, looker))

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
        listeners = [one for one in self.listeners if one.company_id == company_id]
        lookers = await _lookers(company_id, {one.session_id for one in listeners})
        for listener in listeners:
            listener.tell(number, changes, lookers.get(listener.session_id))


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
            if (event := _event(word)) is not None:
                yield event
            if word.looker.waiting != waiting:
                waiting = word.looker.waiting
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
        listener.tell(missed[-1].number if missed else number, missed, await _looker(listener))


async def _next_word(listener: Listener) -> Word | End:
    """What is told next; after a while of silence, who looks."""
    try:
        return await asyncio.wait_for(listener.waiting.get(), STILL_SIGNED_IN_SECONDS)
    except TimeoutError:
        looker = await _looker(listener)
        return Word(0, (), looker) if looker else End()


async def _looker(listener: Listener) -> Looker | None:
    return (await _lookers(listener.company_id, {listener.session_id})).get(listener.session_id)


async def _lookers(company_id: str, session_ids: Collection[str]) -> dict[str, Looker]:
    """Session → who looks, of the devices that are still signed in and at work in the company."""
    async with reading(EVERY_COMPANY) as session:
        devices = await devices_by_ids(session, session_ids)
        narrow(session, company_id)
        found = {}
        for session_id, device in devices.items():
            if device.company_id == company_id:
                viewer = await viewer_of(session, company_id, device.user_id, device.rights)
                found[session_id] = Looker(viewer, await how_many_wait(session, viewer, device.at_most_wait))
        return found


def _badge(visit: Visit, waiting: int) -> str:
    """How much waits, as it stands beside “More”."""
    return render("layouts/_waiting.html", {"waiting": waiting}, visit.locale, visit.now).strip()


def _event(word: Word) -> ServerSentEvent | None:
    """The event for one page: what the changes that its reader may know of concern."""
    if word.changes is None:
        return ServerSentEvent(event="changed", id=str(word.number), data=json.dumps({"much": True}))
    told = (change.topics for change in word.changes if change.may_be_told_to(word.looker.viewer))
    topics = frozenset[str]().union(*told)
    if not topics:
        return None
    return ServerSentEvent(event="changed", id=str(word.number), data=json.dumps({"topics": sorted(topics)}))


def _feed() -> Feed:
    return _feeds.setdefault(asyncio.get_running_loop(), Feed())
