"""Misspelt words of time, deeds and stages mended: "juevs", "bisité", "yesteday" – but never a word of a name."""

from functools import cache

from core.understanding import dates_en, dates_es
from core.understanding.lexicon import COMMON
from core.understanding.spelling import Spelling
from core.understanding.world import World

_LONG_ENOUGH = 5
_WORDS = """manana pasado ayer anteayer mediodia primera semana quincena proximo
    llamar llame llamado llamada llamamos hablar hable hablado hablamos visitar visite visitado visita visitamos reunion reunirme enviar
    envie enviado mandar mande mandado correo volver quedamos quedado recuerdame presupuesto preparar telefono
    yesterday tomorrow fortnight morning afternoon evening called visited emailed phoned meeting spoke schedule remind
    visit follow quarter
    prospeccion cualificacion propuesta negociacion ganada perdida aplazada negotiation proposal qualification
    postponed prospecting minutos minutes euros""".split()


def mended(key: str, world: World) -> str:
    """The word of our grammar that `key` was meant for; `key` itself where it is right, a name, or nothing near."""
    if len(key) < _LONG_ENOUGH or key in COMMON or not key.isalpha():
        return key
    if world.account_names.has_word(key) or world.contact_names.has_word(key):
        return key
    return _nearest(key)


@cache
def _nearest(key: str) -> str:
    spelling = _spelling()
    if key in spelling:
        return key
    near = spelling.near(key)
    return near[0] if len(near) == 1 else key


@cache
def _spelling() -> Spelling:
    spelling = Spelling()
    long_names = [*dates_es.WEEKDAYS, *dates_es.MONTHS, *dates_en.WEEKDAYS, *dates_en.MONTHS]
    for word in {*_WORDS, *(name for name in long_names if len(name) >= _LONG_ENOUGH)}:
        spelling.add(word)
    return spelling
