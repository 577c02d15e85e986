"""Contacts: the list, a person's page, making and editing one."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.customers.alike import became
from core.customers.contact_filters import CONTACTS
from core.customers.contact_list import contact_list, found_contacts
from core.customers.contact_view import contact_to_edit, contact_view
from core.customers.naming import named_account, names_offered
from core.customers.vcards import MEDIA_TYPE, vcard
from core.errors import Invalid, NotFound
from core.policy import Permission, require
from core.titles import named
from pwa.addresses import id_of
from pwa.channels import USUAL_OF_A_PERSON, country_names, fields_of, kept_rows, payload_of, sent_rows
from pwa.earlier import asked_before, earlier_at, earlier_days
from pwa.forms import Form
from pwa.list_pages import give_selected, list_page, offered_words
from pwa.list_rooms import LIST_ROOMS
from pwa.operations import Problems, problems, tags_of, whole_number
from pwa.visit import Visit, reads, reads_beside, to_edit, writes
from pwa.watching import changed_by

_FACTS = ("name", "job_title", "notes")


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """The list, or what a search finds."""
    return await list_page(visit, session, LIST_ROOMS["contact"], found_contacts, contact_list)


@reads_beside
async def words(visit: Visit, session: AsyncSession) -> Response:
    """The words that a filter may be given: cities, tags."""
    return await offered_words(visit, session, CONTACTS)


@reads_beside
async def names(visit: Visit, session: AsyncSession) -> Response:
    """A few names for what is typed into a form's field."""
    words = await names_offered(session, visit.viewer, "contact", visit.query("contact"), id_of(visit.query("at")))
    return visit.fragment("lists/_words.html", {"words": words})


@writes
async def assign(visit: Visit, form: Form) -> Response:
    """Gives the selected contacts to a colleague: all of them or none."""
    return await give_selected(visit, form, "contact.assign_many", "/contacts")


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The person all around; earlier history as a fragment."""
    contact_id = visit.path_id()
    try:
        if (before := asked_before(visit)) is not None:
            contact = await contact_to_edit(session, visit.viewer, contact_id)
            return await earlier_days(visit, session, "contact", before, absorbed=contact["absorbed"])
        view = await contact_view(session, visit.viewer, visit.translate, visit.now, contact_id)
    except NotFound:
        if other := await became(session, visit.viewer, "contact", contact_id):
            return visit.go(None, f"/contacts/{other}")
        raise
    view["more"] = earlier_at("contact", contact_id, view.pop("before"))
    visit.opened("contact", contact_id)
    return await visit.page(session, "contacts/show.html", view, place="customers")


@reads
async def card(visit: Visit, session: AsyncSession) -> Response:
    """The contact for the phone's address book."""
    contact = await contact_to_edit(session, visit.viewer, visit.path_id())
    name = quote(f"{contact['name']}.vcf")
    return Response(
        vcard(contact, visit.locale),
        media_type=MEDIA_TYPE,
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{name}"},
    )


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """An empty form, at the account named in the address."""
    require(visit.viewer, Permission.CONTACT_EDIT)
    return await _form(visit, session, {"account_id": visit.query("account")}, Problems(), None)


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Makes the contact, at its account or none."""
    payload: dict[str, Any] = {**form.given(*_FACTS), "name": form.text("name"), "tags": tags_of(form)}
    payload |= payload_of(sent_rows(form))
    try:
        payload["account_id"] = account_id = await _account_id(visit, form)
        outcome = await visit.perform("contact.create", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await _form(visit, session, _typed(form), problems(error, visit.translate), None)
    return visit.go(outcome, f"/accounts/{account_id}" if account_id else f"/contacts/{outcome.result['id']}")


@reads
async def edit(visit: Visit, session: AsyncSession) -> Response:
    """The form with what is there."""
    contact = to_edit(await contact_to_edit(session, visit.viewer, visit.path_id()))
    values = {name: contact[name] or "" for name in _FACTS} | {"base": contact["revision"]}
    values |= {"tags": ", ".join(contact["tags"])} | kept_rows(contact, visit.viewer.country)
    values["by"] = await changed_by(visit, session, contact)
    return await _form(visit, session, values, Problems(), contact["id"])


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Saves the facts; what somebody else changed meanwhile is kept as a conflict on the contact."""
    contact_id = visit.path_id()
    try:
        payload: dict[str, Any] = {name: form.text(name) or None for name in _FACTS}
        payload |= {"id": contact_id, "base": whole_number(form, "base"), "tags": tags_of(form)}
        payload |= payload_of(sent_rows(form))
        outcome = await visit.perform("contact.edit", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            await contact_to_edit(session, visit.viewer, contact_id)
            return await _form(visit, session, _typed(form), problems(error, visit.translate), contact_id)
    return visit.go(outcome, f"/contacts/{contact_id}")


async def _account_id(visit: Visit, form: Form) -> str | None:
    """The account by its id, or by its name. Raises `Invalid`."""
    if form.text("account_id") or not form.text("account"):
        return form.text("account_id") or None
    async with visit.reading() as session:
        return await named_account(session, visit.viewer, form.text("account"))


async def _form(
    visit: Visit, session: AsyncSession, values: Mapping[str, Any], wrong: Problems, contact_id: str | None
) -> Response:
    rows = {kind: values.get(kind, []) for kind in ("phones", "emails", "addresses")}
    form = {**dict.fromkeys((*_FACTS, "tags", "account", "account_id", "base"), ""), **values}
    form |= fields_of(rows, wrong, visit.translate, USUAL_OF_A_PERSON)
    view = {
        "id": contact_id,
        "form": form,
        "account": await named(session, visit.viewer, "account", id_of(str(form["account_id"]))),
        "errors": wrong.fields("name", "job_title", "account", "tags", "notes"),
        **country_names(visit),
        "problem": wrong.summary,
        "by": values.get("by"),
    }
    return await visit.page(session, "contacts/form.html", view, place="customers", status=wrong.status)


def _typed(form: Form) -> dict[str, Any]:
    kept = (*_FACTS, "tags", "account", "account_id", "base")
    facts = {name: values[0] for name, values in form.fields.items() if name in kept}
    return facts | sent_rows(form)
