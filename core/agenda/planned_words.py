"""How what was planned is spoken of where it is done: “the call planned”, “it was another call”."""

from core.i18n import N_, Translator
from core.people.founding import STANDARD_ACTIVITY_TYPES
from core.standard_names import activity_type_name

_STANDARD = dict(STANDARD_ACTIVITY_TYPES)
_PLANNED = {
    "call": N_("The call planned"),
    "visit": N_("The visit planned"),
    "meeting": N_("The meeting planned"),
    "email": N_("The e-mail planned"),
    "task": N_("The task planned"),
    "presentation": N_("The presentation planned"),
    "documentation": N_("The documentation planned"),
}
_ANOTHER = {
    "call": N_("It was another call"),
    "visit": N_("It was another visit"),
    "meeting": N_("It was another meeting"),
    "email": N_("It was another e-mail"),
    "task": N_("It was another task"),
    "presentation": N_("It was another presentation"),
}


def what_was_planned(type_key: str, type_name: str, translate: Translator) -> str:
    """“The call planned”, before the words for when; a kind that the company named itself goes by its name."""
    if _is_standard(type_key, type_name, translate):
        return translate(_PLANNED[type_key])
    kind = activity_type_name(type_key, type_name, translate)
    return translate(N_("{kind}, as planned"), {"kind": kind[:1].upper() + kind[1:]})


def it_was_another(type_key: str, type_name: str, translate: Translator) -> str:
    """“It was another call.”"""
    if type_key in _ANOTHER and _is_standard(type_key, type_name, translate):
        return translate(_ANOTHER[type_key])
    return translate(N_("It was something else"))


def _is_standard(type_key: str, type_name: str, translate: Translator) -> bool:
    if type_key not in _STANDARD:
        return False
    standard = translate(_STANDARD[type_key])
    return activity_type_name(type_key, type_name, translate) == standard[:1].lower() + standard[1:]
