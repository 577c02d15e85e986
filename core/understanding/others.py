"""What is no log: questions, greetings, complaints, commands in words; and corrections of the last entry."""

import re

from core.understanding import others_en, others_es, private_en
from core.understanding.text import Sentence

_ASKING = re.compile(
    r"^(?:[¿¡!,.] ?)*(?:(?:oye|hola|hey|hi|hello|oiga|perdona|por favor|porfa|vale|ok|y|"
    r"and|so|que tal|buenas|buenos dias|uf+|buf+|puf+|jo|joder|ay|madre mia|vaya|dios mio) (?:[,!] )?)*"
    r"(?:(?:que(?! (?:maj[oa]|bien|mal|buen[oa]?|pesad[oa]|simpatic[oa]|seri[oa]|amable|tal|el|la|los|las|un|una|"
    r"al|ya|apunt\w*|pon\w*|lo de|acabo|vengo|salgo|(?:me|nos) (?:ha|han)|(?:he|hemos|han|ha) (?:llamado|"
    r"visitado|estado|"
    r"firmado|hablado|mandado|enviado|ido|perdido|ganado|aceptado|comprado|cerrado|recibido))\b)(?! (?:calor|"
    r"frio|dia|semana|manana|trafico|lluvia|asco|pereza|rollo)\b[^?]*[.!] \S)|cual|cuales|cuando|como|donde|"
    r"cuanto|hace cuanto|desde cuando|"
    r"cuanta|cuantos|cuantas|quien|quienes|"
    r"con quien|a quien|a que|por que|de quien)\b(?! (?:sepas|conste|no se me))|"
    r"(?:what|when|where|who|whose|which|how|why|do i|did i|does|do we|did we|do you|"
    r"have i|have we|has|am i|is there|are there|is it|can i|can you show|can you tell|"
    r"could you show|could you tell|will i|should i|shall i|"
    r"what 's|who 's|where 's|when 's|how 's)\b|"
    r"(?:tengo|tenemos|hay) (?:algo|alguna|algun|que hacer(?= (?:(?:el |la |esta )?\S+ ?){,2}(?:\?|$)|$))\b)"
)
_COMMAND = re.compile(
    r"^(?:[¿¡] ?)?(?:(?:por favor|porfa|please|can you|could you|puedes|podrias|me puedes|"
    r"quiero|quisiera|i want to|i 'd like to|i need to|necesito) (?:, )?)*"
    r"(?:borra(?!d[oa])\w*|descarta la (?:visita|reunion|llamada|cita)|desconvoca\w*|desconv(?: \.)?|"
    r"suspende\w*|suspender|desagenda\w*|desprograma\w*|elimina(?!d[oa])\w*|quita(?!d[oa])\w*|cancela(?!d[oa])\w*|"
    r"anula(?!d[oa])\w*|"
    r"deshaz\w*|deshacer|deshago|"
    r"muestra(?!s\b)\w*|mostrar\w*|ensena(?!d[oa]|mos)\w*|ensename|busca(?:me)?|buscar|encuentra\w*|lista(?!d[oa]|"
    r"s?\b(?! (?:de|mis|las|los|todo)))\w*|"
    r"dime|dame|abre\w*|ver(?! a )|veo|"
    r"saca(?!d[oa]|mos|ron)\w*|cambia (?:la|el) (?:cita|reunion|visita|llamada|hora|fecha)|exporta(?!d[oa])\w*|"
    r"imprime\w*|"
    r"delete|remove|cancel|undo|show|list|find|search|look up|give me|tell me|open|"
    r"reschedule|export|print|display|view|change the (?:time|date|meeting|visit|call)|"
    r"move (?:the|my|tomorrow 's) (?:meeting|visit|call|appointment)|"
    r"mueve (?:la|mi) (?:reunion|visita|llamada|cita)|retrasa (?:la|mi)|adelanta (?:la|mi))\b"
)
_TO_OTHERS = re.compile(
    r"^(?:[¿¡] ?)?(?:(?:oye|hola|buenas|por favor|porfa|a ver|chicos) (?:, )?)*(?:si )?(?:(?:cuando|cdo|en cuanto) "
    r"(?:puedas|podais|"
    r"tengas|tengais)\b|(?:me |"
    r"nos )?(?:podeis|pueden|podrian|podriais)\b|alguien\b|"
    r"(?:me |nos )?(?:da|dan|dais|dad|dar|dame|darme)(?: \S+)? de (?:alta|baja)\b|alta (?:de|del|"
    r"para) |baja (?:de|del) )|"
    r"^a ver (?:si|cuando) (?:alguien|me|nos|lo|la|esto|esta|arregl\w+|funciona)\b"
)
"""What colleagues or the office are asked for."""
_REQUESTED = re.compile(
    r"^(?:[¿¡] ?)?(?:(?:oye|hola|por favor|porfa) (?:, )?)*(?:me )?(?:puedes|podrias|"
    r"puede) (?:me )?(?:poner|apuntar|anotar|agendar|meter|registrar|recordar|programar|"
    r"guardar|crear|reservar)(?:me|lo|la|nos)?\b"
)
"""An entry asked for politely."""
_ASKED_FOR = re.compile(
    r"^(?:¿ ?)?(?:(?:oye|hola|por favor|porfa) (?:, )?)*(?:me|nos) (?:apuntas|pones|agendas|anotas|recuerdas|"
    r"programas|metes|reservas|apuntais|poneis)\b"
)
"""An entry asked for in the form of a question: "¿me apuntas visita a Acme el 22?"."""
_TO_THE_BOT = re.compile(r"^(?:[¿¡] ?)?(?:(?:oye|hola|por favor|porfa) (?:, )?)*(?:me )?(?:puedes|podrias|sabes)\b")
"""Anything asked of the bot that is no entry."""
_WISHING = re.compile(
    r"^(?:[¡!] ?)?(?:ojala|me encantaria|quien pudiera|feliz|felicidades|enhorabuena|buen (?:finde|fin de semana|"
    r"viaje)|"
    r"buenas vacaciones|"
    r"(?:voy|llego|vamos|llegamos) (?:con retraso|tarde|justo|apurado)|(?:voy|bajo|subo|salgo) al? (?:(?:la|"
    r"el) )?\w+ a por|"
    r"me voy de vacaciones|estoy de "
    r"vacaciones)\b"
)
"""Wishes, and being late: nothing was done."""
_MENDING_IT = re.compile(
    r"^(?:ponle|anadele|agregale|sumale|quitale|cambiale|corrige|me falto poner|falta poner|dile|diles|preguntale|"
    r"comentale)\b"
)
"""What is asked of the bot about an entry, or of somebody else."""
_SMALL_TALK = re.compile(
    r"^(?:[¡!] ?)?(?:hola|buenos dias|buenas tardes|buenas noches|buen dia|estimad[oa]s?(?: \S+)?|"
    r"por favor|saludos|un saludo|atentamente|buenas|gracias|"
    r"muchas gracias|mil gracias|adios|hasta luego|hasta manana|vale|ok|okay|perfecto|"
    r"genial|si|no|ayuda|help|hi|hello|hey|good morning|good afternoon|good evening|"
    r"good night|"
    r"thanks|thank you|thanks a lot|cheers|bye|see you|yes|yep|nope|great|test|prueba|"
    r"start|menu|que tal)(?: (?:[!.,]|a todos|por todo|muchas|gracias|mucho|there|so much|"
    r"a lot|everyone|bot|ronda|mate|again|que tal|de nada|😊|👍))*$"
)
_COMPLAINT = re.compile(
    r"^(?:la aplicacion|esta aplicacion|la app|esta app|el bot|este bot|the app|this app|"
    r"this bot|the bot|esto|this|it|nada)\b.*\b(?:mal|fatal|no (?:va|funciona|entiende|"
    r"sirve)|useless|broken|slow|bad|doesn't|not work|lento|lenta|mierda|rubbish|crashes|"
    r"wrong)\b"
)
_CORRECTION = re.compile(
    r"^(?:no|perdon|perdona|sorry|oops|uy|me equivoque|corrijo|correccion|correction|wait|"
    r"error|quise decir|i meant|i mean)\b(?: [,.:])?(?: (?:no|no era|not))?(?: [,.])?"
    r" (?:(?:era|fue|es|eran|fueron|quise decir|queria decir|quiero decir|digo|it was|"
    r"that was|was|i meant|i mean|it 's|should be|make it|mejor)\b)"
)


