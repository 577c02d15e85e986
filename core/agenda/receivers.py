"""Whom an activity may be given to."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.people.models import Membership, User
from core.policy import Permission, Viewer
from core.prepared import Statement, prepared, value, values

View = dict[str, Any]
_MOST = 1_000


def may_give_away(viewer: Viewer) -> bool:
    """Whether there is anybody whom the viewer may give something to (see `core.ownership`)."""
    return viewer.may(Permission.RECORD_ASSIGN) or bool(viewer.below)


async def receivers(session: AsyncSession, viewer: Viewer) -> list[View]:
    """By name: everybody at work for who may assign, else oneself and those below."""
    anybody = viewer.may(Permission.RECORD_ASSIGN)
    among = {} if anybody else {"people": [viewer.user_id, *sorted(viewer.below)]}
    found = await _at_work(session, None, anybody, company=viewer.company_id, **among)
    return [{"id": row.id, "name": row.name} for row in found]


@prepared
def _at_work(anybody: bool) -> Statement:
    statement = (
        select(User.id, User.name)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.company_id == value("company"), Membership.disabled_at.is_(None))
    )
    if not anybody:
        statement = statement.where(User.id.in_(values("people")))
    return statement.order_by(User.name, User.id).limit(_MOST)
