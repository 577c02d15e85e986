"""What Spanish says to colleagues and to the office: nothing of it is an entry, whatever day is named."""

import re

from core.understanding import nicknames
from core.understanding.first_names_es import FIRST_NAMES
from core.understanding.mentions import Mention
from core.understanding.others.rows import Row, Table, after, one_of
from core.understanding.others.words import OPENING_ES
from core.understanding.reading import Reading

_ASKING = r"(?:[¿¡] ?)?" + after("oye, hola, buenas, por favor, porfa, a ver, chicos") + "(?:si )?"
_TO_YOU = one_of(
    "puedes, podrias, pasas, mandas, envias, cubres, dejas, llamas, avisas, dices, echas, haces, traes, confirmas"
)
_TO_US = one_of("puedes, podrias, pasas, mandas, vemos, llamas, avisas")
_YOU = one_of(
    "dile, diles, dime, dame, danos, dinos, mandame, mandanos, mandale, pasame, pasanos, enviame, envianos, avisame, "
    "avisanos, llamame, llamanos, cuentame, mirame, mirate, traeme, traete, ponme, hazme, hazte, dejame, dejate, "
    "resuelveme, contestame, respondeme, ayudame, ayudanos, cubreme, guardame, preguntale, acuerdate, fijate, vente, "
    "ven, puedes, podrias, tienes, sabes, quieres, vienes, vas a, "
    "(?:mira|comprueba|averigua|revisa)(?: tu)? (?:si|a ver|cuanto|cuantos|cuando), "
    f"me {_TO_YOU}, nos {_TO_US}"
)
_TOLD = one_of(
    "digo, cuento, contare, aviso, llamo, llamare, paso, mando, mandare, envio, recuerdo, veo, dejo, confirmo, "
    "escribo, comento, pongo, apunto, llevo, traigo, debo, quiero, espero, echo, agradezco, adelanto, acuerdas, "
    "acordais, parece, importa, apetece, apuntas, apuntais, viene, va, toca, cojo, invito, voy a, vamos a, he, hemos, "
    "tengo que, juro, prometo"
)
_NOBODYS_NAME = one_of(
    "no, si, hoy, que, ya, me, porfa, favor, anda, venga, oye, hola, vale, ok, y, recuerda, apunta, nota"
)
_OFFICE = (
    r"(?:(?:la )?(?:contabilidad|administracion|facturacion|rrhh|marketing|logistica|oficina|central)|almacen|soporte|"
    r"sistemas|informatica)"
)
_COLLEAGUES = one_of(
    "jefe, jefa, jefazo, equipo, chicos, chicas, compis?, companer[oa]s?, tios?, tia, bro, colegas?, gente, familia, "
    "senores, muchachos, figura, campeon, crack, maquina, hermano, hermana, primo"
)
_ENDING_ALIKE = one_of(
    "triste, existe, insiste, consiste, persiste, resiste, asiste, desiste, viste, chiste, quiste, despiste, "
    "contraste, desgaste, gaste, baste, aplaste"
)
"""Words that end as the second person of the past does."""
_TELLS_A_DEED = (
    r"(?: (?:: )?(?:reunion|visita|llamad|firmad|cerrad|ganad|perdid|vendid|enviad|mandad|visitad|acabo|"
    r"he (?:visitado|llamado|estado|hablado)|se (?:gano|firmo|cerro|vendio|perdio|cayo)|nos (?:lo|la|los|las) ))"
)

