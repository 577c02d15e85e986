"""What is arranged or owed for a day, in Spanish: "recuérdamelo el viernes", "lo veo el lunes", "oferta para el 3".

What others have to do ("lo tiene que aprobar el consejo") is theirs.
"""

from core.understanding.frames_es import CLITIC
from core.understanding.kinds import Kind, Role
from core.understanding.trigger_rows import trigger_row

_TIME_AHEAD = (
    r"(?:(?:para|el|este|esta|la|a|antes del?|sobre el|en|dentro de|proximo|el proximo) )*(?:lunes|martes|"
    r"miercoles|jueves|"
    r"viernes|sabado|domingo|manana|pasado|hoy|mediodia|\d{1,2}(?:[/:.]\d)?|(?:un|una|dos|tres|quince) (?:dias?|"
    r"semanas?|mes|"
    r"meses)|primeros|mediados|finales?|fin de|semana|mes|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|"
    r"octubre|noviembre|diciembre)(?!\S)"
)
_PAPER = (
    r"(?:(?:la|el|una|un|nueva|nuevo|mi|su) )*(?:presupuesto|ppto|cotizacion|oferta|propuesta|tarifa|contrato|"
    r"catalogo|ficha|"
    r"muestras?|comparativa|dossier|documentacion|numeros|precios?|estudio|proyecto|planos?)"
)
_LABEL = (
    r"(?:siguiente|proximo|proxima|prox|next)(?: paso| accion| hito| cita| tarea| steps?)?(?: \.)?(?: :)? "
    r"(?:(?:la|el|una|un|otra) )?"
)
_NEXT_KINDS = (
    (Kind.MEETING, r"reunion|meeting|comida|demo|demostracion|presentacion|cafe|formacion|junta"),
    (Kind.CALL, r"llamada|call|videollamada|videoconferencia|teams|zoom"),
    (Kind.VISIT, r"visita(?: de obra| tecnica)?"),
)
_NO_VERBS = (
    r"(?!(?:mism|buen|mal|nuev|otr|primer|segund|tercer|ultim|unic|cuart|quint|suyo|nuestr|vuestr|proxim|pasad|siguient|mayor|"
    r"dich|hech|vist|pedid|mas|poc|much|tod|viej|gord|caro|rar|ciert|barat|car|jef|mano|moto|foto|radio|tio|com)[a-z]*)"
)
DUE = (
    trigger_row(
        rf"(?:se )?(?:lo|la|los|las) {_NO_VERBS}[a-z]{{4,}}(?<![aei]d)o(?= (?:(?:a|al|con|en) (?:la |el |los |las "
        rf")?[a-z]+ )?"
        rf"{_TIME_AHEAD})",
        Role.AGREED,
        Kind.TASK,
        keeps_verb=True,
        needs_time=True,
        starts_clause=True,
    ),
    *(
        trigger_row(f"{_LABEL}(?:{nouns})", Role.TO_DO, kind, needs_time=True, starts_clause=True, is_set_phrase=True)
        for kind, nouns in _NEXT_KINDS
    ),
    trigger_row(
        rf"(?:recuerdamelo|recuerdamela|avisamelo|recordarmelo|(?:ponme|pon|dejame|metete|me pongo|pongo) (?:un |una )?"
        rf"(?:aviso|alarma|recordatorio|nota|alerta))(?= {_TIME_AHEAD})",
        Role.TO_DO,
        Kind.TASK,
        needs_time=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:lo|la|los|las|le|les) (?:veo|vere|veremos|vuelvo a ver|volvere a ver)(?: otra vez| de nuevo)?(?= "
        rf"{_TIME_AHEAD})",
        Role.AGREED,
        Kind.VISIT,
        needs_time=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:(?:y|que) )?(?:me|nos) (?:cita|citan|convoca|convocan|recibe|reciben|emplaza|emplazan)(?= {_TIME_AHEAD})|"
        rf"(?:quiere|quieren|necesita|necesitan|le gustaria) (?:verme|vernos|ver|que nos veamos|quedar)(?= "
        rf"{_TIME_AHEAD})",
        Role.TO_DO,
        Kind.MEETING,
        needs_time=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"{_PAPER}(?= (?:para |antes ){_TIME_AHEAD})",
        Role.TO_DO,
        Kind.EMAIL,
        needs_time=True,
        keeps_verb=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"{_PAPER}(?: (?:corregid|revisad|actualizad|definitiv|nuev|modificad)[oa]s?| final(?:es)?)? "
        rf"(?:va|van|sale|salen|ira|iran|saldra|saldran)(?: (?:por (?:mail|correo|email|whatsapp)))?(?= {_TIME_AHEAD})",
        Role.TO_DO,
        Kind.EMAIL,
        needs_time=True,
        keeps_verb=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        r"(?:yo )?(?:estoy|estare|estaremos|estamos|llego|llegare|caigo|me aparezco|ando|me tiene|me tienen) (?:yo "
        r")?(?:por )?"
        r"(?:ahi|alla|alli)",
        Role.TO_DO,
        Kind.VISIT,
        needs_time=True,
    ),
    trigger_row(
        r"(?:(?:le|les|lo|la) )?(?:vuelvo|volvere|volver|volvemos) a marcar(?:le|les|lo|la)?|(?:le|les|lo|la) marco",
        Role.TO_DO,
        Kind.CALL,
        starts_clause=True,
        needs_time=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:(?:me|nos|le|les|lo|la|los|las|se|te) ){{0,2}}(?:tiene|tienen|tenia|tenian|tendra|tendran|tendria|"
        rf"tendrian) que"
        rf"(?: {CLITIC})? [a-z]{{2,}}[aei]r(?:se|me|nos)?(?:l[aeo]s?)?",
        Role.NOT_OURS,
        Kind.TASK,
        is_set_phrase=True,
    ),
)
