"""What a list can be filtered by: how each filter is asked for, how it narrows a statement, what it binds.

A filter is kept as text – in an address, in a saved view –: `owner=me`, `tag=Horeca`, `quiet=30`; so is the order,
`sort=amount`. A kind of records has a `Listing` with its filters, columns and orders in a file of its own, and one line
in `core/lists/table.py`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, func, select

from core.folding import fold
from core.i18n import N_
from core.marks import LONGEST, Mark, folded_mark
from core.people.models import Unit
from core.policy import Sight
from core.prepared import value, values
from core.reader import Reader

Rows = Select[*tuple[Any, ...]]


class Asks(StrEnum):
    """How a filter is asked for."""

    PERSON = "person"
    UNIT = "unit"
    CHOICE = "choice"
    WORD = "word"
    """Any word; those that there are are offered."""
    FLAG = "flag"
    AMOUNT = "amount"
    """A whole number, of the company's money."""
    PIPELINE = "pipeline"
    STAGE = "stage"
    ACTIVITY_TYPE = "activity_type"
    RECORD = "record"
    """A record of the kind that the filter is called; its name is typed, its id is kept."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing that a list can be filtered by."""

    name: str
    label: str
    asks: Asks
    where: Callable[[Sight], ColumnElement[bool]]
    """The condition, with names for its values."""
    bind: Callable[[str, Reader], dict[str, Any] | None]
    """The values by those names; None for a text that says nothing."""
    choices: Mapping[str, str] = field(default_factory=dict)
    sort: str = ""
    """Of a word: the sort of `Mark` that offers some."""
    where_many: Callable[[Sight], ColumnElement[bool]] | None = None
    """The same condition for a value that many have: asked of one record after another."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a list is sorted by: a column, then the id."""

    name: str
    label: str
    column: Any
    read: Callable[[str], Any] = str
    """A value of the column from its text; raises `ValueError`."""
    descends: bool = False
    may_be_empty: bool = False
    """Then those without a value come last, by id: a part of their own, so that an index gives either."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of records of one kind."""

    kind: str
    model: Any
    filters: tuple[Filter, ...]
    columns: Mapping[str, str]
    """Column → its head."""
    usual: tuple[str, ...]
    """The columns that are shown where none are chosen."""
    orders: tuple[Order, ...]
    """The first is the usual one."""
    ready: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Views that are there for everybody: name → filter."""
    is_given: bool = True
    """Whether several are given to a colleague at once."""

    def order(self, name: str) -> Order:
        """The order of this name, else the usual one."""
        return next((one for one in self.orders if one.name == name), self.orders[0])

    def filter(self, name: str) -> Filter | None:
        """The filter of this name, if there is one."""
        return next((one for one in self.filters if one.name == name), None)

    def wanted(self, given: Mapping[str, str], reader: Reader) -> dict[str, str]:
        """Of what is given by name, what filters: in the order of the table, without what says nothing."""
        return {
            one.name: given[one.name]
            for one in self.filters
            if given.get(one.name) and one.bind(given[one.name], reader) is not None
        }

    def chosen(self, columns: Iterable[str]) -> tuple[str, ...]:
        """Of these the columns that there are, in the table's order; the usual ones where there are none."""
        wanted = set(columns)
        return tuple(name for name in self.columns if name in wanted) or self.usual

    def narrowed(self, statement: Rows, sight: Sight, names: Iterable[str], many: Iterable[str] = ()) -> Rows:
        """The statement, narrowed by the filters of these names; `many`: those whose values many records have."""
        for one in self.filters:
            if one.name in names:
                where = one.where_many if one.where_many and one.name in many else one.where
                statement = statement.where(where(sight))
        return statement

    def bound(self, wanted: Mapping[str, str], reader: Reader) -> dict[str, Any]:
        """What the filters' names stand for."""
        found: dict[str, Any] = {}
        for one in self.filters:
            if one.name in wanted:
                found |= one.bind(wanted[one.name], reader) or {}
        return found


def of_owner(model: Any) -> Filter:
    """Whose they are; `me` is whoever looks, `team` with everybody below."""

    def bind(text: str, reader: Reader) -> dict[str, Any] | None:
        viewer = reader.viewer
        if text == "team":
            return {"f_owner": sorted({viewer.user_id, *viewer.below})}
        owner = viewer.user_id if text == "me" else an_id(text)
        return {"f_owner": [owner]} if owner else None

    return Filter("owner", N_("Owner"), Asks.PERSON, lambda _: model.owner_id.in_(values("f_owner")), bind)


def of_unit(model: Any) -> Filter:
    """In a unit or below it."""

    def where(_: Sight) -> ColumnElement[bool]:
        below = select(Unit.id).where(Unit.id == value("f_unit")).cte("below", recursive=True)
        below = below.union(select(Unit.id).where(Unit.parent_id == below.c.id))
        return model.unit_id.in_(select(below.c.id))  # type: ignore[no-any-return]

    def bind(text: str, _: Reader) -> dict[str, Any] | None:
        unit = an_id(text)
        return {"f_unit": unit} if unit else None

    return Filter("unit", N_("Unit"), Asks.UNIT, where, bind)


