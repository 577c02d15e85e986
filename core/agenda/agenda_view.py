"""The agenda as a view: a day or a week by the hour, a month in numbers, a list; whose it is, with which account."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from babel import Locale
from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.agendas import EVERYBODY, ME, Agendas, agendas_of
from core.agenda.models import Activity
from core.agenda.rows import as_view, rows
from core.agenda.slots import HOURS, slots_of
from core.agenda.spans import Scale, Span
from core.errors import NotFound
from core.i18n import N_, Translator
from core.people.models import User
from core.people.working_hours import WorkingHours
from core.policy import Permission, Sight, Viewer, visible
from core.prepared import Statement, prepared, value, values
from core.titles import named

View = dict[str, Any]

MOST = 300
_SHOWN = ("planned", "done")
_SCALES = {
    Scale.DAY: N_("Day"),
    Scale.WEEK: N_("Week"),
    Scale.MONTH: N_("Month"),
    Scale.LIST: N_("List"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an address asks for: which days, whose (see `Agendas.key`), with which account."""

    span: Span
    whose: str
    account_id: str | None = None

    def address(self, span: Span | None = None, **changed: str | None) -> str:
        """The address of this agenda, or of the same with something else in it."""
        span = span or self.span
        usual = EVERYBODY if self.account_id else ME
        parts: dict[str, str | None] = {
            "view": span.scale.value, "day": span.day.isoformat(),
            "whose": self.whose if self.whose != usual else None, "account": self.account_id, **changed,
        }  # fmt: skip
        return "/agenda?" + urlencode({name: text for name, text in parts.items() if text})


async def agenda_view(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, wanted: Wanted
) -> View:
    """The agenda's page. Raises `NotFound` for whose or which account one may not look at.

    Two to five queries, whatever there is; no more than `MOST` activities of a day, week or list (`is_cut` says so).
    """
    span = wanted.span
    of_account = wanted.account_id is not None
    agendas = await agendas_of(session, viewer, wanted.whose, of_account=of_account)
    account = await _account(session, viewer, wanted.account_id)
    lines = await _lines(session, viewer, translate, now, wanted, agendas)
    whole = lines[:MOST]
    return {
        "scale": span.scale.value,
        "day": span.day.isoformat(),
        "first": span.first.isoformat(),
        "last": span.last.isoformat(),
        "address": wanted.address(),
        "plan": _plan_address(viewer, wanted, agendas, span.day),
        "before": wanted.address(span.before()),
        "after": wanted.address(span.after()),
        **_ways(viewer, translate, now, wanted, agendas),
        "account": account,
        "may_plan": viewer.may(Permission.ACTIVITY_EDIT),
        "is_cut": len(lines) > MOST,
        "is_empty": not whole,
        "topic": f"activity:{agendas.owner_id(viewer)}" if agendas.is_one_s else "activity",
        "hours": [datetime.combine(span.day, time(hour), now.tzinfo).isoformat() for hour in HOURS],
        "days": _days(viewer, now, wanted, agendas, whole, await _working(session, viewer, wanted, agendas)),
        "weeks": await _weeks(session, viewer, translate, wanted, agendas) if span.scale is Scale.MONTH else [],
        "weekdays": _weekdays(translate) if span.scale is Scale.MONTH else [],
    }


def _ways(viewer: Viewer, translate: Translator, now: datetime, wanted: Wanted, agendas: Agendas) -> View:
    """Where one gets from here: today, another scale, another's agenda, without the account."""
    offered = agendas.choices(viewer, translate, of_account=wanted.account_id is not None)
    return {
        "today_address": wanted.address(Span(wanted.span.scale, now.date())),
        "scales": [
            {
                "name": translate(name),
                "href": wanted.address(Span(scale, wanted.span.day)),
                "chosen": scale is wanted.span.scale,
            }
            for scale, name in _SCALES.items()
        ],
        "choices": [
            {"name": name, "href": wanted.address(whose=key), "chosen": key == agendas.key} for key, name in offered
        ],
        "without_account": wanted.address(account=None, whose=None),
        "filtered": _filtered_address(wanted) if wanted.span.scale is Scale.LIST else None,
    }


def _filtered_address(wanted: Wanted) -> str:
    """The list of all activities, of the same person and account."""
    parts = {"owner": "" if wanted.whose == EVERYBODY else wanted.whose, "account": wanted.account_id}
    return "/activities?" + urlencode({name: text for name, text in parts.items() if text} or {"f": "1"})


def _days(
    viewer: Viewer, now: datetime, wanted: Wanted, agendas: Agendas, lines: Sequence[View],
    working: WorkingHours | None,
) -> list[View]:  # fmt: skip
    """Each day with its activities: by the hour for a day and a week, else those that have any as `activities`."""
    span = wanted.span
    by_day = {day: list(group) for day, group in groupby(lines, key=lambda line: str(line["day"]))}
    by_hour = span.scale in (Scale.DAY, Scale.WEEK)
    days = span.days if by_hour else [span.day] if span.scale is Scale.MONTH else map(date.fromisoformat, by_day)
    found = []
    for day in days:
        mine = by_day.get(day.isoformat(), [])
        found.append(
            {
                "day": day.isoformat(),
                "count": len(mine),
                "href": wanted.address(Span(Scale.DAY, day)),
                "plan": _plan_address(viewer, wanted, agendas, day),
                "slots": slots_of(day, mine, now, working) if by_hour else [],
                "activities": [] if by_hour else mine,
            }
        )
    return found


