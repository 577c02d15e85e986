"""The chat's inbox: updates are stored as they came before they are acknowledged, and each is done once."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.database import EVERY_COMPANY, insert_into, transaction
from core.outbox import InboxUpdate
from core.records import new_id
from core.settings import settings

Body = dict[str, Any]


def this_bot() -> str:
    """What the installation's bot is called in links, states and the inbox: its number on Telegram."""
    return settings().telegram_bot_token.partition(":")[0][:64]


async def store_update(bot: str, body: Any) -> bool:
    """Keeps one update, whatever is in it; False when it was kept before, or has no number to know it by."""
    return await store_updates(bot, [body]) == 1


async def store_updates(bot: str, bodies: Iterable[Any]) -> int:
    """Keeps updates in one transaction; gives how many were new."""
    async with transaction(EVERY_COMPANY) as session:
        return await keep_updates(session, bot, bodies)


async def keep_updates(session: AsyncSession, bot: str, bodies: Iterable[Any]) -> int:
    """The same in the caller's transaction."""
    now = datetime.now(UTC)
    rows = [
        {"id": new_id(), "bot": bot, "update_id": number, "chat_id": chat_of(body), "body": body, "received_at": now}
        for body in bodies
        if (number := _number(body)) is not None
    ]
    if not rows:
        return 0
    kept = await session.execute(
        insert_into(session, InboxUpdate).values(rows).on_conflict_do_nothing().returning(InboxUpdate.id)
    )
    return len(kept.all())


def chat_of(body: Body) -> int | None:
    """The number of the chat that an update is from; None where it has none, or is not what it should be.

    An inline query has the private chat of who asks, wherever it is typed.
    """
    for kind, content in body.items():
        if kind == "update_id" or not isinstance(content, dict):
            continue
        message = content.get("message") if kind == "callback_query" else content
        chat = message.get("from" if kind == "inline_query" else "chat") if isinstance(message, dict) else None
        number = chat.get("id") if isinstance(chat, dict) else None
        if isinstance(number, int) and abs(number) < 2**63:
            return number
    return None


async def waiting(session: AsyncSession, bot: str, limit: int = 200) -> list[InboxUpdate]:
    """The updates that nobody has done yet, in the order in which they came."""
    found = await session.scalars(
        select(InboxUpdate)
        .where(InboxUpdate.bot == bot, InboxUpdate.done_at.is_(None))
        .order_by(InboxUpdate.update_id)
        .limit(limit)
    )
    return list(found)


def _number(body: Any) -> int | None:
    number = body.get("update_id") if isinstance(body, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) and abs(number) < 2**63 else None
