"""Sums that are no deal's: a limit that somebody sets, what others asked or offered, the price of one, a measure."""

import re

_A_LIMIT = re.compile(
    r"(?:\ba partir de|\b(?:superior|superiores|inferior|inferiores|iguales?) a|\bpor (?:encima|debajo) de|"
    r"\bportes? (?:\S+ ){0,3}?(?:desde|hasta|de)|"
    r"\b(?:no|sin|ni) (?:\S+ ){0,3}?(?:pas|lleg|sub|baj|suelt|gast|pong|pon|hay|ten|tien)[a-z]* (?:\S+ )?"
    r"(?:de|a|mas de|menos de)|"
    r"\bpedidos? (?:minimo )?(?:de (?:mas|menos) de|minimo de)|\b(?:minimo|tope|maximo) de) (?:(?:los|las|unos|"
    r"unas) )?$"
)
"""What leads to a limit: "portes pagados *a partir de* 600 euros", "*no puede pasar de* quince mil"."""
_OF_RIVALS = re.compile(
    r"\b(?:otra empresa|otro (?:proveedor|sitio|fabricante|comercial|distribuidor)|la competencia|un competidor|"
    r"los otros|el otro|otros) (?:(?!nosotros|nuestr)\S+ ){0,7}?(?:por|a|en|de) (?:(?:los|las|unos|unas|solo) )*$"
)
"""Whose sum it is: "un presupuesto de *otra empresa por* veintidós mil"."""
_RIVALS_QUOTE = re.compile(
    r"\b(?:tiene|tienen|tenia|tenian|tengan|manejan|ha recibido|han recibido|han? dado|dan|ofrecen) (?:(?:ya|les?|"
    r"a|ellos|otra|otro|una|un|"
    r"de) )*(?:ofertas?|presupuestos?|precios?|propuestas?) de (?!nosotros|venta|entre|unos|unas|mas|menos|casi|compra)"
    r"(?:[a-z]\S* ){1,4}(?:por|de|a) (?:(?:unos|unas|solo) )*$"
)
"""The quote of somebody named: "tienen una oferta *de Telefónica por* 7.900"."""
_OF_ONE = re.compile(
    r"\b(?:por|al|cada|precio) (?:usuario|puesto|operario|unidad|pieza|cabeza|persona|cliente|terminal) (?:\( "
    r")?(?:de |a )?$"
)
_EACH = re.compile(
    r" (?:por|al|la|el|cada|/) (?:usuario|puesto|operario|cabeza|persona|cliente|terminal|licencia|linea|dispositivo)\b"
)
_PAID = re.compile(
    r"\b(?:pagad[oa]|pago|pagaron|abonemos|paguemos|devolvamos|abonad[oa]|abono|abonaron|debe|deben|debia|debian|pagare|ingresad[oa]|"
    r"multa|gasolina|gastado|gaste)(?: (?!pero |y |nuev|ofert|presup|quier|pid|por )\S+){0,6} $"
)
"""What was paid already: "me ha *pagado la factura* de enero que eran 840 euros"."""
_A_MEASURE = re.compile(
    r" (?:(?:mm|cm|metros|milimetros) )?(?:de|en) (?:diametro|ancho|anchura|largo|alto|altura|fondo|potencia|"
    r"caudal|presion|"
    r"capacidad|profundidad|espesor|grosor|longitud|radio)\b"
)


def is_no_deal(before: str, after: str) -> bool:
    """Whether the sum between these folded words is not that of the deal."""
    return bool(
        _A_LIMIT.search(before)
        or _OF_RIVALS.search(before)
        or _OF_ONE.search(before)
        or _A_MEASURE.match(after)
        or _EACH.match(after)
        or _PAID.search(before)
        or _RIVALS_QUOTE.search(before)
    )
