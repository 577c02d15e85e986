"""Cards with more than one column, for tests."""

from core.customers.cards import Box, Card, Line, Reading, parse

Placed = tuple[str, float, float, float]
"""Text, left, top, height."""


def placed_card(*lines: Placed, region: str = "ES") -> Card:
    """The card that lines at these places make; fails where they make none."""
    made = [Line(text, Box(x, y, x + len(text) * h * 0.5, y + h), 0.97) for text, x, y, h in lines]
    parsed = parse(Reading(tuple(made)), region)
    assert parsed is not None, lines
    return parsed
