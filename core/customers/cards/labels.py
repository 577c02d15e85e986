"""The words and letters that cards put before a number or an address: "Tel.", "M:", "E-mail"."""

import re
from typing import Literal

from core.customers.cards.folding import fold
from core.customers.cards.lexicon import phrases

Label = Literal["office", "mobile", "fax", "email", "web", "address", "tax"]

WORDS: dict[Label, str] = {
    "mobile": (
        "movil mov celular cel mobile mob cell cellphone handy mobil mobiltelefon mobilfunk port portable gsm "
        "口 日 目 "  # what readers take a telephone drawn as a box for
        "m c whatsapp wa wsp telemovel tlm cellulare mobiel natel telemobil mvl"
    ),
    "office": (
        "tel telefono telefonos telf tfno tlf tlfno tf tfn phone ph telephone office work direct directo dir "
        "oficina fijo centralita conmutador pbx fon fono telefon buro buero bureau fixe ligne standard "
        "durchwahl zentrale main landline telefone ufficio trabajo t p o d ddi call voice telefoon"
    ),
    "fax": "fax telefax telecopie telecopieur f fx",
    "email": "email mail correo courriel e electronico mailto eml correu posta",
    "web": "web www website w site sitio pagina url internet homepage online",
    "address": (
        "direccion address addr adresse anschrift domicilio dom a sede endereco indirizzo oficinas add of ofna morada "
        "ubicacion location standort adreca"
    ),
    "tax": (
        "nif cif dni nie rfc nit cuit cuil ruc rut run cnpj cpf vat ust ustid ustidnr uid steuernr tva siret "
        "siren rcs piva nipc ein hrb tin curp iban bic cedula matricula colegiado"
    ),
}
KINDS: dict[str, Label] = {word: label for label in reversed(WORDS) for word in WORDS[label].split()}

_PHONE_AND_FAX = re.compile(r"\bt\s*/\s*f\b|\b(?:tel\w*|tfno|t)\b[\s./\-]*(?:y|e|and|und|et|&)?[\s./\-]*\bfax\b")
_WORD = re.compile(r"[a-z]{2,}|(?<![a-z])[a-z](?![a-z]|\s?\d{3})|[口日目]")  # "M5500" is a postcode
_HEADS_ADDRESS = frozenset(WORDS["address"].split()) - {"of", "ofna", "oficinas"}
_HEADS_EITHER = phrases("kinds_of_place") | {"dir", "d"}
"""What kind of place it is, too: before a number it is a phone's label."""


def last_label(text: str) -> Label | None:
    """The kind that the last label in `text` names: the one nearest to what follows."""
    found: Label | None = None
    text = _PHONE_AND_FAX.sub("tel", fold(text))
    for word in _WORD.findall(_dotless(text)):
        found = KINDS.get(word, found)
    return found


def leading_label(text: str) -> Label | None:
    """The label that a line of nothing but labels and a number begins with; "120 Main St" and "C/ Sol 4" have none."""
    lead = re.split(r"[\d+(]", text, maxsplit=1)[0]
    if not lead.strip() or re.match(r"\s*[Cc]/", lead) or not is_only_labels(lead):
        return None
    return last_label(lead)


def place_label(text: str) -> tuple[str, bool]:
    """What follows a word that heads addresses ("Dir.: ", "Taller: ", "D"), and whether it can head nothing else.

    Where a word heads phones too, it is an address's only before letters. Empty where there is no such word.
    """
    for words in (2, 1):
        head = re.match(rf"\s*((?:[^\W\d_]+ ){{{words - 1}}}[^\W\d_]+)\s*([.:]+\s*|\s+)(?=(\d)?)", text)
        word = fold(head[1]) if head else ""
        if head and (word in _HEADS_ADDRESS or (word in _HEADS_EITHER and not head[3])):
            return text[head.end() :], bool(head[2].strip()) and len(word) > 1
    return "", False


def without_trailing_label(text: str) -> str:
    """The text without the label of what was taken out behind it: "81 Conduit Street Web:"."""
    last = re.search(r"\s+([^\W\d_]+)\s*:\s*$", text)
    return text[: last.start()] if last and fold(last[1]) in KINDS else text


def is_only_labels(text: str) -> bool:
    """Whether nothing but labels and marks stands here."""
    return all(word in KINDS for word in _WORD.findall(_dotless(text))) and not re.search(r"\d", text)


def _dotless(text: str) -> str:
    """Folded, with "e-mail" and "N.I.F." in one word."""
    folded = re.sub(r"\be[\s.\-]?mail\b", "email", fold(text))
    return re.sub(r"\b(?:[a-z]\.){2,}", lambda dotted: dotted[0].replace(".", "") + " ", folded)
