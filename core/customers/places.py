"""How to reach and where to find an account or a contact: numbers as they are read, addresses on a map."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

import phonenumbers
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.countries import country_name
from core.customers.models import Account, Address, Contact, Phone
from core.i18n import N_, Translator
from core.policy import Sight, Viewer, visible
from core.prepared import Statement, prepared, value

View = dict[str, Any]

PHONE_LABELS = {
    "mobile": N_("mobile"),
    "office": N_("office"),
    "home": N_("home"),
    "fax": N_("fax"),
}
EMAIL_LABELS = {
    "work": N_("work"),
    "home": N_("personal"),
}
ADDRESS_LABELS = {
    "visit": N_("visits"),
    "billing": N_("billing"),
    "delivery": N_("delivery"),
}
_SEARCH = "https://www.openstreetmap.org/search?query="
_POINT = "https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=17/{0}/{1}"
_DIRECTIONS = "https://www.google.com/maps/dir/?api=1&destination="
"""Of all such links the one that iPhones and Android phones both hand to a program that guides."""


async def phone_and_place(
    session: AsyncSession, viewer: Viewer, account: Mapping[str, Any] | None, contact: Mapping[str, Any] | None
) -> View:
    """The number to call (the contact's, else the account's), the address to go to, and the way: each None if unknown.

    Two queries; nothing of an account or a contact that the viewer does not see.
    """
    phone = await _number(session, viewer, "contact", contact["id"]) if contact else None
    if phone is None and account:
        phone = await _number(session, viewer, "account", account["id"])
    place = await _place(session, viewer, account["id"]) if account else None
    return {
        "phone": phone,
        "directions": directions_to(place) if place else None,
        "place": shown_address(place) if place else None,
    }


def shown_number(number: str, country: str, extension: str | None = None) -> str:
    """`+34961234567` as people there read it: `961 23 45 67`; with its country code from abroad."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    home = phonenumbers.country_code_for_region(country) == parsed.country_code
    form = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    shown = phonenumbers.format_number(parsed, form)
    return f"{shown} · {extension}" if extension else shown


def callable_number(number: str) -> str:
    """`+34961234567` → `+34 961 23 45 67`: as a chat program knows it for a number and offers to call it."""
    try:
        return phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    except phonenumbers.NumberParseException:
        return number


def written_number(phone: Mapping[str, Any], country: str) -> str:
    """A phone as one writes it into a form, to be read again as the same."""
    number = shown_number(phone["number"], country)
    return f"{number} ext. {phone['extension']}" if phone["extension"] else number


def shown_address(address: Mapping[str, Any], home: str = "", locale: str = "") -> str:
    """Street, postcode, city and region in one line; with the country, where that is not `home`."""
    city = " ".join(filter(None, [address["postcode"], address["city"]]))
    region = address["region"] if address["region"].casefold() != address["city"].casefold() else ""
    abroad = home and address["country"] not in ("", home)
    country = country_name(address["country"], locale) if abroad else ""
    return ", ".join(filter(None, [address["street"], city, region, country]))


def map_of(address: Mapping[str, Any]) -> str | None:
    """A link to the address on a map: to its point, where that is known, else to what a search for it finds."""
    if point := _point(address):
        return _POINT.format(*point)
    words = _words(address)
    return _SEARCH + quote(words) if words else None


def directions_to(address: Mapping[str, Any]) -> str | None:
    """A link that guides there from where one is: the phone's own map program takes it, a browser elsewhere."""
    point = _point(address)
    destination = "{},{}".format(*point) if point else _words(address)
    return _DIRECTIONS + quote(destination) if destination else None


def _point(address: Mapping[str, Any]) -> tuple[Any, Any] | None:
    point = address["latitude"], address["longitude"]
    return point if None not in point else None


def _words(address: Mapping[str, Any]) -> str:
    """As a map's search is asked, in any country."""
    country = country_name(address["country"], "en") if address["country"] else ""
    return ", ".join(filter(None, [shown_address(address), country]))


def label(labels: Mapping[str, str], key: str, translate: Translator) -> str:
    """A label in words; one that is not ours as it was written."""
    return translate(labels[key]) if key in labels else key


def place_to_go(addresses: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The address of visits, else any."""
    return next((one for one in addresses if one["label"] == "visit"), addresses[0] if addresses else None)


async def _number(session: AsyncSession, viewer: Viewer, of: str, record_id: str) -> str | None:
    number: str | None = (await _first_phone(session, viewer, of, of=record_id)).scalar_one_or_none()
    return number


@prepared
def _first_phone(sight: Sight, of: str) -> Statement:
    model: Any = Contact if of == "contact" else Account
    column = Phone.contact_id if of == "contact" else Phone.account_id
    statement = (
        select(Phone.number)
        .join(model, (model.company_id == Phone.company_id) & (model.id == column))
        .where(column == value("of"), Phone.label != "fax")
        .order_by(Phone.label != "mobile", Phone.created_at, Phone.id)
        .limit(1)
    )
    return visible(statement, sight, model)


async def _place(session: AsyncSession, viewer: Viewer, account_id: str) -> Mapping[str, Any] | None:
    return place_to_go([dict(row) for row in (await _addresses(session, viewer, account=account_id)).mappings()])


@prepared
def _addresses(sight: Sight) -> Statement:
    statement = (
        select(
            Address.label, Address.street, Address.postcode, Address.city, Address.region, Address.country,
            Address.latitude, Address.longitude,
        )
        .join(Account, (Account.company_id == Address.company_id) & (Account.id == Address.account_id))
        .where(Address.account_id == value("account"))
        .order_by(Address.created_at, Address.id)
    )  # fmt: skip
    return visible(statement, sight, Account)
