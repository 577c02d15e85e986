"""Whom one may name by an `@` in what is noted of an activity, so that they are told: those who may see it."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity
from core.errors import NotFound
from core.folding import fold
from core.people.models import Membership, User
from core.policy import Permission, Viewer, visible
from core.viewers import viewer_of

_OFFERED = 6
_ASKED = 40
"""Of how many it is asked at most whether they may see it: more letters make them fewer."""


async def names_to_mention(
    session: AsyncSession, viewer: Viewer, words: str, activity_id: str | None = None
) -> list[str]:
    """A few names that begin with these words, of colleagues who may see the activity.

    Without an activity: of those who may see what the viewer is about to make.
    """
    owner = await _owner_of(session, viewer, activity_id)
    if owner is None:
        return []
    people = await session.execute(
        select(User.id, User.name)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.disabled_at.is_(None), User.id != viewer.user_id)
        .order_by(User.name, User.id)
    )
    begun = [person for person in people if fold(person.name).startswith(fold(words))]
    names: list[str] = []
    for person in begun[:_ASKED]:
        if len(names) < _OFFERED and await _sees(session, viewer.company_id, person.id, owner):
            names.append(person.name)
    return names


_Owner = tuple[str | None, str | None, str | None]
"""Person, team, unit."""


async def _owner_of(session: AsyncSession, viewer: Viewer, activity_id: str | None) -> _Owner | None:
    if activity_id is None:
        return viewer.user_id, None, viewer.unit_id
    statement = select(Activity.owner_id, Activity.team_id, Activity.unit_id).where(Activity.id == activity_id)
    found = (await session.execute(visible(statement, viewer, Activity))).one_or_none()
    return (found.owner_id, found.team_id, found.unit_id) if found else None


async def _sees(session: AsyncSession, company_id: str, user_id: str, owner: _Owner) -> bool:
    try:
        colleague = await viewer_of(session, company_id, user_id)
    except NotFound:  # locked out everywhere
        return False
    return colleague.may(Permission.ACTIVITY_SEE) and colleague.seen.covers_owner(*owner)
