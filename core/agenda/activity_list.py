"""Activities as a list: what is wanted in its order, what a search finds, and what it all adds up to."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.activity_filters import ACTIVITIES, STATES
from core.agenda.finding import found_by_words
from core.agenda.models import Activity
from core.agenda.rows import as_view, rows
from core.customers.places import label
from core.i18n import Translator
from core.lists import cells
from core.lists.paging import fitting, page_of
from core.people.models import Unit, User
from core.policy import Sight, visible
from core.prepared import Statement, among, prepared
from core.reader import Reader
from core.sales.models import Opportunity

View = dict[str, Any]

_LOOKED_AT = 200


async def activity_list(
    session: AsyncSession, reader: Reader, wanted: Mapping[str, str], columns: Sequence[str], sort: str = "",
    after: str | None = None,
) -> View:  # fmt: skip
    """`rows`: all that are wanted, in order; `totals`: how many they are and how long they take; `after`.

    Only what is filtered is added up: of everything there is, nobody asks.
    """
    ids, goes_on = await page_of(session, reader, "activity", wanted, sort, after)
    found = await _lines(session, reader, ids, columns)
    totals = await _totals(session, reader, wanted) if wanted and found and after is None else []
    return {"rows": _by_the_hour(found), "totals": totals, "after": goes_on}


async def found_activities(
    session: AsyncSession, reader: Reader, words: str, wanted: Mapping[str, str], columns: Sequence[str]
) -> View:
    """What a search finds among those wanted, the newest first."""
    found = await found_by_words(session, reader.viewer, words, _LOOKED_AT)
    ids = await fitting(session, reader, "activity", [one.id for one in found], wanted)
    return {"rows": await _lines(session, reader, ids, columns)}


async def _totals(session: AsyncSession, reader: Reader, wanted: Mapping[str, str]) -> list[View]:
    row = (await _sums(session, reader.viewer, tuple(wanted), **ACTIVITIES.bound(wanted, reader))).one()
    return [{"count": int(row.number), "minutes": int(row.minutes or 0) or None}]


@prepared
def _sums(sight: Sight, filters: tuple[str, ...]) -> Statement:
    statement = select(func.count().label("number"), func.sum(Activity.minutes).label("minutes"))
    return visible(ACTIVITIES.narrowed(statement, sight, filters), sight, Activity)


def _by_the_hour(lines: Sequence[View]) -> list[View]:
    """Those of one day as its hours go; what has no hour first. The days stay as they are."""
    days = {day: place for place, day in enumerate(dict.fromkeys(line["day"] for line in lines))}
    return sorted(lines, key=lambda line: (days[line["day"]], line["starts_at"] or ""))


async def _lines(session: AsyncSession, reader: Reader, ids: Sequence[str], columns: Sequence[str]) -> list[View]:
    """In the order of `ids`: one query."""
    found = {row.id: row for row in await _rows(session, reader.viewer, ids=list(ids))} if ids else {}
    return [_line(found[one], reader, columns) for one in ids if one in found]


def _line(row: Any, reader: Reader, columns: Sequence[str]) -> View:
    line = as_view(row, reader.viewer, reader.translate, reader.now)
    said = row.subject or (row.note or "").partition("\n")[0][:160]
    return line | {
        "said": said or None,
        "cells": [_CELLS[column](row, line | {"said": said}, reader.translate) for column in columns],
    }


_CELLS: Mapping[str, Callable[[Any, View, Translator], cells.Cell]] = {
    "what": lambda _, line, __: cells.text(line["said"]),
    "type": lambda _, line, __: cells.text(line["kind_name"]),
    "day": lambda _, line, __: cells.day(line["day"]),
    "minutes": lambda row, *_: cells.minutes(row.minutes),
    "contact": lambda row, *_: cells.text(row.contact),
    "opportunity": lambda row, *_: cells.text(row.opportunity),
    "state": lambda row, _, translate: cells.text(label(STATES, row.state, translate)),
    "result": lambda row, *_: cells.text(row.result),
    "owner": lambda row, *_: cells.text(row.owner),
    "unit": lambda row, *_: cells.text(row.unit),
}


@prepared
def _rows(sight: Sight) -> Statement:
    sale: Select[Any] = select(Opportunity.title).where(
        Opportunity.company_id == Activity.company_id, Opportunity.id == Activity.opportunity_id
    )
    return (
        rows(sight)
        .outerjoin(User, User.id == Activity.owner_id)
        .outerjoin(Unit, (Unit.company_id == Activity.company_id) & (Unit.id == Activity.unit_id))
        .add_columns(
            Activity.note, Activity.result, User.name.label("owner"), Unit.name.label("unit"),
            visible(sale, sight, Opportunity).correlate(Activity).scalar_subquery().label("opportunity"),
        )
        .where(among(Activity.id, "ids"))
    )  # fmt: skip
