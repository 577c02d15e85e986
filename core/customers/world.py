"""The names that sentences may speak of, by company: loaded once, kept up by the change feed, narrowed to a viewer.

Twenty thousand accounts take a second to load and nothing afterwards; a process that reads no sentences loads none.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.models import Activity
from core.customers.models import Account, AccountContact, Contact
from core.database import reading
from core.events import AT_ONCE, Event, last_number, since
from core.i18n import LOCALES, translator
from core.policy import Permission, Sight, Viewer
from core.prepared import ME, Statement, prepared
from core.sales.models import Opportunity, Stage
from core.scopes import Scope
from core.standard_names import stage_name
from core.understanding import world as words
from core.understanding.world import Known, World

_RECENT = 20
_AT_ONCE = 500
_BREATH = 50
_PERMISSIONS = {
    words.Account: Permission.ACCOUNT_SEE,
    words.Contact: Permission.CONTACT_SEE,
    words.Opportunity: Permission.OPPORTUNITY_SEE,
}


@dataclass(frozen=True, slots=True)
class _Belongs:
    """Whose a record is; what `Scope.covers` asks for."""

    owner_id: str | None
    unit_id: str | None
    team_id: str | None


@dataclass(slots=True)
class _Index:
    """One company's names and whose each is, as of event `number`."""

    world: World
    number: int = -1
    belongs: dict[str, _Belongs] = field(default_factory=dict)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


_indexes: dict[str, _Index] = {}


async def world_of(session: AsyncSession, viewer: Viewer) -> World:
    """The company's names as the viewer may see them, as of now; the accounts that he or she was last at come first."""
    index = _indexes.setdefault(viewer.company_id, _Index(World()))
    async with index.lock:
        await _catch_up(session, viewer.company_id, index)
    world = index.world.narrowed(_sight(viewer, index.belongs), await _recent(session, viewer))
    world.timezone, world.currency = viewer.timezone, viewer.currency
    return world


async def warm(company_id: str) -> None:
    """Loads a company's names before the first sentence needs them."""
    index = _indexes.setdefault(company_id, _Index(World()))
    async with reading(company_id) as session, index.lock:
        await _catch_up(session, company_id, index)


def forget_worlds() -> None:
    """Drops every index: for whoever changes the database behind the change feed's back."""
    _indexes.clear()


def _sight(viewer: Viewer, belongs: dict[str, _Belongs]) -> Any:
    seen: Scope = viewer.seen
    allowed = {kind for kind, permission in _PERMISSIONS.items() if viewer.may(permission)}
    nobody = _Belongs(None, None, None)

    def may_see(known: Known) -> bool:
        return type(known) in allowed and seen.covers(belongs.get(known.id, nobody))  # type: ignore[arg-type]

    return may_see


async def _catch_up(session: AsyncSession, company_id: str, index: _Index) -> None:
    if index.number < 0:
        # The number first: what changes while we load is loaded again, never missed.
        index.number = await last_number(session, company_id)
        index.world.stages = await _stages(session)
        await _load(session, index, None)
        return
    events = await since(session, index.number)
    while events:
        touched = {"account": set[str](), "contact": set[str](), "opportunity": set[str]()}
        for event in events:
            if event.subject_kind in touched:
                touched[event.subject_kind].add(event.subject_id)
        ties = [event.subject_id for event in events if event.subject_kind == "account_contact"]
        touched["contact"] |= await _contacts_tied(session, ties)
        for kind, ids in touched.items():
            for record_id in ids:
                _remove(index, kind, record_id)
        await _load(session, index, touched)
        if any(event.subject_kind == "stage" for event in events):
            index.world.stages = await _stages(session)
        index.number = events[-1].number
        events = await since(session, index.number) if len(events) == AT_ONCE else []


