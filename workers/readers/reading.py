"""A photo of a card → the card: opened, its QR code first, found, straightened, read, understood, checked."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from core.customers.cards import Card, Reading, Side, parse_side
from core.customers.cards.checking import checked, is_sure
from workers.readers.card import find_card, whole_photo
from workers.readers.errors import ReaderError
from workers.readers.photo import Pixels, open_photo
from workers.readers.provider import CardReader
from workers.readers.qr import find_codes, said_by, without_codes

_LOOKED_FOR = {"name", "job_title", "company", "emails", "phones", "address"}


def read_card(photo: bytes, default_region: str, *readers: CardReader) -> Card | None:
    """The contact on the card in this photo, or None where there is no card or it cannot be read.

    `default_region` is the tenant's country, ISO. The first reader reads; what it is in doubt about is checked with
    the others. Raises `UnreadablePhoto`, `PhotoTooLarge`, `ReaderMissing`, all `ReaderError`. Takes one to five
    seconds of a core: call it in a worker, never in a loop that serves others.
    """
    return read_side(photo, default_region, readers).card


def read_side(photo: bytes, default_region: str, readers: Sequence[CardReader]) -> Side:
    """The same, with what stands on a side that bears nobody's name."""
    image = open_photo(photo)
    codes = find_codes(image)
    qr = said_by(codes)
    if qr is not None and _says_all(coded := parse_side(Reading(qr=qr), default_region)):
        return coded
    views = list(_views(without_codes(image, codes)))
    side = _read(views, qr, default_region, readers[0])
    for other in readers[1:]:
        # A card that another reader alone sees is not believed: the first reads better.
        if side.card is None or is_sure(side.card):
            break
        with suppress(ReaderError):  # what the first has read stands without the other's word
            second = _read(views, qr, default_region, other).card
            side = Side(checked(side.card, second) if second else side.card)
    return side


def _says_all(side: Side) -> bool:
    """Whether print could add nothing that people look for."""
    return side.card is not None and side.card.confidences.keys() >= _LOOKED_FOR


def _read(views: Sequence[Pixels], qr: str | None, default_region: str, reader: CardReader) -> Side:
    """What one reader makes of the card alone or, where that is not whole, of the photo."""
    best: Card | None = None
    back: Card | None = None
    for view in views:
        side = parse_side(Reading(reader.read(view), qr), default_region)
        best = max(best, side.card, key=_completeness)
        back = max(back, side.back, key=_completeness)
        if _is_whole(best):
            break
    return Side(best, None if best else back)


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
