"""What people are called at work, in the languages of the cards: words that make a line a job title."""

import re

from core.customers.cards.folding import words
from core.customers.cards.lexicon import lexicon

ROLES = lexicon("roles")
_ROLE_ENDS = re.compile(
    r"(?:leiter|leiterin|ingenieur|ingenieurin|berater|beraterin|fuhrer|fuhrerin|manager|managerin|assistent|assistentin|"
    r"entwickler|techniker|meister|vertreter|beauftragte|beauftragter|direktor|direktorin|verkaufer|einkaufer|"
    r"mitarbeiter|mitarbeiterin|leitung|koordinator|koordinatorin|spezialist|spezialistin|kaufmann|kauffrau|mechaniker|"
    r"anwalt|anwaltin|arzt|arztin|makler|maklerin|pfleger|pflegerin|planer|planerin|gestalter|gestalterin|"
    r"lehrer|lehrerin|trainer|trainerin|therapeut|therapeutin|"
    # What the languages of Europe have in common: "oncologist", "hepatólogo", "floricultora", "videographer".
    r"olog(?:ist|o|a|ue|e|in)|iatr(?:a|ist|e)|icultor|icultora|ograf(?:o|a)|ograph(?:er|e)|therapist|terapeuta)$"
)
AREAS = lexicon("areas")
SECTORS = lexicon("sectors")


def role_words(text: str) -> int:
    """How many words of the line name a role."""
    return sum(word in ROLES or _is_feminine(word) or bool(_ROLE_ENDS.search(word)) for word in words(text))


def _is_feminine(word: str) -> bool:
    """ "mediadora" of "mediador", "consejera" of "consejero"; "mecánica" and "óptica" are trades."""
    if word in SECTORS:  # "Constructora Biobío", "Notaría"
        return False
    return (word.endswith("ora") and word[:-1] in ROLES) or (
        word.endswith(("era", "aria", "oga", "ada", "iva")) and f"{word[:-1]}o" in ROLES
    )


def area_words(text: str) -> int:
    """How many name what the role is about ("Ventas", "Procurement")."""
    return sum(word in AREAS for word in words(text))


def is_department(text: str) -> bool:
    """ "Departamento Comercial", "Zona Norte", "Sales Department": where somebody works, not what as."""
    parts = words(text)
    return bool(parts) and (parts[0] in _DEPARTMENTS or parts[-1] in ("department", "division", "abteilung", "team"))


_DEPARTMENTS = lexicon("departments")
