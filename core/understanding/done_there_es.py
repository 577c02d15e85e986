"""What Spanish puts down as done by a participle with its thing: "recogida la máquina vieja de Vega".

Some of these words are nouns before all ("la recogida del martes"); behind nothing and before an article they are not.
"""

from core.understanding.kinds import Kind, Role
from core.understanding.trigger_rows import trigger_row

_A_THING = (
    r"(?= (?:ya )?(?:(?:el|la|los|las|un|una|unos|unas|dos|tres|cuatro|\d+|su|sus) [a-z0-9]|[a-z]{4,} (?:en|a) |"
    r"en (?:(?:el|la|los|las|casa|lo) )?(?!stand|pausa|espera|marcha|blanco|manos|prueba)[a-z]))"
)
_AT_THEIRS = (
    r"(?:recogid|retirad|entregad|dejad|llevad|instalad|montad|desmontad|colocad|repuest|sustituid|reparad|arreglad|"
    r"descargad|devuelt|ajustad|calibrad)"
)
_ON_PAPER = r"(?:subid|registrad|dad|puest|hech|tramitad|cursad|presentad|medid)"
_PLACE = r"(?: (?:al|a la|en el|en la) (?:portal|web|plataforma|sede|registro)(?: [a-z]+)?)?"
DONE_THERE = (
    trigger_row(rf"(?:ya )?{_AT_THEIRS}[oa]s?{_A_THING}", Role.DONE, Kind.TASK, keeps_verb=True, starts_clause=True),
    trigger_row(
        rf"(?:ya )?{_ON_PAPER}[oa]s?(?={_PLACE} (?:el|la|los|las|su|sus|un|una) [a-z])",
        Role.DONE,
        Kind.TASK,
        keeps_verb=True,
        starts_clause=True,
    ),
)
