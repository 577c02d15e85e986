"""Where an opportunity is moved to, and why: facts move it, wishes and the customer's plans do not."""

import re
from collections.abc import Set
from dataclasses import dataclass, replace
from functools import lru_cache

from core.understanding.lexicon import GLUE
from core.understanding.no_facts import IS_BROKEN, STANDS_STILL, is_no_fact, is_wish, since_conclusion
from core.understanding.stage_facts import FACTS, NO_OBJECT_OF_OURS
from core.understanding.stage_facts_es import FACTS_ES, TO_ANOTHER
from core.understanding.stage_reasons import end_of_clause, end_of_dictated, reason_after
from core.understanding.text import Sentence, Span, fold, word_set
from core.understanding.world import Stage, World

SYNONYMS = {
    "prospecting": "prospeccion|prospecting|prospect|prospeccion inicial",
    "qualification": "cualificacion|calificacion|qualification|qualifying",
    "proposal": "propuesta|proposal|quote stage|quoting",
    "negotiation": "negociacion|negociaciones|negotiation|negotiations",
    "won": "ganad[oa]s?|won|closed won|cerrad[oa] ganad[oa]|ganar",
    "lost": "perdid[oa]s?|lost|closed lost|cerrad[oa] perdid[oa]|perder",
    "postponed": "aplazad[oa]s?|pospuest[oa]s?|postponed|on hold|en pausa|parad[oa]|stand by|standby|en espera",
}


_ADJECTIVES = {
    "qualification": "cualificad[oa]s?|calificad[oa]s?|qualified",
    "negotiation": "negociando|negotiating",
    "won": SYNONYMS["won"],
    "lost": SYNONYMS["lost"],
    "postponed": SYNONYMS["postponed"],
}
"""What an opportunity may be said to be without a word that leads to a stage: `esta ganada`, `is qualified`."""


_MOVING = (
    r"(?:(?:la |lo |las |los )?(?:(?:pasa|mueve|pon|marca|cambia|sube|baja|deja|avanza)(?:me|mela|melo|la|lo|las|"
    r"los)?|pasa|pasan|pasar|pasamos|paso|pase|pasala|pasalo|"
    r"pasarla|pasarlo|pasad[oa]|ha pasado|han pasado|hemos pasado|mueve|muevo|mover|"
    r"movemos|muevela|muevelo|moverla|moverlo|movid[oa]|pasando|"
    r"avanza|avanzar|avanzamos|avanzado|sube|subela|subir|baja|bajala|cambia|cambiala|"
    r"cambiar|pon|ponla|ponlo|poner|ponerla|marca|marcala|marcalo|marcar|dala|dalo|dar|"
    r"doy|damos|damos la|la damos|lo damos|deja|dejo|dejamos|dejala|dejalo|dejar|"
    r"quedo|quedan|quedaron|esta|estan|estamos|esta ya|ya esta|entra|entramos|vuelve|queda|fase|etapa|estado)"
    r"|(?:move|moved|moving|moves|advance|advanced|change|changed|put|set|mark|marked|"
    r"push|pushed|goes|went|go|is|are|it 's|now|we 're|is now|are now|take|bring|get|"
    r"stage|back|bump|bumped|shift|shifted|promote|promoted|progress|progressed|progresses|has moved|have moved|gone|"
    r"close|closed|closing|advances|move on|should go|should be|"
    r"(?:stick|pop|bang|chuck|lash|throw|slap|whack|fire|drop|land|class|file|record|log|call) (?:it|that|this|them)"
    r"(?: (?:down|over|back|up|on|straight))*))"
)


_OBJECT = r"(?: , (?:por favor|porfa|porfavor) ,)?(?: (?!, |\. |; |: |! )\S+){0,9}?"


_INTO = r" (?:a|en|to|into|in|as|como|por|at|:)(?: (?:la|el|the|fase|etapa|estado|stage|de|of)){0,5}"


@dataclass(frozen=True, slots=True)
class StageWords:
    """A move to a stage: the whole span, and the span of the reason when one is given with it."""

    span: Span
    key: str
    reason: Span | None = None
    also: tuple[Span, ...] = ()
    """Where else the sentence says the same."""
    is_asked: bool = False
    """Whether the stage was named ("moves to negotiation"), not concluded from what happened."""


def find_moves(sentence: Sentence, world: World) -> list[StageWords]:
    """Every move that the sentence tells as a fact or asks for, in its order; a stage that is named outdoes facts."""
    found = sorted([*_explicit(sentence, world), *_facts(sentence)], key=lambda move: move.span)
    kept: list[StageWords] = []
    for move in found:
        if kept and move.span[0] < kept[-1].span[1] and move.key == kept[-1].key:
            kept[-1] = max(kept[-1], move, key=lambda one: one.span[1] - one.span[0])
        else:
            kept.append(move)
    if [move.key for move in kept] == ["postponed", "lost"] and sentence.key(kept[1].span[0] - 1) in {",", "."}:
        kept.pop()  # put off, for they lost something themselves
    if [move.key for move in kept] == ["lost", "won"] and sentence.key(kept[1].span[0]) == "se":
        kept.pop()  # lost, for somebody else has got it: "se la queda Frimur"
    asked = {move.key for move in kept if move.is_asked}
    return [move for move in kept if move.is_asked or not asked or move.key in asked]


