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


def as_written(text: str) -> str:
    """`text` without what only begins and ends a dictation, and with a sign where its speaker but pauses."""
    if text.count(" ") < _FEWEST_WORDS - 1:
        return text
    text = _ENDING.sub("", _BEGINNING.sub("", text))
    for pause, sign in _PAUSES:
        text = pause.sub(sign, text)
    return text