_CHANGED_NUMBER = re.compile(r"\b(?:ha|han) cambiado de (?:movil|numero|correo|telefono|mail|direccion)\b")
_FORWARDED = re.compile(r"^(?:reenvio|reenviado|fwd|fw|rv|forwarded)(?: [:>«\"]| message| mensaje)")
_FACT = re.compile(
    r"^(?:(?:el|la|the|ojo|nota|note|fyi) )*(?:nuevo |new )?(?:telefono|tlf|movil|numero|correo|mail|email|direccion|"
    r"phone|mobile|number|address)"
    r" (?:de|of|for) .{2,60}? (?:es|is|:)(?: |$)|^\S+(?: \S+)?(?: 's)? (?:new )?(?:phone|mobile|number|email|"
    r"address)(?: number)? (?:is|:) "
)
"""A phone number or an address told: no entry."""


def is_other(sentence: Sentence, *, opens_with_a_name: bool = False) -> bool:
    """Whether the sentence asks, greets, complains or commands, whatever names and dates are in it.

    A firm's whole name that it opens with is no command: "*Open Door* visit, an hour".
    """
    plain = sentence.plain
    if _REQUESTED.match(plain) or _ASKED_FOR.match(plain):
        return False
    asks_alone = plain.endswith("?") and not re.search(r"[,.;:!] \S.*[,.;:]", plain) and plain.count("?") == 1
    return bool(
        not plain
        or asks_alone
        or _NEW_OPPORTUNITY.match(plain)
        or _ASKING.match(plain)
        or (_COMMAND.match(plain) and not opens_with_a_name)
        or _SMALL_TALK.match(plain)
        or _COMPLAINT.match(plain)
        or _TO_OTHERS.match(plain)
        or _NOT_HELD.match(plain)
        or _CALLED_OFF.match(plain)
        or _FORWARDED.match(plain)
        or _FACT.match(plain)
        or _WISHING.match(plain)
        or _TO_THE_BOT.match(plain)
        or _MENDING_IT.match(plain)
        or _CHANGED_NUMBER.search(plain)
        or others_es.SAID_TO_OTHERS.search(plain)
        or others_es.SAID_OF_NO_SALE.search(plain)
        or others_en.TALK_TO_THE_BOT.match(plain)
        or others_en.FACT.match(plain)
        or private_en.TO_SOMEBODY.search(plain)
        or others_en.GROUNDLESS.match(plain)
        or _GROUNDLESS.match(plain)
        or is_card(sentence)
        or others_en.NOT_HELD.match(plain)
    )


