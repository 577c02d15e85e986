"""Phones, e-mails and addresses of an account or a contact: added, changed and removed with it.

Two people's edits meet as those of a record do, but that both values of a conflict stand in the list at once: what two
gave one phone are two phones. What one removed and another changed stays, changed.
"""

from enum import StrEnum
from typing import Annotated, Any

import phonenumbers
from pydantic import Field

from core.customers.models import Account, Address, Contact, Email, Phone
from core.errors import NotFound, invalid
from core.events import newest_of, removal_of
from core.i18n import N_
from core.merge import weigh
from core.operations import Payload
from core.payloads import Country, EmailAddress, IdField, Line, Revision, ShortLine
from core.work import Work


class PhoneLabel(StrEnum):
    MOBILE = "mobile"
    OFFICE = "office"
    HOME = "home"
    FAX = "fax"


class AddressLabel(StrEnum):
    BILLING = "billing"
    DELIVERY = "delivery"
    VISIT = "visit"


class ChannelGiven(Payload):
    """With an `id`: one that is there, `removed`, or changed in what is given; without: a new one."""

    id: IdField | None = None
    base: Revision | None = None
    """The revision that it was seen at."""
    removed: bool = False

    @property
    def is_new(self) -> bool:
        return self.id is None

    def has(self, name: str) -> bool:
        """Whether the field is given, or a new one's, which has them all."""
        return self.is_new or name in self.model_fields_set


class PhoneGiven(ChannelGiven):
    number: Annotated[str, Field(max_length=40)] = ""
    """As people write it; without a country code it is read as the company's country's."""
    label: PhoneLabel = PhoneLabel.OFFICE


class EmailGiven(ChannelGiven):
    address: EmailAddress | None = None
    label: ShortLine = "work"


class AddressGiven(ChannelGiven):
    label: AddressLabel = AddressLabel.VISIT
    street: Line = ""
    postcode: Annotated[str, Field(max_length=20)] = ""
    city: ShortLine = ""
    region: ShortLine = ""
    country: Country | None = None
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None


class Channels(Payload):
    """The part of a payload that says how to reach somebody."""

    phones: Annotated[list[PhoneGiven], Field(max_length=30)] = []
    emails: Annotated[list[EmailGiven], Field(max_length=30)] = []
    addresses: Annotated[list[AddressGiven], Field(max_length=30)] = []


async def keep_channels(work: Work, of: Account | Contact, given: Channels) -> None:
    """Adds, changes and removes what the payload says."""
    for position, phone in enumerate(given.phones):
        values: dict[str, Any] = {"label": phone.label.value} if phone.has("label") else {}
        if phone.has("number") and not phone.removed:
            number, extension = e164(phone.number, work.viewer.country, f"phones.{position}.number")
            values |= {"number": number, "extension": extension}
        await _keep(work, Phone, of, phone, values)
    for position, email in enumerate(given.emails):
        values = {"label": email.label[:10]} if email.has("label") else {}
        if email.has("address") and not email.removed:
            if email.address is None:
                raise invalid(f"emails.{position}.address", N_("This is needed."))
            values["address"] = email.address
        await _keep(work, Email, of, email, values)
    for address in given.addresses:
        values = address.model_dump(exclude={"id", "base", "removed"}, exclude_unset=not address.is_new, mode="json")
        if "country" in values:
            values["country"] = address.country or work.viewer.country
        await _keep(work, Address, of, address, values)


def e164(written: str, country: str, field: str = "number") -> tuple[str, str | None]:
    """A number as people write it → (E.164, extension or None). Raises `Invalid` on `field`."""
    try:
        number = phonenumbers.parse(written, country)
    except phonenumbers.NumberParseException:
        raise invalid(field, N_("That is not a phone number.")) from None
    if not phonenumbers.is_possible_number(number):
        raise invalid(field, N_("That is not a phone number."))
    return (
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        (number.extension or None) and str(number.extension)[:10],
    )


async def _keep(
    work: Work,
    model: type[Phone | Email | Address],
    of: Account | Contact,
    given: ChannelGiven,
    values: dict[str, Any],
) -> None:
    owner = {"account_id": of.id} if isinstance(of, Account) else {"contact_id": of.id}
    if given.id is None:
        if not given.removed:
            await work.add(model(**owner, **values))
        return
    channel: Any = await work.load(model, given.id)
    if channel is None:
        await _keep_what_another_removed(work, model, owner, given, values)
    elif of.id not in (channel.account_id, channel.contact_id):
        raise NotFound
    elif given.removed:
        if not await _was_changed_by_another(work, channel, given.base):
            await work.remove(channel)
    else:
        weighed = await weigh(work, channel, values, given.base)
        if weighed.conflicting:
            await work.add(model(**owner, **{**_values(channel), **values}))
        else:
            work.change(channel, **weighed.settled, **_no_longer_there(channel, weighed.settled))


async def _keep_what_another_removed(
    work: Work, model: type[Phone | Email | Address], owner: dict[str, str], given: ChannelGiven, values: dict[str, Any]
) -> None:
    removal = await removal_of(work.session, str(given.id))
    last = {name: before for name, (before, _) in removal.difference.items()} if removal else {}
    if removal is None or owner.items() - last.items() or removal.subject_kind != model.kind:
        raise NotFound
    if not given.removed and any(last.get(name) != value for name, value in values.items()):
        kept = {name: last.get(name) for name in _fields(model)}
        await work.add(model(**owner, **{**kept, **values}))


async def _was_changed_by_another(work: Work, channel: Any, base: int | None) -> bool:
    if base is None or base >= channel.revision:
        return False
    return any(event.user_id != work.viewer.user_id for event in await newest_of(work.session, channel.id, base))


def _no_longer_there(channel: Any, values: dict[str, Any]) -> dict[str, None]:
    """A place on the map is not that of another street or town."""
    words = ("street", "postcode", "city", "region", "country")
    place = {name for name in words if values.get(name, "") != getattr(channel, name, "")}
    return {name: None for name in ("latitude", "longitude") if place & values.keys() and name not in values}


def _values(channel: Any) -> dict[str, Any]:
    return {name: getattr(channel, name) for name in _fields(type(channel))}


def _fields(model: type[Phone | Email | Address]) -> list[str]:
    """What a channel says, without whose it is and how it is kept."""
    kept = {"id", "company_id", "account_id", "contact_id", "revision", "created_at"}
    return [column.key for column in model.__mapper__.column_attrs if column.key not in kept]
