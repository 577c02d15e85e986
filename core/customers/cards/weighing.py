"""How much speaks for a line's being a person's name, a job title, a firm."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.customers.cards import companies, titles
from core.customers.cards.casing import PARTICLES
from core.customers.cards.domains import with_umlauts_apart
from core.customers.cards.emails import is_free, is_shared
from core.customers.cards.folding import fold, slug, words
from core.customers.cards.names import bare_name, has_honorific, is_given_alone, knows_given_name, looks_like_name
from core.customers.cards.notices import is_notice
from core.customers.cards.streets import is_street
from core.customers.cards.towns import names_a_place

NEVER = -100.0
FEWEST_LETTERS = 3
LOGO = 1.2
"""How many times as large as small print a line is from which it is no address: "CÁCERES" at caceres.com."""
LONGEST_LOGO = 5
"""Words of a firm's name in small letters alone, which else would look like a slogan."""


@dataclass(frozen=True)
class Clues:
    """What the rest of the card says about its headlines."""

    emails: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    """Of e-mails and the website, without those of free providers."""

    @property
    def mailboxes(self) -> tuple[str, ...]:
        """What stands before a free provider's domain: a small firm's name, if it is not the person's."""
        return tuple(email.partition("@")[0] for email in self.emails if is_free(email))


def name_weight(text: str, size: float, clues: Clues) -> float:
    """For a person's name; `NEVER` where the words have no name's shape."""
    if not looks_like_name(text) or names_a_place(text):
        return NEVER
    is_known, in_email = knows_given_name(text), name_in_emails(text, clues.emails)
    weight = 3.0 * is_known + 4.0 * in_email + 2.5 * has_honorific(text) + _largeness(size) * 1.2
    weight -= 4.0 * titles.role_words(_without_surname(text) if is_known else bare_name(text))
    weight -= (0.5 if is_known else 2.0) * titles.area_words(text)
    weight -= (1.0 if is_known else 3.0) * companies.sector_words(text)
    weight -= 5.0 * companies.has_legal_form(text) + 2.0 * companies.has_weak_form(text)
    if companies.is_partnership(text) and not is_known:
        weight -= 4.0
    if companies.names_a_trade(text):
        weight -= 4.0
    weight -= 1.5 * is_given_alone(text)
    if _has_other_owner(in_email, clues) or not (is_known or in_email):
        weight -= 3.0 * (companies.domain_likeness(text, clues.domains) > 0.7)
    return weight - 4.0 * is_street(text) - 2.0 * is_slogan(text)


def _has_other_owner(in_email: float, clues: Clues) -> bool:
    """Whether an e-mail address is a person's, of which this name has no part."""
    return not in_email and any(not is_shared(email) for email in clues.emails)


def _without_surname(text: str) -> str:
    """A name without the words behind its first that are trades and surnames: "Joan Miquel Oliver Sastre"."""
    first, *others = bare_name(text).split() or [""]
    return " ".join([first, *(word for word in others if fold(word) not in titles.ALSO_SURNAMES)])


def company_weight(text: str, size: float, clues: Clues) -> float:
    """For a firm's name."""
    alike = _likeness_of_firm(text, clues)
    if len(slug(text)) < 2 or (names_a_place(text) and (alike < 1 or size < LOGO)):
        return NEVER
    if sum(c.isalpha() for c in text) < FEWEST_LETTERS and alike < 0.55:
        return NEVER  # a drawing
    is_legal, roles = companies.has_legal_form(text), 0 if companies.opens_with_trade(text) else titles.role_words(text)
    weight = 0.8 + 4.5 * is_legal + 1.0 * companies.has_weak_form(text) + _largeness(size) * 0.8
    weight += 5.0 * alike if alike > 0.55 else 0.0
    weight -= 1.0 * (companies.is_trade(text) and alike <= 0.55)
    weight += 1.2 * min(companies.sector_words(text), 2) + 0.8 * companies.is_partnership(text)
    weight += 2.0 * companies.has_partners(text)
    weight += 1.5 * companies.begins_a_family(text)
    if not is_legal and alike < 0.95:
        weight -= 3.5 * min(roles, 1) * (1 - max(alike - 0.5, 0)) + 1.0 * min(titles.area_words(text), 2) * (roles > 0)
        weight -= 3.0 * is_slogan(text) + 4.0 * is_notice(text)
        if companies.names_a_trade(text):
            weight += 2.0  # "Abogados Raúl Alarcón"
        elif looks_like_name(text):
            is_known, in_email = knows_given_name(text), name_in_emails(text, clues.emails)
            # "friomaxcali@gmail.com" is made of a name in part: the firm's, where no given name is in it.
            is_personal = 2.0 * is_known + 4.0 * in_email * (is_known or in_email > 0.8 or not clues.mailboxes)
            is_firms = companies.sector_words(text) > 0 or (alike > 0.5 and _has_other_owner(in_email, clues))
            weight -= is_personal * (0.25 if is_firms else 1.0)
    weight -= 4.0 * (is_street(text) and not is_legal)
    digits = sum(c.isdigit() for c in text)
    return weight - (2.0 if digits > 2 and alike < 0.6 else 0.0) - 3.0 * bool(re.search(r"[%€$:@]", text))


