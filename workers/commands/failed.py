"""`ronda failed`: what was given up, and trying it again."""

from typing import Annotated, Any

import typer

from workers.commands.asking import answer, show


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("failed")(failed)


def failed(
    retry: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Try this one again; may be said several times.")
    ] = None,
    retry_all: Annotated[bool, typer.Option(help="Try everything again.")] = False,
) -> None:
    """Print what failed for good, or put it back in line."""
    if retry or retry_all:
        print(f"{answer(_retry(None if retry_all else retry))} back in line.")
    else:
        show(answer(_failed()))


async def _failed() -> list[dict[str, Any]]:
    from core import outbox
    from core.database import EVERY_COMPANY, reading

    async with reading(EVERY_COMPANY) as session:
        messages = await outbox.failed(session)
        updates = await outbox.failed_updates(session)
    return [
        *({**_facts(m), "topic": m.topic, "payload": m.payload, "at": m.failed_at} for m in messages),
        *({**_facts(u), "topic": "chat update", "payload": u.body, "at": u.done_at} for u in updates),
    ]


def _facts(failed: Any) -> dict[str, Any]:
    return {"id": failed.id, "attempts": failed.attempts, "error": failed.error}


async def _retry(ids: list[str] | None) -> int:
    """All of the ids, or none: one that has not failed is most likely a slip."""
    from datetime import UTC, datetime

    from core import outbox
    from core.database import EVERY_COMPANY, transaction
    from core.errors import NotFound
    from core.i18n import N_
    from core.payloads import an_id

    wanted = None if ids is None else sorted({an_id(one) for one in ids})
    async with transaction(EVERY_COMPANY) as session:
        count = await outbox.retry(session, datetime.now(UTC), wanted)
        if wanted is not None and count < len(wanted):
            raise NotFound(N_("Not all of these have failed; nothing was put back. `ronda failed` lists what has."))
        return count
