"""What a person shows besides a password, or instead of one: the tables. They are a user's, not a company's."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.records import Id, UtcDateTime, new_id


class SecondFactor(Base):
    """The secret that a person's phone makes codes from (TOTP)."""

    __tablename__ = "second_factors"

    user_id: Mapped[str] = mapped_column(Id, ForeignKey("users.id"), primary_key=True)
    secret: Mapped[str] = mapped_column(String(64))
    """Base32; as it is, for codes are computed from it."""
    last_step: Mapped[int] = mapped_column(BigInteger, default=0)
    """The newest half minute whose code was used: no code is good twice."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """None: shown, but no code was seen yet; it is not asked for."""


class RecoveryCode(Base):
    """One of ten codes for the day on which the phone is lost."""

    __tablename__ = "recovery_codes"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    user_id: Mapped[str] = mapped_column(Id, ForeignKey("users.id"), index=True)
    digest: Mapped[str] = mapped_column(String(64))
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Passkey(Base):
    """The public half of a key that a phone, a computer or a stick keeps (WebAuthn)."""

    __tablename__ = "passkeys"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    user_id: Mapped[str] = mapped_column(Id, ForeignKey("users.id"), index=True)
    credential_id: Mapped[str] = mapped_column(String(1400), unique=True)
    """Base64 for addresses, as browsers send it."""
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(BigInteger, default=0)
    name: Mapped[str] = mapped_column(String(100))
    """What its owner calls it."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class PasskeyChallenge(Base):
    """What an authenticator is asked to sign: good once, for a few minutes."""

    __tablename__ = "passkey_challenges"

    challenge: Mapped[str] = mapped_column(String(100), primary_key=True)
    """Base64 for addresses."""
    user_id: Mapped[str | None] = mapped_column(Id, ForeignKey("users.id"))
    """Whose new passkey it is for; None: for signing in."""
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
