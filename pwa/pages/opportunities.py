"""The pipeline as a board, an opportunity all around, making, editing and moving one."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.customers.account_view import account_names
from core.errors import Conflict, Invalid, NotFound
from core.i18n import N_
from core.policy import Permission, require
from core.sales.opportunity_view import move_view, moved_since, opportunity_facts, opportunity_view
from core.sales.pipeline_view import Whose, more_cards, pipeline_view
from core.sales.queries import pipelines
from core.standard_names import pipeline_name
from core.timeline import history
from pwa.addresses import earlier, id_of, moment_of
from pwa.forms import Form
from pwa.list_rooms import sales_tabs
from pwa.operations import Problems, problems, whole_number
from pwa.opportunity_form import FIELDS, HIDDEN_FIELDS, payload_of, values_of
from pwa.toasts import toast_for
from pwa.visit import View, Visit, reads, to_edit, writes
from pwa.watching import changed_by

_MOST_CARDS = 100_000
NOTHING_WRONG = Problems()


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """The board."""
    return await _board(visit, session, _whose(visit, visit.request.query_params))


@reads
async def stage(visit: Visit, session: AsyncSession) -> Response:
    """The next cards of one stage."""
    after = visit.query("after")
    offset = int(after) if after.isdecimal() and after.isascii() and len(after) < 7 else 0  # noqa: PLR2004
    whose = _whose(visit, visit.request.query_params)
    view = await more_cards(session, visit.viewer, visit.translate, whose, visit.path_id(), min(offset, _MOST_CARDS))
    return visit.fragment("opportunities/_cards.html", view)


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The opportunity all around; earlier history as a fragment."""
    opportunity_id = visit.path_id()
    before = moment_of(visit.query("before"))
    if before is not None and visit.wants_fragment:
        await opportunity_facts(session, visit.viewer, visit.translate, visit.now, opportunity_id)
        days, rest = await history(
            session, visit.viewer, visit.translate, visit.now, opportunity_id=opportunity_id, before=before
        )
        return visit.fragment(
            "timeline/_days.html", {"days": days, "more": earlier("opportunities", opportunity_id, rest)}
        )
    return await show_page(visit, session)


async def show_page(visit: Visit, session: AsyncSession, beside: View | None = None) -> Response:
    """The page of the opportunity that the address names; `beside`: a word about what was just done."""
    opportunity_id = visit.path_id()
    view = await opportunity_view(session, visit.viewer, visit.translate, visit.now, opportunity_id)
    view["more"] = earlier("opportunities", opportunity_id, view.pop("before"))
    view["plan_href"] = _plan_href(view["opportunity"])
    visit.opened("opportunity", opportunity_id)
    return await visit.page(session, "opportunities/show.html", view, place="pipeline", beside=beside)


