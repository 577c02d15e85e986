"""Why a file is not taken, each in words that say what to do."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from core.i18n import N_

MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 150
LONGEST_CELL: Final = 20_000


class Refusal(StrEnum):
    """A reason."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    EMPTY = "empty"
    LOCKED = "locked"
    NO_SHEET = "no_sheet"


WORDS: Mapping[str, str] = {
    Refusal.UNREADABLE: N_("That is no table we can read. Save it as Excel (.xlsx) or as CSV and try again."),
    Refusal.TOO_LARGE: N_("There is too much in this file. Split it into smaller ones and import them one by one."),
    Refusal.TOO_MANY_ROWS: N_("These are more than 100,000 rows. Split the file and import the parts one by one."),
    Refusal.TOO_MANY_COLUMNS: N_("These are more than 150 columns. Leave out those that you do not need."),
    Refusal.EMPTY: N_("There are no rows in it below the names of the columns."),
    Refusal.LOCKED: N_("The file is locked with a password. Save it without one and try again."),
    Refusal.NO_SHEET: N_("There is no such sheet in the file."),
}


class TableRefused(Exception):
    """A file is not taken, for this reason."""

    def __init__(self, reason: Refusal) -> None:
        self.reason = reason
        super().__init__(reason)
