"""The second factor: a code that the person's phone shows (TOTP, RFC 6238), or one of ten for the day it is lost.

Set up in two steps, so that nobody is shut out by a secret that no phone has: shown, and on once a code of it was seen.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.database import EVERY_COMPANY, insert_into, reading, transaction
from core.errors import Conflict, Expired, SignInFailed, invalid
from core.i18n import N_
from core.people.credentials import Passkey, RecoveryCode, SecondFactor
from core.people.models import User, UserSession
from core.people.sign_in import (
    Purpose,
    check_password,
    count_try,
    digest,
    forget_tries,
    look_at_ticket,
    open_session,
    spend_ticket,
)

ISSUER: Final = "Ronda"
STEP_SECONDS: Final = 30
RECOVERY_CODES: Final = 10
_TRIES = 6
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are taken for others."""
_NOT_THAT_CODE = N_("That is not the code. Each works once, and they change every half minute: try the next one.")


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What the phone is to learn."""

    secret: str
    address: str
    """`otpauth://…`, as a QR code."""


async def enrol(user_id: str) -> None:
    """A new secret, shown until a code of it is seen. Raises `Conflict` where the second factor is on already."""
    import pyotp  # noqa: PLC0415 - few processes and few requests need it

    now = datetime.now(UTC)
    values = {"secret": pyotp.random_base32(), "last_step": 0, "created_at": now, "confirmed_at": None}
    async with transaction(EVERY_COMPANY) as session:
        line = insert_into(session, SecondFactor).values(user_id=user_id, **values)
        line = line.on_conflict_do_update(
            index_elements=["user_id"], set_=values, where=SecondFactor.confirmed_at.is_(None)
        )
        if (await session.execute(line.returning(SecondFactor.user_id))).first() is None:
            raise Conflict(N_("Your second factor is on already."))


async def enrolment(session: AsyncSession, user_id: str) -> Enrolment | None:
    """What is being set up, if anything is."""
    import pyotp  # noqa: PLC0415

    row = (
        await session.execute(
            select(SecondFactor.secret, User.email)
            .join(User, User.id == SecondFactor.user_id)
            .where(SecondFactor.user_id == user_id, SecondFactor.confirmed_at.is_(None))
        )
    ).one_or_none()
    if row is None:
        return None
    return Enrolment(row.secret, pyotp.TOTP(row.secret).provisioning_uri(name=row.email, issuer_name=ISSUER))


async def confirm(user_id: str, code: str) -> list[str]:
    """Turns the second factor on, for a code of the secret; gives the recovery codes, which nobody can show again.

    Raises `Invalid` on `code`, `Expired` where nothing is being set up, `TooMany`.
    """
    await count_try(f"second-factor:{user_id}", _TRIES)
    async with transaction(EVERY_COMPANY) as session:
        factor = await session.get(SecondFactor, user_id, with_for_update=True)
        if factor is None or factor.confirmed_at is not None:
            raise Expired
        step = _step_of(factor.secret, code)
        if step is None:
            raise invalid("code", _NOT_THAT_CODE)
        factor.confirmed_at, factor.last_step = datetime.now(UTC), step
        return await _new_recovery_codes(session, user_id)


async def finish_sign_in(step: str, code: str, device: str) -> str:
    """The second half of signing in: a new session's secret, for the ticket of the first and a code.

    Raises `SignInFailed`, `TooMany` after six tries in ten minutes, `Expired` five minutes after the password.
    """
    async with reading(EVERY_COMPANY) as session:
        user_id = (await look_at_ticket(session, Purpose.SECOND_STEP, step)).user_id
    await count_try(f"second-factor:{user_id}", _TRIES)
    async with transaction(EVERY_COMPANY) as session:
        await spend_ticket(session, Purpose.SECOND_STEP, step)
        if not (await _takes_code(session, user_id, code) or await _takes_recovery_code(session, user_id, code)):
            raise SignInFailed(_NOT_THAT_CODE)
        await forget_tries(session, f"second-factor:{user_id}")
        return await open_session(session, user_id, device)


async def new_recovery_codes(user_id: str, password: str) -> list[str]:
    """Ten new ones in place of the old. Raises `Invalid` on `password`, `Expired` where there is no second factor."""
    await check_password(user_id, password)
    async with transaction(EVERY_COMPANY) as session:
        if not (await state(session, user_id))["is_on"]:
            raise Expired
        return await _new_recovery_codes(session, user_id)


async def turn_off(user_id: str, password: str) -> None:
    """The password alone is enough from now on. Raises `Invalid` on `password`."""
    await check_password(user_id, password)
    async with transaction(EVERY_COMPANY) as session:
        await _forget(session, user_id)


async def forget_everything(user_id: str) -> None:
    """The operator's, for who has lost the phone: no second factor, no passkey, signed in nowhere."""
    async with transaction(EVERY_COMPANY) as session:
        await _forget(session, user_id)
        await session.execute(delete(Passkey).where(Passkey.user_id == user_id))
        await session.execute(delete(UserSession).where(UserSession.user_id == user_id))


async def state(session: AsyncSession, user_id: str) -> dict[str, Any]:
    """`is_on`, since when (`on_since`), and how many recovery codes are left (`codes_left`)."""
    since = await session.scalar(select(SecondFactor.confirmed_at).where(SecondFactor.user_id == user_id))
    left = await session.scalar(
        select(func.count()).where(RecoveryCode.user_id == user_id, RecoveryCode.used_at.is_(None))
    )
    return {"is_on": since is not None, "on_since": since, "codes_left": left or 0}


async def _takes_code(session: AsyncSession, user_id: str, code: str) -> bool:
    factor = await session.get(SecondFactor, user_id, with_for_update=True)
    if factor is None or factor.confirmed_at is None:
        return False
    step = _step_of(factor.secret, code)
    if step is None or step <= factor.last_step:
        return False
    factor.last_step = step
    return True


async def _takes_recovery_code(session: AsyncSession, user_id: str, code: str) -> bool:
    used = (
        update(RecoveryCode)
        .where(
            RecoveryCode.user_id == user_id,
            RecoveryCode.digest == digest(_plain(code)),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=datetime.now(UTC))
        .returning(RecoveryCode.id)
    )
    return (await session.execute(used)).first() is not None


def _step_of(secret: str, code: str) -> int | None:
    """The half minute – this one, the one before, the one after – whose code it is."""
    import pyotp  # noqa: PLC0415

    given = _plain(code).encode()
    now = int(datetime.now(UTC).timestamp()) // STEP_SECONDS
    codes = pyotp.TOTP(secret, interval=STEP_SECONDS)
    fits = [step for step in (now - 1, now, now + 1) if hmac.compare_digest(codes.generate_otp(step).encode(), given)]
    return fits[0] if fits else None


async def _new_recovery_codes(session: AsyncSession, user_id: str) -> list[str]:
    await session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user_id))
    codes = ["".join(secrets.choice(_LETTERS) for _ in range(16)) for _ in range(RECOVERY_CODES)]
    session.add_all(RecoveryCode(user_id=user_id, digest=digest(code)) for code in codes)
    return ["-".join(code[start : start + 4] for start in range(0, 16, 4)) for code in codes]


async def _forget(session: AsyncSession, user_id: str) -> None:
    for table in (RecoveryCode, SecondFactor):
        await session.execute(delete(table).where(table.user_id == user_id))


def _plain(code: str) -> str:
    """As people type it: with spaces, dashes, capitals."""
    return "".join(code[:100].split()).replace("-", "").lower()
