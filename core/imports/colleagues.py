"""Whom and which unit a file names, as far as its person may give records to them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.errors import CrmError
from core.folding import fold
from core.i18n import N_
from core.people.models import Membership, Unit, User
from core.policy import Permission, Viewer


@dataclass(frozen=True, slots=True)
class Colleagues:
    """Everybody at work in the company, and its units."""

    viewer: Viewer
    people: Mapping[str, str]
    """E-mail or folded name → id; a name that two have leads nowhere (empty)."""
    units: Mapping[str, str]

    def owner(self, written: str) -> dict[str, str]:
        """Part of a payload. Raises `CrmError` with what is wrong."""
        found = self.people.get(written.strip().lower(), self.people.get(fold(written)))
        if found is None:
            raise CrmError(N_("Nobody here is called so: write the e-mail of a colleague."))
        if not found:
            raise CrmError(N_("Several are called so: write the e-mail."))
        viewer = self.viewer
        if found != viewer.user_id and found not in viewer.below and not viewer.may(Permission.RECORD_ASSIGN):
            raise CrmError(N_("You may not give records to this colleague."))
        return {"owner_id": found}

    def unit(self, written: str) -> dict[str, str]:
        """Part of a payload. Raises `CrmError` with what is wrong."""
        found = self.units.get(fold(written))
        if not found:
            raise CrmError(N_("There is no business unit of this name."))
        viewer = self.viewer
        reached = found == viewer.unit_id or found in viewer.edited.units or viewer.edited.everything
        if not reached and not viewer.may(Permission.RECORD_ASSIGN):
            raise CrmError(N_("You may not put records into this business unit."))
        return {"unit_id": found}


async def colleagues_of(session: AsyncSession, viewer: Viewer) -> Colleagues:
    """Two queries."""
    rows = await session.execute(
        select(User.id, User.name, User.email)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.disabled_at.is_(None), User.disabled_at.is_(None))
    )
    people: dict[str, str] = {}
    for row in rows:
        people[fold(row.name)] = "" if fold(row.name) in people else row.id
        people[row.email.lower()] = row.id
    units: dict[str, str] = {}
    for unit_id, name in await session.execute(select(Unit.id, Unit.name)):
        units[fold(name)] = "" if fold(name) in units else unit_id
    return Colleagues(viewer, people, units)
