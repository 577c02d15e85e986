"""Lists of words that several tables share, as patterns."""

from core.understanding.others.rows import after, one_of

CALLING_ES = r"(?:[¿¡] ?)?" + after("oye, hola, por favor, porfa")
"""What one begins with in Spanish: "oye, por favor"."""
OPENING_ES = r"(?:[¿¡] ?)?" + after(
    "oye, oiga, hola, ey, eh, buenas, buenos dias, perdona, por favor, porfa, vale, ok, y", ",!"
)
"""The same, greetings among it."""
OPENING_EN = r"(?:hmm+ |um+ |er+ |lol |haha+ |ok |hey |hi |, )*"
"""What one begins with before asking or ordering the bot."""
ENTERING_EN = (
    "remind, log, book, schedule, add, put, note, set, record, save, diarise, arrange, create, plan, "
    "pencil, jot, stick, pop, mark, throw, slot, get me, move, change, put down"
)
"""What the bot is asked for where an entry is meant: "can you *book* …"."""
APPOINTMENT_ES = one_of("reunion, visita, cita, llamada, comida, demo, videollamada")
APPOINTMENT_EN = one_of(
    "call, meeting, visit, demo, lunch, appointment, coffee, breakfast, dinner, zoom, session, training"
)
THE_APP_IS_BAD = r"\b.*\b" + one_of(
    "mal, fatal, no (?:va|funciona|entiende|sirve), lento, lenta, mierda, useless, broken, slow, bad, doesn't, "
    "not work, rubbish, crashes, wrong"
)
"""What is said of the app, whichever language its name is in."""
_RELATIVES_ES = (
    "madre, padre, padres, hij[oa]s?, mujer, marido, pareja, novi[oa], suegr[oa]s?, herman[oa]s?, abuel[oa]s?, "
    "cunad[oa]s?, sobrin[oa]s?, prim[oa]s?, vecin[oa]s?, familia, nin[oa]s?, peques?, cri[oa]s?"
)
RELATIVE_ES = one_of(_RELATIVES_ES)
ONES_OWN_ES = one_of(
    f"{_RELATIVES_ES}, ti[oa]s?, perr[oa]s?, gat[oa]s?, casa, piso, santo, cumple, cumpleanos, boda, coche, moto, "
    "amig[oa]s?, colegas?"
)
"""Relatives, and what else one calls "mi"."""
