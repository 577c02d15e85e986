"""A contact as a vCard 3.0 (RFC 2426), which every phone's address book takes."""

from collections.abc import Iterable
from typing import Any

from core.customers.countries import country_name

MEDIA_TYPE = "text/vcard"
_LONGEST = 75
"""Bytes of a line."""
_PHONES = {"mobile": "CELL", "office": "WORK,VOICE", "home": "HOME,VOICE", "fax": "WORK,FAX"}


def vcard(contact: dict[str, Any], locale: str) -> bytes:
    """The card of a contact as `contacts_by_id` gives it; names of countries in this language."""
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        _line("N", [contact["family_name"], contact["given_name"] or _given(contact), "", "", ""]),
        _line("FN", [contact["name"]]),
        *(_line("ORG", [place["name"]]) for place in contact["accounts"][:1]),
        *(_line("TITLE", [title]) for title in [contact["job_title"]] if title),
        *(_phone(phone) for phone in contact["phones"]),
        *(_line(f"EMAIL;TYPE=INTERNET,{_home_or_work(email)}", [email["address"]]) for email in contact["emails"]),
        *(_address(place, locale) for place in contact["addresses"]),
        *(_line("NOTE", [note]) for note in [contact["notes"]] if note),
        f"UID:urn:uuid:{contact['id']}",
        "END:VCARD",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _given(contact: dict[str, Any]) -> str:
    """Whose names are not told apart has them all as given ones."""
    return "" if contact["family_name"] else str(contact["name"])


def _phone(phone: dict[str, Any]) -> str:
    extension = f";ext={phone['extension']}" if phone["extension"] else ""
    return _line(f"TEL;TYPE={_PHONES.get(phone['label'], 'VOICE')}", [f"{phone['number']}{extension}"])


def _home_or_work(channel: dict[str, Any]) -> str:
    return "HOME" if channel["label"] == "home" else "WORK"


def _address(place: dict[str, Any], locale: str) -> str:
    country = country_name(place["country"], locale) if place["country"] else ""
    parts = ["", "", place["street"], place["city"], place["region"], place["postcode"], country]
    return _line("ADR;TYPE=WORK", parts)


def _line(name: str, parts: Iterable[str]) -> str:
    return f"{name}:{';'.join(map(_escaped, parts))}"


def _escaped(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(plain, escaped)
    return text


def _folded(line: str) -> str:
    """Broken where it is too long, never inside a character."""
    pieces, piece = [], ""
    for character in line:
        if len(f"{piece}{character}".encode()) > _LONGEST:
            pieces.append(piece)
            piece = " "
        piece += character
    return "\r\n".join([*pieces, piece])
