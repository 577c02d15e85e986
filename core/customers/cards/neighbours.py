"""Lines that stand over and under each other, and streets that go on in the next line."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.customers.cards.layout import Piece, stands_beneath
from core.customers.cards.reading import Box
from core.customers.cards.streets import goes_on, is_floor, is_numbered_street, opens_street


@dataclass(frozen=True)
class JoinedPiece(Piece):
    """Lines that are one; it knows them, since they are what the page has."""

    parts: tuple[Piece, ...] = ()

    @classmethod
    def of(cls, upper: Piece, lower: Piece, glue: str = " ") -> "JoinedPiece":
        text = f"{upper.text.rstrip(' ,') if ',' in glue else upper.text}{glue}{lower.text}"
        sure = min(upper.confidence, lower.confidence)
        return cls(text, upper.box.around(lower.box), sure, upper.row, parts=(*parts_of(upper), *parts_of(lower)))


def parts_of(piece: Piece) -> tuple[Piece, ...]:
    """The piece as it stands on the page: itself, or the lines that it was joined from."""
    return piece.parts if isinstance(piece, JoinedPiece) else (piece,)


def unwrapped(pieces: Sequence[Piece]) -> list[Piece]:
    """Streets that go on in the next line, because they end in a comma or in "Piso", in one piece."""
    whole: list[Piece] = []
    left = _with_floors(pieces)
    while left:
        piece = left.pop(0)
        while (under := line_under(piece, left)) is not None and goes_on(piece.text, under.text):
            left.remove(under)
            piece = JoinedPiece.of(piece, under)
        whole.append(piece)
    return whole


def _with_floors(pieces: Sequence[Piece]) -> list[Piece]:
    """Streets with the floor that a point or a bar parts from them in the same row: "Calle Sol 4 · 2ª planta"."""
    whole: list[Piece] = []
    for piece in pieces:
        before = whole[-1] if whole else None
        if before is not None and before.row == piece.row and _are_street_and_floor(before.text, piece.text):
            whole[-1] = JoinedPiece.of(before, piece, glue=", ")
        else:
            whole.append(piece)
    return whole


def _are_street_and_floor(one: str, other: str) -> bool:
    return (is_numbered_street(one) and is_floor(other)) or (is_floor(one) and is_numbered_street(other))


def line_under(piece: Piece, others: Sequence[Piece]) -> Piece | None:
    """The line right under it, which is no line of its own kind."""
    under = [other for other in others if stands_beneath(piece.box, other.box, reach=0.9)]
    nearest = min(under, key=lambda other: other.box.middle, default=None)
    return None if nearest is None or opens_street(nearest.text) else nearest


def line_over(piece: Piece, pieces: Sequence[Piece]) -> Piece | None:
    """The line over it, wherever in the order it was read; else the one that was read before it."""
    over = [other for other in pieces if other is not piece and _is_over(other.box, piece.box)]
    before = pieces[pieces.index(piece) - 1] if piece in pieces[1:] else None
    return max(over, key=lambda other: other.box.middle, default=before)


def _is_over(upper: Box, lower: Box) -> bool:
    """Right over it: near, and over at least half of the shorter."""
    height = max(upper.height, lower.height)
    shared = min(upper.right, lower.right) - max(upper.left, lower.left)
    is_near = lower.middle > upper.middle + 0.4 * min(upper.height, lower.height) and lower.top - upper.bottom < height
    return is_near and shared > 0.5 * min(upper.width, lower.width)
