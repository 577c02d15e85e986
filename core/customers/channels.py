"""Phones, e-mails and addresses of an account or a contact: added, changed and removed with it."""

from enum import StrEnum
from typing import Annotated, Any

import phonenumbers
from pydantic import Field

from core.customers.models import Account, Address, Contact, Email, Phone
from core.errors import NotFound, invalid
from core.i18n import N_
from core.operations import Payload
from core.payloads import Country, EmailAddress, IdField, Line, ShortLine
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
    """With an `id`: one that is there, changed or `removed`; without: a new one."""

    id: IdField | None = None
    removed: bool = False


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
        values: dict[str, Any] = {"label": phone.label.value}
        if not phone.removed:
            number, extension = e164(phone.number, work.viewer.country, f"phones.{position}.number")
            values |= {"number": number, "extension": extension}
        await _keep(work, Phone, of, phone, values)
    for position, email in enumerate(given.emails):
        if email.address is None and not email.removed:
            raise invalid(f"emails.{position}.address", N_("This is needed."))
        await _keep(work, Email, of, email, {"address": email.address, "label": email.label[:10]})
    for address in given.addresses:
        values = address.model_dump(exclude={"id", "removed"}, mode="json")
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
    if given.id is None:
        if not given.removed:
            owner = {"account_id": of.id} if isinstance(of, Account) else {"contact_id": of.id}
            await work.add(model(**owner, **values))
        return
    channel = await work.load(model, given.id)
    if channel is None or of.id not in (channel.account_id, channel.contact_id):
        raise NotFound
    if given.removed:
        await work.remove(channel)
    else:
        work.change(channel, **values)
