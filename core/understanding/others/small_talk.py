"""Greetings, thanks, assent and wishes, in Spanish and in English: nothing was done."""

from core.understanding.others.rows import Row, Table, one_of

_GREETING_ES = one_of(
    r"hola, buenos dias, buenas tardes, buenas noches, buen dia, estimad[oa]s?(?: \S+)?, por favor, saludos, "
    "un saludo, atentamente, buenas, gracias, muchas gracias, mil gracias, adios, hasta luego, hasta manana, vale, "
    "perfecto, genial, si, no, ayuda, prueba, que tal"
)
_GREETING_EN = one_of(
    "ok, okay, help, hi, hello, hey, good morning, good afternoon, good evening, good night, thanks, thank you, "
    "thanks a lot, cheers, bye, see you, yes, yep, nope, great, test, start, menu"
)
_AFTER_A_GREETING = (
    r"(?: (?:[!.,]|a todos|por todo|muchas|gracias|mucho|there|so much|a lot|everyone|bot|ronda|mate|again|que tal|"
    r"de nada|😊|👍))*$"
)
_ASSENT = one_of(
    "will do, sounds good, no problem, no probs, no worries, all good, got it, understood, noted, grand, grand so, "
    "lovely, brilliant, spot on, de acuerdo, me parece bien, lo hago, hecho, ningun problema, sin problema, entendido, "
    "recibido, oido"
)

GREETINGS = Table(
    Row("a greeting or thanks alone", rf"(?:[¡!] ?)?{_GREETING_ES}{_AFTER_A_GREETING}", "muchas gracias por todo"),
    Row("the same in English", rf"(?:[¡!] ?)?{_GREETING_EN}{_AFTER_A_GREETING}", "good morning everyone"),
)
WISHES = Table(
    Row(
        "assent alone",
        rf"(?:(?:ok|okay|vale|grand|great|yes|si|ya|right) (?:, )?)?{_ASSENT}(?: (?:[!.]|mate|so|thanks))*$",
        "ok, will do",
    ),
    Row(
        "a wish",
        r"(?:[¡!] ?)?(?:ojala|me encantaria|quien pudiera|feliz|felicidades|enhorabuena|"
        r"buen (?:finde|fin de semana|viaje)|buenas vacaciones)\b",
        "buen finde, Marta",
    ),
    Row(
        "a liking, a rumour, a death",
        r"(?:me encanta|me gusta|me chifla|me pirra|adoro|odio|parece que|dicen que|se comenta que|han abierto|abren|"
        r"felicidades|enhorabuena|animo|viva|arriba|aupa|murio|ha muerto|fallecio|ha fallecido)\b",
        "dicen que llueve mañana",
    ),
    Row(
        "being late, or going for something",
        r"(?:[¡!] ?)?(?:(?:voy|llego|vamos|llegamos) (?:con retraso|tarde|justo|apurado)|"
        r"(?:voy|bajo|subo|salgo) al? (?:(?:la|el) )?\w+ a por)\b",
        "llego tarde a lo de Vega",
    ),
    Row("holidays", r"(?:[¡!] ?)?(?:me voy de vacaciones|estoy de vacaciones)\b", "me voy de vacaciones el 3"),
    Row(
        "a doubt",
        r"(?:igual|a lo mejor|quizas?|tal vez|puede que|lo mismo) (?:le |la |lo |me |nos )?[a-z]+\b",
        "a lo mejor llamo a Vega",
    ),
    Row(
        "it is somebody else's",
        r"(?:(?:llama|avisa|escribe|visita) tu|(?:que )?(?:llame|vaya|avise|escriba) (?:alguien|otro))\b",
        "que vaya otro",
    ),
    Row(
        "busy, talk later",
        r"(?:ahora |hoy )?(?:estoy|estamos|ando) (?:en|con) [^,.;]*[,.;] (?:luego|despues|ahora|mas tarde|te|os|ya) "
        r"(?:te |os |lo )?(?:hablamos|cuento|contare|llamo|digo|no puedo|aviso|hablo|vemos)\b",
        "estoy con un cliente, luego te llamo",
    ),
)
"""Wishes, assent, doubts, and being busy or late."""


def is_small_talk(plain: str) -> bool:
    """Whether plain text is a greeting, thanks or a word of assent and nothing else."""
    return GREETINGS.holds(plain)
