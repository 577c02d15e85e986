"""A photo of a business card: taken, read, asked about where it is in doubt, undone."""

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import RedirectResponse, Response

from core.customers.card_intake import answer, drop
from core.customers.card_plan import NEW
from core.customers.card_view import card_view
from core.documents.service import keep_bytes
from core.errors import Invalid
from core.i18n import N_
from core.operations import Door
from core.people.sign_in import count_try
from core.policy import Permission, require
from pwa.addresses import id_of, number_of
from pwa.forms import Form, Upload
from pwa.visit import Visit, reads, writes

_MOST_PHOTOS = 200
_UNKNOWN = "application/octet-stream"
# How a picture begins, whatever its name says.
_PICTURES = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (8, b"WEBP", "image/webp"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypheix", "image/heic"),
    (4, b"ftypheim", "image/heic"),
    (4, b"ftypheis", "image/heic"),
    (4, b"ftyphevc", "image/heic"),
    (4, b"ftypmif1", "image/heif"),
    (4, b"ftypmsf1", "image/heif"),
)


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """The camera."""
    require(visit.viewer, Permission.CONTACT_EDIT)
    return await _new_page(visit, session, None)


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Keeps the photo and has it read."""
    require(visit.viewer, Permission.CONTACT_EDIT)
    photo = form.file("photo")
    media_type = _media_type(photo) if photo else _UNKNOWN
    if photo is None or media_type == _UNKNOWN:
        problem = visit.translate(N_("That is not a photo: take it again or choose another picture."))
        async with visit.reading() as session:
            return await _new_page(visit, session, problem)
    await count_try(f"cards:{visit.viewer.user_id}", _MOST_PHOTOS)
    digest, size = await keep_bytes(visit.viewer.company_id, photo.content)
    name = photo.own_name or visit.translate(N_("Card")) + ".jpg"
    document = {"name": name, "media_type": media_type, "size": size, "digest": digest}
    received = {"document": document, "front_id": id_of(form.text("front"))}
    outcome = await visit.perform("card.receive", received, form.operation_id)
    return RedirectResponse(f"/cards/{outcome.result['id']}", 303)


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """How far the reading is; what came of it."""
    view = await card_view(session, visit.viewer, visit.translate, visit.now, visit.path_id())
    if view["card"]["front"]:
        return RedirectResponse(f"/cards/{view['card']['front']}", 303)
    return await visit.page(session, "cards/show.html", view, place="customers")


@writes
async def decide(visit: Visit, form: Form) -> Response:
    """Answers what the reading asks: who or which firm it is, or the name."""
    given = {f"{about}_id": _chosen(form, about) for about in ("contact", "account")}
    is_update = bool(form.text("update"))
    try:
        await answer(
            visit.viewer.company_id,
            visit.viewer.user_id,
            visit.path_id(),
            Door.PAGE,
            contact_id=given["contact_id"],
            account_id=given["account_id"],
            name=form.text("name")[:200] or None,
            doubts=_written(form),
            update=form.all("change") if is_update else None,
        )
    except Invalid as refused:
        return await _asked_again(visit, refused)
    return RedirectResponse(f"/cards/{visit.path_id()}", 303)


def _written(form: Form) -> dict[int, str] | None:
    """What stands in the fields of what was in doubt; another reading that was tapped goes for its own field alone."""
    taken, _, other = form.text("take").partition(":")
    if (place := number_of(taken, 3)) is not None:
        return {place: other}
    named = {name.removeprefix("doubt-"): name for name in form.fields if name.startswith("doubt-")}
    return {
        place: form.text(name)[:200] for key, name in named.items() if (place := number_of(key, 3)) is not None
    } or None


async def _asked_again(visit: Visit, refused: Invalid) -> Response:
    async with visit.reading() as session:
        view = await card_view(session, visit.viewer, visit.translate, visit.now, visit.path_id())
        if view["question"]:
            why = next(iter(refused.fields.values()), refused)
            view["question"]["problem"] = why.say(visit.translate)
        return await visit.page(session, "cards/show.html", view, place="customers", status=422)


@writes
async def discard(visit: Visit, _: Form) -> Response:
    """No contact is made of it."""
    await drop(visit.viewer.company_id, visit.viewer.user_id, visit.path_id())
    return RedirectResponse(f"/cards/{visit.path_id()}", 303)


def _chosen(form: Form, about: str) -> str | None:
    return NEW if form.text(about) == NEW else id_of(form.text(about))


def _media_type(photo: Upload) -> str:
    return next((kind for place, mark, kind in _PICTURES if photo.content[place:].startswith(mark)), _UNKNOWN)


async def _new_page(visit: Visit, session: AsyncSession, problem: str | None) -> Response:
    front = id_of(visit.query("front"))
    view = {"account": id_of(visit.query("account")), "front": front, "errors": {"photo": problem}}
    return await visit.page(session, "cards/new.html", view, place="customers", status=422 if problem else 200)
