"""Tesseract, where the system has it; reads less well than RapidOCR, and needs no models of ours."""

import os
import shutil
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

import numpy as np
import pytesseract
from pytesseract import Output, TesseractError, TesseractNotFoundError

from core.customers.cards.reading import Box, Line
from workers.readers.errors import ReaderError, ReaderMissing
from workers.readers.ink import as_ink
from workers.readers.photo import Pixels
from workers.readers.provider import Seen

LANGUAGES = ("spa", "eng", "cat", "por", "fra", "deu", "ita")
"""Those of them that are installed are read together; each one more costs time."""
MOST_LANGUAGES = 2
SECONDS = 12
"""Within which a card is read several times over; what takes longer is a table's grain, not print."""
SURE_OF_TURN = 1.5
"""Tesseract's own confidence in its orientation, from which it alone decides."""
LEAST_CONFIDENCE = 20
SURELY_PRINT = 0.65
"""A line's confidence from which it is no noise, whatever its shape."""
SHORT = 2
"""Letters of what is no word by itself."""
NEAR_EDGE = 0.02
"""Of the long side."""


class Tesseract:
    """Turns print into ink, the ink upright, and reads it."""

    name = "tesseract"

    def __init__(self, threads: int = 1) -> None:
        self._threads = threads

    def available(self) -> bool:
        return shutil.which(pytesseract.pytesseract.tesseract_cmd) is not None and bool(_languages())

    def read(self, image: Pixels) -> Seen:
        if not self.available():
            raise ReaderMissing
        # Tesseract takes its number of threads from its environment alone.
        os.environ.setdefault("OMP_THREAD_LIMIT", str(self._threads))
        try:
            return _read_upright(as_ink(image))
        except TesseractNotFoundError as error:
            raise ReaderMissing from error
        except TesseractError as error:
            raise ReaderError from error

    def release(self) -> None:
        """Nothing to give back: each reading is a process of its own."""


@cache
def _languages() -> str:
    try:
        installed = set(pytesseract.get_languages())
    except (TesseractError, TesseractNotFoundError, OSError):
        return ""
    return "+".join([language for language in LANGUAGES if language in installed][:MOST_LANGUAGES])


def _read_upright(ink: Pixels) -> Seen:
    turn = _turn(ink)
    if turn is not None:
        return _seen(ink, turn)
    # Upside-down gibberish is long too: the mean confidence decides, not how much was read.
    turns = (0, 2) if ink.shape[1] >= ink.shape[0] else (0, 2, 3, 1)
    return max((_seen(ink, turn) for turn in turns), key=lambda seen: _sureness(seen.lines))


def _seen(ink: Pixels, turn: int) -> Seen:
    return Seen(_lines(np.ascontiguousarray(np.rot90(ink, turn))), turn)


def _turn(ink: Pixels) -> int | None:
    """Quarter turns against the clock that bring it upright, or None where too little print tells."""
    try:
        found = pytesseract.image_to_osd(
            ink, config="--psm 0 -c min_characters_to_try=8", output_type=Output.DICT, timeout=SECONDS
        )
    except (TesseractError, RuntimeError):  # "Too few characters", or too long a time
        return None
    return -int(found["rotate"]) // 90 % 4 if float(found["orientation_conf"]) >= SURE_OF_TURN else None


def _lines(ink: Pixels) -> tuple[Line, ...]:
    try:
        words = pytesseract.image_to_data(
            ink, lang=_languages(), config="--psm 11 --oem 1", output_type=Output.DICT, timeout=SECONDS
        )
    except RuntimeError:  # the library's word for a timeout
        return ()
    rows: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for i, text in enumerate(words["text"]):
        if text.strip() and float(words["conf"][i]) >= LEAST_CONFIDENCE:
            rows[words["block_num"][i], words["par_num"][i], words["line_num"][i]].append(i)
    lines = [_line(words, row) for row in rows.values()]
    return print_alone([line for line in lines if any(c.isalnum() for c in line.text)], ink.shape[1], ink.shape[0])


def print_alone(lines: Sequence[Line], width: int, height: int) -> tuple[Line, ...]:
    """The lines without what the table's grain, the card's edge and drawings were read as."""
    usual = float(np.median([line.box.height for line in lines])) if lines else 0.0
    return tuple(line for line in lines if not _is_noise(line, usual, width, height))


def _is_noise(line: Line, usual: float, width: int, height: int) -> bool:
    box, edge = line.box, NEAR_EDGE * max(width, height)
    if line.confidence >= SURELY_PRINT:
        return False
    is_at_edge = min(box.left, box.top, width - box.right, height - box.bottom) < edge
    has_words = any(len(word) > SHORT for word in line.text.split())
    return is_at_edge or not has_words or box.height < 0.45 * usual


def _line(words: dict[str, list[str]], row: list[int]) -> Line:
    def number(key: str, i: int) -> float:
        return float(words[key][i])

    box = Box(
        min(number("left", i) for i in row),
        min(number("top", i) for i in row),
        max(number("left", i) + number("width", i) for i in row),
        max(number("top", i) + number("height", i) for i in row),
    )
    length = sum(len(words["text"][i]) for i in row)
    sure = sum(number("conf", i) * len(words["text"][i]) for i in row) / max(length, 1) / 100
    return Line(" ".join(words["text"][i] for i in row), box, sure)


def _sureness(lines: tuple[Line, ...]) -> float:
    letters = sum(len(line.text) for line in lines)
    return sum(line.confidence * len(line.text) for line in lines) / (letters + 8)
