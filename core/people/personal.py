"""What concerns a person rather than a company's records: invitations, chats, settings, as plain views."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.errors import Expired
from core.i18n import Translator
from core.people.models import ChatLink, Company, Membership, Role, User
from core.people.sign_in import Purpose, companies_of, look_at_ticket
from core.standard_names import role_name

View = dict[str, Any]


async def asked_to_choose_password(session: AsyncSession, secret: str) -> View:
    """What an invitation or reset link is about: purpose, name, email, company. Raises `Expired`; spends nothing."""
    for purpose in (Purpose.INVITATION, Purpose.RESET):
        try:
            ticket = await look_at_ticket(session, purpose, secret)
        except Expired:
            continue
        user = (
            await session.execute(select(User.name, User.email, User.locale).where(User.id == ticket.user_id))
        ).one()
        companies = await companies_of(session, ticket.user_id)
        return {
            "purpose": purpose.value,
            "name": user.name,
            "email": user.email,
            "locale": user.locale,
            "company": companies[0][1] if companies else "",
        }
    raise Expired


async def chats_of(session: AsyncSession, user_id: str) -> list[View]:
    """The user's linked chats, the newest first: id, bot, since when. Needs a session over every company."""
    rows = await session.execute(
        select(ChatLink.id, ChatLink.chat_id, ChatLink.bot, ChatLink.linked_at)
        .where(ChatLink.user_id == user_id)
        .order_by(ChatLink.linked_at.desc())
    )
    return [dict(row) for row in rows.mappings()]


async def memberships_of(session: AsyncSession, user_id: str, translate: Translator) -> list[View]:
    """The companies where the user works, by name, with the role there. Needs a session over every company."""
    rows = await session.execute(
        select(Company.id, Company.name, Role.key, Role.name.label("role"))
        .join(Membership, Membership.company_id == Company.id)
        .join(Role, (Role.company_id == Membership.company_id) & (Role.id == Membership.role_id))
        .where(Membership.user_id == user_id, Membership.disabled_at.is_(None))
        .order_by(Company.name)
    )
    return [{"id": row.id, "name": row.name, "role_name": role_name(row.key, row.role, translate)} for row in rows]


async def settings_of(session: AsyncSession, user_id: str) -> View:
    """One's own settings: name, email, locale, timezone, theme, digest_at, remind_minutes, and the working hours."""
    row = (
        await session.execute(
            select(
                User.name, User.email, User.locale, User.timezone, User.theme, User.digest_at, User.remind_minutes,
                User.working_days, User.works_from, User.works_until,
            ).where(User.id == user_id)
        )
    ).one()  # fmt: skip
    return dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's own name for a row as a mapping
