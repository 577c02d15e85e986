"""Where the page of a record is, by its kind; whatever leads there says it so."""

from collections.abc import Mapping

_FOLDERS: Mapping[str, str] = {
    "account": "accounts",
    "contact": "contacts",
    "lead": "leads",
    "opportunity": "opportunities",
    "activity": "activities",
    "document": "documents",
}


def page_of(kind: str, record_id: str) -> str:
    """The address of the record's page. Raises `LookupError` for a kind that has none; see `has_page`."""
    return f"/{_FOLDERS[kind]}/{record_id}"


def has_page(kind: str) -> bool:
    """Whether records of this kind have a page."""
    return kind in _FOLDERS
