"""A person's name: honorifics off, given names told from surnames as people write them here and in America."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re
from dataclasses import dataclass

from core.customers.cards.casing import PARTICLES, in_title_case
from core.customers.cards.folding import fold
from core.customers.cards.lexicon import lexicon

GIVEN = lexicon("given_names")
SECOND = lexicon("second_names")
HONORIFICS = lexicon("honorifics")
DEGREES = lexicon("degrees")
"""What stands behind a name."""
TWO_SURNAMES = lexicon("two_surnames")
"""Where people bear two surnames and often two given names."""

MOST_WORDS, MOST_OWN_WORDS = 10, 7
"""Of a name with its particles, "Juan Pablo de la Torre de los Ríos", and without."""

_MEMBERSHIP = re.compile(r"(?:[A-Z]\.?){2,6}$|[A-Z][A-Za-z]{0,3}[A-Z]$")
_LEADING = ("Mc", "Mac", "De", "de", "La", "la", "Le", "Di", "di", "Du", "Van", "van", "Fitz")
_GLUED = re.compile(
    "".join(rf"(?<!\b{head})" for head in _LEADING) + r"(?<=[a-zà-ÿ]{2})(?=[A-ZÀ-Þ][a-zà-ÿ]{2})",
)
"""Between two words that the reader put together: "RamírezRíos"."""
_IRISH = lexicon("irish_particles")
MISREAD_I = re.compile(r"(?<![^\s'’-])l(?=[bcdfghjkmnñpqrstvwxz][^\W\d_]{2})")
"""A small l that begins a word before a consonant is a capital I: "lñárritu"."""
UNREAD = "□■◻�"
"""What readers put for a letter that they don't know."""
_NAME_WORD = re.compile(rf"^['’]?(?:[^\W\d_]|[{UNREAD}])+(?:['’.\-][^\W\d_]+)*\.?,?$")


@dataclass(frozen=True, slots=True)
class Name:
    given: str | None
    family: str | None

    @property
    def full(self) -> str:
        return " ".join(part for part in (self.given, self.family) if part)


def bare_name(text: str) -> str:
    """The name without titles before ("Lic.", "Dr.") and degrees behind ("MBA")."""
    text = re.sub(r"\s*\([^)]*\)", "", text).replace(" ,", ",")
    text = re.sub(r"\bM[aª]\.?(?=[A-ZÀ-Þ])", "Mª ", text)  # glued by the reader
    head, comma, tail = text.rpartition(",")
    is_degree = fold(tail).replace(".", "").strip() in DEGREES
    if comma and (is_degree or (not head.isupper() and _MEMBERSHIP.match(tail.strip()))):
        text = head
    words = text.split()
    while len(words) > 1 and (_is_honorific(words[0]) or _is_abbreviated(words)):
        words.pop(0)
    while len(words) > 2 and _is_degree(words[-1]):
        words.pop()
    return " ".join(words).strip(" ,;:-–|/·*•")


def has_honorific(text: str) -> bool:
    return bare_name(text) != text.strip(" ,;:-–|/·*•")


def looks_like_name(text: str) -> bool:
    """Whether the words have a name's shape: two to seven and particles, letters, each with a capital but particles."""
    words = MISREAD_I.sub("I", with_capitals_left_out(bare_name(text))).split()
    if not 2 <= len(words) <= MOST_WORDS or not all(_NAME_WORD.match(word) for word in words):
        return False
    own = [word for word in words if fold(word).strip("'’") not in PARTICLES]
    return (
        2 <= len(own) <= MOST_OWN_WORDS
        and all(word[0].isupper() or word[0] in UNREAD for word in own)
        and sum(len(word) > 2 for word in own) >= 1
    )


def knows_given_name(text: str) -> bool:
    """Whether the line begins with a given name that we know, or ends with one after a comma."""
    bare = bare_name(text)
    words = [fold(part) for word in bare.split() for part in word.strip(".,").split("-")]
    return bool(words) and (words[0] in GIVEN | _SHORT or ("," in bare and words[-1] in GIVEN))


