"""Who, what, where from: which of a card's lines is the name, which the job title, which the firm.

The lines are weighed together, because each tells about the others: the title stands by the name, the firm is in
the e-mail's domain, the person in its first half.
"""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from core.customers.cards.casing import PARTICLES
from core.customers.cards.companies import (
    FAMILIES,
    begins_a_family,
    domain_likeness,
    has_legal_form,
    is_trade,
    sector_words,
)
from core.customers.cards.folding import fold, slug, words
from core.customers.cards.layout import Page, Piece, stands_beneath
from core.customers.cards.logos import are_one_logo, are_together_the_domain, is_logo, is_whole_alone
from core.customers.cards.names import is_given_alone, knows_given_name, looks_like_name
from core.customers.cards.titles import area_words, role_words
from core.customers.cards.weighing import Clues, company_weight, is_slogan, name_weight, title_weight
from core.customers.cards.wrapping import is_wrapped_name, means_something_else, with_legal_forms

NAME_FROM, TITLE_FROM, COMPANY_FROM = 2.2, 2.4, 0.6
"""The least weight at which a line is taken for one; below it the field stays empty."""
CANDIDATES = 6
NEAREST = 2.6
"""What standing right under the name adds to a title."""
UNKNOWN_TITLE = 1.6
"""What the place alone adds to one whose words we do not know."""
NEXT_BUT_ONE = 1.4
"""The same with another line between them."""
BY_ITS_TITLE = 1.8
"""What a job title beside it adds to a line that may be a name."""

GOES_ON = -0.8
"""The cost of a name in two lines that only stand together as one."""

MEANS_ELSE = 3.0
"""And of one of which a line is a trade, a role, the firm."""

MONOGRAM, LONGEST_MONOGRAM = 4.0, 4
"""What speaks against a firm's being named by what stands as letters beside its name, and how many letters."""

FEWEST_LISTED = 3
"""From so many parts of one row on they are a list."""


_DASH = re.compile(r"\s[-–—]\s")
_CANNOT_END = re.compile(
    r"(?:[&,/\-]|\b(?:y|e|de|del|la|para|en|and|of|for|the|und|et|des|da|do|di|el|los|las|a|o|os|il|het|du))$"
)
_CANNOT_BEGIN = re.compile(r"(?:[&/]|(?:y|e|de|del|para|en|and|of|for|und|et|des|da|do|di)\b)")


@dataclass(frozen=True)
class Candidate:
    """One line, or two that continue each other."""

    text: str
    pieces: tuple[Piece, ...]

    @property
    def first(self) -> Piece:
        return self.pieces[0]

    @property
    def last(self) -> Piece:
        return self.pieces[-1]

    @property
    def confidence(self) -> float:
        return min(piece.confidence for piece in self.pieces)


