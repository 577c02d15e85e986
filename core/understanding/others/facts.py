"""What is on a card, told or forwarded, and expenses: facts to keep, but no entry."""

import re

from core.understanding.others.rows import Row, Table, one_of
from core.understanding.text import Sentence

_DETAIL = one_of("telefono, tlf, movil, numero, correo, mail, email, direccion, phone, mobile, number, address")
_DETAIL_EN = one_of("phone, mobile, number, email, mail, address, cell, extension, postcode")

FACTS = Table(
    Row(
        "a number or an address of somebody",
        rf"(?:(?:el|la|the|ojo|nota|note|fyi) )*(?:nuevo |new )?{_DETAIL} (?:de|of|for) .{{2,60}}? (?:es|is|:)(?: |$)",
        "el nuevo móvil de Marta es 600 100 200",
    ),
    Row(
        "somebody's number or address",
        r"\S+(?: \S+)?(?: 's)? (?:new )?(?:phone|mobile|number|email|address)(?: number)? (?:is|:) ",
        "Gemma's new mobile is 07700 900111",
    ),
    Row(
        "the same without a verb",
        rf"\S+(?: \S+)?(?: 's)? (?:new |work |home |mobile |cell |direct |email )*{_DETAIL_EN}"
        r"(?: number| address)?(?: is| :)? (?=\+|\d[\d ]{5}|\S+@)",
        "Gemma's new mobile 07700 900111",
    ),
    Row(
        "somebody has another number",
        r"\b(?:ha|han) cambiado de (?:movil|numero|correo|telefono|mail|direccion)\b",
        "Marta ha cambiado de móvil",
        anywhere=True,
    ),
    Row(
        "when they are open",
        r"(?:(?:los|la gente|las chicas) de |en )?(?:\S+ ){1,4}?(?:no )?(?:abren?|cierran?) "
        r"(?:a|de|desde|hasta) (?:las? )?(?:\d|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\b[^,.;:]*$",
        "los de Vega abren a las 8",
    ),
    Row("a forwarded text", r"(?:reenvio|reenviado|fwd|fw|rv|forwarded)(?: [:>«\"]| message| mensaje)", "RV: oferta"),
    Row(
        "an expense",
        r"(?:gastos?|gasolina|gasoil|dietas|kilometraje|peajes?|parking|ticket|factura de (?:comida|hotel|taller))\b"
        r"(?: :)?(?= \D*\d)",
        "peaje 12,40",
    ),
    Row(
        "an expense, in English",
        r"(?:expenses?|mileage|fuel(?! (?:tank|tanks|monitoring|card|cards|system|supply|pump|pumps|store|contract))|"
        r"petrol|diesel|parking|tolls?|receipt|hotel bill)\b(?: :)?(?= \D*\d)",
        "parking 12.40",
    ),
)

_CONTACT_DETAIL = re.compile(r"\S+@\S+\.\S+|(?<![\d.,])\+?\d[\d ]{7,}\d(?!\d)")
_LABELS_OF_A_CARD = re.compile(
    r"(?i)\b(?:tel|telf|tlf|mob|mobile|movil|móvil|email|mail|e-mail|phone|cell|correo)\b\.?:?"
)
_FEWEST_ON_A_CARD = 6


def is_card(sentence: Sentence) -> bool:
    """Whether it is but a name with an address or a number: "Ann Hill 07700 900123 ann@hill.co"."""
    if "(" in sentence.original or not _CONTACT_DETAIL.search(sentence.original):
        return False
    rest = _LABELS_OF_A_CARD.sub(" ", _CONTACT_DETAIL.sub(" ", sentence.original))
    words = re.findall(r"[^\W\d_]+", rest)
    return len(words) <= _FEWEST_ON_A_CARD and all(word[0].isupper() or word in {"de", "del", "y"} for word in words)
