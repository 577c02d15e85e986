"""From loose lines to pieces of text in reading order, each knowing what stands beneath it."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from core.customers.cards.labels import is_only_labels
from core.customers.cards.reading import Box, Line
from core.customers.cards.streets import opens_street

SEPARATOR = re.compile(
    r"\s*(?:[|¦•●▪■◆∙⋅]|(?<![lL])·|·(?![lL]))\s*|\s{3,}|(?<=\w)\s\.(?=[A-ZÀ-Þ][a-zà-ÿ])"  # the last, a point read low
)  # "Instal·lacions" stays whole
STRAY = " _=~|¦«»—–•·*'\"`´’‘“”<>^¬…"
"""Marks at the ends of a line: rules, panels' edges and icons that were read as print."""
SAME_SIZE = 1.4
_GLUED_FORM = re.compile(r"([^\W\d_]{3})(S\.\s?[AL]\.(?:\s?U\.)?|S\.\s?de\s?R\.|B\.\s?V\.|GmbH\b)")
"""A legal form that a reader put together with the name before it: "FERROMARS.A."."""
_BAR = re.compile(r"\s*[|¦]\s*")
_DASH_BEFORE_LABEL = re.compile(r"\s[–—-]\s(?=([^\W\d]+(?:[\s-][^\W\d]+)?)[.:]{1,2}\s*[+(\w])")
_HAS_VALUE = re.compile(r"\d|@|\w\.\w")
LONGEST_LABEL = 14
_MISREAD_BAR = re.compile(r"^([A-Z])[Il](?=\s?[(+\w])")
_VALUE = re.compile(r"\s?(?:[(+]?\d|www\.|https?:|[\w.+\-]+@\w)")
_BULLET = re.compile(r"\s*[•●▪■◆∙⋅·*–-]\s*[^\W\d]")
_ICON = re.compile(r"^\(?(?=\w{0,2}[^\W\d])\w{1,3}[)\]}]\s+(?=[^\W\d])")
"""A drawing in a circle before words, read as "(as)" or "O)"."""
_MISREAD_L = re.compile(r"(?<=[A-Za-zÀ-ÿ])(?<!Mc)(?<!Mac)(?<!De)I(?=[a-zà-ÿ])")
"""Within a word of small letters a capital I is an l: "OIga"."""


@dataclass(frozen=True)
class Piece:
    """A run of text that says one thing or a few; `row` numbers the printed line that it stood in."""

    text: str
    box: Box
    confidence: float
    row: int = 0
    is_item: bool = False
    """One of a list of what the firm does, behind a bullet."""


