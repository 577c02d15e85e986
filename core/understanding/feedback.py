"""Words that tell how it went or what they said: a deed beside them was done, whatever its own words leave open."""

from functools import cache

from core.understanding import common_verbs_es, conjugation_en, conjugation_es
from core.understanding.text import word_set
from core.understanding.verb_forms import Form

_TALK_ES = (
    "querer pedir decir necesitar gustar interesar aceptar comprar esperar faltar estar tener encantar preguntar "
    "confirmar rechazar dudar preferir pagar seguir poder deber haber parecer aprobar comentar quejar entender "
    "pensar saber convencer cuadrar encajar descartar autorizar valorar mostrar buscar reclamar firmar avisar contar "
    "explicar insistir exigir plantear solicitar desear requerir flipar alucinar dejar mirar estudiar agradecer "
    "recomendar proponer ofrecer avisar responder contestar llamar ver creer considerar tardar tirar soler pasar "
    "consultar"
)
_TALK_EN = (
    "want need like love say ask agree accept prefer hate expect confirm refuse reject wonder complain seem look think "
    "know find decide sound get consider approve order request mention insist claim worry"
)
_ALSO = word_set(
    """
    dice dicen dijo dijeron
    es son hecho hecha listo lista vista visto visitado
    fue fueron era eran ha han estan esta estaba estaban hay habia ok okay vale bien mal fatal genial
    perfecto nada
    contentos contento contenta encantados encantado encantada interesados interesado interesada satisfechos dudosos
    caro cara carisimo barato no sin gusto encanta gusta quedaron acordamos acordado salio ido todo contestan
    is are was were 's 're has have had keen happy unhappy interested good great fine bad well nothing liked loved
    agreed went didn't wasn't weren't doesn't don't isn't hadn't couldn't won't impressed pleased busy away out angry
    positive negative promising tough awkward no answer wasnt didnt shes hes theyre
    """
)


BEING = word_set("is are was were 's 're has had have es son fue era estaba estaban esta estan tiene tienen tenia")
"""What only says that they are somehow, or have something."""


@cache
def _words() -> frozenset[str]:
    """Forms of verbs that others do when one has talked with them."""
    told = {Form.THEY_PRESENT, Form.THEY_PAST}
    spanish = {
        word for verb in _TALK_ES.split() for word, forms in conjugation_es.conjugated(verb).items() if forms & told
    }
    english = {
        word
        for verb in _TALK_EN.split()
        for word, forms in conjugation_en.conjugated(verb).items()
        if forms & {Form.THEY_PRESENT, Form.PAST} or word == verb
    }
    return frozenset(spanish | english | _ALSO | common_verbs_es.of_others())


def tells_feedback(keys: list[str]) -> bool:
    """Whether these words say what came of it: `quieren precio`, `all fine`, `piden 5 %`."""
    known = _words()
    return any(key in known for key in keys)
