"""Undo, and the decision of a conflict."""

from starlette.responses import Response

from core.record_pages import page_of
from pwa.forms import Form
from pwa.session import came_from
from pwa.visit import Visit, writes


@writes
async def undo(visit: Visit, form: Form) -> Response:
    """Takes back one's own operation."""
    payload = {"operation_id": visit.path_id()}
    outcome = await visit.perform("operation.undo", payload, form.operation_id)
    return visit.go_back(outcome, "/today")


@writes
async def resolve(visit: Visit, form: Form) -> Response:
    """Decides which of two values stays."""
    payload = {"id": visit.path_id(), "keep_mine": form.text("keep") == "mine"}
    outcome = await visit.perform("conflict.resolve", payload, form.operation_id)
    if came_from(visit.request, "") == "/inbox":
        return visit.go(outcome, "/inbox")
    return visit.go(outcome, page_of(outcome.result["subject_kind"], outcome.result["subject_id"]))
