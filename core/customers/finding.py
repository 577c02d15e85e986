"""Keeps accounts and contacts findable: their search lines and the words they are filtered by follow every change."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from core.customers.models import Account, AccountContact, Address, Contact, Email, Phone
from core.finishing import follows
from core.marks import mark, unmark
from core.search import Line, forget, keep
from core.work import Work

Values = dict[str, Any] | None


@follows(Account)
async def account_changed(work: Work, account: Any, before: Values, after: Values) -> None:
    """Its line is written again, or goes with it."""
    if after is None or after["archived_at"]:
        work.not_at_the_end(_find_accounts, account.id)
        work.at_the_end(_lose, account.id, account.id)
    else:
        work.not_at_the_end(_lose, account.id)
        work.at_the_end(_find_accounts, account.id, account)
    if before is not None and after is not None and before.get("name") != after.get("name"):
        at = select(AccountContact.contact_id).where(AccountContact.account_id == account.id)
        for contact in await work.session.scalars(
            select(Contact).where(Contact.id.in_(at), Contact.archived_at.is_(None))
        ):
            await contact_changed(work, contact, None, {"archived_at": None})


@follows(Contact)
async def contact_changed(work: Work, contact: Any, before: Values, after: Values) -> None:
    """Its line is written again, or goes with it."""
    if after is None or after["archived_at"]:
        work.not_at_the_end(_find_contacts, contact.id)
        work.at_the_end(_lose, contact.id, contact.id)
    else:
        work.not_at_the_end(_lose, contact.id)
        work.at_the_end(_find_contacts, contact.id, contact)


@follows(Phone)
@follows(Email)
@follows(Address)
@follows(AccountContact)
async def channel_changed(work: Work, channel: Any, before: Values, after: Values) -> None:
    """What hangs on a record changes what the record is found by."""
    values = after or before or {}
    contact = await work.load(Contact, values.get("contact_id"))
    if contact is not None:
        await contact_changed(work, contact, None, {"archived_at": contact.archived_at})
    elif (account := await work.load(Account, values.get("account_id"))) is not None:
        await account_changed(work, account, None, {"archived_at": account.archived_at})


async def _lose(work: Work, record_ids: list[str]) -> None:
    await forget(work, record_ids)
    await unmark(work, record_ids)


async def _find_accounts(work: Work, accounts: list[Account]) -> None:
    """By name, tax id, web, cities, tags, phones and e-mails."""
    cities = await _cities(work, Address.account_id, accounts)
    reached = await _channels(work, "account_id", accounts)
    lines = []
    for account in accounts:
        towns = cities[account.id]
        words = [account.tax_id, account.website, *towns, *account.tags, *reached[account.id]]
        lines.append(Line(account, "account", account.name, next(filter(None, towns), account.sector or ""), words))
    await keep(work, lines)
    await mark(work, [(one, {"tag": one.tags, "city": cities[one.id], "kind": one.kinds}) for one in accounts])


async def _find_contacts(work: Work, contacts: list[Contact]) -> None:
    """By name, tags, cities, phones, e-mails, and the accounts that the person is at."""
    accounts: dict[str, list[str]] = {contact.id: [] for contact in contacts}
    places = await work.session.execute(
        select(AccountContact.contact_id, Account.name)
        .join(
            Account,
            (AccountContact.company_id == Account.company_id) & (AccountContact.account_id == Account.id),
        )
        .where(AccountContact.contact_id.in_(accounts))
        .order_by(AccountContact.created_at, AccountContact.id)
    )
    for contact_id, name in places:
        accounts[contact_id].append(name)
    cities = await _cities(work, Address.contact_id, contacts)
    reached = await _channels(work, "contact_id", contacts)
    lines = []
    for contact in contacts:
        detail = " · ".join(filter(None, [contact.job_title, *accounts[contact.id][:1]]))
        words = [*accounts[contact.id], *cities[contact.id], *contact.tags, *reached[contact.id]]
        lines.append(Line(contact, "contact", contact.name, detail, words))
    await keep(work, lines)
    await mark(work, [(one, {"tag": one.tags, "city": cities[one.id]}) for one in contacts])


async def _channels(work: Work, of: str, records: Sequence[Account | Contact]) -> dict[str, list[str]]:
    """Phones, then e-mails, by record."""
    found: dict[str, list[str]] = {record.id: [] for record in records}
    for model, column in ((Phone, Phone.number), (Email, Email.address)):
        belongs = getattr(model, of)
        order = (model.created_at, model.id)
        for record_id, word in await work.session.execute(
            select(belongs, column).where(belongs.in_(found)).order_by(*order)
        ):
            found[record_id].append(word)
    return found


async def _cities(work: Work, of: Any, records: Sequence[Account | Contact]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {record.id: [] for record in records}
    statement = select(of, Address.city).where(of.in_(found)).order_by(Address.created_at, Address.id)
    for record_id, city in await work.session.execute(statement):
        found[record_id].append(city)
    return found
