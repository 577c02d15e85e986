"""What a message says besides what it tells, and no colleague would keep: "im afraid", "task done", "sorry for
caps"."""

import re

from core.understanding.reading import Reading

_OPENING = re.compile(
    r"(?:(?:right|ok|okay|well|yes|yeah|so|um|er|ah|sure|listen|look|lookit|here|tell you what|jot this down|"
    r"anyways?|hiya|hi|morning|afternoon|grand|"
    r"(?:now )?(?:this (?:is|was|one is|one 's)|that 's) (?:for|from)(?= (?:this|yesterday|today|earlier|last)\b)|"
    r"(?:(?:a|it was a|what a|been a) )?(?:long|mad|busy|hectic|big|quiet)(?: (?:auld|old|aul|ould))? "
    r"(?:day|week|morning|one)(?: (?:of it|today))? (?:,|so|and)) (?:, )?)+"
)
"""What a message opens with before it tells anything: "right so", "long auld day so"."""
_THERE = (
    "".join(
        rf"(?<!{word} )"
        for word in (
            "was", "wasn't", "is", "isn't", "are", "aren't", "were", "weren't", "be", "been", "not", "get", "got", "go",
            "went", "out", "over", "in", "up", "down", "from", "back", "round", "'s", "'m", "'re", "and", "so", "but",
            "that", "who", "he", "she", "they", "we", "someone", "nobody", "everyone", "getting", "almost", "nearly",
            "right", "yet", "stuff", "working", "works", "still", "anyone", "people",
        )
    )
    + r"there(?: now| again| a minute ago| just now)?"
    r"(?= (?:about|re|regarding|and (?:he|she|they|it|i)|giving|looking|wanting|asking|to say|like a good|, )|$)"
)  # fmt: skip
"""The Irish "there" that but says that it was lately: "spoke to Mary *there* about the invoice"."""
_NOISE = re.compile(
    r"(?<!\S)(?:(?:i |we )?told(?= (?!(?:him|her|them)\b)[a-z]+ (?:i 'd|i 'll|id|ill|we 'd|i would|i will)(?!\S))|"
    r"(?<![a-z0-9,.;:!?-] )(?:right|alright|ok|okay|well|yeah|anyway)(?: (?:right|so|then|well|ok))*"
    r"(?= (?:i|we|he|she|they|just|that|been|had|went|called|rang|saw|met|popped|the)(?!\S))|"
    r"(?:would|will|could|can) (?:you|ya|u)(?: please)?(?= (?:[,.;!?]|$)|$)|would you ever|"
    r"(?:if|when) you (?:can|get a (?:chance|minute|sec))(?= (?:[,.;!?]|$)|$)|"
    r"(?:so |and )?log (?:that|it)(?= and)|(?:pencilled|penciled|booked|slotted|marked|down) in(?= (?:for|on|at)\b)|"
    rf"{_THERE}|(?:there )?like a good (?:man|woman|lad|girl|one)|"
    r"(?:and |so )*(?:put|stick|pop|get) (?:that|it|this) in for me|make a note of (?:that|it)(?= [,.;]|$)|"
    r"(?:please )?(?:put|stick|pop|add|enter|pencil|get)(?: (?:it|this|that|one))? (?:in|into|on) (?:my|the) (?:diary|"
    r"calendar)(?: (?:for me|please|that))*(?: [:-])?|(?:(?:for|in) (?:the|my) )?(?:diary|calendar)(?: "
    r"entry)?(?: [:-])|"
    r"i 'm afraid|im afraid|afraid to say|i 'm sorry to say|sorry to say|to be honest|tbh|to be fair|tbf|"
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
    if opening := _OPENING.match(reading.sentence.plain):
        spans.append(reading.sentence.span(opening))
    leading = {one.span[0] - 1 for one in reading.times if reading.sentence.key(one.span[0] - 1) in {"next", "this"}}
    return leading | {index for span in spans for index in range(*span)}
