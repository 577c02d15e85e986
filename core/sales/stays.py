"""How long an opportunity stood in each stage, since when, and who moved it there."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.events import Event
from core.i18n import Translator
from core.local_time import local
from core.people.models import User
from core.prepared import Statement, prepared, value
from core.sales.models import Stage, StageVisit
from core.standard_names import stage_name

View = dict[str, Any]

_SHOWN = 40
_LOOKED_AT = 300
"""So many of its latest events tell who moved it; of an earlier move nobody is named."""


async def stays_of(session: AsyncSession, translate: Translator, now: datetime, opportunity_id: str) -> list[View]:
    """Its stays in stages, the latest first: whole days in each, until now in the one where it is. Two queries.

    For an opportunity that the caller has shown to be visible.
    """
    stays = (await _stays(session, None, opportunity=opportunity_id)).all()
    movers = await _movers(session, opportunity_id)
    return [
        {
            "stage_name": stage_name(row.key, row.name, translate),
            "since": local(row.entered_at, now),
            "until": local(row.left_at, now),
            "days": max(((row.left_at or now) - row.entered_at).days, 0),
            "by": movers.get(row.entered_at),
        }
        for row in stays
    ]


async def _movers(session: AsyncSession, opportunity_id: str) -> dict[datetime, str]:
    """Moment of entering → who made it so; an undo, which brings a moment back, is nobody's move."""
    movers: dict[datetime, str] = {}
    for row in await _changes(session, None, opportunity=opportunity_id):
        since = row.difference.get("stage_since", [None, None])[1]
        if since is not None and row.name is not None:
            movers[datetime.fromisoformat(since)] = row.name  # the earliest that says so stays
    return movers


@prepared
def _stays() -> Statement:
    return (
        select(StageVisit.entered_at, StageVisit.left_at, Stage.key, Stage.name)
        .join(Stage, (Stage.company_id == StageVisit.company_id) & (Stage.id == StageVisit.stage_id))
        .where(StageVisit.opportunity_id == value("opportunity"))
        .order_by(StageVisit.entered_at.desc())
        .limit(_SHOWN)
    )


@prepared
def _changes() -> Statement:
    return (
        select(Event.difference, User.name)
        .join(User, User.id == Event.user_id)
        .where(Event.subject_id == value("opportunity"))
        .order_by(Event.revision.desc())
        .limit(_LOOKED_AT)
    )
