"""A name that goes on in the next line: "Alberto Robledo" and, under it and as large, "Fraile"."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

from collections.abc import Sequence
from dataclasses import replace

from core.customers.cards import companies, titles
from core.customers.cards.casing import PARTICLES
from core.customers.cards.folding import fold
from core.customers.cards.layout import Page, Piece, stands_beneath
from core.customers.cards.names import (
    bare_name,
    ends_in_capitals,
    has_honorific,
    is_given_alone,
    knows_given_name,
    looks_like_name,
)
from core.customers.cards.notices import is_notice
from core.customers.cards.weighing import Clues, name_in_emails

SAME_SIZE = 1.1
"""How much taller a line is measured at most than another that is printed alike."""
MOST_WORDS = 4
"""Of one of its lines."""


def is_wrapped_name(page: Page, upper: Piece, lower: Piece, clues: Clues) -> bool:
    """Whether two lines, one right under the other, are the halves of one name.

    They are as large as each other and larger than the card's small print, and neither half means anything else but
    a town perhaps: "Burgos" is a surname.
    Of a name that we do not know only single words are taken: "PRIYA", and "RAGHUNATHAN" under it.
    """
    ratio = upper.box.height / max(lower.box.height, 1)
    if not 0.77 < ratio < 1.3 or min(page.size(upper), page.size(lower)) < 1.12:
        return False
    if is_given_alone(upper.text) and 1 / SAME_SIZE < ratio < SAME_SIZE:
        clues = Clues(clues.emails)  # its surnames must be somewhere, though the firm be called after them
    if not all(_is_half(one.text, clues) for one in (upper, lower)) or _is_in_capitals(upper) != _is_in_capitals(lower):
        return False
    if ends_in_capitals(upper.text) or (ratio > SAME_SIZE and _is_whole_by_email(upper, lower, clues)):
        return False
    if knows_given_name(lower.text) and len(lower.text.split()) == 1 and not knows_given_name(upper.text):
        return False
    first = [word for word in bare_name(upper.text).split() if len(word.strip(".")) > 1]
    are_single = len(first) == len(lower.text.split()) == 1
    return knows_given_name(upper.text) or has_honorific(upper.text) or are_single


def _is_whole_by_email(upper: Piece, lower: Piece, clues: Clues) -> bool:
    """Whether the e-mail address is made of a larger line, and of nothing in the one under it."""
    is_whole = looks_like_name(upper.text) and name_in_emails(upper.text, clues.emails) == 1
    return is_whole and name_in_emails(lower.text, clues.emails) == 0


def with_legal_forms(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines, where one is a legal form and nothing else joined to the one over it: "Renovables," and "S.A."."""
    whole = list(pieces)
    for form in pieces:
        if companies.bare_company(f"firm {form.text}") != "firm":
            continue
        over = [one for one in whole if one is not form and stands_beneath(one.box, form.box, reach=0.75)]
        if over:
            upper = max(over, key=lambda one: one.box.middle)
            whole[whole.index(upper)] = replace(upper, text=f"{upper.text} {form.text}")
            whole.remove(form)
    return whole


def _is_half(text: str, clues: Clues) -> bool:
    words = bare_name(text).split()
    own = [word for word in words if fold(word) not in PARTICLES]
    are_names = bool(own) and all(word[0].isupper() and word.strip(".").replace("-", "").isalpha() for word in own)
    if not are_names or len(words) > MOST_WORDS or is_notice(text):
        return False
    return not means_something_else(text, clues)


def means_something_else(text: str, clues: Clues) -> bool:
    """Whether a line is about the job or the firm, and so no half of a name."""
    about_work = companies.sector_words(text) + titles.area_words(text) + _roles(text)
    is_firms = companies.has_weak_form(text) or companies.domain_likeness(text, clues.domains) > 0.9
    return about_work > 0 or (is_firms and not knows_given_name(text))


def _roles(text: str) -> int:
    """Not counting what is a surname, too."""
    return sum(titles.role_words(word) for word in bare_name(text).split() if fold(word) not in titles.ALSO_SURNAMES)


def _is_in_capitals(piece: Piece) -> bool:
    return bare_name(piece.text).isupper()
