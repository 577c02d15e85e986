"""What reads as a move and is none: a wish, a condition, something long ago, or what nobody sells."""

import re

from core.understanding.stage_facts import NOT_OURS, WISHES

_CONCLUSION = re.compile(
    r"\b(?:asi que|por tanto|por lo tanto|total que|al final|pero|but|so|therefore|anyway|finally) "
)


_CONDITION = re.compile(
    r"(?:^|[.;:!?] )(?:y |and |pero |but )?(?:si|if|when|cuando|en cuanto|once|as soon as|ojala|unless)\b[^.;:!?]*$"
)


def is_wish(before: str) -> bool:
    """Whether a wish, a doubt, or a condition in the sentence leads to the words that follow."""
    return bool(WISHES.search(before) or _CONDITION.search(before))


def since_conclusion(before: str) -> str:
    """What stands before a move since the last word that concludes: wishes before it are over."""
    return _CONCLUSION.split(before)[-1]


def is_no_fact(key: str, match: re.Match[str], plain: str) -> bool:
    """Whether what reads as a fact is wished, long ago, somebody else's, or of something that is not sold."""
    before, after, said = since_conclusion(plain[: match.start()]), plain[match.end() :], match.group()
    return bool(
        is_wish(before)
        or re.search(r"\b(?:llamada|call|missed|una)$", before.strip())
        or ("sign" in said and SIGNED_ELSE.search(plain))
        or ("firm" in said and _SIGNED_ELSE_ES.match(after))
        or ("firmad" in said and _TO_BE_BROUGHT.search(before))
        or (key.startswith("lost") and _LONG_AGO.match(after))
        or (said.endswith(" yes") and (_INVITED.search(plain) or not before.strip() or before.strip()[-1] in ".!?;,"))
        or (said.endswith(("lost", "won")) and _NO_SALE.match(after))
        or (key in {"won", "lost"} and _HEARD.search(plain[: match.start()]))
        or (said.endswith("lost") and _THEIR_OWN.search(before))
        or (said.endswith("off") and _STUCK_ON.search(before))
        or (key == "won" and _HEDGED.match(after))
        or (key == "won" and (_IF.match(after) or _HINTED.search(before)))
        or (key == "won" and _TO_GET_IT.search(plain[: match.start()]))
        or (key == "postponed" and (_puts_off_no_sale(before, said) or IS_BROKEN.match(said + after)))
        or (key == "lost" and _NOT_YET.match(after))
        or (BARE_FACT.fullmatch(said) and NOT_OURS.search(before.strip()))
    )


_IF = re.compile(r" (?:now )?(?:if|unless|once|provided|as long as|assuming|when)\b")
_HINTED = re.compile(r"\b(?:hints?|hinted|hinting|implied|suggests?|suggested)\b")
_TO_GET_IT = re.compile(r"\bto (?:get|have) (?:it|this|that|them|everything|the \S+|the \S+ \S+) $")
"""What is to be signed yet: "he's away *to get it* signed off"."""
_TO_BE_BROUGHT = re.compile(
    r"\b(?:manda|mandan|mandara|mandaran|envia|envian|enviara|enviaran|pasa|pasan|pasara|trae|traen|traera|devuelve|"
    r"devuelven|devolvera|falta|faltan|faltaria|espero|esperamos|recojo|recoger|recogemos|llevo|llevar|le mando|"
    r"mandarle|"
    r"mande|mandemos|envie|enviemos|pase|pasemos|lleve|llevemos|devuelva|devolvamos|reclamar|reclamo|pedir|"
    r"pedirle|quiere|quieren|necesito|necesitamos)(?: (?!que |pero )\S+){0,3} "
    r"(?:el|la|los|las|su) (?:(?!y |pero )\S+ )?$"
)
"""What is still to come, or but brought: "me manda *el contrato* firmado esta semana"."""


def _puts_off_no_sale(before: str, said: str) -> bool:
    """Whether an appointment is put off, or their works stand still."""
    is_date = _APPOINTMENT.search(before.strip()) or _DATE_OF_OURS.search(before)
    return bool(is_date or STANDS_STILL.search(before + said))


SIGNED_ELSE = re.compile(
    r"\b(?:nda|non disclosure|delivery note|pod|visitors? book|visitor log|petition|timesheet|job sheet|card|"
    r"disclaimer|waiver|(?:loan|trial|demo|evaluation|sale or return) (?:agreement|form|paperwork|note|papers)|"
    r"albaran)\b|"
    r"\bsigned (?:(?!order|contract|quote)\S+ ){0,2}(?:forms?|tenancy|mortgage)\b|"
    r"\b(?:lease|tenancy|mortgage) (?:is |was |has been |'s |got )?(?:now |just |finally )?signed\b"
)
"""What is signed without anything being sold."""


