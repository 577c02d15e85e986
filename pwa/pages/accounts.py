"""Customers: the list, the search, an account all around, making and editing one."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.customers.account_filters import ACCOUNTS
from core.customers.account_kinds import KINDS
from core.customers.account_list import account_list, found_accounts
from core.customers.account_view import account_to_edit, account_view
from core.customers.alike import became
from core.customers.naming import names_offered
from core.errors import Invalid
from core.policy import Permission, require
from pwa.channels import country_names, fields_of, kept_rows, payload_of, sent_rows
from pwa.earlier import asked_before, earlier_at, earlier_days
from pwa.forms import Form
from pwa.list_pages import give_selected, list_page, offered_words
from pwa.list_rooms import LIST_ROOMS
from pwa.operations import Problems, problems, tags_of, whole_number
from pwa.visit import Visit, reads, reads_beside, to_edit, writes
from pwa.watching import changed_by

_FACTS = ("name", "tax_id", "website", "sector", "notes")


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """The list, or what a search finds."""
    return await list_page(visit, session, LIST_ROOMS["account"], found_accounts, account_list)


@reads_beside
async def words(visit: Visit, session: AsyncSession) -> Response:
    """The words that a filter may be given: cities, tags."""
    return await offered_words(visit, session, ACCOUNTS)


@reads_beside
async def names(visit: Visit, session: AsyncSession) -> Response:
    """A few names for what is typed into a form's field."""
    words = await names_offered(session, visit.viewer, "account", visit.query("account"))
    return visit.fragment("lists/_words.html", {"words": words})


@writes
async def assign(visit: Visit, form: Form) -> Response:
    """Gives the selected accounts to a colleague: all of them or none."""
    return await give_selected(visit, form, "account.assign_many", "/accounts")


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The account all around; earlier history as a fragment."""
    account_id = visit.path_id()
    if (before := asked_before(visit)) is not None:
        account = await account_to_edit(session, visit.viewer, account_id)
        return await earlier_days(visit, session, "account", before, absorbed=account["absorbed"])
    view = await account_view(session, visit.viewer, visit.translate, visit.now, account_id)
    if view["account"]["archived"] and (other := await became(session, visit.viewer, "account", account_id)):
        return visit.go(None, f"/accounts/{other}")
    view["more"] = earlier_at("account", account_id, view.pop("before"))
    visit.opened("account", account_id)
    return await visit.page(session, "accounts/show.html", view, place="customers")


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """An empty form."""
    require(visit.viewer, Permission.ACCOUNT_EDIT)
    return await _form(visit, session, {"kinds": ["customer"]}, Problems(), None)


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Makes the account."""
    payload: dict[str, Any] = {**form.given(*_FACTS), "name": form.text("name"), "kinds": form.all("kinds")}
    payload |= {"tags": tags_of(form)} | payload_of(sent_rows(form))
    try:
        outcome = await visit.perform("account.create", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            return await _form(visit, session, _typed(form), problems(error, visit.translate), None)
    return visit.go(outcome, f"/accounts/{outcome.result['id']}")


@reads
async def edit(visit: Visit, session: AsyncSession) -> Response:
    """The form with what is there."""
    account = to_edit(await account_to_edit(session, visit.viewer, visit.path_id()))
    values = {name: account[name] or "" for name in _FACTS} | {"kinds": account["kinds"], "base": account["revision"]}
    values |= {"tags": ", ".join(account["tags"])} | kept_rows(account, visit.viewer.country)
    values["by"] = await changed_by(visit, session, account)
    return await _form(visit, session, values, Problems(), account["id"])


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Saves the facts; what somebody else changed meanwhile is kept as a conflict on the account."""
    account_id = visit.path_id()
    try:
        payload: dict[str, Any] = {name: form.text(name) or None for name in _FACTS}
        payload |= {"id": account_id, "kinds": form.all("kinds"), "base": whole_number(form, "base")}
        payload["tags"] = tags_of(form)
        payload |= payload_of(sent_rows(form))
        outcome = await visit.perform("account.edit", payload, form.operation_id)
    except Invalid as error:
        async with visit.reading() as session:
            await account_to_edit(session, visit.viewer, account_id)
            return await _form(visit, session, _typed(form), problems(error, visit.translate), account_id)
    return visit.go(outcome, f"/accounts/{account_id}")


@writes
async def archive(visit: Visit, form: Form) -> Response:
    """Puts the account away."""
    outcome = await visit.perform("account.archive", {"id": visit.path_id()}, form.operation_id)
    return visit.go(outcome, "/accounts")


async def _form(
    visit: Visit, session: AsyncSession, values: Mapping[str, Any], wrong: Problems, account_id: str | None
) -> Response:
    rows = {kind: values.get(kind, []) for kind in ("phones", "emails", "addresses")}
    empty: dict[str, Any] = {"base": None, **dict.fromkeys((*_FACTS, "tags"), "")}
    view = {
        "id": account_id,
        "form": {**empty, **values, **fields_of(rows, wrong, visit.translate)},
        "kinds": [{"key": key, "name": visit.translate(name)} for key, name in KINDS.items()],
        "errors": wrong.fields("name", "kinds", "tax_id", "website", "sector", "tags", "notes"),
        **country_names(visit),
        "problem": wrong.summary,
        "by": values.get("by"),
    }
    return await visit.page(session, "accounts/form.html", view, place="customers", status=wrong.status)


def _typed(form: Form) -> dict[str, Any]:
    facts = {name: values[0] for name, values in form.fields.items() if name in (*_FACTS, "tags", "base")}
    return facts | {"kinds": form.all("kinds"), **sent_rows(form)}
