"""A made-up firm's opportunities, and how each came to the stage it is in."""

from collections.abc import Iterator
from datetime import timedelta

from core.seeds import words
from core.seeds.book import Book, Customer, Wish

_PATH = ("prospecting", "qualification", "proposal", "negotiation")
_ENDS = ("prospecting", "prospecting", "qualification", "qualification", "proposal", "proposal", "negotiation",
         "negotiation", "won", "won", "lost", "postponed")  # fmt: skip


def opportunities(book: Book) -> Iterator[Wish]:
    """In every stage, won and lost ones among them."""
    for number in range(book.firm.size.opportunities):
        customer = book.a_customer()
        end = _ENDS[number % len(_ENDS)]
        age = book.dice.randrange(20, 120)
        closed = end in ("won", "lost")
        close = book.today + timedelta(
            days=book.dice.randrange(-12, 120) if not closed else -book.dice.randrange(1, 15)
        )
        opportunity = book.id_of(f"opportunity {number}")
        yield book.wish(
            customer,
            "opportunity.create",
            {
                "id": opportunity,
                "title": book.dice.choice(words.PRODUCTS),
                "account_id": customer.id,
                "contact_id": customer.contacts[0] if customer.contacts else None,
                "amount": book.dice.randrange(8, 480) * 10_000,
                "expected_close": close.isoformat(),
            },
            key=f"opportunity {number}",
            ago=age,
        )
        yield from _moves(book, customer, number, end, age)
        if not closed:
            customer.opportunities.append(opportunity)


def _moves(book: Book, customer: Customer, number: int, end: str, age: int) -> Iterator[Wish]:
    """By which it came from the first stage to where it is."""
    steps = _PATH[1 : _PATH.index(end) + 1] if end in _PATH else (*_PATH[1 : book.dice.randrange(2, 5)], end)
    for step, stage in enumerate(steps, start=1):
        reasons = {"lost": words.LOST_REASONS, "postponed": words.POSTPONED_REASONS}.get(stage)
        yield book.wish(
            customer,
            "opportunity.move",
            {
                "id": book.id_of(f"opportunity {number}"),
                "stage_id": book.stages[stage],
                "reason": book.dice.choice(reasons) if reasons else None,
            },
            key=f"opportunity {number} to {stage}",
            ago=max(age - age * step // (len(steps) + 1), 1),
        )
