"""A photo of a card → the card: opened, its QR code first, found, straightened, read, understood."""

from collections.abc import Iterator

from core.customers.cards import Card, Reading, parse
from workers.readers.card import find_card, whole_photo
from workers.readers.photo import Pixels, open_photo
from workers.readers.provider import CardReader
from workers.readers.qr import read_qr


def read_card(photo: bytes, default_region: str, reader: CardReader) -> Card | None:
    """The contact on the card in this photo, or None where there is no card or it cannot be read.

    `default_region` is the tenant's country, ISO. Raises `UnreadablePhoto`, `PhotoTooLarge`, `ReaderMissing`, all
    `ReaderError`. Takes one to four seconds of a core: call it in a worker, never in a loop that serves others.
    """
    image = open_photo(photo)
    qr = read_qr(image)
    best: Card | None = None
    for view in _views(image):
        card = parse(Reading(reader.read(view), qr), default_region)
        best = max(best, card, key=_completeness)
        if _is_whole(best):
            break
    return best


def _views(image: Pixels) -> Iterator[Pixels]:
    """The card alone; then the whole photo, for what looked like a card may have been a panel printed on it."""
    card = find_card(image)
    if card is not None:
        yield card
    yield whole_photo(image)


def _is_whole(card: Card | None) -> bool:
    return card is not None and bool(card.full_name and card.company and (card.emails or card.phones))


def _completeness(card: Card | None) -> float:
    return sum(card.confidences.values()) if card else 0.0
