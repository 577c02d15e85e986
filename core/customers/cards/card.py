"""What a card says: one contact, each field with how sure we are of it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

PhoneKind = Literal["mobile", "office", "fax"]

FIELDS = ("name", "job_title", "company", "emails", "phones", "website", "address", "tax_id")
"""The keys of `Card.confidences` and what a `Doubt` is about, in the order in which people check them."""


@dataclass(frozen=True, slots=True)
class Phone:
    e164: str
    kind: PhoneKind
    extension: str | None = None


@dataclass(frozen=True, slots=True)
class Address:
    street: str | None = None
    postcode: str | None = None
    city: str | None = None
    country: str | None = None
    """ISO 3166, two letters; printed, or concluded from phones, domain and postcode."""
    district: str | None = None
    """A quarter that stands in a line of its own, as the Mexican colonia does."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One value that a person should look at before it is used."""

    field: str
    """One of `FIELDS`."""
    value: str = ""
    """As the card has it, the one of several phones or e-mails; empty where print was seen and could not be read."""
    others: tuple[str, ...] = ()
    """What it may be instead, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Card:
    """One person's card. Nothing in it is guessed: what is not on the card is None or empty."""

    given: str | None = None
    family: str | None = None
    full_name: str | None = None
    job_title: str | None = None
    company: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()
    website: str | None = None
    address: Address | None = None
    tax_id: str | None = None
    confidences: Mapping[str, float] = field(default_factory=dict)
    """From 0 to 1 for each field of `FIELDS` that has a value."""
    doubts: tuple[Doubt, ...] = ()
    """What a person is asked about, in the order of `FIELDS`."""

    @property
    def doubtful(self) -> tuple[str, ...]:
        """The fields in doubt, each once."""
        return tuple(dict.fromkeys(doubt.field for doubt in self.doubts))

    def as_json(self) -> dict[str, object]:
        """Plain dicts, lists, strings and numbers."""
        plain = asdict(self)
        plain.update(emails=list(self.emails), confidences=dict(self.confidences))
        plain["phones"] = [asdict(phone) for phone in self.phones]
        plain["doubts"] = [asdict(doubt) | {"others": list(doubt.others)} for doubt in self.doubts]
        return plain

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> "Card":
        """The inverse of `as_json`."""
        values = dict(plain)
        values["emails"] = tuple(values["emails"])
        values["phones"] = tuple(Phone(**phone) for phone in values["phones"])
        values["address"] = Address(**values["address"]) if values["address"] else None
        values["doubts"] = tuple(Doubt(**doubt | {"others": tuple(doubt["others"])}) for doubt in values["doubts"])
        return cls(**values)
