"""What a conversation in the chat has come to: open questions and what was understood so far, kept over restarts."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base, insert_into
from core.records import Json, UtcDateTime

State = dict[str, Any]


class ChatState(Base):
    """One chat's state; not business data: it belongs to a phone, and may be empty at any time."""

    __tablename__ = "chat_states"

    bot: Mapped[str] = mapped_column(String(64), primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    content: Mapped[State] = mapped_column(Json)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


async def state_of(session: AsyncSession, bot: str, chat_id: int) -> State:
    """The chat's state; empty where there is none."""
    return dict(
        await session.scalar(select(ChatState.content).where(ChatState.bot == bot, ChatState.chat_id == chat_id)) or {}
    )


async def keep_state(session: AsyncSession, bot: str, chat_id: int, content: State) -> None:
    """Writes the chat's state, in the caller's transaction."""
    row = {"content": content, "at": datetime.now(UTC)}
    kept = insert_into(session, ChatState).values(bot=bot, chat_id=chat_id, **row)
    await session.execute(kept.on_conflict_do_update(index_elements=["bot", "chat_id"], set_=row))
