"""Lines that say two things – "Ana Pérez, Directora Comercial", "CEO, Acme Inc." – taken apart."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re
from dataclasses import replace

from core.customers.cards import companies, titles
from core.customers.cards.layout import Piece
from core.customers.cards.names import knows_given_name, looks_like_name
from core.customers.cards.weighing import Clues, is_slogan, name_in_emails

_BETWEEN = re.compile(r"\s+[-–—/]\s+|\s*,\s+|\s+(?:en|at|bei|chez)\s+")


def apart(piece: Piece, clues: Clues) -> list[Piece]:
    """The piece in two where its halves are clearly a name, a title or a firm of their own; else as it is."""
    if (cut := _end_of_firm(piece.text, clues)) is not None:
        return _halves(piece, piece.text[:cut].rstrip(), piece.text[cut:].lstrip())
    for gap in _BETWEEN.finditer(piece.text):
        head, tail = piece.text[: gap.start()], piece.text[gap.end() :]
        if _are_two(head, tail, clues):
            return _halves(piece, head, tail)
    return [piece]


def _are_two(head: str, tail: str, clues: Clues) -> bool:
    if _is_person(head, clues) and (_is_title(tail) or _is_firm(tail, clues)):
        return True
    if companies.has_legal_form(head) and not companies.has_legal_form(tail):
        return not head.rstrip().endswith(",")  # "Acme, S.L. - Lun a Vie"
    return _is_title(head) and _is_firm(tail, clues) and not companies.has_legal_form(head)


def _end_of_firm(text: str, clues: Clues) -> int | None:
    """Where what a firm says of itself begins behind its name in one line: "EL TORNILLO Todo para su obra".

    The domain has the name and nothing of the rest, which is small print behind capitals, or a slogan.
    """
    if companies.has_legal_form(text) or companies.domain_likeness(text, clues.domains) == 1:
        return None
    for gap in re.finditer(r"\s+", text):
        head, tail = text[: gap.start()], text[gap.end() :]
        is_other = (head.isupper() and not tail.isupper() and tail[:1].isupper()) or is_slogan(tail)
        if is_other and len(tail.split()) > 1 and companies.domain_likeness(head, clues.domains) == 1:
            return gap.start()
    return None


def _is_person(text: str, clues: Clues) -> bool:
    is_named = knows_given_name(text) or name_in_emails(text, clues.emails) > 0.6
    return looks_like_name(text) and is_named and not titles.role_words(text)


def _is_title(text: str) -> bool:
    return titles.role_words(text) > 0 and not companies.has_legal_form(text)


def _is_firm(text: str, clues: Clues) -> bool:
    is_form_alone = companies.bare_company("x " + text) == "x"
    is_firm = companies.has_legal_form(text) or companies.domain_likeness(text, clues.domains) > 0.9
    return is_firm and not is_form_alone


def _halves(piece: Piece, head: str, tail: str) -> list[Piece]:
    """Side by side in the same row, each with its share of the width."""
    cut = piece.box.left + piece.box.width * len(head) / max(len(piece.text), 1)
    return [
        replace(piece, text=head, box=replace(piece.box, right=cut)),
        replace(piece, text=tail, box=replace(piece.box, left=cut)),
    ]