TO_COLLEAGUES = Table(
    Row(
        "when you can",
        rf"{_ASKING}(?:cuando|cdo|en cuanto) (?:puedas|podais|tengas|tengais)\b",
        "cuando puedas mírame lo de Vega",
    ),
    Row(
        "could you all, could somebody",
        rf"{_ASKING}(?:(?:me |nos )?(?:podeis|pueden|podrian|podriais)|alguien)\b",
        "alguien ha visto mi carpeta",
    ),
    Row(
        "to be put on or off the books",
        rf"{_ASKING}(?:(?:me |nos )?(?:da|dan|dais|dad|dar|dame|darme)(?: \S+)? de (?:alta|baja)\b|"
        r"alta (?:de|del|para) |baja (?:de|del) )",
        "dar de alta a Vega en el sistema",
    ),
    Row(
        "let us see whether somebody mends it",
        r"a ver (?:si|cuando) (?:alguien|me|nos|lo|la|esto|esta|arregl\w+|funciona)\b",
        "a ver si arreglan esto",
    ),
    Row(
        "somebody called, and an order or a question to them",
        rf"{OPENING_ES}(?!{_NOBODYS_NAME}\b)[a-z]+ (?:, )?(?:[¿] ?)?{_YOU}\b",
        "Nacho, pásame el catálogo",
    ),
    Row(
        "an order to several",
        r"\b(?:decid|mandad|pasad|mirad|llamad|avisad|traed|poned|haced|dejad|enviad|venid|preguntad)"
        r"(?:le|les|me|nos|lo|la)?\b(?! (?:a|con) (?:la|el) )",
        "y avisadme si llega",
        anywhere=True,
    ),
    Row(
        "an order to you",
        r"\b(?:llama|llamale|habla|ve|vete|pasate|manda|mandale|escribe|escribele|encargate|avisa) tu\b",
        "mejor llama tú",
        anywhere=True,
    ),
    Row(
        "what you do",
        r"(?<!\S)(?:vas|vienes|pasas|llamas|mandas|llevas|haces|escribes|quedas|coges|miras|avisas|hablas|bajas|subes) "
        r"tu(?= |$)(?! (?:parte|cuenta|hermano|empresa|coche))",
        "vale vas tú el jueves",
        anywhere=True,
    ),
    Row(
        "somebody else is to be asked",
        r"\b(?:preguntale|preguntales|preguntaselo|preguntasela|pideselo|pidesela|diselo|disela)\b",
        "lo de Vega lo lleva Nuria, pregúntale a ella",
        anywhere=True,
    ),
    Row("your turn", r"\bte toca a ti\b", "mañana te toca a ti", anywhere=True),
    Row(
        "where the keys are",
        r"(?:las llaves|la furgo|la furgoneta|el coche) d?e?l? ?\b.* (?:las?|los?) "
        r"(?:tiene|tienen|lleva|llevan|dejo)\b",
        "las llaves del almacén las tiene Nacho",
    ),
    Row(
        "somebody of the office is to be told",
        rf"{OPENING_ES}[a-z]+ de {_OFFICE} (?:, )?que (?:me|le|les|nos|te) [a-z]+en?\b",
        "Marta de contabilidad que me paguen",
    ),
    Row(
        "the office is asked or reminded",
        rf"(?:le|les) (?:recuerdo|digo|pido|aviso|ruego|agradezco|comento|informo|solicito|ruego) a (?:la |los de "
        rf")?{_OFFICE}",
        "les recuerdo a administración que falta una factura",
    ),
    Row(
        "somebody is to be told that one is late",
        rf"{OPENING_ES}(?:avisa|avisale|avisele|dile|di|decile|diganle|digale)(?:les)? a (?:\S+ ){{1,3}}?que (?:ya "
        rf")?(?:llego|voy|"
        r"me retraso|no llego|no voy|estoy)\b",
        "avísale a Marta que llego tarde",
    ),
    Row(
        "praise to somebody's face",
        r"\b(?:eres|sois) (?:un|una|unos|unas|el|la|muy|los)\b",
        "la demo un éxito, eres un crack",
        anywhere=True,
    ),
    Row("somebody is to be greeted", r"(?:felicita|saluda|abraza) a\b", "felicita a Nacho"),
    Row(
        "a drink that is owed",
        r"\bme debes? (?:un|una|unas|unos) (?:cana|canas|cafe|cerveza|cervezas|birra|comida|cena|copa|favor|vino)\b",
        "Nacho me debe una caña",
        anywhere=True,
    ),
)
"""Said to somebody at the office, whoever is named."""

TO_YOU = Table(
    Row(
        "what one tells you",
        rf"(?<!\S)(?:no )?(?:te|os) (?:(?:lo|la|los|las) )?{_TOLD}\b",
        "te llamo luego",
        anywhere=True,
    ),
    Row(
        "a verb of the second person plural",
        r"(?<!\S)(?!(?:dieci|veinti)?seis\b)[a-z]{2,}[ae]is\b",
        "luego me contáis",
        anywhere=True,
    ),
    Row(
        "colleagues called, unless a deed is told",
        rf"{OPENING_ES}{_COLLEAGUES}\b(?!{_TELLS_A_DEED})",
        "equipo, mañana a las 9 en la oficina",
    ),
    Row(
        "agreed, see you",
        r"(?:perfecto|vale|ok|genial|de acuerdo|muy bien|estupendo|gracias|bien|listo|hecho)(?: [,.!])* "
        r"(?:pues |entonces )?(?:(?:manana|luego|el \w+) )?"
        r"(?:nos vemos|hablamos|quedamos|lo (?:miro|veo|hago|mando|reviso)|os veo|manana)\b",
        "vale, mañana hablamos",
    ),
    Row(
        "off to eat or to bed",
        r"(?:yo )?(?:ya )?me voy (?:a (?:comer|cenar|dormir|casa|la cama|descansar|duchar|correr|la playa)|de puente|"
        r"ya)\b",
        "me voy a comer",
    ),
    Row(
        "one cannot come, one is off",
        r"(?!.*(?<!\S)(?:lo|la|los|las) (?:dejo|paso|muevo|cambio|corro|dejamos|pasamos|movemos|cambiamos) (?:para|al|"
        r"a) )"
        r"(?!.*\b(?:asi que|pero|por eso)\b.* (?:visito|llamo|veo|voy|paso|llevo|estoy|quedo)(?!\S))"
        r"(?<!que )(?<!y )\b(?:no (?:puedo|podre|voy a poder|ire|estare|trabajo|vengo|curro)|"
        r"(?:vuelvo|volvemos|me voy|nos vamos|me cojo|cojo|estoy|estamos|estare|cierro|cerramos) (?:de|el|la|unas|mis) "
        r"?(?:vacaciones|baja|permiso|puente|finde|moscosos?))\b",
        "mañana no vengo",
        anywhere=True,
    ),
    Row("how old one gets", r"\bhago \d+ anos\b", "el martes hago 40 años", anywhere=True),
    Row("one's own feast", r"(?:hoy |manana )?(?:es )?mi (?:cumple|santo|aniversario)", "mañana es mi cumple"),
)
"""The same, where nobody of a customer's is named before it."""

