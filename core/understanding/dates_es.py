"""How Spanish says days and times of day: the rows of both tables."""

from core.understanding import days_es, hours_es
from core.understanding.atoms import Row
from core.understanding.calendar_es import MONTHS, WEEKDAYS

__all__ = ["MONTHS", "ROWS", "WEEKDAYS"]

ROWS: tuple[Row, ...] = days_es.ROWS + hours_es.ROWS
