"""What is brought to somebody, fetched or put up at their place: a visit, whatever the thing is."""

import re

from core.understanding.reading import Reading
from core.understanding.text import Span, word_set
from core.understanding.trigger_rows import Trigger

_HANDING = re.compile(
    r"(?:entreg|lleva|lleve|llevo|dej|recog|recoj|retir|instal|mont|descarg|deposit|devol|devuel|repon|repus|surt|"
    r"cambi|repar|arregl|ajust|calibr|puse|revis|cobr|acerc|traslad|probe|probamos|probar|medi)"
)
_LEFT_UNSAID = re.compile(
    r" (?:(?:el|un|la|una) )?(?:mensaje|recado|aviso|nota|dicho|claro|pendiente|apuntad|cerrad|encargad|hablad|"
    r"firmad|constancia|abiert|resuelt|sabido|saber|tema|asunto|negociaci|oportunidad|oferta|cotizaci|presupuesto|"
    r"precio|condicion|fecha|cita|cosa|opinion|idea|parecer|nombre|correo|mail)"
)
"""What is left or changed that is no thing: "dejé recado"."""
_PLACE = re.compile(
    r"\ben (?:la|el|su|sus|los|las) (?:propi[oa] )?(?:obra|bodega|planta|fabrica|taller|finca|hacienda|campo|tienda|"
    r"local|nave|oficina|oficinas|ofi|sede|porteria|recepcion|almacen|cantera|mina|hospital|clinica|hotel|deposito|"
    r"galpon|corralon|predio|establecimiento|estancia|tambo|arrocera|ingenio|trapiche|cooperativa|puerto|astillero|"
    r"patio|casa|muelle|laboratorio|cocina|restaurante|bar|barco)\b|\ben (?:porteria|recepcion)\b|\bcon (?:la|el|su) "
    r"(?:recepcionista|portero|portera|secretari[oa]|encargad[oa]|guardia|vigilante|asistente|conserje|celador|senora|"
    r"esposa|hij[oa]|soci[oa]|capataz|mayordomo|bodeguer[oa]|almacenista)\b"
)


def is_handed_over_there(trigger: Trigger, clause: Span, reading: Reading) -> bool:
    """Whether the deed left, fetched or mended a thing where they are: "dejé *en Vega* los planos"."""
    verb = trigger.verb or trigger.span
    sentence = reading.sentence
    if not _HANDING.match(sentence.key(verb[0])):
        return False
    start, end = sentence.place(verb[0] + 1) - 1, sentence.place(clause[1])
    if verb[0] > 0 and sentence.key(verb[0] - 1) in _IT and sentence.key(verb[0]).startswith(_FETCHING):
        return bool(reading.mentions)  # "se ha roto la bomba de Vega; *la recojo* el viernes"
    if _LEFT_UNSAID.match(sentence.plain, start):
        return False
    is_at_a_firm = any(
        verb[0] < one.span[0] < clause[1] and _leads_there(one.span[0], reading) for one in reading.mentions
    )
    is_theirs = _TAKEN_AWAY.fullmatch(sentence.key(verb[0])) and any(
        verb[1] < one.span[0] < clause[1] and one.accounts and _is_of_them(one.span[0], reading)
        for one in reading.mentions
    )
    return is_at_a_firm or bool(is_theirs) or bool(_PLACE.search(sentence.plain, start, end))


_IT = word_set("lo la los las")
_FETCHING = ("recog", "recoj", "retir")


_TAKEN_AWAY = re.compile(r"(?:recogid|retirad|desmontad|instalad|montad|reparad|arreglad|sustituid|repuest)[oa]s?")
"""What was taken from a firm, or put up for it, by a participle alone: "retirada la centralita *de Vega*"."""


def _is_of_them(first: int, reading: Reading) -> bool:
    """Whether "de", "a" or "para" stands before the name, an article apart."""
    before = reading.sentence.keys[max(0, first - 2) : first]
    return before[-1:] in (["de"], ["del"], ["a"], ["al"], ["para"]) or before[:1] in (["de"], ["a"], ["para"])


def _leads_there(first: int, reading: Reading) -> bool:
    """Whether "en", "donde" or "a lo de" stands before the name, an article apart."""
    before = reading.sentence.keys[max(0, first - 3) : first]
    return before[-1:] in (["en"], ["donde"]) or before[-2:-1] == ["en"] or before == ["a", "lo", "de"]
