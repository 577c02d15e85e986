"""What people say when an opportunity is won, lost or put off, as patterns over plain text."""

import re

_US = r"(?:(?:nos|me) (?:la |lo |los |las )?)"
_OFFER = (
    r"(?: (?:la|el|las|los|nuestra|nuestro|esta|este|su|ya|tu|un|una))*"
    r" (?:oferta|presupuesto|propuesta|cotizacion|pedido|contrato|proyecto|acuerdo|renovacion|ppto)"
)
_THE = r"(?: (?:the|our|that|this|a|an|whole|full|new|\w+))?"
_DEAL = r"(?:deal|order|contract|business|job|account|tender|bid|work|project|sale|opportunity|opp|po)"
FACTS = {
    "won": (
        r"(?:la |lo |las |los )?(?:hemos|he) ganado|(?:la |lo |los |las )?ganamos|(?:la |lo )?gane|"
        r"(?:se ha |se han )?ganad[oa]s?(?! (?:tiempo|terreno|cuota))|"
        rf"{_US}(?:han |ha )?(?:adjudicado|adjudicaron|adjudico|adjudican|adjudica|"
        r"(?:compran|compra|comprado|compro|compraron)(?= (?:el|la|los|las|todo|toda)\b| [,.;!]|$))|"
        r"(?:me|nos) (?:(?:ha|han) dicho|dijo|dijeron|dice|dicen) que si(?= (?:a |al ))|"
        rf"{_US}(?:(?:han|ha) )?(?:dado|dan|dio|dieron) (?:ya )?(?:el )?(?:ok|si|visto bueno|go|okay)"
        r"(?= (?:a |al |definitivo|final|para )|(?: [,.;!])|$)|"
        rf"{_US}(?:(?:han|ha) )?(?:pasado|hecho|hicieron|pasaron|paso|hizo|mandado|mandaron|enviado|enviaron|confirmado|"
        r"confirmaron|confirma|confirman|confirmo|formalizado) (?:ya )?(?:el|la|su) (?:pedido|compra|orden de compra|oc)|"
        r"(?:ya )?(?:(?:nos|me) )?(?:lo |la |los |las )?(?:han|ha|hemos|he) firmado|(?:nos )?firmaron|firmad[oa]s?|firmo|"
        r"(?:nos )?(?:lo |la )?(?:han|ha) aceptado|aceptaron|acepto(?= (?:la|el|nuestra|nuestro|los|las))|"
        rf"(?:aceptan|acepta){_OFFER}|"
        r"(?:venta|trato|operacion|oportunidad|acuerdo|negocio|contrato) (?:cerrad[oa]|hecha|hecho)|"
        r"(?:hemos cerrado|he cerrado|cerramos|cerre|cerrada|cerrado)"
        r"(?: ya)? (?:la venta|el trato|la operacion|el acuerdo|el negocio|el contrato|la oportunidad|el pedido)|"
        r"trato hecho|pedido (?:firmado|confirmado|en firme)|contrato firmado|adjudicad[oa]s?|"
        r"(?:la|lo|los|las)? ?(?:hemos|he) vendido|vendid[oa]s?|(?:es|son) (?:ya )?nuestr[oa]s?|"
        r"(?:se (?:lo|la|los|las) (?:queda|quedan|quedaron|han quedado|ha quedado))|nos (?:lo|la) llevamos|"
        r"(?:tenemos|tengo) (?:ya )?(?:el )?pedido(?: firmado| en firme)?|ha caido el pedido|(?:ha )?(?:entrado|llegado) el pedido|"
        r"(?:we |we 've |i |i 've |just ){0,4}(?:won)(?! 't)|"
        r"(?:have |has |'ve |'s )?(?:just |finally )?(?:signed(?! (?:up|off|it off|them off|him off|for (?:the )?(?:delivery|parcel|package|goods|samples|them|it)|off on the|nda|the nda|in))|said yes|gone ahead)|"
        rf"(?:have |has |'ve |'s )?(?:just |finally )?accepted (?:\S+ ){{0,4}}?(?:quote|offer|proposal|contract|order|deal|price|terms)|"
        r"accepted|"
        rf"(?:closed|sealed|landed|bagged|secured|clinched|got|nailed)(?: down)?{_THE} {_DEAL}|"
        rf"(?:we |i |we 've |i 've )got{_THE} \S+ (?:order|contract|deal|job|business|po)|"
        rf"{_DEAL} (?:is |was |has been |now |'s )?(?:closed|done|signed|sealed|won|placed|confirmed)|"
        r"(?:po|purchase order) (?:is |has |'s )?(?:came in|come in|in|received|arrived|landed|raised|through)|"
        r"(?:gave|given|giving|awarded) us the (?:\S+ )?(?:order|go ahead|contract|green light|job|business|nod|po|tender|deal)|"
        rf"(?:placed|confirmed|put in|sent through|sent over|raised){_THE} (?:order|po|purchase order)|it 's a win|"
        r"(?:is|are) ours(?: now)?|it 's ours|(?:chose|picked|went with|going with|gone with|awarded it to) us|"
        r"close it (?:out )?as won|(?:is |'s )?in the bag|got (?:it|them) over the line"
    ),
    "lost": (
        r"(?:la |lo |las |los )?(?:hemos|he) perdido|(?:la |lo |las |los )?perdimos|(?:la |lo |las |los )?perdi|"
        r"(?:se ha |se han )?perdid[oa]s?|se (?:ha|han) caido|se (?:nos )?(?:cayo|cae|ha caido|han caido|cayeron)|"
        r"no (?:siguen|sigue|van a seguir|va a seguir|quieren seguir|quiere seguir|seguiran|seguira) adelante|"
        r"(?:nos )?(?:lo |la |los |las )?(?:han|ha) (?:rechazado|descartado|tumbado)|(?:nos )?(?:rechazan|rechaza|"
        r"descartan|descarta|tumban|tumba)(?= (?:la|el|nuestra|nuestro|las|los))|"
        r"(?:nos )?(?:rechazaron|rechazo|descartaron|descarto|tumbaron)|descartad[oa]s?|"
        r"(?:we |we 've |i |i 've |just ){0,4}(?:lost)|"
        r"(?:turned us down|(?:have |has )?rejected (?:the|our|it|us)|(?:have |has )?declined (?:the|our|it)|"
        r"(?:have |has )?decided against (?:it|us|the)|said no to (?:the|our|us)|ruled us out|knocked us back)|"
        r"(?:is |are |'re |'s )?not (?:renewing|proceeding|going ahead|buying)|decided not to (?:renew|proceed|go ahead|buy|go for it|order)|"
        r"(?:won't|will not|wont) (?:be )?(?:renew|renewing|proceed|proceeding|going ahead|go ahead)|pulled out|pulled the plug|"
        r"walked away|(?:have |has )?cancelled (?:the|their|our) (?:order|contract|project|deal)|(?:we |i )?(?:didn't|did not) "
        r"(?:get|win|land|make) (?:it(?= (?:[,.;!]|$))|the (?:\S+ ){0,3}?(?:tender|order|deal|job|contract|business|bid|shortlist))|"
        r"no (?:nos )?(?:renueva|renuevan|renovaron|renovo|van a renovar|va a renovar|renovaran|renovara)|"
        r"no nos (?:(?:han|ha) )?(?:cogido|cogen|aceptado|aceptan|aceptaron|acepto|comprado|compran|compraron|elegido|escogido|dado)"
        r"(?= (?:el|la|los|las|por))|(?:(?:han|ha) )?(?:cancelado|cancelaron|cancelo|cancelan)(?= (?:el|la|los|las) (?:pedido|contrato|"
        r"proyecto|compra|obra|operacion|renovacion))|"
        r"fell through|fallen through|no deal|is dead|(?:is |'s |are )?dead(?= [.,;!]|$)|dead in the water|close it (?:out )?as lost"
    ),
    "lost_to": (
        r"(?:al final )?(?:(?:tender|order|contract|deal|business|job|project|work) (?:has |have )?(?:went|gone) to|se (?:van|va) a otr[oa]s?|se (?:van|va|han ido|ha ido|fueron|fue|quedan|queda|quedaron|quedo|decantan|decanta|decantaron|"
        r"decanto|han decantado|ha decantado|decidieron|han quedado|ha quedado) (?:con|por) "
        r"(?:la competencia|otro|otra|otros|otras|un competidor|el de siempre|su proveedor)|"
        r"(?:han|ha) (?:elegido|escogido|optado por|contratado) (?:a )?(?:otro|otra|otros|la competencia)|"
        r"se (?:lo|la|los|las) (?:han|ha) comprado a (?:la competencia|otro|otra|\S+)|"
        r"(?:eligieron|eligio|escogieron|escogio|contrataron) (?:a )?(?:otro|otra|la competencia)|"
        r"se lo (?:han dado|dan|dieron|dio|ha dado|llevo|lleva|ha llevado|llevaron) (?:a )?(?:otro|otra|la competencia|un competidor|\S+ que)|"
        r"compran a otro|"
        r"(?:they )?(?:went with|went for|chose|have gone with|'ve gone with|has gone with|went to|gone to|"
        r"are going with|going with|picked|signed with|bought from) (?:a |an |the |another |someone |some )?(?:\S+ )?"
        r"(?:competitor|competition|other|else|supplier|cheaper|vendor|rival|firm|bid|quote|option|provider))"
    ),
    "postponed": (
        r"(?<![a-z0-9] )(?:aplazar|posponer|postergar|aplaza|pospon|postpone|park|pausar|congelar|put off)|"
        r"(?:(?:nos )?(?:la |lo |las |los )?(?:han |ha |hemos |he |queda |quedan |esta |estan )?(?:aplazad[oa]s?|pospuest[oa]s?|"
        r"postergad[oa]s?)|(?:nos )?(?:la |lo |las |los )?(?:aplazan|aplaza|aplazamos|posponen|pospone|posponemos|postergan|posterga|"
        r"aplazo|pospongo|aplazaron|pospusieron|pospuso|postergaron)|(?:lo |la |los |las )(?:dejan|deja|dejamos|han dejado|ha dejado|"
        r"paran|congelan|han parado|ha parado|han congelado|congelo|congelaron)(?: (?:para|hasta|en pausa|en stand by|aparcad[oa]))?|"
        r"(?:congelan|congela|paralizan|paraliza|congelaron|paralizaron) (?:el|la|los|las)|(?:han|ha) (?:parado|congelado|paralizado|aparcado|dejado en pausa) (?:el|la|los|las) \S+|"
        r"(?:proyecto|oportunidad|compra|inversion|obra|pedido) (?:parad[oa]|congelad[oa]|paralizad[oa]|en pausa|en stand by)|"
        r"(?:(?:queda|quedan|quedo|esta|estan|se queda) (?:todo )?(?:en pausa|en espera|en stand by|parad[oa]s?|congelad[oa]s?))|"
        r"(?:is |are |been |has been |have been |was |have |has |'ve ){0,4}(?:postponed|put (?:it |this |everything )?on hold|on hold|"
        r"shelved|parked|mothballed|on ice|put (?:it )?on ice)|(?:they |have |has )*(?:pushed (?:it |this |the \S+ )?back|push (?:\S+ ){1,5}?back|"
        r"put (?:the \S+ |the \S+ \S+ )on hold))"
    ),
}  # fmt: skip

