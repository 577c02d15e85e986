"""What a made-up firm's people did, and what they plan."""

from collections.abc import Iterator

from core.seeds import words
from core.seeds.book import Book, Payload, Wish


def activities(book: Book) -> Iterator[Wish]:
    """Three of four are done."""
    done = book.firm.size.activities * 3 // 4
    for number in range(book.firm.size.activities):
        customer = book.a_customer()
        about = {
            "account_id": customer.id,
            "contact_id": book.dice.choice(customer.contacts) if customer.contacts else None,
            "opportunity_id": book.dice.choice(customer.opportunities) if customer.opportunities else None,
        }
        name, payload = ("activity.log", _done(book)) if number < done else ("activity.plan", _planned(book))
        yield book.wish(customer, name, {**about, **payload}, key=f"activity {number}")


def _done(book: Book) -> Payload:
    kind = book.dice.choice(("call", "call", "call", "visit", "visit", "email"))
    notes = words.VISIT_NOTES if kind == "visit" else words.CALL_NOTES
    day = book.workday(-book.dice.randrange(1, 120))
    return {
        "type": kind,
        "note": book.dice.choice(notes),
        "starts_at": book.hour_of(day),
        "minutes": book.dice.choice((5, 10, 15) if kind == "call" else (30, 45, 60)),
    }


def _planned(book: Book) -> Payload:
    kind = book.dice.choice(("call", "call", "visit", "visit", "email", "task", "meeting"))
    # A few are overdue, many are today and this week, the rest in the weeks to come.
    offset = book.dice.choice((-6, -3, -1, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 7, 9, 12, 15, 20, 30))
    day = book.workday(offset)
    return {
        "type": kind,
        "subject": book.dice.choice(words.PLANS[kind]),
        **({"starts_at": book.hour_of(day)} if kind in ("visit", "meeting", "call") else {"day": day.isoformat()}),
        "minutes": 60 if kind in ("visit", "meeting") else 15,
    }
