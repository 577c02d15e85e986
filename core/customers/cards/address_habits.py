"""How addresses are written, country by country: how a postcode looks, where it stands, what the next line has."""

from dataclasses import dataclass
from typing import Literal

Place = Literal["before", "after", "either"]


@dataclass(frozen=True, slots=True)
class Habits:
    """What an address is read by."""

    postcode: str = ""
    """A pattern; empty where there are none, or nobody writes them."""
    stands: Place = "before"
    """Where the postcode stands beside the city; "either": after it, and some write it before."""
    city_below: bool = False
    """Whether the city may stand in the line under the postcode's."""
    districts: bool = False
    """Whether a district that is a town of its own stands between street and city."""


_TABLE: tuple[tuple[str, Habits], ...] = (
    ("FR DE IT FI UY CR DO MA TR UA HR EE", Habits(r"\d{5}")),
    ("MX GT", Habits(r"\d{5}", city_below=True)),
    ("BO", Habits(city_below=True)),
    ("CH AT BE DK NO PY HU LU", Habits(r"\d{4}")),
    ("AU VE", Habits(r"\d{4}", "after")),
    ("SE CZ SK GR", Habits(r"\d{3}\s?\d{2}")),
    ("ES", Habits(r"(?:0[1-9]|[1-4]\d|5[0-2])\d{3}")),
    ("PT", Habits(r"\d{4}\s?-\s?\d{3}")),
    ("BR", Habits(r"\d{2}\.?\d{3}\s?-\s?\d{3}")),
    ("NL", Habits(r"\d{4}\s?[a-z]{2}")),
    ("PL", Habits(r"\d{2}-\d{3}")),
    ("AR", Habits(r"[a-z]\d{4}[a-z]{3}|[a-z]?\d{4}", city_below=True)),
    ("CO EC", Habits(r"\d{6}", "either", city_below=True)),
    ("PE", Habits(r"\d{5}", "either", city_below=True, districts=True)),
    ("CL", Habits(r"\d{3}\s?\d{4}", "either", city_below=True, districts=True)),
    ("US", Habits(r"\d{5}(?:-\d{4})?", "after")),
    ("CA", Habits(r"[a-z]\d[a-z]\s?\d[a-z]\d", "after")),
    ("GB", Habits(r"[a-z]{1,2}\d{1,2}[a-z]?\s*\d?[a-z]{2}", "after")),
    ("IE", Habits(r"[a-z]\d[\dw]\s?[a-z0-9]{4}", "after")),
    ("IN", Habits(r"\d{3}\s?\d{3}", "after")),
)
_BY_COUNTRY = {country: habits for countries, habits in _TABLE for country in countries.split()}


def habits_of(country: str | None) -> Habits:
    """The habits of a country, ISO; of one that we don't know, none."""
    return _BY_COUNTRY.get(country or "", Habits())
