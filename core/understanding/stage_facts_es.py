"""What else Spanish says when an opportunity is won or put off: verbs with the thing that they are done to."""

import re

_NO_DATE_OF_OURS = (
    r"(?! (?:\S+ ){0,2}?(?:reunion|visita|cita|llamada|comida|entrega|demo|presentacion|muestras?|catalogo|puerta|"
    r"fecha|"
    r"agenda|tema|asunto|caso|tramite|informe|listado|trimestre|mes|ano|tienda|oficina|instalacion|formacion))"
)
_PUTS_OFF = (
    r"(?:dejan|deja|dejamos|dejo|dejaron|han dejado|ha dejado|retrasan|retrasa|retrasar|retrasamos|retrasaron|han "
    r"retrasado|ha retrasado|aplazan|aplaza|aplazar|aplazamos|han aplazado|ha aplazado|posponen|pospone|pasan|pasa|"
    r"pasamos|"
    r"mueven|mueve|mover|llevan|lleva)"
)
_THING = (
    rf"{_NO_DATE_OF_OURS}"
    r"(?: (?:el|la|los|las|lo de|todo|su|sus)(?: (?!para|hasta)[a-z0-9]+){0,5}?| (?!a |con |de |por |para |hasta "
    r")[a-z]+"
    r"(?: de [a-z]+)?)?"
)
_FAR = (
    r"(?:el |la |los |las |despues (?:de|del) (?:el |la |las |los )?|principios de |finales de |pasad[oa]s? (?:el |"
    r"la |las |"
    r"los )?|que pase (?:el |la )?)*(?:ano que viene|proximo ano|ano nuevo|ejercicio que viene|proximo ejercicio|que "
    r"viene|20[2-4]\d|verano|otono|invierno|primavera|vacaciones|navidades|navidad|reyes|semana santa|vendimia|campana|"
    r"cosecha|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|segundo "
    r"semestre|"
    r"proximo trimestre|mas adelante|nuevo aviso)(?! que)"
)
FACTS_ES = {
    "won": (
        r"(?:cerramos|cerre|hemos cerrado|he cerrado) (?:ya )?(?:lo de |lo del )(?=(?:\S+ ){1,8}?(?:\d|[a-z "
        r"]*mil\b|€|k\b))\S+|"
        r"(?:nos |me )(?:lo|la|los|las) (?:compran|compra|compraron|compro)(?= por \d)|"
        rf"cerrad[oa]s? (?:ya )?(?:el|la|los|las|lo de){_NO_DATE_OF_OURS}|cerrad[oa]s? (?:en|por)(?= \d)|"
        r"(?<!la )(?<!su )(?<!una )(?<!de )(?<!falta )(?:nos )?firman?(?: ya| hoy)?(?= !| por \d|$)|"
        r"(?:nos )?firman? (?:el|la|los|las) (?:contrato|pedido|oferta|presupuesto|renovacion|acuerdo)(?! (?:el|en|"
        r"la semana|"
        r"manana|hasta|cuando|si|para)\b)|"
        r"(?<![a-z0-9,.:] )cerrad[oa]s?(?= (?!por |hoy|ayer|a |en |hasta|de |desde|vacaciones|inventario|obras|los "
        r"|las |el |la )"
        r"[a-z](?:\S* ){1,5}?\d)|"
        r"(?:comunico|comunicamos|confirmo|confirmamos|informo de|informamos de|formalizado) (?:el |del )?cierre "
        r"(?:de la|del) "
        r"[a-z]+|"
        r"(?:(?:me|nos) )?(?:acaba|acaban) de (?:firmar|comprar|adjudicar)(?:me|nos|melo|noslo)?|"
        r"pedido (?:(?!que |de nuevo)[a-z]+ ){1,4}cerrado|pedido (?:hecho|recibido|cursado|en mano|ok)|(?:han |"
        r"ha )?(?:cursado|tramitado|lanzado) (?:el|su) pedido|"
        r"(?:nos )?(?:dan|da|han dado|ha dado|dieron|dio) luz verde|luz verde (?:a|al|para)|(?:es|ya es) cliente"
    ),
    "lost": (
        r"se (?:ha|han) echado (?:para )?atras|se echa(?:n|ron)? (?:para )?atras|se (?:ha|han) rajado|"
        r"(?:se (?:va|van|fue|ha ido) )?(?:a la basura|al garete|al traste|a tomar viento|a hacer punetas)|"
        r"nos (?:hemos quedado|quedamos|quedaremos) sin (?:la|el|los|las)(?! (?:tiempo|stock|luz|comida|bateria))|"
        r"(?:me|nos) (?:ha|han) mandado a (?:paseo|freir \S+|tomar \S+|la porra|la mierda)|"
        r"se (?:me|nos) (?:escapa|escapan|escapo|ha escapado|han escapado)|"
        r"nos (?:deja|dejan|han dejado|ha dejado|abandona|abandonan)(?= [,.;!]|$| por| para)|(?:se da|se dan|se ha "
        r"dado|se han "
        r"dado|causa|causan|piden la|pide la|solicita la|solicitan la) (?:de )?baja(?! medica| laboral)"
    ),
    "lost_to": (
        r"(?:ya )?(?:han|ha|habian|habia) comprado (?:ya )?(?:a|en) (?!nosotros|plazos|credito|granel|nuestr)\S+|"
        r"(?<=no , )se (?:queda|quedan|quedo|quedaron|han quedado|ha quedado) con (?!nosotros|ganas|dudas|\d)\S+"
    ),
    "postponed": (
        r"(?<![a-z0-9,.] )(?:en )?(?:stand by|standby|pausa)(?= [a-z])|"
        rf"(?:(?:la|lo|las|los) )?{_PUTS_OFF}{_THING}(?= (?:para|hasta|a) {_FAR})|"
        rf"se (?:me |nos |les )?(?:va|van|retrasa|retrasan|retraso|aplaza|aplazan|pospone) (?:ya )?(?:a|hasta|"
        rf"para) {_FAR}|"
        r"(?:lo|la|los|las) (?:aplazan?|han aplazado|ha aplazado|posponen?|han parado|ha parado)(?= (?:porque|"
        r"por|ya que|que)\b|$)|"
        r"(?<![a-z0-9] )(?:retrasar|atrasar)"
    ),
}
"""Added to the patterns of `stage_facts.FACTS`."""


TO_ANOTHER = re.compile(
    r" (?:(?:ya|al final) )?(?:con|a) (?:la competencia|un competidor|otr[oa]s?(?: (?:proveedor|empresa|marca|"
    r"casa|fabricante|"
    r"oferta)(?:es|s)?)?)(?!\S)"
)
"""Behind what would be won: "han adjudicado las puertas *a otro proveedor*"."""
