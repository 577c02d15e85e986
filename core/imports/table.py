"""A table as it was read from a file: text in rows, and which sheet it is of which."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet, every cell as text; rows are as long as they are filled."""

    rows: list[list[str]]
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    """All sheets of the file; none in a text."""
