"""Passkeys (WebAuthn): registered by who is signed in, then signed in by, without an e-mail or a password.

The authenticator verifies the person itself – finger, face, PIN –, so that a passkey is both factors in one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final, TypeVar
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.database import EVERY_COMPANY, reading, transaction
from core.errors import Conflict, CrmError, Invalid, NotFound, SignInFailed
from core.i18n import N_
from core.payloads import cleaned
from core.people.credentials import Passkey, PasskeyChallenge
from core.people.models import User
from core.people.sign_in import check_password, count_try, open_session
from core.records import new_id

RP_NAME: Final = "Ronda"
LIFETIME = timedelta(minutes=5)
MOST_PASSKEYS: Final = 20
LONGEST_NAME: Final = 100
_MOST_ASKED = 60
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Site:
    """Where the pages are, as authenticators see it: a passkey works there and nowhere else."""

    domain: str
    origin: str
    """Scheme, host, port."""


async def options_to_register(site: Site, user_id: str, password: str) -> str:
    """What the browser is to ask for a new passkey, as JSON; the password says that it is its owner who wants it.

    Raises `Invalid` on `password`, `Conflict` for who has too many.
    """
    from webauthn import generate_registration_options, options_to_json  # noqa: PLC0415 - few requests need it
    from webauthn.helpers import base64url_to_bytes  # noqa: PLC0415
    from webauthn.helpers.structs import (  # noqa: PLC0415
        AuthenticatorSelectionCriteria,
        PublicKeyCredentialDescriptor,
        ResidentKeyRequirement,
        UserVerificationRequirement,
    )

    await check_password(user_id, password)
    async with reading(EVERY_COMPANY) as session:
        user = (await session.execute(select(User.name, User.email).where(User.id == user_id))).one()
        known = list(await session.scalars(select(Passkey.credential_id).where(Passkey.user_id == user_id)))
    if len(known) >= MOST_PASSKEYS:
        raise Conflict(N_("You have as many passkeys as there may be. Remove one first."))
    options = generate_registration_options(
        rp_id=site.domain,
        rp_name=RP_NAME,
        user_id=UUID(user_id).bytes,
        user_name=user.email,
        user_display_name=user.name,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=base64url_to_bytes(one)) for one in known],
    )
    await _keep_challenge(options.challenge, user_id)
    return options_to_json(options)


async def register(site: Site, user_id: str, credential: str, name: str) -> None:
    """Keeps the passkey that the browser made. Raises `Invalid` for anything else, and for a challenge used or old."""
    from webauthn import verify_registration_response  # noqa: PLC0415
    from webauthn.helpers import bytes_to_base64url, parse_registration_credential_json  # noqa: PLC0415

    refusal = Invalid(N_("The passkey could not be saved. Nothing was changed: try again."))
    answer = _understood(lambda: parse_registration_credential_json(credential), refusal)
    challenge = await _spend_challenge(answer.response.client_data_json, user_id, refusal)
    verified = _understood(
        lambda: verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=site.domain,
            expected_origin=site.origin,
            require_user_verification=True,
        ),
        refusal,
    )
    known = bytes_to_base64url(verified.credential_id)
    async with transaction(EVERY_COMPANY) as session:
        if await session.scalar(select(Passkey.id).where(Passkey.credential_id == known)):
            raise refusal
        session.add(
            Passkey(
                id=new_id(),
                user_id=user_id,
                credential_id=known,
                public_key=verified.credential_public_key,
                sign_count=verified.sign_count,
                name=_name(name),
                created_at=datetime.now(UTC),
            )
        )


async def options_to_sign_in(site: Site, address: str) -> str:
    """What the browser is to ask for to sign in, whoever it is, as JSON. Raises `TooMany`."""
    from webauthn import generate_authentication_options, options_to_json  # noqa: PLC0415
    from webauthn.helpers.structs import UserVerificationRequirement  # noqa: PLC0415

    await count_try(f"passkey-from:{address}", _MOST_ASKED)
    options = generate_authentication_options(rp_id=site.domain, user_verification=UserVerificationRequirement.REQUIRED)
    await _keep_challenge(options.challenge, None)
    return options_to_json(options)


async def sign_in_by_passkey(site: Site, credential: str, device: str) -> str:
    """A new session's secret, for what a passkey has signed. Raises `SignInFailed`, whatever is wrong with it."""
    from webauthn import verify_authentication_response  # noqa: PLC0415
    from webauthn.helpers import bytes_to_base64url, parse_authentication_credential_json  # noqa: PLC0415

    refusal = SignInFailed(N_("That passkey does not open anything here. Sign in with your password."))
    answer = _understood(lambda: parse_authentication_credential_json(credential), refusal)
    challenge = await _spend_challenge(answer.response.client_data_json, None, refusal)
    async with transaction(EVERY_COMPANY) as session:
        passkey = await session.scalar(
            select(Passkey)
            .join(User, User.id == Passkey.user_id)
            .where(Passkey.credential_id == bytes_to_base64url(answer.raw_id), User.disabled_at.is_(None))
            .with_for_update(of=Passkey)
        )
        if passkey is None or answer.response.user_handle not in (None, UUID(passkey.user_id).bytes):
            raise refusal
        verified = _understood(
            lambda: verify_authentication_response(
                credential=answer,
                expected_challenge=challenge,
                expected_rp_id=site.domain,
                expected_origin=site.origin,
                credential_public_key=passkey.public_key,
                credential_current_sign_count=passkey.sign_count,
                require_user_verification=True,
            ),
            refusal,
        )
        passkey.sign_count, passkey.used_at = verified.new_sign_count, datetime.now(UTC)
        return await open_session(session, passkey.user_id, device)