@dataclass(frozen=True)
class Headlines:
    name: Candidate | None
    title: Candidate | None
    company: Candidate | None
    weights: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Of name, title and company: how much spoke for each, beyond the least that it needs."""


def choose(page: Page, pieces: Sequence[Piece], clues: Clues) -> Headlines:
    """The three lines that together weigh most; each may be None."""
    pieces = [piece for piece in pieces if not (piece.is_item or _is_of_a_list(piece, pieces, clues))]
    pieces = with_legal_forms(pieces)
    lines = [Candidate(piece.text, (piece,)) for piece in pieces]
    pairs = [_paired(a, b) for a in pieces for b in pieces if a is not b and _may_continue(page, a, b, clues)]
    everything = [*lines, *pairs]

    def size(candidate: Candidate) -> float:
        return page.size(candidate.first)

    names = {
        i: name_weight(c.text, size(c), clues) - NAME_FROM - _name_pair_cost(page, c, clues)
        for i, c in enumerate(everything)
    }
    firms = {
        i: company_weight(c.text, size(c), clues) - COMPANY_FROM - _firm_pair_cost(page, c, clues)
        for i, c in enumerate(everything)
    }
    titles = {i: title_weight(c.text, clues) - TITLE_FROM - _pair_cost(c) for i, c in enumerate(everything)}
    for i in _monograms(everything):
        firms[i] -= MONOGRAM
    chosen, most = Headlines(None, None, None), 0.0
    for n, t, f in product(_best(names, BY_ITS_TITLE), _best(titles, NEAREST + UNKNOWN_TITLE), _best(firms)):
        name, title, firm = (None if i is None else everything[i] for i in (n, t, f))
        if _overlap(name, title, firm):
            continue
        near = _nearness(name, title, pieces)
        if near == NEAREST and name is not None and title is not None and _may_be_unknown_title(name, title, clues):
            near += UNKNOWN_TITLE
        is_named_by_title = near > 0 and t is not None and titles[t] > 0
        weights = (
            0.0 if n is None else names[n] + BY_ITS_TITLE * is_named_by_title,
            0.0 if t is None else titles[t] + near,
            0.0 if f is None else firms[f],
        )
        if min(weights) >= 0 and sum(weights) > most:
            chosen, most = Headlines(name, title, firm, weights), sum(weights)
    return chosen


def _monograms(candidates: Sequence[Candidate]) -> list[int]:
    """Those that are the first letters of another: "HI" beside "Halcyon Interiors"."""
    initials: set[str] = set()
    for one in candidates:
        letters = "".join(word[0] for word in words(one.text))
        if len(letters) > 1:
            initials |= {letters, letters[:2], letters[0] + letters[-1]}  # "FM" is Fiona J. McCrae, too
    return [
        i for i, one in enumerate(candidates) if len(slug(one.text)) <= LONGEST_MONOGRAM and slug(one.text) in initials
    ]


def _is_of_a_list(piece: Piece, pieces: Sequence[Piece], clues: Clues) -> bool:
    """Whether it is one of what the firm does, side by side in one row: "Auto · Vida · Gastos médicos"."""
    row = _DASH.split(piece.text)  # what readers take a point in the middle for
    row = row if len(row) >= FEWEST_LISTED else [other.text for other in pieces if other.row == piece.row]
    return len(row) >= FEWEST_LISTED and not any(
        knows_given_name(text) or role_words(text) or has_legal_form(text) or domain_likeness(text, clues.domains) > 0.7
        for text in row
    )


def _best(weights: dict[int, float], may_gain: float = 0.0) -> list[int | None]:
    """The lines that may be chosen, the heaviest first, and none."""
    ranked = sorted((i for i in weights if weights[i] + may_gain > 0), key=lambda i: -weights[i])
    return [*ranked[:CANDIDATES], None]


def _nearness(name: Candidate | None, title: Candidate | None, pieces: Sequence[Piece]) -> float:
    """A title stands under its name, seldom over or beside it."""
    if name is None or title is None:
        return 0.0
    if stands_beneath(name.last.box, title.first.box, reach=1.5):
        return NEXT_BUT_ONE if _is_parted(name.last, title.first, pieces) else NEAREST
    if name.last.row == title.first.row:
        return 2.0
    return 1.5 if stands_beneath(title.last.box, name.first.box, reach=1.0) else 0.0


def _may_be_unknown_title(name: Candidate, title: Candidate, clues: Clues) -> bool:
    """ "Master Thatcher", smaller and right under a name: shaped like one, and nothing else speaks for that."""
    is_smaller = title.first.box.height < 0.9 * name.last.box.height
    if not is_smaller or not looks_like_name(title.text) or area_words(title.text) or knows_given_name(title.text):
        return False
    return domain_likeness(title.text, clues.domains) < 0.5 and not sector_words(title.text)


def _is_parted(upper: Piece, lower: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether another line stands between the two."""
    return any(
        stands_beneath(upper.box, one.box, reach=0.75) and stands_beneath(one.box, lower.box)
        for one in pieces
        if one is not upper and one is not lower
    )


