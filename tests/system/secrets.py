"""One rep's records, with words in them that nobody else may ever read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy import select

from core.agenda.mentions import Mention
from core.database import EVERY_COMPANY, reading, transaction
from core.documents.service import keep_bytes
from core.inbox import this_bot
from core.local_time import now_in
from core.merge import FieldConflict
from core.outbox import OutboxMessage
from core.people.chats import link
from core.people.credentials import Passkey
from core.people.models import UserSession
from core.people.sign_in import Purpose, new_ticket, open_from_chat
from core.policy import STANDARD_ROLES, Permission
from core.records import new_id
from tests.builders.cast import Firm
from tests.builders.importing import Importing
from tests.system.cards import card_of

NAME, CONTACT, TITLE, SUBJECT = "Zafiro Secreto", "Hilaria Oculta", "Horno Callado", "Visita Sigilosa"
PASSKEY = "Llave Escondida"
CENTS = 987_654_321
CHAT = 4_242_424_242


@dataclass(frozen=True)
class Secrets:
    """The ids of what a rep has, by the names that addresses use, and the words that give it away."""

    ids: Mapping[str, str]

    @property
    def words(self) -> tuple[str, ...]:
        """What must not stand on a page for somebody who may not see it; money in the ways of both languages."""
        records = ("account", "contact", "lead", "opportunity", "activity", "document", "card")
        money = ("9.876.543", "9,876,543", "9876543")
        return (NAME, CONTACT, TITLE, SUBJECT, PASSKEY, *money, *(self.ids[name] for name in records))


async def secrets_of(firm: Firm) -> Secrets:
    """Makes the rep's records, with everything that an address may name."""
    later = now_in("Europe/Madrid") + timedelta(days=5)
    account = await firm.account("rep", name=NAME, tags=[NAME], addresses=[{"city": NAME}])
    contact = await firm.contact("rep", name=CONTACT, account_id=account, tags=[NAME])
    twin = await firm.account("rep", name=f"{NAME}, S.L.")
    contact_twin = await firm.contact("rep", name=CONTACT, account_id=twin)
    opportunity = await firm.opportunity("rep", title=TITLE, account_id=account, amount=CENTS)
    lead = await firm.lead(
        "rep", firm=f"{NAME} Hostal", person=CONTACT, subject=SUBJECT, city=NAME, tags=[NAME], phone="976 987 654"
    )
    about = {"account_id": account, "contact_id": contact, "opportunity_id": opportunity}
    activity = await firm.activity("rep", subject=SUBJECT, day=now_in("Europe/Madrid").date().isoformat(), **about)
    done = await firm.perform("activity.log", {"type": "call", "note": SUBJECT, **about})
    photo = card_of(CONTACT, "hilaria@example.com") + sha256(account.encode()).digest()
    digest, size = await keep_bytes(firm.company_id, photo)
    paper = {"name": f"{NAME}.jpg", "media_type": "image/jpeg", "size": size, "digest": digest}
    document = await firm.do("document.attach", {**paper, "account_id": account})
    card = await firm.do("card.receive", {"document": paper})
    for sector in ("one", "other"):
        await firm.do(
            "account.edit", {"id": account, "sector": sector, "base": 1}, {"one": "manager"}.get(sector, "rep")
        )
    set_up = await _set_up(firm)
    imported = await _import(firm)
    view = await firm.do("view.save", {"listing": "account", "name": NAME, "filter": {"tag": NAME}})
    ticket = await new_ticket(Purpose.CHAT, firm.people["rep"], {"company_id": firm.company_id})
    await link(this_bot(), CHAT, ticket)
    await open_from_chat(await new_ticket(Purpose.OPEN, firm.people["rep"], {"company_id": firm.company_id}), "secret")
    passkey = new_id()
    async with transaction(EVERY_COMPANY) as session:
        session.add(
            Passkey(
                id=passkey, user_id=firm.people["rep"], credential_id=passkey, public_key=b"x", name=PASSKEY,
                created_at=later,
            )
        )  # fmt: skip
    await firm.activity("manager", owner_id=firm.people["rep"], note=f"@rep {SUBJECT}", account_id=account)
    async with reading(firm.company_id) as session:
        mention = await session.scalar(select(Mention.id))
        conflict = await session.scalar(select(FieldConflict.id))
    async with reading(EVERY_COMPANY) as session:
        device = await session.scalar(select(UserSession.id).where(UserSession.user_id == firm.people["rep"]))
    assert conflict is not None
    return Secrets(
        {
            **about,
            "account": account, "contact": contact, "lead": lead, "opportunity": opportunity, "activity": activity,
            "document": document["id"], "card": card["id"], "conflict": conflict, "mention": str(mention),
            "operation": done.operation_id, "session": str(device), "passkey": passkey, "view": view["id"],
            "twin": twin, "import": imported,
            "contact_twin": contact_twin, "chat": new_id(), "company": firm.company_id,
            "rep": firm.people["rep"], "stage": firm.stages["proposal"],
            "later": later.date().isoformat(), "moment": later.isoformat(),
            "name": NAME, "contact_name": CONTACT, "title": TITLE, **set_up,
        }
    )  # fmt: skip


async def _import(firm: Firm) -> str:
    """A file of the rep's, who may import like a manager."""
    held = [*(permission.value for permission in STANDARD_ROLES["rep"][0]), Permission.RECORD_IMPORT.value]
    await firm.do("role.edit", {"id": firm.roles["rep"], "permissions": held}, "admin")
    return await Importing(firm, by="rep").read([["Empresa", "Correo"], [NAME, "zafiro@example.com"]])


async def _set_up(firm: Firm) -> dict[str, str]:
    """What an admin has to look at: a team, somebody who was shut out, a message that could not be sent."""
    team = (await firm.do("team.create", {"name": "Equipo Discreto"}, "admin"))["id"]
    await firm.do("team.add_member", {"team_id": team, "user_id": firm.people["rep"]}, "admin")
    email = f"{new_id()}@ebro.example"
    gone = (await firm.do("member.invite", {"email": email, "name": "Ida"}, "admin"))["user_id"]
    await firm.do("member.disable", {"user_id": gone}, "admin")
    now = datetime.now(UTC)
    failed = OutboxMessage(
        id=new_id(), company_id=firm.company_id, topic="chat.say", payload={}, user_id=firm.people["rep"],
        created_at=now, due_at=now, attempts=8, error="no", failed_at=now,
    )  # fmt: skip
    async with transaction(firm.company_id) as session:
        session.add(failed)
    return {
        "team": team, "gone": gone, "message": failed.id, "unit": firm.units["north"], "role": firm.roles["rep"],
        "pipeline": firm.pipeline_id, "type": firm.types["call"],
    }  # fmt: skip


def nowhere(ids: Mapping[str, str]) -> dict[str, str]:
    """The same names with ids that never existed."""
    kept = {"stage", "later", "moment", "name", "contact_name", "title", "rep", "company"}
    return {name: value if name in kept else new_id() for name, value in ids.items()}
