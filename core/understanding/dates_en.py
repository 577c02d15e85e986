"""How English says days and times of day: the rows of both tables."""

from core.understanding import days_en, hours_en
from core.understanding.atoms import Row
from core.understanding.calendar_en import MONTHS, WEEKDAYS

__all__ = ["MONTHS", "ROWS", "WEEKDAYS"]

ROWS: tuple[Row, ...] = days_en.ROWS + hours_en.ROWS
