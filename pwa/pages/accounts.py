"""Customers: the list, the search, an account all around, making and editing one."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.customers.account_list import account_list, found_accounts
from core.customers.account_view import KINDS, account_to_edit, account_view
from core.errors import Invalid
from core.timeline import history
from pwa.addresses import earlier, moment_of
from pwa.channels import fields_of, kept_rows, payload_of, sent_rows
from pwa.forms import Form
from pwa.operations import Problems, problems, whole_number
from pwa.visit import Visit, reads, to_edit, writes

_FACTS = ("name", "tax_id", "website", "sector", "notes")


@reads
async def index(visit: Visit, session: AsyncSession) -> Response:
    """The list, or what a search finds; the next page of the list as a fragment."""
    words = visit.query("q").strip()
    after = _decoded(visit.query("after"))
    if after is not None and visit.wants_fragment:
        found = await account_list(session, visit.viewer, visit.now, after)
        return visit.fragment(
            "accounts/_rows.html", {"accounts": found["accounts"], "more": _more(found["after"]), "current": None}
        )
    view: dict[str, Any] = {
        "q": words,
        "wants_search": bool(visit.query("find")),
        "current": None,
        "contacts": [],
        "recent": [],
        "more": None,
    }
    if words:
        view |= await found_accounts(session, visit.viewer, visit.now, words)
    else:
        found = await account_list(session, visit.viewer, visit.now)
        view |= {"recent": found["recent"], "accounts": found["accounts"], "more": _more(found["after"])}
    view["count"] = len(view["accounts"])
    return await visit.page(session, "accounts/index.html", view, place="customers")


@reads
async def show(visit: Visit, session: AsyncSession) -> Response:
    """The account all around; earlier history as a fragment."""
    account_id = visit.path_id()
    before = moment_of(visit.query("before"))
    if before is not None and visit.wants_fragment:
        await account_to_edit(session, visit.viewer, account_id)
        days, rest = await history(
            session, visit.viewer, visit.translate, visit.now, account_id=account_id, before=before
        )
        return visit.fragment("timeline/_days.html", {"days": days, "more": earlier("accounts", account_id, rest)})
    view = await account_view(session, visit.viewer, visit.translate, visit.now, account_id)
    view["more"] = earlier("accounts", account_id, view.pop("before"))
    return await visit.page(session, "accounts/show.html", view, place="customers")


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """An empty form."""
    return await _form(visit, session, {"kinds": ["customer"]}, Problems(), None)


@writes
async def create(visit: Visit, form: Form) -> Response:
    """Makes the account."""
    payload: dict[str, Any] = {**form.given(*_FACTS), "name": form.text("name"), "kinds": form.all("kinds")}
    payload |= payload_of(sent_rows(form))
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
    values |= kept_rows(account, visit.viewer.country)
    return await _form(visit, session, values, Problems(), account["id"])


@writes
async def update(visit: Visit, form: Form) -> Response:
    """Saves the facts; what somebody else changed meanwhile is kept as a conflict on the account."""
    account_id = visit.path_id()
    try:
        payload: dict[str, Any] = {name: form.text(name) or None for name in _FACTS}
        payload |= {"id": account_id, "kinds": form.all("kinds"), "base": whole_number(form, "base")}
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
    view = {
        "id": account_id,
        "form": {"base": None, **dict.fromkeys(_FACTS, ""), **values, **fields_of(rows, wrong, visit.translate)},
        "kinds": [{"key": key, "name": visit.translate(name)} for key, name in KINDS.items()],
        "errors": wrong.fields("name", "kinds", "tax_id", "website", "sector", "notes"),
        "problem": wrong.summary,
    }
    return await visit.page(session, "accounts/form.html", view, place="customers", status=wrong.status)


def _typed(form: Form) -> dict[str, Any]:
    facts = {name: values[0] for name, values in form.fields.items() if name in (*_FACTS, "base")}
    return facts | {"kinds": form.all("kinds"), **sent_rows(form)}


def _more(after: str | None) -> str | None:
    return f"/accounts?after={urlsafe_b64encode(after.encode()).decode().rstrip('=')}" if after else None


def _decoded(text: str) -> str | None:
    try:
        after = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().replace("\x00", "") if text else None
    except (NotBase64, ValueError):
        return None
    return after if after is not None and "\n" in after else None
