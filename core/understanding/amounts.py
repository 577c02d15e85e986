"""Money in a sentence: 12.000 € · 12k · $5,000 · doce mil euros · 1,5 millones · por 8500.

Quantities, phone numbers, percentages and prices a piece are no amounts; a bare number is one only where
a word of money leads to it (`por 8500`, `quote of 12,500`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core.understanding.amounts_of_others import is_no_deal
from core.understanding.numbers import DIGITS, MULTIPLES, SPOKEN, digits_value, spoken_value
from core.understanding.text import Sentence, Span, tokenise

CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "eurillos": "EUR", "pavos": "EUR",
    "$": "USD", "usd": "USD", "dolar": "USD", "dolares": "USD", "dollar": "USD", "dollars": "USD", "bucks": "USD",
    "£": "GBP", "gbp": "GBP", "libras": "GBP", "pound": "GBP", "pounds": "GBP", "quid": "GBP",
    "nz$": "NZD", "nzd": "NZD", "a$": "AUD", "au$": "AUD", "aud": "AUD", "c$": "CAD", "ca$": "CAD", "cad": "CAD",
    "us$": "USD", "hk$": "HKD", "s$": "SGD", "mx$": "MXN", "chf": "CHF",
    "peso": "MXN", "pesos": "MXN", "mxn": "MXN", "cop": "COP", "clp": "CLP", "ars": "ARS", "pen": "PEN",
}  # fmt: skip

_OF_LANDS = {
    "colombian": "COP", "argentin": "ARS", "mexican": "MXN", "chilen": "CLP", "uruguay": "UYU", "dominican": "DOP",
    "peruan": "PEN", "canadiense": "CAD", "australian": "AUD", "estadounidense": "USD", "american": "USD",
}  # fmt: skip
"""Whose pesos or dollars they are: "3 millones de pesos *colombianos*"."""
_SIGN = "|".join(re.escape(word) for word in sorted(CURRENCIES, key=len, reverse=True))
_MULTIPLE = "|".join(sorted((word for word in MULTIPLES if word != "hundred"), key=len, reverse=True))
_AFTER_A_SUM = (
    r"(?: (?:[^a-z]|(?:a|for|on|in|and|but|if|plus|more|less|off|over|under|per|each|all|ex|inc|tops|at|to|with|by|"
    r"so|is|"
    r"was|or|up|down|extra|deposit|total|worth|would|should|will|this|next|every|from|it|of|they|he|she|i|we)(?!\S))|$)"
)
"""What may follow "a grand" where it is money: "a grand spot" is none."""
_NUMBER = re.compile(
    rf"(?<!\S)(?:(?P<before>{_SIGN}) )?"
    rf"(?:(?P<digits>{DIGITS})|(?P<half>medio|half a)|(?P<spoken>{SPOKEN}|"
    rf"an?(?= (?:million|grand(?={_AFTER_A_SUM})))))"
    rf"(?P<half_more> and a half(?= (?:million|grand|thousand|k)\b))?(?: (?P<multiple>{_MULTIPLE}))?"
    r"(?P<and_half> y medio| and a half)?"
    rf"(?: (?:de )?(?P<after>{_SIGN})(?: (?P<land>{'|'.join(_OF_LANDS)})[oa]?s?)?)?(?!\S)"
)
_PER_PIECE = re.compile(
    r"(?: (?:(?:la|el|por|cada|per|a|an|each|al|a la) |/ ?)"
    r"(?:unidad|ud|pieza|kilo|kg|litro|metro|caja|hora|mes|unit|piece|box|hour|month|ton|tonne|bag|bale|"
    r"sheet|head|roll|tin|drum|bottle|case|pair|dozen|metre|meter|foot|gallon|litre|liter|tub|length|plate|cover|"
    r"palet|pallet)s?\b| each\b| / |(?: (?:menos|mas))? (?:cada (?:un[oa]|cual)|por (?:cabeza|barba|persona|"
    r"cubierto))\b| (?:menos|mas) (?:barat|car[oa]|cada|la|el|por))"
)
_OF_EACH = re.compile(r" (?:la|el|por|cada|per|a|an|each) (?!total|iva|mes|ano)[a-z]+")
"""After some cents: the price of each, whatever it is ("0,04 € la bolsa")."""
_AT_MOST = re.compile(r"\b(?:under|below|less than|menos de|over|more than) $")
"""Before some coins: a price that is sought, not that of the deal ("reds *under* 12 euros")."""
_OF_MANY = re.compile(r"\b\d+ [a-z]{3,}s a$")
"""Before the price of one: "30 cajas *a* 12 €"."""
_CUE = re.compile(
    r"\b(?:por|for|importe|valor|worth|total|budget|presupuesto|oferta|quote|offer|amount|"
    r"cifra|euros?|precio|price|at|son|value|"
    r"propuesta|proposal|factura|invoice|contrato|contract|pedido|order|venta|sale|suben?|"
    r"bajan?|ofrecen|pagan|(?:deja|dejan|dejamos|dejo|queda|quedan|quedaria|dejasemos|dejaramos)(?= (?:en|por))|"
    r"deal|opp|oportunidad|opportunity)"
    r"(?: (?:de|of|por|for|a|en|at|unos|unas|about|around|is|es|son|total|to|hasta|casi|"
    r"worth|:))*$"
)
_WEAK_CUE = re.compile(r"\b(?:at|for|por|son|order|pedido)(?: (?:de|of|unos|unas|about|around))*$")
_FUNCTION_WORD = re.compile(
    r"[^\w%]|(?:y|e|o|que|para|con|sin|a|en|de|el|la|lo|los|and|or|for|to|with|in|on|but|"
    r"pero|mas|plus|si|if|por|ya|so|"
    r"they|se|me|nos|le|les|iva|ex|net|neto|bruto|en total|total|aprox|approx|this|get in|"
    r"all in|in the end|boom|happy days|esta|"
    r"este|volver|call|llamar|al (?:final|cabo))\b"
)
FIRST_YEAR, LAST_YEAR = 1950, 2060
_THOUSAND = 1000
SMALLEST_BARE = 100
"""A number below it, without sign or multiple, is a quantity."""


@dataclass(frozen=True, slots=True)
class Money:
    """A value and an ISO 4217 currency."""

    value: Decimal
    currency: str

    def as_json(self) -> dict[str, object]:
        whole = self.value == self.value.to_integral_value()
        return {"value": int(self.value) if whole else float(self.value), "currency": self.currency}


@dataclass(frozen=True, slots=True)
class AmountWords:
    """Money where it was said; signed money comes before unsigned."""

    span: Span
    money: Money
    is_signed: bool


def parse_amount(text: str, currency: str, lang: str = "es") -> Money | None:
    """The money that `text` says, in `currency` where no sign is given; a text that is only a number is money too."""
    sentence = tokenise(text.strip())
    found = find_amounts(sentence, currency)
    if found:
        return found[0].money
    match = _NUMBER.fullmatch(sentence.plain)
    return Money(value, currency) if match and (value := _value(match)) is not None else None


def find_amounts(sentence: Sentence, currency: str, taken: frozenset[int] = frozenset()) -> list[AmountWords]:
    """Every amount of money outside the `taken` tokens, the surest first."""
    return sorted(_amounts(sentence, currency, taken), key=lambda amount: not amount.is_signed)


def _amounts(sentence: Sentence, currency: str, taken: frozenset[int]) -> Iterator[AmountWords]:
    for match in _NUMBER.finditer(sentence.plain):
        span = sentence.span(match)
        value = _value(match)
        if value is None or taken.intersection(range(*span)):
            continue
        rest = sentence.plain[match.end() :]
        sign = match["before"] or match["after"]
        before = sentence.plain[: match.start()]
        is_small = value < SMALLEST_BARE
        is_of_one = bool(
            _PER_PIECE.match(rest)
            or (
                is_small
                and (_OF_MANY.search(before.strip()) or _AT_MOST.search(before) or (value < 1 and _OF_EACH.match(rest)))
            )
        )
        if is_of_one or is_no_deal(before, rest) or not (sign or _is_bare_money(match, before, rest, value)):
            continue
        yield AmountWords(
            span, Money(value, _OF_LANDS.get(match["land"] or "") or _currency_of(sign, currency)), is_signed=bool(sign)
        )


def _currency_of(sign: str | None, own: str) -> str:
    """The currency of a sign: "$" and pesos are the company's own where those are dollars or pesos."""
    is_own = sign is None or (sign in {"$", "peso", "pesos"} and own in _DOLLARS_AND_PESOS)
    return own if is_own else CURRENCIES[str(sign)]


