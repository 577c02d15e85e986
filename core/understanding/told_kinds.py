"""What kind an entry without a verb is: its noun, the means, the place, or what is to be done again."""

import re

from core.understanding.clause_deeds import Deed
from core.understanding.deeds import Deeds
from core.understanding.entry_words import KIND_WORDS
from core.understanding.feedback import tells_feedback
from core.understanding.heads import find_head
from core.understanding.kind_said_es import kind_said
from core.understanding.kinds import Kind
from core.understanding.languages import is_english, is_spanish
from core.understanding.reading import Reading
from core.understanding.talk_en import UNANSWERED
from core.understanding.text import indexes
from core.understanding.towns_en import may_be_a_town

_AT = frozenset({"en", "at", "onsite", "in"})
_WITH = frozenset({"with", "con"})
_AGAIN = frozenset({"again", "back", "retry"})
_NOT_ANSWERED = re.compile(
    rf"(?<!\S)(?:{UNANSWERED}|voicemail|vm|voice message|message left|left (?:a |him a |"
    rf"her a )?(?:voice )?message)(?!\S)"
)
_RANG = re.compile(
    r"(?<!\S)(?:(?:he|she|they|who) )?(?:(?:then|just|has|have|'s) )*(?:rang|called|phoned|rung|(?<=he )rings|"
    r"(?<=he )calls|(?<=ey )call)"
    r"(?: (?:me|us|straight|right|back|again|today|earlier|in))*(?= (?:[,.;:-]|to say|asking|about|and|re|while|"
    r"when|as|this|on|earlier|just|saying|"
    r"wanting)|$)"
)
_BEEN_THERE = re.compile(
    r"(?<!\S)(?:was|were|been|spent|stayed) (?:(?:\S+ ){1,4})?(?:in there|there|on site|at theirs|at their place)(?!\S)"
)
_FACED = re.compile(
    r"(?<!\S)(?:showed (?:me|us)|walked (?:me|us)|took (?:me|us) (?:round|around|through)|in person|"
    r"gave (?:\S+ ){1,6}?a (?:hand|lift)|helped (?:\S+ ){1,5}?(?:unload|load|move|set|put|fit|install|unpack|"
    r"build|carry|"
    r"restock|merchandise|with the (?:stock|shelves|display|delivery|stand|unloading)))(?!\S)"
)


def kind_of_talk(deed: Deed, reading: Reading) -> Kind | None:
    """The kind of a deed; of a talk by no means that is said none ("talked to Ann"), of one to come a task."""
    said = " ".join(reading.sentence.keys[slice(*deed.trigger.span)])
    if deed.is_done and said.endswith("met") and _is_at_theirs(deed, reading):
        return Kind.VISIT
    if deed.kind is Kind.CALL and deed.is_done and _is_over_a_drink(deed, reading):
        return Kind.MEETING
    is_told = any(deed.clause.holds(one.span[0]) for one in reading.channels)
    if deed.is_done and not is_told and _ANSWERED.search(said):
        return None
    if deed.is_done and _TALK_ES.search(said) and reading.sentence.key(deed.trigger.span[1]) not in {"a", "al"}:
        return deed.kind if is_told or _PHONE.search(_words_of(deed, reading)) else None
    if deed.kind is not Kind.CALL or deed.trigger.is_noun or is_told or not _TALK.search(said):
        return deed.kind
    return None if deed.is_done else Kind.TASK if _IN_TOUCH.search(said) else deed.kind


_ANSWERED = re.compile(r"^(?:ya |por fin )?(?:me|nos) (?:(?:ha|han) )?(?:contest|respond)\w+$")
"""What they did by means that nobody tells."""


def _is_over_a_drink(deed: Deed, reading: Reading) -> bool:
    """Whether a talk that no means is told of was had at a table: "caught up with Ann *over a flat white*"."""
    piece = reading.sentence.plain[
        reading.sentence.place(deed.trigger.span[0]) : reading.sentence.place(deed.clause.span[1])
    ]
    return bool(_TALKED.match(piece) and _AT_A_TABLE.search(piece))


_TALKED = re.compile(
    r"(?:i |we |just |had |'d |a |quick |good |long )*(?:caught up|spoke|talked|chat|chatted|catch up|yarn|natter)\b"
)
_AT_A_TABLE = re.compile(
    r"\b(?:over|for) (?:(?:a|an|some|the|quick|lovely|nice|cup of|pot of|plate of|few|couple of|bite of) "
    r")*(?:coffees?|tea|"
    r"flat whites?|latte|cuppa|brew|pints?|beers?|wine|lunch|dinner|breakfast|brunch|drinks?|sandwich|scone|bite|"
    r"curry)\b"
)


