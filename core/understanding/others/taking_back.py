"""How what was said before is taken back: "no, era con Marta", "correction: 45 min", "not Bill, Tracey"."""

import re

from core.understanding.others.rows import Row, Table, one_of
from core.understanding.text import Sentence

_WAS_ES = "era|fue|es|eran|fueron|quise decir|queria decir|quiero decir|digo|mejor"
_WAS_EN = "it was|that was|was|i meant|i mean|it 's|should be|make it"
_APPOINTMENT_ES = one_of("cita, visita, reunion, llamada, comida, demo")
_ENTRY_ES = one_of(
    "cita, visita, reunion, llamada, videollamada, comida, demo, nota, importe, duracion, entrada, registro, apunte"
)
_CONTACT_ES = r"(?:el|la) (?:contacto|nombre|apellido|encargad[oa])"
_CONTACT_EN = r"(?:the |our )?contact (?:at|for|of|in|from)"
_SAID_OF_A_CONTACT_ES = one_of(
    "contesta, coge, responde, esta, estaba, quiere, puede, viene, decide, sabe, tiene, hay, ha, me, nos, le, lo, se, "
    "llama, habla"
)
_SAID_OF_A_CONTACT_EN = one_of(
    "keen, in, available, interested, around, answering, sure, happy, there, here, free, back, yet, the"
)
"""What one may say of a contact that is no other name: "se llama Hugo, no *contesta*"."""
_TAKING_BACK_EN = one_of(
    "no, nope, nah, sorry, apologies, oops, whoops, ooops, wait, hang on, hold on, actually, correction, erratum, "
    "typo, my mistake, my bad, i meant, i mean, meant, "
    "ignore (?:that|this|the last (?:one|message|entry)|my last(?: message)?), scratch that, "
    "scrap (?:that|the last(?: one| entry)?|that last one), strike that, i got that wrong, got that wrong, "
    "(?:that|the last one|this|it) (?:was|is|'s) wrong"
)
_WRONG_EN = (
    r"(?:wrong(?= [,.:;!-])|wrong (?:one|name|person|account|client|customer|company|day|date|time|number|thing))"
)
_TAKEN_EN = rf"(?:{_TAKING_BACK_EN}|{_WRONG_EN})(?: [,.:;!-]+)* "
_THAT_ONE_EN = (
    r"(?:it|that|this|(?:the|that|my|this morning 's|yesterday 's|today 's) (?:last )?(?:one|call|visit|meeting|mail|"
    r"email|entry|log|lunch|chat|demo|amount|price|date|time))"
)
_LATE = (
    r"(?:sorry|apologies) (?:, )?(?:(?:that |if |this |it |i )+(?:is|'s|was|'m|am) (?:\S+ ){0,2}?(?:late|long|"
    r"short|rushed|"
    r"garbled|brief|slow)|for )\b"
)
"""An apology for the message itself takes nothing back."""

