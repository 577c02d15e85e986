"""E-mail addresses in text as a reader gives it: glued labels, stray spaces, a lost dot."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.customers.cards.domains import known_ending
from core.customers.cards.folding import fold
from core.customers.cards.lexicon import lexicon

FREE = lexicon("free_mail")
"""Second-level names of providers that serve everybody: such a domain says nothing about the firm."""

LOOKS_LIKE_AT = "eoaqgc0689&"
SHORTEST_NAME = 5
"""Shorter names stand in longer words by chance."""

SHARED = lexicon("shared_mailboxes")
"""Local parts that belong to no person."""

_ADDRESS = re.compile(r"[a-z0-9][a-z0-9._%+\-]*@[a-z0-9\-]+(?:\.[a-z0-9\-]+)+")
# "E: ana perez@firm.es", "ana. perez@": the only word before an address is its first half; an underscore is not seen.
_LOST_UNDERSCORE = re.compile(
    r"^(?:[A-Za-z\-]{1,7}\s?[:.]\s*|[E@]\s+)?(?!e-?mail|correo|mail|courriel|tel)([a-z]{2,})([.\-]?)\s$"
)
# "1.ordonez@" is l.ordonez's.
_INITIAL_READ_AS_DIGIT = re.compile(r"1\.[a-z]{3,}@")
# "villæscusa@": two letters that stand close, which no address has as one.
_LIGATURE = re.compile(r"[æœÆŒßﬁﬂ](?=[\w.\-]*@)|(?<=@)[\w.\-]*[æœÆŒßﬁﬂ][\w.\-]*")
_SITE_BEGINS = re.compile(r"(?i)\bw{3}\s?[.,]|\bhttps?\b|\bweb\b")
_APART = str.maketrans({"æ": "ae", "œ": "oe", "ß": "ss", "ﬁ": "fi", "ﬂ": "fl"})
_GLUED = re.compile(r"^(?:e-?mail|mailto|mail|correo|courriel)[.:\-]*(?=[a-z0-9._\-]{2,}@)")


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it stood: `text[start:end]`."""

    value: str
    start: int
    end: int
    is_doubtful: bool = False


def find_emails(text: str) -> list[Found]:
    """The addresses in `text`, in lower case. A doubtful one was mended."""
    mended = mend(text)
    found = []
    for match in _ADDRESS.finditer(_flat(mended)):
        address, end = _cut_ending(match[0], match.end())
        if address is None:
            continue
        # "Einfo@firm.de": a capital glued to small letters is the label E, M or @ read as a letter.
        glued = re.match(r"[EM](?=[a-z0-9]{2,}[a-z0-9._\-]*$)", mended[match.start() : end].partition("@")[0])
        shorter = address[1:] if glued else _GLUED.sub("", address)
        if _INITIAL_READ_AS_DIGIT.match(shorter):
            found.append(Found("l" + shorter[1:], match.start(), end, is_doubtful=True))
            continue
        lost = _LOST_UNDERSCORE.match(mended[: match.start()])
        whole, start = (f"{lost[1]}{lost[2] or '_'}{shorter}", 0) if lost else (shorter, match.start())
        found.append(Found(whole, start, end, is_doubtful=bool(glued or lost)))
    return found


def mend(text: str) -> str:
    """The same text with what readers break in addresses put right."""
    if "@" in text:
        text = _LIGATURE.sub(lambda two: two[0].lower().translate(_APART), text)
    text = re.sub(r"\s*(?:\(at\)|\[at\]|\(@\)|(?<=\w)\s?©(?=\s?\w)|®(?=[a-z0-9\-]+\.[a-z]))\s*", "@", text)
    text = re.sub(r"(?<=[a-z0-9])\([AQOa](?=[a-z0-9\-]+\.[a-z]{2})", "@", text)
    text = re.sub(r"(?<=[\w])\s*@\s*(?=[\w\-]+\s?[.,]\s?\w)", "@", text)
    text = re.sub(r"(\d[\d\s().\-]{5,}\d)(?=[a-z]{2,}[\w.\-]*@)", r"\1 ", text)  # a phone glued to an address
    # Inside the domain only: "@firm. es", "@firm,es".
    return re.sub(
        r"@[\w\-]+(?:\s?[.,]\s?[\w\-]+)+",
        lambda domain: re.sub(r"\s?[.,]\s?(?=[a-z]{2,}\b)", ".", domain[0]),
        text,
    )


def with_lost_at(text: str, names: Iterable[str]) -> str:
    """The text with @ where a reader saw a letter in its place: between a word and a domain's own name.

    `names`: those that the rest of the card shows to be the firm's, folded, without space. "ana.gilQfirma.es" is an
    address where the firm is Firma; nothing is an address by its look alone.
    """
    if "@" in text or _SITE_BEGINS.search(text):
        return text
    flat = _flat(text)
    for name in sorted((name for name in names if len(name) >= SHORTEST_NAME), key=len, reverse=True):
        lost = re.search(rf"(?<=[a-z0-9])[{LOOKS_LIKE_AT}](?={re.escape(name)}\.[a-z]{{2}})", flat)
        if lost:
            local = text[: lost.start()]
            if re.search(r"[a-z][OQ]$", local) and not re.search(r"[A-Z]", local[:-1]):
                local = local[:-1]  # one sign read as two: "ana.gilOqfirma.es"
            return local + "@" + text[lost.end() :]
    return text


def is_free(address: str) -> bool:
    return address.partition("@")[2].split(".")[0] in FREE


def is_shared(address: str) -> bool:
    return address.partition("@")[0] in SHARED


def _flat(text: str) -> str:
    """Lower case, without accents, every character in its place."""
    return "".join(folded if len(folded := fold(c)) == 1 else c.lower()[:1] for c in text)


def _cut_ending(address: str, end: int) -> tuple[str | None, int]:
    """Without what was glued behind ("firm.com.coWeb"); None where no known ending is left."""
    kept = known_ending(_before_another(address))
    if kept is None:
        return None, end
    return kept.lstrip("._-"), end - (len(address) - len(kept))


def _before_another(address: str) -> str:
    """Without a second address that only a hyphen parts from it: "ana@firm.com.mx-linkedin.com"."""
    local, _, domain = address.partition("@")
    for hyphen in re.finditer("-", domain):
        head, rest = domain[: hyphen.start()], domain[hyphen.end() :]
        if "." in head and "." in rest and known_ending(head) == head:
            return f"{local}@{head}"
    return address
