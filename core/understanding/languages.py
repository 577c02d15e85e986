"""Which of the two languages a sentence is in, by its small and everyday words."""

from functools import lru_cache

from core.understanding import common_verbs_es, verbs_en, verbs_es
from core.understanding.common_nouns_es import COMMON_NOUNS
from core.understanding.everyday_en import EVERYDAY_EN
from core.understanding.states_es import STATES
from core.understanding.text import Sentence, word_set


def is_spanish(sentence: Sentence) -> bool:
    """Whether more of its words are Spanish than English; a sentence of names alone is taken for Spanish."""
    return _balance(sentence.plain) >= 0


def is_english(sentence: Sentence) -> bool:
    """Whether no more of its words are Spanish than English."""
    return _balance(sentence.plain) <= 0


@lru_cache(maxsize=1000)
def _balance(plain: str) -> int:
    every = plain.split()
    keys = [key for before, key in zip(["", *every], every, strict=False) if before != "&"]  # Duckett & Hare
    return sum(_is_spanish_word(key) for key in keys) - sum(_is_english_word(key) for key in keys)


def _is_spanish_word(key: str) -> bool:
    if key in verbs_en.GRAMMAR.function_words or key in EVERYDAY_EN or key in _OF_BOTH:
        return False
    return (
        key in _SMALL_ES
        or key in verbs_es.GRAMMAR.function_words
        or key in common_verbs_es.forms()
        or key in COMMON_NOUNS
        or key in STATES
    )


_SMALL_ES = word_set(
    "hoy ayer manana tarde lunes martes miercoles jueves viernes sabado domingo semana mes ano dia hora horas "
    "antes luego "
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre y o pero porque"
)
_OF_BOTH = word_set(
    "ok okay oki no me a he pie plan mail email demo zoom teams normal final total general hotel bar taxi"
)
"""Words of either language: they tell nothing."""


def _is_english_word(key: str) -> bool:
    return key in verbs_en.GRAMMAR.function_words or key in EVERYDAY_EN
