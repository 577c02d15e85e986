"""Views of a list: saved, changed, deleted, chosen to begin with."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field
from sqlalchemy import select

from core.errors import NotFound, NotPermitted, invalid
from core.i18n import N_
from core.lists.filters import SORT
from core.lists.models import FirstView, SavedView
from core.lists.queries import is_shared_with
from core.lists.table import LISTINGS
from core.operations import Payload, Result, operation
from core.payloads import IdField, ShortLine, ShortName
from core.people.models import TeamMember
from core.policy import Permission
from core.records import new_id
from core.work import Work

Key = Annotated[str, Field(max_length=20)]


class SharedWith(StrEnum):
    ME = "me"
    TEAM = "team"
    COMPANY = "company"


class SaveView(Payload):
    id: IdField | None = None
    listing: Key
    name: ShortName
    filter: Annotated[dict[Key, ShortLine], Field(max_length=20)] = {}
    columns: Annotated[list[Key], Field(max_length=20)] = []
    shared: SharedWith = SharedWith.ME
    team_id: IdField | None = None


class EditView(Payload):
    id: IdField
    name: ShortName | None = None
    filter: Annotated[dict[Key, ShortLine], Field(max_length=20)] | None = None
    columns: Annotated[list[Key], Field(max_length=20)] | None = None
    shared: SharedWith | None = None
    team_id: IdField | None = None


class DeleteView(Payload):
    id: IdField


class BeginWithView(Payload):
    listing: Key
    id: IdField | None = None
    """None: with everything."""


@operation("view.save", None)
async def save_view(work: Work, payload: SaveView) -> Result:
    """Keeps a filter and columns under a name."""
    _check_listing(work, payload.listing)
    _check_words(payload.listing, payload.filter, payload.columns)
    await _check_shared(work, payload.shared, payload.team_id)
    view = await work.add(
        SavedView(
            id=payload.id or new_id(),
            user_id=work.viewer.user_id,
            **payload.model_dump(exclude={"id", "team_id"}, mode="json"),
            team_id=payload.team_id if payload.shared is SharedWith.TEAM else None,
        )
    )
    return {"id": view.id, "name": view.name}


@operation("view.edit", None)
async def edit_view(work: Work, payload: EditView) -> Result:
    """Renames a view, changes what it lists or with whom it is shared; for whose it is, and who runs the company."""
    view = await _editable(work, payload.id)
    _check_words(view.listing, payload.filter or {}, payload.columns or [])
    values = payload.model_dump(exclude={"id"}, exclude_none=True, mode="json")
    if payload.shared is not None:
        await _check_shared(work, payload.shared, payload.team_id)
        values["team_id"] = payload.team_id if payload.shared is SharedWith.TEAM else None
    else:
        values.pop("team_id", None)
    work.change(view, **values)
    return {"id": view.id, "name": view.name, "listing": view.listing}


@operation("view.delete", None)
async def delete_view(work: Work, payload: DeleteView) -> Result:
    """Removes a view; whoever began with it begins with everything."""
    view = await _editable(work, payload.id)
    for first in await work.session.scalars(select(FirstView).where(FirstView.view_id == view.id)):
        await work.remove(first)
    await work.remove(view)
    return {"name": view.name, "listing": view.listing}


@operation("view.begin_with", None)
async def begin_with_view(work: Work, payload: BeginWithView) -> Result:
    """What one's own list begins with."""
    _check_listing(work, payload.listing)
    view = await _seen(work, payload.id) if payload.id else None
    if view is not None and view.listing != payload.listing:
        raise NotFound
    first = await work.session.scalar(
        select(FirstView).where(FirstView.user_id == work.viewer.user_id, FirstView.listing == payload.listing)
    )
    if view is None:
        if first is not None:
            await work.remove(first)
        return {"name": None}
    if first is None:
        await work.add(FirstView(listing=payload.listing, user_id=work.viewer.user_id, view_id=view.id))
    else:
        work.change(first, view_id=view.id)
    return {"id": view.id, "name": view.name}


async def _seen(work: Work, view_id: str) -> SavedView:
    view = await work.see(SavedView, view_id)
    if not is_shared_with(work.viewer.user_id, view, await _teams(work)):
        raise NotFound
    return view


async def _editable(work: Work, view_id: str) -> SavedView:
    view = await _seen(work, view_id)
    if view.user_id != work.viewer.user_id and not work.viewer.may(Permission.COMPANY_MANAGE):
        raise NotPermitted
    return view


async def _teams(work: Work) -> set[str]:
    mine = select(TeamMember.team_id).where(TeamMember.user_id == work.viewer.user_id)
    return set(await work.session.scalars(mine))


def _check_listing(work: Work, listing: str) -> None:
    if listing not in LISTINGS:
        raise invalid("listing", N_("That is not one of the choices."))
    if f"{listing}.see" not in work.viewer.permissions:
        raise NotPermitted


def _check_words(listing: str, wanted: dict[str, str], columns: list[str]) -> None:
    if any(name != SORT and LISTINGS[listing].filter(name) is None for name in wanted):
        raise invalid("filter", N_("That is not one of the choices."))
    if any(name not in LISTINGS[listing].columns for name in columns):
        raise invalid("columns", N_("That is not one of the choices."))


async def _check_shared(work: Work, shared: SharedWith, team_id: str | None) -> None:
    if shared is not SharedWith.TEAM:
        return
    if team_id is None:
        raise invalid("team_id", N_("This is needed."))
    if team_id not in await _teams(work):
        raise NotFound
