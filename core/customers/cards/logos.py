"""A firm's name in two lines: which two are one logo, and which is the name and what is said of it."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

from core.customers.cards.companies import domain_likeness, has_legal_form, is_trade
from core.customers.cards.folding import slug
from core.customers.cards.layout import Page, Piece
from core.customers.cards.weighing import Clues

SHORTEST_WORDMARK = 3
"""Letters of a firm's name in capitals; "S.A." is none."""

ONE_SIZE = 1.3
"""By how much the heights of two lines in one size differ at most, as readers measure them."""

SAME_LOGO = 1.12
"""The same for a large logo's, which is measured more exactly."""

HARDLY_LARGE, LARGE = 1.0, 1.5
"""How many times as large as small print a logo in two lines is that has more to tell it, and one that has not."""


def is_whole_alone(upper: Piece, lower: Piece, clues: Clues) -> bool:
    """Whether one of the lines is the domain's whole name, so that the other is what the firm says of itself."""
    if 1 / ONE_SIZE < upper.box.height / max(lower.box.height, 1) < ONE_SIZE:
        return False  # a logo in two lines
    joint = domain_likeness(f"{upper.text} {lower.text}", clues.domains)
    return joint < 1 and max(domain_likeness(one.text, clues.domains) for one in (upper, lower)) == 1


def are_together_the_domain(upper: Piece, lower: Piece, clues: Clues) -> bool:
    """Whether the domain says both: "Clínica Veterinaria", "Los Álamos" and vetlosalamos.es."""
    own = (*clues.domains, *clues.mailboxes)
    joint = domain_likeness(f"{upper.text} {lower.text}", own)
    return joint >= 0.95 and max(domain_likeness(one.text, own) for one in (upper, lower)) < joint


def is_logo(page: Page, upper: Piece, lower: Piece) -> bool:
    """Whether both are printed larger than small print, as a firm's name in two lines is, or one is in capitals."""
    smaller, larger = sorted((page.size(upper), page.size(lower)))
    capitals = [one for one in (upper, lower) if one.text.isupper()]
    is_wordmark = len(capitals) == 1 and len(slug(capitals[0].text)) >= SHORTEST_WORDMARK
    return smaller > (0.65 if is_wordmark else 0.72) and (larger > 1.08 or is_wordmark)


def are_one_logo(page: Page, upper: Piece, lower: Piece) -> bool:
    """Whether they are a large name's two lines: of one height and close, or the second with the legal form."""
    if not 1 / SAME_LOGO < upper.box.height / max(lower.box.height, 1) < SAME_LOGO:
        return False
    is_form_below = has_legal_form(lower.text) and not has_legal_form(upper.text)
    tells = is_form_below or is_trade(upper.text) or is_trade(lower.text)
    is_large = page.size(upper) >= (HARDLY_LARGE if tells else LARGE)
    return is_large and lower.box.top - upper.box.bottom < 0.6 * upper.box.height