async def passkeys_of(session: AsyncSession, user_id: str) -> list[dict[str, Any]]:
    """The user's passkeys, the newest first: id, name, created_at, used_at."""
    rows = await session.execute(
        select(Passkey.id, Passkey.name, Passkey.created_at, Passkey.used_at)
        .where(Passkey.user_id == user_id)
        .order_by(Passkey.created_at.desc())
    )
    return [dict(row) for row in rows.mappings()]


async def rename_passkey(user_id: str, passkey_id: str, name: str) -> None:
    """What its owner calls it from now on. Raises `NotFound` for one that is not the user's."""
    async with transaction(EVERY_COMPANY) as session:
        mine = update(Passkey).where(Passkey.id == passkey_id, Passkey.user_id == user_id).values(name=_name(name))
        if (await session.execute(mine.returning(Passkey.id))).first() is None:
            raise NotFound


async def remove_passkey(user_id: str, passkey_id: str) -> None:
    """It opens nothing any more. Raises `NotFound` for one that is not the user's."""
    async with transaction(EVERY_COMPANY) as session:
        mine = delete(Passkey).where(Passkey.id == passkey_id, Passkey.user_id == user_id)
        if (await session.execute(mine.returning(Passkey.id))).first() is None:
            raise NotFound


async def _keep_challenge(challenge: bytes, user_id: str | None) -> None:
    from webauthn.helpers import bytes_to_base64url  # noqa: PLC0415

    expires_at = datetime.now(UTC) + LIFETIME
    async with transaction(EVERY_COMPANY) as session:
        session.add(PasskeyChallenge(challenge=bytes_to_base64url(challenge), user_id=user_id, expires_at=expires_at))


async def _spend_challenge(client_data: bytes, user_id: str | None, refusal: CrmError) -> bytes:
    """The challenge that was signed, if it is one of ours: gone with this, whether the signature is right or not."""
    from webauthn.helpers import bytes_to_base64url, parse_client_data_json  # noqa: PLC0415

    challenge: bytes = _understood(lambda: parse_client_data_json(client_data).challenge, refusal)
    asked = delete(PasskeyChallenge).where(
        PasskeyChallenge.challenge == bytes_to_base64url(challenge)[:100],
        PasskeyChallenge.user_id == user_id,
        PasskeyChallenge.expires_at > datetime.now(UTC),
    )
    async with transaction(EVERY_COMPANY) as session:
        found = (await session.execute(asked.returning(PasskeyChallenge.challenge))).first()
    if found is None:
        raise refusal
    return challenge


def _understood(step: Callable[[], T], refusal: CrmError) -> T:
    """What the library makes of a stranger's bytes; whatever it stumbles over – JSON, CBOR, keys – is a refusal."""
    try:
        return step()
    except Exception as error:
        raise refusal from error


def _name(name: str) -> str:
    return " ".join(str(cleaned(name)).split())[:LONGEST_NAME] or RP_NAME
