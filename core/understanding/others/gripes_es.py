"""Gripes, praise and gossip in Spanish: traffic, the app, games, what somebody is like; no news of a customer."""

from core.understanding.others.rows import Row, Table, one_of
from core.understanding.others.words import THE_APP_IS_BAD

_PRAISE_OR_BLAME = one_of(
    "crack, maquina, pesad[oa]s?, sol, encanto, cielo, caso, desastre, figura, amor, cabron\\w*, idiota, listill[oa], "
    "liante, plasta, coñazo, conazo, santo, mejor, peor, maj[oa]s?, simpatic[oa]s?, amig[oa]s?, genio, maestro, "
    "fenomeno, borde, joya, tip[oa] maj[oa]"
)
_JUDGEMENT = one_of(
    "porqueria, mierda, basura, maravilla, pasada, lata, asco, castigo, tortura, caos, verguenza, robo, timo, ruina, "
    "rollo, cachondeo"
)
_SIGHED_AT = one_of(
    "dia, lunes, martes, miercoles, jueves, viernes, semana, semanita, mes, manana, manan[ai]ta, tarde, verano, calor, "
    "frio, trafico, atasco, palo, rollo"
)
_EXCLAIMED = one_of(
    "maj, simpatic, pesad, bord, list, carad, buen, mal, bien se, mal se, guap, grande, crack, tio, tia, risa, pena, "
    "asco, lastima, verguenza"
)
_AROUND_THE_ROAD = one_of(
    "parking, aparcamiento, trafico, carretera, acceso, wifi, cafe, menu, atasco, aire acondicionado, cola, entrada"
)
_ON_THE_ROAD = r"(?:autovia|autopista|carretera|coche|tren|ave|avion|atasco|caravana|metro|ap|a ?\d)"
_GAME = one_of("padel, futbol, tenis, golf, mus, poker, billar, basket, ajedrez, la loteria, los penaltis, las cartas")
_RELATIVE_OF_SOMEBODY = one_of(
    "hij[oa]s?, padres?, madre, mujer, marido, herman[oa], abuel[oa], suegr[oa], perr[oa], boda, entierro, funeral, "
    "nin[oa]s?, jamon, paella, comida, vino"
)
_LEFT_BEHIND = one_of(
    "portatil, ordenador, movil, cargador, gafas, llaves, chaqueta, abrigo, cartera, paraguas, bolso, tablet, mochila, "
    "carpeta, boli, agenda, cascos, maletin"
)
_CUSTOMERS_DUTY = "llamar|visitar|ir|mandar|enviar|pasar|hacer|preparar|reunion|visita|llamada"

