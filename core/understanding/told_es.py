"""What came of something, told without a verb of ours: "2h con Iker, falta la firma", "Hugo (Bahía): 18k max".

A name and what is said of it are an entry, unless it is only what they mean to do one day, or nobody was talked to.
"""

import re

from core.understanding import common_verbs_es
from core.understanding.dates import WhenWords, is_over, resolve
from core.understanding.feedback import says, tells_feedback
from core.understanding.heads import unknown_run
from core.understanding.hearsay_es import HEARSAY, MAYBE
from core.understanding.kinds import Role
from core.understanding.languages import is_spanish
from core.understanding.lexicon import GLUE
from core.understanding.mentions import Mention
from core.understanding.names import LEGAL_FORMS
from core.understanding.others.words import RELATIVE_ES
from core.understanding.reading import Reading
from core.understanding.states_es import STATES
from core.understanding.text import Span, indexes, word_set

_OPENING_NO_ENTRY = re.compile(
    r"(?:(?:y|pero|bueno|pues|oye|ay|uf|jo|ojo|al final|hoy|ayer) (?:, )?)*(?:si|ojala|me gustaria|nos gustaria|"
    rf"deberia|mis? {RELATIVE_ES}(?! y yo)|ojo que|ni idea|no se si|ns si|que sepas que|por cierto|de camino|"
    rf"camino (?:de|a)|yendo (?:a|para)|"
    r"a ver si|creo|pienso|supongo|imagino|dudo|anoche sone|sone|mi jef[ea]|no estaria mal|estaria bien|molaria|seria "
    r"(?:bueno|genial|ideal)|me da que|recuerda que|recuerdame que|cuando|como|iba|ibamos|quiero|"
    r"queria|tendria|habria|no (?:[,.:;]|no|porfa|por favor|perdona|perdon)|"
    r"no (?:(?:le|les|lo|la|los|las|me|nos) )?(?:he|hemos|fui|fuimos|pude|pudimos|llame|ha sido|era|fue|hay quien|"
    r"se|tengo|me acuerdo|recuerdo|"
    r"voy|puedo|llego)|no contesta nadie|tampoco|vaya|menud[oa](?! (?:tarde|manana|reunion|visita|dia|rato|"
    r"charla) (?:con|en))|odio|menos mal)(?!\w)"
)
_OF_ME = re.compile(
    r"\b(?:me|nos) caen? (?:bien|mal|fatal|gordo)|\b(?:me|nos) (?:tiene|tienen|trae|traen) (?:hart|frit|loc|"
    r"aburrid|content|hasta|de cabeza|a mal)"
)
_SAYS_TO_US = re.compile(
    r"\b(?:(?:me|nos) (?:ha |han )?(?:dice|dicen|dijo|dijeron|dicho|comenta|comentan|comento|comentado|cuenta|cuentan|"
    r"confirma|confirman|confirmo|confirmado|pide|piden|pidio|pidieron|pedido|avisa|avisan|aviso|explica|pregunta)|"
    r"(?:quiere|quieren|necesita|necesitan|pide|piden|busca|buscan|exige|exigen) (?:el|la|los|las|un|una|unos|unas|"
    r"\d+|mas|otra|otro|"
    r"precio|presupuesto|oferta|muestras|descuento)\b|"
    r"dice|dicen|comenta|comentan|no (?:compra|compran|firma|firman|renueva|renuevan|abre|abren|paga|"
    r"pagan|empieza|empiezan|decide|deciden|necesita|necesitan|hay|tiene|tienen)|ya (?:tiene|tienen|"
    r"sabe|saben|esta|estan|ha|han)|(?:me|nos) (?:ha|han) "
    r"[a-z]+(?:ado|ido|cho|sto|rto))\b"
)
_TO_US = re.compile(
    r"\b(?:me|nos) (?:han dicho|ha dicho|dicen|dice|dijeron|dijo|comentan|comenta|han comentado|ha comentado|piden|"
    r"pide|"
    r"han pedido|ha pedido|cuentan|cuenta|confirman|confirma|avisan|manda|mandan|pasa|pasan|envia|envian)\b"
)
_ABSENT = re.compile(
    r"\bno (?:esta|estaba|estan|estaban|estuvo|hay nadie|habia nadie|atiende|atienden|atendio|recibe|reciben|recibio|"
    r"recibieron|viene|vienen|vuelve|vuelven|aparece|llega) ?(?:hoy|hasta|ni)?\b"
)
_CALLED_US = re.compile(
    r"(?:(?:hola|oye|ahora|hoy|ahora mismo|acaba de) (?:, )?)*(?:me|nos|m) (?:llama|llaman|escribe|escriben|para|"
    r"paran|pilla|"
    r"pillan|avisa|avisan)(?! (?:cuando|si|luego|manana|el (?:lunes|martes|miercoles|jueves|viernes)|ella|la semana))\b"
)
_WAS_WITH = re.compile(r"(?:hoy|esta manana|esta tarde|ayer) (?:con|en|donde) ")
_ONE_DAY = re.compile(r"\b(?:(?:ano|mes|verano|curso) que viene|proximo (?:ano|mes|verano)|algun dia|en el futuro)\b")
_WILL_TELL = re.compile(r"\b(?:me|nos) (?:(?:lo|la) )?[a-z]+(?:ara|era|ira|dra)n?\b")
"""What they will tell us is theirs: "me comentará el jueves qué han decidido"."""
_HEAD_SIGNS = word_set(": . - – — ) ->")
_FEWEST_SAID = 1


