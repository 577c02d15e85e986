"""Is this a business card at all? Receipts, letters, leaflets and signs carry phones and names too."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re
from collections.abc import Sequence

from core.customers.cards.emails import find_emails, is_shared
from core.customers.cards.extraction import Extraction
from core.customers.cards.folding import fold
from core.customers.cards.headlines import Headlines
from core.customers.cards.layout import Piece
from core.customers.cards.lexicon import phrases
from core.customers.cards.postcodes import find_postcode
from core.customers.cards.titles import role_words
from core.customers.cards.weighing import name_in_emails

AGAINST_A_BACK = 2.0
"""How much may speak against a side without a name: less than a bill, a letter or a leaflet has."""
ADDRESSEE = 4.5
"""What speaks against a name that is a letter's on its envelope."""
USUAL_WORDS, MOST_WORDS = 80, 130
"""Cards have 10 to 60 words; those with a list of services on them up to twice that."""
FEWEST_HEADS = 2
"""Of a curriculum's parts, from which on it is one; a card may have one such word among what the firm does."""
MOST_PERSONS = 2
"""Whose own e-mail addresses a card may have; more make a list."""

_AMOUNT = re.compile(r"(?:^|\s)[$€£]?\s?\d{1,6}[.,]\d{2}\s?(?:€|eur|\$|mxn|cop|usd|gbp|£)?(?:\s|$)", re.I)
_MONEY = re.compile(r"[€$£]\s?\d|\d\s?(?:€|eur\b|£|%)", re.I)


def _said(name: str) -> re.Pattern[str]:
    """Any of the phrases of a list, as whole words; 0 in them is any digit."""
    return re.compile(rf"\b(?:{'|'.join(re.escape(phrase).replace('0', '[0-9]') for phrase in phrases(name))})\b")


_SAID = (
    (_said("on_bills"), 1.2),
    (_said("in_letters"), 2.0),
    (_said("on_papers"), 2.0),
    (_said("in_offers"), 1.2),
    (_said("calls_to_passers_by"), 1.2),
)
"""What cards do not say, and how much each phrase speaks against one."""
_SENDER = re.compile(r"<\s?\S+@")
"""Who a mail is from: "Ana Pérez <ana@firma.es>"."""
_DAY = re.compile(
    r"\b\d{1,2}(?:\s*(?:-|al?|y)\s*\d{1,2})?(?:\.|st|nd|rd|th)?\s*(?:de |of )?"
    rf"(?:{'|'.join(sorted(phrases('months')))})\b"
    r"|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}\b|\b\d{1,2}:\d{2}\b"
)
"""A day or an hour: bills, letters and posters have one, cards have none."""
_RESUME_HEADS = phrases("in_resumes")
_YEARS = re.compile(
    r"\b(?:19|20)\d\d\s*(?:[-–—/]|\b(?:al?|to|bis|until|hasta|tot)\b)\s*(?:(?:\d\d[./])?(?:19|20)\d\d|actual\w*|present\w*|"
    r"today|now|current|hoy|ahora|heute|aujourd\w*|oggi|heden|hoje|atual\w*|date)\b"
    r"|^(?:desde|since|seit|depuis|dal|sinds)\s+(?:\w+\s+){0,2}(?:19|20)\d\d$"
)
"""How long somebody worked or studied somewhere: "2019 – actualidad"."""
_HEADS_LETTER = re.compile(
    r"^[^\W\d][\w .'-]{2,},\s*(?:a |le |den |li |il )?\d{1,2}\.?\s*(?:de |of |d')?"
    rf"(?:{'|'.join(sorted(phrases('months')))})\.?,?\s*(?:de |del |of )?(?:19|20)\d\d$"
    r"|^(?:madame|monsieur|mesdames|messieurs|estimad\w+|apreciad\w+|distinguid\w+|benvolgu\w+|dear|sehr geehrt\w*|"
    r"egregi\w|gentile|spett\S*|prezad\w+|exm\w+|car[oa])\b[^@\d]*[,:]$",
)
"""Where and when a letter was written, or to whom: "Grenoble, le 6 juin 2025", "Madame,"."""


