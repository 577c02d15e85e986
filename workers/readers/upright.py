"""The card as people are shown it: alone, straight and upright, however it was photographed."""

import cv2
import numpy as np

from workers.readers.card import Corners, straightened, whole_photo
from workers.readers.photo import Pixels

LONG_SIDE, QUALITY = 1200, 85
"""Enough to read the smallest print on a phone, at 100 to 200 KB."""


def seen_through(frame: Corners | None, photo: Pixels) -> Pixels:
    """The card between these corners seen from straight above; without corners the whole photo."""
    return whole_photo(photo) if frame is None else straightened(photo, frame)


def upright(photo: Pixels, frame: Corners | None, turn: int) -> bytes:
    """A JPEG of it, turned `turn` quarters against the clock."""
    seen = np.rot90(seen_through(frame, photo), turn)
    scale = min(LONG_SIDE / max(seen.shape[:2]), 1)
    small = cv2.resize(np.ascontiguousarray(seen), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    _, encoded = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    return encoded.tobytes()