TAKING_BACK = Table(
    Row(
        "a no or a sorry, and what was",
        r"(?:no|perdon|perdona|sorry|oops|uy|me equivoque|corrijo|correccion|correction|wait|error|quise decir|"
        r"i meant|i mean)\b(?: [,.:])?(?: (?:no|no era|not))?(?: [,.])? "
        rf"(?:(?:{_WAS_ES}|{_WAS_EN})\b)",
        "no, era con Marta",
    ),
    Row(
        "a mistake is owned",
        r"(?:[mt]e (?:equivocaste|has equivocado|confundiste|has confundido)|me equivoque|me he equivocado|"
        r"me confundi|me he confundido|corrijo|correccion|rectifico|quise decir|queria decir|mejor dicho)\b",
        "me equivoqué, 45 minutos",
    ),
    Row(
        "it is made clear what it was",
        r"(?:aclaro|aclaracion|ojo|apunte mal)(?: [,:])?(?: que)? (?:lo|la|el) (?:\S+ ){1,5}?(?:fue|era)\b[^.;:]*, "
        r"no\b",
        "aclaro que lo de Marta fue llamada, no visita",
    ),
    Row(
        "a mistake is owned, in English",
        r"(?:my mistake|my bad|correction|i made a mistake|i got that wrong|scratch that|i meant|i mean|erratum|typo|"
        r"scrap that|strike that|ignore that|wrong one)\b",
        "scratch that, it was Kent",
    ),
    Row(
        "wait, it was",
        r"(?:actually|en realidad|no wait|wait|espera|sorry|perdon|perdona|oops|uy|no)(?: ,)? (?:it was|it 's|that was|"
        r"era|fue|should be|that should be|that should have been|it should be|make that|make it|no era|not|con|with)\b",
        "espera, fue una hora",
    ),
    Row("it was not", r"(?:no era|no fue|it was n't|it wasn't|that wasn't)\b", "no era Vega"),
    Row(
        "it was this, not that",
        r"(?:it was|that was|era|fue|eran) [^.;!]*(?:, | )(?:not|no|y no|instead of|en vez de)\b",
        "era Vega, no Duero",
    ),
    Row(
        "the last one was",
        r"(?:lo|la) (?:de antes|anterior|ultimo|ultima) (?:era|fue|no era)\b",
        "lo de antes era Vega",
    ),
    Row(
        "sorry, it was this and not that",
        r"(?:perdon|perdona|perdonad|disculpa|ojo|uy|ay|error|rectifico|sorry)\b.*\b(?:era|fue|eran|fueron|es|son|duro)"
        r"\b.*[,.] (?:y )?no (?:(?:de|a|el|la|los|las|con|en|por|era|eran) )*\S+(?: \S+)?(?: [.!])?$",
        "perdona, la reunión fue de dos horas, no de una",
    ),
    Row(
        "the visit was with somebody",
        r"(?:la|el) (?:visita|reunion|llamada|cita|comida|nota|importe|duracion)[^.;]* (?:era|eran) "
        r"(?!buen|mal|para|un)",
        "la visita de ayer era con Hugo",
    ),
    Row(
        "a no or a sorry in English, and what was",
        rf"(?!{_LATE})(?:{_TAKEN_EN})+(?:but )?(?:{_THAT_ONE_EN} )?(?:was|were|should|is|are|'s|make it|"
        rf"make that|not|wasn't|"
        r"isn't|with|for|at|on|n't|change|put|swap)\b",
        "no sorry, it was with Donna not Imran",
    ),
    Row("two such words", rf"(?:{_TAKEN_EN}){{2,}}", "oops, wrong one, Kent"),
    Row(
        "a question that is answered no",
        r"[^.;]*[?] (?:[?] )*no (?:, )?(?:that|it) (?:was|should)\b",
        "Kent? no it was Dover",
    ),
    Row(
        "that one was this, not that",
        rf"{_THAT_ONE_EN} (?:was|were|should (?:be|have been|read)) [^.;!?]* not \S+(?: \S+){{0,3}}(?: [.!])*$",
        "the last call was with Bill not Tracey",
    ),
    Row(
        "that one was not this",
        rf"{_THAT_ONE_EN} (?:wasn't|was not) (?:with|at|on|for|to|a|an|the|\d)[^.;!?]*[,.;] (?:it|that|but|was)\b",
        "that wasn't with Bill, it was Tracey",
    ),
    Row(
        "not this, it was that whom we saw",
        r"not (?:with |at |on |to )?\S+(?: \S+)? (?:, |but |- )+(?:it was|i meant|i mean|that was|"
        r"it 's) (?:with |at |on |to )?"
        r"\S+(?: \S+){0,3}?(?: (?:that )?(?:i|we) \S+(?: to| with)?)?(?: [.!])*$",
        "not Bill, it was Tracey I saw",
    ),
    Row(
        "not this, that",
        r"not (?:with |at |on |to )?\S+(?: \S+)? (?:, |but |- )(?:with |at |on |to )?\S+(?: \S+)?(?: [.!])*$",
        "not Bill, Tracey",
    ),
)
"""What mends the last entry."""

