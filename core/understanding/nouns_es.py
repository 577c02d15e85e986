"""Spanish nouns that tell a deed: "visita a Acme", "tuve una reunión con"."""

from collections.abc import Iterator

from core.understanding.kinds import Kind, Role
from core.understanding.trigger_rows import TriggerRow, trigger_row

_MEETING_NOUN = (
    "reunion|cita|comida|cafe|almuerzo|desayuno|cena|demo|"
    "demostracion|presentacion|quedada|cafelito|cafecito|formacion|jornada|webinar|"
    "reunioncita|sesion|kickoff|kick off|mesa redonda|sobremesa|call de equipo|"
    "(?:sync|catch up|catchup|workshop|qbr|review|weekly|discovery|deep dive|onboarding|steering|lunch|coffee|"
    r"afterwork|after work|meeting|one to one|training|taller tecnico|mesa de trabajo)(?= (?:con|de|por|x)(?!\S))|"
    "comite de seguimiento|reunioncilla|encuentro|(?<!en )(?<!en la )(?<!la )junta"
)
_NOUNS = (
    (
        Kind.CALL,
        r"llamada|llamadita|call(?= (?:con|a|de|rapida|y|,|que|hoy|ayer|por|en|larga|corta|ok|:))|telefonazo|"
        r"conferencia telefonica|multiconferencia|conversacion telefonica|conversacion|charla|telefono(?= (?:con|a))|"
        r"videollamada|videoconferencia|videoconfe|teams|zoom|meet|"
        r"toque(?= (?:a|con))|llamadas(?= (?:con|a))|contacto telefonico|telefono(?= \S+ \S+ ?,)",
    ),
    (
        Kind.VISIT,
        r"parada(?= (?:en|a|con)(?!\S))|visita de obra|de visita(?= (?:a|al|con|en|por|de|del)(?!\S))|visita|"
        r"visitilla|visitita",
    ),
    (Kind.MEETING, _MEETING_NOUN),
    (Kind.EMAIL, r"correo|email|e mail|mail|whatsapp"),
    (Kind.TASK, r"seguimiento|tarea|(?:follow up|followup|fup|ping)(?= (?:a|al|con|de)(?!\S))"),
)
_ARTICLE = r"(?:(?:la|el|una|un|mi|nueva|otra|otro|breve|primera|segunda|tercera|corta|rapida|pequena|larga) ){0,3}"
_HOW_IT_WAS = (
    r"(?:(?:una|un) )?(?:(?:muy|super|bastante|demasiado) )?(?:buena|buen|bueno|buenisima|mala|mal|malisima|gran|"
    r"grande|"
    r"excelente|estupenda|magnifica|fantastica|genial|productiva|interesante|tensa|dura|fatal|provechosa|intensa|rara|"
    r"agradable|cordial|fructifera|positiva|negativa)"
)
"""How it went, said before the noun: it stays in the note ("*muy buena visita* a Bahía")."""
_WITH = (
    r"(?: (?:saliente|entrante|telefonica|por telefono|por zoom|por teams|de control|de cierre|de mantenimiento|nueva|"
    r"comercial|rapida|"
    r"rapido|tecnica|de seguimiento|de cortesia|"
    r"de trabajo|de negocios|informativo|presencial|online))?"
)
_PLANNED = (
    r"(?:tengo|tenemos|(?:(?:por favor|porfa|ruego|solicito|favor de|les pido que|"
    r"os ruego que) )?(?:agende|agenden|agendad|agenda(?:r|me|dme)?|programen|programad|programa(?:r|"
    r"me)?|apunten|reserven|concierten)|"
    r"pon(?:er|me)?|concertar|fijar|planifica(?:r)?|"
    r"recuerdame|recordar|crea(?:r)?|organizar|reservar|hay|pendiente(?: de)?|proxima|prox(?: \.)?|"
    r"siguiente|hemos quedado para|quedamos para|he concertado|hemos concertado|"
    r"(?:quede|quedo|quedamos|he quedado|hemos quedado) (?:de|en) (?:tener|hacer)|(?:tengo|tenemos) que (?:tener|"
    r"hacer)|"
    r"concertada|confirmada|confirmado|acordada|fijada|marcada|agendada|programada|cierro|cerramos|cerrada) "
)
_HELD = (
    r"(?:recibo|recibi|recibimos|he recibido|hemos recibido|recibida|recibido|entra|ha entrado|me entra|atendi|he "
    r"atendido|(?:he|hemos) (?:mantenido|celebrado|realizado|dado|asistido a|participado en|echado)|mantuve|mantuvimos|"
    r"tuve|tuvimos|he tenido|hemos tenido|acab(?:o|amos) de (?:tener|mantener|celebrar|terminar)|vengo de|"
    r"venimos de|salgo de|he hecho|hemos hecho|hice|hicimos|hecha|hecho|realizada|"
    r"realizado|he realizado|terminada) "
)


