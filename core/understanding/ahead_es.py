"""What lies ahead though something past is told with it: a duty that opens the message, what was moved to a day."""

import re
from dataclasses import replace

from core.understanding.clause_deeds import Deed
from core.understanding.entry_words import KIND_WORDS
from core.understanding.kinds import Role
from core.understanding.reading import Reading
from core.understanding.text import word_set

_DUTY = re.compile(
    r"(?:(?:y|pues|bueno|hoy|manana|ahora|luego|esta tarde|esta manana|que no se me olvide) (?:, )?)*"
    r"(?:(?:tengo|tenemos|hay|habra|tendre|tendremos|tenia) que|debo|debemos|me toca|toca|voy (?:para|a|hacia|de "
    r"camino)|vamos (?:para|a)|recuerdame|recordar|apuntame|anotame|agenda\w*)(?!\S)"
)
_OF_OTHERS = ("o", "aron", "ieron", "eron", "ado", "ido")
_OF_OURS = word_set("he hemos acabo acabamos vengo venimos hice tuve estuve")
_OFF = r"(?:cancelad|anulad|suspendid|aplazad|pospuest|desconvocad|caid)[oa]"
_APPOINTED = r"(?:reunion|visita|cita|comida|llamada|videollamada|demo|presentacion|cena|cafe)"
_CALLED_OFF = re.compile(
    rf"(?:(?:la|el|mi|al final|hoy|otra vez) )*"
    rf"(?:{_APPOINTED} (?:\S+ ){{0,4}}?{_OFF}|{_OFF} (?:(?:la|el|mi) )?{_APPOINTED})(?!\S)"
)
_MOVING = re.compile(
    r"(?:(?:se )?l[ao]s? )?(?:pasamos|paso|movemos|muevo|cambiamos|cambio|dejamos|dejo|ponemos|pongo|retrasamos|"
    r"corremos|corro|reprogramamos|reprogramo|reagendamos|reagendo|trasladamos|traslado|aplazamos|hacemos)"
)


def ours_beside_a_duty(done: list[Deed], coming: list[Deed], reading: Reading) -> list[Deed]:
    """Of what was done, only our own where a timed duty opens the message: "he de llamarla a las 3, *me pidió* …"."""
    opening = next((one for one in coming if one.time and one.trigger.role is Role.TO_DO), None)
    duty = _DUTY.match(reading.sentence.plain)
    if opening is None or duty is None or opening.trigger.span[0] >= reading.sentence.span(duty)[1]:
        return done
    return [one for one in done if one.clause.span[0] < opening.clause.span[0] or _is_of_ours(one, reading)]


def _is_of_ours(done: Deed, reading: Reading) -> bool:
    said = reading.sentence.keys[slice(*done.trigger.span)]
    return done.trigger.is_noun or bool(_OF_OURS.intersection(said)) or not said[-1].endswith(_OF_OTHERS)


def called_off_and_moved(deed: Deed, reading: Reading) -> Deed | None:
    """The appointment at its new time: "reunión cancelada con Ana, *la pasamos al 28 a las 11*"."""
    off = _CALLED_OFF.match(reading.sentence.plain)
    said = " ".join(reading.sentence.keys[slice(*deed.trigger.span)])
    if off is None or deed.time is None or not _MOVING.fullmatch(said):
        return None
    kinds = [KIND_WORDS[key] for key in off.group().split() if key in KIND_WORDS]
    return replace(deed, kind=kinds[0] if kinds else deed.kind)
