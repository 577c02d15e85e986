"""A made-up firm's leads."""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from core.folding import fold
from core.seeds import words
from core.seeds.book import Book, Customer, Payload, Wish

_ENDS = ("new", "new", "assigned", "working", "working", "qualified", "qualified", "recycled", "dead", "dead")
_SOURCES = ("referral", "web", "phone", "mail", "fair", "fair", "campaign")


def leads(book: Book) -> Iterator[Wish]:
    """In every state; some of them of a firm that is a customer already."""
    taken: set[str] = set()
    # Of its own, so that what was made before there were leads stays as it was.
    draw = random.Random(f"{book.firm.key} leads")  # noqa: S311 - the same demo every time
    for number in range(book.firm.size.leads):
        end = _ENDS[number % len(_ENDS)]
        unit, towns = draw.choice(book.firm.units)
        owner = draw.choice(book.sellers[unit])
        facts, age = _facts(book, draw, number, towns, taken)
        # They come with what else there is of their owner's first customers.
        customer = Customer("", owner, number // 2)
        maker = book.firm.people[0].email if end == "assigned" else owner
        made = book.wish(customer, "lead.create", facts, key=f"lead {number}", ago=age)
        yield Wish(made.turn, maker, made.operation)
        if end == "assigned":
            payload = {"id": facts["id"], "owner_id": book.users[owner]}
            given = book.wish(customer, "lead.assign", payload, key=f"lead {number} given", ago=age - 1)
            yield Wish(given.turn, maker, given.operation)
        elif end != "new":
            yield book.wish(customer, *_end_of(draw, end, facts), key=f"lead {number} {end}", ago=age // 2)


def _facts(
    book: Book, draw: random.Random, number: int, towns: Sequence[words.Town], taken: set[str]
) -> tuple[Payload, int]:
    """What is known of it, and how many days ago it came."""
    sector = draw.choice(tuple(words.TRADES))
    town, _, _, _, _, prefix = draw.choice(towns)
    name = draw.choice(words.TRADES[sector]).format(s=draw.choice(words.SURNAMES), x=draw.choice(words.PLACES))
    firm = "" if number % 7 == 6 or name in taken else name  # noqa: PLR2004
    taken.add(name)
    person = f"{draw.choice(words.GIVEN_NAMES)} {draw.choice(words.SURNAMES)} {draw.choice(words.SURNAMES)}"
    subject = draw.choice(words.LEAD_SUBJECTS)
    age = draw.randrange(3, 60)
    facts = {
        "id": book.id_of(f"lead {number}"),
        "person": person,
        "firm": firm,
        "subject": subject,
        "phone": f"{prefix}{draw.randrange(100_000, 999_999)}",
        "email": f"{fold(person).replace(' ', '.')}@correo{number % 7}.es" if number % 3 else None,
        "city": town,
        "source": draw.choice(_SOURCES),
        "referred_by": draw.choice(words.GIVEN_NAMES) if number % 5 == 0 else None,
        "tags": draw.choice(([], ["Feria 2026"], ["Urgente"])),
        "notes": draw.choice(words.LEAD_NOTES) or None,
    }
    return facts, age


def _end_of(draw: random.Random, end: str, facts: Mapping[str, Any]) -> tuple[str, Payload]:
    lead = facts["id"]
    if end == "qualified":
        made = {"title": facts["subject"], "amount": draw.randrange(8, 300) * 10_000}
        account = {"new_account": facts["firm"]} if facts["firm"] else {}
        return "lead.qualify", {"id": lead, "new_contact": facts["person"], **account, "new_opportunity": made}
    if end in ("recycled", "dead"):
        reason = draw.choice(words.LOST_REASONS)
        return "lead.discard", {"id": lead, "reason": reason, "recycle": end == "recycled"}
    return "lead.begin", {"id": lead}
