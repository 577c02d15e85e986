"""A bare number beside what is sold is its sum: "oferta por el albariño *6200*", "firmado! *6900* los tiradores"."""

import re
from collections.abc import Iterator, Set

from core.understanding.amounts import FIRST_YEAR, LAST_YEAR, AmountWords, Money
from core.understanding.numbers import DIGITS, digits_value
from core.understanding.text import Sentence
from core.understanding.titles import TitleWords

_LEAST = 300
_ARTICLES = frozenset({"el", "la", "los", "las", "del"})
_ENDS = frozenset(["", ",", ".", ";", "!", ")"])


def amounts_of_titles(
    sentence: Sentence, titles: list[TitleWords], currency: str, taken: Set[int]
) -> Iterator[AmountWords]:
    """The sums that stand right behind a title at the end of its piece, or right before its article."""
    for title in titles:
        first, end = title.span
        is_behind = sentence.key(end + 1) in _ENDS
        is_before = sentence.key(first - 1) in _ARTICLES and (first == 2 or sentence.key(first - 3) in _ENDS)  # noqa: PLR2004
        places = [place for place, holds in ((end, is_behind), (first - 2, is_before)) if holds and place not in taken]
        for place in places:
            value = digits_value(sentence.key(place)) if re.fullmatch(DIGITS, sentence.key(place)) else None
            if value is not None and value >= _LEAST and not FIRST_YEAR <= value <= LAST_YEAR:
                yield AmountWords((place, place + 1), Money(value, currency), is_signed=False)
