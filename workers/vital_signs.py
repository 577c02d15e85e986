"""How a running installation is: what waits, failed, is full or slow, and when it was last backed up."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import Any

from redis import Redis
from redis.exceptions import RedisError
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from core import health
from core.database import EVERY_COMPANY, reading
from core.documents.stores import open_store
from core.records import new_id
from core.settings import Settings, UnusableSetting
from workers.finding import Check, Finding
from workers.relay import ACTORS

OLDEST_BACKUP = timedelta(days=7)
_UNKNOWN = Finding("missing", "unknown without the database")
_PROBE = b"ronda doctor"


async def documents(chosen: Settings) -> Finding:
    """Whether the documents' store takes a file, gives it back, and forgets it."""
    try:
        kept = open_store(chosen.store_url)
        key = f"doctor/{new_id()}"
        await kept.put(key, _PROBE)
        fits = await kept.get(key) == _PROBE
        await kept.delete(key)
    except UnusableSetting as error:
        return Finding("missing", str(error))
    except OSError as error:
        advice = "Look at STORE_URL, at its keys, and at the server."
        return Finding("missing", f"not kept: {str(error) or type(error).__name__}", advice)
    return Finding("OK", kept.where()) if fits else Finding("missing", f"{kept.where()} gives back something else")


def _of_the_database(check: Callable[[AsyncSession, datetime], Awaitable[Finding]]) -> Check:
    @wraps(check)
    async def look(_: Settings) -> Finding:
        try:
            async with reading(EVERY_COMPANY) as session:
                return await check(session, datetime.now(UTC))
        except SQLAlchemyError:
            return _UNKNOWN

    return look


@_of_the_database
async def size(session: AsyncSession, _: datetime) -> Finding:
    """How much there is."""
    files = await health.kept_documents(session)
    database = await health.database_bytes(session)
    return Finding("OK", f"database {_megabytes(database)}, {files['count']} documents {_megabytes(files['bytes'])}")


@_of_the_database
async def messages(session: AsyncSession, now: datetime) -> Finding:
    """What goes out: what waits too long, and what was given up after all tries."""
    return _traffic(await health.outgoing(session, now), now, "Are the clock, the worker and the bot running?")


@_of_the_database
async def updates(session: AsyncSession, now: datetime) -> Finding:
    """What comes in from the chat."""
    return _traffic(await health.incoming(session), now, "Is the bot running?")


@_of_the_database
async def bot(session: AsyncSession, now: datetime) -> Finding:
    """Whether a bot is at work: it renews its lease all the time."""
    held = [one for one in await health.leases(session) if one["name"].startswith("bot:") and one["until"] > now]
    if held:
        return Finding("OK", f"held by {held[0]['holder']}")
    return Finding("wanting", "no bot is running: the chat does not answer", "`ronda up` starts it.")


@_of_the_database
async def digests(session: AsyncSession, _: datetime) -> Finding:
    """When the digests were last posted."""
    last = await health.last_digests(session)
    return Finding("OK", f"last on {last['day']}, to {last['people']}" if last["day"] else "none so far")


@_of_the_database
async def backup(session: AsyncSession, now: datetime) -> Finding:
    """When `ronda backup` last succeeded."""
    made = await health.last_backup(session)
    advice = "`ronda backup FILE`, every night."
    if made is None:
        return Finding("wanting", "none so far", advice)
    text = f"last {_ago(now - made)} ago"
    return Finding("OK", text) if now - made < OLDEST_BACKUP else Finding("wanting", text, advice)


@_of_the_database
async def pages(session: AsyncSession, now: datetime) -> Finding:
    """Pages that were slow or failed in the last week."""
    found = await health.slow_pages(session, now)
    return _pace(found, any(page["failed"] for page in found), "Its process's log says why a page failed.")


@_of_the_database
async def statements(session: AsyncSession, now: datetime) -> Finding:
    """Statements to the database that were slow in the last week."""
    return _pace(await health.slow_statements(session, now), False, "")


async def queue(chosen: Settings) -> Finding:
    """How much lies in the worker's queues, and in what it gave up."""
    names = sorted({name for name, _ in ACTORS.values()})
    try:
        with Redis.from_url(chosen.broker_url, socket_timeout=2, socket_connect_timeout=2) as server:
            lengths: dict[str, Any] = {name: server.llen(f"dramatiq:{name}") for name in names}
            dead = sum(int(server.zcard(f"dramatiq:{name}.XQ")) for name in names)
    except RedisError:
        return Finding("missing", "unknown without the broker")
    text = ", ".join(f"{name} {length}" for name, length in lengths.items())
    return Finding("wanting", f"{text}; {dead} given up", "The worker's log says why.") if dead else Finding("OK", text)


VITAL_SIGNS: dict[str, Check] = {
    "documents": documents,
    "size": size,
    "bot": bot,
    "messages": messages,
    "updates": updates,
    "queue": queue,
    "digests": digests,
    "backup": backup,
    "pages": pages,
    "statements": statements,
}


def _traffic(facts: health.Facts, now: datetime, who: str) -> Finding:
    oldest = now - facts["since"] if facts["since"] else timedelta()
    text = f"{facts['waiting']} wait" + (f", the oldest for {_ago(oldest)}" if facts["waiting"] else "")
    text += f"; {facts['failed']} failed" if facts["failed"] else "; none failed"
    if oldest > health.LATE:
        return Finding("wanting", text, who)
    return Finding("wanting", text, "`ronda failed` lists them.") if facts["failed"] else Finding("OK", text)


def _pace(found: Iterable[health.Facts], amiss: bool, advice: str) -> Finding:
    lines = [
        f"{one['name']}: {one['slow']} of {one['times']} slow, longest {one['longest']} ms"
        + (f", {one['failed']} failed" if one["failed"] else "")
        for one in found
    ]
    text = "; ".join(lines[:3]) + (f"; and {len(lines) - 3} more" if len(lines) > 3 else "")  # noqa: PLR2004
    return Finding("wanting" if amiss else "OK", text or "none was slow in the last week", advice if amiss else "")


def _ago(span: timedelta) -> str:
    for unit, seconds in (("days", 86400), ("hours", 3600), ("minutes", 60)):
        if span.total_seconds() >= 2 * seconds:
            return f"{int(span.total_seconds() // seconds)} {unit}"
    return f"{int(span.total_seconds())} seconds"


def _megabytes(number: int) -> str:
    return f"{number / 1e6:.1f} MB"
