"""What sort of file a document is, by its media type: how it is shown, and by what lists are filtered."""

from collections.abc import Mapping

from core.documents.queries import PICTURES, SOUNDS
from core.i18n import N_

KINDS: Mapping[str, str] = {
    "picture": N_("Picture"),
    "pdf": N_("PDF"),
    "sound": N_("Recording"),
    "text": N_("Text"),
    "other": N_("Other"),
}
TEXTS = frozenset({"text/plain", "text/csv", "text/markdown", "application/json"})
"""What is shown as it is."""
_PDF = frozenset({"application/pdf"})
_TYPES: Mapping[str, frozenset[str]] = {"picture": PICTURES, "pdf": _PDF, "sound": SOUNDS, "text": TEXTS}


def kind_of(media_type: str) -> str:
    """One of `KINDS`."""
    return next((kind for kind, types in _TYPES.items() if media_type in types), "other")


def types_of(kind: str) -> frozenset[str]:
    """The media types of a kind; none for what is neither of the others."""
    return _TYPES.get(kind, frozenset())