NO_OBJECT_OF_OURS = (
    r"(?! (?:la |el |the |un |una |a |an |some |their |his |her |su |sus )?(?:llamada|reunion|visita|cita|entrega|tiempo|"
    r"contacto|dinero|agua|interes|call|meeting|visit|demo|delivery|time|touch|contact|interest|patience|ground|track|"
    r"instalacion|formacion|albaran|nda|paciencia|papel|cliente|clientes|empleado|empleados|premio|award|prize|"
    r"customer|customers|client|clients|staff|tren|vuelo|flight|train|keys|llaves|movil|phone|signal|luggage|licencia)\b)"
)

WISHES = re.compile(
    r"\b(?:quiere|quieren|querian|queria|quieran|espero|espera|esperan|esperamos|ojala|si|cuando|creo|"
    r"creemos|podria|podrian|podemos|puede|pueden|casi|a punto|"
    r"hope|hopes|hoping|want|wants|wanted|would|might|maybe|perhaps|if|when|will|'ll|"
    r"could|should|going to|gonna|probably|think|thinks|about to|"
    r"not|didn't|haven't|hasn't|no|todavia|aun|a ver|piensan|pensando|parece|parecen|"
    r"probablemente|seguramente|seguro|quiza|quizas|van|va|ir|falta|faltan|pendiente|pendientes|sin|"
    r"antes|until|till|before|expect|expects|expecting|may|can|unless|nunca|evitar|tengo que|"
    r"hay que|para|intentar|ganas|likely|yet|'d|isn't|aren't|wasn't|don't|still|sigue|siguen|continua|"
    r"planean|planea|prometen|promete|promises|promised|plans|planning|due|supposed|needs|need|once|after|"
    r"dice que lo|riesgo|miedo|fear|afraid|risk|almost|nearly|ready|lista|listo|listos|dispuesto|dispuestos|"
    r"en cuanto|hasta que|como no|deberia|deberian|igual|interested in|wish|let 's see|puede que)\b[^,.;:!]*$"
)

NOT_OURS = re.compile(
    r"\b(?:they|he|she|who|them|el|ella|ellos|han|ha|habian|habia)(?: (?:have|had|has|also|just|'ve|'s|ya))*$"
)
"""Before a bare `lost` or `won`: it is somebody else who lost."""