def _may_continue(page: Page, upper: Piece, lower: Piece, clues: Clues) -> bool:
    """Whether two lines may be one: close together and of one size, or the firm's two words that its domain joins."""
    if not stands_beneath(upper.box, lower.box, reach=0.75) or set(words(upper.text)) & set(_own_words(lower.text)):
        return False
    if domain_likeness(f"{upper.text} {lower.text}", clues.domains) == 1.0:
        return True
    is_familys = words(upper.text)[:1] and words(upper.text)[0] in FAMILIES
    if not is_familys and (is_slogan(upper.text) or is_slogan(lower.text)):
        return False
    if is_trade(upper.text) != is_trade(lower.text):
        if _CANNOT_END.search(fold(upper.text)) or are_together_the_domain(upper, lower, clues):
            return True
        return is_logo(page, upper, lower) and not is_whole_alone(upper, lower, clues)
    ratio = page.size(upper) / max(page.size(lower), 0.01)
    return 0.68 < ratio < 1.47


def _own_words(text: str) -> list[str]:
    return [word for word in words(text) if word not in PARTICLES]


def _paired(upper: Piece, lower: Piece) -> Candidate:
    glue = "" if upper.text.endswith("-") else " "
    return Candidate(f"{upper.text}{glue}{lower.text}", (upper, lower))


def _name_pair_cost(page: Page, candidate: Candidate, clues: Clues) -> float:
    """Of a name in two lines: less than nothing where they only stand together as one, much where one is no name."""
    if len(candidate.pieces) == 1:
        return 0.0
    if is_wrapped_name(page, candidate.first, candidate.last, clues):
        return GOES_ON
    return _pair_cost(candidate) + MEANS_ELSE * any(means_something_else(one.text, clues) for one in candidate.pieces)


def _firm_pair_cost(page: Page, candidate: Candidate, clues: Clues) -> float:
    """Of a firm in two lines: little where the domain says both, or the second ends in the legal form."""
    if len(candidate.pieces) == 1:
        return 0.0
    upper, lower = candidate.first, candidate.last
    if are_together_the_domain(upper, lower, clues) or are_one_logo(page, upper, lower):
        return -0.3
    if sector_words(upper.text) and has_legal_form(lower.text) and not has_legal_form(upper.text):
        return min(_pair_cost(candidate), 0.3)
    return _pair_cost(candidate)


def _pair_cost(candidate: Candidate) -> float:
    """Two lines are one where the first cannot end or the second not begin so; else only if that says much more."""
    if len(candidate.pieces) == 1:
        return 0.0
    upper, lower = (fold(piece.text) for piece in candidate.pieces)
    if _CANNOT_END.search(upper) or _CANNOT_BEGIN.match(lower):
        return -0.5
    if begins_a_family(candidate.text):
        return -0.5
    if (is_given_alone(candidate.first.text) and not is_given_alone(candidate.last.text)) or _lacks_its_role(candidate):
        return -0.5  # "Marcela", and her surnames under it
    if is_trade(candidate.first.text) != is_trade(candidate.last.text):
        return 0.0  # "Gráficas", and whose under it
    same_size = 0.8 < candidate.first.box.height / max(candidate.last.box.height, 1) < 1.25
    return (0.3 if candidate.last.text[:1].islower() else 1.6) + (0.0 if same_size else 0.5)


def _lacks_its_role(candidate: Candidate) -> bool:
    """ "Diretora de Exportação / Export", and "Director" under it: the second half has no role until then."""
    _, slash, half = candidate.first.text.rpartition("/")
    return bool(slash) and bool(half.strip()) and not role_words(half) and role_words(candidate.last.text) > 0


def _overlap(*chosen: Candidate | None) -> bool:
    pieces = [id(piece) for piece in _pieces(chosen)]
    return len(pieces) != len(set(pieces))


def _pieces(chosen: Iterable[Candidate | None]) -> Iterable[Piece]:
    return (piece for candidate in chosen if candidate is not None for piece in candidate.pieces)
