"""The types that payloads are made of, and what is wrong with one, in words."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from email_validator import SPECIAL_USE_DOMAIN_NAMES, EmailNotValidError, ValidatedEmail, validate_email
from email_validator.rfc_constants import EMAIL_MAX_LENGTH
from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from core.errors import CrmError, invalid
from core.folding import fold
from core.i18n import N_

# A firm's own network may have addresses that the world cannot reach: ana@firm.local.
SPECIAL_USE_DOMAIN_NAMES.clear()


def _uuid(value: Any) -> str:
    try:
        return str(UUID(str(value)))
    except ValueError:
        raise PydanticCustomError("id", "not an id") from None


def _no_control_characters(value: str) -> str:
    # NUL is refused by PostgreSQL and lone surrogates by both databases; neither is ever meant.
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]", "", value)


def _one_line(value: str) -> str:
    return " ".join(_no_control_characters(value).split())


def _each_once(words: list[str]) -> list[str]:
    """However they are written, by their first writing."""
    once: dict[str, str] = {}
    for word in words:
        once.setdefault(fold(word), word)
    return list(once.values())


def _email(value: str) -> str:
    """RFC 5321's lengths: 64 before the @, 255 after it, 320 with it."""
    address = value.strip()
    local, _, domain = address.rpartition("@")
    if not local or len(local) > 64 or len(domain) > 255:  # noqa: PLR2004
        raise PydanticCustomError("email", "not an e-mail address")
    try:
        if len(address) <= EMAIL_MAX_LENGTH:
            return _checked(address).normalized
        # The library stops at what one mail server may name to another; a longer one is checked piece by piece.
        labels = [_checked(f"a@{label}.example").domain.removesuffix(".example") for label in domain.split(".")]
        return f"{_checked(f'{local}@a.example').local_part}@{'.'.join(labels)}"
    except EmailNotValidError:
        raise PydanticCustomError("email", "not an e-mail address") from None


def _country(value: str) -> str:
    if not re.fullmatch(r"[A-Z]{2}", value):
        raise PydanticCustomError("country", "not a country")
    return value


def _checked(address: str) -> ValidatedEmail:
    return validate_email(address, check_deliverability=False, strict=False)


def cleaned(value: Any) -> Any:
    """The value as JSON has it, every text in it without what no database takes and nobody means."""
    if isinstance(value, str):
        return _no_control_characters(value)
    if isinstance(value, Mapping):
        return {cleaned(name): cleaned(item) for name, item in value.items()}
    return [cleaned(item) for item in value] if isinstance(value, list) else value


def an_id(text: str) -> str:
    """An id as a person gave it, in its usual form. Raises `Invalid`."""
    try:
        return _uuid(text)
    except PydanticCustomError:
        raise invalid("id", N_("That is not an id.")) from None


def an_email(text: str) -> str:
    """An e-mail address as a person gave it, in its usual form. Raises `Invalid`."""
    try:
        return _email(text)
    except PydanticCustomError:
        raise invalid("email", N_("That is not an e-mail address.")) from None


IdField = Annotated[str, BeforeValidator(_uuid)]
Clean = AfterValidator(_no_control_characters)
Line = Annotated[str, AfterValidator(_one_line), StringConstraints(max_length=200)]
"""Up to 200 characters on one line; empty is allowed."""
Name = Annotated[str, AfterValidator(_one_line), Field(min_length=1, max_length=200)]
ShortName = Annotated[str, AfterValidator(_one_line), Field(min_length=1, max_length=100)]
ShortLine = Annotated[str, AfterValidator(_one_line), StringConstraints(max_length=100)]
Tags = Annotated[list[Annotated[str, AfterValidator(_one_line), Field(min_length=1, max_length=40)]],
                 Field(max_length=20), AfterValidator(_each_once)]  # fmt: skip
TaxId = Annotated[str, AfterValidator(_one_line), StringConstraints(max_length=40)]
LONGEST_TEXT = 20_000
Text = Annotated[str, Clean, StringConstraints(max_length=LONGEST_TEXT)]
EmailAddress = Annotated[str, Field(max_length=320), AfterValidator(_email)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Country = Annotated[str, AfterValidator(_country)]
"""ISO 3166, two letters."""
Cents = Annotated[int, Field(ge=0, le=10**13)]
"""Money in the currency's smallest unit; sums of a thousand of the largest, weighted, still fit in 64 bits."""
Minutes = Annotated[int, Field(ge=0, le=60 * 24 * 14)]
Revision = Annotated[int, Field(ge=0, le=2**31 - 1)]
"""The revision of a record that an edit was made on."""
Day = Annotated[date, Field(ge=date(1970, 1, 1), le=date(2200, 12, 31))]
Moment = Annotated[
    AwareDatetime,
    Field(
        ge=datetime.fromisoformat("1970-01-01T00:00:00+00:00"),
        le=datetime.fromisoformat("2200-12-31T00:00:00+00:00"),
    ),
]

_MESSAGES = {
    "missing": N_("This is needed."),
    "string_too_short": N_("This is needed."),
    "string_too_long": N_("This is too long: at most {max_length} characters."),
    "too_short": N_("This is needed."),
    "too_long": N_("This is too long: at most {max_length} characters."),
    "extra_forbidden": N_("There is no such field."),
    "email": N_("That is not an e-mail address."),
    "phone": N_("That is not a phone number."),
    "id": N_("That is not an id."),
    "country": N_("That is not a country."),
    "greater_than_equal": N_("This is too small."),
    "less_than_equal": N_("This is too large."),
    "enum": N_("That is not one of the choices."),
    "literal_error": N_("That is not one of the choices."),
}


def explain(error: ValidationError) -> dict[str, CrmError]:
    """Field → what is wrong with it."""
    explained: dict[str, CrmError] = {}
    for item in error.errors(include_url=False, include_input=False):
        field = ".".join(str(step) for step in item["loc"]) or "payload"
        message = _MESSAGES.get(item["type"], N_("That cannot be taken as it is."))
        explained[field[:200]] = CrmError(message, **item.get("ctx", {}))
    return explained
