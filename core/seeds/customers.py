"""A made-up firm's accounts, and the people there."""

import re
from collections.abc import Iterator

from core.folding import fold
from core.seeds import words
from core.seeds.book import Book, Customer, Payload, Wish


def accounts(book: Book) -> Iterator[Wish]:
    """Firms of every trade, where the sellers of a unit are."""
    taken: set[str] = set()
    for number in range(book.firm.size.accounts):
        unit, towns = book.dice.choice(book.firm.units)
        sector = book.dice.choice(tuple(words.TRADES))
        name = _firm_name(book, sector, taken)
        town = book.dice.choice(towns)
        owner = book.dice.choice(book.sellers[unit])
        customer = Customer(book.id_of(f"account {number}"), owner, book.turns[owner])
        book.customers.append(customer)
        book.turns[owner] += 1
        facts = _facts(book, customer, name, sector, town)
        yield book.wish(customer, "account.create", facts, key=f"account {number}", ago=book.dice.randrange(200, 900))


def _firm_name(book: Book, sector: str, taken: set[str]) -> str:
    while True:
        pattern = book.dice.choice(words.TRADES[sector])
        name = pattern.format(s=book.dice.choice(words.SURNAMES), x=book.dice.choice(words.PLACES))
        name += book.dice.choice(words.LEGAL_FORMS) if sector != "Colectividades" else ""
        if name not in taken:
            taken.add(name)
            return name


def _facts(book: Book, customer: Customer, name: str, sector: str, place: words.Town) -> Payload:
    town, province, postcode, latitude, longitude, prefix = place
    domain = re.sub(r"[^a-z0-9]", "", fold(name.split(",", maxsplit=1)[0])) + ".es"
    return {
        "id": customer.id,
        "name": name,
        "kinds": [book.dice.choice(("customer", "customer", "customer", "prospect"))],
        "sector": sector,
        "tax_id": f"B{book.dice.randrange(10_000_000, 99_999_999)}",
        "website": f"www.{domain}",
        "phones": [{"number": f"{prefix}{book.dice.randrange(100_000, 999_999)}", "label": "office"}],
        "emails": [{"address": f"info@{domain}"}],
        "addresses": [
            {
                "label": "visit",
                "street": f"{book.dice.choice(words.STREETS)}, {book.dice.randrange(1, 120)}",
                "postcode": f"{postcode}{book.dice.randrange(10, 60)}",
                "city": town,
                "region": province,
                "country": "ES",
                "latitude": round(latitude + book.dice.uniform(-0.03, 0.03), 5),
                "longitude": round(longitude + book.dice.uniform(-0.03, 0.03), 5),
            }
        ],
    }


def contacts(book: Book) -> Iterator[Wish]:
    """One at every account as far as they go, the rest by chance."""
    for number in range(book.firm.size.contacts):
        customer = book.customers[number] if number < len(book.customers) else book.a_customer()
        given = book.dice.choice(words.GIVEN_NAMES)
        family = f"{book.dice.choice(words.SURNAMES)} {book.dice.choice(words.SURNAMES)}"
        local = fold(f"{given} {family}").replace(" ", ".")
        contact = book.id_of(f"contact {number}")
        customer.contacts.append(contact)
        yield book.wish(
            customer,
            "contact.create",
            {
                "id": contact,
                "name": f"{given} {family}",
                "given_name": given,
                "family_name": family,
                "job_title": book.dice.choice(words.JOBS)[given in words.WOMEN],
                "account_id": customer.id,
                "phones": [{"number": f"6{book.dice.randrange(10_000_000, 99_999_999)}", "label": "mobile"}],
                "emails": [{"address": f"{local}@correo{number % 7}.es"}],
            },
            key=f"contact {number}",
            ago=book.dice.randrange(125, 200),
        )