def tells_of_somebody(last: int, reading: Reading) -> bool:
    """Whether the words before the token `last` name somebody and tell that, or how, it went with them."""
    plain = reading.sentence.plain[: reading.sentence.place(last)]
    named = _named(plain, last, reading)
    if not named or _is_no_news(plain, named[0], reading):
        return False
    if _opens_with_a_matter(plain, named[0], reading):
        return True
    if _CALLED_US.match(plain) or (named[0][0] == 0 and reading.sentence.key(_end_with_firm(named, reading)) == "que"):
        return True  # "me llama Mikel", "Blanca Núñez que no, que ni la llame"
    against = [
        one.span[0] for one in reading.triggers if one.role in {Role.NOT_DONE, Role.ASKED} and one.span[0] < last
    ]
    is_by_means = any(one.span[0] < against[0] for one in reading.channels) if against else False
    if against and not is_by_means and not _TOLD_US.search(plain[: reading.sentence.place(against[0])]):
        return False
    is_sure = bool(_ABSENT.search(plain)) or _took_place(last, reading)
    if is_sure or _is_headed(named[0], last, reading) or _is_priced(named[0], last, reading):
        return True
    return not _is_theirs_to_come(plain, named[0], last, reading) and any(
        _has_result(one, last, reading) for one in named
    )


def _end_with_firm(named: list[Span], reading: Reading) -> int:
    """Where the first name ends, with the firm that is said right behind it: "Encarna *de Peñaranda* que …"."""
    end = named[0][1]
    after = {span[0]: span[1] for span in named[1:]} | {one.span[0]: one.span[1] for one in reading.mentions}
    return after.get(end + 1, end) if reading.sentence.key(end) in {"de", "del"} else end


_TOLD_US = re.compile(r"\b(?:me|nos) (?:ha|han) [a-z]+(?:ado|ido|cho|sto|rto)\b")
"""What they did to us already: what they ask for after it does not undo it."""


def _opens_with_a_matter(plain: str, name: Span, reading: Reading) -> bool:
    """Whether it begins with what they came with and whose it is: "incidencia en Vega, …", "pedido de Ana"."""
    match = _MATTER.match(plain)
    return bool(match) and 0 <= name[0] - reading.sentence.span(match)[1] <= 1  # type: ignore[arg-type]