_GROUNDLESS = re.compile(
    r"^(?:(?:ok|okay|vale|grand|great|yes|si|ya|right) (?:, )?)?(?:will do|sounds good|no problem|no probs|no "
    r"worries|all good|got "
    r"it|understood|noted|grand|grand so|lovely|brilliant|spot on|de acuerdo|me parece bien|lo hago|hecho|ningun "
    r"problema|"
    r"sin problema|entendido|recibido|oido)(?: (?:[!.]|mate|so|thanks))*$|"
    r"^(?:gastos?|gasolina|gasoil|dietas|kilometraje|peajes?|parking|ticket|factura de (?:comida|hotel|"
    r"taller))\b(?: :)?"
    r"(?= \D*\d)|"
    r"^(?:(?:igual|a lo mejor|quizas?|tal vez|puede que|lo mismo) (?:le |la |lo |me |nos )?[a-z]+|(?:llama|avisa|"
    r"escribe|visita) "
    r"tu|"
    r"(?:que )?(?:llame|vaya|avise|escriba) (?:alguien|otro))\b|"
    r"^(?:\S+ ){1,3}?(?:es|era|son|sois) (?:(?:un|una|unos|la|el|muy|mas|tan|todo|toda|mi|super|de lo) )+(?:crack|"
    r"maquina|"
    r"pesad[oa]s?|sol|encanto|cielo|caso|desastre|figura|amor|cabron\w*|idiota|listill[oa]|liante|plasta|coñazo|"
    r"conazo|santo|"
    r"mejor|peor|maj[oa]s?|simpatic[oa]s?|amig[oa]s?|genio|maestro|fenomeno|borde|joya|tip[oa] maj[oa])\b[^,.;:]*$|"
    r"^(?:\S+ ){1,3}?me caen? \S+|"
    r"^(?:ahora |hoy )?(?:estoy|estamos|ando) (?:en|con) [^,.;]*[,.;] (?:luego|despues|ahora|mas tarde|te|os|ya) "
    r"(?:te |os |lo )?(?:hablamos|cuento|contare|llamo|digo|no puedo|aviso|hablo|vemos)\b"
)
"""Expenses, doubts, what somebody is like, and "I am with him, talk later"."""
_CONTACT_DETAIL = re.compile(r"\S+@\S+\.\S+|(?<![\d.,])\+?\d[\d ]{7,}\d(?!\d)")
_LABELS_OF_A_CARD = re.compile(
    r"(?i)\b(?:tel|telf|tlf|mob|mobile|movil|móvil|email|mail|e-mail|phone|cell|correo)\b\.?:?"
)
_FEWEST_ON_A_CARD = 6