_DOLLARS_AND_PESOS = frozenset(["USD", "CAD", "AUD", "NZD", "MXN", "ARS", "CLP", "COP", "UYU", "DOP"])


def _value(match: re.Match[str]) -> Decimal | None:
    if match["half"]:
        value: Decimal | None = Decimal("0.5")
    elif match["digits"]:
        value = digits_value(match["digits"])
    else:
        value = Decimal(spoken_value(match["spoken"]))
        if value == 1 and not match["multiple"]:
            return None  # "ni *un peso*", "un euro la pieza"
    if value is None or (match["multiple"] == "m" and _IS_A_LENGTH.match(match.string, match.end())):
        return None
    multiple = MULTIPLES.get(match["multiple"] or "", 1)
    if (match["half"] and multiple == 1) or (match["multiple"] == "k" and value >= MULTIPLES["k"]):
        return None  # 4000 K are kelvins
    if match["half_more"]:
        value += Decimal("0.5")
    if match["and_half"]:
        value += Decimal("0.5") if multiple > 1 or value % _THOUSAND else Decimal(_THOUSAND) / 2  # once mil y medio
    return value * multiple


_IS_A_LENGTH = re.compile(
    r" (?:x|by|(?:or so |each )?(?:high|tall|wide|long|deep|across|square|off|up|away|apart|between|from|run|drop|"
    r"lengths?|sections?|panels?|boards?|posts?|poles?|sheets?|ladders?|cable|pipe|hose|height|width|tubes?|"
    r"letters|banners?|signs?))(?!\S)"
)
"""After metres: "a robot 2.4m *high*"."""