def _words_of(deed: Deed, reading: Reading) -> str:
    first, end = (reading.sentence.place(index) for index in deed.clause.span)
    return reading.sentence.plain[first:end]


def _is_at_theirs(deed: Deed, reading: Reading) -> bool:
    """Whether one met somebody where they work: "met Ann *in Acme*", "met him *at their office*"."""
    firms = [
        one.span[0]
        for one in reading.mentions
        if one.accounts and deed.clause.holds(one.span[0]) and not may_be_a_town(one, reading)
    ]
    is_inside = any(reading.sentence.key(place - 1) == "in" for place in firms)
    place = reading.sentence.plain[reading.sentence.place(deed.trigger.span[1]) :]
    return is_inside or bool(_THEIR_PLACE.match(place))


_THEIR_PLACE = re.compile(
    r"(?:[^,.;]* )?(?:at|in) (?:their|his|her) (?:new )?(?:office|place|site|yard|shop|unit|works|depot)s?\b"
)
_PHONE = re.compile(r"(?<!\S)(?:telefono|movil|tel|tlf|telf|fijo|celular|celu)(?!\S)")
_IN_TOUCH = re.compile(
    r"\b(?:check(?:ing)? (?:in|with|back)|touch(?:ing)? base|circl(?:e|ing) back|"
    r"reach(?:ing)? out|in touch)\b"
)
_TALK_ES = re.compile(
    r"^(?!.*\b(?:no|sin|imposible|intento|intente|intentado|intentando)\b)(?:.*\b(?:habl|charl|convers|platic|platiqu|dialog)"
    r"(?:e|amos|ado|ando|ar)(?: (?:\S+ ){0,2}con)?|(?:(?:ya|hoy|ayer) )*(?:le|les) (?:he )?(?:dije|dicho|prometi|"
    r"prometido|explique|explicado|comente|comentado|conte|propuse|plantee|ofreci|adverti) a)$"
)
"""A talk by no means that is said; "hablé *al* hotel" is a call."""
_TALK = re.compile(
    r"\b(?:(?<!phone )(?<!telephone )(?:chat|natter|word|words|yarn|blether|conversation|convo|chinwag) with$)|"
    r"\b(?:acabo|acabamos|termino|terminamos)(?: con)?$|"
    rf"\b(?:(?:talked|spoke|spoken|talking|speaking|chatting) (?:to|with)|spoke|touched base|checked (?:in|with|"
    rf"back)|circled back)|"
    rf"{_IN_TOUCH.pattern}"
)


def kind_told(reading: Reading, deeds: Deeds) -> Kind | None:
    """The kind of an entry without a verb, None where nothing tells it."""
    if _NOT_ANSWERED.search(reading.sentence.plain):
        return Kind.CALL
    last = deeds.follow_up.clause.span[0] if deeds.follow_up else None
    if deeds.follow_up and _is_one_more(deeds.follow_up, reading) and not kind_said(reading, last):
        return deeds.follow_up.kind
    if is_spanish(reading.sentence) and (found := kind_said(reading, last) or _by_the_site(reading, deeds)):
        return found
    if not is_english(reading.sentence):
        return None
    return _said(reading, deeds) or _by_what_happened(reading, deeds) or _by_the_place(reading, deeds)


def _is_one_more(coming: Deed, reading: Reading) -> bool:
    """Whether what is to come is another of what was: "diez minutos. Sin tiempo. *Otra visita* el lunes"."""
    key = reading.sentence.key(coming.trigger.span[0])
    is_coming_back = coming.kind is Kind.VISIT and key in {"vuelvo", "volvere", "volvemos", "volveremos"}
    is_another = coming.trigger.is_noun and key in {"otra", "otro", "segunda", "nueva"}
    return bool(reading.durations) and (is_coming_back or is_another)


