"""Importing: a file is sent, its columns are named, its rows looked at, applied, taken back."""

import csv
from io import StringIO
from pathlib import PurePath
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import RedirectResponse, Response

from core.documents.service import keep_bytes
from core.errors import Invalid
from core.i18n import N_
from core.imports.models import Import
from core.imports.view import BAD, bad_rows, import_list, import_page, mapping_page, my_import
from core.people.sign_in import count_try
from core.policy import Permission, require
from pwa.addresses import number_of
from pwa.forms import Form
from pwa.visit import View, Visit, reads, writes

_MOST_FILES: Final = 60
_MOST_BAD_ROWS: Final = 20_000
_STEPS: Final = frozenset({"start", "pause", "cancel", "undo"})
_CALCULATES: Final = ("=", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet would calculate."""


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """What one has imported."""
    view = await import_list(session, visit.viewer, visit.translate, visit.now)
    return await visit.page(session, "imports/index.html", view, place="more")


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """The choice of a file."""
    require(visit.viewer, Permission.RECORD_IMPORT)
    return await _new_page(visit, session, None)


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Keeps the file and has it read."""
    require(visit.viewer, Permission.RECORD_IMPORT)
    file = form.file("file")
    if file is None or not file.content:
        async with visit.reading() as session:
            return await _new_page(visit, session, visit.translate(N_("Choose a file with rows in it.")))
    await count_try(f"imports:{visit.viewer.user_id}", _MOST_FILES)
    digest, size = await keep_bytes(visit.viewer.company_id, file.content)
    name = file.own_name or visit.translate(N_("A file"))
    kept = {"name": name, "media_type": "application/octet-stream", "size": size, "digest": digest}
    outcome = await visit.perform("import.begin", kept, form.operation_id)
    return RedirectResponse(f"/imports/{outcome.result['id']}", 303)


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """How far it is; the rows as they will be; what is wrong with them."""
    number = number_of(visit.query("after"), 8) or 0
    view = await import_page(
        session, visit.viewer, visit.translate, visit.now, visit.path_id(), visit.query("show"), number
    )
    if view["job"]["state"] == "mapping":
        mapping = f"/imports/{visit.path_id()}/edit"
        # The page that waited for the reading goes there as a whole.
        return Response(headers={"HX-Redirect": mapping}) if visit.wants_fragment else RedirectResponse(mapping, 303)
    if number and visit.wants_fragment:
        return visit.fragment("imports/_rows.html", view)
    return await visit.page(session, "imports/show.html", view, place="more")


@reads
async def edit(visit: Visit, session: AsyncSession) -> Response:
    """What each column is."""
    view = await mapping_page(session, visit.viewer, visit.translate, visit.now, visit.path_id())
    if view["job"]["state"] not in ("mapping", "ready"):
        return RedirectResponse(f"/imports/{visit.path_id()}", 303)
    return await visit.page(session, "imports/edit.html", view, place="more")


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Says what the columns are; the rows are checked."""
    mapping = {
        name.removeprefix("column-"): target
        for name in form.fields
        if name.startswith("column-") and (target := form.text(name))
    }
    payload = {
        "id": visit.path_id(),
        "mapping": mapping,
        "on_same": form.text("on_same") or "fill",
        "lenient": bool(form.text("lenient")),
    }
    try:
        await visit.perform("import.map", payload, form.operation_id)
    except Invalid as refused:
        return await _mapping_again(visit, form, refused)
    return RedirectResponse(f"/imports/{visit.path_id()}", 303)


@writes
async def read_again(visit: Visit, form: Form) -> Response:
    """Another sheet, or its names in another row."""
    payload = {
        "id": visit.path_id(),
        "sheet": form.text("sheet")[:100],
        "header": number_of(form.text("header"), 3),
    }
    await visit.perform("import.read_again", payload, form.operation_id)
    return RedirectResponse(f"/imports/{visit.path_id()}", 303)


@writes
async def step(visit: Visit, form: Form) -> Response:
    """Starts, pauses, gives up, takes back."""
    wanted = form.text("step")
    if wanted not in _STEPS:
        raise Invalid
    await visit.perform(f"import.{wanted}", {"id": visit.path_id()}, form.operation_id)
    return RedirectResponse(f"/imports/{visit.path_id()}", 303)


@reads
async def rows(visit: Visit, session: AsyncSession) -> Response:
    """The rows that were not imported, as a file to be mended and imported again."""
    mine = await my_import(session, visit.viewer, visit.path_id())
    shown = visit.query("show") if visit.query("show") in BAD else BAD[0]
    found = await bad_rows(session, mine, shown, visit.translate, 0, _MOST_BAD_ROWS)
    separator = ";" if visit.locale == "es" else ","
    text = _csv(mine, [(*cells, why) for _, cells, why in found], visit.translate(N_("What to correct")), separator)
    name = PurePath(mine.name).stem.encode("ascii", "ignore").decode() or "rows"
    return Response(
        # With the mark by which a spreadsheet knows the encoding.
        text.encode("utf-8-sig"),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{_plain(name)}-{shown}.csv"'},
    )


def _csv(mine: Import, found: list[tuple[str, ...]], reason: str, separator: str) -> str:
    width = len(mine.columns)
    file = StringIO()
    writer = csv.writer(file, delimiter=separator)
    writer.writerow([*(column["name"] for column in mine.columns), reason])
    for *cells, why in found:
        padded = [*cells, *[""] * (width - len(cells))][:width]
        writer.writerow([*map(_harmless, padded), why])
    return file.getvalue()


def _harmless(cell: str) -> str:
    """A spreadsheet calculates nothing of what somebody wrote; a phone's plus is left."""
    calculates = cell.startswith(_CALCULATES) or (cell[:1] in ("+", "-") and not cell[1:2].isdecimal())
    return f"'{cell}" if calculates else cell


def _plain(name: str) -> str:
    return "".join(letter for letter in name if letter.isalnum() or letter in "-_ ")[:60] or "rows"


async def _mapping_again(visit: Visit, form: Form, refused: Invalid) -> Response:
    async with visit.reading() as session:
        view = await mapping_page(session, visit.viewer, visit.translate, visit.now, visit.path_id())
        wrong = refused.say_fields(visit.translate)
        for column in view["columns"]:
            column["target"] = form.text(column["field"])
            column["error"] = wrong.pop(column["field"], None)
        for choice in view["choices"]:
            choice["is_chosen"] = choice["id"] == form.text("on_same")
        view["lenient"] = bool(form.text("lenient"))
        view["errors"] = {"mapping": next(iter(wrong.values()), None)}
        return await visit.page(session, "imports/edit.html", view, place="more", status=422)


async def _new_page(visit: Visit, session: AsyncSession, problem: str | None) -> Response:
    view: View = {"errors": {"file": problem}}
    return await visit.page(session, "imports/new.html", view, place="more", status=422 if problem else 200)