_MATTER = re.compile(
    r"(?:(?:nueva?|otr[oa]|una?|la|el|gran|primer|primera|segund[oa]|tengo|hay|buenas?|malas?|urgente|he tenido|"
    r"tuve|me llega|"
    r"llega|entra|recibid[oa]) )*(?:incidencia|reclamacion|queja|bronca|problema|problemas|averia|devolucion|"
    r"pedido|pedidito|consulta|"
    r"duda|dudas|novedad|novedades|noticias|feedback|visto bueno|reposicion|solicitud|peticion|siniestro|rotura|"
    r"retraso|"
    r"movida|lio|marron|discusion|acuerdo)(?: (?!(?:de|en|con|a|del|al)(?!\S))\S+){0,2} (?:de|en|con|a|del|al)(?= )"
)


def _named(plain: str, last: int, reading: Reading) -> list[Span]:
    """Who is named there, known or not; a trade alone only where it told us something or opens the message."""
    told_us = bool(_TO_US.search(plain))
    known = [
        one.span
        for one in reading.mentions
        if told_us or not one.is_weak or _is_parted(one.span, reading) or _is_the_only_one(one, reading)
    ]
    opening = _opening_stranger(last, reading)
    return [span for span in sorted({*known, *reading.strangers, *opening}) if span[0] < last]


def _opening_stranger(last: int, reading: Reading) -> list[Span]:
    """The unknown name of two words and more that opens the message before a sign: "Obrador Santa Clara, nuevo"."""
    span = unknown_run(0, last, indexes(reading.times, reading.durations, reading.amounts), reading)
    is_parted = span is not None and reading.sentence.key(span[1]) in {",", ":", "(", "-", "."}
    return [span] if span and is_parted and span[1] - span[0] > 1 else []


def _is_no_news(plain: str, name: Span, reading: Reading) -> bool:
    """Whether it is a wish, something that was not done, a groan, or what others say of them."""
    return bool(
        not is_spanish(reading.sentence)
        or _OPENING_NO_ENTRY.match(plain)
        or _OF_ME.search(plain)
        or _is_hearsay(plain, name, reading)
    )


def _is_the_only_one(trade: Mention, reading: Reading) -> bool:
    """Whether a trade with its article is the one firm of it that there is: "*la residencia* quiere dos camas más"."""
    return len(trade.accounts) == 1 and reading.sentence.key(trade.span[0] - 1) in {"la", "el", "los", "las", "del"}


def _is_parted(name: Span, reading: Reading) -> bool:
    """Whether the name opens the message and a sign follows: "talleres, que cuándo llegan"."""
    is_first = all(reading.sentence.key(index) in GLUE for index in range(name[0]))
    return is_first and reading.sentence.key(name[1]) in {":", ","}


def _is_hearsay(plain: str, name: Span, reading: Reading) -> bool:
    """Whether others told it about them: "en el bar dicen que Segarra busca seguro"."""
    return bool(HEARSAY.search(plain[: reading.sentence.place(name[0])]))


def past_time(reading: Reading) -> WhenWords | None:
    """The first time that is over and told as such: a past day, or an hour of today that has struck."""
    has_day = any(time.atom.day is not None for time in reading.times)
    times = [time for time in reading.times if time.atom.day is not None or not has_day]
    return next((time for time in times if is_over(time, reading.now)), None)


def _took_place(last: int, reading: Reading) -> bool:
    """Whether a length, a means or a past time says that it took place."""
    time = past_time(reading)
    if time is not None and time.span[0] < last:
        return True
    if _WAS_WITH.match(reading.sentence.plain) and not any(_is_ahead(one, reading) for one in reading.times[:1]):
        return True
    is_to_come = any(one.is_future and one.span[0] < last for one in reading.times)
    return not is_to_come and any(
        one.span[0] < last for things in (reading.durations, reading.channels) for one in things
    )


def _is_headed(name: Span, last: int, reading: Reading) -> bool:
    """Whether the name heads the message and a sign parts it from what is said: "Muralla. Toño. 12 cajas"."""
    sentence = reading.sentence
    if any(sentence.key(index) not in GLUE | LEGAL_FORMS for index in range(name[0])):
        return False
    known = indexes(reading.mentions, reading.titles) | set(range(*name))
    end = name[1]
    while end in known or sentence.key(end) in {"(", ",", "de", "del", "en", "y"}:
        end += 1
    if sentence.key(end) not in _HEAD_SIGNS and not (sentence.key(end) == "que" and end == name[1]):
        return False
    busy = indexes(reading.mentions, reading.times) | set(range(*name))
    rest = [index for index in range(end, last) if index not in busy and sentence.key(index)[0].isalnum()]
    said = sum(sentence.key(index) not in GLUE | {"sin", "falta"} for index in rest)
    return said > (0 if sentence.key(end) == ":" else _FEWEST_SAID)


