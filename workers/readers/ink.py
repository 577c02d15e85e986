"""A photo of print → black ink on white paper, whatever the colours, the light and the shadows."""

import cv2
import numpy as np

from workers.readers.photo import Pixels

NEIGHBOURHOOD = 1 / 24
"""Of the long side: wider than a headline's strokes, narrower than a shadow's edge or a coloured panel."""
FAINTEST = 14
"""Grey levels that paper alone differs by."""


def as_ink(image: Pixels) -> Pixels:
    """Grey levels in which all print is dark, light letters on dark panels too.

    Ink is what differs from the paper around it; how much is measured against the strongest ink nearby, so that
    print in a shadow comes out as black as print in the sun.
    """
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    reach = int(max(grey.shape) * NEIGHBOURHOOD) | 1
    small = cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    paper = cv2.resize(cv2.medianBlur(small, max(reach // 4 | 1, 3)), grey.shape[::-1], interpolation=cv2.INTER_LINEAR)
    ink = cv2.absdiff(grey, paper).astype(np.float32)
    strongest = cv2.dilate(ink, np.ones((reach, reach), np.uint8))
    strongest = cv2.GaussianBlur(strongest, (0, 0), reach / 2)
    share = np.clip((ink - FAINTEST / 3) / np.maximum(strongest, FAINTEST * 2), 0, 1)
    return np.asarray(255 - share * 255, dtype=np.uint8)
