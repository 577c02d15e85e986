"""The names of English days, months and parts of the day, and how a day is written, as pattern text."""

from core.understanding.clock import Part
from core.understanding.numbers import SMALL

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "mondays": 0, "fridays": 4,
}  # fmt: skip
MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip

WD = "(?P<wd>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + ")"
WD2 = WD.replace("wd", "wd2")
MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?: \.)?"
FULL_MONTH = "(?P<month>" + "|".join(name for name in MONTHS if len(name) > 3) + "|may)"  # noqa: PLR2004 - whole names
N = rf"(?P<n>{SMALL}|an?|a couple of|couple of|a couple|couple|a few)"
ON = r"(?:(?:on|by|for|w / c|wc|week commencing|week of|this|this coming|before|until|from|since) ){0,3}"
ORDINAL = r"(?P<d>[12]?\d|3[01])(?: (?:st|nd|rd|th))"
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "thirty first": 31,
}  # fmt: skip
ORDINALS |= {f"twenty {word}": 20 + number for word, number in list(ORDINALS.items())[:9]}
ORDINAL_WORD = "(?P<dw>" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + ")"
LATE_ORDINAL_WORD = "(?P<dw>" + "|".join(sorted(list(ORDINALS)[3:], key=len, reverse=True)) + ")"
"""From the fourth on, which are days of a month more often than turns."""
PARTS = {
    "morning": Part.MORNING, "afternoon": Part.AFTERNOON, "evening": Part.EVENING, "night": Part.EVENING,
    "midday": Part.MIDDAY, "noon": Part.MIDDAY, "lunchtime": Part.MIDDAY, "am": Part.MORNING, "pm": Part.AFTERNOON,
}  # fmt: skip
PART = "(?P<part>morning|afternoon|evening|night)"
