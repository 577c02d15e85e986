"""Keeps accounts and contacts findable: their search lines and the words they are filtered by follow every change."""

from typing import Any

from sqlalchemy import select

from core.customers.models import Account, AccountContact, Address, Contact, Email, Phone
from core.marks import mark, unmark
from core.search import forget, keep
from core.work import Work, follows

Values = dict[str, Any] | None


@follows(Account)
async def account_changed(work: Work, account: Any, before: Values, after: Values) -> None:
    """Its line is written again, or goes with it."""
    if after is None or after["archived_at"]:
        await _lose(work, account.id)
    else:
        work.at_the_end(account.id, lambda: _find_account(work, account))
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
        await _lose(work, contact.id)
    else:
        work.at_the_end(contact.id, lambda: _find_contact(work, contact))


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


async def _lose(work: Work, record_id: str) -> None:
    await forget(work, record_id)
    await unmark(work, record_id)


async def _find_account(work: Work, account: Account) -> None:
    """By name, tax id, web, cities, tags, phones and e-mails."""
    cities = await _cities(work, account_id=account.id)
    await keep(
        work,
        account,
        "account",
        account.name,
        next(filter(None, cities), account.sector or ""),
        [account.tax_id, account.website, *cities, *account.tags, *await _channels(work, account_id=account.id)],
    )
    await mark(work, account, {"tag": account.tags, "city": cities, "kind": account.kinds})


async def _find_contact(work: Work, contact: Contact) -> None:
    """By name, tags, cities, phones, e-mails, and the accounts that the person is at."""
    accounts = list(
        await work.session.scalars(
            select(Account.name)
            .join(
                AccountContact,
                (AccountContact.company_id == Account.company_id) & (AccountContact.account_id == Account.id),
            )
            .where(AccountContact.contact_id == contact.id)
            .order_by(AccountContact.created_at, AccountContact.id)
        )
    )
    detail = " · ".join(filter(None, [contact.job_title, *accounts[:1]]))
    cities = await _cities(work, contact_id=contact.id)
    words = [*accounts, *cities, *contact.tags, *await _channels(work, contact_id=contact.id)]
    await keep(work, contact, "contact", contact.name, detail, words)
    await mark(work, contact, {"tag": contact.tags, "city": cities})


async def _channels(work: Work, **of: str) -> list[str]:
    phones = await work.session.scalars(select(Phone.number).filter_by(**of).order_by(Phone.created_at, Phone.id))
    emails = await work.session.scalars(select(Email.address).filter_by(**of).order_by(Email.created_at, Email.id))
    return [*phones, *emails]


async def _cities(work: Work, **of: str) -> list[str]:
    statement = select(Address.city).filter_by(**of).order_by(Address.created_at, Address.id)
    return list(await work.session.scalars(statement))
