"""What a person does with an import, step by step; what is long is asked of the worker."""

from typing import Annotated

from pydantic import Field, StringConstraints

from core import policy
from core.documents.service import KeptFile
from core.errors import Conflict, NotFound, invalid
from core.i18n import N_
from core.imports.models import Import, ImportState, OnSame
from core.imports.refusals import MOST_COLUMNS
from core.imports.targets import TARGETS
from core.operations import Payload, Result, operation
from core.payloads import IdField, Line
from core.policy import Permission
from core.records import new_id
from core.work import Work

_NOT_NOW = N_("That is not possible any more: look at how far the import is.")


class BeginImport(KeptFile):
    """A file whose bytes are in the store."""

    id: IdField | None = None


class ReadAgain(Payload):
    """`header`: the row, from 1, of the columns' names; 0 for none; None to find it."""

    id: IdField
    sheet: Line = ""
    header: Annotated[int, Field(ge=0, le=1000)] | None = None


class MapImport(Payload):
    """`mapping`: column, from 0, as text → target; a column that is left out is not imported."""

    id: IdField
    mapping: Annotated[
        dict[Annotated[str, StringConstraints(pattern=r"^\d{1,3}$")], str], Field(max_length=MOST_COLUMNS)
    ]
    on_same: OnSame = OnSame.FILL
    lenient: bool = False


class OneImport(Payload):
    id: IdField


@operation("import.begin", Permission.RECORD_IMPORT, undoable=False)
async def begin(work: Work, payload: BeginImport) -> Result:
    """A file is to be read; its person will be asked what the columns are."""
    made = await work.add(
        Import(
            id=payload.id or new_id(),
            user_id=work.viewer.user_id,
            **payload.model_dump(include={"name", "digest", "size"}),
        )
    )
    work.post("import.read", {"import_id": made.id})
    return {"id": made.id}


@operation("import.read_again", None, undoable=False)
async def read_again(work: Work, payload: ReadAgain) -> Result:
    """Another sheet of the file, or its names in another row."""
    mine = await _mine(work, payload.id, ImportState.MAPPING, ImportState.READY, ImportState.REFUSED)
    header = -1 if payload.header is None else payload.header
    work.change(mine, state=ImportState.READING.value, sheet=payload.sheet[:100], header=header, reason=None)
    work.post("import.read", {"import_id": mine.id})
    return {"id": mine.id}


@operation("import.map", None, undoable=False)
async def map_columns(work: Work, payload: MapImport) -> Result:
    """Says what the columns are and what is done with what is there already; the rows are then checked."""
    mine = await _mine(work, payload.id, ImportState.MAPPING, ImportState.READY)
    _check(payload, len(mine.columns))
    work.change(
        mine,
        state=ImportState.CHECKING.value,
        mapping=payload.mapping,
        on_same=payload.on_same.value,
        lenient=payload.lenient,
    )
    work.post("import.check", {"import_id": mine.id})
    return {"id": mine.id}


@operation("import.start", None, undoable=False)
async def start(work: Work, payload: OneImport) -> Result:
    """The rows that were looked at are applied; also what was paused goes on."""
    mine = await _mine(work, payload.id, ImportState.READY, ImportState.PAUSED)
    work.change(mine, state=ImportState.APPLYING.value)
    work.post("import.apply", {"import_id": mine.id})
    return {"id": mine.id}


@operation("import.pause", None, undoable=False)
async def pause(work: Work, payload: OneImport) -> Result:
    """Stops after the piece that is being applied."""
    mine = await _mine(work, payload.id, ImportState.APPLYING)
    work.change(mine, state=ImportState.PAUSED.value)
    return {"id": mine.id}


@operation("import.cancel", None, undoable=False)
async def cancel(work: Work, payload: OneImport) -> Result:
    """Given up: what is not applied is not; what was stays until it is taken back."""
    unfinished = set(ImportState) - {
        ImportState.DONE, ImportState.UNDOING, ImportState.UNDONE, ImportState.DROPPED, ImportState.REFUSED,
    }  # fmt: skip
    mine = await _mine(work, payload.id, *unfinished)
    work.change(mine, state=ImportState.DROPPED.value, finished_at=work.now)
    return {"id": mine.id}


@operation("import.undo", None, undoable=False)
async def undo_import(work: Work, payload: OneImport) -> Result:
    """Takes back everything that it has made and changed, but for what somebody has changed since."""
    mine = await _mine(work, payload.id, ImportState.DONE, ImportState.PAUSED, ImportState.DROPPED)
    if not mine.done:
        raise Conflict(_NOT_NOW)
    work.change(mine, state=ImportState.UNDOING.value)
    work.post("import.undo", {"import_id": mine.id})
    return {"id": mine.id}


async def _mine(work: Work, import_id: str, *states: ImportState) -> Import:
    """One's own import in one of these states: another's is not found, whatever one may do oneself."""
    found = await work.load(Import, import_id)
    if found is None or found.user_id != work.viewer.user_id:
        raise NotFound
    policy.require(work.viewer, Permission.RECORD_IMPORT)
    if found.state not in states:
        raise Conflict(_NOT_NOW)
    return found


def _check(payload: MapImport, width: int) -> None:
    taken: set[str] = set()
    for column, target in sorted(payload.mapping.items(), key=lambda one: int(one[0])):
        if target not in TARGETS or int(column) >= width:
            raise invalid(f"column-{column}", N_("That is not one of the choices."))
        if target in taken and not TARGETS[target].many:
            raise invalid(f"column-{column}", N_("Another column goes there already: choose one of them."))
        taken.add(target)
    if not taken & {"account.name", "account.tax_id", "contact.name", "contact.given_name", "contact.family_name"}:
        raise invalid("mapping", N_("Say in which column the name of the firm or of the person stands."))
