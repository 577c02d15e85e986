"""What is logged was often planned: which of the viewer's plans a log fulfils, and the operation that it is then."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity, ActivityType
from core.policy import Sight, Viewer, visible
from core.prepared import ME, Statement, prepared, value

Payload = dict[str, Any]

OVERDUE = timedelta(days=7)
"""What was planned for a day so long before that of the log may still be meant."""
_MOST = 50
_SAID_BY_THE_PLAN = frozenset({"type", "account_id", "new_account"})
_MAY_DIFFER = ("contact_id", "opportunity_id")
"""Where the log and the plan both name one, it must be the same."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A planned activity that a log may be about."""

    id: str
    type: str
    type_name: str
    account_id: str | None
    contact_id: str | None
    opportunity_id: str | None
    day: date
    starts_at: datetime | None

    def moment(self, timezone: str) -> str:
        """What it was planned for, in ISO text: its day, or its moment in this time zone."""
        if self.starts_at is None:
            return self.day.isoformat()
        return self.starts_at.astimezone(ZoneInfo(timezone)).isoformat(timespec="seconds")


async def planned_for(
    session: AsyncSession, viewer: Viewer, log: Payload, kind: str | None, today: date, made: Collection[str] = ()
) -> Planned | None:
    """The viewer's one plan that is certainly what this `activity.log` tells, for its day or overdue by a week at most.

    `kind` is None where the words say none: then any will do. `made` are activities that it cannot be.
    """
    about = _about(log)
    if about is None:
        return None
    day = _day(log, viewer.timezone) or today
    rows = await _planned(session, viewer, about, whom=log[about], first=day - OVERDUE, last=day)
    every = [one for one in _as_planned(rows) if one.id not in made and _fits(one, log, kind)]
    return every[0] if len(every) == 1 else _nearest([one for one in every if one.day == day], log.get("starts_at"))


async def planned_by_id(
    session: AsyncSession, viewer: Viewer, log: Payload, kind: str | None, activity_id: str
) -> Planned | None:
    """The one that was found before, done meanwhile or not; None where it no longer is what the log tells."""
    found = _as_planned(await _by_id(session, viewer, id=activity_id))
    return found[0] if found and is_still_told(found[0].type, found[0].account_id, log, kind) else None


def is_still_told(type_key: str, account_id: str | None, log: Payload, kind: str | None) -> bool:
    """Whether a log that was mended is still about what was planned: whom one talked to, and when, may be another."""
    return kind in (None, type_key) and log.get("account_id") in (None, account_id) and not log.get("new_account")


def completion(log: Payload, activity_id: str) -> Payload:
    """The `activity.complete` of what was planned, with everything that the `activity.log` tells."""
    told = {name: given for name, given in log.items() if name not in _SAID_BY_THE_PLAN}
    return {"id": activity_id, **told}


def _about(log: Payload) -> str | None:
    """The column by which its plans are found."""
    return next((name for name in ("account_id", *_MAY_DIFFER) if log.get(name)), None)


def _day(log: Payload, timezone: str) -> date | None:
    if log.get("starts_at"):
        return datetime.fromisoformat(log["starts_at"]).astimezone(ZoneInfo(timezone)).date()
    return date.fromisoformat(log["day"]) if log.get("day") else None


def _fits(planned: Planned, log: Payload, kind: str | None) -> bool:
    same = all(log.get(name) in (None, getattr(planned, name)) or not getattr(planned, name) for name in _MAY_DIFFER)
    return same and kind in (None, planned.type)


def _nearest(on_the_day: Sequence[Planned], told: str | None) -> Planned | None:
    """Of several, the only one on the day; else the one whose hour is nearest to the one told."""
    if len(on_the_day) == 1:
        return on_the_day[0]
    if told is None:
        return None
    moment = datetime.fromisoformat(told)
    apart = sorted((abs(one.starts_at - moment), place) for place, one in enumerate(on_the_day) if one.starts_at)
    if not apart or (len(apart) > 1 and apart[0][0] == apart[1][0]):
        return None
    return on_the_day[apart[0][1]]


def _as_planned(rows: Any) -> list[Planned]:
    return [Planned(*row) for row in rows]


@prepared
def _planned(sight: Sight, about: str) -> Statement:
    """In no order: asked for one by day, SQLite would read the whole company's week to have it."""
    return (
        _ours(sight)
        .where(
            Activity.state == "planned",
            Activity.day.between(value("first"), value("last")),
            getattr(Activity, about) == value("whom"),
        )
        .limit(_MOST)
    )


@prepared
def _by_id(sight: Sight) -> Statement:
    return _ours(sight).where(Activity.id == value("id"))


def _ours(sight: Sight) -> Select[*tuple[Any, ...]]:
    statement = (
        select(
            Activity.id, ActivityType.key, ActivityType.name, Activity.account_id, Activity.contact_id,
            Activity.opportunity_id, Activity.day, Activity.starts_at,
        )
        .join(ActivityType, (ActivityType.company_id == Activity.company_id) & (ActivityType.id == Activity.type_id))
        .where(Activity.owner_id == ME)
    )  # fmt: skip
    narrowed: Select[*tuple[Any, ...]] = visible(statement, sight, Activity)
    return narrowed
