"""What a sentence may speak of: the accounts, contacts and opportunities that a person may see, with opaque ids."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from heapq import nsmallest
from typing import Any

from core.understanding.names import NameIndex

DEFAULT_STAGES = (
    ("prospecting", "Prospección", "Prospecting"),
    ("qualification", "Cualificación", "Qualification"),
    ("proposal", "Propuesta", "Proposal"),
    ("negotiation", "Negociación", "Negotiation"),
    ("won", "Ganada", "Won"),
    ("lost", "Perdida", "Lost"),
    ("postponed", "Aplazada", "Postponed"),
)
MOST_CANDIDATES = 50
"""More than these are too many to choose from; the rest is left out."""


@dataclass(frozen=True, slots=True)
class Account:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Contact:
    id: str
    name: str
    account_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opportunity:
    """An open opportunity; those that are closed are not offered."""

    id: str
    title: str
    account_id: str
    amount: Decimal | None = None
    stage: str | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage with its names; `kind` is open, won, lost or postponed."""

    key: str
    names: tuple[str, ...]
    kind: str = "open"


Known = Account | Contact | Opportunity


class World:
    """Names and what hangs together; built once, kept up name by name, narrowed for each person who asks."""

    def __init__(
        self,
        timezone: str = "Europe/Madrid",
        currency: str = "EUR",
        stages: Iterable[Stage] = (),
        recent: Iterable[str] = (),
    ) -> None:
        """`recent` are account ids, the latest first."""
        self.timezone, self.currency = timezone, currency
        self.stages = tuple(stages) or tuple(_stage(*row) for row in DEFAULT_STAGES)
        self.recent, self.rank = _ranked(recent)
        self.may_see: Callable[[Known], bool] = _sees_all
        self.account_names, self.contact_names, self.titles = NameIndex(), NameIndex(), NameIndex()
        self._accounts: dict[str, Account] = {}
        self._contacts: dict[str, Contact] = {}
        self._opportunities: dict[str, Opportunity] = {}
        self._contacts_at: dict[str, set[str]] = defaultdict(set)
        self._opportunities_of: dict[str, set[str]] = defaultdict(set)
        self.forget()

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "World":
        """A world from its JSON shape, where accounts are known by their names."""
        stages = [
            _stage(row["key"], row.get("es", ""), row.get("en", ""), row.get("kind")) for row in data.get("stages", ())
        ]
        world = cls(
            data.get("timezone") or "Europe/Madrid", data.get("currency") or "EUR", stages, data.get("recent", ())
        )
        for row in data.get("accounts", ()):
            world.put(Account(row["name"], row["name"]))
        for index, row in enumerate(data.get("contacts", ())):
            world.put(Contact(f"contact-{index}", row["name"], tuple(row.get("accounts") or ())))
        for index, row in enumerate(data.get("opportunities", ())):
            world.put(
                Opportunity(
                    f"opportunity-{index}",
                    row["title"],
                    row.get("account") or "",
                    _decimal(row.get("amount")),
                    row.get("stage"),
                )
            )
        return world

    def narrowed(self, may_see: Callable[[Known], bool], recent: Iterable[str] = ()) -> "World":
        """The same names as one person may see them, with that person's recent accounts; costs nothing."""
        view = copy(self)
        view.may_see = may_see
        view.recent, view.rank = _ranked(recent)
        view.forget()
        return view

    def put(self, known: Known) -> None:
        """Add a record, or replace the one with its id."""
        self.remove(known)
        if isinstance(known, Account):
            self._accounts[known.id] = known
            self.account_names.put(known.id, known.name)
        elif isinstance(known, Contact):
            self._contacts[known.id] = known
            self.contact_names.put(known.id, known.name)
            for account in known.account_ids:
                self._contacts_at[account].add(known.id)
        else:
            self._opportunities[known.id] = known
            self.titles.put(known.id, known.title)
            self._opportunities_of[known.account_id].add(known.id)

    def remove(self, known: Known) -> None:
        """Take out the record with this kind and id; one that is not there is left so."""
        self.forget()
        if isinstance(known, Account):
            self._accounts.pop(known.id, None)
            self.account_names.remove(known.id)
        elif isinstance(known, Contact):
            contact = self._contacts.pop(known.id, known)
            self.contact_names.remove(known.id)
            for account in contact.account_ids:
                self._contacts_at[account].discard(known.id)
        else:
            opportunity = self._opportunities.pop(known.id, known)
            self.titles.remove(known.id)
            self._opportunities_of[opportunity.account_id].discard(known.id)

    def accounts(self, ids: Iterable[str]) -> list[Account]:
        """Those of the ids that may be seen, the recent ones first, then by name."""
        return self._seen(self._accounts, ids, lambda account: (self._recency(account.id), account.name))

    def contacts(self, ids: Iterable[str]) -> list[Contact]:
        """Those of the ids that may be seen, the ones at recent accounts first, then by name."""
        return self._seen(self._contacts, ids, lambda contact: (self._recency(*contact.account_ids), contact.name))

    def opportunities(self, ids: Iterable[str]) -> list[Opportunity]:
        """Those of the ids that may be seen, the ones of recent accounts first, then by title."""
        return self._seen(self._opportunities, ids, lambda found: (self._recency(found.account_id), found.title))

    def contacts_at(self, account_id: str) -> list[Contact]:
        return self.contacts(self._contacts_at.get(account_id, ()))

    def open_opportunities_of(self, account_id: str) -> list[Opportunity]:
        return self.open_among(self.opportunities(self._opportunities_of.get(account_id, ())))

    def open_among(self, opportunities: Iterable[Opportunity]) -> list[Opportunity]:
        """Those that are neither won nor lost."""
        closed = {stage.key for stage in self.stages if stage.kind in {"won", "lost"}}
        return [one for one in opportunities if one.stage not in closed]

    def seen_accounts(self, ids: Iterable[str]) -> frozenset[str]:
        """Those of the account ids that may be seen."""
        return self._seen_ids(self._accounts, ids)

    def seen_contacts(self, ids: Iterable[str]) -> frozenset[str]:
        """Those of the contact ids that may be seen."""
        return self._seen_ids(self._contacts, ids)

    def homes(self, contact_ids: Iterable[str]) -> set[str]:
        """The ids of the accounts where any of the contacts is."""
        return {home for key in contact_ids for home in self._contacts[key].account_ids}

    def forget(self) -> None:
        """Drops what was found out for a sentence: thousands may bear a first name, and each rule asks for them."""
        self._seen_of: dict[frozenset[str], frozenset[str]] = {}
        self._ordered_of: dict[frozenset[str], list[Any]] = {}

    def _seen_ids(self, records: Mapping[str, Known], ids: Iterable[str]) -> frozenset[str]:
        wanted = frozenset(ids)
        if self.may_see is _sees_all:
            return wanted
        if (known := self._seen_of.get(wanted)) is None:
            seen = (key for key in wanted if (one := records.get(key)) and self.may_see(one))
            known = self._seen_of[wanted] = frozenset(seen)
        return known

    def _seen(self, records: Mapping[str, Any], ids: Iterable[str], order: Callable[[Any], Any]) -> list[Any]:
        wanted = frozenset(ids)
        if (known := self._ordered_of.get(wanted)) is None:
            found = [one for key in wanted if (one := records.get(key)) and self.may_see(one)]
            is_many = len(found) > MOST_CANDIDATES
            known = nsmallest(MOST_CANDIDATES, found, key=order) if is_many else sorted(found, key=order)
            self._ordered_of[wanted] = known
        return list(known)

    def _recency(self, *account_ids: str) -> int:
        return min(self.rank.get(key, len(self.recent)) for key in account_ids) if account_ids else len(self.recent)


def _ranked(account_ids: Iterable[str]) -> tuple[tuple[str, ...], dict[str, int]]:
    recent = tuple(account_ids)
    return recent, {key: place for place, key in enumerate(recent)}


def _sees_all(_: Known) -> bool:
    return True


def _stage(key: str, es: str, en: str, kind: str | None = None) -> Stage:
    return Stage(
        key, tuple(name for name in (es, en) if name), kind or (key if key in {"won", "lost", "postponed"} else "open")
    )


def _decimal(amount: Any) -> Decimal | None:
    if isinstance(amount, Mapping):
        amount = amount.get("value")
    return None if amount is None else Decimal(str(amount))
