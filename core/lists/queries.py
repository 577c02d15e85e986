"""Saved views as plain views, and what a list's filters offer."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.lists.filters import Listing
from core.lists.models import FirstView, SavedView
from core.marks import is_common
from core.people.models import Membership, Team, TeamMember, Unit, User
from core.policy import Permission, Sight, Viewer
from core.prepared import ME, Statement, prepared, value

View = dict[str, Any]


def is_shared_with(user_id: str, view: Any, teams: Collection[str]) -> bool:
    """Whether the view is this person's, everybody's, or of one of these teams."""
    return view.user_id == user_id or view.shared == "company" or (view.shared == "team" and view.team_id in teams)


async def saved_views(session: AsyncSession, viewer: Viewer, listing: str) -> list[View]:
    """The views that the viewer may choose from, by name: one's own, one's teams', the company's. One query."""
    return [_saved(row, viewer) for row in await _views(session, viewer, "listing", of=listing)]


async def saved_view(session: AsyncSession, viewer: Viewer, view_id: str) -> View | None:
    """One of them; None for one that the viewer may not choose."""
    row = (await _views(session, viewer, "id", of=view_id)).one_or_none()
    return _saved(row, viewer) if row else None


async def my_teams(session: AsyncSession, viewer: Viewer) -> list[View]:
    """The teams that the viewer is in, by name."""
    return [{"id": row.id, "name": row.name} for row in await _teams(session, viewer)]


@prepared
def _teams(_: Sight) -> Statement:
    return (
        select(Team.id, Team.name)
        .join(TeamMember, (TeamMember.company_id == Team.company_id) & (TeamMember.team_id == Team.id))
        .where(TeamMember.user_id == ME)
        .order_by(Team.name)
    )


def _saved(row: Any, viewer: Viewer) -> View:
    return {
        "id": row.id,
        "listing": row.listing,
        "name": row.name,
        "filter": row.filter,
        "columns": row.columns,
        "shared": row.shared,
        "team_id": row.team_id,
        "by": row.by if row.user_id != viewer.user_id else None,
        "is_first": row.first is not None,
        "may_edit": row.user_id == viewer.user_id or viewer.may(Permission.COMPANY_MANAGE),
    }


@prepared
def _views(_: Sight, by: str) -> Statement:
    mine = select(TeamMember.team_id).where(TeamMember.user_id == ME)
    return (
        select(
            SavedView.id, SavedView.listing, SavedView.name, SavedView.filter, SavedView.columns, SavedView.shared,
            SavedView.team_id, SavedView.user_id, User.name.label("by"), FirstView.id.label("first"),
        )
        .join(User, User.id == SavedView.user_id)
        .outerjoin(
            FirstView,
            (FirstView.company_id == SavedView.company_id) & (FirstView.view_id == SavedView.id)
            & (FirstView.user_id == ME),
        )
        .where(
            getattr(SavedView, by) == value("of"),
            or_(
                SavedView.user_id == ME,
                SavedView.shared == "company",
                (SavedView.shared == "team") & SavedView.team_id.in_(mine),
            ),
        )
        .order_by(SavedView.name, SavedView.id)
    )  # fmt: skip


async def people_and_units(session: AsyncSession) -> tuple[list[View], list[View]]:
    """By name: everybody at work in the company, whom a record may belong to; and its units. One query."""
    found: dict[str, list[View]] = {"person": [], "unit": []}
    for row in await _people_and_units(session, None):
        found[row.what].append({"id": row.id, "name": row.name})
    return found["person"], found["unit"]


@prepared
def _people_and_units() -> Statement:
    people = (
        select(literal("person").label("what"), User.id.label("id"), User.name.label("name"))
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.disabled_at.is_(None))
    )
    both = people.union_all(select(literal("unit"), Unit.id, Unit.name))
    return both.order_by("name", "id")


async def common_words(session: AsyncSession, listing: Listing, bound: Mapping[str, Any]) -> frozenset[str]:
    """Of the filters by a word those whose word many have. One query a word that is `bound`.

    Few are looked up one by one; among many, whoever comes next by name probably has it.
    """
    words = {one.name: bound[f"f_{one.name}"] for one in listing.filters if one.sort and f"f_{one.name}" in bound}
    return frozenset([name for name, word in words.items() if await is_common(session, listing.kind, name, word)])