def _likeness_of_firm(text: str, clues: Clues) -> float:
    """To its domain or, where it mails from everybody's and the line cannot be a person's name, to its mailbox."""
    alike = companies.domain_likeness(text, clues.domains)
    if knows_given_name(text) or (looks_like_name(text) and not companies.sector_words(text)):
        return alike
    return max(alike, companies.domain_likeness(text, clues.mailboxes))


def title_weight(text: str, clues: Clues) -> float:
    """For a job title, apart from where it stands."""
    if len(slug(text)) < 2 or names_a_place(text):
        return NEVER
    roles = titles.role_words(_without_surname(text) if knows_given_name(text) else text)
    is_field = titles.is_field(text)
    weight = (4.0 if roles else 0.0) + 1.0 * min(titles.area_words(text), 2)
    weight -= 3.0 * companies.opens_with_trade(text)
    weight -= 3.0 * titles.is_department(text) + 0.9 * titles.is_specialty(fold(text))
    weight -= 5.0 * companies.has_legal_form(text) + (
        2.0 * companies.sector_words(text) if not (roles or is_field) else 0
    )
    if not roles:
        weight -= 4.0 * (companies.domain_likeness(text, clues.domains) > 0.7)
        weight -= 4.0 * name_in_emails(text, clues.emails) * (looks_like_name(text) and not titles.area_words(text))
        weight -= 2.0 * is_slogan(text) + 1.0 * (companies.is_partnership(text) and not is_field)
        weight -= 3.0 * (looks_like_name(text) and knows_given_name(text))
        weight -= 1.5 * (looks_like_name(text) and not titles.area_words(text))
    weight -= 5.0 * is_street(text) * (roles == 0)
    weight -= 4.0 * is_notice(text)
    return weight - 3.0 * (sum(c.isdigit() for c in text) > 1) - 2.0 * (len(words(text)) > 9)


def name_in_emails(text: str, emails: tuple[str, ...]) -> float:
    """How much of a person's e-mail is made of this name: 1 all of it ("j.perez", "jperez", "juan"), 0 nothing."""
    parts = [fold(word) for word in re.split(r"[\s\-]+", bare_name(text)) if fold(word) not in PARTICLES]
    parts = [re.sub(r"[^a-z]", "", part) for part in parts]
    personal = [address for address in emails if not is_shared(address)]
    if not text.isascii():
        spelt = with_umlauts_apart(text)  # "f.moellenkamp@" of Möllenkamp
        return max(name_in_emails(spelt, emails) if spelt != text else 0.0, _made_of_any(personal, parts))
    return _made_of_any(personal, parts)


def _made_of_any(emails: Sequence[str], parts: list[str]) -> float:
    return max((_made_of(address, parts) for address in emails), default=0.0)


def _made_of(address: str, parts: list[str]) -> float:
    left = re.sub(r"[^a-z]", "", address.partition("@")[0])
    total = len(left)
    if total < 2:
        return 0.0
    found = False
    for part in sorted(parts, key=len, reverse=True):
        if len(part) > 2 and part in left:
            left, found = left.replace(part, "", 1), True
    initials = [part[0] for part in parts if part]
    for letter in list(left):
        if letter in initials:
            initials.remove(letter)
            left = left.replace(letter, "", 1)
    if not found:
        return 0.5 if not left and total <= len(parts) + 1 else 0.0
    return 1 - len(left) / total


def is_slogan(text: str) -> bool:
    """A sentence of praise: words in small letters, a year, an exclamation; no name of a thing or a person."""
    parts = text.split()
    if re.search(r"\b(?:desde|since|seit|depuis|est\.?|fundad\w+ en|established)\s*(?:18|19|20)\d\d", fold(text)):
        return True
    small = [word for word in parts[1:] if word[:1].islower() and fold(word) not in PARTICLES]
    is_firms = companies.names_a_trade(text) or companies.is_partnership(text)
    if (
        titles.role_words(text) > 0
        or any(map(titles.is_specialty, words(text)))
        or (is_firms and text.islower() and len(parts) <= LONGEST_LOGO)
    ):
        return False
    return len(small) >= 2 or text.rstrip().endswith(("!", "...", "…")) or _is_sentence(parts, small)


def _is_sentence(parts: list[str], small: list[str]) -> bool:
    """ "Casas con sombra", "Adultos y adolescentes": a capital first, and then none."""
    own = [word for word in parts[1:] if fold(word) not in PARTICLES]
    is_wordmark = len(parts[0]) > 2 and parts[0].isupper()  # "DORRI conseil"
    return 1 <= len(own) == len(small) <= 2 and parts[0][:1].isupper() and not is_wordmark


def _largeness(size: float) -> float:
    """0 for small print, 1.5 at most for the largest."""
    return min(max(size - 1.0, 0.0), 1.5)