def _plan_address(viewer: Viewer, wanted: Wanted, agendas: Agendas, day: date) -> str:
    """Where something is planned for a day in this agenda; a slot adds its hour."""
    owner_id = agendas.owner_id(viewer)
    parts = {"day": day.isoformat(), "account_id": wanted.account_id}
    if owner_id != viewer.user_id:
        parts["owner_id"] = owner_id
    return "/activities/new?" + urlencode({name: text for name, text in parts.items() if text})


async def _working(session: AsyncSession, viewer: Viewer, wanted: Wanted, agendas: Agendas) -> WorkingHours | None:
    """The hours of the one person whose day is shown: between them free time is told."""
    if wanted.span.scale is not Scale.DAY or wanted.account_id is not None or not agendas.is_one_s:
        return None
    row = (await _hours_of(session, None, person=agendas.owner_id(viewer))).one()
    return WorkingHours.of(row.working_days, row.works_from, row.works_until, row.timezone)


@prepared
def _hours_of() -> Statement:
    return select(User.working_days, User.works_from, User.works_until, User.timezone).where(User.id == value("person"))


async def _account(session: AsyncSession, viewer: Viewer, account_id: str | None) -> View | None:
    if account_id is None:
        return None
    account = await named(session, viewer, "account", account_id)
    if account is None:
        raise NotFound
    return account


async def _lines(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, wanted: Wanted, agendas: Agendas
) -> list[View]:
    """The activities shown one by one, by the day and the hour; what has no hour first."""
    span = wanted.span
    first, last = (span.day, span.day) if span.scale is Scale.MONTH else (span.first, span.last)
    looks, given = _narrowed(viewer, wanted, agendas)
    found = await _between(session, viewer, *looks, first=first, last=last, **given)
    return [
        as_view(row, viewer, translate, now)
        | {
            "revision": row.revision,
            "hour": row.starts_at.astimezone(now.tzinfo).strftime("%H:%M") if row.starts_at else None,
            "owner": {"name": row.owner} if row.owner and not agendas.is_one_s else None,
        }
        for row in found
    ]


@prepared
def _between(sight: Sight, owned: bool, of_account: bool) -> Statement:
    statement = rows(sight).add_columns(Activity.revision, User.name.label("owner"))
    return (
        _in_range(statement.outerjoin(User, User.id == Activity.owner_id), owned, of_account)
        .order_by(Activity.day, Activity.starts_at.is_not(None), Activity.starts_at, Activity.id)
        .limit(MOST + 1)
    )


async def _weeks(
    session: AsyncSession, viewer: Viewer, translate: Translator, wanted: Wanted, agendas: Agendas
) -> list[list[View]]:
    """A month's weeks: each day with how much is planned and done."""
    span = wanted.span
    looks, given = _narrowed(viewer, wanted, agendas)
    counts: dict[date, dict[str, int]] = {}
    for row in await _numbers(session, viewer, *looks, first=span.first, last=span.last, **given):
        counts.setdefault(row.day, {})[row.state] = int(row.number)
    days = [
        {
            "day": day.isoformat(),
            "number": day.day,
            "inside": day.month == span.day.month,
            "chosen": day == span.day,
            "href": wanted.address(Span(Scale.MONTH, day)),
            **{state: counts.get(day, {}).get(state, 0) for state in _SHOWN},
        }
        for day in span.days
    ]
    return [days[start : start + 7] for start in range(0, len(days), 7)]


@prepared
def _numbers(sight: Sight, owned: bool, of_account: bool) -> Statement:
    statement = visible(select(Activity.day, Activity.state, func.count().label("number")), sight, Activity)
    return _in_range(statement, owned, of_account).group_by(Activity.day, Activity.state)


def _narrowed(viewer: Viewer, wanted: Wanted, agendas: Agendas) -> tuple[tuple[bool, bool], Mapping[str, Any]]:
    """How a statement looks for what is wanted, and what it is given."""
    owners = agendas.owner_ids(viewer)
    given: dict[str, Any] = {}
    if owners is not None:
        given["owners"] = owners
    if wanted.account_id is not None:
        given["account"] = wanted.account_id
    return (owners is not None, wanted.account_id is not None), given


def _in_range(statement: Select[*tuple[Any, ...]], owned: bool, of_account: bool) -> Select[*tuple[Any, ...]]:
    statement = statement.where(
        Activity.state.in_(_SHOWN), Activity.day >= value("first"), Activity.day <= value("last")
    )
    if owned:
        statement = statement.where(Activity.owner_id.in_(values("owners")))
    return statement.where(Activity.account_id == value("account")) if of_account else statement


def _weekdays(translate: Translator) -> list[str]:
    """Monday to Sunday, short."""
    names = Locale.parse(translate.locale).days["stand-alone"]["abbreviated"]
    return [str(names[number]) for number in range(7)]
