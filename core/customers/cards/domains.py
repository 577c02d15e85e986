"""Domain names: which endings there are, which part is the firm's own, how alike a firm and its domain are."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re
from collections.abc import Sequence
from functools import cache

from babel import Locale
from rapidfuzz import fuzz

from core.customers.cards.casing import PARTICLES
from core.customers.cards.folding import slug, words
from core.customers.cards.lexicon import lexicon

GENERIC = lexicon("domain_endings")
SECOND = frozenset(["com", "co", "org", "net", "gob", "gov", "edu", "ac", "nom", "ltd", "plc", "me", "or"])
"""What stands before a country's ending without being the firm's: "firm.com.mx", "firm.co.uk"."""

MISREAD = 0.84
"""From here on two words are one with a letter or two read wrongly; below they only have letters in common."""

SHORTEST_SHORTENED, SHORTEST_CUT = 7, 3
"""Letters of a domain that may be made of words cut short, and of such a word."""

MOST_ABBREVIATED = 6
"""Words of a name that a domain has something of each of."""

_JOINING = frozenset(["y", "e", "de", "del", "la", "and", "of", "und", "et"])
_SMALL = _JOINING | PARTICLES | lexicon("articles")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_HAS_UMLAUT = re.compile(r"[äöüåøÄÖÜÅØ]")
_CONTRACTED = re.compile(r"([aou])e(?=[^aeiou])")
"""An umlaut as domains write it; on a card it may have lost its dots: "broemmelkamp" beside "Brommelkamp"."""
_AFFIXES = re.compile(r"^(?:grupo|group|the|my|mi|we|somos|soy)|(?:grupo|group|online|web|oficial)$")


@cache
def countries() -> frozenset[str]:
    """The endings that are countries; asked for late, since the names of all countries are loaded for it."""
    return frozenset(str(code).lower() for code in Locale("en").territories if len(str(code)) == 2) | {"uk"}


def known_ending(address: str) -> str | None:
    """`address` up to the end of a top-level domain that exists, or None.

    Glued words behind are cut: "info@firm.com.coweb" is "info@firm.com.co".
    """
    head, dot, last = address.rpartition(".")
    if not dot:
        return None
    if last in GENERIC or last in countries():
        return address
    for length in range(min(len(last) - 1, 4), 1, -1):
        glued = last[length:]
        if last[:length] in GENERIC | countries() and re.match(r"(?:w{1,3}|web|tel|t|m|mov|movil|fax|f|mob)$", glued):
            return f"{head}.{last[:length]}"
    if head.rpartition(".")[2] in GENERIC and "@" in head:
        return head
    return None


def own_name(domain: str) -> str:
    """The firm's own part: "thefirm" of "www.thefirm.com.mx"."""
    parts = domain.removeprefix("www.").split(".")
    while len(parts) > 1 and (parts[-1] in GENERIC | countries() or parts[-1] in SECOND):
        parts.pop()
    return parts[-1]


def country(domain: str) -> str | None:
    """The country that its ending names, ISO; None for .com and for endings that firms use as words."""
    last = domain.rpartition(".")[2].lower()
    if last == "uk":
        return "GB"
    return last.upper() if last in countries() and last not in {"io", "me", "tv", "ai", "eu", "cc", "ws"} else None


def is_misread(company: str, domain: str) -> bool:
    """Whether the two are one name of which a letter or two were read wrongly in one of them."""
    whole = slug(own_name(domain))
    owns = {whole, _AFFIXES.sub("", whole)} - {""}
    spelt = _spellings(company)
    if any(own == one or one.startswith(own) or own.startswith(one) for one in spelt for own in owns):
        return False
    if _covered(words(company), whole) == 1:  # the domain is made of the firm's words
        return False
    return max((fuzz.ratio(one, own) / 100 for one in spelt for own in owns), default=0.0) > MISREAD


