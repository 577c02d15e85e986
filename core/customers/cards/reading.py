"""What a reader saw on a card: lines of text, where each stands, and how sure the reader is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A line's place on the upright card, in pixels from the top left."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def around(self, other: "Box") -> "Box":
        """The smallest box that holds both."""
        return Box(min(self.left, other.left), min(self.top, other.top), max(self.right, other.right),
                   max(self.bottom, other.bottom))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text as read, with the reader's confidence from 0 to 1."""

    text: str
    box: Box
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was seen on one side of a card; `qr` is the text of its QR code."""

    lines: tuple[Line, ...] = ()
    qr: str | None = None