_FIRST_NAMES = FIRST_NAMES | nicknames.FIRST_NAMES | {"mari", "pili"}
_ORDER = re.compile(
    r"(?:por favor (?:, )?|porfa (?:, )?)?(?:pasa|manda|envia|di|avisa|recuerda|pide|pregunta|llama|haz|pon|busca|mira|"
    r"revisa|prepara|saca|imprime|trae|deja|coge)(?:le|les|me|nos|lo|la)?(?:lo|la|los|las)?(?!\S)"
)


_WHAT_YOU_DID = re.compile(
    r"(?:(?![.;!?] )(?!(?:dice|dijo|dicen|dijeron|cuenta|comenta|pregunta|segun)\b)\S+ )*?"
    rf"(?!{_ENDING_ALIKE}\b)[a-z]+[ai]ste(?!\S)"
)
"""A verb in the second person of the past, told by nobody else: "me lo *mandaste* mal"."""


_FOR_YOU = re.compile(r"(?<!\S)(?:te|os) (?:lo|la|los|las) [a-z]+(?:o|amos|emos|e|are|imos)(?!\S)")
"""What one does for whom one calls, who is no customer's: "Paqui, los albaranes *te los dejo* en la mesa"."""


def is_said_to_others(reading: Reading) -> bool:
    """Whether it is told to somebody ("te llamo luego", "equipo, mañana …") before any customer is named."""
    if _calls_somebody(reading):
        return True
    called = [one.span[0] for one in reading.mentions if not one.is_weak and not _is_called(one, reading)]
    names = called + [first for first, _ in reading.strangers]
    if names and _TALE.match(reading.sentence.plain):
        return False
    match = TO_YOU.find(reading.sentence.plain)
    return match is not None and all(first >= reading.sentence.span(match)[0] for first in names)


_TALE = re.compile(
    r"(?:(?:bueno|pues|vale|a ver|mira|oye|hola|buenas|nada|listo|che|ok|si) (?:[,.] )?)*(?:te|os|les|le) "
    r"(?:cuento|comento|resumo|informo|explico|reporto|dejo (?:registrado|anotado|apuntado|constancia|dicho))(?! "
    r"(?:luego|manana|despues|cuando|el (?:lunes|martes|"
    r"miercoles|jueves|viernes)|en |si ))"
)
"""With which one begins to dictate what happened: "bueno te cuento, …"."""


def _calls_somebody(reading: Reading) -> bool:
    """Whether it begins with a first name, and tells them what they did: "Pili, me lo *mandaste* mal".

    An order counts only where they are no customer's: "Mari Ángeles, *pásale* a …".
    """
    sentence = reading.sentence
    comma = next((index for index in (1, 2) if sentence.key(index) == ","), None)
    if comma is None or sentence.key(0) not in _FIRST_NAMES:
        return False
    place = sentence.place(comma + 1)
    is_named = any(one.span[1] == comma for one in reading.mentions)
    if not is_named and _FOR_YOU.search(sentence.plain, place):
        return True
    return bool(_WHAT_YOU_DID.match(sentence.plain, place) or (not is_named and _ORDER.match(sentence.plain, place)))


def _is_called(name: Mention, reading: Reading) -> bool:
    """Whether the message begins by calling somebody: "*Javi*, el jueves no puedo ir"."""
    after = reading.sentence.key(name.span[1])
    return (
        name.span[0] == 0 and bool(name.contacts) and (after in {",", "te", "os"} or bool(_AMONG_US.fullmatch(after)))
    )


_AMONG_US = re.compile(_COLLEAGUES)
