"""Take out of a card's pieces what can be told by its form alone: e-mails, websites, tax numbers, phones."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from core.customers.cards import domains, emails, labels, phones
from core.customers.cards.card import Phone
from core.customers.cards.companies import bare_company, has_legal_form
from core.customers.cards.domains import own_name
from core.customers.cards.emails import Found, find_emails
from core.customers.cards.folding import slug
from core.customers.cards.layout import Page, Piece
from core.customers.cards.places import country_code
from core.customers.cards.streets import is_numbered, is_street, opens_street
from core.customers.cards.taxes import find_tax_ids
from core.customers.cards.towns import may_be_city
from core.customers.cards.websites import find_websites

_NUMBER_RUN = re.compile(
    r"(?:[A-Za-zÀ-ÿ.\-]{1,12}[\s.:]*)?[+(]{0,2}\d[\d\s().\-/+]{5,}\d(?:[\s,;(]*[a-zA-Zó.]{1,9}[.:\s]*\d{1,5}\b\)?)?"
)
_MARKS = " ,;:|/·*•-–—()口日目"
"""What stands around words and belongs to none of them, icons that were read as signs too."""
_PHONE_WITHIN = re.compile(
    r"\b(?:tel\w*|cel\w*|m[oó]v(?:il)?|mob(?:ile)?|fono?|ph(?:one)?)\b[.:\s]*[+(]?\d", re.IGNORECASE
)
"""An address and phones in one line."""

UNKNOWN_RANGE = 0.6
"""How sure a number is that is long enough but of a range that its country has not given out, as far as we know."""


MENDED = 0.6
"""How sure an address is that was put right."""


@dataclass(frozen=True)
class Sure:
    """A value with the confidence of the piece that it was read in."""

    value: str
    confidence: float


@dataclass
class Extraction:
    """What was taken out, in printed order, and what is left."""

    emails: list[Sure]
    websites: list[Sure]
    tax_ids: list[Sure]
    phones: list[tuple[Phone, float]]
    rest: list[Piece]
    countries: list[str]
    """Where the card seems to come from, ISO, the likeliest first; never empty."""
    broken_phones: int = 0

    def domains(self) -> tuple[str, ...]:
        """Those that may be the firm's own."""
        own = [address.value.partition("@")[2] for address in self.emails if not emails.is_free(address.value)]
        return tuple(dict.fromkeys([*own, *(site.value.partition("/")[0] for site in self.websites)]))


def extract(page: Page, default_region: str) -> Extraction:
    """Everything that the form of the text alone tells."""
    found = Extraction([], [], [], [], [], [default_region])
    left = [_take_addresses(piece, found) for piece in _whole_emails(_with_lost_ats(page.pieces))]
    found.countries = _countries(page.pieces, found, default_region)
    for index, piece in enumerate(left):
        if not _heads_its_row(piece, page.pieces):
            found.rest += _take_phones(piece, left, index, found)
    return found


