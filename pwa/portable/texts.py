"""Filters on text."""

import re
from urllib.parse import quote

from pwa.portable.values import NotPortableValueError

_WORDS = re.compile(r"[ \t\r\n\u00a0]+")
_LEGAL_FORM = re.compile(
    r"[ ,\u00a0]+(?:S\.? ?[LAC]\.? ?[ULP]?\.?|S\.? ?Coop\.?|S\.?R\.?L\.?|Ltd\.?|Inc\.?|LLC|PLC|GmbH)[ \u00a0]*$"
)
_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_FNV_START, _FNV_PRIME = 0x811C9DC5, 0x01000193


def capital(value: str) -> str:
    """The text with its first letter in upper case: for a word like "today" where a line begins."""
    text = _plain(value)
    return text[:1].upper() + text[1:]


def upper(value: str) -> str:
    """The text in upper case."""
    return _plain(value).upper()


def lower(value: str) -> str:
    """The text in lower case."""
    return _plain(value).lower()


def trim(value: str) -> str:
    """The text without spaces, tabs and line ends around it; markup stays markup."""
    return value.strip(" \t\r\n\u00a0")


def initials(value: str) -> str:
    """The first letters of the first and last word but a legal form, in upper case; `?` where there are none."""
    letters = [letter for word in _WORDS.split(_LEGAL_FORM.sub("", value)) if (letter := _first_letter(word))]
    if not letters:
        return "?"
    return (letters[0] if len(letters) == 1 else letters[0] + letters[-1]).upper()


def _first_letter(word: str) -> str:
    return next((character for character in word if character.isalnum()), "")


def tint(value: str, count: int = 12) -> int:
    """A number from 0 to `count` − 1, always the same for the same text (FNV-1a of its UTF-8)."""
    mixed = _FNV_START
    for byte in value.encode():
        mixed = ((mixed ^ byte) * _FNV_PRIME) & 0xFFFFFFFF
    return mixed % count


def tel(value: str) -> str:
    """An address that calls this number: its digits, and the plus that it begins with."""
    digits = re.sub(r"[^0-9]", "", value)
    return "tel:" + ("+" if trim(value).startswith("+") else "") + digits


def mailto(value: str) -> str:
    """An address that writes to this e-mail."""
    return "mailto:" + quote(trim(value), safe="@")


def web(value: str) -> str:
    """A web address that begins with http:// or https://, so that no other scheme ever becomes a link."""
    address = trim(value)
    return address if _WEB_ADDRESS.match(address) else "https://" + address


def urlencode(value: str | int) -> str:
    """The text or whole number as it stands in the path or query of an address."""
    return quote(str(value) if type(value) is int else _plain(value), safe="/")


def _plain(value: object) -> str:
    """The text itself, no longer markup if it was."""
    if not isinstance(value, str):
        raise NotPortableValueError(f"a text is wanted, not {type(value).__name__}")
    return str.__str__(value)
