"""The first steps of somebody new: five things that the day needs, ticked off by what the person has really done."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import exists, literal, select, union
from sqlalchemy.ext.asyncio import AsyncSession

from core.events import PerformedOperation
from core.operations import Payload, Result, operation
from core.people.models import ChatLink
from core.policy import Permission, Sight, Viewer
from core.prepared import ME, Statement, prepared, values
from core.work import Work

View = dict[str, Any]

SHOWN_FOR = timedelta(days=30)
"""After somebody came; by then who wants no tour has none."""
_CHOICES_LOOKED_AT = 50


class Step(StrEnum):
    """In the order in which they are shown."""

    CHAT = "chat"
    LOG = "log"
    CONTACT = "contact"
    MOVE = "move"
    HOURS = "hours"


_LINKED = "chat.link"
"""Not an operation: a chat's link is no company's."""
_CLOSED = "first_steps.close"
_DONE_BY: Mapping[str, Step] = {
    _LINKED: Step.CHAT,
    "activity.log": Step.LOG,
    "contact.create": Step.CONTACT,
    "contact.create_from_card": Step.CONTACT,
    "contact.update_from_card": Step.CONTACT,
    "opportunity.move": Step.MOVE,
}
_NEEDS: Mapping[Step, Permission] = {
    Step.LOG: Permission.ACTIVITY_EDIT,
    Step.CONTACT: Permission.CONTACT_EDIT,
    Step.MOVE: Permission.OPPORTUNITY_EDIT,
}


class SkipFirstStep(Payload):
    step: Step


class CloseFirstSteps(Payload):
    pass


@operation("first_steps.skip", None, undoable=False)
async def skip_first_step(work: Work, payload: SkipFirstStep) -> Result:
    """One does without this step."""
    return {"step": payload.step.value}


@operation(_CLOSED, None, undoable=False)
async def close_first_steps(work: Work, payload: CloseFirstSteps) -> Result:
    """One has seen enough; they do not come back."""
    return {"closed": True}


async def first_steps(session: AsyncSession, viewer: Viewer, came_at: datetime, now: datetime) -> View | None:
    """The steps that are the viewer's to take, and which are done: `steps` (key, is_done), `done`, `count`.

    None when there is nothing left to do, when they were closed, or when the viewer came long ago (without a query).
    """
    if now - came_at > SHOWN_FOR:
        return None
    names = {row.name for row in await _did(session, viewer, names=[*_DONE_BY, _CLOSED])}
    if _CLOSED in names:
        return None
    done = {_DONE_BY[name] for name in names}
    for row in await _chosen(session, viewer):
        done |= (
            {Step(row.result["step"])} if "step" in row.result else {Step.HOURS} if row.result.get("hours") else set()
        )
    steps = [
        {"key": step.value, "is_done": step in done} for step in Step if step not in _NEEDS or viewer.may(_NEEDS[step])
    ]
    count = sum(step["is_done"] is True for step in steps)
    return {"steps": steps, "done": count, "count": len(steps)} if count < len(steps) else None


@prepared
def _did(_: Sight) -> Statement:
    """Names of what the viewer did and did not take back; a linked chat counts."""
    linked = select(literal(_LINKED).label("name")).where(exists(select(ChatLink.id).where(ChatLink.user_id == ME)))
    return union(
        linked,
        select(PerformedOperation.name).where(
            PerformedOperation.user_id == ME,
            PerformedOperation.name.in_(values("names")),
            PerformedOperation.undone_by.is_(None),
        ),
    )


@prepared
def _chosen(_: Sight) -> Statement:
    return (
        select(PerformedOperation.result)
        .where(
            PerformedOperation.user_id == ME,
            PerformedOperation.name.in_(("first_steps.skip", "settings.edit")),
            PerformedOperation.undone_by.is_(None),
        )
        .order_by(PerformedOperation.at.desc())
        .limit(_CHOICES_LOOKED_AT)
    )
