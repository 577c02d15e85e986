"""How one asks for a new opportunity: "nueva oportunidad con Acme", "create an opportunity for Acme"."""

from core.understanding.others.rows import Row, Table, one_of
from core.understanding.text import Sentence

_MAKE = (
    "crea, creame, crear, anade, anademe, anadir, apunta, apuntame, registra, da de alta, dar de alta, create, add, "
    "register"
)
_MAKE_OR_HAVE = one_of(
    f"{_MAKE}, abre, abreme, abrir, anota, anotame, registrar, mete, open, log, start, hay, tengo, tenemos, ha salido, "
    "i have, i ve got, we have, got"
)
_ONE = "una |otra |a |an |another "
_OPPORTUNITY = r"(?:oportunidad|opportunity|opp)\b"

NEW_OPPORTUNITY = Table(
    Row(
        "one that is called new",
        r"(?:(?:por favor|porfa|please|oye|hola|quiero|necesito|can you|i want to|i need to) ,? ?)*"
        rf"(?:{_MAKE_OR_HAVE} )?(?:{_ONE})?(?:nueva |new |posible |fresh )+{_OPPORTUNITY}",
        "nueva oportunidad con Acme",
    ),
    Row(
        "one that is to be made; not “abre la oportunidad de Acme”, which is there",
        rf"(?:(?:por favor|porfa|please) ,? ?)*{one_of(_MAKE)} (?:{_ONE}){_OPPORTUNITY}",
        "create an opportunity for Acme",
    ),
)


def end_of_opening(sentence: Sentence) -> int | None:
    """The token after the words that ask for a new opportunity; None where the sentence asks for none."""
    match = NEW_OPPORTUNITY.find(sentence.plain)
    return sentence.span(match)[1] if match else None