def _heads_its_row(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether it is the label of an address or a site that stands apart from it, in a column of its own."""
    if not piece.text or not labels.is_only_labels(piece.text):
        return False
    row = (
        other
        for other in pieces
        if other.box.left >= piece.box.right - 2
        and abs(other.box.middle - piece.box.middle) < 0.5 * min(other.box.height, piece.box.height)
    )
    nearest = min(row, key=lambda other: other.box.left, default=None)
    return nearest is not None and bool(find_emails(nearest.text) or find_websites(nearest.text))


def _with_lost_ats(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces with the @ that was read as a letter, and less sure then: the firm's name or its web elsewhere tells."""
    if any("@" in piece.text for piece in pieces):
        return list(pieces)
    hosts = {own_name(site.value.partition("/")[0]) for piece in pieces for site in find_websites(piece.text)}
    names = {slug(bare_company(piece.text)) for piece in pieces} | {slug(host) for host in hosts}
    whole = {slug(upper.text) + slug(bare_company(lower.text)) for upper, lower in pairwise(pieces)}
    mended = []
    for piece in pieces:
        sites = {slug(own_name(site.value.partition("/")[0])) for site in find_websites(piece.text)}
        is_site = not whole.isdisjoint(sites)  # "livrariaguerra.pt", of "Livraria" and "Guerra" under it
        text = piece.text if is_site else emails.with_lost_at(piece.text, names)
        sure = piece.confidence * (1.0 if text == piece.text else MENDED)
        mended.append(replace(piece, text=text, confidence=sure))
    return mended


def _whole_emails(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces in which an address broken over two lines stands in one."""
    whole: list[Piece] = []
    skip = False
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        if skip:
            skip = False
            continue
        one = piece
        if "@" in piece.text and following and not find_emails(piece.text) and "@" not in following.text:
            joined = piece.text.rstrip() + following.text.lstrip()
            if find_emails(joined):
                one, skip = replace(piece, text=joined), True
        whole.append(one)
    return whole


def _take_addresses(piece: Piece, found: Extraction) -> Piece:
    """E-mails, websites and tax numbers out of the piece, in that order: each may look like the next."""
    text = whole = emails.mend(piece.text)
    for find, values in ((find_emails, found.emails), (find_websites, found.websites), (find_tax_ids, found.tax_ids)):
        spans = find(text)
        for one in spans:
            sure = piece.confidence * (MENDED if one.is_doubtful else 1)
            if one.value and all(one.value != known.value for known in values):
                values.append(Sure(one.value, sure))
        text = _without(text, spans)
    if text != whole and labels.is_only_labels(text):
        text = ""  # what is left of "Correo: ana@firma.es"
    return replace(piece, text=text.strip())


def _without(text: str, spans: Iterable[Found]) -> str:
    for span in sorted(spans, key=lambda span: -span.start):
        text = text[: span.start] + "   " + text[span.end :]
    return text


def _countries(pieces: Sequence[Piece], found: Extraction, default_region: str) -> list[str]:
    """By what is printed: a country's name, country codes of phones, endings of domains; then the default."""
    votes = Counter({default_region: 1.5})
    for piece in pieces:
        for part in re.split(r"[,;()]\s*|\s-\s", piece.text):
            if (code := country_code(part)) is not None:
                votes[code] += 3
        for one in phones.find_phones(piece.text, ["ZZ"]):
            votes[phones.country(one.phone) or default_region] += 2
    for site in found.domains():
        if (code := domains.country(site)) is not None:
            votes[code] += 2
    return [code for code, _ in votes.most_common()]


def _take_phones(piece: Piece, pieces: Sequence[Piece], index: int, found: Extraction) -> list[Piece]:
    """The pieces that are left when phones and labels are gone."""
    text = _without_place_label(labels.without_trailing_label(piece.text))
    is_address = is_street(text) and "+" not in text and labels.leading_label(text) not in ("office", "mobile", "fax")
    may_hold = not is_address or not opens_street(text) or bool(_PHONE_WITHIN.search(text))
    here = phones.find_phones(text, found.countries, _label_beside(piece, pieces, index)) if may_hold else []
    known = {phone.e164 for phone, _ in found.phones}
    for one in here:
        if one.phone.e164 not in known:
            found.phones.append((one.phone, piece.confidence * (1.0 if one.is_valid else UNKNOWN_RANGE)))
    if not here and not is_address and phones.looks_broken(text, found.countries):
        found.broken_phones += 1
        return []
    parts = _NUMBER_RUN.split(text) if here else re.split(r"\s{3,}", text)
    return [replace(piece, text=part) for raw in parts if (part := _worded(raw, piece.text)) is not None]


def _without_place_label(text: str) -> str:
    """Without "Dir.: " and the like; a letter alone is such a label only before what reads like an address."""
    rest, is_certain = labels.place_label(text)
    if has_legal_form(text) and not is_certain:
        return text  # "CLÍNICA DO VALE, LTDA."
    is_place = (is_street(rest) and is_numbered(rest)) or may_be_city(rest)
    return rest if rest and (is_certain or is_place) else text


def _label_beside(piece: Piece, pieces: Sequence[Piece], index: int) -> str:
    """The label that stands alone to the left in the same row, the nearest of several."""
    found = [
        other
        for other in pieces
        if other is not pieces[index]
        and abs(other.box.middle - piece.box.middle) < 0.5 * piece.box.height
        and other.box.right <= piece.box.left + 2
        and 0 < len(other.text) < 14
        and labels.is_only_labels(other.text)
    ]
    return max(found, key=lambda other: other.box.right).text if found else ""


def _worded(raw: str, printed: str) -> str | None:
    """The words of what is left of a piece; None for labels and marks. An untouched piece stays whole."""
    text = raw.strip(_MARKS)
    untouched = text == printed.strip(_MARKS)
    if not any(c.isalpha() for c in text) and not re.search(r"\d{4,}", text):
        return None
    if labels.is_only_labels(text) and not (untouched and len(text) > 3):
        return None
    return printed.strip() if untouched and printed.rstrip().endswith(",") else text  # "Calle Sol 4," goes on
