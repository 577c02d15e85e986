"""The account that somebody means who wrote its name, or part of it, into a form."""

from sqlalchemy.ext.asyncio import AsyncSession

from core.errors import invalid
from core.folding import fold
from core.i18n import N_
from core.policy import Viewer
from core.search import search

_MOST_NAMED = 4


async def named_account(session: AsyncSession, viewer: Viewer, name: str) -> str:
    """The id of the one account that is called so, else of the only one that is found by these words.

    Raises `Invalid` where there is none, or where it may be one of several, which it names.
    """
    found = await search(session, viewer, name, ("account",), limit=_MOST_NAMED + 1)
    called_so = [one for one in found if fold(one.title) == fold(name)]
    meant = called_so if len(called_so) == 1 else found
    if len(meant) == 1:
        return meant[0].id
    if not meant:
        raise invalid("account", N_("You have no account that is called so."))
    titles = ", ".join(one.title for one in meant[:_MOST_NAMED])
    raise invalid("account", N_("Which one? {names}"), names=titles)
