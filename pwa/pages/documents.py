"""Documents: the room that lists them, a document all around, filing, renaming, tying and putting away."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.documents.document_list import document_list, found_documents
from core.documents.document_view import document_view
from core.errors import Conflict, Invalid
from core.palette import found_everywhere, opened_lately
from core.policy import Permission, require
from core.record_pages import page_of
from pwa.addresses import id_of
from pwa.filing import LARGEST_TOGETHER, kept_files
from pwa.forms import Form
from pwa.list_pages import list_page
from pwa.list_rooms import LIST_ROOMS
from pwa.operations import Problems, problems
from pwa.pages.files import text_of
from pwa.session import came_from
from pwa.visit import Visit, reads, to_edit, writes

_TIED_TO = ("account", "contact", "opportunity", "activity")


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """The list, or what a search finds."""
    return await list_page(visit, session, LIST_ROOMS["document"], found_documents, document_list)


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The document with its preview."""
    view = await document_view(session, visit.viewer, visit.translate, visit.now, visit.path_id())
    visit.opened("document", visit.path_id())
    return await _page(visit, session, view, Problems())


async def _page(visit: Visit, session: AsyncSession, view: dict[str, Any], wrong: Problems) -> Response:
    document = view["document"]
    digest = document.pop("digest")
    view["text"] = await text_of(visit.viewer.company_id, digest) if document["kind"] == "text" else None
    view |= {"errors": wrong.fields("name"), "problem": wrong.summary}
    return await visit.page(session, "documents/show.html", view, place="more", status=wrong.status)


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """Which files, and what they belong to."""
    require(visit.viewer, Permission.DOCUMENT_EDIT)
    about = {name: id_of(visit.query(name)) for name in _TIED_TO}
    return await _new_page(visit, session, about, None)


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Files what was chosen: all of it or nothing."""
    require(visit.viewer, Permission.DOCUMENT_EDIT)
    about = {name: id_of(form.text(name)) for name in _TIED_TO}
    named = {f"{name}_id": record_id for name, record_id in about.items() if record_id}
    try:
        files = await kept_files(visit.viewer.company_id, form.all_files("files"))
        outcome = await visit.perform("document.attach_many", {"files": files, **named}, form.operation_id)
    except Invalid as error:
        wrong = problems(error, visit.translate)
        async with visit.reading() as session:
            problem = wrong.by_field.get("files") or next(iter(wrong.by_field.values()), wrong.summary)
            return await _new_page(visit, session, about, problem)
    tied = next(((name, record_id) for name, record_id in reversed(about.items()) if record_id), None)
    if tied is None and outcome.result["count"] == 1:
        tied = ("document", outcome.result["id"])
    return visit.go(outcome, page_of(*tied) if tied else "/documents")


async def _new_page(
    visit: Visit, session: AsyncSession, about: Mapping[str, str | None], problem: str | None
) -> Response:
    view = {"about": dict(about), "largest": LARGEST_TOGETHER, "errors": {"files": problem}}
    return await visit.page(session, "documents/new.html", view, place="more", status=422 if problem else 200)


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Another name; the ending, which says what it is, stays where none is given."""
    document_id = visit.path_id()
    try:
        outcome = await visit.perform(
            "document.edit", {"id": document_id, "name": form.text("name")}, form.operation_id
        )
    except Invalid as error:
        async with visit.reading() as session:
            view = await document_view(session, visit.viewer, visit.translate, visit.now, document_id)
            view["document"]["name"] = form.text("name") or view["document"]["name"]
            return await _page(visit, session, view, problems(error, visit.translate))
    return visit.go(outcome, f"/documents/{document_id}")


@reads
async def tie_form(visit: Visit, session: AsyncSession) -> Response:
    """What it could belong to: what was opened lately, or what a search finds."""
    view = await document_view(session, visit.viewer, visit.translate, visit.now, visit.path_id())
    to_edit(view["document"])
    words = " ".join(visit.query("q").split())
    if words:
        groups = await found_everywhere(session, visit.reader, words)
        found = [line for lines in groups.values() for line in lines]
    else:
        found = await opened_lately(session, visit.reader)
    records = [line for line in found if line["kind"] in _TIED_TO]
    shown = {"document": {"id": view["document"]["id"], "name": view["document"]["name"]}, "records": records}
    shown |= {"q": words, "is_untied": view["document"]["is_untied"]}
    if visit.wants_only("records"):
        return visit.fragment("documents/_records.html", shown | {"operation_id": visit.query("operation_id")})
    return await visit.page(session, "documents/tie.html", shown, place="more")


@writes
async def tie(visit: Visit, form: Form) -> Response:
    """It belongs to that from now on, or to nobody but its owner."""
    kind, _, record_id = form.text("to").partition(":")
    about = {f"{kind}_id": found} if kind in _TIED_TO and (found := id_of(record_id)) else {}
    if form.text("to") and not about:
        raise Conflict
    outcome = await visit.perform("document.move", {"id": visit.path_id(), **about}, form.operation_id)
    return visit.go(outcome, f"/documents/{visit.path_id()}")


@writes
async def archive(visit: Visit, form: Form) -> Response:
    """Puts it away."""
    outcome = await visit.perform("document.archive", {"id": visit.path_id()}, form.operation_id)
    back = came_from(visit.request, "/documents")
    return visit.go(outcome, "/documents" if back.startswith("/documents/") else back)
