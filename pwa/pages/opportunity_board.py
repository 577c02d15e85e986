"""The pipeline as a board: whose, its stages, and an opportunity that moves, by a form or carried there by hand."""

from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.errors import Conflict, Invalid, NotFound
from core.i18n import N_
from core.sales.opportunity_view import move_view, moved_since, opportunity_facts
from core.sales.pipeline_view import Whose, more_cards, pipeline_view
from pwa.addresses import id_of, number_of
from pwa.forms import Form
from pwa.list_rooms import sales_tabs
from pwa.operations import Problems, problems, reason_of, whole_number
from pwa.toasts import toast_for
from pwa.visit import View, Visit, reads, to_edit, writes

_MOST_CARDS = 100_000


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """The board."""
    return await _board(visit, session, _whose(visit, visit.request.query_params))


@reads
async def stage(visit: Visit, session: AsyncSession) -> Response:
    """The next cards of one stage."""
    offset = number_of(visit.query("after"), 6) or 0
    whose = _whose(visit, visit.request.query_params)
    view = await more_cards(session, visit.viewer, visit.translate, whose, visit.path_id(), min(offset, _MOST_CARDS))
    return visit.fragment("opportunities/_cards.html", view)


def _whose(visit: Visit, query: Mapping[str, str]) -> Whose:
    key = query.get("whose") or Whose.usual(visit.viewer).key
    if key not in ("me", "team", "all"):
        found = id_of(key)
        if found is None:
            raise NotFound
        key = found
    return Whose(key, query.get("filter") == "without-next", id_of(query.get("pipeline", "")))


async def _board(visit: Visit, session: AsyncSession, whose: Whose, beside: View | None = None) -> Response:
    view = await pipeline_view(session, visit.viewer, visit.translate, whose)
    view["tabs"] = [
        {"name": visit.translate(name), "href": href, "is_current": href.partition("?")[0] == "/opportunities"}
        for name, href in sales_tabs(None, whose.said)
    ]
    return await visit.page(session, "opportunities/pipeline.html", view, place="pipeline", beside=beside)


@reads
async def move_form(visit: Visit, session: AsyncSession) -> Response:
    """Where to, and why."""
    return await _move_page(visit, session, visit.query("stage") or None, "", Problems())


@writes
async def move(visit: Visit, form: Form) -> Response:
    """Moves it; a card that was dragged gets the board back, whatever came of it."""
    opportunity_id = visit.path_id()
    by_hand = visit.wants_fragment
    try:
        await _refuse_if_moved(visit, form, opportunity_id)
        payload = {"id": opportunity_id, "stage_id": form.text("stage"), "reason": reason_of(form) or None}
        outcome = await visit.perform("opportunity.move", payload, form.operation_id)
    except (Conflict, Invalid) as error:
        async with visit.reading() as session:
            if by_hand:
                return await _board_again(visit, session, {"text": _in_full(error, visit), "undo": None})
            wrong = (
                problems(error, visit.translate)
                if isinstance(error, Invalid)
                else Problems(None, {"conflict": error.say(visit.translate)}, error.status)
            )
            return await _move_page(visit, session, form.text("stage"), reason_of(form), wrong)
    if by_hand:
        async with visit.reading() as session:
            return await _board_again(visit, session, toast_for(visit, outcome))
    return visit.go_back(outcome, f"/opportunities/{opportunity_id}")


async def _refuse_if_moved(visit: Visit, form: Form, opportunity_id: str) -> None:
    """A move that was chosen on a stage it is no longer in is asked about once more."""
    revision = whole_number(form, "revision")
    if revision is None:
        return
    async with visit.reading() as session:
        await opportunity_facts(session, visit.viewer, visit.translate, visit.now, opportunity_id)
        other = await moved_since(session, opportunity_id, revision, visit.viewer.user_id)
    if other is not None:
        raise Conflict(N_("{name} has moved it meanwhile. Move it all the same?"), name=other["by"] or "Ronda")


def _in_full(error: Conflict | Invalid, visit: Visit) -> str:
    fields = error.say_fields(visit.translate).values() if isinstance(error, Invalid) else ()
    return " ".join([error.say(visit.translate), *fields])


async def _board_again(visit: Visit, session: AsyncSession, beside: View) -> Response:
    """The board that the card was dragged on, with a word beside it."""
    address = urlsplit(visit.request.headers.get("hx-current-url", ""))
    whose = _whose(visit, {name: values[0] for name, values in parse_qs(address.query[:300]).items()})
    return await _board(visit, session, whose, beside)


async def _move_page(visit: Visit, session: AsyncSession, chosen: str | None, reason: str, wrong: Problems) -> Response:
    view = await move_view(session, visit.viewer, visit.translate, visit.now, visit.path_id())
    to_edit(view["opportunity"])
    view |= {"chosen": chosen, "reason": reason, "errors": wrong.fields("stage", "reason", "conflict")}
    if wrong.summary and not any(view["errors"].values()):
        view["errors"]["stage"] = wrong.summary
    return await visit.page(session, "opportunities/move.html", view, place="pipeline", status=wrong.status)