OF_WHAT_STANDS = Table(
    Row(
        "an entry is to be mended",
        rf"[^.;!?]*\b{_ENTRY_ES}\b.*\b(?:(?:corrig|corrij|correg|rectific)[aei]l[oa]|cambi[ae]n?l[aeo]|"
        r"(?:apunta|pon|deja)(?:lo|la) bien|modifical[oa]|arreglal[oa])\b"
        r"(?=(?: (?:a|por|que|la|de|, |[.!]|\d)|$))(?!.* (?:al|para el) )",
        "la visita de Hugo cámbiala a 45 minutos",
    ),
    Row(
        "mend it",
        r"\b(?:corrige(?:l[oa]|me)|corrija(?:l[oa]|me)|corregil[oa]|rectifical[oa]|corrige (?:eso|esto))(?!\S)",
        "eso no, corrígelo",
        anywhere=True,
    ),
    Row(
        "an entry was this, not that",
        rf"(?:(?:y|ojo|oye|a ver|mira|que|perdon) (?:, )?)*(?:la|el|lo de la|lo del) {_ENTRY_ES}\b[^;!?]* "
        r"(?:fue|fueron|era|eran|es|son|duro) [^;!?]*, (?:y )?no (?:fue |fueron |era |eran |es |duro )?(?:presencial|"
        r"telefonic[oa]|online|virtual|"
        r"(?:a|al|de|del|el|la|con|en|por|una?|media|los|las|\d+|visita|llamada|"
        r"reunion|correo) ?(?:\S+)?(?: \S+){0,3}?)"
        r"(?: [.!,;]|$)",
        "la reunión de ayer con Hugo fue por videollamada, no presencial",
    ),
    Row(
        "what was noted",
        r"(?:(?:y|ojo|oye|a ver|mira|perdon|en) (?:, )?)*(?:la|el|lo|los|las)(?: \S+){0,4}? que "
        r"(?:me )?(?:apuntaste|anotaste|pusiste|"
        r"registraste|guardaste|metiste|agendaste|(?:has|habeis|ha) (?:apuntado|anotado|puesto|registrado|guardado|"
        r"metido|agendado))(?!\S)",
        "la visita que apuntaste para Vega es el jueves",
    ),
    Row(
        "it is not to be noted",
        r"(?:(?:oye|espera|perdon|no|eh|y) (?:, )?)*no (?:me )?(?:lo |la )?(?:apuntes|anotes|pongas|registres|guardes|"
        r"metas|"
        r"apunte|anote|registre|guarde|apuntemos|agendes|agende)(?!\S)",
        "no apuntes eso así, que fue el miércoles",
    ),
    Row(
        "it stays as it is",
        r"\b(?:deja|dejal[oa]|dejel[oa]|dejemosl[oa]|que (?:siga|se quede)) (?:como|donde|tal (?:y )?como|igual que) "
        r"(?:esta|estaba)(?!\S)|\? (?:\? )*(?:no|mejor no|espera|uy)\b.*\bdejal[oa]\b",
        "Vega a negociación? no espera, déjala como está",
        anywhere=True,
    ),
    Row(
        "when an appointment is, not then",
        rf"(?:la|el) {_APPOINTMENT_ES}\b.* (?:es|era|sera) (?:a las?|el|con)\b.* , no (?:a|el|con|de)\b",
        "la cita con Vega es a las 5, no a las 4",
    ),
    Row(
        "what a contact is not called, and what it is",
        rf"{_CONTACT_ES} (?:de|del|en) [^.;]*?\bno (?:es|se llama|se escribe)(?: (?!, )\S+){{1,4}} (?:, )?"
        r"(?:pero |que )?(?:es|sino|se llama|se escribe) (?!a |muy )\S+(?: \S+){0,3}(?: [.!])*$",
        "el contacto de Vega no es Jabier con jota, es Xabier",
    ),
    Row(
        "what a contact is called, and what it is not",
        rf"{_CONTACT_ES} (?:de|del|en) [^.;,]*? (?:es|se llama|se escribe) (?:(?!, )\S+ ){{1,4}}(?:, )?(?:y )?"
        rf"no (?!{_SAID_OF_A_CONTACT_ES}\b)\S+(?: \S+)?(?: [.!])*$",
        "el contacto de Vega se llama Hugo, no Pablo",
    ),
    Row(
        "the same in English",
        rf"{_CONTACT_EN} [^.;]*?(?:is|'s) (?:called|named|spelt|spelled) (?:(?!, )\S+ ){{1,4}}(?:, )?(?:and )?"
        rf"not (?!{_SAID_OF_A_CONTACT_EN}\b)\S+(?: \S+)?(?: [.!])*$",
        "the contact at Kent is called Tracey not Stacey",
    ),
    Row(
        "what a contact is not called, in English",
        rf"{_CONTACT_EN} [^.;]*?(?:is not|isn't)(?: called| named)?(?: (?!, )\S+){{1,4}} (?:, |but )*"
        r"(?:it 's|it is|she 's|he 's|but) \S+(?: \S+)?(?: [.!])*$",
        "the contact at Kent isn't Tracey, it's Stacey",
    ),
    Row(
        "what was entered, and is wrong",
        r"(?:(?:why|wait|hey|no|sorry|but|oh) (?:, )?)*(?:(?:have |did )?(?:you|u)|you 've|youve) (?:have |'ve |had )?"
        r"(?:logged|put|saved|entered|noted|recorded|marked|booked|got (?:me|it|that|the)|have (?:me|it|that) down|me "
        r"down|duplicated)\b",
        "you've logged the Kent call twice",
    ),
    Row("the entry itself", r"(?:the|that|this|my) (?:\S+ ){0,2}?(?:entry|entries|log|record)\b", "the entry for Kent"),
    Row(
        "an entry, to be mended",
        r"(?:[^.;!?]*\b)?(?:call|visit|meeting|mail|email|entry|lunch|demo|chat|amount|"
        r"date)\b.*[,.;-] (?:so |please |pls |"
        r"can you |could you )*(?:fix|correct|amend|change|delete|remove|undo) (?:it|that|this|one)(?: (?:please|pls|"
        r"for me|ta|thanks|then|now))*(?: [.!])*$",
        "the call with Ann was 20 minutes, not 40, fix it please",
    ),
    Row(
        "some minutes of it, to be taken off",
        r"(?:take|knock|shave|add|put) (?:the |an? |another )?(?:\S+ )(?:minutes?|mins?|hours?|hrs?) (?:off|from|more "
        r"(?:on|to))\b",
        "take the 20 minutes off the Kent visit",
    ),
    Row(
        "as what it is to stand",
        r"(?:put|mark|set|have|change|log|save|that|the)\b[^.;!?]*\b(?:call|visit|meeting|mail|email|entry|lunch|demo|"
        r"chat)\b[^.;!?]*\b(?:down )?(?:as|to) [^.;!?]*(?:instead of|rather than|and not|not) \S+(?: \S+)?(?: [.!])*$",
        "put the Kent visit down as Tuesday instead of Wednesday",
    ),
    Row(
        "as what you can mark it",
        r"(?:the|that|this|yesterday 's|today 's) (?:\S+ )?(?:call|visit|meeting|mail|email|lunch|demo|chat)\b[^.;!?]*"
        r"\b(?:you can|should|can|needs to|has to|must) (?:be )?(?:down|mark|marked|put|logged|log|"
        r"saved?|entered|changed?|"
        r"set|deleted?|removed?)\b",
        "the call to Tom you can mark as an email",
    ),
    Row(
        "as long as it is to be",
        r"make (?:the|that|my) (?:\S+ ){0,3}?(?:call|visit|meeting|lunch|demo|chat)\b[^.;!?]*"
        r"\b(?:minutes?|mins?|hours?|hrs?|hour)\b",
        "make the Kent visit yesterday an hour instead of 40 minutes",
    ),
    Row(
        "what it should say",
        r"[^.;!?]* (?:should|ought to|is meant to|was meant to) (?:say|read)\b",
        "the Kent note should say 30 lifts",
    ),
    Row(
        "what of an entry is to be swapped",
        r"(?:swap|switch|change|replace|amend|correct) the (?:contact|account|customer|client|amount|"
        r"note|date|time|kind|"
        r"duration|name|opportunity) (?:on|of|for|in)\b",
        "swap the contact on the Kent visit to Emma",
    ),
    Row(
        "it was no such thing, but another",
        r"(?:the |that |my )?(?:\S+ )?(?:call|visit|meeting|mail|email|lunch|demo|chat|coffee)\b[^.;!?]* (?:wasn't|was "
        r"n't|was not|wasnt) (?:an? |in |on |with |for )[^.;!?]*[,;] (?:it was|but|that was)\b",
        "lunch with Emma wasn't a lunch, it was a call",
    ),
    Row(
        "as you have it",
        r"(?:the|that|my) (?:\S+ ){0,3}?(?:call|visit|meeting|mail|email|lunch|demo|"
        r"chat)\b[^.;!?]*\b(?:you have|you 've|"
        r"youve) (?:got )?(?:it |that )?(?:down|logged|in|as|put|saved)\b",
        "the Kent visit you've down for 3 was at 4",
    ),
    Row("what one never said", r"(?:but )?i (?:never|didn't|did n't) (?:say|said|mean|meant)\b", "I never said visit"),
    Row(
        "a move, and no move after all",
        r"[^.;!]* (?:to|lost|won)\b[^.;!?]*[?](?: [?!])* (?:(?:no|oh|ah|hmm+|actually) (?:, )?)*(?:wait|"
        r"hang on|hold on|"
        r"leave (?:it|that)|never mind|forget it|not yet)\b",
        "Kent to negotiation?? no wait, leave it",
    ),
)
"""What mends something that stands in the records: no entry, and not the last one's correction."""


def mends_an_entry(sentence: Sentence) -> bool:
    """Whether the sentence tells what something in the records was, or is to be: "la visita fue el lunes, no …"."""
    return OF_WHAT_STANDS.holds(sentence.plain)


def is_correction(sentence: Sentence) -> bool:
    """Whether the sentence takes back a part of what was said before: "No, era con Marta"."""
    return TAKING_BACK.holds(sentence.plain)


_TAKEN_BACK = re.compile(
    r"(?i)\b(?:no (?:era|fue|es|con)|not|wasn't|wasnt|isn't|en vez de|instead of|en lugar de)\b(?! (?:now|"
    r"yet)).*?(?=[,.;]|\bsino\b|\bbut\b|$)"
)


def without_taken_back(text: str) -> str:
    """A correction without what it takes back: "no era Norte, era Northgate" is about Northgate alone."""
    left = _TAKEN_BACK.sub(" ", text)
    return left if re.search(r"\w{3,}", re.sub(r"(?i)^\W*(?:no|perd[oó]n|sorry|era|fue)\b", "", left)) else text
