"""Who of a file is there already: the one scorer, asked only about those that share a key with a row.

A key is a number, an address, a domain, or one of a name's rarer words. All that the viewer may see is read once; a
file of 20,000 rows against 20,000 accounts asks the scorer a few times a row.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import null, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.cards.emails import is_free
from core.customers.duplicates import CERTAIN, LIKELY, Likeness, score_account, score_contact
from core.customers.models import Account, AccountContact, Address, Contact, Email, Phone
from core.folding import fold
from core.policy import Viewer, visible
from core.understanding.names import name_words

View = dict[str, Any]
Score = Callable[[Likeness, View], float]
Packed = tuple[Any, ...]
"""A view of what is there, in a quarter of the memory: there may be a hundred thousand."""

SAME_PERSON = 0.9
"""The same name at the same firm, or more."""
_MOST_IN_A_BLOCK = 60
"""A word that more share tells nobody apart."""
_WORDS_ASKED = 2


class Places:
    """Where in a list things with a key stand; most keys have one. Keys are kept as numbers, which others may share:
    whoever is found is asked anyway."""

    def __init__(self) -> None:
        self._found: dict[int, int | list[int]] = {}

    def add(self, key: str, place: int) -> None:
        """One more with this key."""
        number = hash(key)
        found = self._found.get(number)
        if found is None:
            self._found[number] = place
        elif isinstance(found, int):
            self._found[number] = [found, place]
        else:
            found.append(place)

    def get(self, key: str) -> Sequence[int]:
        """In the order in which they came."""
        found = self._found.get(hash(key), ())
        return (found,) if isinstance(found, int) else found


@dataclass(slots=True)
class Known:
    """Accounts or contacts that are there, by keys."""

    score: Score
    certain: float
    views: list[View | Packed] = field(default_factory=list)
    strong: Places = field(default_factory=Places)
    words: Places = field(default_factory=Places)

    def add(self, view: View, packed: Packed | None = None) -> None:
        """`view`: id, name, phones, emails, and what the scorer asks for; `packed`: what is kept of it."""
        place = len(self.views)
        self.views.append(packed or view)
        words = _words(view["name"])
        for key in _strong_keys(view, words):
            self.strong.add(key, place)
        for word in set(words):
            self.words.add(word, place)

    def best(self, wanted: Likeness, keys: Iterable[str], name: str) -> tuple[View, float] | None:
        """The likest one and how like, from `LIKELY` on."""
        found: tuple[int, View, float] | None = None
        asked: set[int] = set()
        for places in self._blocks(keys, name):
            for place in places:
                if place in asked:
                    continue
                asked.add(place)
                view = _unpacked(self.views[place])
                score = self.score(wanted, view)
                if score >= LIKELY and (found is None or score > found[2]):
                    found = (place, view, score)
            if found is not None and found[2] >= self.certain:
                break
        if found is None:
            return None
        place, view, score = found
        self.views[place] = view  # what is found out about it stays with it
        return view, score

    def _blocks(self, keys: Iterable[str], name: str) -> Iterable[Sequence[int]]:
        for key in keys:
            yield self.strong.get(key)[:_MOST_IN_A_BLOCK]
        blocks = [block for word in set(_words(name)) if (block := self.words.get(word))]
        for block in sorted(blocks, key=len)[:_WORDS_ASKED]:
            if len(block) <= _MOST_IN_A_BLOCK:
                yield block


def account_keys(wanted: Likeness) -> list[str]:
    """The keys of a firm in a file, the most telling first."""
    return [*_keys(wanted.tax_id, _words(wanted.firm), wanted.emails, wanted.phones, wanted.website)]


def contact_keys(wanted: Likeness) -> list[str]:
    """The keys of a person in a file."""
    return [*_keys("", _words(wanted.name), wanted.emails, wanted.phones, "")]


async def known_accounts(session: AsyncSession, viewer: Viewer) -> Known:
    """Every account that the viewer may see and that is not put away. Four queries."""
    columns = (Account.tax_id, Account.website)
    channels = [await _channel(session, *one) for one in (
        (Phone.account_id, Phone.number), (Email.account_id, Email.address), (Address.account_id, Address.city),
    )]  # fmt: skip
    return await _known(session, viewer, Known(score_account, CERTAIN), Account, columns, channels, {})


async def known_contacts(session: AsyncSession, viewer: Viewer) -> Known:
    """Every contact that the viewer may see and that is not put away, with the accounts they are at. Five queries."""
    channels = [await _channel(session, *one) for one in (
        (Phone.contact_id, Phone.number), (Email.contact_id, Email.address), (Address.contact_id, Address.city),
    )]  # fmt: skip
    places = (
        select(AccountContact.contact_id, Account.id, Account.name)
        .join(Account, (Account.company_id == AccountContact.company_id) & (Account.id == AccountContact.account_id))
        .where(Account.archived_at.is_(None))
    )
    at: dict[str, Packed] = {}
    firms: dict[str, Packed] = {}
    for row in await session.execute(visible(places, viewer, Account)):
        at[row.contact_id] = (*at.get(row.contact_id, ()), firms.setdefault(row.id, (row.id, row.name)))
    columns = (null(), null())
    return await _known(session, viewer, Known(score_contact, SAME_PERSON), Contact, columns, channels, at)


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


async def _known(
    session: AsyncSession, viewer: Viewer, known: Known, model: Any, columns: Sequence[Any],
    channels: Sequence[dict[str, Packed]], at: dict[str, Packed],
) -> Known:  # fmt: skip
    """`columns`: tax number and website; `channels`: phones, e-mails, cities by record; `at`: firms by record."""
    owners = (model.owner_id, model.team_id, model.unit_id)
    statement = select(model.id, model.name, *columns, *owners).where(model.archived_at.is_(None))
    shared: dict[str | None, str | None] = {}
    for record_id, name, tax_id, website, *whose in await session.execute(visible(statement, viewer, model)):
        packed = (
            record_id, name, tax_id, website, *(shared.setdefault(one, one) for one in whose),
            *(channel.pop(record_id, ()) for channel in channels), at.pop(record_id, ()),
        )  # fmt: skip
        known.add(_unpacked(packed), packed)
    return known


async def _channel(session: AsyncSession, column: Any, value: Any) -> dict[str, Packed]:
    """What each record has of them; values that many have are kept once."""
    found: dict[str, Packed] = {}
    shared: dict[str, str] = {}
    for record_id, one in await session.execute(select(column, value).where(column.is_not(None))):
        found[record_id] = (*found.get(record_id, ()), shared.setdefault(one, one))
    return found


def _unpacked(kept: View | Packed) -> View:
    if isinstance(kept, dict):
        return kept
    record_id, name, tax_id, website, owner_id, team_id, unit_id, phones, emails, cities, places = kept
    return {
        "id": record_id,
        "name": name,
        "tax_id": tax_id,
        "website": website,
        "owner_id": owner_id,
        "team_id": team_id,
        "unit_id": unit_id,
        "phones": [{"number": one} for one in phones],
        "emails": [{"address": one} for one in emails],
        "addresses": [{"city": one} for one in cities],
        "accounts": [{"id": one, "name": called} for one, called in places],
    }


def _strong_keys(view: View, words: Sequence[str]) -> Iterable[str]:
    emails = [email["address"] for email in view["emails"]]
    phones = [phone["number"] for phone in view["phones"]]
    return _keys(view.get("tax_id") or "", words, emails, phones, view.get("website") or "")


def _keys(
    tax_id: str, words: Sequence[str], emails: Iterable[str], phones: Iterable[str], website: str
) -> Iterable[str]:
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
    if words:
        yield f"name {' '.join(sorted(words))}"


def _words(name: str) -> list[str]:
    return list(name_words(name)) or fold(name).split()
