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
    r"los )?|que pase (?:el |la )?)*(?:ano que viene|proximo ano|ano nuevo|ejercicio que viene|proximo ejercicio|"
    r"ejercicio proximo|ejercicio siguiente|ano proximo|ano siguiente|otro ano|"
    r"proximo curso|curso que viene|que "
    r"viene|20[2-4]\d|verano|otono|invierno|primavera|vacaciones|navidades|navidad|reyes|semana santa|vendimia|campana|"
    r"cosecha|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|segundo "
    r"semestre|"
    r"proximo trimestre|mas adelante|nuevo aviso)(?! que)"
)
_ORDERED = (
    r"(?:(?:ya|hoy|ayer) )?(?:paso|pasaron|emitio|emitieron|saco|sacaron|libero|liberaron|mando|mandaron|envio|"
    r"enviaron|"
    r"firmo|firmaron|genero|generaron|(?:ha|han) (?:pasado|emitido|sacado|liberado|mandado|enviado|generado)) (?:ya )?"
    r"(?:(?:la|el|su) )?(?:orden de compra|oc|o c|o \. c \.|po|purchase order)"
)
_ORDERED += (
    r"|(?:me |nos )?(?:llego|entro|ha llegado|ha entrado|recibi|recibimos|he recibido|hemos recibido|ya tengo|"
    r"ya tenemos) (?:ya )?(?:la|su|una) (?:orden de compra|oc|o c|po)"
)
"""The customer's own paper was issued."""
_RIVALS = (
    r"(?:el|los|un|unos|una|la) (?:chinos?|alemane?s?|aleman|italianos?|franceses|frances|turcos?|coreanos?|"
    r"americanos?|"
    r"japoneses|brasileros?|brasilenos?|indios?|polacos?|proveedor|fabricante|distribuidor|competidor|marca|empresa|otra|"
    r"competencia|multinacional|de siempre)"
)
"""Who gets what we do not."""
_NO_MORE = (
    r"(?:nos|me) (?:(?:ha|han) ganado|ganaron|gano)(?! (?:\d|tiempo|la confianza|el corazon))|"
    r"se (?:nos |me )?(?:perdio|perdieron|pierde|pierden)(?= (?:lo de|el negocio|la venta|la licitacion|el "
    r"contrato|el pedido|la "
    r"orden|"
    r"la obra|el concurso|el proyecto|la oportunidad|la operacion))|"
    r"(?:quede|quedamos|quedo|hemos quedado|nos dejaron|nos han dejado|me dejaron) (?:por )?(?:fuera|afuera)"
    r"(?= (?:de|en|del|por|[,.;!])|$)|"
    r"se (?:nos )?(?:bajo|bajaron|ha bajado|han bajado)(?= (?:de la|del|por|porque|[,.;!])|$)|"
    r"no va mas(?= (?:lo|la|el|con|[,.;!])|$)|nos (?:bajaron|tumbaron) (?:de|la)(?= )"
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
        rf"{_ORDERED}|"
        r"(?:hemos cerrado|he cerrado|cerramos|cerre|cerrado)(?= con (?:\S+ ){1,5}?(?:el|la|los|las|lo de|un|una) "
        r"(?:\S+ "
        r"){1,7}?(?:\d|[a-z ]*mil\b|€))|"
        r"(?:(?:me|nos) )?(?:acaba|acaban) de (?:firmar|comprar|adjudicar)(?:me|nos|melo|noslo)?|"
        r"pedido (?:(?!que |de nuevo)[a-z]+ ){1,4}cerrado|pedido (?:hecho|recibido|cursado|en mano|ok)|(?:han |"
        r"ha )?(?:cursado|tramitado|lanzado) (?:el|su) pedido|"
        r"(?:nos )?(?:dan|da|han dado|ha dado|dieron|dio) luz verde|luz verde (?:a|al|para)|(?:es|ya es) cliente"
    ),
    "lost": (
        rf"{_NO_MORE}|"
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
        r"se (?:la|lo|las|los) (?:compran|compra|compraron|compro|han comprado|ha comprado|piden|pidieron|han "
        r"pedido|encargan|"
        r"han encargado|dan|han dado) a (?!nosotros|mi|plazos|su|sus|precio|credito|granel|partir|ver)\S+|"
        r"(?:ya )?(?:han|ha|habian|habia) comprado (?:ya )?(?:a|en) (?!nosotros|plazos|credito|granel|nuestr)\S+|"
        rf"se (?:la|lo|las|los) (?:queda|quedan|quedo|quedaron|lleva|llevan|llevo|llevaron|gano|ganaron|ha quedado|"
        rf"han quedado|ha llevado|han llevado) (?:el grupo|{_RIVALS})\b|"
        rf"(?:la|lo|las|los) (?:gano|ganaron|ha ganado|han ganado) (?:otr[oa]s?|la competencia|un competidor|"
        rf"{_RIVALS})\b|"
        rf"se (?:la|lo|las|los) (?:dieron|adjudicaron|han dado|han adjudicado|dan|adjudican|compraron|encargaron) a "
        rf"(?:otr[oa]s?|la competencia|un competidor|{_RIVALS})\b|"
        r"se (?:(?:han|ha) (?:pasado|ido|cambiado)|pasaron|paso|fueron|fue|cambiaron|cambio) (?:a|con) (?:la "
        r"competencia|"
        r"un competidor|otr[oa]s?(?: (?:proveedor|marca|empresa|distribuidor|fabricante))?)(?! (?:hora|dia|sede|local|"
        r"nave))|"
        r"(?<=no , )se (?:queda|quedan|quedo|quedaron|han quedado|ha quedado) con (?!nosotros|ganas|dudas|\d)\S+"
    ),
    "postponed": (
        r"(?<![a-z0-9,.] )(?:en )?(?:stand by|standby|pausa)(?= [a-z])|"
        rf"(?:(?:la|lo|las|los) )?{_PUTS_OFF}{_THING}(?= (?:para|hasta|a) {_FAR})|"
        rf"(?<!me )(?<!nos )(?:queda|quedan|quedo|quedaron|ha quedado|han quedado)(?: todo)?(?= (?:para|hasta) {_FAR})|"
        rf"se (?:me |nos |les )?(?:va|van|retrasa|retrasan|retraso|aplaza|aplazan|pospone) (?:ya )?(?:a|hasta|"
        rf"para) {_FAR}|"
        rf"se (?:me |nos |les )?(?:va|van|retrasa|retrasan|retraso|aplaza|aplazan|pospone|posponen)(?= al {_FAR})|"
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