def _nouns() -> Iterator[TriggerRow]:
    for kind, nouns in _NOUNS:
        yield trigger_row(rf"{_PLANNED}{_ARTICLE}(?:{nouns}){_WITH}", Role.TO_DO, kind)
        yield trigger_row(
            rf"(?:apunt[ao](?:r|me)?|anot[ao](?:r|me)?|registra(?:r|me)?|loguea|mete(?:me)?|graba) "
            rf"(?:(?:, )?(?:por favor|porfa|porfavor|ahi|ya) (?:, )?)?{_ARTICLE}(?:{nouns}){_WITH}",
            Role.OPEN,
            kind,
            is_noun=True,
        )
        yield trigger_row(
            rf"(?:\d+|dos|tres|varias|un par de) (?:{nouns})(?:e?s)?(?= (?:a|con|en|hoy|ayer|:|seguidas|hechas|"
            rf"esta)(?!\S))",
            Role.DONE,
            kind,
            starts_clause=True,
        )
        yield trigger_row(rf"{_HELD}{_ARTICLE}(?:{nouns}){_WITH}", Role.DONE, kind)
        yield trigger_row(
            rf"{_ARTICLE}(?:{nouns})(?= (?:\S+ ){{0,6}}?se (?:celebro|ha celebrado|hizo|ha hecho|mantuvo|realizo|ha "
            r"realizado|desarrollo)(?!\S))",
            Role.DONE,
            kind,
        )
        yield trigger_row(
            rf"(?:cancela|cancelo|cancelan|cancelaron|anula|anulo|anulan|anularon|aplaza|aplazo|aplazan|pospone|"
            rf"posponen|"
            rf"suspende|suspenden|(?:ha|han) (?:cancelado|anulado|aplazado|suspendido)) {_ARTICLE}(?:{nouns})",
            Role.NOT_OURS,
            kind,
        )
        yield trigger_row(rf"{_ARTICLE}(?:{nouns}) (?:cancelad[oa]|anulad[oa]|suspendid[oa])", Role.NOT_OURS, kind)
        yield trigger_row(rf"(?:me|nos) (?:han|ha) (?:hecho )?{_ARTICLE}(?:{nouns})", Role.DONE, kind)
        yield trigger_row(
            rf"{_ARTICLE}(?:{nouns}){_WITH}(?: (?:hecha|hecho|realizada|terminada|enviado|mandado|remitido))",
            Role.DONE,
            kind,
        )
        yield trigger_row(
            rf"no (?:hay|habra|va a haber|habia|tenemos|tengo) (?:ninguna )?{_ARTICLE}(?:{nouns})", Role.NOT_OURS, kind
        )
        yield trigger_row(
            rf"(?:tras|durante|a raiz de) (?:la|el|mi|nuestra) (?:{nouns}){_WITH}", Role.DONE, kind, starts_clause=True
        )
        yield trigger_row(
            rf"en (?:la|una|nuestra|mi) (?:{nouns})(?= (?:de )?(?:hoy|ayer|anoche|anteayer|antier|esta manana|esta "
            rf"tarde|"
            rf"este mediodia|que (?:tuve|tuvimos|hicimos))(?!\S))",
            Role.DONE,
            kind,
        )
        yield trigger_row(rf"en (?:una )?(?:{nouns})(?= (?:[,.;]|hasta)|$)", Role.NOT_OURS, kind)
        yield trigger_row(
            rf"(?:(?<=[,.;:!] )){_ARTICLE}(?:{nouns}) (?:intern[oa]|de equipo|de ventas|de direccion|con (?:mi|el|"
            rf"la) (?:jefe|jefa|director|"
            r"directora|equipo|oficina|gerente))",
            Role.NOT_OURS,
            kind,
        )
        yield trigger_row(
            rf"{_ARTICLE}(?:{nouns}) (?:de|del) (?:el )?(?:claustro|consejo|junta|vecinos|socios|patronato|comite|"
            rf"accionistas|"
            r"cooperativistas|ampa|comunidad|su equipo)",
            Role.NOT_OURS,
            kind,
        )
        yield trigger_row(rf"{_ARTICLE}(?:{nouns}){_WITH}", Role.OPEN, kind, is_noun=True)
        yield trigger_row(
            rf"{_HOW_IT_WAS} (?:{nouns}){_WITH}(?: (?:la de )?(?:hoy|ayer))?",
            Role.DONE,
            kind,
            keeps_verb=True,
            starts_clause=True,
        )
        yield trigger_row(
            r"(?:tienen|tiene|tendran|piden|pide|quieren|quiere|para la|para el|despues de la|"
            rf"desde la|segun la|"
            rf"antes de la|de la|del) {_ARTICLE}(?:{nouns}){_WITH}",
            Role.NOT_OURS,
            kind,
        )


ROWS: tuple[TriggerRow, ...] = tuple(_nouns())
