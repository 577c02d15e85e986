"""Taking an operation back, from the difference that its events kept."""

from typing import Any

from sqlalchemy import Select, exists, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from core import policy
from core.database import Base
from core.errors import CannotUndo, Marked, NotFound, NotPermitted
from core.events import Event, PerformedOperation, difference, newest_of
from core.i18n import N_
from core.operations import REGISTRY, Door, Payload, Result, operation, parse
from core.payloads import IdField
from core.people.models import User
from core.prepared import Statement, prepared, value, values
from core.records import model_of, owned, plain, references, restored, values_of
from core.work import Work


class Undo(Payload):
    operation_id: IdField


class Amend(Payload):
    operation_id: IdField
    payload: dict[str, Any]


async def _read_ahead(work: Work, payloads: list[Undo]) -> None:
    """The operations, their events, and the records that these are about."""
    ids = [payload.operation_id for payload in payloads]
    answers = work.together.answers
    for done in await work.session.scalars(_operations(ids)):
        answers[f"operation {done.id}"] = done
        answers[f"events of {done.id}"] = []
    subjects: dict[str, set[str]] = {}
    for event in await work.session.scalars(_events(ids)):
        if f"events of {event.operation_id}" in answers:
            answers[f"events of {event.operation_id}"].append(event)
            subjects.setdefault(event.subject_kind, set()).add(event.subject_id)
    for kind, subject_ids in sorted(subjects.items()):
        await work.load_many(model_of(kind), subject_ids)
        answers |= await _uses_of_many(work.session, model_of(kind), sorted(subject_ids))


async def _uses_of_many(session: AsyncSession, model: type[Base], record_ids: list[str]) -> dict[str, Any]:
    """For each of these records, what refers to it: class and id."""
    found: dict[str, set[tuple[Any, str]]] = {f"uses of {one}": set() for one in record_ids}
    for source, name in references(model):
        column = getattr(source, name)
        for row in await session.execute(select(column, source.id).where(column.in_(record_ids))):
            found[f"uses of {row[0]}"].add((source, row.id))
    return found


@operation("operation.undo", None, undoable=False, read_ahead=_read_ahead)
async def undo(work: Work, payload: Undo) -> Result:
    """Takes back one's own operation; refused with the reason when something later touched the same fields."""
    done = await _take_back(work, payload.operation_id)
    return {"operation_id": done.id, "name": done.name}


@operation("operation.amend", None)
async def amend(work: Work, payload: Amend) -> Result:
    """Does one's own operation again with another payload, as if it had been so from the start."""
    done = await _take_back(work, payload.operation_id)
    kind = REGISTRY[done.name]
    return await kind.function(work, parse(kind, payload.payload))


async def last_undoable(session: AsyncSession, user_id: str) -> PerformedOperation | None:
    """The user's newest operation that changed something and is not undone."""
    undoable = [name for name, kind in REGISTRY.items() if kind.undoable]
    found = await session.scalars(
        select(PerformedOperation)
        .where(
            PerformedOperation.user_id == user_id,
            PerformedOperation.undone_by.is_(None),
            PerformedOperation.name.in_(undoable),
            # One row of an import is not what somebody means: an import is taken back as a whole, on its page.
            PerformedOperation.door != Door.IMPORT,
            exists().where(
                Event.company_id == PerformedOperation.company_id, Event.operation_id == PerformedOperation.id
            ),
        )
        .order_by(PerformedOperation.at.desc(), PerformedOperation.id.desc())
        .limit(1)
    )
    return found.first()


