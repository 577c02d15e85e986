"""The firm that the chat's tests work in: a rep, a manager, a few customers; made once a run through operations."""

from dataclasses import dataclass, field
from typing import Any

import core.all_operations  # noqa: F401 - registers what can be done
from core import migrations
from core.database import close, reading
from core.operations import Operation
from core.people.founding import FoundCompany, found_company
from core.performing import perform
from core.sales.queries import pipelines

ACCOUNTS = (
    "Talleres Núñez S.L.",
    "Acme Iberia S.A.",
    "Aceros Vega",
    "Vega Instalaciones",
    "Frío Norte",
    "Muebles Ortega",
)
CONTACTS = (("Laura Martínez", "Talleres Núñez S.L."), ("Marta Gil", "Acme Iberia S.A."))
OPPORTUNITIES = (
    ("Mantenimiento anual", "Talleres Núñez S.L.", 600_000),
    ("Modelo B", "Acme Iberia S.A.", 1_200_000),
    ("Cámara frigorífica", "Frío Norte", 2_200_000),
)


@dataclass
class Firm:
    """Ids of what there is."""

    company: str = ""
    unit: str = ""
    boss: str = ""
    ana: str = ""
    """A rep who owns everything below; reports to `boss`."""
    luis: str = ""
    """A rep who sees nothing of Ana's."""
    other_company: str = ""
    """Where Ana works too; the others do not."""
    accounts: dict[str, str] = field(default_factory=dict)
    contacts: dict[str, str] = field(default_factory=dict)
    opportunities: dict[str, str] = field(default_factory=dict)
    stages: dict[str, str] = field(default_factory=dict)

    async def do(self, name: str, payload: dict[str, Any], user: str = "") -> dict[str, Any]:
        """An operation outside the chat, Ana's unless somebody else is named."""
        return (await perform(Operation(name, payload), self.company, user or self.ana)).result


async def found_firm() -> Firm:
    """Tables and people in an empty database."""
    await migrations.upgrade()
    firm = Firm()
    made = await found_company(
        FoundCompany(name="Suministros Levante", admin_name="Rosa Boss", admin_email="rosa@levante.es")
    )
    firm.company, firm.unit, firm.boss = made["company_id"], made["unit_id"], made["user_id"]
    firm.ana = await _invite(firm, "ana@levante.es", "Ana Ruiz")
    firm.luis = await _invite(firm, "luis@levante.es", "Luis Sanz")
    for name in ACCOUNTS:
        firm.accounts[name] = (await firm.do("account.create", {"name": name, **_reach(name)}))["id"]
    for name, account in CONTACTS:
        contact = {"name": name, "account_id": firm.accounts[account], "phones": [{"number": "612 34 56 78"}]}
        firm.contacts[name] = (await firm.do("contact.create", contact))["id"]
    for title, account, amount in OPPORTUNITIES:
        sale = {"title": title, "account_id": firm.accounts[account], "amount": amount}
        firm.opportunities[title] = (await firm.do("opportunity.create", sale))["id"]
    async with reading(firm.company) as session:
        firm.stages = {stage["key"]: stage["id"] for stage in (await pipelines(session))[0]["stages"]}
    other = await found_company(FoundCompany(name="Norte Apart", admin_name="Ana Ruiz", admin_email="ana@levante.es"))
    firm.other_company = other["company_id"]
    await close()
    return firm


async def _invite(firm: Firm, email: str, name: str) -> str:
    member = await perform(
        Operation("member.invite", {"email": email, "name": name, "role": "rep", "reports_to": firm.boss}),
        firm.company,
        firm.boss,
    )
    return str(member.result["user_id"])


def _reach(name: str) -> dict[str, Any]:
    if name != "Acme Iberia S.A.":
        return {}
    return {
        "phones": [{"number": "912 345 678"}],
        "emails": [{"address": "info@acme.es"}],
        "addresses": [{"street": "Calle Mayor 3", "postcode": "28013", "city": "Madrid"}],
    }