_SIGNED_ELSE_ES = re.compile(
    r" (?:(?:la|el|los|las|un|una|su|mi|ya) )*(?:remision|remito|acta|albaran(?:es)?|guia|parte|partes|recibo|recibido|"
    r"acuse|checklist|nda|acuerdo de confidencialidad|confidencialidad|hoja|lista|planilla|nota de entrega|conforme|"
    r"asistencia|poder|autorizacion|ficha|formulario|rgpd|proteccion de datos|visita)\b"
)
"""The same in Spanish: a delivery note, the minutes, a form."""


_NOT_YET = re.compile(r" (?:till|until|til|unless|yet|just yet|before|hasta que|hasta|todavia|aun|without|sin)\b")
"""What does not go ahead before something else is not lost."""


_HEDGED = re.compile(
    r"(?: [^ ,.;!]+){0,3}(?<! que) (?:si|siempre que|con tal de que|a condicion|salvo que|a falta de) |"
    r"(?: [^ ,.;!]+){0,4} (?:in (?:principle|general|theory|part)|verbally|provisionally|subject to|provided|pending|"
    r"as long as|conditional\w*|depending)\b"
)
"""What is accepted so is not won yet."""


_LONG_AGO = re.compile(r"[^.,;!]*\b(?:last (?:year|yr|time)|(?:years|yrs|months) (?:ago|back)|el ano pasado)\b")


_NO_SALE = re.compile(
    r" (?:my|his|her|your|their|another \S+ (?:minute|hour|day)|\d+ (?:minutes?|mins?|hours?|hrs?|days?|quid)|\S+ 's|"
    r"an? "
    r"(?!(?:\S+ ){0,2}(?:deal|order|contract|tender|job|sale|bid|opportunity|project)\b))"
)
"""What is lost or won that nobody sells: `lost my keys`, `won a fiver`."""


_HEARD = re.compile(r"\b(?:heard|hears|hear|rumou?rs?) (?:(?:that|say|of) )?(?:(?!but\b)\S+ ){0,2}$")
"""What they but heard is no fact: "she heard we lost the Kerry job"."""


_THEIR_OWN = re.compile(
    r"\b(?:their|his|her) (?:own )?(?:(?!(?:with us|to us)\b)\S+ ){1,5}(?:was |is |were |been |has |have )*$"
)
"""What of theirs was lost: "their tender with the council was lost"."""


_STUCK_ON = re.compile(
    r"\b(?:labels?|stickers?|paint|stains?|lids?|covers?|wheels?|doors?|handles?|caps?|tape|glue|coating|film|grease|"
    r"tiles?)\b"
)
"""What does not come off, and is no sale."""


_INVITED = re.compile(
    r"\b(?:lunch|coffee|dinner|breakfast|drinks?|demo|meeting|visit|call|trial|sample|samples|pint|golf)\b"
)
"""What somebody may say yes to without buying."""


_DATE_OF_OURS = re.compile(
    r"\b(?:reunion|visita|cita|llamada|comida|demo|entrega|formacion|instalacion|presentacion|videollamada)\b[^.,;:]*$"
)
"""`Reunión con Olmedo aplazada al 30` puts off no sale."""


_APPOINTMENT = re.compile(
    r"\b(?:call|meeting|visit|demo|delivery|install|installation|training|chat|catch up|appointment|lunch)\b[^.,;:]*$"
)


IS_BROKEN = re.compile(
    r"(?:ya )?(?:esta|estan|sigue|siguen|quedo|quedaron) (?:todo |ya )?parad[oa]s? (?:por|desde|hasta) (?:el |la |un |"
    r"una |los )?"
    r"(?:mantenimiento|averia|rotura|reparacion|repuestos?|falta de (?:repuestos|piezas|luz|gas|agua|personal)|huelga|"
    r"paro|inventario|obras|vacaciones|lluvias?|lunes|martes|miercoles|jueves|viernes|ayer|limpieza|accidente)\b"
)
"""A machine that stands still is no opportunity put off."""


STANDS_STILL = re.compile(
    r"\b(?:cosa|cosas|obra|obras|linea|maquina|fabrica|todo|tema) (?:se )?(?:queda|quedan|quedo|esta|estan)? "
    r"?(?:todo )?(?:en pausa|en espera|parad[oa]s?)$"
)
"""What stands still at the customer's is no opportunity put off."""


BARE_FACT = re.compile(r"(?:just )?(?:won|lost)|ganad[oa]s?|perdid[oa]s?|vendid[oa]s?|firman?|sold")
"""A participle that may be said of anything."""
