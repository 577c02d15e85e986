"""Questions, in Spanish and in English: nothing is logged from them."""

from core.understanding.others.rows import Row, Table, after, one_of
from core.understanding.others.words import ENTERING_EN, OPENING_EN

_OPENING = r"(?:[¿¡!,.] ?)*" + after(
    "oye, hola, hey, hi, hello, oiga, perdona, por favor, porfa, vale, ok, y, and, so, que tal, buenas, buenos dias, "
    "uf+, buf+, puf+, jo, joder, ay, madre mia, vaya, dios mio",
    ",!",
)
_QUESTION_WORD_ES = one_of(
    "cual, cuales, cuando, como, donde, cuanto, hace cuanto, desde cuando, cuanta, cuantos, cuantas, quien, quienes, "
    "con quien, a quien, a que, por que, de quien"
)
_AFTER_EXCLAIMING = one_of(
    "maj[oa], bien, mal, buen[oa]?, pesad[oa], simpatic[oa], seri[oa], amable, tal, el, la, los, las, un, una, al, ya, "
    r"apunt\w*, pon\w*, lo de, acabo, vengo, salgo, (?:me|nos) (?:ha|han)"
)
_DONE_ES = one_of(
    "llamado, visitado, estado, firmado, hablado, mandado, enviado, ido, perdido, ganado, aceptado, comprado, cerrado, "
    "recibido"
)
_SIGHED_AT_ES = one_of("calor, frio, dia, semana, manana, trafico, lluvia, asco, pereza, rollo")
_NOT_ASKED_ES = "(?! (?:sepas|conste|no se me))"
_BEGINNING_EN = one_of(
    "what, when, where, who, whose, which, how, why, do i, did i, does, do we, did we, do you, have i, have we, has, "
    "am i, is there, are there, is it, is the, is my, was that, was my, were we, are we, can i, can you show, "
    "can you tell, could you show, could you tell, will i, "
    "should i, shall i, what 's, who 's, where 's, when 's, how 's"
)
_AFTER_QUESTION_WORD_EN = one_of(
    "'s, is, are, was, were, did, does, do, many, much, long, often, old, come, about, time, day, have, has, can, "
    "should, named, made, will, would"
)
_ANSWERED_EN = one_of(
    "reply, replied, say, order, ordered, pay, paid, call, called, confirm, confirmed, sign, signed, get, send, sent, "
    "answer, come, buy, bought, agree, accept, still, ready, ok, back, in, around, available"
)

QUESTIONS = Table(
    Row(
        "a question word, unless it is when one was on the way",
        rf"{_OPENING}(?!cuando (?:ya )?(?:venia|veniamos|iba|ibamos|volvia|volviamos|salia|saliamos|estaba|estabamos|"
        rf"llegue|llegamos|pasaba|pasabamos|regresaba)\b[^?]*$){_QUESTION_WORD_ES}\b{_NOT_ASKED_ES}",
        "¿cuándo vi a Vega?",
    ),
    Row(
        "“que”, unless something is exclaimed or told",
        rf"{_OPENING}que(?! (?:{_AFTER_EXCLAIMING}|(?:he|hemos|han|ha) {_DONE_ES})\b)"
        rf"(?! {_SIGHED_AT_ES}\b[^?]*[.!] \S)\b{_NOT_ASKED_ES}",
        "qué tengo hoy",
    ),
    Row(
        "whether there is something to do",
        rf"{_OPENING}(?:tengo|tenemos|hay) (?:algo|alguna|algun|"
        r"que hacer(?= (?:(?:el |la |esta )?\S+ ?){,2}(?:\?|$)|$))\b",
        "tengo algo mañana",
    ),
    Row(
        "a small question that is announced",
        r"(?:(?:una )?(?:pregunta|duda|cosa|consulta)(?: (?:tonta|rapida|una cosa))? (?:[,:] )?)"
        r"(?:como|donde|que|cual|cuando|se puede|puedo|quien|hay|por que)\b",
        "una duda: cómo se borra una visita",
    ),
    Row("a question as English begins them", rf"{_OPENING}{_BEGINNING_EN}\b", "what do I have on today"),
    Row(
        "what somebody can do, unless an entry is asked for",
        rf"{OPENING_EN}(?:can|could|would|will) (?:you|u|anyone|someone|somebody|we|i|it|this)\b"
        rf"(?! (?:(?:ever|please|just|also|kindly) )*{one_of(ENTERING_EN)})",
        "can you read photos",
    ),
    Row(
        "a question word and its verb",
        rf"{OPENING_EN}(?:who|what|when|where|why|how|which|whose) {_AFTER_QUESTION_WORD_EN}\b",
        "hmm, where is my list",
    ),
    Row(
        "a verb first, with its mark",
        rf"{OPENING_EN}(?:does|do|did|is|are|was|were|has|have) "
        r"(?:anyone|anybody|someone|it|this|there|we|i|the|my|they|you)\b(?=.*\?)",
        "did they order again?",
    ),
    Row(
        "any news",
        rf"{OPENING_EN}(?:any|anything|anyone|anybody) (?:news|idea|chance|way|update|updates|from|on|for|know|else|"
        r"left|new)\b(?=.*\?|\S*$)",
        "any news from Kent?",
    ),
    Row(
        "a verb first, without its mark",
        r"(?:did|does|has|have|is) (?!(?:to|a|an|the|some|my|our|two|been|had|just|not|\d+)\b)(?:\S+ ){1,3}?"
        rf"{_ANSWERED_EN}\b[^,.;]*$",
        "did Kent confirm",
    ),
    Row(
        "what one was to do, or when it was, without its mark",
        rf"{OPENING_EN}(?:was i (?:supposed|meant|due|to)|(?:was|is) it (?:really |"
        rf"only )?(?:(?:on )?(?:mon|tues|wednes|"
        r"thurs|fri)day|yesterday|today|last|me|you|us|\S+ (?:or|that) )|(?:i 'm |i am |i |"
        r"just )*wonder(?:ing)? (?:did|does|"
        r"do|is|was|if|whether|what|who|when|where|has|have|should|would)|you know what)\b",
        "was it Tuesday I saw John",
    ),
    Row(
        "which one it is",
        rf"{OPENING_EN}(?:is|was|are|were) (?:\S+ ){{1,3}}?(?:the (?:one|ones|fella|guy|lad|woman|person|"
        rf"man)|still|not) "
        r"(?:who|that|at|in|with|from|the)\b",
        "is Tom the one who wanted the visit",
    ),
    Row(
        "told to be confirmed",
        rf"{OPENING_EN}(?:you|we|i|he|she|they) [^.;]*(?:(?:didn't|did n't|haven't|have n't|wasn't|"
        rf"weren't|hasn't|don't|aren't|are n't|"
        r"isn't|won't) (?:you|we|i|he|she|they)|, (?:right|yes|no|correct|yeah)(?= [?]))(?: [?])*$",
        "you visited Kent on Friday didn't you",
    ),
)
