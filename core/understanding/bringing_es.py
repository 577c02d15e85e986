"""What is brought to a customer, left or fetched there makes a visit: "llevar un expositor a Vega"."""

import re

from core.understanding.kinds import Kind, Role
from core.understanding.reading import Reading
from core.understanding.trigger_rows import Trigger

_BRINGING = re.compile(r"(?:llev|entreg|recog|recoj|acerc)\w+")
_LEAVING = re.compile(r"dej(?:e|o|ad[oa]s?|amos|ar(?:le|les)?|are|aremos)")
_IT = frozenset({"lo", "la", "los", "las"})
_A_THING = re.compile(
    r"(?:al? (?:\S+ ){1,3}?)?(?:(?:un|una|unas|unos|el|la|las|los|mi|varias|varios|algunas|algunos|dos|tres|\d+|"
    r"las de|los de) )*"
    r"(?:muestras?|catalogos?|folletos?|tarifas?|tarjetas?|muestrarios?|dossier|dossieres|papeles|presupuestos?|oferta|"
    r"contrato|facturas?|albaran|albaranes|pedido|expositor|expositores|material|piezas?|cajas?|sacos?|botes?|botellas?|"
    r"lotes?|equipos?|maquinas?|recambios?|repuestos?|mercancia|lista de precios|calendarios?|carteles|"
    r"publicidad|prueba|"
    r"productos?|kg|kilos?|litros?|metros?)\b"
)


def is_brought(trigger: Trigger, reading: Reading) -> bool:
    """Whether a task is but to bring or fetch something at the place of somebody who is named."""
    if trigger.kind is not Kind.TASK or trigger.is_noun or trigger.verb is None or trigger.role is Role.ASKED:
        return False
    is_for_somebody = any(not one.is_weak for one in reading.mentions) or bool(reading.strangers)
    first, end = trigger.verb
    verb = reading.sentence.key(first)
    has_object = reading.sentence.key(end) not in {"", ",", ".", ";", "en", "que"} or (
        reading.sentence.key(first - 1) in _IT or verb.endswith(("lo", "la", "los", "las"))
    )
    after = reading.sentence.plain[reading.sentence.place(end) :]
    is_left = bool(_LEAVING.fullmatch(verb) and _A_THING.match(after))
    return is_for_somebody and has_object and (is_left or bool(_BRINGING.fullmatch(verb)))
