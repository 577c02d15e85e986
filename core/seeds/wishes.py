"""What a made-up firm's people did with their customers: a list of operations, thought out without a database."""

from collections.abc import Mapping
from datetime import date
from operator import attrgetter

from core.seeds.activities import activities
from core.seeds.book import Book, Wish
from core.seeds.customers import accounts, contacts
from core.seeds.firms import Firm
from core.seeds.leads import leads
from core.seeds.sales import opportunities

_PARTS = (accounts, contacts, opportunities, activities, leads)
"""In the order in which the dice are thrown for them."""


def wishes_of(firm: Firm, today: date, stages: Mapping[str, str], users: Mapping[str, str]) -> list[Wish]:
    """Everything about everybody's first customer, then about everybody's second…; the ids of stages by key, of users
    by e-mail.

    The same day gives the same wishes, so that some may be carried out now and the rest later.
    """
    book = Book(firm, today, stages, users)
    return sorted((wish for part in _PARTS for wish in part(book)), key=attrgetter("turn"))