def is_given_alone(text: str) -> bool:
    """Whether all its words are given names and nothing else: "Mª Ángeles", whose surnames stand elsewhere."""
    parts = [fold(word).strip(".,") for word in bare_name(text).split()]
    alone = (GIVEN - _ALSO_SURNAMES) | _SHORT
    return bool(parts) and all(part in alone or (at > 0 and part in SECOND) for at, part in enumerate(parts))


def with_capitals_left_out(text: str) -> str:
    """The name with the accented capital that a reader did not know: "Urbano lvaro" is Urbano Álvaro."""
    return " ".join(_LEFT_OUT.get(word, word) for word in text.split(" "))


def ends_in_capitals(text: str) -> bool:
    """ "Bas HOEKSTRA": the surname alone is printed so, and there the name ends."""
    first, *others = bare_name(text).split() or [""]
    return bool(others) and first.istitle() and others[-1].isupper() and len(others[-1].strip(".")) > 1


def split_name(text: str, country: str | None) -> Name:
    """Given name and surnames of a printed name, in the case in which people write them.

    `country` decides where the line between them runs when the words alone don't.
    """
    bare = _GLUED.sub(" ", re.sub(rf"[{UNREAD}]", "", MISREAD_I.sub("I", with_capitals_left_out(bare_name(text)))))
    bare = re.sub(r"^Ma\.?(?=\s+[A-ZÀ-Þ])", "Mª", bare)
    if "," in bare:
        family, _, given = bare.partition(",")
        return Name(in_title_case(given.strip()) or None, in_title_case(family.strip()))
    words = bare.split()
    if all(word.isupper() or fold(word).strip(".") in _SHORT for word in words):
        words = [word if fold(word).strip(".") in _SHORT else in_title_case(word) for word in words]
        words = [word.lower() if i and fold(word) in PARTICLES else word for i, word in enumerate(words)]
    capitals = [word for word in words if word.isupper() and len(word.strip(".")) > 1]
    others = [word for word in words if word not in capitals and len(word.strip(".")) > 1 and fold(word) not in _SHORT]
    if capitals and any(word.istitle() for word in others):
        return _by_capitals(words)
    units = _units(words)
    count = _given_units([fold(unit) for unit in units], country)
    given, family = " ".join(units[:count]), " ".join(units[count:])
    return Name(given or None, family or None)


def without_ligatures(text: str, country: str | None) -> str:
    """ "Villæscusa" is Villaescusa where no language of the country has such a letter."""
    return text if country in _WITH_LIGATURES else text.translate(_LIGATURES)


def split_lines(upper: str, lower: str, country: str | None) -> Name:
    """A name in two lines: where the upper has given names alone and the lower begins with none, between them."""
    begins_with_initial = len(lower.split(maxsplit=1)[0].strip(".")) == 1
    if is_given_alone(upper) and not knows_given_name(lower) and not begins_with_initial:
        return split_name(f"{bare_name(lower)}, {bare_name(upper)}", country)
    return split_name(f"{upper} {lower}", country)


def _is_honorific(word: str) -> bool:
    if "ª" in word:  # "Mª Ángeles" is María
        return False
    parts = [part for part in re.split(r"[.\-/]", fold(word).strip(",.()")) if part]
    if not parts or not ("".join(parts) in HONORIFICS or all(part in HONORIFICS for part in parts)):
        return False
    # "D." is don; a capital letter with its point elsewhere is an initial.
    return len(word.strip(".,")) > 1 or fold(word) in ("d.", "m.")


def _is_abbreviated(words: list[str]) -> bool:
    """ "C.P.C. Luis Hernández", "Inh. Thomas Kessler": what is cut short before a given name is no part of it."""
    if len(words) < 3 or not words[0].endswith(".") or fold(words[1]) not in GIVEN:
        return False
    letters = fold(words[0]).replace(".", "")
    return len(letters) > 1 and letters not in _SHORT and letters not in GIVEN and not _are_initials(words[0])


def _are_initials(word: str) -> bool:
    """ "J.L.", "J. M.": of given names, two at most; three letters are a degree."""
    return bool(re.fullmatch(r"(?:[A-Z]\.){1,2}", word))


def _is_degree(word: str) -> bool:
    bare = fold(word).replace(".", "").strip(",()")
    printed_as_one = word.isupper() or word.endswith(".") or bare in ("phd", "jr", "sr")
    return printed_as_one and (bare in DEGREES or bare in HONORIFICS)


