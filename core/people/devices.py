"""Signed-in devices: who holds one now, the list of one's own, ending one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.database import EVERY_COMPANY, transaction
from core.people.models import Company, CompanyCounter, Membership, User, UserSession
from core.people.sign_in import digest
from core.prepared import Statement, among, prepared, value
from core.viewers import RIGHTS, Revisions, demos_come_in, lets_people_in
from core.waiting import at_most_wait

SEEN_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Device:
    """A signed-in device of a member, the user's choices, and how far the history of the company has come."""

    session_id: str
    user_id: str
    company_id: str
    locale: str | None
    theme: str
    came_at: datetime
    """When the user came to this installation."""
    seen_at: datetime
    last_event: int
    at_most_wait: int
    """No more things wait for the user in that company (see `core.waiting`)."""
    rights: Revisions


async def device(session: AsyncSession, secret: str) -> Device | None:
    """Whose device holds this secret, if it is still signed in. Needs a session over every company."""
    rows = await _device(session, None, demos_come_in(), digest=digest(secret), now=datetime.now(UTC))
    row = rows.one_or_none()
    return None if row is None else _as_device(row)


async def devices_by_ids(session: AsyncSession, session_ids: Iterable[str]) -> dict[str, Device]:
    """The devices of these sessions that are still signed in, by session. Needs a session over every company."""
    wanted = sorted(session_ids)
    rows = await _devices(session, None, demos_come_in(), wanted=wanted, now=datetime.now(UTC))
    return {row.session_id: _as_device(row) for row in rows}


async def note_seen(found: Device) -> None:
    """Keeps when the device was last used, to the hour."""
    now = datetime.now(UTC)
    if now - found.seen_at < SEEN_EVERY:
        return
    async with transaction(EVERY_COMPANY) as session:
        await session.execute(update(UserSession).where(UserSession.id == found.session_id).values(seen_at=now))


async def devices_of(session: AsyncSession, user_id: str) -> list[dict[str, Any]]:
    """The user's signed-in devices, the last used first: id, device (as the browser calls itself), since, seen."""
    rows = await session.execute(
        select(UserSession.id, UserSession.device, UserSession.created_at, UserSession.seen_at)
        .where(UserSession.user_id == user_id, UserSession.expires_at > datetime.now(UTC))
        .order_by(UserSession.seen_at.desc())
        .limit(50)
    )
    return [dict(row) for row in rows.mappings()]


async def end_others(found: Device) -> None:
    """Signs the user's other devices out."""
    async with transaction(EVERY_COMPANY) as session:
        await session.execute(
            delete(UserSession).where(UserSession.user_id == found.user_id, UserSession.id != found.session_id)
        )


def _as_device(row: Any) -> Device:
    facts = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's own name
    return Device(rights=tuple(facts.pop(one.key) for one in RIGHTS), **facts)


@prepared
def _device(demos: bool) -> Statement:
    return _signed_in(demos).where(UserSession.digest == value("digest"))


@prepared
def _devices(demos: bool) -> Statement:
    return _signed_in(demos).where(among(UserSession.id, "wanted"))


def _signed_in(demos: bool) -> Select[*tuple[Any, ...]]:
    return (
        select(
            UserSession.id.label("session_id"), UserSession.user_id,
            UserSession.company_id, User.locale, User.theme, User.created_at.label("came_at"),
            UserSession.seen_at, CompanyCounter.last_event,
            at_most_wait(UserSession.company_id, UserSession.user_id).label("at_most_wait"), *RIGHTS,
        )
        .join(User, User.id == UserSession.user_id)
        .join(Company, Company.id == UserSession.company_id)
        .join(Membership, (Membership.company_id == Company.id) & (Membership.user_id == User.id))
        .join(CompanyCounter, CompanyCounter.company_id == Company.id)
        .where(
            UserSession.expires_at > value("now"),
            User.disabled_at.is_(None), Membership.disabled_at.is_(None), lets_people_in(demos=demos),
        )
    )  # fmt: skip
