"""Contacts in QR codes: vCard 2.1 to 4.0 and MECARD."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import phonenumbers

from core.customers.cards.card import Address, Card, Phone, PhoneKind
from core.customers.cards.emails import find_emails
from core.customers.cards.names import split_name
from core.customers.cards.phones import kind_of
from core.customers.cards.places import country_code
from core.customers.cards.websites import SOCIAL

_EMAIL = re.compile(r"[^@\s<>,;:]{1,64}@[^@\s<>,;:]+\.[^@\s<>,;:.]{2,}")


@dataclass(frozen=True, slots=True)
class Property:
    name: str
    types: frozenset[str]
    value: str

    def parts(self) -> list[str]:
        """The components between unescaped semicolons."""
        return [_plain(part) for part in re.split(r"(?<!\\);", self.value)]


def parse_vcard(text: str, default_region: str = "ES") -> Card | None:
    """The contact in a vCard or MECARD, or None where `text` holds neither, or nobody's name.

    `default_region` (ISO) is for numbers without a country code.
    """
    properties = list(_properties(text))
    given, family, full = _name(properties)
    if not full:
        return None
    phones = [phone for one in properties if one.name == "TEL" and (phone := _phone(one, default_region))]
    emails = [email for one in properties if one.name == "EMAIL" for email in _emails(_plain(one.value))]
    card = Card(
        given=given,
        family=family,
        full_name=full,
        job_title=_first(properties, "TITLE") or _first(properties, "ROLE"),
        company=_first(properties, "ORG"),
        emails=tuple(dict.fromkeys(emails)),
        phones=tuple(dict.fromkeys(phones)),
        website=_website(properties),
        address=_address(properties),
    )
    return replace(card, confidences=_certain(card))


def completed(coded: Card, printed: Card) -> Card:
    """The coded contact with the printed fields that the code leaves out; code and print may not differ in silence."""
    filled = replace(
        coded,
        job_title=coded.job_title or printed.job_title,
        company=coded.company or printed.company,
        emails=coded.emails or printed.emails,
        phones=coded.phones or printed.phones,
        website=coded.website or printed.website,
        address=coded.address or printed.address,
        tax_id=coded.tax_id or printed.tax_id,
    )
    confidences = {**printed.confidences, **coded.confidences}
    doubts = tuple(doubt for doubt in printed.doubts if doubt.field not in coded.confidences)
    return replace(filled, confidences=confidences, doubts=doubts)


def _properties(text: str) -> Iterator[Property]:
    text = text.strip()
    if text.upper().startswith("MECARD:"):
        yield from _mecard(text[7:])
    elif text.upper().startswith("BEGIN:VCARD"):
        for line in _unfolded(text):
            head, colon, value = line.partition(":")
            if colon:
                yield _property(head, value)


def _unfolded(text: str) -> list[str]:
    text = re.sub(r"=\r?\n", "", text)  # quoted-printable's soft breaks
    return re.sub(r"\r?\n[ \t]", "", text).splitlines()


def _property(head: str, value: str) -> Property:
    name, *parameters = head.upper().split(";")
    types = {word for parameter in parameters for word in parameter.removeprefix("TYPE=").strip('"').split(",")}
    if any("QUOTED-PRINTABLE" in parameter for parameter in parameters):
        value = quopri.decodestring(value.encode()).decode("utf-8", "replace")
    return Property(name.rpartition(".")[2], frozenset(types), value.strip())


def _mecard(text: str) -> Iterator[Property]:
    for field in re.split(r"(?<!\\);", text):
        name, colon, value = field.partition(":")
        if not colon:
            continue
        name = name.strip().upper()
        if name == "N":
            value = value.replace(",", ";", 1)
        elif name == "ADR":
            value = ";;" + value.replace(",", ";") if value.count(",") >= 4 else ";;" + value
        yield Property(name, frozenset(), value.strip())


def _plain(value: str) -> str:
    value = re.sub(r"\\[nN]", " ", value)
    return re.sub(r"\s+", " ", re.sub(r"\\([,;:\\])", r"\1", value)).strip()


def _name(properties: list[Property]) -> tuple[str | None, str | None, str]:
    structured = next((one.parts() for one in properties if one.name == "N" and one.value.strip("; ")), None)
    full = _first(properties, "FN")
    if structured:
        family, given, middle = ([*structured, "", "", ""])[:3]
        given = " ".join(part for part in (given, middle) if part)
        if given and family:
            return given, family, f"{given} {family}"
        full = full or given or family
    if not full:
        return None, None, ""
    name = split_name(full, None)
    return name.given, name.family, name.full


def _first(properties: list[Property], name: str) -> str | None:
    return next((value for one in properties if one.name == name and (value := one.parts()[0])), None)


def _emails(value: str) -> list[str]:
    """As it is coded; what is none as it stands may hold some."""
    given = value.removeprefix("mailto:").lower()
    return [given] if _EMAIL.fullmatch(given) else [found.value for found in find_emails(value)]


def _phone(one: Property, default_region: str) -> Phone | None:
    printed = _plain(one.value).removeprefix("tel:")
    try:
        number = phonenumbers.parse(printed, default_region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return Phone(e164, _kind(one.types, number), number.extension)


def _kind(types: frozenset[str], number: phonenumbers.PhoneNumber) -> PhoneKind:
    is_mobile = bool(types & {"CELL", "MOBILE", "IPHONE"})
    return kind_of(number, "fax" if "FAX" in types else "mobile" if is_mobile else None)


def _website(properties: list[Property]) -> str | None:
    for one in properties:
        if one.name == "URL":
            site = re.sub(r"^https?://", "", _plain(one.value), flags=re.IGNORECASE).rstrip("/").lower()
            if site and site.removeprefix("www.").split(".")[0] not in SOCIAL:
                return site
    return None


def _address(properties: list[Property]) -> Address | None:
    for one in properties:
        if one.name == "ADR":
            box, more, street, city, _region, postcode, country = ([*one.parts(), *[""] * 7])[:7]
            lines = ", ".join(part for part in (street, more, box) if part)
            if lines or city or postcode:
                code = country_code(country) or (country.upper() if len(country) == 2 else None)
                return Address(lines or None, postcode or None, city or None, code)
    return None


def _certain(card: Card) -> dict[str, float]:
    values = {"name": card.full_name, "job_title": card.job_title, "company": card.company, "emails": card.emails,
              "phones": card.phones, "website": card.website, "address": card.address}  # fmt: skip
    return {field: 1.0 for field, value in values.items() if value}