@dataclass(frozen=True)
class Page:
    """All pieces in the order in which a person reads them: column by column, top to bottom."""

    pieces: tuple[Piece, ...]

    @cached_property
    def text_height(self) -> float:
        """The usual height of its small print: most of a card is contact data."""
        heights = sorted(piece.box.height for piece in self.pieces)
        return heights[len(heights) // 3] if heights else 1.0

    def size(self, piece: Piece) -> float:
        """How large it is printed: 1 as most of the card, 2 twice as tall."""
        return piece.box.height / max(self.text_height, 1)


def page(lines: tuple[Line, ...]) -> Page:
    """The page that these lines make."""
    rows = _reading_order(_joined([line for line in lines if line.text.strip()]))
    pieces = [piece for number, line in enumerate(rows) for piece in _split(line, number)]
    return Page(tuple(pieces))


def stands_beneath(upper: Box, lower: Box, reach: float = 1.2) -> bool:
    """Whether `lower` is the next line under `upper`: near, and aligned left, right or centred."""
    height = max(upper.height, lower.height)
    if not (lower.middle > upper.middle + 0.4 * min(upper.height, lower.height)):
        return False
    return lower.top - upper.bottom < reach * height and is_aligned(upper, lower)


def is_aligned(a: Box, b: Box) -> bool:
    slack = 1.2 * max(a.height, b.height)
    centres = abs((a.left + a.right) - (b.left + b.right)) / 2
    return min(abs(a.left - b.left), abs(a.right - b.right), centres) < slack or _lie_over(a, b)


def _lie_over(a: Box, b: Box) -> bool:
    """Whether the shorter lies wholly within the longer's width: an icon before a line shifts it."""
    shared = min(a.right, b.right) - max(a.left, b.left)
    return shared > 0.95 * min(a.width, b.width) and min(a.width, b.width) > 0.4 * max(a.width, b.width)


def _joined(lines: list[Line]) -> list[Line]:
    """Lines that a reader broke in two put together again: same height, same row, a word's space apart."""
    joined: list[Line] = []
    for line in sorted(lines, key=lambda line: line.box.left):
        before = next((other for other in reversed(joined) if _continues(other, line)), None)
        if before is None:
            joined.append(line)
            continue
        joined.remove(before)
        text = f"{before.text} {line.text}"
        weight = len(before.text) / max(len(before.text) + len(line.text), 1)
        sure = before.confidence * weight + line.confidence * (1 - weight)
        joined.append(Line(text, before.box.around(line.box), sure))
    return joined


def _continues(left: Line, right: Line) -> bool:
    a, b = left.box, right.box
    gap, small, large = b.left - a.right, min(a.height, b.height), max(a.height, b.height)
    if large > SAME_SIZE * small or abs(a.middle - b.middle) > 0.4 * small:
        return False
    end = left.text.rstrip()
    is_label, goes_on = len(left.text) <= 12 and end.endswith((":", ".")), end.endswith(",")  # "Denver,  CO 80205"
    return -0.5 * small < gap < (3.5 if is_label else 1.6 if goes_on else 0.8) * small


def _reading_order(lines: list[Line]) -> list[Line]:
    """Follow each column down to its end before the next begins."""
    left = sorted(lines, key=lambda line: (line.box.top, line.box.left))
    ordered: list[Line] = []
    while left:
        line: Line | None = _first(left)
        while line is not None:
            left.remove(line)
            ordered.append(line)
            above = line
            beneath = [other for other in left if stands_beneath(above.box, other.box)]
            line = min(beneath, key=lambda other: other.box.middle, default=None)
    return ordered


def _first(left: list[Line]) -> Line:
    """The topmost; of those that stand in one row with it, the leftmost."""
    top = left[0].box
    row = [line for line in left if abs(line.box.middle - top.middle) < 0.5 * min(line.box.height, top.height)]
    return min(row, key=lambda line: line.box.left)


def _split(line: Line, row: int) -> Iterator[Piece]:
    """The parts between "|", "·" or wide gaps, each with its share of the width."""
    parts = [part for part in SEPARATOR.split(_with_colons(line.text)) if part.strip(STRAY)]
    is_item = len(parts) == 1 and bool(_BULLET.match(line.text))
    total, at = sum(map(len, parts)), 0
    for part in parts:
        start, end = at / total, (at + len(part)) / total
        at += len(part)
        box = replace(
            line.box,
            left=line.box.left + start * line.box.width,
            right=line.box.left + end * line.box.width,
        )
        text = _MISREAD_L.sub("l", _ICON.sub("", _without_bar(part.strip(STRAY))))
        text = _GLUED_FORM.sub(r"\1 \2", text)
        yield Piece(text, box, line.confidence, row, is_item)


def _with_colons(text: str) -> str:
    """The line with a colon for each bar behind a label: "Fax | 964 20 89 13" says one thing."""
    head, *others = _BAR.split(_DASH_BEFORE_LABEL.sub(_as_bar, text))
    for value in others:
        rest, space, label = head.rpartition(" ")
        has_value = bool(_HAS_VALUE.search(value)) or opens_street(value)
        if has_value and _is_label(last_part := SEPARATOR.split(head)[-1]):
            head = f"{head[: len(head) - len(last_part)]}{last_part.rstrip(' .:')}: {value}"
        elif has_value and space and _is_label(label) and _HAS_VALUE.search(rest):
            head = f"{rest} | {label}: {value}"
        else:
            head = f"{head} | {value}"
    return head


def _as_bar(dash: re.Match[str]) -> str:
    return " | " if is_only_labels(dash[1]) else dash[0]


def _is_label(text: str) -> bool:
    return 0 < len(text.strip()) <= LONGEST_LABEL and any(c.isalpha() for c in text) and is_only_labels(text)


def _without_bar(text: str) -> str:
    """The text without the rule between label and value that was read as a letter: "WIwww.", "TI (0341)", "AlAv."."""
    bar = _MISREAD_BAR.match(text)
    if bar is None or not (_VALUE.match(text[bar.end() :]) or opens_street(text[bar.end() :].lstrip())):
        return text
    return f"{bar[1]} {text[bar.end() :].lstrip()}"