GRIPES = Table(
    Row(
        "the app is bad",
        rf"(?:la aplicacion|esta aplicacion|la app|esta app|el bot|este bot|esto|nada){THE_APP_IS_BAD}\b",
        "la app no funciona",
    ),
    Row(
        "the app, cursed",
        r"(?:la|esta|el|este|vaya|que|puta|maldita)(?: \S+)? (?:app|aplicacion|bot|chat|cacharro|trasto|invento|"
        r"programa)\b.*\b(?:no|me ha|nos ha|se ha|se me|se cuelga|se cae|se queda|va|es|otra vez)\b",
        "vaya app, se cuelga cada dos por tres",
    ),
    Row(
        "what is around is impossible",
        rf"(?:el|la|los|las) {_AROUND_THE_ROAD}\b[^,.;:]* (?:es|esta|estan|va) (?:imposible|fatal|horrible|malisim[oa]|"
        r"criminal|asqueros[oa]|de locos|un (?:caos|asco))\b",
        "el parking del polígono está imposible",
    ),
    Row(
        "on the road",
        r"(?:(?:pues|nada|bueno|oye|que|ya|aqui|hola) (?:, )?)*(?:voy|vamos|estoy|ando) (?:ya )?(?:por|en) (?:la |el )?"
        rf"{_ON_THE_ROAD}\b",
        "voy por la autovía",
    ),
    Row(
        "standing still on the road",
        r"(?:\S+ ){0,4}?(?:parad|atascad|atrapad|clavad|varad|metid|trancad|pegad|atorad)[oa]s? (?:en|por) "
        rf"(?:(?:la|el|un|una|plena|pleno) )?(?:{_ON_THE_ROAD}|trancon|taco|embotellamiento|peaje|ruta|circunvalacion|"
        r"avenida|autovia)",
        "media hora parado en la AP-8",
    ),
    Row(
        "a road is full",
        r"(?:la|el) (?:m|a|ap|n|z|v|ma|b|c|s|e) ?\d{1,3}\b.*\b(?:petad|atasc|cortad|parad|caravana|trafico|imposible|"
        r"criminal|colaps)",
        "la M40 imposible",
    ),
    Row(
        "nowhere to park",
        r"\b(?:no hay|sin) (?:aparcamiento|parking|donde aparcar|sitio (?:para|donde) aparcar)\b",
        "en Vega no hay donde aparcar",
        anywhere=True,
    ),
    Row(
        "the navigator, the office",
        r"(?:el|la|los de) (?:gps|navegador|administracion|rrhh|recursos humanos|contabilidad|la oficina|central|"
        r"marketing)\b(?! de)",
        "el GPS me manda al río",
    ),
    Row(
        "what a day",
        r"(?:(?:ja\w*|je\w*|uf+|buf+|puf+|jo|hala|madre mia) (?:[,!] )?)*(?:vaya|menud[oa]|que) "
        rf"{_SIGHED_AT}\b[^,.;:]*$",
        "uf, vaya lunes",
    ),
    Row(
        "today it is this or that, unless a customer's",
        r"(?:(?:hola|buenas|buenos dias|hey|venga|hoy|manana|ahora) (?:[,!.] )?)*(?:hoy|manana|ahora|luego) "
        rf"(?:(?:me|nos) )?(?:toca|tocan) (?!{_CUSTOMERS_DUTY})[a-z]+"
        r"(?: (?:[,;!.] )?(?:a ver si|que|con|y) [^.;:]*)?(?: [.!])*$",
        "hoy toca gimnasio",
    ),
    Row(
        "how well somebody does it",
        r"que (?:bien|mal|rapido|lento|despacio|rico|ricos|poco|tarde) (?:trabaja|trabajan|pagan|paga|atienden|"
        r"atiende|tratan|"
        r"trata|conduce|huele|come|comen|se come|funciona|funcionan|lo hacen|lo hace|va|van|estan|esta)\b",
        "qué bien trabaja la gente de Vega",
    ),
    Row("how nice, what a pity", rf"que {_EXCLAIMED}[^,.;:]*$", "qué pena"),
    Row(
        "what somebody is like",
        r"(?:\S+ ){1,3}?(?:es|era|son|sois) (?:(?:un|una|unos|la|el|muy|mas|tan|todo|toda|mi|super|de lo) )+"
        rf"{_PRAISE_OR_BLAME}\b[^,.;:]*$",
        "Marta es un encanto",
    ),
    Row(
        "what somebody is like, in a word",
        r"(?:(?![,.;:])\S+ ){1,4}?(?:es|son) (?:(?:muy|mas|tan|bastante) )?(?:insoportable|inaguantable|"
        r"encantador|majisim|"
        r"simpatiquisim|pesadisim|agotador|lent[oa]s? de|cansin|imposible de tratar|adorable|bordisim)[a-z]*[^,.;:]*$",
        "Marta es insoportable",
    ),
    Row("whom one likes", r"(?:(?![,.;:])\S+ ){1,7}?me caen? (?!\d)\S+", "Marta me cae bien"),
    Row("what a thing is", rf"(?:\S+ ){{0,9}}?(?:es|son) (?:un|una|unos) {_JUDGEMENT}\b[^,.;:]*$", "esto es un robo"),
    Row(
        "more so than another",
        r"\b(?:es|son|esta|estan) mas [a-z]+ que\b[^,.;:]*$",
        "Vega es más lento que un caracol",
        anywhere=True,
    ),
    Row(
        "whose relative one is, of what temper, and being praised",
        r"\b(?:se parecen? a|tienen? (?:muy )?(?:mal|buen) (?:genio|caracter|gusto|humor|corazon)|"
        r"(?:es|son) (?:muy )?(?:prim|cunad|herman|hij|amig|vecin|famili)\w* (?:de|mio|mia|suyo)|"
        r"me (?:ha|han) felicitado)\b[^,.;:]*$",
        "Marta tiene mal genio",
        anywhere=True,
    ),
    Row(
        "gossip of somebody's family and feasts",
        rf"(?:el|la|los|las) {_RELATIVE_OF_SOMEBODY} de (?:la |el |los )?\S+(?: \S+){{0,2}}? "
        r"(?:es|esta|estan|son|ha|han|tiene|tuvo|estuvo|estaba|fue|cumple|se casa)\b"
        r"(?! (?:pedido|dicho|quedado|llamado|preguntado|firmado))",
        "la boda de Marta fue preciosa",
    ),
    Row(
        "a match to come",
        r"(?:(?:hoy|manana|esta (?:tarde|noche)|el (?:sabado|domingo|lunes|viernes)) )?(?:juega|juegan|hay (?:partido|"
        r"futbol|"
        r"clasico))\b",
        "mañana juega el Vega, nos vemos en el bar",
    ),
    Row(
        "a game won or lost",
        rf"\b(?:ganado|perdido|ganamos|perdimos|gane|perdi|empatamos) (?:al? {_GAME}|\d+ ?- ?\d+|el partido|"
        r"la apuesta|la porra|la final|la liga|por goleada)\b",
        "hemos ganado el partido",
        anywhere=True,
    ),
    Row(
        "what should have been done",
        r"\b(?:tenia|tendria|tenias|debia|deberia|hubiera|habria)(?: que)? haber [a-z]+(?:ado|ido|cho|sto|rto)\b",
        "tenía que haber llamado ayer",
        anywhere=True,
    ),
    Row("where one sleeps", r"(?:yo )?(?:duermo|dormimos|me alojo|pernocto|hago noche|noche) en\b", "duermo en Soria"),
    Row(
        "a thing of one's own left behind",
        r"\b(?:me (?:he dejado|deje|olvide)|he olvidado|olvide|a por|perdi|he perdido) (?:el|la|los|las|mi|mis) "
        rf"{_LEFT_BEHIND}\b",
        "me he dejado el portátil en Vega",
        anywhere=True,
    ),
)
