"""Business cards: from the lines that a reader saw to a contact's fields. Pure: no files, no images, no network."""

from core.customers.cards.card import FIELDS, Address, Card, Phone, PhoneKind
from core.customers.cards.parser import parse
from core.customers.cards.reading import Box, Line, Reading
from core.customers.cards.vcard import parse_vcard

__all__ = ["FIELDS", "Address", "Box", "Card", "Line", "Phone", "PhoneKind", "Reading", "parse", "parse_vcard"]
