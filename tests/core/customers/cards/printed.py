"""Cards for tests, as a perfect reader would give them: one line under the other."""

from core.customers.cards import Box, Card, Line, Reading, parse

SMALL = 30.0


def reading(*lines: str, qr: str | None = None) -> Reading:
    """Lines from top to bottom; "2|Ana Pérez" is printed twice as tall as "Ana Pérez", an empty one is a gap."""
    top, made = 40.0, []
    for line in lines:
        scale, bar, text = line.partition("|")
        is_scaled = bool(bar) and scale.replace(".", "").isdigit()
        height = SMALL * (float(scale) if is_scaled else 1.0)
        text = text if is_scaled else line
        if text:
            made.append(Line(text, Box(60, top, 60 + len(text) * height * 0.5, top + height), 0.97))
        top += height * (1.4 if text else 2.0)
    return Reading(tuple(made), qr)


def card(*lines: str, region: str = "ES", qr: str | None = None) -> Card:
    """The card that these lines make; fails where they make none."""
    parsed = parse(reading(*lines, qr=qr), region)
    assert parsed is not None, lines
    return parsed
