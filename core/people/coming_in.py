"""What a company's admins do for who gets in: a link for a password, an end to sessions, a place again.

A person is one for all companies. An admin never gets to set the password of somebody who is in another company, too:
such a person signs in with what he or she has. It is asked when a link is made and again when it is used.
"""

from enum import StrEnum

from sqlalchemy import delete

from core.database import EVERY_COMPANY, reading
from core.errors import Invalid
from core.i18n import N_
from core.operations import Payload, Result, operation
from core.payloads import IdField
from core.people.models import UserSession
from core.people.service import Member, member_of
from core.people.sign_in import Purpose, is_elsewhere, new_ticket
from core.policy import Permission, Viewer, require
from core.work import Work


class LinkKind(StrEnum):
    INVITATION = "invitation"
    RESET = "reset"


class AskForLink(Payload):
    user_id: IdField
    kind: LinkKind


class EndSessions(Payload):
    user_id: IdField
    session_id: IdField | None = None
    """None: all of them."""


@operation("member.enable", Permission.PEOPLE_MANAGE)
async def enable_member(work: Work, payload: Member) -> Result:
    """Who was shut out gets in again, to the same place."""
    member = await member_of(work, payload.user_id)
    work.change(member, disabled_at=None)
    return {"id": member.id, "user_id": member.user_id}


@operation("member.link", Permission.PEOPLE_MANAGE, undoable=False)
async def ask_for_link(work: Work, payload: AskForLink) -> Result:
    """Notes that a link for a password is made; refused for a person of another company (`link_for` makes it)."""
    member = await member_of(work, payload.user_id)
    if member.disabled_at is not None:
        raise Invalid(N_("Restore this person's access first."))
    if await is_elsewhere(work.session, member.user_id, work.viewer.company_id):
        raise Invalid(N_("This person has a sign-in already and keeps it: no link is needed."))
    return {"user_id": member.user_id, "kind": payload.kind}


@operation("member.end_sessions", Permission.PEOPLE_MANAGE, undoable=False)
async def end_sessions(work: Work, payload: EndSessions) -> Result:
    """Signs a colleague out, on one device or on all that work in this company."""
    member = await member_of(work, payload.user_id)
    ended = delete(UserSession).where(
        UserSession.user_id == member.user_id, UserSession.company_id == work.viewer.company_id
    )
    if payload.session_id is not None:
        ended = ended.where(UserSession.id == payload.session_id)
    found = await work.session.scalars(ended.returning(UserSession.id))
    return {"user_id": member.user_id, "ended": sorted(found)}


async def link_for(viewer: Viewer, user_id: str, kind: LinkKind) -> str:
    """The secret of a new link, after `member.link`; good only while the person is in no other company.

    Raises `NotPermitted`.
    """
    require(viewer, Permission.PEOPLE_MANAGE)
    return await new_ticket(Purpose(kind.value), user_id, {"company_id": viewer.company_id})


async def has_sign_in_elsewhere(user_id: str, company_id: str) -> bool:
    """Whether the person is in another company, too."""
    async with reading(EVERY_COMPANY) as session:
        return await is_elsewhere(session, user_id, company_id)