def find_named_moves(sentence: Sentence, world: World, names: Set[int]) -> list[StageWords]:
    """Moves without a verb: a name, a stage and nothing else ("Imesa a negociación", "Flota → ganada")."""
    found = []
    for stage in world.stages:
        for match in _bare(stage).finditer(sentence.plain):
            first, end = sentence.span(match)
            start = first
            while start > 0 and (start - 1 in names or sentence.key(start - 1) in _BESIDE_NAMES):
                start -= 1
            if start == first and sentence.key(first - 1) in _PARTING and first - 2 in names:
                start = first - 1
                while start > 0 and (start - 1 in names or sentence.key(start - 1) in _BESIDE_NAMES):
                    start -= 1
            is_of_the_name = 0 in names and sum(index not in names for index in range(start)) <= _FEW_WORDS
            opens = (
                start == 0
                or is_of_the_name
                or not sentence.key(start - 1)[0].isalnum()
                or sentence.key(start - 1) in _JOINING
            )
            is_alone = first == start and not sentence.key(end)[:1].isalnum()
            is_arrow = sentence.key(first) in _ARROWS or sentence.key(first + 1) == ">"
            if names and is_arrow and not sentence.key(end)[:1].isalpha():
                found.append(StageWords((first, end), stage.key, _reason_of(stage, sentence, end)))
                continue
            if _comes_from_a_stage(sentence, first, world):
                found.append(StageWords((start, end), stage.key, _reason_of(stage, sentence, end)))
                continue
            is_called_a_stage = sentence.key(end - 1) == "stage" and sentence.key(first - 1) in {",", "-", ":"}
            if names and is_called_a_stage and first > 0:
                found.append(StageWords((first, end), stage.key, _reason_of(stage, sentence, end)))
                continue
            if opens and (
                is_of_the_name
                or any(index in names for index in range(start, first))
                or (is_alone and _leads_on(sentence, first))
            ):
                found.append(StageWords((first, end), stage.key, _reason_of(stage, sentence, end)))
    return found


def _comes_from_a_stage(sentence: Sentence, end: int, world: World) -> bool:
    """Whether the piece begins with the stage that it was at: "*de propuesta* a negociación", "from proposal to …"."""
    said = sentence.plain[: sentence.place(end)].rstrip()
    return any(
        re.search(rf"(?:^|[.,;:!-] )(?:pasa |va |sube )?(?:de|from) (?:{_names_of(one)})$", said)
        for one in world.stages
    )


_FEW_WORDS = 1
"""So many strange words may stand between a name and its stage: "Spice Lounge *tandori* to proposal"."""
_ARROWS = word_set("→ -> => ➡ ->> >")


_PARTING = word_set(": , - – — ->")


def _leads_on(sentence: Sentence, first: int) -> bool:
    """Whether a word of direction makes a stage alone a move: "Back on. Into negotiation"."""
    return sentence.key(first) in {"into", "pasa", "to", "a"} and first > 0


def the_move(moves: list[StageWords]) -> StageWords | None:
    """The move that is told; the last one, with where else the same is said. None where they contradict each other."""
    if not moves or len({move.key for move in moves}) > 1:
        return None
    reason = next((move.reason for move in reversed(moves) if move.reason), None)
    return replace(moves[-1], reason=reason, also=tuple(move.span for move in moves))


_JOINING = word_set("y and e & then luego")


_BESIDE_NAMES = GLUE - {"y", "and", "e", ",", ";", ":", ".", "!", "-"} | word_set(
    "prospecting qualification proposal negotiation prospeccion cualificacion propuesta negociacion oportunidad opp "
    "opportunity deal venta operacion la lo lot the our of de del con para project proyecto contrato"
)


_REQUEST = re.compile(
    r"^(?:(?:i |we )?(?:need|have|want) to |can you |could you |please |pls )*(?:mueve|mover|muevo|cambia|"
    r"cambiar|avanza|avanzar|actualiza|actualizar|move|change|advance|update)\b"
    r".*\b(?:oportunidad|etapa|fase|opportunity|stage|opp|deal)\b"
)


def asks_for_a_move(sentence: Sentence) -> bool:
    """Whether the sentence wants an opportunity moved, wherever to."""
    return bool(_REQUEST.match(sentence.plain))


def _explicit(sentence: Sentence, world: World) -> list[StageWords]:
    found = []
    for stage in world.stages:
        for match in _moving_to(stage).finditer(sentence.plain):
            before = _ASKED_FOR.sub("", since_conclusion(sentence.plain[: match.start()]))
            if STANDS_STILL.search(before + match.group()) or IS_BROKEN.match(sentence.plain[match.start() :]):
                continue
            if not is_wish(before) and not re.search(r"\b(?:pasaremos|moveremos)\b", before):
                span = sentence.span(match)
                found.append(StageWords(span, stage.key, _reason_of(stage, sentence, span[1]), is_asked=True))
    return found


