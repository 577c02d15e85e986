"""Who of a file is there already: the one scorer, asked only about those that share a key with a row.

A key is a number, an address, a domain, or one of a name's rarer words. All that the viewer may see is read once; a
file of 20,000 rows against 20,000 accounts asks the scorer a few times a row.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.cards.emails import is_free
from core.customers.duplicates import CERTAIN, LIKELY, Likeness, score_account, score_contact
from core.customers.models import Account, AccountContact, Address, Contact, Email, Phone
from core.folding import fold
from core.policy import Viewer, visible
from core.understanding.names import name_words

View = dict[str, Any]
Score = Callable[[Likeness, View], float]

SAME_PERSON = 0.9
"""The same name at the same firm, or more."""
_MOST_IN_A_BLOCK = 60
"""A word that more share tells nobody apart."""
_WORDS_ASKED = 2


@dataclass(slots=True)
class Known:
    """Accounts or contacts that are there, by keys."""

    score: Score
    certain: float
    views: list[View] = field(default_factory=list)
    strong: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    words: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, view: View) -> None:
        """`view`: id, name, phones, emails, and what the scorer asks for."""
        place = len(self.views)
        self.views.append(view)
        for key in _strong_keys(view):
            self.strong[key].append(place)
        for word in set(_words(view["name"])):
            self.words[word].append(place)

    def best(self, wanted: Likeness, keys: Iterable[str], name: str) -> tuple[View, float] | None:
        """The likest one and how like, from `LIKELY` on."""
        found: tuple[View, float] | None = None
        asked: set[int] = set()
        for places in self._blocks(keys, name):
            for place in places:
                if place in asked:
                    continue
                asked.add(place)
                score = self.score(wanted, self.views[place])
                if score >= LIKELY and (found is None or score > found[1]):
                    found = (self.views[place], score)
            if found is not None and found[1] >= self.certain:
                break
        return found

    def _blocks(self, keys: Iterable[str], name: str) -> Iterable[Sequence[int]]:
        for key in keys:
            yield self.strong.get(key, ())[:_MOST_IN_A_BLOCK]
        blocks = [block for word in set(_words(name)) if (block := self.words.get(word))]
        for block in sorted(blocks, key=len)[:_WORDS_ASKED]:
            if len(block) <= _MOST_IN_A_BLOCK:
                yield block


def account_keys(wanted: Likeness) -> list[str]:
    """The keys of a firm in a file, the most telling first."""
    return [*_keys(wanted.tax_id, wanted.firm, wanted.emails, wanted.phones, wanted.website)]


def contact_keys(wanted: Likeness) -> list[str]:
    """The keys of a person in a file."""
    return [*_keys("", wanted.name, wanted.emails, wanted.phones, "")]


async def known_accounts(session: AsyncSession, viewer: Viewer) -> Known:
    """Every account that the viewer may see and that is not put away. Four queries."""
    columns = (Account.id, Account.name, Account.tax_id, Account.website)
    views = await _views(session, viewer, Account, columns, Phone.account_id, Email.account_id, Address.account_id)
    known = Known(score_account, CERTAIN)
    for view in views.values():
        known.add(view)
    return known


async def known_contacts(session: AsyncSession, viewer: Viewer) -> Known:
    """Every contact that the viewer may see and that is not put away, with the accounts they are at. Five queries."""
    columns = (Contact.id, Contact.name)
    views = await _views(session, viewer, Contact, columns, Phone.contact_id, Email.contact_id, Address.contact_id)
    places = (
        select(AccountContact.contact_id, Account.id, Account.name)
        .join(Account, (Account.company_id == AccountContact.company_id) & (Account.id == AccountContact.account_id))
        .where(Account.archived_at.is_(None))
    )
    for row in await session.execute(visible(places, viewer, Account)):
        if row.contact_id in views:
            views[row.contact_id]["accounts"].append({"id": row.id, "name": row.name})
    known = Known(score_contact, SAME_PERSON)
    for view in views.values():
        known.add(view)
    return known


def nobody() -> Known:
    """For a file without people."""
    return Known(score_contact, SAME_PERSON)


def view_of(record_id: str, payload: View, accounts: Sequence[View] = ()) -> View:
    """A new account or contact as those that are there: for the rows that come after it."""
    return {
        "id": record_id,
        "name": payload["name"],
        "tax_id": payload.get("tax_id"),
        "website": payload.get("website"),
        "phones": payload.get("phones", []),
        "emails": payload.get("emails", []),
        "addresses": [{"city": one.get("city", "")} for one in payload.get("addresses", [])],
        "accounts": list(accounts),
    }


async def _views(
    session: AsyncSession, viewer: Viewer, model: Any, columns: Sequence[Any], *channels: Any
) -> dict[str, View]:
    owners = (model.owner_id, model.team_id, model.unit_id)
    statement = visible(select(*columns, *owners).where(model.archived_at.is_(None)), viewer, model)
    views: dict[str, View] = {
        row["id"]: {**row, "phones": [], "emails": [], "addresses": [], "accounts": []}
        for row in (await session.execute(statement)).mappings()
    }
    for name, channel, column, key in (
        ("phones", Phone.number, channels[0], "number"),
        ("emails", Email.address, channels[1], "address"),
        ("addresses", Address.city, channels[2], "city"),
    ):
        for record_id, value in await session.execute(select(column, channel).where(column.is_not(None))):
            if record_id in views:
                views[record_id][name].append({key: value})
    return views


def _strong_keys(view: View) -> Iterable[str]:
    emails = [email["address"] for email in view["emails"]]
    phones = [phone["number"] for phone in view["phones"]]
    return _keys(view.get("tax_id") or "", view["name"], emails, phones, view.get("website") or "")


def _keys(tax_id: str, name: str, emails: Iterable[str], phones: Iterable[str], website: str) -> Iterable[str]:
    if bare := "".join(filter(str.isalnum, tax_id.upper().removeprefix("ES"))):
        yield f"tax {bare}"
    for email in emails:
        yield f"email {email.lower()}"
        domain = email.rpartition("@")[2].lower()
        if not is_free(f"@{domain}"):
            yield f"domain {domain}"
    if site := website.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").partition("/")[0]:
        yield f"domain {site}"
    for phone in phones:
        yield f"phone {phone.partition(';')[0]}"
    if words := _words(name):
        yield f"name {' '.join(sorted(words))}"


def _words(name: str) -> list[str]:
    return list(name_words(name)) or fold(name).split()
