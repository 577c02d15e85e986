"""Getting in: passwords, one-use tickets, sessions. Not operations: this belongs to a person, not to a company."""

import asyncio
import hashlib
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.database import EVERY_COMPANY, insert_into, reading, transaction
from core.errors import CodeNeeded, Expired, SignInFailed, TooMany, invalid
from core.i18n import N_
from core.payloads import cleaned
from core.people.credentials import SecondFactor
from core.people.models import Company, Membership, RateCounter, Ticket, User, UserSession
from core.records import new_id
from core.viewers import lets_people_in

SESSION_DAYS: Final = 60
SHORTEST_PASSWORD: Final = 10
_TRIES = 8
_WINDOW = timedelta(minutes=10)
_hasher = PasswordHasher()


class Purpose(StrEnum):
    INVITATION = "invitation"
    RESET = "reset"
    CHAT = "chat"
    """`/start CODE` ties a chat to the user."""
    OPEN = "open"
    """A link from the chat that opens the pages signed in."""
    SECOND_STEP = "second_step"
    """The password was right; the code from the phone is still to come."""


LIFETIMES: Final[Mapping[Purpose, timedelta]] = {
    Purpose.INVITATION: timedelta(days=7),
    Purpose.RESET: timedelta(hours=2),
    Purpose.CHAT: timedelta(minutes=10),
    Purpose.OPEN: timedelta(minutes=5),
    Purpose.SECOND_STEP: timedelta(minutes=5),
}
_SEVERAL_AT_ONCE = frozenset({Purpose.OPEN, Purpose.SECOND_STEP})

_FOR_A_PASSWORD = frozenset({Purpose.INVITATION, Purpose.RESET})


async def sign_in(email: str, password: str, device: str, address: str) -> str:
    """A new session's secret for the cookie. Raises `SignInFailed`, or `TooMany` after eight tries in ten minutes.

    Tries are counted by e-mail and by the address that they come from. Raises `CodeNeeded` where the person has a
    second factor.
    """
    email = str(cleaned(email)).strip().lower()[:320]
    await count_try(f"sign-in:{email}", _TRIES)
    await count_try(f"sign-in-from:{address}", _TRIES * 5)
    async with reading(EVERY_COMPANY) as session:
        user = await session.scalar(select(User).where(User.email == email, User.disabled_at.is_(None)))
    # In a thread and outside the transaction: it takes long on purpose, and nobody should wait for it.
    fits = await asyncio.to_thread(_fits, user.password_hash if user else None, password)
    if not fits or user is None:
        raise SignInFailed
    async with transaction(EVERY_COMPANY) as session:
        await forget_tries(session, f"sign-in:{email}")
        if _hasher.check_needs_rehash(user.password_hash or ""):
            hashed = _hasher.hash(_bytes(password))
            await session.execute(update(User).where(User.id == user.id).values(password_hash=hashed))
        entry = await _enter(session, user.id, device)
    return _entered(entry)


async def check_password(user_id: str, password: str) -> None:
    """Whether this is the password of somebody who is signed in. Raises `Invalid` on `password`, or `TooMany`."""
    await count_try(f"password-of:{user_id}", _TRIES)
    async with reading(EVERY_COMPANY) as session:
        kept = await session.scalar(select(User.password_hash).where(User.id == user_id))
    if not await asyncio.to_thread(_fits, kept, password):
        raise invalid("password", N_("That is not your password."))


async def count_try(key: str, most: int, window: timedelta = _WINDOW) -> None:
    """Counts a try; raises `TooMany` with the seconds to wait when there were more than `most` in the window."""
    now, key = datetime.now(UTC), _counter_key(key)
    async with transaction(EVERY_COMPANY) as session:
        first = insert_into(session, RateCounter).values(key=key, window_ends_at=now + window, count=0)
        await session.execute(first.on_conflict_do_nothing())
        counter = await session.get_one(RateCounter, key, with_for_update=True)
        if counter.window_ends_at <= now:
            counter.window_ends_at, counter.count = now + window, 0
        counter.count += 1
        seconds, count = int((counter.window_ends_at - now).total_seconds()) + 1, counter.count
    if count > most:
        raise TooMany(seconds=seconds)


