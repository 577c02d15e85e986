"""What Spanish says to colleagues, to the family or to oneself: nothing of it is an entry, whatever day is named."""

import re

from core.understanding import nicknames
from core.understanding.first_names_es import FIRST_NAMES
from core.understanding.kinds import Kind
from core.understanding.mentions import Mention
from core.understanding.reading import Reading

_CALLING = (
    r"(?:jefe|jefa|jefazo|equipo|chicos|chicas|compis?|companer[oa]s?|tios?|tia|bro|colegas?|gente|familia|senores|"
    r"muchachos|figura|campeon|crack|maquina|hermano|hermana|primo)"
)
_AT_HOME = r"(?:cari|carino|amor|mi amor|cielo|mama|papa|mami|papi|nena|gordi|churri|hijo|hija|peques)"
_OPENING = r"(?:[¿¡] ?)?(?:(?:oye|oiga|hola|ey|eh|buenas|buenos dias|perdona|por favor|porfa|vale|ok|y) (?:[,!] )?)*"
_YOU = (
    r"(?:dile|diles|dime|dame|danos|dinos|mandame|mandanos|mandale|pasame|pasanos|enviame|envianos|avisame|avisanos|"
    r"llamame|llamanos|cuentame|mirame|mirate|traeme|traete|ponme|hazme|hazte|dejame|dejate|resuelveme|contestame|"
    r"respondeme|ayudame|ayudanos|cubreme|guardame|preguntale|acuerdate|fijate|vente|ven|puedes|podrias|tienes|sabes|"
    r"(?:mira|comprueba|averigua|revisa)(?: tu)? (?:si|a ver|cuanto|cuantos|cuando)|"
    r"quieres|vienes|vas a|me (?:puedes|podrias|pasas|mandas|envias|cubres|dejas|llamas|avisas|dices|echas|haces|"
    r"traes|confirmas)|nos (?:puedes|podrias|pasas|mandas|vemos|llamas|avisas))"
)
_TOLD = (
    r"(?:digo|cuento|contare|aviso|llamo|llamare|paso|mando|mandare|envio|recuerdo|veo|dejo|confirmo|escribo|comento|"
    r"pongo|apunto|llevo|traigo|debo|quiero|espero|echo|agradezco|adelanto|acuerdas|acordais|parece|importa|apetece|"
    r"apuntas|apuntais|viene|va|toca|cojo|invito|voy a|vamos a|he|hemos|tengo que|juro|prometo)"
)
SAID_TO_OTHERS = re.compile(
    rf"^{_OPENING}{_AT_HOME}\b(?! (?:{_AT_HOME}|y|de|del)\b)|"
    rf"^{_OPENING}(?!(?:no|si|hoy|que|ya|me|porfa|favor|anda|venga|oye|hola|vale|ok|y|recuerda|apunta|nota)\b)[a-z]+ "
    rf"(?:, )?(?:[¿] ?)?{_YOU}\b|"
    r"\b(?:decid|mandad|pasad|mirad|llamad|avisad|traed|poned|haced|dejad|enviad|venid|preguntad)(?:le|les|me|nos|lo|"
    r"la)?\b(?! (?:a|con) (?:la|el) )|"
    r"\bte toca a ti\b|\btus (?:padres|hijos|suegros|amigos)\b|^(?:las llaves|la furgo|la furgoneta|"
    r"el coche) d?e?l? ?\b.* (?:las?|los?) "
    r"(?:tiene|tienen|lleva|llevan|dejo)\b|"
    rf"^{_OPENING}[a-z]+ de (?:(?:la )?(?:contabilidad|administracion|facturacion|rrhh|marketing|logistica|"
    rf"oficina|central)|"
    r"almacen|soporte|sistemas|informatica) (?:, )?que (?:me|le|les|nos|te) [a-z]+en?\b|"
    r"^(?:el|la|los|las) (?:parking|aparcamiento|trafico|carretera|acceso|wifi|cafe|menu|atasco|"
    r"aire acondicionado|cola|entrada)"
    r"\b[^,.;:]* (?:es|esta|estan|va) (?:imposible|fatal|horrible|malisim[oa]|criminal|asqueros[oa]|de locos|"
    r"un (?:caos|asco))\b|"
    r"^(?:felicita|saluda|abraza) a\b|\b(?:un beso|un abrazo|besos|recuerdos|saludos) (?:a|para|de mi parte)\b|"
    r"^(?:la|esta|el|este|vaya|que|puta|maldita)(?: \S+)? (?:app|aplicacion|bot|chat|cacharro|trasto|invento|programa)"
    r"\b.*\b(?:no|me ha|nos ha|se ha|se me|se cuelga|se cae|se queda|va|es|otra vez)\b|"
    r"\b(?:ganado|perdido|ganamos|perdimos|gane|perdi|empatamos) (?:al? (?:padel|futbol|tenis|golf|mus|poker|billar|"
    r"basket|ajedrez|la loteria|los penaltis|las cartas)|\d+ ?- ?\d+|el partido|la apuesta|la porra|la final|la "
    r"liga|por goleada)\b|"
    r"^(?:(?:una )?(?:pregunta|duda|cosa|consulta)(?: (?:tonta|rapida|una cosa))? (?:[,:] )?)(?:como|donde|que|cual|"
    r"cuando|"
    r"se puede|puedo|quien|hay|por que)\b|"
    r"\b(?:dejalo|olvidalo|olvidadlo|da igual|no importa|no me hagas caso)(?: [.!,]| anda)*$|"
    r"^(?:el|la|los de) (?:gps|navegador|administracion|rrhh|recursos humanos|contabilidad|la oficina|central|"
    r"marketing)\b(?! de)|"
    r"^(?:me encanta|me gusta|me chifla|me pirra|adoro|odio|parece que|dicen que|se comenta que|han abierto|abren|"
    r"felicidades|enhorabuena|animo|viva|arriba|aupa|murio|ha muerto|fallecio|ha fallecido)\b|"
    r"\bme debes? (?:un|una|unas|unos) (?:cana|canas|cafe|cerveza|cervezas|birra|comida|cena|copa|favor|vino)\b|"
    r"^(?:el|la|los|las) (?:hij[oa]s?|padres?|madre|mujer|marido|herman[oa]|abuel[oa]|suegr[oa]|perr[oa]|boda|entierro|"
    r"funeral|nin[oa]s?|jamon|paella|comida|vino) de (?:la |el |los )?\S+(?: \S+){0,2}? (?:es|esta|estan|son|ha|han|"
    r"tiene|tuvo|"
    r"estuvo|"
    r"estaba|fue|cumple|se casa)\b(?! (?:pedido|dicho|quedado|llamado|preguntado|firmado))"
)
"""Said to somebody at the office or at home, a groan at the app, a game, gossip."""
_THINGS_OF_OURS = (
    r"(?:el|la|los|las|mi|mis) (?:portatil|ordenador|movil|cargador|gafas|llaves|chaqueta|abrigo|cartera|paraguas|"
    r"bolso|"
    r"tablet|mochila|carpeta|boli|agenda|cascos|maletin)"
)
SAID_OF_NO_SALE = re.compile(
    r"\b(?:es|son|esta|estan) mas [a-z]+ que\b[^,.;:]*$|"
    r"^(?:(?:ja\w*|je\w*|uf+|buf+|puf+|jo|hala|madre mia) (?:[,!] )?)*(?:vaya|menud[oa]|que) (?:dia|lunes|martes|"
    r"miercoles|"
    r"jueves|viernes|semana|semanita|mes|manana|manan[ai]ta|tarde|verano|calor|frio|trafico|atasco|palo|rollo)\b[^,.;:]*$|"
    r"^(?:(?:hola|buenas|buenos dias|hey|venga|hoy|manana|ahora) (?:[,!.] )?)*(?:hoy|manana|ahora|"
    r"luego) (?:(?:me|nos) )?(?:toca|"
    r"tocan) (?!llamar|visitar|ir|mandar|enviar|pasar|hacer|preparar|reunion|visita|llamada)[a-z]+(?: (?:[,;!.] )?"
    r"(?:a ver si|que|con|y) [^.;:]*)?(?: [.!])*$|"
    r"^que (?:maj|simpatic|pesad|bord|list|carad|buen|mal|bien se|mal se|guap|grande|crack|tio|tia|risa|pena|asco|"
    r"lastima|verguenza)[^,.;:]*$|"
    r"^(?:(?:pues|nada|bueno|oye|que|ya|aqui|hola) (?:, )?)*(?:voy|vamos|estoy|ando) (?:ya )?(?:por|en) (?:la |"
    r"el )?(?:autovia|autopista|"
    r"carretera|coche|tren|ave|avion|atasco|caravana|metro|ap|a ?\d)\b|"
    r"^(?:la|el) (?:m|a|ap|n|z|v|ma|b|c|s|e) ?\d{1,3}\b.*\b(?:petad|atasc|cortad|parad|caravana|trafico|"
    r"imposible|criminal|colaps)|"
    r"^(?:\S+ ){0,9}?(?:es|son) (?:un|una|unos) (?:porqueria|mierda|basura|maravilla|pasada|lata|asco|castigo|"
    r"tortura|caos|"
    r"verguenza|"
    r"robo|timo|ruina|rollo|cachondeo)\b[^,.;:]*$|"
    r"\b(?:se parecen? a|tienen? (?:muy )?(?:mal|buen) (?:genio|caracter|gusto|humor|corazon)|"
    r"(?:es|son) (?:muy )?(?:prim|cunad|herman|hij|amig|vecin|famili)\w* (?:de|mio|mia|suyo)|me (?:ha|han) "
    r"felicitado)\b"
    r"[^,.;:]*$|"
    r"^(?:reenvia|renombra|fusiona|archiva|duplica|crea|creame|anade|anademe|actualiza|modifica|rectifica|corrige|descarga|comparte|adjunta)\b"
    r"(?!.*\b(?:etapa|fase|negociacion|propuesta|ganad[oa]|perdid[oa]|cualificacion|prospeccion)\b)|"
    r"^(?:la|el) (?:cita|visita|reunion|llamada|comida|demo)\b.* (?:es|era|sera) (?:a las?|el|con)\b.* , no (?:a|el|"
    r"con|de)"
    r"\b|"
    r"^(?:la|el) (?:cita|visita|reunion|llamada|comida|demo)\b[^,.;]* (?:queda|quedo|sigue|esta) pendiente(?: [.!])*$|"
    r"^pendiente de (?:que|respuesta|contestacion|noticias)\b[^,.;]*$|"
    r"\b(?:no hay|sin) (?:aparcamiento|parking|donde aparcar|sitio (?:para|donde) aparcar)\b|"
    r"\b(?:tenia|tendria|tenias|debia|deberia|hubiera|habria)(?: que)? haber [a-z]+(?:ado|ido|cho|sto|rto)\b|"
    r"\b(?:llama|llamale|habla|ve|vete|pasate|manda|mandale|escribe|escribele|encargate|avisa) tu\b|"
    r"^(?:yo )?(?:duermo|dormimos|me alojo|pernocto|hago noche|noche) en\b|"
    rf"\b(?:me (?:he dejado|deje|olvide)|he olvidado|olvide|a por|perdi|he perdido) {_THINGS_OF_OURS}\b"
)
"""Gripes and praise, commands for the office, what waits, what was left behind: no news of a customer."""
_SAID_TO_YOU = re.compile(
    rf"(?<!\S)(?:no )?(?:te|os) (?:(?:lo|la|los|las) )?{_TOLD}\b|"
    r"(?<!\S)(?!(?:dieci|veinti)?seis\b)[a-z]{2,}[ae]is\b|"
    rf"^{_OPENING}{_CALLING}\b(?! (?:: )?(?:reunion|visita|llamad|firmad|cerrad|ganad|perdid|vendid|enviad|"
    rf"mandad|visitad|acabo|"
    r"he (?:visitado|llamado|estado|hablado)))|"
    r"^(?:perfecto|vale|ok|genial|de acuerdo|muy bien|estupendo|gracias|bien|listo|hecho)(?: [,.!])* (?:pues |"
    r"entonces )?"
    r"(?:(?:manana|luego|el \w+) )?(?:nos vemos|hablamos|quedamos|lo (?:miro|veo|hago|mando|reviso)|os veo|manana)\b|"
    r"^(?:yo )?(?:ya )?me voy (?:a (?:comer|cenar|dormir|casa|la cama|descansar|duchar|correr|la playa)|de puente|"
    r"ya)\b|"
    r"(?<!que )(?<!y )\b(?:no (?:puedo|podre|voy a poder|ire|estare|trabajo|vengo|curro)|(?:vuelvo|volvemos|me voy|"
    r"nos vamos|me cojo|cojo|estoy|estamos|estare|cierro|cerramos) (?:de|el|la|unas|mis) ?(?:vacaciones|baja|permiso|"
    r"puente|finde|moscosos?))\b|"
    r"\bhago \d+ anos\b|^(?:hoy |manana )?(?:es )?mi (?:cumple|santo|aniversario)"
)
"""The same, where nobody of a customer's is named."""
_OF_THE_FAMILY = re.compile(
    r"(?<!\S)(?:mis? (?:madre|padre|padres|hij[oa]s?|mujer|marido|pareja|novi[oa]|suegr[oa]s?|herman[oa]s?|abuel[oa]s?|"
    r"cunad[oa]s?|ti[oa]s?|sobrin[oa]s?|prim[oa]s?|perr[oa]s?|gat[oa]s?|casa|piso|vecin[oa]s?|familia|nin[oa]s?|"
    r"peques?|cri[oa]s?|santo|cumple|cumpleanos|boda|coche|moto|amig[oa]s?|colegas?)|"
    r"(?:al?|el|la|los|las|un|una) (?:nin[oa]s?|cri[oa]s?|peques?|chiquill[oa]s?|bebe|perr[oa]s?|gat[oa]s?|suegr[oa]s?|"
    r"abuel[oa]s?|canguro|pediatra|dentista|medico|fisio|psicologo|podologo|oculista|veterinario|fontanero|cerrajero|"
    r"albanil|antenista|tecnico de la lavadora|ginecologo|traumatologo|tintoreria|guarde|itv|ampa|gimnasio|colegio "
    r"de (?:los|mis|las)|cole)|del? (?:cole|futbol|guarde|baile|ingles|piano|medico|dentista)|mama|papa|yayos?|itv|"
    r"ampa|cita (?:con |en |del? |para )?(?:el |la )?(?:medico|dentista|pediatra|fisio|podologo|oculista|itv)|"
    r"de vecinos|hipoteca|dni|pasaporte|cole)(?!\S)"
)
"""Whom and where one goes to for oneself and one's own."""
_FOR_THE_HOUSE = re.compile(
    r"(?<!\S)(?:pan|leche|panales|huevos|basura|lavadora|lavavajillas|colada|compra|cena|cenas?|deberes|disfraz|"
    r"ibuprofeno|paracetamol|gasolina|gasoil|aceite del coche|ruedas del coche|"
    r"entradas|concierto|cine|teatro|gafas|traje|regalos?|cumple|cumpleanos|tarta|boda|comunion|bautizo|netflix|"
    r"vuelos?|billetes?|alquiler|luz|perro|gato|a casa|plantas|multa|seguro del coche|persianas?|grifo|caldera|renta|"
    r"declaracion)(?!\S)"
)
"""What one buys, fetches and mends at home: private where it is a task and nobody is named."""