_ASKED_FOR = re.compile(
    r"(?:(?:you|u|that|this|it|which) can|(?:can|could|would) (?:you|u|we|i)|please|pls|i think we can|let 's|"
    r"(?<!they )(?<!we )can(?: now| then| also)?(?: be)?) $"
)


def _reason_of(stage: Stage, sentence: Sentence, end: int) -> Span | None:
    return reason_after(sentence, end) if stage.kind in {"lost", "postponed"} else None


@lru_cache(maxsize=1000)
def _moving_to(stage: Stage) -> re.Pattern[str]:
    names, adjectives = _names_of(stage), _ADJECTIVES.get(stage.key, "(?!)")
    into = rf"{_OBJECT}{_INTO} (?:{names})"
    directly = rf"(?: (?:it|that|this|them|la|lo|como|by|now|ya|been|has been|out|as|down|up|off))* (?:{adjectives})"
    return re.compile(rf"(?<!\S){_MOVING}(?:{into}|{directly})(?: stage)?(?!\S)")


def _names_of(stage: Stage) -> str:
    return "|".join([*(re.escape(fold(name)) for name in stage.names), SYNONYMS.get(stage.key, "(?!)")])


@lru_cache(maxsize=1000)
def _bare(stage: Stage) -> re.Pattern[str]:
    to = r"(?:a|to|en|in|into|como|as|->|=>|→|- >|= >|- - >|>|=|:|-)"
    return re.compile(
        rf"(?<!\S)(?:{to}(?: (?:la|el|the|fase|etapa|estado|stage|de|of|now))* (?:{_names_of(stage)})(?: stage)?|"
        rf"(?:at )?(?:{_names_of(stage)}) stage)"
        r"(?= [^\w\s%€$£&/+#'\"]|$| (?:y|and|e|que|porque|because|por|ya|now|please|porfa|con|with|at|for|hasta|\d|"
        r"due|pls|plz|thanks|thx|cheers))"
    )


def _facts(sentence: Sentence) -> list[StageWords]:
    found = []
    for key, pattern in _COMPILED_FACTS.items():
        for match in pattern.finditer(sentence.plain):
            if is_no_fact(key, match, sentence.plain) or _ARRANGED.match(sentence.plain[match.start() :]):
                continue
            span = sentence.span(match)
            if key == "won" and (other := _given_to_another(span, sentence)):
                found.append(other)
            elif key == "lost_to":
                found.append(StageWords(span, "lost", (span[0], end_of_dictated(sentence, span[1]))))
            else:
                found.append(StageWords(span, key, _with_the_winner(span, sentence) if key != "won" else None))
    return found


_ARRANGED = re.compile(
    r"(?:(?:he|hemos) cerrado|cerre|cerramos|cerrad[oa]s?)(?: (?:ya|por fin|con(?: (?!un |una |el |la )\S+){1,4}?|"
    r"con (?:el|la) "
    r"\S+))* (?:(?:un|una|el|la|otra|otro|nueva) )*"
    r"(?:demo|demostracion|reunion|visita|cita|llamada|videollamada|comida|cafe|fecha|dia|hora|quedada|presentacion|"
    r"formacion)(?!\S)"
)
"""What is arranged is no sale: "he cerrado con Ana *una demo* para el jueves"."""


def _given_to_another(span: Span, sentence: Sentence) -> StageWords | None:
    """The loss where what would be won goes to somebody else: "adjudicado *a otro proveedor* por plazo"."""
    last = sentence.place(end_of_clause(sentence, span[1]))
    match = TO_ANOTHER.search(sentence.plain, sentence.place(span[1]) - 1, last)
    if not match:
        return None
    first, end = sentence.span(match)
    return StageWords((span[0], end), "lost", reason_after(sentence, end) or (first, end))


def _with_the_winner(span: Span, sentence: Sentence) -> Span | None:
    """The reason, with to whom it was lost: "lost *to BOC on price*"."""
    reason = reason_after(sentence, span[1])
    last = sentence.place(end_of_clause(sentence, span[1]))
    if winner := _TO_SOMEBODY.search(sentence.plain, sentence.place(span[1]) - 1, last):
        return sentence.span(winner)[0], end_of_clause(sentence, span[1])
    return (span[1] + 1, reason[1]) if reason and sentence.key(span[1]) == "to" else reason


_TO_SOMEBODY = re.compile(
    r"(?<= )to (?:(?:some|another|a|an|the|some other) (?:[a-z]+ )?(?:crowd|outfit|lot|mob|competitor|competition|"
    r"rival|firm|"
    r"company|supplier|shower|fella|guy|other|cheaper|local)|someone|somebody)(?!\S)"
)
"""The winner, told behind what was lost: "lost the chemicals in Kent *to some crowd* from the north"."""
_COMPILED_FACTS = {
    key: re.compile(rf"(?<!\S)(?:{'|'.join(filter(None, (FACTS_ES.get(key), pattern)))})(?!\S){NO_OBJECT_OF_OURS}")
    for key, pattern in FACTS.items()
}