def is_card(sentence: Sentence) -> bool:
    """Whether it is but a name with an address or a number: "Ann Hill 07700 900123 ann@hill.co"."""
    if "(" in sentence.original or not _CONTACT_DETAIL.search(sentence.original):
        return False
    rest = _LABELS_OF_A_CARD.sub(" ", _CONTACT_DETAIL.sub(" ", sentence.original))
    words = re.findall(r"[^\W\d_]+", rest)
    return len(words) <= _FEWEST_ON_A_CARD and all(word[0].isupper() or word in {"de", "del", "y"} for word in words)


def is_small_talk(plain: str) -> bool:
    """Whether plain text is a greeting, thanks or a word of assent and nothing else."""
    return bool(_SMALL_TALK.match(plain))


_MISTAKEN = re.compile(
    r"^(?:[mt]e (?:equivocaste|has equivocado|confundiste|has confundido)|me equivoque|me he equivocado|"
    r"me confundi|me he confundido|corrijo|correccion|rectifico|quise decir|queria "
    r"decir|mejor dicho|"
    r"my mistake|my bad|correction|i made a mistake|i got that wrong|scratch that|i meant|i mean|"
    r"(?:actually|en realidad|no wait|wait|espera|sorry|perdon|perdona|oops|uy|no)(?: ,)? (?:it was|it 's|that was|"
    r"era|fue|should be|"
    r"that should be|that should have been|it should be|make that|make it|no era|not|con|with)|no era|no fue|it was "
    r"n't|it wasn't|that wasn't|"
    r"(?:it was|that was|era|fue|eran) [^.;!]*(?:, | )(?:not|no|y no|instead of|en vez de)|"
    r"(?:lo|la) (?:de antes|anterior|ultimo|ultima) (?:era|fue|no era))\b"
)


