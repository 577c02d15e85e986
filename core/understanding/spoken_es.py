"""What long Spanish dictation says to begin, to pause and to end, and no sign tells: "pues nada que …", "… vale"."""

import re

_FEWEST_WORDS = 9
"""What is shorter is typed, and says nothing by the way."""
_BEGINNING = re.compile(
    r"(?i)^(?:(?:a ver(?! (?:a|al|si|cu[aá]ndo|qu[eé]|qui[eé]n|c[oó]mo)\b)|"
    r"vale|bueno|pues(?: nada)?|bueno nada|oye|hola|venga|buenas(?: tardes| noches)?|"
    r"buenos d[ií]as|eh+|em+|mira(?! (?:a ver|si|t[uú]|el|la|los|las|lo)\b)|"
    r"(?:(?:el caso|la cosa|el tema|lo que pasa|la verdad) es|resulta) que|"
    r"se me (?:ha olvidado|olvid[oó]|hab[ií]a olvidado|ha pasado|pas[oó]) (?:apuntar|anotar|decir|poner|"
    r"registrar|meter) "
    r"que|te cuento(?: que)?|cuento|lo primero)[\s,.:;]+)+"
    r"(?:que\s+(?=(?:he|hemos|me|nos|ayer|hoy|el|la|esta|acabo|vengo|fui|estuve)\b))?"
)
_PAUSES = (
    (re.compile(r"(?i)(?:[\s,.;]+(?:y|pero))?[\s,.;]+pues nada(?: que(?! \w+[aei]r\b))?[\s,]+(?=\w)"), ", "),
    (
        re.compile(
            r"(?i)(?<!\bque)(?<!\bdice)(?<!\bdicen)(?<!\btodo)(?<!\bno)(?<!\bdicho)(?<!\by)(?<!\bcuanto)(?<!\blo)"
            r"[\s,]+vale(?: pues| entonces)?[\s,]+(?=(?:les?|las?|los?|se l[oa]s?|te|vas|el|ma[nñ]ana|yo|pues|entonces|"
            r"pasado)\b)"
        ),
        ", ",
    ),
    (
        re.compile(
            r"(?i)(?<=\w)\s+(?=(?:as[ií] que|total que|conque|con lo cual|o sea que|por cierto|de todas formas|"
            r"de todas maneras)\b)"
        ),
        ", ",
    ),
)
_ENDING = re.compile(
    r"(?i)(?<!\bque)(?<!\bdice)(?<!\bdicen)(?<!\btodo)(?<!\bno)(?<!\bdicho)[\s,.;]+"
    r"(?:vale|venga|y ya est[aá]|y ya|y eso es todo|eso es todo|y poco m[aá]s|hasta luego|un saludo)[\s.!]*$"
)


_GREETING = re.compile(
    r"(?i)^(?:(?:aupa|kaixo|egun on|epa|ieup|illo|quillo|ey|hola{2,}|hol[ai]s|wenas|buenass+|bon dia|bona tarda)"
    r"\b[\s,!.:]+)+(?=\S+ \S+ \S)"
)
"""How one greets in some region, before what is told: "aupa, el lunes …"."""
_ARROW = re.compile(
    r"(?i)\s*(?:-+>|=+>|→|➡️?|➜|➔)\s*(?=(?:propuesta|negociaci[oó]n|ganad[oa]|perdid[oa]|aplazad[oa]|pospuest[oa]|"
    r"[ck]ualificaci[oó]n|calificaci[oó]n|prospecci[oó]n)(?!\w))"
)
"""An arrow to a stage: "la pineda *->* propuesta"."""
_SHORT_HAVE = re.compile(r"(?i)\b(?:e|he)(?= \w+(?:[aií]d?o|[ií]do|echo|icho|isto|uesto|uelto|crito)\b)")
_SHORT_HAVE_WE = re.compile(r"(?i)\bemos(?= \w+(?:[aií]d?o|echo|icho|isto|uesto|uelto|crito)\b)")
_CLIPPED = re.compile(r"(?i)\b(he|hemos)( \w*[bcdfghjlmnprstvz])[ií]o\b")
"""A participle as it is said in the south: "he recogío"."""


def as_written(text: str) -> str:
    """`text` without what only begins and ends a dictation, and with a sign where its speaker but pauses."""
    text = _ARROW.sub(" a ", _GREETING.sub("", text))
    text = _CLIPPED.sub(r"\1\2ido", _SHORT_HAVE_WE.sub("hemos", _SHORT_HAVE.sub("he", text)))
    if text.count(" ") < _FEWEST_WORDS - 1:
        return text
    text = _ENDING.sub("", _BEGINNING.sub("", text))
    for pause, sign in _PAUSES:
        text = pause.sub(sign, text)
    return text