def is_card(pieces: Sequence[Piece], found: Extraction, headlines: Headlines) -> bool:
    """Whether these pieces are a person's card: a name, a way to reach or place the person, and nothing against it."""
    if headlines.name is None:
        return False
    if not found.emails and not found.phones and not (_names_a_role(headlines) and found.websites):
        return False  # a badge
    if not (_names_a_role(headlines) or headlines.company or found.emails or found.websites):
        return False  # a note of whom to call
    against = _against(pieces) + ADDRESSEE * _is_addressee(pieces, found, headlines)
    return against < _in_favour(found, headlines)


def _is_addressee(pieces: Sequence[Piece], found: Extraction, headlines: Headlines) -> bool:
    """Whether the name is a letter's on its envelope: nothing says what the person does, and there are two addresses.

    The sender's phone and web are no way to reach them.
    """
    if headlines.name is None or headlines.title is not None or found.emails:
        return False
    places = {code.value for piece in pieces if (code := find_postcode(piece.text, found.countries[0])) is not None}
    return len(places) > 1


def may_be_back(pieces: Sequence[Piece], found: Extraction, headlines: Headlines) -> bool:
    """Whether this may be the side of a card that bears no name: a logo, the firm's address, its web."""
    says_something = bool(found.emails or found.phones or found.websites or headlines.company)
    return says_something and _against(pieces) < AGAINST_A_BACK


def _in_favour(found: Extraction, headlines: Headlines) -> float:
    name, title, company = headlines.weights
    favour = 1.0 + min(name, 4.0) / 2 + (1.0 if title > 0 and _names_a_role(headlines) else 0.0) + 0.5 * (company > 0)
    is_personal = headlines.name is not None and _has_own_address(headlines.name.text, found)
    return favour + 1.0 * bool(found.emails) + 1.5 * is_personal + 0.5 * bool(found.phones) + 0.5 * bool(found.websites)


def _names_a_role(headlines: Headlines) -> bool:
    return headlines.title is not None and role_words(headlines.title.text) > 0


def _has_own_address(name: str, found: Extraction) -> bool:
    return name_in_emails(name, tuple(email.value for email in found.emails)) >= 0.6


def _against(pieces: Sequence[Piece]) -> float:
    texts = [fold(piece.text) for piece in pieces]
    everything = " \n ".join(texts)
    amounts = sum(bool(_AMOUNT.search(text)) for text in texts)
    prices = sum(bool(_MONEY.search(text)) for text in texts)
    against = 1.5 * max(amounts - 1, 0) + 1.2 * prices + 2.0 * max(prices - 1, 0)
    for pattern, weight in _SAID:
        against += weight * len(set(pattern.findall(everything)))
    against += 1.2 * bool(_DAY.search(everything)) + 0.8 * sum(
        "!" in text or "¿" in text or "?" in text for text in texts
    )
    against += 1.2 * sum(len(text.split()) > 9 for text in texts) + 3.0 * bool(_SENDER.search(everything))
    against += 3.5 * sum(bool(_HEADS_LETTER.search(text.strip())) for text in texts)
    against += _like_resume(texts) + 2.5 * max(_persons(texts) - MOST_PERSONS, 0)
    count = len(everything.split())
    against += max(count - USUAL_WORDS, 0) / 25
    return against + (3.0 * (count - MOST_WORDS) / MOST_WORDS + 3.0 if count > MOST_WORDS else 0.0)


def _like_resume(texts: Sequence[str]) -> float:
    """How much speaks for a curriculum: headings of its parts, and the years of each post."""
    heads = {bare for text in texts if (bare := text.strip(" :.-–—_|").replace("’", "'")) in _RESUME_HEADS}
    spans = sum(len(_YEARS.findall(text.strip())) for text in texts)
    return (3.0 * (len(heads) - 1) if len(heads) >= FEWEST_HEADS else 0.0) + (2.0 * spans if spans > 1 else 0.5 * spans)


def _persons(texts: Sequence[str]) -> int:
    """How many persons' own addresses there are."""
    return len({one.value for text in texts for one in find_emails(text) if not is_shared(one.value)})
