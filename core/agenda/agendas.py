"""Whose agendas one may look at: one's own, those of the people below, anybody's for who sees the whole company."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.errors import NotFound
from core.i18n import N_, Translator
from core.people.models import Membership, User
from core.policy import Viewer
from core.prepared import Statement, prepared, value, values

ME, TEAM, EVERYBODY = "me", "team", "all"
_MOST_OFFERED = 40


@dataclass(frozen=True, slots=True)
class Agendas:
    """Whose activities an agenda shows."""

    key: str
    """`me`, `team` (oneself and those below), `all` (of one account, as far as they are seen), or a person's id."""
    people: Sequence[tuple[str, str]]
    """Whom one may choose, by name: id, name."""

    def owner_ids(self, viewer: Viewer) -> list[str] | None:
        """The owners; None for whoever it is."""
        if self.key == EVERYBODY:
            return None
        return [viewer.user_id, *sorted(viewer.below)] if self.key == TEAM else [self.owner_id(viewer)]

    def owner_id(self, viewer: Viewer) -> str:
        """The one person's whose it is, else the viewer."""
        return viewer.user_id if self.key in (ME, TEAM, EVERYBODY) else self.key

    def choices(self, viewer: Viewer, translate: Translator, *, of_account: bool) -> list[tuple[str, str]]:
        """What may be chosen, key and name; nothing where there is but one."""
        named = [(ME, translate(N_("Mine")))]
        if of_account:
            named.insert(0, (EVERYBODY, translate(N_("Everybody's"))))
        if viewer.below:
            named.append((TEAM, translate(N_("My team's"))))
        named += self.people
        return named if len(named) > 1 else []


async def agendas_of(session: AsyncSession, viewer: Viewer, key: str, *, of_account: bool) -> Agendas:
    """What an address asks for. Raises `NotFound` for an agenda that one may not look at. One query."""
    people = [(row.id, row.name) for row in await _people(session, viewer, key)]
    fixed = {ME, *([TEAM] if viewer.below else ()), *([EVERYBODY] if of_account else ())}
    if key not in fixed and key not in {person_id for person_id, _ in people}:
        raise NotFound
    return Agendas(key, people)


async def _people(session: AsyncSession, viewer: Viewer, key: str) -> Sequence[Any]:
    """The one that is looked at, and the first by name."""
    everywhere = viewer.seen.everything
    if not everywhere and not viewer.below:
        return []
    among = {} if everywhere else {"below": sorted(viewer.below)}
    looked_at = viewer.user_id if key in (ME, TEAM, EVERYBODY) else key
    found = await _colleagues(
        session, None, everywhere, company=viewer.company_id, me=viewer.user_id, looked_at=looked_at, **among
    )
    return found.all()


@prepared
def _colleagues(everywhere: bool) -> Statement:
    statement = (
        select(User.id, User.name)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.company_id == value("company"), Membership.disabled_at.is_(None), User.id != value("me"))
    )
    if not everywhere:
        statement = statement.where(User.id.in_(values("below")))
    return statement.order_by(User.id != value("looked_at"), User.name, User.id).limit(_MOST_OFFERED)
