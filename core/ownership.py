"""Who a new record belongs to, and giving a record to somebody else."""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from core.errors import NotFound, NotPermitted
from core.operations import Payload
from core.payloads import IdField
from core.people.models import Membership, Team, Unit
from core.policy import Permission, Viewer
from core.records import Owned
from core.work import Work


class OwnerGiven(Payload):
    """The part of a payload that says who answers for a record; what is left out stays as it is."""

    owner_id: IdField | None = None
    unit_id: IdField | None = None
    team_id: IdField | None = None


@dataclass(frozen=True, slots=True)
class Ownership:
    owner_id: str | None
    unit_id: str | None
    team_id: str | None

    def as_values(self) -> dict[str, Any]:
        return {"owner_id": self.owner_id, "unit_id": self.unit_id, "team_id": self.team_id}


async def new_ownership(work: Work, given: OwnerGiven, beside: Owned | None = None) -> Ownership:
    """The owner of a new record: as given, else as the record it stands beside, else the one who makes it."""
    if given.owner_id is None:
        owner_id: str | None = work.viewer.user_id
        unit_id = beside.unit_id if beside else work.viewer.unit_id
    else:
        owner_id = given.owner_id
        unit_id = await unit_of(work, owner_id)
    usual = Ownership(work.viewer.user_id, unit_id, beside.team_id if beside else None)
    made = Ownership(owner_id, given.unit_id or usual.unit_id, given.team_id or usual.team_id)
    await _check(work, made, usual)
    return made


async def assign(work: Work, record: Owned, given: OwnerGiven) -> None:
    """Gives the record to the owner, unit or team that the payload names. Asks for `record.assign`."""
    values = given.model_dump(exclude_unset=True, include={"owner_id", "unit_id", "team_id"})
    if not values:
        return
    usual = Ownership(record.owner_id, record.unit_id, record.team_id)
    if given.owner_id is not None and "unit_id" not in values:
        values["unit_id"] = await unit_of(work, given.owner_id)
        usual = replace(usual, unit_id=values["unit_id"])
    after = Ownership(
        values.get("owner_id", record.owner_id),
        values.get("unit_id", record.unit_id),
        values.get("team_id", record.team_id),
    )
    await _check(work, after, usual)
    work.change(record, **values)  # type: ignore[arg-type]


async def unit_of(work: Work, user_id: str | None) -> str:
    """The unit that a colleague works in; `NotFound` for who is not at work here."""
    key = f"unit of {user_id}"
    if key not in work.together.answers:
        work.together.answers[key] = await work.session.scalar(
            select(Membership.unit_id).where(Membership.user_id == user_id, Membership.disabled_at.is_(None))
        )
    unit_id: str | None = work.together.answers[key]
    if unit_id is None:
        raise NotFound
    return unit_id


async def _check(work: Work, made: Ownership, usual: Ownership) -> None:
    """Whether all of it is there, and whether the viewer may give away what is not as it would be by itself."""
    if made.owner_id not in (None, work.viewer.user_id):
        await unit_of(work, made.owner_id)
    for model, record_id, known in ((Unit, made.unit_id, usual.unit_id), (Team, made.team_id, usual.team_id)):
        if record_id not in (None, known) and await work.load(model, record_id) is None:
            raise NotFound
    if not work.viewer.may(Permission.RECORD_ASSIGN) and not _within_reach(work.viewer, made, usual):
        raise NotPermitted


def _within_reach(viewer: Viewer, made: Ownership, usual: Ownership) -> bool:
    """To oneself or those below, in one's own unit or one that one edits, in one's own team."""
    return (
        (made.owner_id == usual.owner_id or made.owner_id in viewer.below | {viewer.user_id})
        and (made.unit_id == usual.unit_id or made.unit_id in viewer.edited.units | {viewer.unit_id})
        and (made.team_id == usual.team_id or made.team_id in viewer.edited.teams)
    )
