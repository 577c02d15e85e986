"""Reading business cards from photos."""

from workers.readers.errors import PhotoTooLarge, ReaderError, ReaderMissing, UnreadablePhoto
from workers.readers.provider import CardReader
from workers.readers.reading import read_card
from workers.readers.registry import available_reader, reader

__all__ = [
    "CardReader",
    "PhotoTooLarge",
    "ReaderError",
    "ReaderMissing",
    "UnreadablePhoto",
    "available_reader",
    "read_card",
    "reader",
]