def is_said_to_others(reading: Reading) -> bool:
    """Whether it is told to somebody ("te llamo luego", "equipo, mañana …") before any customer is named."""
    if _calls_a_colleague(reading):
        return True
    called = [one.span[0] for one in reading.mentions if not one.is_weak and not _is_called(one, reading)]
    names = called + [first for first, _ in reading.strangers]
    match = _SAID_TO_YOU.search(reading.sentence.plain)
    return match is not None and all(first >= reading.sentence.span(match)[0] for first in names)


def _calls_a_colleague(reading: Reading) -> bool:
    """Whether somebody of no customer's is called, and an order follows: "Mari Ángeles, *pásale* a …"."""
    sentence = reading.sentence
    comma = next((index for index in (1, 2) if sentence.key(index) == ","), None)
    is_named = any(one.span[1] == comma for one in reading.mentions)
    if comma is None or is_named or sentence.key(0) not in FIRST_NAMES | nicknames.FIRST_NAMES | {"mari"}:
        return False
    return bool(_ORDER.match(sentence.plain, sentence.place(comma + 1)))


_ORDER = re.compile(
    r"(?:por favor (?:, )?|porfa (?:, )?)?(?:pasa|manda|envia|di|avisa|recuerda|pide|pregunta|llama|haz|pon|"
    r"busca|mira|revisa|"
    r"prepara|saca|imprime|trae|deja|coge)(?:le|les|me|nos|lo|la)?(?:lo|la|los|las)?(?!\S)"
)