def marked(model: Any, name: str, label: str) -> Filter:
    """That has the word, however it is written; `name` is the mark's sort."""

    def where(_: Sight) -> ColumnElement[bool]:
        words = select(Mark.record_id).where(
            Mark.kind == model.kind, Mark.sort == name, Mark.folded == value(f"f_{name}")
        )
        return model.id.in_(words)  # type: ignore[no-any-return]

    def bind(text: str, _: Reader) -> dict[str, Any] | None:
        return {f"f_{name}": folded_mark(text)} if fold(text) and len(text) <= LONGEST else None

    return Filter(name, label, Asks.WORD, where, bind, sort=name, where_many=lambda _: _has_mark(model, name))


def one_of(model: Any, name: str, label: str, choices: Mapping[str, str]) -> Filter:
    """That is marked as one of a few; `name` is the mark's sort."""

    def bind(text: str, _: Reader) -> dict[str, Any] | None:
        return {f"f_{name}": folded_mark(text)} if text in choices else None

    return Filter(name, label, Asks.CHOICE, lambda _: _has_mark(model, name), bind, choices=choices)


def _has_mark(model: Any, name: str) -> ColumnElement[bool]:
    return exists().where(
        Mark.company_id == model.company_id, Mark.record_id == model.id, Mark.sort == name,
        Mark.folded == value(f"f_{name}"),
    )  # fmt: skip


def quiet(without: Callable[[Sight], ColumnElement[bool]]) -> Filter:
    """With which nothing was done for so many days; `without` asks for nothing since the day `f_since`."""

    def bind(text: str, reader: Reader) -> dict[str, Any] | None:
        if text not in _QUIET:
            return None
        return {"f_since": reader.now.date() - timedelta(days=int(text))}

    return Filter("quiet", N_("No activity for"), Asks.CHOICE, without, bind, choices=_QUIET)


def among(
    column: Any, name: str, label: str, choices: Mapping[str, str], several: Mapping[str, Any] | None = None
) -> Filter:
    """Whose column holds one of a few words; `several`: choice → the words that it stands for, where not itself."""

    def bind(text: str, _: Reader) -> dict[str, Any] | None:
        return {f"f_{name}": list((several or {}).get(text, [text]))} if text in choices else None

    return Filter(name, label, Asks.CHOICE, lambda _: column.in_(values(f"f_{name}")), bind, choices)


def refers_to(column: Any, name: str, label: str, asks: Asks) -> Filter:
    """Whose column names a record by its id."""

    def bind(text: str, _: Reader) -> dict[str, Any] | None:
        record = an_id(text)
        return {f"f_{name}": record} if record else None

    return Filter(name, label, asks, lambda _: column == value(f"f_{name}"), bind)


def record(where: Callable[[Any], ColumnElement[bool]], kind: str, label: str) -> Filter:
    """That have to do with the record of this kind that is asked for by name; none, where no such record is known."""

    def bind(text: str, _: Reader) -> dict[str, Any] | None:
        return {f"f_{kind}": an_id(text) or NO_ID}

    return Filter(kind, label, Asks.RECORD, lambda _: where(value(f"f_{kind}")), bind)


def at_least(column: Any, name: str, label: str) -> Filter:
    """Whose money is so much or more: a whole number as people write it; the column is in cents.

    No index is to be used for it: most are above what anybody asks for.
    """

    def bind(text: str, _: Reader) -> dict[str, Any] | None:
        digits = "".join(one for one in text if one not in " .,'")
        known = digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
        return {f"f_{name}": int(digits) * 100} if known else None

    return Filter(name, label, Asks.AMOUNT, lambda _: func.coalesce(column, 0) >= value(f"f_{name}"), bind)


def flag(name: str, label: str, where: Callable[[Sight], ColumnElement[bool]]) -> Filter:
    """Whether something holds of them."""
    return Filter(name, label, Asks.FLAG, where, lambda text, _: {} if text == "1" else None)


def a_moment(text: str) -> datetime:
    """A moment with its offset, from its text. Raises `ValueError`."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or not _FIRST_YEAR < moment.year < _LAST_YEAR:
        raise ValueError(text)
    return moment


def an_amount(text: str) -> int:
    """Cents from their text. Raises `ValueError`."""
    amount = int(text)
    if abs(amount) >= 2**63:
        raise ValueError(text)
    return amount


def an_id(text: str) -> str | None:
    """The id in its usual form; None for what is none."""
    try:
        return str(UUID(text))
    except ValueError:
        return None


SORT = "sort"
"""Kept beside the filters: the order."""
NO_ID = str(UUID(int=0))
_MOST_DIGITS = 13
_FIRST_YEAR, _LAST_YEAR = 1900, 9999
_QUIET = {"14": N_("2 weeks"), "30": N_("1 month"), "90": N_("3 months"), "180": N_("6 months")}
