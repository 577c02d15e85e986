"""One's second factor: set up with a code to scan, confirmed by a code of it, turned off with the password."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import RedirectResponse, Response

from core.database import EVERY_COMPANY, reading
from core.errors import Invalid
from core.local_time import local
from core.people.second_factor import confirm as confirm_code
from core.people.second_factor import enrol, enrolment, new_recovery_codes, state, turn_off
from pwa.forms import Form
from pwa.operations import Problems, problems
from pwa.qr import qr_of
from pwa.visit import Visit, reads, writes


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """Whether it is on; while it is set up, what the phone is to scan."""
    return await _page(visit, session, [], Problems())


@writes
async def create(visit: Visit, _: Form) -> Response:
    """Begins to set it up: a new secret."""
    await enrol(visit.viewer.user_id)
    return RedirectResponse("/second-factor", 303)


@writes
async def confirm(visit: Visit, form: Form) -> Response:
    """A code of the secret turns it on; the recovery codes are shown this once."""
    try:
        codes = await confirm_code(visit.viewer.user_id, form.text("code"))
    except Invalid as error:
        return await _again(visit, problems(error, visit.translate))
    async with visit.reading() as session:
        return await _page(visit, session, codes, Problems())


@writes
async def renew_codes(visit: Visit, form: Form) -> Response:
    """Ten new recovery codes, shown this once."""
    try:
        codes = await new_recovery_codes(visit.viewer.user_id, _password(form))
    except Invalid as error:
        return await _again(visit, problems(error, visit.translate))
    async with visit.reading() as session:
        return await _page(visit, session, codes, Problems())


@writes
async def destroy(visit: Visit, form: Form) -> Response:
    """Turns it off, for the password."""
    try:
        await turn_off(visit.viewer.user_id, _password(form))
    except Invalid as error:
        return await _again(visit, problems(error, visit.translate))
    return RedirectResponse("/second-factor", 303)


async def _again(visit: Visit, wrong: Problems) -> Response:
    async with visit.reading() as session:
        return await _page(visit, session, [], wrong)


async def _page(visit: Visit, session: AsyncSession, codes: list[str], wrong: Problems) -> Response:
    async with reading(EVERY_COMPANY) as everywhere:
        found = await state(everywhere, visit.viewer.user_id)
        pending = await enrolment(everywhere, visit.viewer.user_id)
    view: dict[str, Any] = {
        "is_on": found["is_on"],
        "on_since": local(found["on_since"], visit.now),
        "codes_left": found["codes_left"],
        "codes": codes,
        "pending": None if pending is None else {"secret": _grouped(pending.secret), "qr": qr_of(pending.address)},
        "errors": wrong.fields("code", "password"),
    }
    return await visit.page(session, "second_factor/show.html", view, place="more", status=wrong.status)


def _grouped(secret: str) -> str:
    """As it is easiest typed by hand."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def _password(form: Form) -> str:
    """With the spaces that may belong to it."""
    return next(iter(form.all("password")), "")
