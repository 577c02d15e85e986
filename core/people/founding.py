"""A company begins: its first unit, the standard roles, a pipeline, kinds of activity, and its first admin."""

from datetime import UTC, datetime

from core.agenda.models import ActivityType
from core.database import transaction
from core.events import PerformedOperation
from core.finishing import finish
from core.i18n import N_, translator
from core.operations import Door, Payload
from core.payloads import Country, Currency, EmailAddress, IdField, Name
from core.people.models import Company, CompanyCounter, Membership, Role, Unit
from core.people.service import Language, Timezone, user_of
from core.policy import STANDARD_ROLES, Permission, Viewer
from core.records import new_id
from core.sales.models import Pipeline, Stage
from core.scopes import Scope
from core.work import Work

# Key, name, outcome, probability: what sellers bring along from other systems.
STANDARD_STAGES = (
    ("prospecting", N_("Prospecting"), "open", 10),
    ("qualification", N_("Qualification"), "open", 20),
    ("proposal", N_("Proposal"), "open", 50),
    ("negotiation", N_("Negotiation"), "open", 80),
    ("won", N_("Won"), "won", 100),
    ("lost", N_("Lost"), "lost", 0),
    ("postponed", N_("Postponed"), "postponed", 10),
)
STANDARD_ACTIVITY_TYPES = (
    ("call", N_("Phone call")),
    ("visit", N_("Visit")),
    ("meeting", N_("Meeting")),
    ("email", N_("E-mail")),
    ("task", N_("Task")),
    ("presentation", N_("Presentation")),
    ("documentation", N_("Documentation sent")),
)
STANDARD_PIPELINE = N_("Sales")
ROLE_NAMES = {
    "admin": N_("Administrator"),
    "manager": N_("Sales manager"),
    "rep": N_("Sales rep"),
    "colleague": N_("Colleague"),
    "reader": N_("Reader"),
}


class FoundCompany(Payload):
    id: IdField | None = None
    name: Name
    country: Country = "ES"
    currency: Currency = "EUR"
    locale: Language = Language.ES
    timezone: Timezone = "Europe/Madrid"
    is_demo: bool = False
    admin_name: Name
    admin_email: EmailAddress


async def found_company(payload: FoundCompany) -> dict[str, str]:
    """A company with its first unit, the standard roles and its first admin: the operator's, before anybody is in it.

    Gives the ids. It is an operation like all others, with events, done by the admin that it makes.
    """
    company_id, admin_id = payload.id or new_id(), new_id()
    now = datetime.now(UTC)
    async with transaction(company_id) as session:
        nobody = frozenset[str]()
        founder = Viewer(
            company_id=company_id, user_id=admin_id, name=payload.admin_name, email=payload.admin_email, locale=None,
            timezone=payload.timezone, currency=payload.currency, country=payload.country,
            company_name=payload.name, company_locale=payload.locale, role="admin", unit_id="",
            permissions=frozenset(Permission), seen=Scope(True, nobody, nobody, nobody),
            edited=Scope(True, nobody, nobody, nobody), below=nobody,
        )  # fmt: skip
        work = Work(session, founder, new_id(), "company.found", Door.OPERATOR, now)
        await _open_books(work, payload)
        unit = await work.add(Unit(name=payload.name))
        roles = {
            key: await work.add(
                Role(
                    key=key,
                    name=translator(payload.locale)(ROLE_NAMES[key]),
                    permissions=[p.value for p in permissions],
                    sees=sees,
                    edits=edits,
                )
            )
            for key, (permissions, sees, edits) in STANDARD_ROLES.items()
        }
        admin = await user_of(work, payload.admin_email, payload.admin_name, payload.locale, admin_id)
        await work.add(Membership(user_id=admin.id, unit_id=unit.id, role_id=roles["admin"].id))
        await _set_up_sales(work, payload.locale)
        result = {"company_id": company_id, "unit_id": unit.id, "user_id": admin.id}
        work.settle()
        await finish([(work, result)])
    return result


async def _set_up_sales(work: Work, locale: str) -> None:
    _ = translator(locale)
    pipeline = await work.add(Pipeline(name=_(STANDARD_PIPELINE)))
    for position, (key, name, outcome, probability) in enumerate(STANDARD_STAGES):
        await work.add(
            Stage(
                pipeline_id=pipeline.id,
                key=key,
                name=_(name),
                outcome=outcome,
                probability=probability,
                position=position,
            )
        )
    for position, (key, name) in enumerate(STANDARD_ACTIVITY_TYPES):
        await work.add(ActivityType(key=key, name=_(name), position=position))


async def _open_books(work: Work, payload: FoundCompany) -> None:
    company = Company(
        id=work.viewer.company_id,
        **payload.model_dump(include={"name", "country", "currency", "locale", "timezone", "is_demo"}, mode="json"),
    )
    await work.add(company)
    counter = CompanyCounter(company_id=company.id)
    work.session.add_all(
        [
            counter,
            PerformedOperation(
                company_id=company.id,
                id=work.operation_id,
                name=work.name,
                user_id=work.viewer.user_id,
                door=work.door,
                at=work.now,
            ),
        ]
    )
    await work.session.flush()
