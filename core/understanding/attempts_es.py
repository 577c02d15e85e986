"""Whom one did not reach, and when to try again, in Spanish: "no coge", "comunica", "segundo intento el lunes"."""

from core.understanding.kinds import Kind, Role
from core.understanding.trigger_rows import trigger_row

_NO_ANSWER = (
    r"(?:(?:ja\w*|otra vez|de nuevo|na|nada|pues|pero|hoy|ayer|todavia|aun) ){0,3}"
    r"(?:(?:no|tampoco|ni|sigue sin|siguen sin|sin)(?: (?:me|m|nos|lo|l|la|los|las|le|les)){0,2} "
    r"(?:coge|cogen|cogio|cogieron|coger|cogia|contesta|contestan|contesto|contestaron|contestar|responde|responden|"
    r"respondio|responder|descuelga|descuelgan|descolgo|agarra|agarran|agarro|pilla|toma la llamada|atiende la "
    r"llamada|atiende(?= el (?:telefono|tel|"
    r"celular)))"
    r"(?: (?:el|al|la) (?:telefono|llamada|movil|tel))?"
    r"(?! (?:al|a|el|la|los|las|mi|mis|ningun|nada|aun|todavia|correo|mail|por|nadie|whatsapp|whatsapps|correos|mails|"
    r"mensajes))|"
    r"(?:sigue|siguen|lleva \S+ \S+|llevan \S+ \S+) sin (?:contestar|responder|coger|atender|devolver)(?:me|"
    r"nos)?(?:lo|la)?"
    r"(?: (?:la|las|mi|mis) llamadas?)?|"
    r"(?:me )?(?:comunica|salta|salto|sale|salio)(?: (?:todo el rato|el))? (?:buzon|contestador)(?: de voz)?|"
    r"(?:telefono |movil )?comunica(?: todo el rato)?(?= [,.;:!]|$)|comunicando|(?:el |directo al? )?buzon de voz|"
    r"contestador(?: automatico)?|(?:telefono|movil) apagado|(?:fuera de|sin) cobertura|no da (?:senal|tono)|"
    r"ilocalizable|imposible (?:localizarl[oa]s?|hablar con (?:el|ella|ellos)))"
)

ATTEMPTS = (
    trigger_row(_NO_ANSWER, Role.DONE, Kind.CALL, keeps_verb=True, starts_clause=True),
    trigger_row(
        r"(?:(?:2|3|4|segundo|segunda|tercer|tercera|otro|otra|nuevo|nueva|proximo|proxima) (?:o |a |º |ª "
        r")?)?(?:intento|"
        r"reintento)(?: de llamada)?|(?:2|3|4|segunda|tercera|otra) (?:a |ª )?llamada|"
        r"reintentamos|reintentare",
        Role.TO_DO,
        Kind.CALL,
        starts_clause=True,
        needs_time=True,
    ),
)