async def forget_tries(session: AsyncSession, key: str) -> None:
    """It was the right person after all: the next slip is the first."""
    await session.execute(delete(RateCounter).where(RateCounter.key == _counter_key(key)))


async def sign_out(session_id: str, user_id: str) -> None:
    """Ends one of the user's sessions."""
    async with transaction(EVERY_COMPANY) as session:
        await session.execute(delete(UserSession).where(UserSession.id == session_id, UserSession.user_id == user_id))


async def companies_of(session: AsyncSession, user_id: str) -> list[tuple[str, str]]:
    """The companies where the user is at work: (id, name), by name. Needs a session over every company."""
    found = await session.execute(
        select(Company.id, Company.name)
        .join(Membership, Membership.company_id == Company.id)
        .where(Membership.user_id == user_id, Membership.disabled_at.is_(None), lets_people_in())
        .order_by(Company.name)
    )
    return [(row.id, row.name) for row in found]


async def choose_company(session_id: str, user_id: str, company_id: str) -> None:
    """The device works in another of its user's companies from now on. Raises `Expired` for any other company."""
    async with transaction(EVERY_COMPANY) as session:
        if company_id not in dict(await companies_of(session, user_id)):
            raise Expired(N_("You do not work in that company."))
        await session.execute(
            update(UserSession)
            .where(UserSession.id == session_id, UserSession.user_id == user_id)
            .values(company_id=company_id)
        )


async def new_ticket(purpose: Purpose, user_id: str, facts: Mapping[str, Any] | None = None) -> str:
    """A one-use secret for a link or code, good as long as its purpose says; at most 43 characters of `[A-Za-z0-9_-]`.

    A new invitation, reset or chat code makes the user's earlier ones of that purpose worthless.
    """
    async with transaction(EVERY_COMPANY) as session:
        return await _add_ticket(session, purpose, user_id, facts)


async def look_at_ticket(session: AsyncSession, purpose: Purpose, secret: str, *, lock: bool = False) -> Ticket:
    """The ticket, without spending it (a link preview does no harm). Raises `Expired`."""
    statement = select(Ticket).where(Ticket.digest == digest(secret), Ticket.purpose == purpose.value)
    ticket: Ticket | None = await session.scalar(statement.with_for_update() if lock else statement)
    if ticket is None or ticket.used_at is not None or ticket.expires_at <= datetime.now(UTC):
        raise Expired
    # A link that a company's admin made sets no password of who has come to another company since.
    made_by = ticket.facts.get("company_id") if purpose in _FOR_A_PASSWORD else None
    if made_by is not None and await is_elsewhere(session, ticket.user_id, made_by):
        raise Expired
    return ticket


async def spend_ticket(session: AsyncSession, purpose: Purpose, secret: str) -> Ticket:
    """The ticket, used up with this. Raises `Expired` for a used, old or unknown one."""
    ticket = await look_at_ticket(session, purpose, secret, lock=True)
    ticket.used_at = datetime.now(UTC)
    return ticket


async def was_spent_by(session: AsyncSession, user_id: str, secret: str) -> bool:
    """Whether this was a ticket of the user's that is used up."""
    found = await session.scalar(
        select(Ticket.id).where(Ticket.digest == digest(secret), Ticket.user_id == user_id, Ticket.used_at.is_not(None))
    )
    return found is not None


async def set_password(purpose: Purpose, secret: str, password: str, device: str) -> str:
    """Spends an invitation or reset: sets the password, ends all other sessions, gives a new session's secret.

    Raises `CodeNeeded` where the person has a second factor: a link in a mailbox does not stand for the phone.
    """
    if len(password) < SHORTEST_PASSWORD:
        raise invalid("password", N_("A password needs at least {n} characters."), n=SHORTEST_PASSWORD)
    async with transaction(EVERY_COMPANY) as session:
        ticket = await spend_ticket(session, purpose, secret)
        hashed = _hasher.hash(_bytes(password))
        await session.execute(update(User).where(User.id == ticket.user_id).values(password_hash=hashed))
        await session.execute(delete(UserSession).where(UserSession.user_id == ticket.user_id))
        entry = await _enter(session, ticket.user_id, device)
    return _entered(entry)