def _by_capitals(words: list[str]) -> Name:
    """ "Thérèse FERREIRA", "FERREIRA LÓPEZ Thérèse": the surname is what stands in capitals."""
    first = words[0].isupper() and len(words[0].strip(".")) > 1
    is_family = [word.isupper() and len(word.strip(".")) > 1 for word in words]
    cut = is_family.index(not first)
    while cut > 1 and not first and fold(words[cut - 1]) in PARTICLES:
        cut -= 1
    head, tail = in_title_case(" ".join(words[:cut])), " ".join(words[cut:])
    tail = " ".join(in_title_case(word) for word in tail.split())
    return Name(tail, head) if first else Name(head, tail)


def _units(words: list[str]) -> list[str]:
    """Words with the particles that lead them: "María" "del Carmen" "de la Fuente" "y Gasset" "Ó Briain"."""
    units: list[str] = []
    waiting: list[str] = []
    for index, word in enumerate(words):
        waiting.append(word)
        leads = fold(word) in PARTICLES or (index > 0 and word.lower() in _IRISH)
        if not leads or index == len(words) - 1:
            units.append(" ".join(waiting))
            waiting = []
    return units


def _given_units(units: list[str], country: str | None) -> int:
    """How many of the folded units are given names."""
    if len(units) <= 1:
        return len(units)
    if country not in TWO_SURNAMES and not _is_iberian(units):
        particle = next((i for i, unit in enumerate(units) if i and " " in unit), None)
        return particle or len(units) - 1
    count = 1
    is_double = _continues_given(units[0], units[1]) or (country not in ("PT", "BR") and _are_two_and_two(units))
    if len(units) > 2 and (_is_initial(units[1]) or is_double):
        count = 2
        if len(units) > 3 and (_is_initial(units[2]) or (len(units) > 4 and units[2] in GIVEN)):
            count = 3
    return count


def _are_two_and_two(units: list[str]) -> bool:
    """Four plain words are two given names and two surnames, unless the second is clearly a surname."""
    is_surname = units[1] in _ALSO_SURNAMES or units[1].endswith("ez") or "-" in units[1]
    return len(units) == 4 and not any(" " in unit for unit in units) and not is_surname


def _continues_given(first: str, second: str) -> bool:
    if first.rstrip(".") == "ma":  # "Mª Ángeles": never alone
        return True
    if second.startswith(("del ", "de los ", "de la ", "de las ", "de ")):
        # "María del Carmen", "María de la Luz", but "Vera de la Calle".
        return first in _BEFORE_DEL and second.rsplit(maxsplit=1)[-1] in _AFTER_MARIA
    if _differ_in_gender(first, second):
        return second in SECOND
    return second in SECOND or (first in GIVEN | _SHORT and second in GIVEN - _ALSO_SURNAMES)


def _differ_in_gender(first: str, second: str) -> bool:
    """A man's name and a woman's, as they mostly end: "Miranda" behind "Hernán" is a surname."""
    return (bool(_OF_MEN.search(first)) and second.endswith("a")) or (
        first.endswith("a") and second.endswith("o") and first not in _BEFORE_DEL
    )


def _is_iberian(units: list[str]) -> bool:
    return any(unit.startswith(("de la ", "del ", "de los ")) for unit in units[1:])


def _is_initial(unit: str) -> bool:
    return len(unit.strip(".")) == 1


_LEFT_OUT = {word[1:]: word.capitalize() for word in lexicon("accented_beginnings")}
_OF_MEN = re.compile(r"(?:o|an|in|on)$")
_LIGATURES = str.maketrans({"æ": "ae", "œ": "oe", "Æ": "Ae", "Œ": "Oe"})
_WITH_LIGATURES = frozenset(["DK", "NO", "IS", "FO", "FR", "BE", "CH", "CA", "LU"])
_SHORT = frozenset(["ma", "fco", "fdo", "gmo", "fca"])
"""Given names as Spanish writes them short: "Mª", "Fco."."""
_BEFORE_DEL = frozenset(["maria", "ma", "m.a", "ana", "rosa", "juan", "jose"])
_AFTER_MARIA = lexicon("after_maria")
_ALSO_SURNAMES = lexicon("given_and_surnames")
