"""Appointments that did not take place or were moved: nothing was done, and what is new is not told by it."""

from core.understanding.others.rows import Row, Table, one_of
from core.understanding.others.words import APPOINTMENT_EN, APPOINTMENT_ES

_WITH_PRESENTATION_ES = one_of(f"{APPOINTMENT_ES}, presentacion")
_NOT_HELD_ES = (
    r"(?:no se (?:celebro|hizo|dio|pudo hacer|ha celebrado|ha hecho|llego a \w+)|no tuvo lugar|no hubo|"
    r"(?:se|fue|ha sido|quedo|esta) (?:cancelo|anulo|suspendio|cancelada|anulada|suspendida|ha cancelado|ha anulado|"
    r"ha suspendido|ha caido|cae|cancela|anula)|"
    r"(?:me|nos) (?:la )?(?:han |ha )?(?:cancelaron|cancelo|anularon|cancelado|anulado))"
)
_MOVES_ES = r"(?:pasa|se pasa|pasada|se mueve|se retrasa|se adelanta|se cambia|cambia|movida|retrasada)"
_OFF_EN = one_of("postponed, cancelled, canceled, called off, put off, rearranged, scrapped")
_TOLD_AFTER_EN = (
    r"(?:\d|\b(?:instead|re ?book\w*|rearrang\w*|new date|call|ring|visit|mon|tue|wed|thu|fri|monday|tuesday|"
    r"wednesday|thursday|friday|tomorrow|next|spoke|rang)\b)"
)

CALLED_OFF = Table(
    Row(
        "it was not held",
        rf"[^;!?]*\b{_WITH_PRESENTATION_ES}\b[^.;,!?]* (?:al final )?{_NOT_HELD_ES}(?: [^,.;]*)?(?: [.!])*$",
        "la reunión con Vega no se celebró",
    ),
    Row(
        "called off, and which",
        rf"(?:(?:al final|hoy|ya) )?(?:cancelad|anulad|suspendid|desconvocad)[oa] (?:la|el|mi|una) "
        rf"{_WITH_PRESENTATION_ES}\b[^.;]*(?: [.!])*$",
        "cancelada la visita a Vega",
    ),
    Row(
        "somebody has called it off",
        r"(?:(?:hoy|ayer|al final|ahora|vaya) )?(?:\S+ ){1,4}?(?:(?:me|nos) )?(?:la )?(?:ha|han) "
        r"(?:cancelado|anulado|suspendido)(?: (?:la|el|lo)(?: de)? (?:\S+ ?){1,3})?(?: (?:hoy|de hoy|manana))?"
        r"(?: [.!])*$",
        "Vega me ha cancelado la reunión",
    ),
    Row(
        "somebody calls it off",
        r"(?:\S+ ){1,3}?(?:cancela|anula|suspende) (?:la|lo|mi)\b[^,.;]*$",
        "Vega cancela la visita",
    ),
    Row(
        "it moves",
        rf"(?:(?:la|mi|nuestra|el) )?{APPOINTMENT_ES}\b[^.;,!?]* {_MOVES_ES} (?:al?|para|de)\b",
        "la visita a Vega pasa al martes",
    ),
    Row(
        "it is to be moved",
        rf"(?:pasa|mueve|cambia|retrasa|adelanta) (?:la|mi) {APPOINTMENT_ES}(?: \S+){{0,5}}? (?:al?|para|de)\b",
        "mueve la visita de Vega al martes",
    ),
    Row(
        "which, and it is to be moved",
        rf"(?:la|mi|el) {APPOINTMENT_ES}\b[^.;!?]* (?:pasal|muevel|cambial|retrasal|adelantal|pasel|muevel|cambiel|"
        r"movel|correl)[oa] (?:al?|para|de)\b",
        "la visita de Vega pásala al martes",
    ),
    Row(
        "it waits",
        r"(?:la|el) (?:cita|visita|reunion|llamada|comida|demo)\b[^,.;]* (?:queda|quedo|sigue|esta) pendiente"
        r"(?: [.!])*$",
        "la visita a Vega queda pendiente",
    ),
    Row(
        "an answer is waited for",
        r"pendiente de (?:que|respuesta|contestacion|noticias)\b[^,.;]*$",
        "pendiente de respuesta",
    ),
    Row(
        "we were to, but",
        r"(?:i |we )?(?:(?:was |were )?(?:supposed|meant|due|going|hoping|planning)|was|were) to "
        r"(?!come over|be fair|be honest).* but\b",
        "was supposed to see Kent but no",
    ),
    Row(
        "they cannot then",
        r"(?:(?:no|oh|and|so|sorry) )*(?:(?!(?:i|we|they)\b)\S+ ){1,4}?(?:can't|cannot|couldn't|"
        r"isn't able to) (?:do|make|manage) "
        r"(?:our |the |this |next )?(?:(?:on )?(?:mon|tues|wednes|thurs|fri)day|tomorrow|today|then|the \d\S*|it|"
        r"\S+ meeting|meeting|call|demo|\d+)(?: (?:now|after all|any ?more|morning|afternoon|meeting|demo|"
        r"call))*(?: [.!])*$",
        "Ann can't do Thursday now",
    ),
    Row(
        "it was called off, in English, and no new day is told",
        rf"(?:\S+ ){{0,3}}?{APPOINTMENT_EN}\b[^.;,!?]* (?:is |was |has been |got |been )?{_OFF_EN}(?: [^.;,]*)?"
        rf"(?: [,-] (?!.*{_TOLD_AFTER_EN})[^.;]*)?(?: [.!])*$",
        "Kent meeting cancelled",
    ),
)