def _is_bare_money(match: re.Match[str], before: str, rest: str, value: Decimal) -> bool:
    follows = rest.strip()
    if match["spoken"] == "ciento" or re.match(r"%|por ciento|per ?cent", follows):
        return False
    is_thousands = bool(match["multiple"] or _IN_THOUSANDS.search(match.group()))
    is_traffic = is_thousands and _OF_TRAFFIC.match(follows)
    if is_traffic or (not match["multiple"] and re.match(r"\. ?\d|\d", follows)):
        return False
    if is_thousands:
        is_of_things = follows.startswith("de ") and bool(match["multiple"] or _PRICED.search(before.strip()))
        is_counted = _COUNTED.match(follows) and not (is_of_things or _SOLD_AT.search(before.strip()))
        return value >= SMALLEST_BARE and not is_counted and not _NO_MONEY_BEFORE.search(before.strip())
    has_noun = bool(follows) and not _FUNCTION_WORD.match(follows)  # 300 cajas
    if has_noun or _NAMED_BY_NUMBER.search(before) or _IS_YEAR.fullmatch(match.group()):
        return False
    if value < SMALLEST_BARE or len(re.sub(r"\D", "", match.group())) >= 9:  # noqa: PLR2004 - a phone number
        return False
    is_sold = value >= _LEAST_OF_A_SALE and _is_of_a_sale(before, follows)
    return is_sold or bool(_CUE.search(before.strip())) or _stands_alone(match, before, follows, value)


def _is_of_a_sale(before: str, follows: str) -> bool:
    """Whether a bare number ends what was sold or quoted: "signed for the four post lift *5600*", "*7800* all in"."""
    is_sold = _OF_A_SALE.search(before) and re.match(r"(?:[,;.!]|get in\b|for \d|$)", follows)
    is_price = re.match(r"(?:all in|(?:plus|ex|inc|\+) vat)\b", follows)
    return bool(is_sold or is_price) and not _NO_MONEY_BEFORE.search(before.strip())


