"""What Spanish opens as nobody's deed – hearsay of outsiders, the family, an opinion, a wish, a day of nothing.

It is no entry unless something behind it is clearly our own deed: "mi mujer dice que …, *he estado en Vega*".
"""

import re

from core.understanding.others.rows import Row, Table, after, one_of
from core.understanding.others.words import RELATIVE_ES
from core.understanding.text import Sentence

_OPENING = r"(?:[¡…!,.] ?)*" + after(
    "oye, hola, pues, bueno, nada, vale, y, a ver, mira, ay, uf+, buf+, jo, joder, total, ayer, hoy, esta manana, "
    "esta tarde, anoche, el otro dia, ahora, que, por cierto",
    ",.!",
)
_TELLS = (
    r"(?:(?:me|nos) )?(?:(?:lo |la )?(?:ha|han|habia|habian|acaba de|acaban de) )?"
    r"(?:cuenta|cuentan|contado|conto|contaron|contar|contaba|dice|dicen|dijo|dijeron|dicho|decir|decia|decian|"
    r"comenta|comentan|comentado|comento|comentaron|comentar|suelta|solto|soltado|sopla|soplo|soplado|chivo|chivado|"
    r"asegura|asegurado|jura|jurado|cree|creen)"
)
_OUTSIDER = (
    r"(?:el|la|los|las|un|una|unos|otro|otra|mi|mis) (?:(?:de|del|de la|que lleva la|que trae la|que reparte el) )?"
    + one_of(
        "mensajeria, mensajer[oa], repartidor(?:a|es)?, reparto, transportista, transporte, camioner[oa], gasolinera, "
        "gasoliner[oa], taxi, taxista, bar, camarer[oa], cafeteria, kiosc[oa], quiosc[oa], porter[oa], conserje, "
        "vecin[oa]s?, competencia, gremio, periodico, radio, tele, peluquer[oa], peluqueria, panader[oa], carter[oa], "
        "conocid[oa], viajante, guardia, segurata, vigilante, autobus, ascensor, gruista, paqueteria, correos, "
        "parking, peaje, hotel donde duermo, colega, compi, compadre, cunad[oa], suegr[oa], amig[oa], "
        "(?<=otro )comercial, (?<=un )comercial de otra, (?<=otro )representante"
    )
    + r"s?(?! de (?:compras|la tienda|administracion))(?: (?:del|de la|de los|de|que) (?!que )\S+){0,2}"
)
_OPINION = (
    r"(?:(?:yo|la verdad|sinceramente|personalmente|igual|para mi|a mi|segun yo) (?:, )?)*"
    r"(?:(?:(?:creo|pienso|diria|supongo|imagino|me imagino|sospecho|calculo|apuesto a|me huelo|presiento|intuyo|"
    r"opino|estimo|confio en|me temo|me late|me da|me da a mi|me da la impresion de|tengo la sensacion de|"
    r"tengo la corazonada de|mi impresion es|me parece(?: a mi)?|me da en la nariz|seguro)"
    r" (?:a mi )?que)|para mi que|a mi me da que|lo veo firmado|huele a)"
)
_RUMOUR = (
    r"(?:se (?:dice|comenta|cuenta|oye|rumorea)|dicen|cuentan|comentan|he oido|hemos oido|me he enterado|oi|lei)(?: "
    r"(?:por ahi|por aqui|en (?:el|la) (?:bar|feria|calle|mercado|gremio|sector|pueblo|zona|poligono|plaza|radio|"
    r"competencia|lonja|barrio|periodico|prensa|cafeteria|gasolinera)))* (?:de )?que|corre (?:el|la) \S+|"
    r"(?:en|por) (?:el|la) (?:bar|feria|calle|mercado|gremio|sector|pueblo|zona|poligono|plaza|lonja|barrio) "
    r"(?:dicen|se dice|se comenta|cuentan|comentan|se oye|he oido)"
)
_WISH = (
    r"(?:ojala|quien (?:pudiera|tuviera|fuera|me diera)|si (?:me|nos|le|les) (?:hubiera|hubiese|hubieran|hubiesen)|"
    r"(?:que )?ganas de|que bueno seria|que bien (?:estaria|vendria)|estaria (?:bien|genial|bueno)|"
    r"me (?:hubiera|habria) (?:gustado|encantado)|lo que daria|cuanto me gustaria|deberia haber|"
    r"tendria que haber|tenia que haber)"
)
_NOTHING = (
    r"(?:sin (?:cobertura|bateria|datos|red|wifi|conexion|furgo|coche)|nada hecho|no he (?:hecho|podido hacer) nada|"
    r"no (?:hice|hicimos|pude hacer) nada|(?:dia|tarde|jornada|semana) (?:perdid[oa]|tirad[oa]|en blanco)|"
    r"(?:todo el dia|toda la (?:manana|tarde)|media (?:manana|tarde)) (?:parad[oa]|tirad[oa]|perdid[oa]|atascad[oa]|"
    r"metid[oa]|esperando)|(?:atascad[oa]|tirad[oa]|parad[oa]|atrapad[oa]) en)"
)

