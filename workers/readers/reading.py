"""A photo of a card → the card: opened, its QR code first, found, straightened, read, understood, checked."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from core.customers.cards import Card, Reading, Side, parse_side
from core.customers.cards.checking import checked, is_sure, is_whole
from workers.readers.card import Corners, find_card
from workers.readers.errors import ReaderError
from workers.readers.photo import Pixels, open_photo
from workers.readers.provider import CardReader
from workers.readers.qr import Code, find_codes, said_by, turn_of, without_codes
from workers.readers.upright import seen_through, upright

_LOOKED_FOR = {"name", "job_title", "company", "emails", "phones", "address"}


@dataclass(frozen=True, slots=True)
class Photographed:
    """What a photo says, and a picture of it for people."""

    side: Side
    picture: bytes
    """JPEG: the card alone and straight where it was found, else all of the photo; upright either way."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What one reader made of the photo, and through which frame and how turned it was read."""

    side: Side
    frame: Corners | None
    turn: int


def read_card(photo: bytes, default_region: str, *readers: CardReader) -> Card | None:
    """The contact on the card in this photo, or None where there is no card or it cannot be read.

    `default_region` is the tenant's country, ISO. The first reader reads; what it is in doubt about is checked with
    the others. Raises `UnreadablePhoto`, `PhotoTooLarge`, `ReaderMissing`, all `ReaderError`. Takes one to five
    seconds of a core: call it in a worker, never in a loop that serves others.
    """
    return read_photo(photo, default_region, readers).side.card


def read_photo(photo: bytes, default_region: str, readers: Sequence[CardReader]) -> Photographed:
    """The same, with what stands on a side that bears nobody's name, and with its picture."""
    image = open_photo(photo)
    codes = find_codes(image)
    frames = list(_frames(image))
    coded = _coded(codes, default_region)
    if coded is not None:
        return Photographed(coded, upright(image, frames[0], turn_of(codes)))
    views = [(frame, seen_through(frame, without_codes(image, codes))) for frame in frames]
    qr = said_by(codes)
    first = _read(views, qr, default_region, readers[0])
    side = first.side
    for other in readers[1:]:
        # A card that another reader alone sees is not believed: the first reads better.
        if side.card is None or is_sure(side.card):
            break
        with suppress(ReaderError):  # what the first has read stands without the other's word
            second = _read(views, qr, default_region, other).side.card
            side = Side(checked(side.card, second) if second else side.card)
    return Photographed(side, upright(image, first.frame, first.turn))


def _coded(codes: Sequence[Code], default_region: str) -> Side | None:
    """The contact in a QR code, where print could add nothing that people look for."""
    qr = said_by(codes)
    side = parse_side(Reading(qr=qr), default_region) if qr is not None else Side()
    return side if side.card is not None and side.card.confidences.keys() >= _LOOKED_FOR else None


def _frames(image: Pixels) -> Iterator[Corners | None]:
    """The card alone; then the whole photo, for what looked like a card may have been a panel printed on it."""
    card = find_card(image)
    if card is not None:
        yield card
    yield None


def _read(
    views: Sequence[tuple[Corners | None, Pixels]], qr: str | None, default_region: str, reader: CardReader
) -> _Read:
    """What one reader makes of the card alone or, where that is not whole, of the photo."""
    reads: list[_Read] = []
    for frame, view in views:
        seen = reader.read(view)
        reads.append(_Read(parse_side(Reading(seen.lines, qr), default_region), frame, seen.turn))
        if (card := reads[-1].side.card) is not None and is_whole(card):
            break
    best = max(reads, key=lambda read: _completeness(read.side.card))
    return best if best.side.card else max(reads, key=lambda read: _completeness(read.side.back))


def _completeness(card: Card | None) -> float:
    return sum(card.confidences.values()) if card else 0.0