def _stands_alone(match: re.Match[str], before: str, follows: str, value: Decimal) -> bool:
    """Whether a number of three digits and more is a piece of its own: "taps yes, 3300, sign Thursday"."""
    is_year = FIRST_YEAR <= value <= LAST_YEAR and value == value.to_integral_value()
    return (
        bool(match["digits"])
        and not is_year
        and before.rstrip()[-1:] in {",", ";", "-", "–", "!"}
        and (not follows or follows[0] in ",;.!-–")
        and not _NO_MONEY_BEFORE.search(before.strip())
    )


_PRICED = re.compile(r"\b(?:por|en|son|importe|total)$")
"""What leads to a sum though things follow: "por 23.400 *de guantes y fajas*"."""
_OF_A_SALE = re.compile(r"\b(?:signed|won|quoted?|proposal|sold|deal)\b(?! (?:on|no|number)\b)[^.;]* [a-z!]+ $")
"""What was sold or quoted, before a bare number that ends its piece: "signed for the four post lift *5600*"."""
_LEAST_OF_A_SALE = 300
_SOLD_AT = re.compile(r"\b(?:won|win|signed|sold|agreed|closed|bagged|landed|ours)(?: [a-z']+){0,2} at$")
"""What leads to the price of a sale, whatever noun comes after it: "won at 24,500 drinks on me"."""
_NAMED_BY_NUMBER = re.compile(r"\b(?:facturas?|albaran(?:es)?|invoices?|ticket|expediente|incidencia) $")
"""What bears a number: `la factura 2231`."""
_IS_YEAR = re.compile(r"20[2-4]\d")
_IN_THOUSANDS = re.compile(r"\b(?:mil|thousand|grand|hundred thousand)\b|^\d{1,3}(?:[.,]\d{3})+$|^[1-9]\d{1,4}000$")
_COUNTED = re.compile(
    r"(?:(?:de|of|new|nuev[oa]s|more|mas) )?(?!(?:mas|plus|is|as|yes|has|was|this|wants|stands|needs|goes|comes|"
    r"looks|seems|sounds|pelaos|pavos|verdes|lucas|mangos|eurazos|euracos|eurillos|leuros|lereles|napos|"
    r"works|includes|covers|ends|starts|runs|stays|les|nos|los|las|justos|justas|redondos|pelados|largos|netos|"
    r"brutos|"
    r"sus|es|"
    r"tras|menos|unless|less|euros|gross|plus|los|thanks|gracias|firmados|cerrados|incluidos)\b)"
    r"[a-z]{2,}(?:s|ls)\b|(?:till|sq|bin|paper|carrier) [a-z]+\b|(?:m2|sq|m3|km|kg|kgs|mm|cm|l|lt|ha|kw|kwh|kva|"
    r"uds?|pcs|units?|people|personas?|gente|staff|"
    r"tn|ton|"
    r"toneladas|unidad|pax)\b"
)
"""A quantity: a noun in the plural, or a measure, comes after it."""
_OF_TRAFFIC = re.compile(
    r"(?:de |of )?(?:sms|minutos|minutes|mensajes|messages|registros|records|usuarios|users|envios|visitas|visits|"
    r"impresiones|transacciones|transactions|peticiones|requests|llamadas|calls|litros|kilos|toneladas|hectareas|"
    r"unidades|units|piezas|kilometros|habitantes|seguidores|suscriptores|clientes|contactos|emails|correos)\b"
)
"""What is counted in thousands and millions and is no money: "2M *de sms*"."""
_NO_MONEY_BEFORE = re.compile(
    r"\b(?:tel|telefono|phone|mobile|movil|number|numero|ref|referencia|factura n|pedido n|no|nº|#|cp|postcode|zip|"
    r"calle|renting|leasing|garantia|permanencia|plazo|"
    r"km|ano|year|en el|since|desde el|pagina|modelo|model|version|iso|nif|cif|vat)(?: (?:is|es|:|\.|n))*$"
)
