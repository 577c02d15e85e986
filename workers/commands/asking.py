"""How a command runs: in a loop of its own, its errors as one sentence, its result as JSON."""

import asyncio
import json
import sys
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from core.i18n import N_, translator

if TYPE_CHECKING:
    from core.errors import CrmError

T = TypeVar("T")


def answer(work: Coroutine[Any, Any, T], *, makes_tables: bool = False) -> T:
    """Runs the work; an expected error, or a database that is not ready, is said in English and ends with 1."""
    from core.errors import CrmError

    try:
        if not makes_tables:
            _require_tables()
        return asyncio.run(_closing(work))
    except CrmError as error:
        refuse(error)
    except OSError as error:
        sys.exit(f"{str(error).splitlines()[0]}\n`ronda doctor` looks at everything, and says what to do.")
    finally:
        work.close()


def refuse(error: "CrmError") -> NoReturn:
    """Prints what is wrong, field by field, and ends with 1."""
    from core.errors import Invalid

    english = translator("en")
    print(error.say(english), file=sys.stderr)
    if isinstance(error, Invalid):
        for field, message in error.say_fields(english).items():
            print(f"  {field}: {message}", file=sys.stderr)
    raise SystemExit(1)


def show(value: object) -> None:
    """Prints a value as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


async def who(email: str, company: str | None) -> tuple[str, str]:
    """(company id, user id) of the member with this e-mail; the company by id or name, where there are several.

    Raises `NotFound` when there is no such user in it, or he or she is in several companies and none was named.
    """
    from sqlalchemy import select

    from core.database import EVERY_COMPANY, reading
    from core.errors import NotFound
    from core.people.models import User
    from core.people.sign_in import companies_of

    async with reading(EVERY_COMPANY) as session:
        user_id = await session.scalar(
            select(User.id).where(User.email == email.strip().lower(), User.disabled_at.is_(None))
        )
        if user_id is None:
            raise NotFound(N_("There is no user {email}."), email=email)
        companies = await companies_of(session, user_id)
    fitting = [(known, name) for known, name in companies if company in (None, known, name)]
    if not fitting:
        raise NotFound(N_("There is no user {email} in that company."), email=email)
    if len(fitting) > 1:
        names = ", ".join(f"{name} ({known})" for known, name in fitting)
        raise NotFound(N_("Which company? Say --company with the name or the id of one: {names}."), names=names)
    return fitting[0][0], user_id


def _require_tables() -> None:
    from core.migrations import is_current

    if not is_current():
        sys.exit("The database's tables are not there, or not up to date: `ronda init` or `ronda up` makes them.")


async def _closing(work: Coroutine[Any, Any, T]) -> T:
    from core import database

    try:
        return await work
    finally:
        await database.close()
