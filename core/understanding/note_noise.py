"""What a message says besides what it tells, and no colleague would keep: "im afraid", "task done", "sorry for
caps"."""

import re

from core.understanding.reading import Reading

_NOISE = re.compile(
    r"(?<!\S)(?:(?:i |we )?told(?= (?!(?:him|her|them)\b)[a-z]+ (?:i 'd|i 'll|id|ill|we 'd|i would|i will)(?!\S))|"
    r"(?<![a-z0-9,.;:!?-] )(?:right|alright|ok|okay|well|yeah|anyway)(?: (?:right|so|then|well|ok))*"
    r"(?= (?:i|we|he|she|they|just|that|been|had|went|called|rang|saw|met|popped|the)(?!\S))|"
    r"(?<![a-z0-9,.;:!?-] )(?:(?:right|alright|ok|okay|well|yes|yeah|so|um|er|hiya|hi|morning|afternoon) (?:, "
    r")?)+|i 'm afraid|im afraid|afraid to say|i 'm sorry to say|sorry to say|to be honest|tbh|to be fair|tbf|"
    r"if i 'm honest|"
    r"believe it or not|as you know|you know what|long story short|omg|lol|haha+|ha ha|happy days|get in|woohoo|woo "
    r"hoo|yay|"
    r"yippee|whoop whoop|just a quick one|quick one|kindly note(?: that)?|please note(?: that)?|just to say|just to "
    r"let you know|for the record|"
    r"(?:this is a |one )?task (?:done|complete|completed|for me|ticked off|closed)|(?:that 's |thats )?(?:job|task) "
    r"done|"
    r"(?:one |a |another )?to do(?: for me)?(?= [,.;:!)]|$)|for me to do|note to self|"
    r"sorry (?:for|about) (?:the )?(?:caps|spelling|typos|shouting|mess|delay|late (?:note|log|entry))(?: \S+){0,5}$|"
    r"(?<=rang )(?:me |us )?to say(?: that)?|(?<=called )(?:me |us )?to say(?: that)?|(?<=phoned )(?:me |us )?to "
    r"say(?: that)?|"
    r"(?:typed|sent|dictated) (?:this )?(?:from|in|on) (?:the |my )?(?:phone|van|car|train|lay ?by|road)|"
    r"(?:can't|cannot|cant) turn (?:it|them|this) off|so there (?:you go|we are)|there (?:you go|we are|you are)|"
    r"(?:motivo|razon|causa|reason) :(?= )|(?:y )?resumen (?:de|del dia(?: de)?)(?= hoy)|"
    r"(?:que )?no se me (?:olvide|olvida|pase|vaya a olvidar)(?= [,.;!]|$)|ni modo(?= [,.;!]|$)|"
    r"(?:(?:ayer|hoy) )?(?:(?:me )?olvide|se me (?:olvido|paso|ha olvidado|ha pasado)) (?:decir|apuntar|anotar|contar|"
    r"comentar|registrar)(?:les|te|le|os)?(?: que)?|"
    r"(?:, )?(?:por favor|porfavor|porfa)(?= [,.;!]|$)|(?<![a-z0-9,.;:] )(?:por favor|porfavor|porfa)|"
    r"que no se te (?:olvide|pase)(?= [,.;!]|$)|(?<![a-z0-9,.;:] )(?:a ver )?que no se me (?:olvide|pase)|"
    r"(?<![a-z0-9,.;:] )(?:(?:bueno|pues|hola|listo|che|vale|mira|oye|buenas tardes|buenas noches|buenos dias|buen "
    r"dia|buenas|nada|ok) (?:, )?)*(?:te|os|les|le) "
    r"(?:cuento|comento|resumo|informo|"
    r"reporto|dejo (?:registrado|anotado|apuntado|constancia))(?: rapido| rapidito)?|"
    r"that 's (?:it|all|me|the lot)(?: (?:for (?:now|today)|done))?(?= [,.;!]|$)|log (?:it|this|that)(?: please| "
    r"pls)?(?= [,.;!]|$))(?!\S)"
)


def noise(reading: Reading) -> set[int]:
    """The tokens of what a message says by the way."""
    spans = [reading.sentence.span(match) for match in _NOISE.finditer(reading.sentence.plain)]
    leading = {one.span[0] - 1 for one in reading.times if reading.sentence.key(one.span[0] - 1) in {"next", "this"}}
    return leading | {index for span in spans for index in range(*span)}