def _plan_href(opportunity: View) -> str:
    about = {"opportunity_id": opportunity["id"], "subject": opportunity["title"]}
    about |= {f"{name}_id": opportunity[name]["id"] for name in ("account", "contact") if opportunity[name]}
    return f"/activities/new?{urlencode(about)}"


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
        payload = {"id": opportunity_id, "stage_id": form.text("stage"), "reason": form.text("reason") or None}
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
            return await _move_page(visit, session, form.text("stage"), form.text("reason"), wrong)
    if by_hand:
        async with visit.reading() as session:
            return await _board_again(visit, session, toast_for(visit, outcome))
    return visit.go_back(outcome, f"/opportunities/{opportunity_id}")


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """An empty form, for the account named in the address."""
    require(visit.viewer, Permission.OPPORTUNITY_EDIT)
    return await form_page(visit, session, {"account_id": visit.query("account")})


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Makes the opportunity, in the first stage of its pipeline."""
    try:
        payload = await payload_of(visit, form, None) | form.given("pipeline_id", "new_account")
        outcome = await visit.perform("opportunity.create", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await form_page(visit, session, _typed(form), problems(error, visit.translate))
    return visit.go(outcome, f"/opportunities/{outcome.result['id']}")


@reads
async def edit(visit: Visit, session: AsyncSession) -> Response:
    """The form with what is there."""
    found = to_edit(await opportunity_facts(session, visit.viewer, visit.translate, visit.now, visit.path_id()))
    values = values_of(found) | {"by": await changed_by(visit, session, found)}
    return await form_page(visit, session, values, Problems(), found["id"])


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Saves it; what somebody else changed meanwhile is kept as a conflict on the opportunity."""
    opportunity_id = visit.path_id()
    async with visit.reading() as session:
        found = to_edit(await opportunity_facts(session, visit.viewer, visit.translate, visit.now, opportunity_id))
    try:
        payload = await payload_of(visit, form, found) | {"id": opportunity_id, "base": whole_number(form, "base")}
        outcome = await visit.perform("opportunity.edit", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await form_page(visit, session, _typed(form), problems(error, visit.translate), opportunity_id)
    return visit.go(outcome, f"/opportunities/{opportunity_id}")


@writes
async def archive(visit: Visit, form: Form) -> Response:
    """Puts the opportunity away."""
    outcome = await visit.perform("opportunity.archive", {"id": visit.path_id()}, form.operation_id)
    return visit.go(outcome, "/opportunities")


async def form_page(
    visit: Visit,
    session: AsyncSession,
    values: Mapping[str, Any],
    wrong: Problems = NOTHING_WRONG,
    opportunity_id: str | None = None,
) -> Response:
    """The form with `values`, in the words of its fields."""
    usual = {"currency": visit.viewer.currency}
    form = {**dict.fromkeys((*FIELDS, *HIDDEN_FIELDS), ""), **usual, **values}
    account_id = id_of(str(form["account_id"]))
    accounts = await account_names(session, visit.viewer, [account_id]) if account_id else {}
    several = [] if opportunity_id else await pipelines(session)
    view = {
        "id": opportunity_id,
        "form": form,
        "account": {"id": account_id, "name": accounts[account_id]} if account_id in accounts else None,
        "pipelines": [{"id": one["id"], "name": pipeline_name(one["name"], visit.translate)} for one in several],
        "errors": wrong.fields(*FIELDS, "pipeline_id"),
        "problem": wrong.summary,
        "by": values.get("by"),
    }
    return await visit.page(session, "opportunities/form.html", view, place="pipeline", status=wrong.status)


async def _move_page(visit: Visit, session: AsyncSession, chosen: str | None, reason: str, wrong: Problems) -> Response:
    view = await move_view(session, visit.viewer, visit.translate, visit.now, visit.path_id())
    to_edit(view["opportunity"])
    view |= {"chosen": chosen, "reason": reason, "errors": wrong.fields("stage", "reason", "conflict")}
    if wrong.summary and not any(view["errors"].values()):
        view["errors"]["stage"] = wrong.summary
    return await visit.page(session, "opportunities/move.html", view, place="pipeline", status=wrong.status)


async def _board(visit: Visit, session: AsyncSession, whose: Whose, beside: View | None = None) -> Response:
    view = await pipeline_view(session, visit.viewer, visit.translate, whose)
    view["tabs"] = [
        {"name": visit.translate(name), "href": href, "is_current": href.partition("?")[0] == "/opportunities"}
        for name, href in sales_tabs(None, whose.said)
    ]
    return await visit.page(session, "opportunities/pipeline.html", view, place="pipeline", beside=beside)


async def _board_again(visit: Visit, session: AsyncSession, beside: View) -> Response:
    """The board that the card was dragged on, with a word beside it."""
    address = urlsplit(visit.request.headers.get("hx-current-url", ""))
    whose = _whose(visit, {name: values[0] for name, values in parse_qs(address.query[:300]).items()})
    return await _board(visit, session, whose, beside)


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


def _whose(visit: Visit, query: Mapping[str, str]) -> Whose:
    key = query.get("whose") or Whose.usual(visit.viewer).key
    if key not in ("me", "team", "all"):
        found = id_of(key)
        if found is None:
            raise NotFound
        key = found
    return Whose(key, query.get("filter") == "without-next", id_of(query.get("pipeline", "")))


def _typed(form: Form) -> dict[str, Any]:
    return {name: values[0] for name, values in form.fields.items()}
