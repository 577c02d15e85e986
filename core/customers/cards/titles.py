"""What people are called at work, in the languages of the cards: words that make a line a job title."""

import re

from core.customers.cards.casing import PARTICLES
from core.customers.cards.folding import words
from core.customers.cards.lexicon import lexicon

ROLES = lexicon("roles")
ALSO_SURNAMES = lexicon("roles_and_surnames")
"""Trades that people are called after: "Oliver Sastre", "Anna Schreiner"."""
_ROLE_ENDS = re.compile(
    r"(?:leiter|leiterin|ingenieur|ingenieurin|berater|beraterin|fuhrer|fuhrerin|manager|managerin|assistent|assistentin|"
    r"entwickler|techniker|meister|vertreter|beauftragte|beauftragter|direktor|direktorin|verkaufer|einkaufer|"
    r"mitarbeiter|mitarbeiterin|leitung|koordinator|koordinatorin|spezialist|spezialistin|kaufmann|kauffrau|mechaniker|"
    r"anwalt|anwaltin|arzt|arztin|makler|maklerin|pfleger|pflegerin|planer|planerin|gestalter|gestalterin|"
    r"lehrer|lehrerin|trainer|trainerin|therapeut|therapeutin|"
    r"leider|leidster|adviseur|adviseuse|medewerker|medewerkster|beheerder|beheerster|verkoper|inkoper|ontwerper|"
    # What the languages of Europe have in common: "oncologist", "hepatólogo", "floricultora", "videographer".
    r"olog(?:ist|o|a|ue|e|in)|iatr(?:a|ist|e)|icultor|icultora|ograf(?:o|a)|ograph(?:er|e)|therapist|terapeuta)$"
)
_PARTNERS = re.compile(
    r"(?i)\s+(?:&|\+|y|e|i|et|und|and)\s+(?:partners?|partnerinnen|as{1,2}ociad[oa]s?|associates?|associati|"
    r"associés?|associats|soci[oi]s?|colaboradores)\b"
)
_SCIENCES = re.compile(
    r"(?<!techn)(?<!tecn)(?:olog(?:ia|y|ie)|iatr(?:ia|y|ie)|opedia|ortopedia|terapia|therapy|therapie)$"
)
"""What doctors and scientists name their field with."""
AREAS = lexicon("areas")
SPECIALTIES = lexicon("specialties")
SECTORS = lexicon("sectors")


def role_words(text: str) -> int:
    """How many words of the line name a role; who stands behind an "&" has none: "Roth & Partner" is a firm."""
    return sum(
        word in ROLES or _is_feminine(word) or bool(_ROLE_ENDS.search(word)) for word in words(without_partners(text))
    )


def without_partners(text: str) -> str:
    """The names alone of a firm that ends in "& Partner", "y Asociados"."""
    return _PARTNERS.sub("", text)


def _is_feminine(word: str) -> bool:
    """ "mediadora" of "mediador", "consejera" of "consejero"; "mecánica" and "óptica" are trades."""
    if word in SECTORS:  # "Constructora Biobío", "Notaría"
        return False
    return (word.endswith("ora") and word[:-1] in ROLES) or (
        word.endswith(("era", "aria", "oga", "ada", "iva")) and f"{word[:-1]}o" in ROLES
    )


def area_words(text: str) -> int:
    """How many name what the role is about ("Ventas", "Procurement", "Traumatología")."""
    return sum(word in AREAS or is_specialty(word) for word in words(text))


def is_specialty(word: str) -> bool:
    """Whether a word names a science or a field of medicine."""
    return word in SPECIALTIES or bool(_SCIENCES.search(word))


def is_field(text: str) -> bool:
    """Whether it names fields of work and nothing else: "Traumatología y Ortopedia"."""
    own = [word for word in words(text) if word not in PARTICLES]
    return bool(own) and area_words(text) == len(own)


def is_department(text: str) -> bool:
    """ "Departamento Comercial", "Zona Norte", "Sales Department": where somebody works, not what as."""
    parts = words(text)
    return bool(parts) and (parts[0] in _DEPARTMENTS or parts[-1] in ("department", "division", "abteilung", "team"))


_DEPARTMENTS = lexicon("departments")
