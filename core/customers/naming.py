"""The account or the person that somebody means who wrote a name, or part of it, into a form."""

from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.queries import contacts_of
from core.errors import invalid
from core.folding import fold
from core.i18n import N_
from core.policy import Viewer
from core.search import search

_MOST_NAMED = 4
_OFFERED = 8
_NOBODY = {
    "account": N_("You have no account that is called so."),
    "contact": N_("You have no contact who is called so."),
}


async def named_account(session: AsyncSession, viewer: Viewer, name: str) -> str:
    """The id of the one account that is called so, else of the only one that is found by these words.

    Raises `Invalid` where there is none, or where it may be one of several, which it names.
    """
    return await _named(session, viewer, "account", name)


async def named_contact(session: AsyncSession, viewer: Viewer, name: str, account_id: str | None = None) -> str:
    """The same for a contact; of several, one at the account is meant."""
    if account_id is not None:
        here = [one for one in await contacts_of(session, viewer, account_id) if fold(str(one["name"])) == fold(name)]
        if len(here) == 1:
            return str(here[0]["id"])
    return await _named(session, viewer, "contact", name)


async def names_offered(
    session: AsyncSession, viewer: Viewer, kind: str, words: str, account_id: str | None = None
) -> list[str]:
    """A few names that may be meant by what was typed so far; without any words, those of the account's contacts."""
    if not words and account_id is not None and kind == "contact":
        return [str(one["name"]) for one in await contacts_of(session, viewer, account_id)]
    found = await search(session, viewer, words, (kind,), limit=_OFFERED)
    return list(dict.fromkeys(one.title for one in found))


async def _named(session: AsyncSession, viewer: Viewer, kind: str, name: str) -> str:
    found = await search(session, viewer, name, (kind,), limit=_MOST_NAMED + 1)
    called_so = [one for one in found if fold(one.title) == fold(name)]
    meant = called_so if len(called_so) == 1 else found
    if len(meant) == 1:
        return meant[0].id
    if not meant:
        raise invalid(kind, _NOBODY[kind])
    titles = ", ".join(one.title for one in meant[:_MOST_NAMED])
    raise invalid(kind, N_("Which one? {names}"), names=titles)