async def is_elsewhere(session: AsyncSession, user_id: str, company_id: str) -> bool:
    """Whether the user is, or was, a member of another company than this: then its admins set no password."""
    # Columns alone, so that the session does not add its company.
    members = Membership.__table__.c
    found = await session.execute(
        select(members.user_id).where(members.user_id == user_id, members.company_id != company_id).limit(1)
    )
    return found.first() is not None


async def open_from_chat(secret: str, device: str) -> tuple[str, dict[str, Any]]:
    """Spends a link from the chat: a new session's secret, and what the link was for (`path`)."""
    async with transaction(EVERY_COMPANY) as session:
        ticket = await spend_ticket(session, Purpose.OPEN, secret)
        company_id = ticket.facts.get("company_id")
        return await open_session(session, ticket.user_id, device, company_id), dict(ticket.facts)


async def give_password(user_ids: list[str], password: str) -> None:
    """Sets the same password for several without a ticket: the operator's, for the demo."""
    hashed = _hasher.hash(_bytes(password))
    async with transaction(EVERY_COMPANY) as session:
        await session.execute(update(User).where(User.id.in_(user_ids)).values(password_hash=hashed))


def digest(secret: str) -> str:
    """What is kept of a secret: it is long and random, so that a plain SHA-256 is enough."""
    return hashlib.sha256(secret[:200].encode(errors="replace")).hexdigest()


async def open_session(session: AsyncSession, user_id: str, device: str, company_id: str | None = None) -> str:
    """A new session's secret for who has shown who he or she is. Raises `SignInFailed` for who works nowhere."""
    companies = await companies_of(session, user_id)
    if not companies:
        raise SignInFailed(N_("You are not a member of any company here any more."))
    secret, now = secrets.token_urlsafe(32), datetime.now(UTC)
    ids = [known for known, _ in companies]
    session.add(
        UserSession(
            id=new_id(),
            digest=digest(secret),
            user_id=user_id,
            company_id=company_id if company_id in ids else ids[0],
            created_at=now,
            seen_at=now,
            expires_at=now + timedelta(days=SESSION_DAYS),
            device=str(cleaned(device))[:300],
        )
    )
    return secret


async def _enter(session: AsyncSession, user_id: str, device: str) -> str | CodeNeeded:
    """What a right password leads to: a session, or its second half."""
    asked = select(SecondFactor.user_id).where(SecondFactor.user_id == user_id, SecondFactor.confirmed_at.is_not(None))
    if await session.scalar(asked) is None:
        return await open_session(session, user_id, device)
    return CodeNeeded(await _add_ticket(session, Purpose.SECOND_STEP, user_id))


def _entered(entry: str | CodeNeeded) -> str:
    """Said when all is written: an error in the middle would take it back."""
    if isinstance(entry, CodeNeeded):
        raise entry
    return entry


async def _add_ticket(
    session: AsyncSession, purpose: Purpose, user_id: str, facts: Mapping[str, Any] | None = None
) -> str:
    secret = secrets.token_urlsafe(24)
    if purpose not in _SEVERAL_AT_ONCE:
        await session.execute(
            delete(Ticket).where(Ticket.user_id == user_id, Ticket.purpose == purpose.value, Ticket.used_at.is_(None))
        )
    session.add(
        Ticket(
            digest=digest(secret),
            purpose=purpose.value,
            user_id=user_id,
            facts=dict(facts or {}),
            expires_at=datetime.now(UTC) + LIFETIMES[purpose],
        )
    )
    return secret


def _fits(password_hash: str | None, password: str) -> bool:
    try:
        return _hasher.verify(password_hash or _no_password(), _bytes(password)) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _no_password() -> str:
    """Checked when there is no such user, so that the time taken does not tell."""
    return _hasher.hash(secrets.token_hex(16))


def _bytes(password: str) -> bytes:
    return password[:1000].encode(errors="surrogatepass")


def _counter_key(key: str) -> str:
    return str(cleaned(key))[:200]
