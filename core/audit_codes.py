"""The codes that records hold, in the words that people read; by kind of record and field."""

from collections.abc import Mapping

from core.customers.account_kinds import KINDS
from core.customers.places import ADDRESS_LABELS, EMAIL_LABELS, PHONE_LABELS
from core.i18n import N_, Translator
from core.people.structure_view import PERMISSIONS, REACHES
from core.sales.lead_words import SOURCES, STATUSES
from core.sales.opportunity_filters import OUTCOMES

_STATES = {"planned": N_("planned"), "done": N_("done"), "cancelled": N_("cancelled")}
_REACHES = {reach.value: words for reach, words in REACHES.items()}
_CODES: Mapping[str, Mapping[str, str]] = {
    "activity.state": _STATES,
    "address.label": ADDRESS_LABELS,
    "email.label": EMAIL_LABELS,
    "phone.label": PHONE_LABELS,
    "account.kinds": KINDS,
    "lead.source": SOURCES,
    "lead.status": STATUSES,
    "opportunity.outcome": OUTCOMES,
    "stage.outcome": OUTCOMES,
    "role.sees": _REACHES,
    "role.edits": _REACHES,
    "role.permissions": {permission.value: words for permission, words in PERMISSIONS.items()},
}


def in_words(kind: str, field: str, value: str, translate: Translator) -> str:
    """`("activity", "state", "planned")` → `"planned"` in the reader's language; what is no code stays as it is."""
    words = _CODES.get(f"{kind}.{field}", {}).get(value)
    return translate(words) if words else value
