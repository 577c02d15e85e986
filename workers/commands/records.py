"""`ronda do`, `get`, `list`, `operations`: every operation and every record, as one user, as JSON."""

import json
import sys
from typing import Annotated, Any

import typer

from workers.commands.asking import answer, refuse, show, who

As = Annotated[str, typer.Option("--as", help="The e-mail of the user who does it.")]
Company = Annotated[str | None, typer.Option(help="Its id or name, where the user is in several.")]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("do")(do)
    app.command("get")(get)
    app.command("list")(list_)
    app.command("operations")(operations)


def do(
    operation: str,
    payload: Annotated[str, typer.Argument(help="JSON, or - to read it from standard input.")] = "{}",
    *,
    as_: As,
    company: Company = None,
    operation_id: Annotated[str | None, typer.Option("--id", help="Makes it one, however often it is said.")] = None,
) -> None:
    """Do an operation; prints its result."""
    answer(_do(operation, _payload(payload), as_, company, operation_id))


def get(
    kind: str, record_id: Annotated[str, typer.Argument(metavar="ID")], *, as_: As, company: Company = None
) -> None:
    """Print one record, if that user may see it."""
    answer(_get(kind, record_id, as_, company))


def list_(
    kind: str,
    filter_: Annotated[
        list[str] | None, typer.Argument(metavar="[FILTER]...", help="column=value, or words to search for.")
    ] = None,
    *,
    as_: As,
    company: Company = None,
    limit: Annotated[int, typer.Option(min=1, max=100_000)] = 100,
) -> None:
    """Print the records of a kind that that user may see."""
    given = filter_ or []
    filters = dict(item.split("=", 1) for item in given if "=" in item)
    words = " ".join(item for item in given if "=" not in item)
    answer(_list(kind, filters, words, as_, company, limit))


def operations() -> None:
    """Print every operation with the schema of its payload."""
    from core.all_operations import REGISTRY

    show(
        {
            name: {
                "permission": kind.permission,
                "undoable": kind.undoable,
                "about": " ".join((kind.function.__doc__ or "").split()),
                "payload": kind.payload.model_json_schema(),
            }
            for name, kind in sorted(REGISTRY.items())
        }
    )


def _payload(text: str) -> dict[str, Any]:
    from core.errors import Invalid
    from core.i18n import N_

    try:
        payload = json.loads(sys.stdin.read() if text == "-" else text)
    except ValueError:
        refuse(Invalid(N_("The payload is not JSON.")))
    if not isinstance(payload, dict):
        refuse(Invalid(N_("The payload is not JSON.")))
    return payload


async def _do(name: str, payload: dict[str, Any], email: str, company: str | None, operation_id: str | None) -> None:
    import core.all_operations  # noqa: F401
    from core.operations import Door, Operation
    from core.payloads import an_id
    from core.performing import perform
    from core.records import new_id

    company_id, user_id = await who(email, company)
    wish = Operation(name, payload, id=an_id(operation_id) if operation_id else new_id(), door=Door.OPERATOR)
    outcome = await perform(wish, company_id, user_id)
    show({"operation_id": outcome.operation_id, "repeated": outcome.repeated, "result": outcome.result})


async def _get(kind: str, record_id: str, email: str, company: str | None) -> None:
    from core.database import reading
    from core.listing import get
    from core.viewers import viewer_of

    company_id, user_id = await who(email, company)
    async with reading(company_id) as session:
        viewer = await viewer_of(session, company_id, user_id)
        show(await get(session, viewer, kind, record_id))


async def _list(kind: str, filters: dict[str, str], words: str, email: str, company: str | None, limit: int) -> None:
    from core.database import reading
    from core.listing import listed
    from core.viewers import viewer_of

    company_id, user_id = await who(email, company)
    async with reading(company_id) as session:
        viewer = await viewer_of(session, company_id, user_id)
        show(await listed(session, viewer, kind, filters, words, limit))