def _is_called(name: Mention, reading: Reading) -> bool:
    """Whether the message begins by calling somebody: "*Javi*, el jueves no puedo ir"."""
    return name.span[0] == 0 and bool(name.contacts) and reading.sentence.key(name.span[1]) == ","


def is_of_the_family(reading: Reading) -> bool:
    """Whether what was done was with one's own people: "me ha llamado *mi mujer*", where nobody else is named."""
    is_somebodys = any(not one.is_weak for one in reading.mentions) or reading.strangers or reading.titles
    return not is_somebodys and bool(_MY_FAMILY.search(reading.sentence.plain))


_MY_FAMILY = re.compile(
    r"(?<!\S)mis? (?:madre|padre|padres|hij[oa]s?|mujer|marido|pareja|novi[oa]|suegr[oa]s?|herman[oa]s?|"
    r"abuel[oa]s?|cunad[oa]s?|"
    r"sobrin[oa]s?|prim[oa]s?|vecin[oa]s?|familia|nin[oa]s?|peques?|cri[oa]s?)(?!\S)"
)


def is_private(reading: Reading, kind: Kind | None) -> bool:
    """Whether what is to be done is an errand of one's own: "recoger a Lucas del cole", "llevar el coche a la ITV"."""
    if any(not one.is_weak for one in reading.mentions) or reading.strangers or reading.titles:
        return False
    plain = reading.sentence.plain
    is_errand = kind is Kind.TASK or " a por " in plain
    return bool(_OF_THE_FAMILY.search(plain)) or (is_errand and bool(_FOR_THE_HOUSE.search(plain)))
