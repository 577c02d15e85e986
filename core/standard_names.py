"""The words of a company's own lists (stages, kinds of activity, roles) in the reader's language.

What a company was founded with is said in the reader's language; what it renamed is as it wrote it.
"""

from functools import cache

from core.i18n import LOCALES, Translator, translator
from core.own_words import OwnWords, in_language
from core.people.founding import ROLE_NAMES, STANDARD_ACTIVITY_TYPES, STANDARD_PIPELINE, STANDARD_STAGES

_STAGES = {key: name for key, name, _, _ in STANDARD_STAGES}
_ACTIVITY_TYPES = dict(STANDARD_ACTIVITY_TYPES)


def stage_name(key: str, name: str, translate: Translator) -> str:
    """A stage's name; `key` and `name` as its row has them."""
    return _said(name, _STAGES.get(key), translate)


def stage_called(name: str, translate: Translator) -> str:
    """The same for a stage of which only the name is known."""
    key = next((key for key, standard in _STAGES.items() if name in in_all_languages(standard)), "")
    return stage_name(key, name, translate)


def activity_type_name(key: str, name: str, translate: Translator) -> str:
    """A kind of activity, as it stands within a sentence: “llamada”."""
    said = _said(name, _ACTIVITY_TYPES.get(key), translate)
    return said[:1].lower() + said[1:]


def role_name(key: str, name: str, translate: Translator) -> str:
    """A role's name."""
    return _said(name, ROLE_NAMES.get(key), translate)


def pipeline_name(name: str, translate: Translator) -> str:
    """A pipeline's name."""
    return _said(name, STANDARD_PIPELINE, translate)


def _said(name: str, standard: str | None, translate: Translator) -> str:
    if standard and not isinstance(name, OwnWords) and name in in_all_languages(standard):
        return translate(standard)
    return in_language(name, translate.locale)


@cache
def in_all_languages(standard: str) -> frozenset[str]:
    """How a word of ours is said in each of our languages."""
    return frozenset(translator(locale)(standard) for locale in LOCALES)