async def _take_back(work: Work, operation_id: str, amended_by: str | None = None) -> PerformedOperation:
    """Reverses the operation; one that amended another goes back to before that other, which it then gives."""
    done: PerformedOperation | None = work.together.answers.get(f"operation {operation_id}")
    done = done or await work.session.scalar(_operations([operation_id]))
    if done is None or done.user_id != work.viewer.user_id:
        raise NotFound
    kind = REGISTRY.get(done.name)
    if kind is None or not kind.undoable:
        raise CannotUndo(N_("That cannot be undone."))
    if kind.permission is not None:
        policy.require(work.viewer, kind.permission)
    if done.undone_by not in (None, amended_by):
        raise CannotUndo(N_("That is already undone."))
    events: list[Event] | None = work.together.answers.get(f"events of {operation_id}")
    if events is None:
        events = list(await work.session.scalars(_events([operation_id])))
    own = {event.subject_id for event in events}
    for event in events:
        await _reverse(work, event, own, far=kind.reaches_far and event.subject_kind != done.name.partition(".")[0])
    done.undone_by = done.undone_by or work.operation_id
    if done.name != "operation.amend":
        return done
    amended = select(PerformedOperation.id).where(PerformedOperation.undone_by == operation_id)
    return await _take_back(work, (await work.session.execute(amended)).scalar_one(), amended_by=operation_id)


def _operations(ids: list[str]) -> Select[PerformedOperation]:
    return select(PerformedOperation).where(PerformedOperation.id.in_(ids)).with_for_update()


def _events(ids: list[str]) -> Select[Event]:
    return select(Event).where(Event.operation_id.in_(ids)).order_by(Event.number.desc())


async def _reverse(work: Work, event: Event, own: set[str], *, far: bool) -> None:
    """`far`: the operation was allowed to change it whoever owns it."""
    model = model_of(event.subject_kind)
    record: Any = await work.load(model, event.subject_id)
    if event.change == "removed":
        await _bring_back(work, model, event, record)
        return
    if record is None:
        raise CannotUndo(N_("It was deleted meanwhile."))
    could_edit = far or _may_edit(work, record)
    if event.change == "created":
        if not could_edit:
            raise NotPermitted
        as_made = {name: after for name, (_, after) in event.difference.items()}
        if difference(as_made, values_of(record)):
            await _refuse(work, event)
        await _refuse_if_used(work, model, event.subject_id, own)
        await work.remove(record)
        return
    if any(plain(getattr(record, name)) != after for name, (_, after) in event.difference.items()):
        await _refuse(work, event)
    work.change(record, **{name: restored(model, name, before) for name, (before, _) in event.difference.items()})
    # Who gave a record away may take it back, though it is no longer his or hers to edit.
    if not could_edit and not _may_edit(work, record):
        raise NotPermitted


def _may_edit(work: Work, record: Any) -> bool:
    mine = owned(record)
    return mine is None or policy.may_edit(work.viewer, mine)


async def _bring_back(work: Work, model: type[Base], event: Event, present: Any) -> None:
    if present is not None:
        raise CannotUndo(N_("It is there again already."))
    record: Any = model(**{name: restored(model, name, before) for name, (before, _) in event.difference.items()})
    record.revision = event.revision + 1
    await work.add(record)


async def _refuse(work: Work, event: Event) -> None:
    """Says who changed it since."""
    later = await newest_of(work.session, event.subject_id, event.revision)
    name = await work.session.scalar(select(User.name).where(User.id == later[-1].user_id)) if later else None
    raise CannotUndo(
        N_("This can no longer be undone: {name} has changed it since."), name=name or Marked(N_("somebody"))
    )


async def _refuse_if_used(work: Work, model: type[Base], record_id: str, own: set[str]) -> None:
    """A created record that something else refers to by now stays."""
    if not references(model):
        return
    known: set[tuple[Any, str]] | None = work.together.answers.get(f"uses of {record_id}")
    if known is None:
        found = await _uses(work.session, None, model, record=record_id, own=sorted(own))
        is_used = found.first() is not None
    else:  # what an earlier operation of these has removed no longer refers; what one brought back, the keys refuse
        is_used = any(use[1] not in own and use not in work.together.removed for use in known)
    if is_used:
        raise CannotUndo(N_("This can no longer be undone: other things refer to it by now."))


@prepared
def _uses(model: type[Base]) -> Statement:
    """Something that refers to the record, wherever, but for the operation's own."""
    uses = [
        select(source.id).where(getattr(source, column) == value("record"), source.id.not_in(values("own")))
        for source, column in references(model)
    ]
    return union_all(*uses).limit(1)
