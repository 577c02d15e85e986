"""Firms: their legal forms, the words that they are named with, and their likeness to their domain."""

import re
from collections.abc import Sequence

from core.customers.cards.casing import PARTICLES
from core.customers.cards.domains import likeness
from core.customers.cards.folding import fold, words
from core.customers.cards.lexicon import lexicon, phrases
from core.customers.cards.names import GIVEN
from core.customers.cards.titles import role_words, without_partners


def _pattern(form: str) -> str:
    """A form in which points and spaces between its letters come and go: "S.L.", "S L", "SL"."""
    return r"\.?\s?".join(re.escape(letters) for letters in form.split())


_LEGAL = re.compile(
    rf"[\s,]+\(?(?:{'|'.join(sorted(map(_pattern, phrases('legal_forms')), key=len, reverse=True))})\.?\)?$"
)
_WEAK = re.compile(r"\s(?:co|me|se|ab|ac|cb|sc|company|sa|ag|ug)\.?$")
"""Forms that are words or initials too: alone they prove little."""

_TRADE_ENDS = re.compile(r"^(?!.*(?:bateria|histeria|materia)$)\w{5,}(?:eria|erie|erei|erij)$")
SECTORS = lexicon("sectors")
FAMILIES = lexicon("families")


def bare_company(text: str) -> str:
    """The firm's name without its legal form."""
    flat = "".join(f if len(f := fold(c)) == 1 else c.lower()[:1] for c in text).rstrip()
    match = _LEGAL.search(flat)
    return text[: match.start()].strip(" ,") if match and match.start() > 1 else text.strip()


def has_legal_form(text: str) -> bool:
    """Whether the line ends in a legal form that is no common word."""
    is_weak = _WEAK.search(fold(text.rstrip(" ."))) and not text.rstrip().endswith(" Co.")
    return bare_company(text) != text.strip() and not is_weak


def has_weak_form(text: str) -> bool:
    return bare_company(text) != text.strip()


def is_sector(word: str) -> bool:
    """Whether a folded word is a trade's: one of the list, or made as trades are ("guarnicionería", "Schreinerei")."""
    return word in SECTORS or bool(_TRADE_ENDS.search(word))


def sector_words(text: str) -> int:
    return sum(map(is_sector, words(text)))


def is_trade(text: str) -> bool:
    """Nothing but what a firm does: "Gráficas", "properties", "Insurance Brokers"."""
    parts = words(text)
    return bool(parts) and all(map(is_sector, parts))


def names_a_trade(text: str) -> bool:
    """A trade and then whose it is: "Abogados Raúl Alarcón", "Viuda de Joaquín Puig"; no person is called so."""
    parts = [word for word in words(text) if word not in PARTICLES]
    return len(parts) > 1 and is_sector(parts[0]) and parts[1] in GIVEN


def opens_with_trade(text: str) -> bool:
    """ "Clínica Veterinaria El Soto": what follows the trade is no role; "Hotel Manager" ends in one."""
    first, *others = words(text) or [""]
    return len(others) > 1 and is_sector(first) and not role_words(first) and not role_words(others[-1])


def begins_a_family(text: str) -> bool:
    """ "Hijos de Baltasar", "Viuda de Joaquín": a firm's name, of which the surname may stand in the next line."""
    parts = words(text)
    return len(parts) > 1 and parts[0] in FAMILIES


def has_partners(text: str) -> bool:
    """ "Roth & Partner", "Gil y Asociados"."""
    return without_partners(text) != text


def is_partnership(text: str) -> bool:
    """ "Calzada y Viña", "Roberts & Ware": two surnames joined."""
    return bool(re.search(r"\w\s*(?:&|\by\b|\be\b|\bet\b|\bund\b|\band\b|\+)\s*\w", text))


def domain_likeness(text: str, domains: Sequence[str]) -> float:
    """How much the line is one of these domains' own name, from 0 to 1."""
    return max((likeness(bare_company(text), domain) for domain in domains), default=0.0)