_NOBODY_SAYS = (
    r"(?:(?:me|nos) )?(?:ha|han|habia) (?:dicho|contado|soplado|comentado|chivado|llegado) (?:un pajarito|radio \S+|"
    r"una fuente|alguien|gente|uno|una)|(?:me|nos) (?:llega|llegan|llego|ha llegado|soplan|chivan|sopla) (?:que|un "
    r"pajarito|rumores)|un pajarito (?:me|nos)"
)
_UNSURE = (
    r"(?:a saber|vete a saber|vaya usted a saber|ve tu a saber|no se yo|a ver si es verdad|sera verdad|ya se vera|"
    r"ni idea)"
)
_ENDING = (
    r"(?:abierto|cerrar|cerrando|traspas\S+|quebr\S+|quiebra|concurso de acreedores|jubil\S+|vend\S+ (?:el|la) \S+|mal)"
)
_THEY_SAY = (
    rf"(?:me|nos) (?:han (?:dicho|comentado|contado|soplado)|dijeron|comentaron|dicen|comentan) que "
    rf"(?=[^.;]*(?:{_UNSURE}|"
    rf"(?:esta|estan|va|van|anda|andan) (?:a punto de |a |de |muy |en |para )*{_ENDING})(?!\S))"
)
_OUR_HOUSE = (
    r"(?:(?:me|nos) (?:comentan|dicen|avisan|cuentan|han (?:dicho|comentado|avisado)) (?:en|desde|los de|los del|"
    r"las de|de) "
    r"(?:el |la )?(?:almacen|oficina|fabrica|central|administracion|logistica|contabilidad|produccion|"
    r"expediciones|compras)"
    r"(?! de(?:l| )))"
)
OPENINGS = Table(
    Row("our own house says", rf"{_OPENING}{_OUR_HOUSE} que\b", "me comentan en el almacén que lo de Vega no llega"),
    Row("a little bird", rf"{_OPENING}(?:{_NOBODY_SAYS})(?!\S)", "me ha dicho un pajarito que Vega cambia de dueño"),
    Row("they say, who knows", rf"{_OPENING}{_THEY_SAY}", "me han dicho que Vega cierra, a saber"),
    Row("an outsider tells", rf"{_OPENING}{_TELLS} {_OUTSIDER}\b", "me ha contado el de la mensajería que Vega cierra"),
    Row(
        "an outsider tells, named first",
        rf"{_OPENING}{_OUTSIDER} {_TELLS}\b",
        "el de la gasolinera dice que Vega va mal",
    ),
    Row(
        "one's own people, first",
        rf"{_OPENING}(?:a )?mis? {RELATIVE_ES}\b(?! y yo\b)",
        "mi mujer dice que el domingo comemos en Vega",
    ),
    Row("one's own people tell", rf"{_OPENING}{_TELLS} mis? {RELATIVE_ES}\b", "dice mi padre que Vega era suya"),
    Row("a rumour", rf"{_OPENING}{_RUMOUR}(?!\S)", "dicen en el bar que Vega cierra"),
    Row("an opinion", rf"{_OPENING}{_OPINION}\b", "yo creo que Vega firma antes del verano"),
    Row("a wish", rf"{_OPENING}{_WISH}\b", "ojalá firme Vega"),
    Row("nothing was done", rf"{_OPENING}{_NOTHING}(?!\S)", "sin cobertura toda la mañana en Vega"),
)
_PAST = one_of(
    "he, hemos, acabo, acabamos, vengo, venimos, salgo, salimos, estuve, estuvimos, fui, fuimos, visite, visitamos, "
    "llame, llamamos, pase, pasamos, hable, hablamos, quede, quedamos, vi, vimos, mande, mandamos, envie, enviamos, "
    "deje, dejamos, lleve, llevamos, conteste"
)
_AHEAD = one_of(
    "tengo que, tenemos que, hay que, habra que, debo, voy, vamos a, llamo, llamare, llamamos, paso, pasare, visito, "
    "mando, mandare, envio, enviare, llevo, llevare, quedo, vuelvo, volvere, le escribo, les escribo"
)
_ORDERS = r"(?:apunta|anota|agenda|pon|recuerda|registra)(?:me|r|lo|la|le)?|recordatorio"
_NOTED = one_of("visita, reunion, llamada, videollamada, llamar, visitar, mandar, enviar, volver, pasar, insistir")
_WENT = (
    r"(?:ha ido|han ido|fue|salio|estuvo|quedo) (?:(?:muy|bastante|super|tan|mas o menos) )?"
    r"(?:bien|mal|genial|regular|fatal|perfecto)"
)
_OWN_DEED = re.compile(
    rf"(?<!\S){_WENT}(?!\S)|"
    rf"(?<!\S)(?:(?<!lo )(?<!ya )(?<!nos )(?:{_PAST}|{_AHEAD})|{_ORDERS})(?!\S)|"
    rf"(?:^|[,.;:] |\by )(?:ahora |luego |asi que |el \w+ |manana )*{_NOTED}(?:l[aeo]s?)?(?!\S)"
)


def is_nobodys_deed(sentence: Sentence) -> bool:
    """Whether the sentence opens as no deed of ours, and tells none behind that."""
    opening = OPENINGS.find(sentence.plain)
    return opening is not None and not _OWN_DEED.search(sentence.plain, opening.end())
