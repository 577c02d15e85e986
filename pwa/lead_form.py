"""A lead as forms have it: the whole of it, or one field where its value stands."""

from typing import Any

from core.customers.countries import country_code, country_name
from pwa.forms import Form
from pwa.operations import tags_of
from pwa.visit import View

_TEXTS = ("person", "firm", "subject", "phone", "city")
_OPTIONAL = ("email", "source", "referred_by", "notes")
FIELDS = (*_TEXTS, *_OPTIONAL, "country", "tags")


def values_of(lead: View, locale: str) -> dict[str, Any]:
    """What the form's fields hold of a lead as `lead_facts` gives it."""
    return {
        **{name: lead[name] or "" for name in (*_TEXTS, *_OPTIONAL)},
        "phone": lead["phone_written"],
        "country": country_name(lead["country"], locale) if lead["country"] else "",
        "tags": ", ".join(lead["tags"]),
        "base": lead["revision"],
    }


def payload_of(form: Form) -> dict[str, Any]:
    """What an operation takes of the fields that the form has."""
    payload: dict[str, Any] = {name: form.text(name) for name in _TEXTS if name in form.fields}
    payload |= {name: form.text(name) or None for name in _OPTIONAL if name in form.fields}
    if "country" in form.fields:
        payload["country"] = country_code(form.text("country")) or None
    return payload | ({"tags": tags_of(form)} if "tags" in form.fields else {})


def typed(form: Form) -> dict[str, Any]:
    """What was typed, to be shown again."""
    return {name: values[0] for name, values in form.fields.items() if name in (*FIELDS, "base")}