async def _load(session: AsyncSession, index: _Index, ids: dict[str, set[str]] | None) -> None:
    """Reads the records with these ids, or all there are."""
    for some in _portions(ids, "account"):
        statement = select(
            Account.id, Account.name, Account.owner_id, Account.unit_id, Account.team_id
        ).where(Account.archived_at.is_(None))  # fmt: skip
        for row in await session.execute(statement if some is None else statement.where(Account.id.in_(some))):
            await _put(index, words.Account(row.id, row.name), row)
    for some in _portions(ids, "contact"):
        await _load_contacts(session, index, some)
    for some in _portions(ids, "opportunity"):
        sales = (
            select(
                Opportunity.id, Opportunity.title, Opportunity.account_id, Opportunity.amount, Stage.key,
                Opportunity.owner_id, Opportunity.unit_id, Opportunity.team_id,
            )
            .join(Stage, (Stage.company_id == Opportunity.company_id) & (Stage.id == Opportunity.stage_id))
            .where(Opportunity.archived_at.is_(None), Opportunity.outcome.in_(("open", "postponed")))
        )  # fmt: skip
        for sale in await session.execute(sales if some is None else sales.where(Opportunity.id.in_(some))):
            amount = Decimal(sale.amount) / 100
            await _put(index, words.Opportunity(sale.id, sale.title, sale.account_id or "", amount, sale.key), sale)


async def _load_contacts(session: AsyncSession, index: _Index, some: list[str] | None) -> None:
    at: dict[str, list[str]] = {}
    ties = select(AccountContact.contact_id, AccountContact.account_id).order_by(AccountContact.created_at)
    for tie in await session.execute(ties if some is None else ties.where(AccountContact.contact_id.in_(some))):
        at.setdefault(tie.contact_id, []).append(tie.account_id)
    statement = select(
        Contact.id, Contact.name, Contact.owner_id, Contact.unit_id, Contact.team_id
    ).where(Contact.archived_at.is_(None))  # fmt: skip
    for row in await session.execute(statement if some is None else statement.where(Contact.id.in_(some))):
        await _put(index, words.Contact(row.id, row.name, tuple(at.get(row.id, ()))), row)


async def _contacts_tied(session: AsyncSession, ties: list[str]) -> set[str]:
    """The contacts that came to an account or left one; of a tie that is gone, its event tells."""
    if not ties:
        return set()
    differences = await session.scalars(select(Event.difference).where(Event.subject_id.in_(ties)))
    return {contact for one in differences for contact in one.get("contact_id", ()) if contact}


async def _put(index: _Index, known: Known, row: Any) -> None:
    if len(index.belongs) % _BREATH == 0:
        await asyncio.sleep(0)  # others of this process are served while thousands of names are taken apart
    index.world.put(known)
    index.belongs[known.id] = _Belongs(row.owner_id, row.unit_id, row.team_id)


def _remove(index: _Index, kind: str, record_id: str) -> None:
    gone: Known
    if kind == "account":
        gone = words.Account(record_id, "")
    elif kind == "contact":
        gone = words.Contact(record_id, "")
    else:
        gone = words.Opportunity(record_id, "", "")
    index.world.remove(gone)
    index.belongs.pop(record_id, None)


def _portions(ids: dict[str, set[str]] | None, kind: str) -> Iterable[list[str] | None]:
    """The ids of a kind in portions that a statement can hold; None for all there are."""
    if ids is None:
        return [None]
    wanted = sorted(ids[kind])
    return [wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE)]


async def _stages(session: AsyncSession) -> tuple[words.Stage, ...]:
    """The company's stages, each under its own name and its standard ones in every language."""
    rows = await session.execute(
        select(Stage.key, Stage.name, Stage.outcome).where(Stage.archived_at.is_(None)).order_by(Stage.position)
    )
    return tuple(
        words.Stage(
            row.key,
            tuple(dict.fromkeys((row.name, *(stage_name(row.key, row.name, translator(code)) for code in LOCALES)))),
            row.outcome,
        )
        for row in rows
    )


async def _recent(session: AsyncSession, viewer: Viewer) -> list[str]:
    """The accounts of the viewer's latest activities, the latest first."""
    rows = (await _latest(session, viewer)).scalars()
    return list(dict.fromkeys(account for account in rows if account))[:_RECENT]


@prepared
def _latest(_: Sight) -> Statement:
    return (
        select(Activity.account_id)
        .where(Activity.owner_id == ME, Activity.state == "done", Activity.account_id.is_not(None))
        .order_by(Activity.day.desc())
        .limit(_RECENT * 2)
    )
