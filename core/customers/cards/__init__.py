"""Business cards: from the lines that a reader saw to a contact's fields. Pure: no files, no images, no network."""

from core.customers.cards.card import FIELDS, Address, Card, Doubt, Phone, PhoneKind
from core.customers.cards.parser import Side, parse, parse_side
from core.customers.cards.reading import Box, Line, Reading
from core.customers.cards.vcard import parse_vcard

__all__ = [
    "FIELDS",
    "Address",
    "Box",
    "Card",
    "Doubt",
    "Line",
    "Phone",
    "PhoneKind",
    "Reading",
    "Side",
    "parse",
    "parse_side",
    "parse_vcard",
]