def _covered(parts: Sequence[str], own: str) -> float:
    """How much of a domain's own name is made of these words; all of it where some that follow each other spell it."""
    if any("".join(parts[i:j]) == own for i in range(len(parts)) for j in range(i + 2, len(parts) + 1)):
        return 1.0  # "Notaría de la Cruz" at delacruz.es, where short words count
    if len(own) >= SHORTEST_SHORTENED and _is_shortened(tuple(parts), own):
        return 1.0
    if _is_abbreviated(parts, own):
        return 1.0
    known = (word for word in set(parts) if (len(word) > 2 or word.isdigit()) and word in own)
    return min(sum(map(len, known)) / max(len(own), 1), 1.0)


def _is_shortened(parts: tuple[str, ...], own: str, used: int = 0) -> bool:
    """Whether the domain is two or more of the words in their order, some cut short: "Clínica Veterinaria El Soto" at
    vetelsoto.es."""
    if not own:
        return used > 1
    for at, word in enumerate(parts):
        for length in {len(word), *range(SHORTEST_CUT, len(word))}:
            if own.startswith(word[:length]) and _is_shortened(parts[at + 1 :], own[length:], used + 1):
                return True
    return False


def _is_abbreviated(parts: Sequence[str], own: str) -> bool:
    """Whether the domain has something of every word and nothing else, whole words or first letters: "Killarney Dairy
    Co-op" at kdcoop.ie, "Drukkerij De Pers" at depersdru.nl; a year or a number may stand behind.

    Initials alone prove less: the words must give two letters more than those.
    """
    own, needed = own.rstrip("0123456789"), sum(word not in _SMALL for word in parts)
    if needed < 2 or len(parts) > MOST_ABBREVIATED or len(own) < needed + 2:
        return False
    turned = [tuple(parts[at:]) + tuple(parts[:at]) for at in range(len(parts))]
    return any(_is_made_of_all(order, own) for order in turned)


def _is_made_of_all(parts: tuple[str, ...], own: str) -> bool:
    if not parts:
        return not own
    first, rest = parts[0], parts[1:]
    return (first in _SMALL and _is_made_of_all(rest, own)) or any(
        own.startswith(first[:length]) and _is_made_of_all(rest, own[length:]) for length in range(len(first), 0, -1)
    )


def with_umlauts_apart(text: str) -> str:
    """As addresses write it: "Möllenkamp" is "moellenkamp"."""
    return text if not _HAS_UMLAUT.search(text) else text.lower().replace("ß", "ss").translate(_UMLAUTS)


def _spellings(company: str) -> set[str]:
    """As the firm may write itself in its domain: "&" as a word or none, "ä" as "ae"."""
    spelt = {slug(re.sub(r"[&+]", f" {word} ", text)) for word in ("", "y", "and", "und", "et", "e", "i") for text in
             (company, company.lower().translate(_UMLAUTS))}  # fmt: skip
    spelt.add("".join(word for word in words(company) if word not in _JOINING))
    return spelt - {""}


def likeness(company: str, domain: str) -> float:
    """How much a firm's name (without its legal form) is its domain's: 1 the same, 0 nothing alike."""
    return max(_likeness(written, domain) for written in {company, company.lower().translate(_UMLAUTS)})


def _likeness(company: str, domain: str) -> float:
    return max(_likeness_to(company, own) for own in {own_name(domain), _CONTRACTED.sub(r"\1", own_name(domain))})


def _likeness_to(company: str, name: str) -> float:
    own, firm = slug(name), slug(company)
    if not own or not firm:
        return 0.0
    bare = _AFFIXES.sub("", own) or own
    if {own, bare} & _spellings(company):
        return 1.0
    parts = words(re.sub(r"(?<=\w)['’](?=\w)", "", company))
    initials = {"".join(word[0] for word in parts if word not in _JOINING), "".join(word[0] for word in parts)}
    before_hyphen = slug(name.partition("-")[0])
    if (len(bare) >= 3 and bare in initials) or (len(before_hyphen) >= 3 and before_hyphen in initials):
        return 0.8  # "tmi-cover" of Tidewater Marine Insurance, too
    alike = fuzz.ratio(firm, bare) / 100
    covered = max(_covered(parts, own), _covered(parts, bare))  # "mi" of "mireiasentis" is no "my"
    return max(0.95 if covered == 1 else covered * 0.9, alike if alike > MISREAD and len(bare) > 3 else 0.0)
