"""Is this a business card at all? Receipts, letters, leaflets and signs carry phones and names too."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re
from collections.abc import Sequence

from core.customers.cards.extraction import Extraction
from core.customers.cards.folding import fold
from core.customers.cards.headlines import Headlines
from core.customers.cards.layout import Piece

AGAINST_A_BACK = 2.0
"""How much may speak against a side without a name: less than a bill, a letter or a leaflet has."""
MOST_WORDS = 130
"""Cards have 10 to 60 words; those with a list of services on them up to twice that."""

_AMOUNT = re.compile(r"(?:^|\s)[$€£]?\s?\d{1,6}[.,]\d{2}\s?(?:€|eur|\$|mxn|cop|usd|gbp|£)?(?:\s|$)", re.I)
_MONEY = re.compile(r"[€$£]\s?\d|\d\s?(?:€|eur\b|£|%)", re.I)
_BILL = re.compile(
    r"\b(?:total|subtotal|iva|vat|mwst|tva|factura|invoice|rechnung|facture|ticket|recibo|receipt|quittung|importe|amount|"
    r"cambio|efectivo|cash|tarjeta|mesa|cajero|cant|qty|precio|price|menge|summe|albaran|pedido no|presupuesto no|"
    r"gracias por su|thank you for|vielen dank|merci de votre|fecha|date|base imponible|vencimiento)\b"
)
_LETTER = re.compile(
    r"\b(?:estimad[oa]s?|muy senor|querid[oa]|dear|sehr geehrte|cher|chere|madame, monsieur|atentamente|cordialmente|"
    r"un saludo|saludos|sincerely|yours|regards|mit freundlichen|cordialement|asunto|subject|betreff|objet|ref)\b"
)
_OFFER = re.compile(
    r"\b(?:oferta|ofertas|descuento|promocion|gratis|rebajas|sale|discount|free|offer|angebot|rabatt|gratuit|soldes|menu|"
    r"entrada|inscribete|reserva ya|llama ya|call now|abierto|open daily|hasta el|valid until|sorteo|black friday)\b"
)


def is_card(pieces: Sequence[Piece], found: Extraction, headlines: Headlines) -> bool:
    """Whether these pieces are a person's card: a name, a way to reach or place the person, and nothing against it."""
    if headlines.name is None:
        return False
    reaches = len(found.emails) + len(found.phones)
    if not reaches and not (headlines.title and (headlines.company or found.websites)):
        return False
    return _against(pieces) < _in_favour(found, headlines)


def may_be_back(pieces: Sequence[Piece], found: Extraction, headlines: Headlines) -> bool:
    """Whether this may be the side of a card that bears no name: a logo, the firm's address, its web."""
    says_something = bool(found.emails or found.phones or found.websites or headlines.company)
    return says_something and _against(pieces) < AGAINST_A_BACK


def _in_favour(found: Extraction, headlines: Headlines) -> float:
    name, title, company = headlines.weights
    favour = 1.0 + min(name, 4.0) / 2 + (1.0 if title > 0 else 0.0) + (0.5 if company > 0 else 0.0)
    return favour + 1.0 * bool(found.emails) + 0.5 * bool(found.phones) + 0.5 * bool(found.websites)


def _against(pieces: Sequence[Piece]) -> float:
    texts = [fold(piece.text) for piece in pieces]
    everything = " \n ".join(texts)
    amounts = sum(bool(_AMOUNT.search(text)) for text in texts)
    against = 1.5 * max(amounts - 1, 0) + 0.8 * sum(bool(_MONEY.search(text)) for text in texts)
    against += 1.2 * len(set(_BILL.findall(everything)))
    against += 2.0 * len(set(_LETTER.findall(everything))) + 1.2 * len(set(_OFFER.findall(everything)))
    against += 1.2 * sum(len(text.split()) > 9 for text in texts)
    count = len(everything.split())
    return against + (3.0 * (count - MOST_WORDS) / MOST_WORDS + 3.0 if count > MOST_WORDS else 0.0)