def _is_priced(name: Span, last: int, reading: Reading) -> bool:
    """Whether the name heads the message and a sum follows: "Bahía, Marta, 56k bajar a 52k"."""
    sums = [one for one in reading.amounts if name[1] <= one.span[0] < last]
    return bool(sums) and all(reading.sentence.key(index) in GLUE | LEGAL_FORMS | _PAPERS for index in range(name[0]))


_PAPERS = word_set("presupuesto oferta propuesta contrato pedido venta cotizacion renovacion")


def _is_theirs_to_come(plain: str, name: Span, last: int, reading: Reading) -> bool:
    """Whether it is what they may or mean to do one day, and not what they told us."""
    if MAYBE.search(plain) or (_WILL_TELL.search(plain) and any(_is_ahead(one, reading) for one in reading.times)):
        return True
    end = min(last, reading.segment_of(name[0])[1])
    has_time = bool(_ONE_DAY.search(plain)) or any(
        one.span[0] < end and _is_ahead(one, reading) for one in reading.times
    )
    is_how_they_are = bool(STATES.intersection(plain.split()))
    return has_time and not is_how_they_are and not _SAYS_TO_US.search(plain)


def _is_ahead(time: WhenWords, reading: Reading) -> bool:
    """Whether a time may be to come: not today's, unless its hour is."""
    when = resolve(time, reading.now, is_future=True) if time.is_future is not False else None
    if when is None:
        return False
    today = reading.now.date()
    return when.day > today or (when.day == today and when.at is not None and when.at > reading.now.time())


def _has_result(name: Span, last: int, reading: Reading) -> bool:
    """Whether the piece with the name, or the next one, says how they are or what they said."""
    first, end = reading.segment_of(name[0])
    if end < last:
        end = reading.segment_of(end)[1]
    known = indexes(reading.mentions, reading.times, reading.titles)
    before, behind = (
        [reading.sentence.key(index) for index in places if index not in known]
        for places in (range(first, name[0]), range(name[1], min(end, last)))
    )
    if _is_told_by_others(before) or _is_but_a_thing_of_theirs(name, before, behind, reading):
        return False
    if STATES.intersection(before + behind) or tells_feedback(behind):
        return True
    if behind[:1] in (["me"], ["nos"]) and len(behind) > 1:
        return True  # "Hernán me clavó un precio"
    return (
        bool(before)
        and (first > 0 or before[0] in _SAID or not common_verbs_es.may_be_asked(before[0]))
        and says(before)
    )


def _is_told_by_others(before: list[str]) -> bool:
    """Whether somebody else says it of them: "me *cuenta el de Seur que* en Aceites andan buscando otro"."""
    return bool(_THIRD_SAYS.search(" ".join(before)))


_THIRD_SAYS = re.compile(
    r"\b(?:dice|dicen|dijo|dijeron|dicho|cuenta|cuentan|conto|contado|comenta|comentan|comento|comentado) "
    r"(?!que)(?:\S+ ){1,5}?que\b"
)


def _is_but_a_thing_of_theirs(name: Span, before: list[str], behind: list[str], reading: Reading) -> bool:
    """Whether a thing is spoken of, whose owner alone is named: "el tractor *de Curro* arranca fatal"."""
    is_of_them = reading.sentence.key(name[0] - 1) in {"de", "del"}
    things = [key for key in before if key not in GLUE | {"de", "del"}]
    is_said = before[:1] == ["sin"] or _SAYS_TO_US.search(" ".join([*before, "…", *behind]))
    return is_of_them and bool(things) and not is_said


_SAID = word_set("dice pide quiere necesita pregunta confirma tiene llama cuenta comenta acepta prefiere insiste no")
