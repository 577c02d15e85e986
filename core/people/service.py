"""Companies, and who works in them: invited, placed, shut out; one's own settings."""

from enum import StrEnum
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError
from sqlalchemy import select

from core.errors import Invalid, NotFound, invalid
from core.i18n import N_
from core.operations import Payload, Result, operation
from core.payloads import Country, Currency, EmailAddress, IdField, Name
from core.people.models import (
    Company,
    Membership,
    Role,
    Unit,
    User,
)
from core.policy import Permission
from core.records import new_id
from core.work import Work


def _timezone(value: str) -> str:
    if value not in available_timezones():
        raise PydanticCustomError("enum", "not a time zone")
    return value


Timezone = Annotated[str, AfterValidator(_timezone)]
HourMinute = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Weekday = Annotated[int, Field(ge=1, le=7)]
"""ISO: Monday is 1."""


class Language(StrEnum):
    ES = "es"
    EN = "en"


class Invite(Payload):
    email: EmailAddress
    name: Name
    role: str = "rep"
    """A role's key."""
    unit_id: IdField | None = None
    reports_to: IdField | None = None
    locale: Language | None = None


class EditMember(Payload):
    user_id: IdField
    role: str | None = None
    unit_id: IdField | None = None
    reports_to: IdField | None = None


class Member(Payload):
    user_id: IdField


class EditCompany(Payload):
    name: Name | None = None
    country: Country | None = None
    currency: Currency | None = None
    locale: Language | None = None
    timezone: Timezone | None = None
    finished_activities_editable: bool | None = None


class EditSettings(Payload):
    name: Name | None = None
    locale: Language | None = None
    timezone: Timezone | None = None
    theme: Annotated[str, StringConstraints(pattern="^(system|light|dark)$")] | None = None
    digest_at: HourMinute | None = None
    remind_minutes: Annotated[int, Field(ge=0, le=7 * 24 * 60)] | None = None
    working_days: Annotated[list[Weekday], Field(max_length=7)] | None = None
    works_from: HourMinute | None = None
    works_until: HourMinute | None = None


_HOURS = frozenset({"works_from", "works_until", "working_days", "digest_at"})
"""When one works and is told of the day."""


@operation("company.edit", Permission.COMPANY_MANAGE)
async def edit_company(work: Work, payload: EditCompany) -> Result:
    """The company's name, language, money, time zone and settings."""
    company = await work.see(Company, work.viewer.company_id)
    work.change(company, **payload.model_dump(exclude_none=True, mode="json"))
    return {"id": company.id}


@operation("member.invite", Permission.PEOPLE_MANAGE, undoable=False)
async def invite_member(work: Work, payload: Invite) -> Result:
    """A person gets a place in the company; the link to sign in is made apart (`sign_in.new_ticket`)."""
    user = await user_of(work, payload.email, payload.name, payload.locale)
    present = await work.session.scalar(select(Membership).where(Membership.user_id == user.id))
    unit_id = payload.unit_id or work.viewer.unit_id
    values = {
        "unit_id": unit_id,
        "role_id": await _role_id(work, payload.role),
        "reports_to": payload.reports_to,
    }
    await _check_place(work, unit_id, payload.reports_to)
    if present is None:
        present = await work.add(Membership(user_id=user.id, **values))
    elif present.disabled_at is None:
        raise invalid("email", N_("This person is already a member."))
    else:
        work.change(present, disabled_at=None, **values)
    return {"id": present.id, "user_id": user.id, "email": user.email}


@operation("member.edit", Permission.PEOPLE_MANAGE)
async def edit_member(work: Work, payload: EditMember) -> Result:
    """Another role, unit or superior."""
    member = await member_of(work, payload.user_id)
    values = payload.model_dump(exclude_unset=True, exclude={"user_id", "role"})
    if payload.role is not None:
        values["role_id"] = await _role_id(work, payload.role)
    if values.get("unit_id", member.unit_id) is None:
        raise invalid("unit_id", N_("This is needed."))
    await _check_place(work, values.get("unit_id", member.unit_id), values.get("reports_to"))
    await _keep_an_admin(work, member, values.get("role_id", member.role_id))
    work.change(member, **values)
    return {"id": member.id, "user_id": member.user_id}


@operation("member.disable", Permission.PEOPLE_MANAGE)
async def disable_member(work: Work, payload: Member) -> Result:
    """The person no longer gets in; what is theirs stays theirs until it is given to somebody."""
    member = await member_of(work, payload.user_id)
    if member.user_id == work.viewer.user_id:
        raise Invalid(N_("You cannot remove your own access."))
    work.change(member, disabled_at=work.now)
    return {"id": member.id, "user_id": member.user_id}


@operation("settings.edit", None)
async def edit_settings(work: Work, payload: EditSettings) -> Result:
    """One's own name, language, time zone, theme, working hours, digest hour and reminders.

    None puts language and digest back to their defaults: as the phone says, none.
    """
    user = await work.see(User, work.viewer.user_id)
    values = payload.model_dump(exclude_unset=True, mode="json")
    for name in ("name", "timezone", "theme", "remind_minutes", "works_from", "works_until"):
        if name in values and values[name] is None:
            raise invalid(name, N_("This is needed."))
    if "working_days" in values:
        values["working_days"] = sorted(set(values["working_days"] or ()))
        if not values["working_days"]:
            raise invalid("working_days", N_("Choose at least one day."))
    if values.get("works_from", user.works_from) >= values.get("works_until", user.works_until):
        raise invalid("works_until", N_("The day has to end after it begins."))
    work.change(user, **values)
    return {"id": user.id, "hours": not _HOURS.isdisjoint(values)}


async def user_of(work: Work, email: str, name: str, locale: str | None, user_id: str | None = None) -> User:
    """The user with this e-mail, made if there is none: a person has one sign-in for all companies."""
    user = await work.session.scalar(select(User).where(User.email == email.lower()))
    if user is None:
        user = await work.add(User(id=user_id or new_id(), email=email.lower(), name=name, locale=locale))
        work.change(user, timezone=work.viewer.timezone)
        await work.session.flush()  # a membership of somebody must not come before somebody
    return user


async def member_of(work: Work, user_id: str) -> Membership:
    """Who works in the company. Raises `NotFound`."""
    member = await work.session.scalar(select(Membership).where(Membership.user_id == user_id).with_for_update())
    if member is None:
        raise NotFound
    return member


async def _role_id(work: Work, key: str) -> str:
    found = await work.session.scalar(select(Role.id).where(Role.key == key))
    if found is None:
        raise invalid("role", N_("That is not one of the choices."))
    return found


async def _check_place(work: Work, unit_id: str, reports_to: str | None) -> None:
    await work.see(Unit, unit_id)
    if reports_to is not None:
        await member_of(work, reports_to)


async def _keep_an_admin(work: Work, member: Membership, role_id: str) -> None:
    admin = await _role_id(work, "admin")
    if member.user_id == work.viewer.user_id and member.role_id == admin and role_id != admin:
        raise Invalid(N_("You cannot take your own admin's role away; another admin can."))
