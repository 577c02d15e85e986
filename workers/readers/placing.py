"""From a detector's four-cornered outlines to upright boxes on a levelled page."""

import math

import numpy as np
from numpy.typing import NDArray

from core.customers.cards.reading import Box

Outline = NDArray[np.float32]
"""Four points, clockwise from the line's top left."""


def boxes(outlines: list[Outline]) -> list[Box]:
    """A box for each outline, after taking out the slant that the lines share."""
    if not outlines:
        return []
    slant = _shared_slant(outlines)
    turn = np.array([[math.cos(slant), math.sin(slant)], [-math.sin(slant), math.cos(slant)]])
    return [_box(outline @ turn.T) for outline in outlines]


def _shared_slant(outlines: list[Outline]) -> float:
    """Radians; long lines tell the slant better than short ones."""
    ends = [outline[1] - outline[0] + outline[2] - outline[3] for outline in outlines]
    ends.sort(key=lambda end: -float(np.hypot(*end)))
    return float(np.median([math.atan2(end[1], end[0]) for end in ends[: max(3, len(ends) // 2)]]))


def _box(points: Outline) -> Box:
    """Its middle and its own measures, so that a line that slants a little more gets no taller."""
    (x, y) = points.mean(axis=0)
    width = float(np.linalg.norm(points[1] - points[0]) + np.linalg.norm(points[2] - points[3])) / 2
    height = float(np.linalg.norm(points[3] - points[0]) + np.linalg.norm(points[2] - points[1])) / 2
    return Box(float(x) - width / 2, float(y) - height / 2, float(x) + width / 2, float(y) + height / 2)
