"""Words that tell how it went or what they said: a deed beside them was done, whatever its own words leave open."""

from functools import cache

from core.understanding import common_verbs_es, conjugation_en, conjugation_es, talk_en
from core.understanding.text import word_set
from core.understanding.verb_forms import Form

_TALK_ES = (
    "querer pedir decir necesitar gustar interesar aceptar comprar esperar faltar estar tener encantar preguntar "
    "confirmar rechazar dudar preferir pagar seguir poder deber haber parecer aprobar comentar quejar entender "
    "pensar saber convencer cuadrar encajar descartar autorizar valorar mostrar buscar reclamar firmar avisar contar "
    "explicar insistir exigir plantear solicitar desear requerir flipar alucinar dejar mirar estudiar agradecer "
    "recomendar proponer ofrecer avisar responder contestar llamar ver creer considerar tardar tirar soler pasar "
    "consultar liquidar abonar depositar transferir encargar ampliar sustituir cancelar fusionar"
)
_ALSO_ES = word_set(
    """
    dice dicen dijo dijeron
    es son hecho hecha listo lista vista visto visitado
    fue fueron era eran ha han estan esta estaba estaban hay habia ok okay vale bien mal fatal genial
    perfecto nada
    contentos contento contenta encantados encantado encantada interesados interesado interesada satisfechos dudosos
    caro cara carisimo barato no sin gusto encanta gusta quedaron acordamos acordado salio ido todo contestan
    """
)


BEING = word_set("is are was were 's 're has have had es son fue era estaba estaban esta estan tiene tienen tenia")
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
        for verb in talk_en.SAYING.split()
        for word, forms in conjugation_en.conjugated(verb).items()
        if forms & {Form.THEY_PRESENT, Form.PAST} and word != verb
    }
    also = word_set(talk_en.WANTING) | word_set(talk_en.STATES) | word_set(talk_en.TO_THE_VERDICT)
    return frozenset(spanish | (english - word_set(talk_en.ALSO_NOUNS)) | also | _ALSO_ES | common_verbs_es.of_others())


@cache
def _talk_es() -> frozenset[str]:
    """Spanish forms of what others do in a talk."""
    told = {Form.THEY_PRESENT, Form.THEY_PAST}
    return frozenset(
        word for verb in _TALK_ES.split() for word, forms in conjugation_es.conjugated(verb).items() if forms & told
    )


def says(keys: list[str]) -> bool:
    """Whether these Spanish words before a name make it the one who speaks: `pide precio Sergi`, `me ha dicho Ana`."""
    return any(key in _talk_es() or key in _SAID_ES for key in keys)


_SAID_ES = word_set(
    "dicho pedido comentado contado confirmado escrito preguntado llamado contestado avisado dijo dice dicen "
    "coge cogen cogio contesta contestan contesto responde responden atiende atendio"
)


@cache
def _beside_a_name() -> frozenset[str]:
    """Forms that tell where a name does them: `orders 20 more`, `asking for a copy`."""
    gerunds = {
        word
        for verb in talk_en.SAYING.split()
        for word, forms in conjugation_en.conjugated(verb).items()
        if Form.GERUND in forms
    }
    return frozenset(gerunds | word_set(talk_en.ALSO_NOUNS))


_NAMES_IN_ING = word_set(talk_en.NOUNS_IN_ING)


def tells_feedback(keys: list[str]) -> bool:
    """Whether these words say what came of it: `quieren precio`, `all fine`, `piden 5 %`."""
    known = _words()
    return any(key in known for key in keys)


def is_told_of(key: str) -> bool:
    """Whether the word right after a name makes the name the subject of what came of it."""
    return key in _words() or key in _beside_a_name() or (key.endswith("ing") and key not in _NAMES_IN_ING)


def is_past(key: str) -> bool:
    """Whether the word has the form of an English past, whatever the verb."""
    return key.endswith("ed") and key.isalpha() and key not in _NO_PASTS


def is_our_past(key: str) -> bool:
    """Whether a sentence may begin with it to tell what we did: "showed Linda the oven"."""
    return is_past(key) or key in _IRREGULAR_PASTS


_NO_PASTS, _IRREGULAR_PASTS = word_set(talk_en.NO_PASTS), word_set(talk_en.IRREGULAR_PASTS)