_WAS_WITH = re.compile(
    r"^(?:la|el) (?:visita|reunion|llamada|cita|comida|nota|importe|duracion)[^.;]* (?:era|eran) (?!buen|mal|para|un)"
)
"""`La visita de ayer era con Hugo`."""
_REVISED = re.compile(
    r"^(?:perdon|perdona|perdonad|disculpa|ojo|uy|ay|error|rectifico|sorry)\b.*\b(?:era|fue|eran|"
    r"fueron|es|son|duro)\b.*[,.] "
    r"(?:y )?no (?:(?:de|a|el|la|los|las|con|en|por|era|eran) )*\S+(?: \S+)?(?: [.!])?$"
)
"""`Perdona, la reunión fue de dos horas, no de una`."""
_NOT_HELD = re.compile(
    r"^[^;!?]*\b(?:reunion|visita|cita|llamada|comida|demo|videollamada|"
    r"presentacion)\b[^.;,!?]* (?:al final )?(?:no se (?:celebro|"
    r"hizo|dio|pudo hacer|ha celebrado|ha hecho|llego a \w+)|no tuvo lugar|no hubo|(?:se|fue|ha sido|quedo|esta) "
    r"(?:cancelo|anulo|suspendio|cancelada|anulada|suspendida|ha cancelado|ha anulado|ha "
    r"suspendido|ha caido|cae|cancela|anula)|(?:me|nos) (?:la )?(?:han |"
    r"ha )?(?:cancelaron|cancelo|anularon|cancelado|anulado))"
    r"(?: [^,.;]*)?(?: [.!])*$"
)
"""An appointment that did not take place, and nothing else."""
_CALLED_OFF = re.compile(
    r"^(?:(?:al final|hoy|ya) )?(?:cancelad|anulad|suspendid|desconvocad)[oa] (?:la|el|mi|una) (?:reunion|visita|"
    r"cita|llamada|"
    r"comida|demo|videollamada|presentacion)\b[^.;]*(?: [.!])*$|"
    r"^(?:(?:hoy|ayer|al final|ahora|vaya) )?(?:\S+ ){1,4}?(?:(?:me|nos) )?(?:la )?(?:ha|han) (?:cancelado|anulado|"
    r"suspendido)"
    r"(?: (?:la|el|lo)(?: de)? (?:\S+ ?){1,3})?(?: (?:hoy|de hoy|manana))?(?: [.!])*$|"
    r"^(?:\S+ ){1,3}?(?:cancela|anula|suspende) (?:la|lo|mi)\b[^,.;]*$|"
    r"^(?:(?:la|mi|nuestra|el) )?(?:reunion|visita|cita|llamada|comida|demo|videollamada)\b[^.;,!?]* (?:pasa|se "
    r"pasa|pasada|se "
    r"mueve|se retrasa|se adelanta|se cambia|cambia|movida|retrasada) (?:al?|para|de)\b|"
    r"^(?:pasa|mueve|cambia|retrasa|adelanta) (?:la|mi) (?:reunion|cita|visita|llamada|comida|demo|"
    r"videollamada)(?: \S+){0,5}? "
    r"(?:al?|para|de)\b"
)
"""An appointment that somebody called off, or that is moved."""


def is_correction(sentence: Sentence) -> bool:
    """Whether the sentence takes back a part of what was said before: "No, era con Marta"."""
    patterns = (_CORRECTION, _MISTAKEN, _REVISED, _WAS_WITH, others_en.CORRECTION)
    return any(pattern.match(sentence.plain) for pattern in patterns)


_TAKEN_BACK = re.compile(
    r"(?i)\b(?:no (?:era|fue|es|con)|not|wasn't|wasnt|isn't|en vez de|instead of|en lugar de)\b(?! (?:now|"
    r"yet)).*?(?=[,.;]|\bsino\b|\bbut\b|$)"
)


def without_taken_back(text: str) -> str:
    """A correction without what it takes back: "no era Norte, era Northgate" is about Northgate alone."""
    left = _TAKEN_BACK.sub(" ", text)
    return left if re.search(r"\w{3,}", re.sub(r"(?i)^\W*(?:no|perd[oó]n|sorry|era|fue)\b", "", left)) else text


_NEW_OPPORTUNITY = re.compile(
    r"(?:(?:por favor|porfa|please|oye|hola|quiero|necesito|can you|i want to|i need to) ,? ?)*"
    r"(?:(?:crea|creame|crear|abre|abreme|abrir|anade|anademe|anadir|apunta|apuntame|anota|anotame|registra|registrar|"
    r"da de alta|dar de alta|mete|create|add|open|log|start|register|hay|tengo|tenemos|ha salido|i have|"
    r"i ve got|we have|got) )?"
    r"(?:una |otra |a |an |another )?(?:nueva |new |posible |fresh )+(?:oportunidad|opportunity|opp)\b|"
    r"(?:(?:por favor|porfa|please) ,? ?)*"
    r"(?:crea|creame|crear|anade|anademe|anadir|apunta|apuntame|registra|da de alta|dar de alta|create|add|register) "
    r"(?:una |otra |a |an |another )(?:oportunidad|opportunity|opp)\b"
)
"""`Nueva oportunidad con Acme`, `create an opportunity for Acme`; not `abre la oportunidad de Acme`, which is there."""


def end_of_opening(sentence: Sentence) -> int | None:
    """The token after the words that ask for a new opportunity; None where the sentence asks for none."""
    match = _NEW_OPPORTUNITY.match(sentence.plain)
    return sentence.span(match)[1] if match else None
