"""Where an opportunity is moved to, and why: facts move it, wishes and the customer's plans do not."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from core.understanding.text import Sentence, Span, fold
from core.understanding.world import Stage, World

SYNONYMS = {
    "prospecting": "prospeccion|prospecting|prospect|prospeccion inicial",
    "qualification": "cualificacion|calificacion|cualificad[oa]|calificad[oa]|qualification|qualified|qualifying",
    "proposal": "propuesta|proposal|proposal stage|oferta|quote stage|presupuesto",
    "negotiation": "negociacion|negociaciones|negotiation|negotiations|negotiating|negociando",
    "won": "ganad[oa]s?|won|closed won|cerrad[oa] ganad[oa]",
    "lost": "perdid[oa]s?|lost|closed lost|cerrad[oa] perdid[oa]",
    "postponed": "aplazad[oa]s?|pospuest[oa]s?|postponed|on hold|en pausa|parad[oa]|stand by|standby|en espera",
}
_MOVING = (
    r"(?:(?:la |lo |las |los )?(?:pasa|pasan|pasar|pasamos|paso|pase|pasala|pasalo|"
    r"pasarla|pasarlo|pasad[oa]|ha pasado|han pasado|hemos pasado|mueve|muevo|mover|"
    r"movemos|muevela|muevelo|moverla|moverlo|movid[oa]|"
    r"avanza|avanzar|avanzamos|avanzado|sube|subela|subir|baja|bajala|cambia|cambiala|"
    r"cambiar|pon|ponla|ponlo|poner|ponerla|marca|marcala|marcalo|marcar|dala|dalo|dar|"
    r"doy|damos|damos la|la damos|lo damos|deja|dejala|dejalo|dejar|"
    r"esta|estan|estamos|esta ya|ya esta|entra|entramos|vuelve|queda|fase|etapa|estado)"
    r"|(?:move|moved|moving|moves|advance|advanced|change|changed|put|set|mark|marked|"
    r"push|pushed|goes|went|go|is|are|it 's|now|we 're|is now|are now|take|bring|get|"
    r"stage|back|has moved|have moved|gone))"
)
_OBJECT = r"(?: (?!a |en |to |into |como |as |por |, |\. )\S+){0,7}?"
_INTO = r" (?:a|en|to|into|in|as|como|por|at|:)(?: (?:la|el|the|fase|etapa|estado|stage|de|of)){0,5}"
_NOT_AN_OBJECT = (
    r"(?! (?:la |el |the )?(?:llamada|reunion|visita|cita|entrega|tiempo|contacto|dinero|"
    r"agua|interes|call|meeting|visit|demo|delivery|time|touch|contact|interest|"
    r"instalacion|reunión|formacion|albaran|nda|paciencia|papel)\b)"
)
_FACTS = {
    "won": (
        r"(?:la |lo |las |los )?(?:hemos|he) ganado|(?:la |lo )?ganamos|(?:la |lo )?gane|"
r"ganad[oa]s?(?! (?:tiempo|terreno))|"
        r"nos (?:la |lo )?(?:han |ha )?(?:adjudicado|adjudicaron|adjudican|dan el ok|"
r"han dado el ok|compran|han comprado|han pasado el pedido|han hecho el pedido|"
r"hicieron el pedido|pasaron el pedido)|"
        r"(?:ya )?(?:(?:nos|me) )?(?:lo |la )?(?:han|ha) firmado|firmaron|firmad[oa]|"
r"(?:nos )?(?:han|ha) aceptado(?: (?:la oferta|el presupuesto|la propuesta))?|"
r"aceptaron|"
        r"aceptan (?:la oferta|el presupuesto|la propuesta)|(?:venta|trato|"
r"operacion) cerrad[oa]|(?:hemos cerrado|cerramos|cerrada|cerrado) (?:la venta|"
r"el trato|la operacion)|trato hecho|pedido firmado|contrato firmado|"
        r"(?:we |we 've |i |i 've |just ){0,4}(?:won)(?! 't)(?: (?:it|the deal|the order|"
r"the contract|the business))?|(?:they|he|she|customer|client) (?:have |has |'ve |"
r"'s )?(?:just )?(?:signed|accepted|said yes|gone ahead)|"
        r"(?:signed|accepted)(?: (?:the |our )?(?:quote|offer|proposal|contract|order|deal))?|"
r"(?:closed|sealed|landed|got) (?:the |it |that )?(?:deal|order|contract)|"
r"deal (?:closed|done|signed)|(?:gave|given) us the (?:order|go ahead|contract)|"
r"placed the order|it 's a win"
    ),
    "lost": (
        r"(?:la |lo |las |los )?(?:hemos|he) perdido|(?:la |lo |las |los )?perdimos|(?:la |"
r"lo )?perdi|perdid[oa]s?|se (?:ha|han) caido|se cayo|no siguen adelante|"
r"no sigue adelante|(?:han|ha) (?:rechazado|descartado)|rechazan (?:la|el|nuestra)|"
r"rechazaron|descartad[oa]|"
        r"(?:we |we 've |i |i 've |just ){0,4}(?:lost)(?: (?:it|the deal|the order|the contract|"
r"out))?|(?:they )?(?:turned us down|rejected (?:the|our|it)|declined (?:the|our|it)|"
r"(?:have |has )?decided against it)|fell through|fallen through|no deal"
    ),
    "lost_to": (
        r"(?:al final )?(?:se (?:van|va|han ido|ha ido|fueron|fue|quedan|"
r"quedaron) con (?:la competencia|otro|otra|otros|un competidor)|(?:han|"
r"ha) (?:elegido|escogido) (?:a )?(?:otro|otra|la competencia)|se lo (?:han dado|dan|"
r"dieron) a|compran a otro|(?:they )?(?:went with|chose|have gone with|'ve gone with|"
r"are going with|picked) (?:a |the |another |someone )(?:competitor|competition|other|"
r"else|supplier|cheaper))"
    ),
    "postponed": (
        r"(?:(?:la |lo |las |los )?(?:han |ha |hemos |queda |quedan |esta )?(?:aplazad[oa]s?|"
r"pospuest[oa]s?)|(?:la |lo )?(?:aplazan|aplaza|aplazamos|posponen|pospone|posponemos|"
r"aplazo|pospongo|aplazaron|pospusieron)|(?:lo |la )(?:dejan|deja|dejamos|han dejado|"
r"paran|congelan|han parado|han congelado)(?: (?:para|hasta|en pausa))?|"
r"proyecto parado|"
        r"(?:is |are |been |has been |have been |was ){0,4}(?:postponed|put on hold|on hold|"
r"shelved|parked)|(?:they )?(?:pushed (?:it )?back|put it on hold|postponed it|"
r"have postponed))"
    ),
}  # fmt: skip
_WISH = re.compile(
    r"\b(?:quiere|quieren|querian|espero|espera|esperan|esperamos|ojala|si|cuando|creo|"
    r"creemos|podria|podrian|podemos|puede|pueden|casi|a punto|"
    r"hope|hopes|hoping|want|wants|wanted|would|might|maybe|perhaps|if|when|will|'ll|"
    r"could|should|going to|gonna|probably|think|thinks|about to|"
    r"not|didn't|haven't|hasn't|no|todavia|aun|a ver|piensan|pensando|parece|parecen|"
    r"probablemente|seguramente|seguro|quiza|quizas|van|va|ir|falta|faltan|pendiente|sin|"
    r"antes|until|before|expect|expects|expecting|may|can|unless|nunca|evitar|tengo que|"
    r"hay que|para|intentar|ganas|likely|yet|'d|isn't|aren't|wasn't|don't)\b[^,.;:]*$"
)
_BECAUSE = re.compile(
    r"(?:(?:[,.;:(–-] )?(?:porque|ya que|puesto que|debido a que|debido a|por culpa de|"
    r"motivo :|motivo|razon :|por|because of|because|due to|reason :|reason|since|as|on|"
    r"over|for)|[:(])(?= )"
)


@dataclass(frozen=True, slots=True)
class StageWords:
    """A move to a stage: the whole span, and the span of the reason when one is given with it."""

    span: Span
    key: str
    reason: Span | None = None
    also: tuple[Span, ...] = ()
    """Where else the sentence says the same."""


def find_stage(sentence: Sentence, world: World) -> StageWords | None:
    """The move that the sentence tells as a fact; the last one where it tells several."""
    found = [*_explicit(sentence, world), *_facts(sentence)]
    if not found:
        return None
    last = max(found, key=lambda move: move.span)
    return replace(last, also=tuple(move.span for move in found if move.key == last.key))


_REQUEST = re.compile(
    r"^(?:mueve|mover|muevo|cambia|cambiar|avanza|avanzar|actualiza|actualizar|move|change|advance|update)\b"
    r".*\b(?:oportunidad|etapa|fase|opportunity|stage|opp|deal)\b"
)


def asks_for_a_move(sentence: Sentence) -> bool:
    """Whether the sentence wants an opportunity moved, wherever to."""
    return bool(_REQUEST.match(sentence.plain))


def _explicit(sentence: Sentence, world: World) -> list[StageWords]:
    found = []
    for stage in world.stages:
        for match in _moving_to(stage).finditer(sentence.plain):
            before = sentence.plain[: match.start()]
            if not _WISH.search(before) and not re.search(r"\b(?:pasaremos|moveremos)\b", before):
                span = sentence.span(match)
                found.append(
                    StageWords(
                        span, stage.key, _reason(sentence, span[1]) if stage.kind in {"lost", "postponed"} else None
                    )
                )
    return found


@lru_cache(maxsize=1000)
def _moving_to(stage: Stage) -> re.Pattern[str]:
    names = "|".join([*(re.escape(fold(name)) for name in stage.names), SYNONYMS.get(stage.key, "(?!)")])
    into = rf"(?:{_OBJECT}{_INTO}|(?: (?:it|la|lo|como|by|now|ya))*)"
    return re.compile(rf"(?<!\S){_MOVING}{into} (?:{names})(?: stage)?(?!\S)")


def _facts(sentence: Sentence) -> list[StageWords]:
    found = []
    for key, pattern in _COMPILED_FACTS.items():
        for match in pattern.finditer(sentence.plain):
            before = sentence.plain[: match.start()]
            if _WISH.search(before) or re.search(r"\b(?:llamada|call|missed|una)$", before.strip()):
                continue
            span = sentence.span(match)
            if key == "lost_to":
                found.append(StageWords(span, "lost", (span[0], _end_of_clause(sentence, span[1]))))
            else:
                found.append(StageWords(span, key, _reason(sentence, span[1]) if key != "won" else None))
    return found


_COMPILED_FACTS = {key: re.compile(rf"(?<!\S)(?:{pattern})(?!\S){_NOT_AN_OBJECT}") for key, pattern in _FACTS.items()}


def _reason(sentence: Sentence, start: int) -> Span | None:
    """What follows `por`, `because`… in the same sentence, to its end or to the next comma."""
    end = start
    while end < len(sentence.tokens) and sentence.key(end) not in {".", ";", "\n"}:
        end += 1
    offset = sum(len(token.key) + 1 for token in sentence.tokens[:start])
    match = _BECAUSE.search(sentence.plain, offset, sum(len(token.key) + 1 for token in sentence.tokens[:end]))
    if not match:
        return None
    first = sentence.span(match)[1]
    return (first, last) if first < (last := _end_of_clause(sentence, first)) else None


def _end_of_clause(sentence: Sentence, start: int) -> int:
    end = start
    while end < len(sentence.tokens) and sentence.key(end) not in {",", ".", ";", ")", "!"}:
        end += 1
    return end
