"""For every operation: something that somebody of the cast may really do, in a firm where what it needs is made first.

A registered operation that is not here fails the tests that walk them all.
"""

from tests.builders.wishes import (
    agenda,
    changes,
    customers,
    documents,
    imports,
    leads,
    people,
    pipelines,
    sales,
    structure,
)
from tests.builders.wishes.changes import make_conflict
from tests.builders.wishes.given import DOCUMENT, REACHED
from tests.builders.wishes.registry import WISHES, Wish, wish_for

__all__ = [
    "DOCUMENT",
    "REACHED",
    "WISHES",
    "Wish",
    "agenda",
    "changes",
    "customers",
    "documents",
    "imports",
    "leads",
    "make_conflict",
    "people",
    "pipelines",
    "sales",
    "structure",
    "wish_for",
]
