"""An activity goes to another day or hour, by a form or carried there by hand; or to another person."""

from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.agenda.activity_view import activity_view
from core.agenda.agenda_view import agenda_view
from core.agenda.receivers import receivers
from core.errors import Conflict, Invalid, NotPermitted
from pwa.forms import Form
from pwa.operations import Problems, when_of, whole_number
from pwa.pages.agenda import wanted_of
from pwa.pages.planning import problems_of
from pwa.pages.steps import typed
from pwa.toasts import toast_for
from pwa.visit import View, Visit, reads, to_edit, writes

_LONGEST_ADDRESS = 500


@reads
async def move_form(visit: Visit, session: AsyncSession) -> Response:
    """Where to."""
    return await _move_page(visit, session, {}, Problems())


@writes
async def move(visit: Visit, form: Form) -> Response:
    """Moves it; who carried it by hand gets the agenda back, whatever came of it."""
    activity_id = visit.path_id()
    try:
        payload = {
            "id": activity_id, "base": whole_number(form, "revision"), "minutes": whole_number(form, "minutes"),
            **when_of(form, visit.viewer.timezone),
        }  # fmt: skip
        outcome = await visit.perform("activity.reschedule", payload, form.operation_id)
    except (Conflict, Invalid) as error:
        async with visit.reading() as session:
            if visit.wants_fragment:
                return await _agenda(visit, session, {"text": _in_full(error, visit), "undo": None})
            return await _move_page(visit, session, typed(form), problems_of(error, visit))
    if visit.wants_fragment:
        async with visit.reading() as session:
            return await _agenda(visit, session, toast_for(visit, outcome))
    return visit.go_back(outcome, f"/activities/{activity_id}")


@reads
async def assign_form(visit: Visit, session: AsyncSession) -> Response:
    """To whom."""
    view = await activity_view(session, visit.viewer, visit.translate, visit.now, visit.path_id())
    to_edit(view["activity"])
    if not view["activity"]["may_assign"]:
        raise NotPermitted
    view = {"activity": view["activity"], "people": await receivers(session, visit.viewer)}
    return await visit.page(session, "activities/assign.html", view, place="today")


@writes
async def assign(visit: Visit, form: Form) -> Response:
    """Gives it to somebody else; who gave it away may see it no longer."""
    payload = {"id": visit.path_id(), "owner_id": form.text("owner_id")}
    outcome = await visit.perform("activity.assign", payload, form.operation_id)
    return visit.go(outcome, f"/agenda?day={outcome.result['day']}")


async def _move_page(visit: Visit, session: AsyncSession, values: Mapping[str, str], wrong: Problems) -> Response:
    view = await activity_view(session, visit.viewer, visit.translate, visit.now, visit.path_id())
    activity = to_edit(view["activity"])
    form = {name: str(values.get(name, activity[name] or "")) for name in ("day", "hour", "minutes")}
    view = {
        "activity": activity,
        "later": view["later"],
        "form": form,
        "errors": wrong.fields("day", "hour", "minutes"),
        "problem": wrong.summary,
    }
    return await visit.page(session, "activities/move.html", view, place="today", status=wrong.status)


async def _agenda(visit: Visit, session: AsyncSession, beside: View) -> Response:
    """The agenda that it was carried on, with a word beside it."""
    address = urlsplit(visit.request.headers.get("hx-current-url", "")[:_LONGEST_ADDRESS])
    query = {name: values[0] for name, values in parse_qs(address.query).items()}
    view = await agenda_view(session, visit.viewer, visit.translate, visit.now, wanted_of(visit, query))
    return await visit.page(session, "agenda/show.html", view, place="today", beside=beside)


def _in_full(error: Conflict | Invalid, visit: Visit) -> str:
    fields = error.say_fields(visit.translate).values() if isinstance(error, Invalid) else ()
    return " ".join([error.say(visit.translate), *fields])
