"""What each person opened lately, on whichever device: a few records a membership, in one row.

Opening a record must cost nothing: it is noted in memory, and every few seconds what was noted is written, everybody's
in one transaction. What is kept are ids alone: whether their owner still sees the records is asked whenever they are
shown.
"""

import asyncio
import logging
from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Select, select, tuple_
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from core.database import EVERY_COMPANY, Base, insert_into, transaction
from core.people.models import Membership
from core.policy import Viewer
from core.prepared import ME, Statement, prepared
from core.records import CompanyOwned, Id, Json, belongs_to

MOST: Final = 12
SECONDS_BETWEEN: Final = 3.0

log = logging.getLogger(__name__)

Person = tuple[str, str]
"""Company and user."""
Opened = tuple[str, str]
"""Kind and id of a record."""

_noted: dict[Person, list[Opened]] = {}
"""What this process has not written yet, the newest first."""


class Recent(CompanyOwned, Base):
    """The records that a member opened last."""

    __tablename__ = "recents"

    user_id: Mapped[str] = mapped_column(Id, primary_key=True)
    opened: Mapped[list[list[str]]] = mapped_column(Json)
    """Kind and id of each, the newest first."""

    __table_args__ = (belongs_to("memberships", "user_id", "user_id"),)


def note_opened(company_id: str, user_id: str, kind: str, record_id: str) -> None:
    """Notes that the member has a record before them."""
    person = (company_id, user_id)
    _noted[person] = _newest([(kind, record_id)], _noted.get(person, ()))


async def recents(session: AsyncSession, viewer: Viewer) -> list[Opened]:
    """Kind and id of what the viewer opened last, the newest first: also of what is gone or no longer seen."""
    kept = (await _kept(session, viewer)).scalar_one_or_none() or []
    return _newest(_noted.get((viewer.company_id, viewer.user_id), ()), ((kind, one) for kind, one in kept))


@prepared
def _kept(_: Any) -> Statement:
    return select(Recent.opened).where(Recent.user_id == ME)


async def keep_recents() -> None:
    """Writes what this process has noted."""
    noted = dict(_noted)
    if not noted:
        return
    async with transaction(EVERY_COMPANY) as session:
        kept = {
            (row.company_id, row.user_id): row.opened or ()
            for row in await session.execute(_of_members().where(_MEMBER.in_(list(noted))))
        }
        rows = [
            {
                "company_id": company_id,
                "user_id": user_id,
                "opened": _newest(noted[company_id, user_id], map(tuple, old)),
            }
            for (company_id, user_id), old in kept.items()
        ]
        if rows:
            line = insert_into(session, Recent).values(rows)
            key = ["company_id", "user_id"]
            await session.execute(line.on_conflict_do_update(index_elements=key, set_={"opened": line.excluded.opened}))
    for person, opened in noted.items():
        if _noted.get(person) is opened:
            del _noted[person]


_MEMBER = tuple_(Membership.company_id, Membership.user_id)


def _of_members() -> Select[*tuple[Any, ...]]:
    """What is kept of each; who is no longer a member is not among them."""
    mine = (Recent.company_id == Membership.company_id) & (Recent.user_id == Membership.user_id)
    return select(Membership.company_id, Membership.user_id, Recent.opened).outerjoin(Recent, mine)


async def keep_recents_again_and_again() -> None:
    """Every few seconds, until it is cancelled; then once more."""
    try:
        while True:
            await asyncio.sleep(SECONDS_BETWEEN)
            await _try_to_keep()
    finally:
        await _try_to_keep()


async def _try_to_keep() -> None:
    try:
        await keep_recents()
    except (SQLAlchemyError, OSError) as error:
        _noted.clear()
        log.warning("What was opened lately was not kept: %s", type(error).__name__)


def _newest(first: Iterable[Any], then: Iterable[Any]) -> list[Opened]:
    return list(dict.fromkeys([*first, *then]))[:MOST]
