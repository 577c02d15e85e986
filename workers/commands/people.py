"""`ronda init` and `ronda user …`: a real company, and who gets in."""

from typing import Annotated

import typer

from workers.commands.asking import answer, who
from workers.commands.records import As, Company

user = typer.Typer(no_args_is_help=True, help="Who gets in.")


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("init")(init)
    app.add_typer(user, name="user")


def init(
    name: Annotated[str, typer.Option(prompt="Company")],
    admin_name: Annotated[str, typer.Option(prompt="Your name")],
    admin_email: Annotated[str, typer.Option(prompt="Your e-mail")],
    country: Annotated[str, typer.Option(help="ISO 3166, two letters.")] = "ES",
    currency: Annotated[str, typer.Option(help="ISO 4217, three letters.")] = "EUR",
    locale: Annotated[str, typer.Option(help="es or en.")] = "es",
    timezone: Annotated[str, typer.Option(help="As in the IANA list.")] = "Europe/Madrid",
) -> None:
    """Found a company with its first admin, and print the link to sign in."""
    given = {"name": name, "admin_name": admin_name, "admin_email": admin_email, "country": country.upper(),
             "currency": currency.upper(), "locale": locale, "timezone": timezone}  # fmt: skip
    print(answer(_init(given), makes_tables=True))


@user.command()
def invite(
    email: str,
    *,
    name: Annotated[str, typer.Option(help="The person's name.")],
    as_: As,
    role: Annotated[str, typer.Option(help="`rep`, or another role's key.")] = "rep",
    company: Company = None,
) -> None:
    """Let a person in, and print the invitation's link (7 days)."""
    answer(_do_as(as_, company, "member.invite", {"email": email, "name": name, "role": role}))
    print(answer(_invitation(as_, company, email)))


@user.command()
def disable(email: str, *, as_: As, company: Company = None) -> None:
    """Shut a person out of the company; what is theirs stays."""
    answer(_disable(email, as_, company))
    print(f"{email} no longer gets in.")


@user.command()
def reset(email: str) -> None:
    """Print a link for a new password (2 hours)."""
    print(answer(_link("reset", email)))


@user.command()
def unlock(email: str) -> None:
    """For a lost phone: forget a person's second factor and passkeys, and sign all devices out."""
    answer(_unlock(email))
    print(f"{email} signs in with the password alone, and is signed out everywhere.")


@user.command()
def link(email: str, company: Company = None) -> None:
    """Print a code that ties a chat to the user: `/start CODE` (10 minutes)."""
    print(answer(_chat_code(email, company)))


async def _init(given: dict[str, str]) -> str:
    from pydantic import ValidationError

    from core.errors import Invalid
    from core.migrations import upgrade
    from core.payloads import explain
    from core.people.founding import FoundCompany, found_company
    from core.settings import settings

    try:
        payload = FoundCompany.model_validate(given)
    except ValidationError as error:
        raise Invalid(fields=explain(error)) from None
    settings().data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    await upgrade()
    await _require_new(payload.name)
    await found_company(payload)
    return await _link("invitation", given["admin_email"])


async def _require_new(name: str) -> None:
    """A second company of the same name is most likely the first, said again."""
    from core.database import EVERY_COMPANY, reading
    from core.errors import Conflict
    from core.i18n import N_
    from core.people.queries import company_named

    async with reading(EVERY_COMPANY) as session:
        if await company_named(session, name):
            raise Conflict(N_("There is a company “{name}” already. `ronda user invite` lets people in."), name=name)


async def _disable(email: str, as_: str, company: str | None) -> None:
    company_id, _ = await who(as_, company)
    _, user_id = await who(email, company_id)
    await _do_as(as_, company_id, "member.disable", {"user_id": user_id})


async def _do_as(email: str, company: str | None, name: str, payload: dict[str, object]) -> None:
    import core.all_operations  # noqa: F401
    from core.operations import Operation
    from core.performing import perform

    company_id, user_id = await who(email, company)
    await perform(Operation(name, payload), company_id, user_id)


async def _invitation(as_: str, company: str | None, email: str) -> str:
    """A link only for who is in no other company: anybody else signs in with what there is, and keeps it."""
    from core.people.coming_in import has_sign_in_elsewhere
    from core.people.sign_in import Purpose, new_ticket
    from core.settings import settings

    company_id, _ = await who(as_, company)
    _, user_id = await who(email, company_id)
    if await has_sign_in_elsewhere(user_id, company_id):
        return f"{email} has a sign-in already, and keeps it: no link is needed."
    secret = await new_ticket(Purpose.INVITATION, user_id, {"company_id": company_id})
    return f"{settings().base_url}/password/{secret}"


async def _link(purpose: str, email: str) -> str:
    from core.people.sign_in import Purpose, new_ticket
    from core.settings import settings

    _, user_id = await _anywhere(email)
    return f"{settings().base_url}/password/{await new_ticket(Purpose(purpose), user_id)}"


async def _unlock(email: str) -> None:
    from core.people.second_factor import forget_everything

    _, user_id = await _anywhere(email)
    await forget_everything(user_id)


async def _chat_code(email: str, company: str | None) -> str:
    from core.people.sign_in import Purpose, new_ticket

    company_id, user_id = await (who(email, company) if company else _anywhere(email))
    return f"/start {await new_ticket(Purpose.CHAT, user_id, {'company_id': company_id})}"


async def _anywhere(email: str) -> tuple[str, str]:
    """The user, and the first of the companies he or she is in."""
    from sqlalchemy import select

    from core.database import EVERY_COMPANY, reading
    from core.errors import NotFound
    from core.i18n import N_
    from core.people.models import User
    from core.people.sign_in import companies_of

    async with reading(EVERY_COMPANY) as session:
        user_id = await session.scalar(select(User.id).where(User.email == email.strip().lower()))
        companies = await companies_of(session, user_id) if user_id else []
    if user_id is None or not companies:
        raise NotFound(N_("There is no user {email}."), email=email)
    return companies[0][0], user_id
