"""Whose records a role's permissions reach: by owner, team, superior, and the unit tree with its grants."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, false, or_, true

from core.prepared import values
from core.records import NOBODY, Owned


class Reach(StrEnum):
    """On whose records a role's permissions hold; each includes those before it."""

    OWN = "own"
    TEAM = "team"
    """And those of one's teams, and of the people below in the agents' tree."""
    UNIT = "unit"
    """And those of one's unit and the units below it."""
    COMPANY = "company"


class Access(StrEnum):
    """What a grant on a unit gives, or takes."""

    NONE = "none"
    SEE = "see"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose records: everybody's, or those of these owners, teams and units."""

    everything: bool
    owners: frozenset[str]
    teams: frozenset[str]
    units: frozenset[str]
    unplaced: bool = False
    """And those that stand in no unit."""

    def covers(self, record: Owned) -> bool:
        """Whether the record is in it."""
        return self.covers_owner(record.owner_id, record.team_id, record.unit_id)

    def covers_owner(self, owner_id: str | None, team_id: str | None, unit_id: str | None) -> bool:
        """The same for whoever has no record at hand, only whose it is."""
        return (
            self.everything
            or owner_id in self.owners
            or team_id in self.teams
            or unit_id in self.units
            or (self.unplaced and unit_id is None)
        )

    def clause(self, model: Any) -> ColumnElement[bool]:
        """The scope as SQL over a table that has `owner_id`, `team_id`, `unit_id`."""
        return true() if self.everything else _any_of(model, self.ids, unplaced=self.unplaced)

    @property
    def ids(self) -> dict[str, list[str]]:
        """Column → the ids that are within, for those columns that tell anything."""
        found = {"owner_id": self.owners, "team_id": self.teams, "unit_id": self.units}
        return {column: sorted(ids) for column, ids in found.items() if ids}

    @property
    def shape(self) -> "Shape":
        """What the scope looks like in a statement."""
        return Shape(self.everything, tuple(self.ids), self.unplaced)

    @property
    def bound(self) -> dict[str, list[str]]:
        """What a statement with the scope's shape needs to be this scope."""
        return {_NAMES[column]: ids for column, ids in self.ids.items()}


@dataclass(frozen=True, slots=True)
class Shape:
    """A scope without its ids, which are bound by name when the statement is executed: equal for many people."""

    everything: bool
    columns: tuple[str, ...]
    unplaced: bool

    def clause(self, model: Any) -> ColumnElement[bool]:
        """The scope as SQL, with names for the ids."""
        if self.everything:
            return true()
        ids = {column: values(_NAMES[column]) for column in self.columns}
        return _any_of(model, ids, unplaced=self.unplaced)


_NAMES = {"owner_id": "seen_owners", "team_id": "seen_teams", "unit_id": "seen_units"}


def _any_of(model: Any, ids: Mapping[str, Any], *, unplaced: bool) -> ColumnElement[bool]:
    ways = [getattr(model, column).in_(among) for column, among in ids.items()]
    if unplaced:
        ways.append(model.unit_id.is_(None) | (model.unit_id == NOBODY))
    return or_(*ways) if ways else false()


def scope_of(
    reach: Reach,
    enough: frozenset[Access],
    user_id: str,
    unit_id: str,
    below: frozenset[str],
    teams: frozenset[str],
    parents: Mapping[str, str | None],
    grants: Mapping[str, str],
) -> Scope:
    """The records that a reach gives to this person of this unit; a grant on a unit gives more, or takes.

    `enough`: the grants that count; `below`: who reports to the person; `parents`, `grants`: by unit.
    """
    if reach is Reach.COMPANY and not grants:
        return Scope(everything=True, owners=frozenset(), teams=frozenset(), units=frozenset())
    wide = reach is not Reach.OWN
    within = {
        unit
        for unit in parents
        if reach is Reach.COMPANY or (reach is Reach.UNIT and unit_id in _upwards(unit, parents))
    }
    units = {
        unit
        for unit in parents
        if (nearest := next((grants[step] for step in _upwards(unit, parents) if step in grants), None)) in enough
        or (nearest is None and unit in within)
    }
    return Scope(
        everything=False,
        owners=frozenset({user_id}) | (below if wide else frozenset()),
        teams=teams if wide else frozenset(),
        units=frozenset(units),
        unplaced=reach is Reach.COMPANY,
    )


def _upwards(unit: str, parents: Mapping[str, str | None]) -> Iterable[str]:
    """The unit, its parent, and so on to the root; a circle in the data ends where it began."""
    seen: set[str] = set()
    step: str | None = unit
    while step is not None and step not in seen:
        seen.add(step)
        yield step
        step = parents.get(step)


def everybody_below(user_id: str, superiors: Mapping[str, str | None]) -> set[str]:
    """Everybody who reports to the user, directly or through others (`superiors`: person → superior)."""
    found: set[str] = set()
    wave = {user_id}
    while wave:
        wave = {person for person, above in superiors.items() if above in wave} - found - {user_id}
        found |= wave
    return found
