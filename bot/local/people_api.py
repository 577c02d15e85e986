"""The JSON that the page and the tests speak, to act as a person and to see what a person sees."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from bot.local import acting
from bot.local.call import Upload, read_form
from bot.local.chat import LocalChat
from bot.local.faults import KINDS, Fault
from bot.local.methods.profile import commands_for
from bot.local.refusals import RefusedError, bad_request
from bot.local.store import Json

LONGEST_WAIT = 50.0
Act = Callable[["Deed"], Awaitable[Any]]


class Deed:
    """One request of a person: who, and what they send."""

    def __init__(self, chat: LocalChat, request: Request, person: Json, fields: Json, files: list[Upload]) -> None:
        self.chat = chat
        self.request = request
        self.person = person
        self.fields = fields
        self.files = files

    def text(self, name: str) -> str:
        return str(self.fields.get(name, ""))

    def integer(self, name: str) -> int:
        try:
            return int(self.fields.get(name) or 0)
        except (TypeError, ValueError) as error:
            raise bad_request(f"{name} is no number") from error


async def arrive(deed: Deed) -> Any:
    first_name = deed.text("first_name").strip()
    if not first_name:
        raise bad_request("first_name is empty")
    return deed.chat.people.arrive(
        first_name[:64], deed.text("language_code") or "es", deed.text("last_name"), deed.text("username")
    )


async def people(deed: Deed) -> Any:
    return deed.chat.people.all()


async def write(deed: Deed) -> Any:
    forwarded_from, reply_to = deed.text("forwarded_from"), deed.integer("reply_to")
    return acting.write(deed.chat, deed.person, deed.text("text"), forwarded_from, reply_to)


async def edit(deed: Deed) -> Any:
    return acting.edit(deed.chat, deed.person, deed.integer("message_id"), deed.text("text"))


async def photos(deed: Deed) -> Any:
    return await acting.send_photos(deed.chat, deed.person, deed.files, deed.text("caption"))


async def documents(deed: Deed) -> Any:
    return await acting.send_documents(deed.chat, deed.person, deed.files, deed.text("caption"))


async def voice(deed: Deed) -> Any:
    if not deed.files:
        raise bad_request("there is no voice in the request")
    seconds, forwarded_from = deed.integer("duration") or 1, deed.text("forwarded_from")
    return await acting.send_voice(deed.chat, deed.person, deed.files[0], seconds, forwarded_from)


async def location(deed: Deed) -> Any:
    try:
        place = float(deed.fields["latitude"]), float(deed.fields["longitude"])
    except (KeyError, TypeError, ValueError) as error:
        raise bad_request("latitude and longitude are numbers") from error
    return acting.share_location(deed.chat, deed.person, *place)


async def contact(deed: Deed) -> Any:
    if not deed.text("phone_number") or not deed.text("first_name"):
        raise bad_request("a contact has a phone_number and a first_name")
    return acting.share_contact(
        deed.chat, deed.person, deed.text("phone_number"), deed.text("first_name"), deed.text("last_name")
    )


async def tap(deed: Deed) -> Any:
    return {"id": acting.tap(deed.chat, deed.person, deed.integer("message_id"), deed.text("data"))}


async def found_group(deed: Deed) -> Any:
    return deed.chat.groups.found(deed.text("title") or "Ventas")


async def write_in_group(deed: Deed) -> Any:
    return acting.write_in_group(
        deed.chat, deed.person, deed.integer("group"), deed.text("text"), deed.integer("reply_to")
    )


async def group_messages(deed: Deed) -> Any:
    number = -int(deed.request.path_params["group"])
    return {"messages": [kept.shown() for kept in deed.chat.messages.of_chat(number)]}


async def ask_inline(deed: Deed) -> Any:
    return {"id": acting.ask_inline(deed.chat, deed.person, deed.text("query"))}


async def pick(deed: Deed) -> Any:
    return acting.pick(deed.chat, deed.person, deed.text("query_id"), deed.text("result_id"))


async def block(deed: Deed) -> Any:
    deed.chat.people.block(deed.person["id"])
    return {}


async def messages(deed: Deed) -> Any:
    """The whole chat, and the number of the last change in it, to go on from with `changes`."""
    chat = deed.chat
    return {
        "epoch": chat.changes.epoch,
        "last": chat.changes.last,
        "messages": [kept.shown() for kept in chat.messages.of_chat(deed.person["id"])],
        "commands": commands_for(chat.store, deed.person),
    }


async def changes(deed: Deed) -> Any:
    """The changes after `after`, waiting up to `wait` seconds for one; another epoch means: read the
    chat again.
    """
    query = deed.request.query_params
    try:
        after, wait = int(query.get("after", 0)), min(float(query.get("wait", 0)), LONGEST_WAIT)
    except ValueError as error:
        raise bad_request("after and wait are numbers") from error
    log = deed.chat.changes
    if query.get("epoch", log.epoch) != log.epoch:
        return {"epoch": log.epoch, "changes": []}
    return {"epoch": log.epoch, "changes": await log.since(deed.person["id"], after, wait)}


async def order_fault(deed: Deed) -> Any:
    kind = deed.text("kind")
    if kind not in KINDS:
        raise bad_request(f"kind is one of {', '.join(KINDS)}")
    method, times = deed.text("method") or "*", deed.integer("times") or 1
    deed.chat.faults.order(Fault(method, kind, times, deed.integer("retry_after") or 1))
    return {}


async def clear_faults(deed: Deed) -> Any:
    deed.chat.faults.clear()
    return {}


async def repeat_update(deed: Deed) -> Any:
    if not deed.chat.updates.repeat(deed.integer("update_id")):
        raise RefusedError(404, "there is no such update")
    return {}


async def updates(deed: Deed) -> Any:
    return {"waiting": deed.chat.updates.waiting(), "confirmed": deed.chat.updates.confirmed()}


async def expire_taps(deed: Deed) -> Any:
    deed.chat.taps.grow_old()
    deed.chat.inline.grow_old()
    return {}


def people_routes(chat: LocalChat) -> list[Route]:
    """The routes of people, and of tests that make things go wrong."""
    table: list[tuple[str, str, Act]] = [
        ("GET", "/people", people),
        ("POST", "/people", arrive),
        ("POST", "/people/{person:int}/messages", write),
        ("POST", "/people/{person:int}/edits", edit),
        ("POST", "/people/{person:int}/photos", photos),
        ("POST", "/people/{person:int}/albums", photos),
        ("POST", "/people/{person:int}/documents", documents),
        ("POST", "/people/{person:int}/voices", voice),
        ("POST", "/people/{person:int}/locations", location),
        ("POST", "/people/{person:int}/contacts", contact),
        ("POST", "/people/{person:int}/callbacks", tap),
        ("POST", "/people/{person:int}/inline_queries", ask_inline),
        ("POST", "/people/{person:int}/inline_picks", pick),
        ("POST", "/people/{person:int}/groups", found_group),
        ("POST", "/people/{person:int}/group_messages", write_in_group),
        ("GET", "/groups/{group:int}/messages", group_messages),
        ("POST", "/people/{person:int}/block", block),
        ("GET", "/chats/{person:int}/messages", messages),
        ("GET", "/chats/{person:int}/changes", changes),
        ("POST", "/control/faults", order_fault),
        ("DELETE", "/control/faults", clear_faults),
        ("GET", "/control/updates", updates),
        ("POST", "/control/updates/repeat", repeat_update),
        ("POST", "/control/taps/expire", expire_taps),
    ]
    routes = [Route(path, _endpoint(chat, act), methods=[verb]) for verb, path, act in table]
    return [*routes, Route("/files/{file_id}", _file(chat), methods=["GET"])]


def _endpoint(chat: LocalChat, act: Act) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            return JSONResponse(await act(await _deed(chat, request)))
        except RefusedError as refusal:
            return JSONResponse({"error": refusal.description}, refusal.code)

    return endpoint


async def _deed(chat: LocalChat, request: Request) -> Deed:
    person = chat.people.find(request.path_params["person"]) if "person" in request.path_params else {}
    if person is None:
        raise RefusedError(404, "there is no such person")
    fields: Json = {}
    files: list[Upload] = []
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        form, uploads = await read_form(request)
        fields, files = dict(form), list(uploads.values())
    elif request.method == "POST":
        fields = await _json(request)
    return Deed(chat, request, person, fields, files)


async def _json(request: Request) -> Json:
    body = await request.body()
    try:
        fields = await request.json() if body else {}
    except ValueError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(fields, dict):
        raise bad_request("JSON object expected")
    return fields


def _file(chat: LocalChat) -> Callable[[Request], Awaitable[Response]]:
    """A file of a chat, for the page to show: pictures in place, anything else as a download."""

    async def endpoint(request: Request) -> Response:
        file = chat.store.get("file", request.path_params["file_id"])
        path = chat.files.path(file["file_path"]) if file else None
        if path is None:
            return Response(status_code=404)
        if file["kind"] == "Document":
            return FileResponse(path, media_type="application/octet-stream", filename=path.name)
        return FileResponse(path, media_type="image/jpeg" if file["kind"] == "Photo" else "audio/ogg")

    return endpoint
