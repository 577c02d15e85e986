"""Which chat is whose: tied by a one-use code, untied from either side, and the company that it writes to."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.database import EVERY_COMPANY, transaction
from core.errors import Expired
from core.i18n import N_
from core.people.models import ChatLink, Company, Membership, User
from core.people.sign_in import Purpose, companies_of, spend_ticket, was_spent_by
from core.viewers import lets_people_in


@dataclass(frozen=True, slots=True)
class Linked:
    """A chat's user and the company that it writes to."""

    chat_id: int
    user_id: str
    company_id: str


async def link(bot: str, chat_id: int, code: str) -> Linked:
    """Ties the chat to the code's user, in place of whoever's it was; the code is spent. Raises `Expired`.

    The code that tied this chat to its user does no harm when it comes again, as after a restart.
    """
    async with transaction(EVERY_COMPANY) as session:
        if (before := await linked(session, bot, chat_id)) and await was_spent_by(session, before.user_id, code):
            return before
        ticket = await spend_ticket(session, Purpose.CHAT, code)
        companies = [known for known, _ in await companies_of(session, ticket.user_id)]
        if not companies:
            raise Expired
        await session.execute(
            delete(ChatLink).where(
                ChatLink.bot == bot, (ChatLink.chat_id == chat_id) | (ChatLink.user_id == ticket.user_id)
            )
        )
        wished = ticket.facts.get("company_id")
        company_id = wished if wished in companies else companies[0]
        session.add(
            ChatLink(
                bot=bot,
                chat_id=chat_id,
                user_id=ticket.user_id,
                company_id=company_id,
                linked_at=datetime.now(UTC),
            )
        )
        return Linked(chat_id, ticket.user_id, company_id)


async def linked(session: AsyncSession, bot: str, chat_id: int) -> Linked | None:
    """Whose chat this is, if he or she is still at work there. Needs a session over every company."""
    return await _find(session, ChatLink.bot == bot, ChatLink.chat_id == chat_id)


async def chat_of(session: AsyncSession, bot: str, user_id: str) -> Linked | None:
    """The user's chat, if there is one. Needs a session over every company."""
    return await _find(session, ChatLink.bot == bot, ChatLink.user_id == user_id)


async def companies_with_chats(session: AsyncSession, bot: str) -> list[str]:
    """The companies that chats of this bot write to. Needs a session over every company."""
    return list(await session.scalars(select(ChatLink.company_id).where(ChatLink.bot == bot).distinct()))


async def unlink(user_id: str) -> None:
    """Unties all of the user's chats: they get nothing any more."""
    async with transaction(EVERY_COMPANY) as session:
        await session.execute(delete(ChatLink).where(ChatLink.user_id == user_id))


async def choose_company(bot: str, chat_id: int, company_id: str) -> None:
    """The chat writes to another of its user's companies from now on."""
    async with transaction(EVERY_COMPANY) as session:
        found = await session.scalar(select(ChatLink).where(ChatLink.bot == bot, ChatLink.chat_id == chat_id))
        if found is None or company_id not in dict(await companies_of(session, found.user_id)):
            raise Expired(N_("You do not work in that company."))
        found.company_id = company_id


async def _find(session: AsyncSession, *conditions: object) -> Linked | None:
    row = (
        await session.execute(
            select(ChatLink.chat_id, ChatLink.user_id, ChatLink.company_id)
            .join(User, User.id == ChatLink.user_id)
            .join(
                Membership,
                (Membership.company_id == ChatLink.company_id) & (Membership.user_id == ChatLink.user_id),
            )
            .join(Company, Company.id == ChatLink.company_id)
            .where(*conditions, User.disabled_at.is_(None), Membership.disabled_at.is_(None), lets_people_in())  # type: ignore[arg-type]
        )
    ).one_or_none()
    return Linked(row.chat_id, row.user_id, row.company_id) if row else None
