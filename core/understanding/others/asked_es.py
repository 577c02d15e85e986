"""What Spanish asks is not done: deeds within "¿…?" and before "?", and what one asks a person without any mark."""

from core.understanding.kinds import Role
from core.understanding.others.commands import ENTRIES_ASKED_FOR
from core.understanding.others.rows import Row, Table, after, one_of
from core.understanding.reading import Reading
from core.understanding.text import Sentence, Span

_CALLED = r"(?:[a-z]+ , )?(?:[¿¡] ?)*" + after("oye, oiga, hola, perdona, y, pues, vale, che, pero, a ver", ",")
_THINK = one_of(
    "opinas?, cree?s?, creen, piensas?, dices?, dice, haces, haces, harias?, haria, recomiendas?, sugieres?, pensas, "
    "decis, haces tu, me dices, me aconsejas"
)
_YOU = one_of("tu, usted, vos, ustedes, vosotros")
_ASKS_YOU = one_of(
    "has, habeis, sabes, sabe usted, sabeis, viste, llamaste, hablaste, pudiste, fuiste, mandaste, visitaste, "
    "quedaste, cerraste, te acuerdas, te suena, te conte, te he contado, te dije, te he dicho, os conte, "
    "le conte, conoces, te llamo, te llego, te contesto, te dijo, te ha dicho, te ha llamado, te ha contestado, "
    "alguien (?:ha|sabe|hablo|llamo|fue|visito)"
)

ASKED = Table(
    Row(
        "what you did, with its mark",
        rf"{_CALLED}(?:{_YOU} )?(?:ya |no |al final |por fin )*(?:{_ASKS_YOU})\b[^?]*\?",
        "¿te conté alguna vez lo de Vega?",
    ),
    Row(
        "what you ever",
        rf"{_CALLED}(?:te|os|le) (?:conte|he contado|dije|he dicho) (?:alguna vez|ya lo)\b",
        "te conté alguna vez lo de Vega",
    ),
    Row(
        "whether you already",
        rf"{_CALLED}{_YOU} ya [a-z]+\b(?=.*(?:\?|\bo (?:l[aeo]s? )?\S+ yo\b))",
        "usted ya llamó a Vega o llamo yo",
    ),
    Row("what you think", rf"\b{_YOU} (?:que|como|cuando) (?:lo |la |me )?{_THINK}\b", "tú qué harías", anywhere=True),
    Row(
        "what you think, after it",
        rf"[¿,] ?(?:y )?(?:que|como) {_THINK}(?: {_YOU})? ?\?",
        "llamo a Vega, ¿qué harías?",
        anywhere=True,
    ),
    Row(
        "do I, or not",
        r"(?:(?:pues|pero|y|oye|la verdad|es que) )*(?:no se|dudo|no tengo claro|no se yo) si (?:\S+ ){1,6}?o "
        r"(?:no|dejar\S*|esperar\S*|mejor|ir|pasar\S*|llamar\S*|visitar\S*|escribir\S*|mandar\S*)\b",
        "no sé si llamar a Vega o dejarlo",
    ),
)
_PIECE_ENDS = {".", ";", ":", "!", "?", ","}


def asked_spans(sentence: Sentence) -> list[Span]:
    """The tokens from each "¿" to its "?", or of the piece that a "?" ends."""
    spans: list[Span] = []
    for end, key in enumerate(sentence.keys):
        if key != "?":
            continue
        last = spans[-1][1] if spans else 0
        opened = [index for index in range(last, end) if sentence.key(index) == "¿"]
        parted = [index + 1 for index in range(last, end) if sentence.key(index) in _PIECE_ENDS]
        spans.append((opened[0] if opened else max(parted, default=last), end + 1))
    return spans


def is_but_asked(reading: Reading) -> bool:
    """Whether all that reads like a deed or a move is asked, and nothing outside tells that anything took place."""
    if ASKED.holds(reading.sentence.plain):
        return True
    spans = asked_spans(reading.sentence)
    if not spans or ENTRIES_ASKED_FOR.holds(reading.sentence.plain):
        return False
    deeds = [one.span[0] for one in reading.triggers if one.role is Role.DONE] + [one.span[0] for one in reading.moves]
    told = [one.span[0] for things in (reading.times, reading.durations, reading.channels) for one in things]
    asked = [index for index in deeds if any(first <= index < end for first, end in spans)]
    names = [one.span[0] for one in reading.mentions if not one.is_weak]
    is_headed = any(not any(first <= index < end for first, end in spans) for index in [*told, *names])
    return bool(asked) and len(asked) == len(deeds) and not is_headed