def _by_the_site(reading: Reading, deeds: Deeds) -> Kind | None:
    """A visit where it took its time on a site, or where the entry begins at a firm's: "en Quintanar, media hora"."""
    if reading.durations and _ON_SITE.search(reading.sentence.plain):
        return Kind.VISIT
    ends = [one.span[1] for one in reading.mentions if one.contacts and reading.sentence.key(one.span[0] - 1) == "con"]
    if reading.durations and any(
        _AT_A_PLACE.match(reading.sentence.plain, reading.sentence.place(end)) for end in ends
    ):
        return Kind.VISIT  # "con Cipriano *en el cebadero* 40 min"
    places = [one.span[0] for one in reading.mentions if one.accounts and deeds.clauses[0].holds(one.span[0])]
    words = [reading.sentence.key(index) for place in places[:1] for index in range(max(0, place - 2), place)]
    if places and _AT_THE_SITE_OF.search(reading.sentence.plain, 0, reading.sentence.place(places[0])):
        return Kind.VISIT  # "*en las oficinas de* Lozano ayer"
    if words == ["lo", "de"] and reading.sentence.keys[places[0] - 4 : places[0] - 2] in _BEING_AT:
        return Kind.VISIT  # "estoy *en lo de* Iriarte"
    before = [key for key in reading.sentence.keys[: places[0]] if not key.endswith("o")] if places else []
    is_theirs = tells_feedback(before) or before[:1] == ["no"]  # "han cambiado de jefe en Vega"
    return Kind.VISIT if "en" in words and not is_theirs else None


_AT_THE_SITE_OF = re.compile(
    r"^(?:(?:hoy|ayer|esta manana|esta tarde) )?en (?:la|el|las|los|su|sus) (?:oficinas?|nave|taller|almacen|obra|"
    r"tienda|"
    r"sede|fabrica|planta|instalaciones|despacho|local|finca|bodega|consulta|cocina) (?:nuev[oa] )?(?:de|del) "
    r"(?:(?:la|el|los|las) )?(?:\S+ )?$"
)
_BEING_AT = [[verb, "en"] for verb in ("estoy", "estamos", "estaba", "estabamos", "sigo", "seguimos")]
_AT_A_PLACE = re.compile(r"en (?:el|la|su|los|las) (?!telefono|movil|chat|bar|cafeteria|restaurante)[a-z]+")
_ON_SITE = re.compile(
    r"\ben (?:la |su )?(?:obra|fabrica|planta|nave|oficina|tienda|finca|taller|almacen|despacho|laboratorio|bodega)\b"
)


def _said(reading: Reading, deeds: Deeds) -> Kind | None:
    """The kind that a noun or a means tells: "20 min tlf Laura", "Vantor, intro call"; not that of the follow-up."""
    coming = deeds.follow_up.clause if deeds.follow_up else None
    nouns = [one.kind for one in reading.triggers if one.is_noun and not (coming and coming.holds(one.span[0]))] + [
        one.kind for one in reading.channels if one.kind
    ]
    if nouns:
        return nouns[0]
    end = max(find_head(reading).end, reading.durations[-1].span[1] if reading.durations else 0)
    taken = indexes(reading.mentions, reading.titles)
    keys = [key for index, key in enumerate(reading.sentence.keys[:end]) if index not in taken]
    return next((KIND_WORDS[key] for key in keys if key in KIND_WORDS), None)


def _by_what_happened(reading: Reading, deeds: Deeds) -> Kind | None:
    if _FACED.search(reading.sentence.plain):
        return Kind.VISIT
    if _RANG.search(reading.sentence.plain):
        return Kind.CALL
    if reading.durations and _BEEN_THERE.search(reading.sentence.plain):
        return Kind.VISIT
    coming = deeds.follow_up
    is_again = coming and _AGAIN.intersection(reading.sentence.keys[slice(*coming.trigger.span)])
    return coming.kind if coming and is_again and coming.kind is not Kind.TASK else None


def _by_the_place(reading: Reading, deeds: Deeds) -> Kind | None:
    """A visit where the entry begins at a firm's, a meeting where it took its time with somebody."""
    places = [one.span[0] for one in reading.mentions if one.accounts or one.contacts]
    places = [place for place in places if deeds.clauses[0].holds(place)]
    if not places:
        return None
    before = reading.sentence.keys[: places[0]]
    firms = [one.span[0] for one in reading.mentions if one.accounts and deeds.clauses[0].holds(one.span[0])]
    people = {one.span[1] for one in reading.mentions if one.contacts}
    for place in firms:
        at = next((index for index in range(max(0, place - 2), place) if reading.sentence.key(index) in _AT), None)
        if at is not None and (
            at not in people or reading.durations
        ):  # "Siobhan at the credit union" tells but whose she is
            return Kind.VISIT
    return Kind.MEETING if reading.durations and _WITH.intersection(before) else None
