"""QR codes on a card, by zxing-cpp."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import zxingcpp

from workers.readers.photo import Pixels

CONTACT = ("BEGIN:VCARD", "MECARD:")
_QUIET_ZONE = 0.06
"""Of a code's size: so far around it everything is painted over, its frame too."""


@dataclass(frozen=True, slots=True)
class Code:
    """What a code says, and its four corners in the photo."""

    text: str
    corners: tuple[tuple[int, int], ...]


def find_codes(photo: Pixels) -> list[Code]:
    """The QR codes in the photo."""
    return [
        Code(found.text, tuple((corner.x, corner.y) for corner in _corners(found.position)))
        for found in zxingcpp.read_barcodes(photo, formats=zxingcpp.BarcodeFormat.QRCode)
    ]


def said_by(codes: Sequence[Code]) -> str | None:
    """The text of the code that holds a contact, if any does; else of the first."""
    texts = [code.text for code in codes if code.text]
    return next((text for text in texts if text.lstrip().upper().startswith(CONTACT)), texts[0] if texts else None)


def turn_of(codes: Sequence[Code]) -> int:
    """Quarter turns against the clock that bring the first code, and the card with it, upright."""
    if not codes:
        return 0
    (left, top), (right, end) = codes[0].corners[:2]
    return round(math.degrees(math.atan2(end - top, right - left)) / 90) % 4


def without_codes(photo: Pixels, codes: Sequence[Code]) -> Pixels:
    """The photo with its codes painted over in the colour of the paper: a reader of print takes them for words."""
    if not codes:
        return photo
    clean = photo.copy()
    for code in codes:
        corners = np.array(code.corners, np.float32)
        middle = corners.mean(axis=0)
        outer = np.round(middle + (corners - middle) * (1 + 2 * _QUIET_ZONE)).astype(np.int32)
        cv2.fillConvexPoly(clean, outer, _paper_around(photo, outer))
    return clean


def _paper_around(photo: Pixels, corners: np.ndarray[tuple[int, ...], np.dtype[np.int32]]) -> tuple[float, ...]:
    """The middle colour along the edge of what is painted over."""
    edge = np.zeros(photo.shape[:2], np.uint8)
    cv2.polylines(edge, [corners], isClosed=True, color=1)
    return tuple(float(value) for value in np.median(photo[edge == 1], axis=0))


def _corners(position: zxingcpp.Position) -> Sequence[zxingcpp.Point]:
    return (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
