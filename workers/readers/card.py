"""Find the card in a photo and straighten it: the largest four-cornered sheet that has a card's shape."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

from collections.abc import Iterator
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from workers.readers.photo import Pixels

Corners = NDArray[np.float32]
"""Four points, clockwise from the top left."""

SEARCH_SIDE = 720
CARD_SIDE = 1600
SMALLEST, LARGEST = 0.06, 0.97
"""What part of the photo a card covers."""
NARROWEST, WIDEST = 1.25, 2.3
"""Long side by short side: 1.75 in America, 1.55 in Europe, more when seen aslant."""
MOST_SLANTED = 1.45
"""A side by the one opposite: a card seen from a low stand; more is a panel printed on it, and a part of the rest."""
MARGIN = 0.012


def find_card(photo: Pixels) -> Corners | None:
    """The card's corners, or None where no sheet with a card's shape stands out."""
    scale = SEARCH_SIDE / max(photo.shape[:2])
    small = cv2.resize(photo, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    best, best_score = None, 0.0
    for mask in _masks(small):
        for corners in _sheets(mask):
            score = _likeness(corners, small.shape[0], small.shape[1])
            if score > best_score:
                best, best_score = corners, score
    return None if best is None else (best / scale).astype(np.float32)


def straightened(photo: Pixels, corners: Corners) -> Pixels:
    """The card alone, seen from straight above. Not turned: a card that lies on its head comes out on its head."""
    top, right, bottom, left = (float(np.linalg.norm(b - a)) for a, b in pairwise([*corners, corners[0]]))
    width, height = max(top, bottom), max(left, right)
    scale = CARD_SIDE / max(width, height)
    width, height = round(width * scale), round(height * scale)
    edge = MARGIN * CARD_SIDE
    target = np.array([[edge, edge], [width + edge, edge], [width + edge, height + edge], [edge, height + edge]])
    matrix = cv2.getPerspectiveTransform(corners, target.astype(np.float32))
    size = (round(width + 2 * edge), round(height + 2 * edge))
    return _pixels(cv2.warpPerspective(photo, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE))


def whole_photo(photo: Pixels) -> Pixels:
    """The whole photo at the size that readers work at."""
    scale = CARD_SIDE * 1.25 / max(photo.shape[:2])
    if scale >= 1:
        return photo
    return _pixels(cv2.resize(photo, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))


def _masks(image: Pixels) -> Iterator[Pixels]:
    """Where the sheet may be: by edges in each of lightness and colours, and by difference from the table."""
    lab = cv2.cvtColor(cv2.bilateralFilter(image, 7, 40, 7), cv2.COLOR_BGR2LAB)
    kernel = np.ones((5, 5), np.uint8)
    edges = np.zeros(lab.shape[:2], np.uint8)
    for channel in cv2.split(lab):
        for low, high in ((15, 45), (40, 110)):
            found = cv2.Canny(channel, low, high)
            edges = cv2.bitwise_or(edges, found) if high > 100 else edges
            yield _pixels(cv2.morphologyEx(found, cv2.MORPH_CLOSE, kernel))
        _, light = cv2.threshold(channel, 0, 255, cv2.THRESH_OTSU)
        for mask in (light, cv2.bitwise_not(light)):
            yield _pixels(cv2.morphologyEx(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel), cv2.MORPH_OPEN, kernel))
    yield _pixels(cv2.morphologyEx(edges, cv2.MORPH_CLOSE, kernel))
    yield _off_the_table(lab)


def _off_the_table(lab: NDArray[np.uint8]) -> Pixels:
    frame = np.concatenate([lab[:12].reshape(-1, 3), lab[-12:].reshape(-1, 3), lab[:, :12].reshape(-1, 3),
                            lab[:, -12:].reshape(-1, 3)])  # fmt: skip
    table = np.median(frame, axis=0)
    distance = np.linalg.norm(lab.astype(np.float32) - table, axis=2)
    grey = np.clip(distance * 2, 0, 255).astype(np.uint8)
    _, mask = cv2.threshold(grey, 0, 255, cv2.THRESH_OTSU)
    return _pixels(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8)))


def _sheets(mask: Pixels) -> Iterator[Corners]:
    contours, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    frame = mask.shape[0] * mask.shape[1]
    for contour in contours:
        if len(contour) < 4:
            continue
        hull = cv2.convexHull(contour)
        area = cv2.contourArea(hull)
        if not SMALLEST * frame < area < LARGEST * frame:
            continue
        corners = _four_corners(hull)
        # A hull much smaller than its four corners is no sheet; rounded corners take off 2 percent.
        if corners is not None and 0.9 < area / max(cv2.contourArea(corners), 1) < 1.06:
            yield corners


def _four_corners(hull: NDArray[np.int32]) -> Corners | None:
    outline = cv2.arcLength(hull, closed=True)
    for tolerance in (0.01, 0.02, 0.03, 0.045, 0.06):
        points = cv2.approxPolyDP(hull, tolerance * outline, closed=True).reshape(-1, 2)
        if len(points) == 4:
            return _clockwise(points.astype(np.float32))
        if len(points) < 4:
            break
    return None


def _clockwise(points: Corners) -> Corners:
    centre = points.mean(axis=0)
    angles = np.arctan2(points[:, 1] - centre[1], points[:, 0] - centre[0])
    ordered = points[np.argsort(angles)]
    return np.roll(ordered, -int(np.argmin(ordered.sum(axis=1))), axis=0)


def _likeness(corners: Corners, height: int, width: int) -> float:
    """How much these corners look like a whole card's, 0 for not at all; the larger the better."""
    sides = [float(np.linalg.norm(b - a)) for a, b in pairwise([*corners, corners[0]])]
    across, down = (sides[0] + sides[2]) / 2, (sides[1] + sides[3]) / 2
    shape = max(across, down) / max(min(across, down), 1)
    slant = max(_ratio(sides[0], sides[2]), _ratio(sides[1], sides[3]))
    if not NARROWEST < shape < WIDEST or slant > MOST_SLANTED or not _has_right_angles(corners):
        return 0.0
    at_frame = int(np.sum((corners[:, 0] < 3) | (corners[:, 0] > width - 4)
                          | (corners[:, 1] < 3) | (corners[:, 1] > height - 4)))  # fmt: skip
    if at_frame > 1:
        return 0.0
    area = float(cv2.contourArea(corners)) / (height * width)
    return area * (0.6 if at_frame else 1.0) * (1.0 - 0.3 * (slant - 1))


def _ratio(a: float, b: float) -> float:
    return max(a, b) / max(min(a, b), 1)


def _has_right_angles(corners: Corners) -> bool:
    for i in range(4):
        before, after = corners[i - 1] - corners[i], corners[(i + 1) % 4] - corners[i]
        cosine = float(before @ after) / max(float(np.linalg.norm(before) * np.linalg.norm(after)), 1e-6)
        if abs(cosine) > 0.42:  # 65 to 115 degrees
            return False
    return True


def _pixels(image: object) -> Pixels:
    return np.asarray(image, dtype=np.uint8)
