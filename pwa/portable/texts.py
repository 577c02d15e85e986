"""Filters on text."""

import re
from urllib.parse import quote

from core.initials import initials_of, initials_of_firm
from pwa.portable.values import NotPortableValueError

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


def initials(value: str, shape: str = "") -> str:
    """The one or two letters that stand for a person, or, in the shape of a `firm`, for a firm."""
    return initials_of_firm(value) if shape == "firm" else initials_of(value)


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
