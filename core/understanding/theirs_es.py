"""What others do themselves, told with its subject, and what was but proposed to them: no deed of ours in Spanish."""

from core.understanding.kinds import Kind, Role
from core.understanding.trigger_rows import trigger_row

_THEM = r"(?:(?:me|nos|se|te|le|les|lo|la|los|las) ){1,2}"
_ITSELF = (
    r"(?:ellas?|ellos|usted|ustedes|el(?: mismo| solo)?(?= (?:[,.;:)]|y|que|con|por|a|al|en|el|la|los|las|lo|un|una|"
    r"unos|unas|sus?|manana|pasado|hoy|esta|este|cuando|si|sin|directamente|personalmente)(?!\S)|$))"
)
"""A pronoun behind the verb; "el" is one only where no noun follows it."""
_ROLE = (
    r"(?:gerent|jef|tecnic|central|direcci|hij|sobrin|marid|mujer|soci|encargad|transport|client|chic|banc|arquitect|"
    r"ingenier|electricist|proveedor|interventor|comercial|comprador|compras|administra|contabl|gestor|fabric|consej|"
    r"junt|asamble|comit|alcald|president|director|duen|secretar|agenci|repartidor|mensajer|abogad|medic|doctor|"
    r"responsabl|herman|padr|madr|suegr|cunad|propiet|financier|informatic|obrer|fontaner|instalador|almacen|"
    r"taller|ayuntamient|concejal|notari|perit)[a-z]*"
)
_SOMEBODY = rf"(?:(?:su|sus|el|la|los|las|un|una|otr[oa]|el de|la de|los de) {_ROLE}|alguien)"
_THIRD = (
    r"(?:[a-z]{2,}(?:[b-df-hj-np-tv-z]a|[ae]n|ia)|recoge|trae|pone|hace|viene|sube|recibe|escribe|resuelve|devuelve|vende|coge|"
    r"decide|pide|consigue|elige)"
)
"""A present of the third person that is no past of the first: "recoge", not "deje" (dejé)."""
_PROPOSED = (
    r"(?:propuse|propusimos|(?:he|hemos) propuesto|sugeri|sugerimos|(?:he|hemos) sugerido|planteamos|plantee|"
    r"(?:he|hemos) planteado|recomende|recomendamos|(?:he|hemos) recomendado|aconseje|aconsejamos|"
    r"(?:he|hemos) aconsejado|ofreci|ofrecimos|(?:he|hemos) ofrecido|anime a|animamos a)"
)
_OURS = r"(?!(?:vern|qued|pas|llam|ir|volv|visit|reun|habl|com|cen|desayun|almorz|tom)[a-z]*(?!\S))"
THEIRS = (
    trigger_row(rf"(?:que )?{_THEM}[a-z]{{2,}} (?:ya )?{_ITSELF}", Role.NOT_OURS, Kind.TASK, is_set_phrase=True),
    trigger_row(
        r"(?:ya )?(?:me|nos) (?:(?:dice|dicen|dira|diran) (?:algo|cosas|si si|el si)|(?:confirma|contesta|avisa|"
        r"responde|"
        r"manda|envia|trae|devuelve)(?:n|ra|ran)?(?! que\b))",
        Role.NOT_OURS,
        Kind.TASK,
        is_set_phrase=True,
    ),
    trigger_row(rf"(?:que )?{_THEM}{_THIRD} (?:ya )?{_SOMEBODY}", Role.NOT_OURS, Kind.TASK, is_set_phrase=True),
    trigger_row(
        rf"(?<!\S){_PROPOSED}(?: (?:a|al) (?:la |el |los |las )?\S+(?: \S+){{0,2}}?)?(?: que)? "
        rf"(?P<own>{_OURS}[a-z]+[aei]r(?:l[aeo]s?)?)",
        Role.NOT_OURS,
        Kind.TASK,
        is_set_phrase=True,
    ),
)
"""E.g. "los *recoge ella* el viernes", "lo *firma el gerente* el 3", "les propuse *hacer* una prueba en mayo"."""
