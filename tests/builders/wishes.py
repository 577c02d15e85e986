"""For every operation: something that somebody of the cast may really do, in a firm where what it needs is made first.

A registered operation that is not here fails the tests that walk them all.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from core.agenda.mentions import Mention
from core.agenda.models import ActivityType
from core.database import reading, transaction
from core.merge import FieldConflict
from core.outbox import OutboxMessage
from core.records import new_id
from core.sales.models import Pipeline, Stage
from tests.builders.cast import Firm
from tests.builders.importing import Importing

Wish = tuple[str, dict[str, Any]]
"""Who, and the payload."""
Variant = Callable[[Firm], Awaitable[Wish]]

DIGEST = "a" * 64
DOCUMENT = {"name": "card.jpg", "media_type": "image/jpeg", "size": 7, "digest": DIGEST}
REACHED: dict[str, Any] = {
    "phones": [{"number": "976 123 456"}, {"number": "+34 600 123 456", "label": "mobile"}],
    "emails": [{"address": "info@example.com"}],
    "addresses": [{"city": "Zaragoza", "street": "Calle Mayor, 1"}],
}


async def wish_for(firm: Firm, name: str) -> Wish:
    """The first of the operation's wishes, with what it needs made."""
    return await WISHES[name][0](firm)


async def _create_account(firm: Firm) -> Wish:
    return "rep", {"name": "Acme", "kinds": ["customer", "supplier"], "tax_id": "B1", "notes": "x", "tags": ["Key"],
                   **REACHED}  # fmt: skip


async def _edit_account(firm: Firm) -> Wish:
    return "rep", {"id": await firm.account(), "name": "Acme", "website": "acme.example", "kinds": ["partner"],
                   "tags": ["Key", "Horeca"]}  # fmt: skip


async def _edit_account_channels(firm: Firm) -> Wish:
    account = await firm.account(**REACHED)
    phones, emails = await _ids(firm, "phones", account), await _ids(firm, "emails", account)
    addresses = await _ids(firm, "addresses", account)
    another = {"number": "911 222 333"}
    return "rep", {
        "id": account,
        "phones": [{"id": phones[0], "number": "976000111"}, {"id": phones[1], "removed": True}, another],
        "emails": [{"id": emails[0], "removed": True}, {"address": "new@example.com"}],
        "addresses": [{"id": addresses[0], "city": "Huesca"}],
    }  # fmt: skip


async def _assign_account(firm: Firm) -> Wish:
    return "manager", {"id": await firm.account(), "owner_id": firm.people["mate"]}


async def _archive_account(firm: Firm) -> Wish:
    return "rep", {"id": await firm.account(**REACHED)}


async def _assign_accounts(firm: Firm) -> Wish:
    ids = [await firm.account(tags=["Key"], **REACHED), await firm.account(name="Acme")]
    return "manager", {"ids": ids, "owner_id": firm.people["mate"]}


async def _merge_accounts(firm: Firm) -> Wish:
    mine = await firm.account(tags=["Key"], kinds=["prospect"], **REACHED)
    other = await firm.account(name="TALLERES NUNEZ SL", tags=["key", "Inn"], notes="x", tax_id="B1", **REACHED)
    contact = await firm.contact(account_id=mine)
    await firm.do("contact.tie", {"contact_id": contact, "account_id": other, "role": "Chef"})
    opportunity = await firm.opportunity("manager", account_id=other)
    about = {"account_id": other, "opportunity_id": opportunity}
    await firm.activity("manager", **about)
    await firm.do("activity.log", {**about, "type": "visit", "note": "demo"}, "manager")
    await firm.do("document.attach", {**DOCUMENT, "account_id": other}, "manager")
    return "rep", {"id": mine, "other_id": other, "take": ["name"]}


async def _merge_contacts(firm: Firm) -> Wish:
    account = await firm.account()
    mine = await firm.contact(account_id=account, **REACHED)
    other = await firm.contact(account_id=account, name="Laura Perez Gil", job_title="Chef", **REACHED)
    await firm.opportunity(contact_id=other)
    await firm.activity("manager", contact_id=other, account_id=account)
    return "rep", {"id": mine, "other_id": other, "take": ["name"]}


async def _keep_accounts_apart(firm: Firm) -> Wish:
    return "rep", {"id": await firm.account(), "other_id": await firm.account()}


async def _keep_contacts_apart(firm: Firm) -> Wish:
    return "rep", {"id": await firm.contact(), "other_id": await firm.contact()}


async def _assign_contacts(firm: Firm) -> Wish:
    return "manager", {"ids": [await firm.contact(), await firm.contact()], "owner_id": firm.people["southerner"]}


async def _save_view(firm: Firm) -> Wish:
    team, _ = await _team_of(firm, "rep")
    return "rep", {
        "listing": "account", "name": "Inns", "filter": {"tag": "Horeca", "owner": "me"}, "columns": ["city"],
        "shared": "team", "team_id": team,
    }  # fmt: skip


async def _edit_view(firm: Firm) -> Wish:
    view = await firm.do("view.save", {"listing": "contact", "name": "Buyers"})
    return "rep", {"id": view["id"], "name": "Chefs", "filter": {"city": "Huesca"}, "shared": "company"}


async def _delete_view(firm: Firm) -> Wish:
    view = await firm.do("view.save", {"listing": "account", "name": "Inns"})
    await firm.do("view.begin_with", {"listing": "account", "id": view["id"]})
    return "rep", {"id": view["id"]}


async def _begin_with_view(firm: Firm) -> Wish:
    view = await firm.do("view.save", {"listing": "account", "name": "Inns", "shared": "company"}, "manager")
    return "rep", {"listing": "account", "id": view["id"]}


async def _begin_with_everything(firm: Firm) -> Wish:
    who, payload = await _begin_with_view(firm)
    await firm.do("view.begin_with", payload, who)
    return who, {"listing": "account", "id": None}


async def _team_of(firm: Firm, who: str) -> tuple[str, str]:
    team = str((await firm.do("team.create", {"name": "Key accounts"}, "admin"))["id"])
    await firm.do("team.add_member", {"team_id": team, "user_id": firm.people[who]}, "admin")
    return team, firm.people[who]


async def _create_contact(firm: Firm) -> Wish:
    return "rep", {"name": "Laura Pérez", "account_id": await firm.account(), "job_title": "Buyer", **REACHED}


async def _edit_contact(firm: Firm) -> Wish:
    contact = await firm.contact(account_id=await firm.account(), **REACHED)
    emails = await _ids(firm, "emails", contact)
    return "rep", {"id": contact, "name": "Laura", "given_name": "L", "emails": [{"id": emails[0], "removed": True}]}


async def _assign_contact(firm: Firm) -> Wish:
    return "manager", {"id": await firm.contact(), "owner_id": firm.people["southerner"]}


async def _archive_contact(firm: Firm) -> Wish:
    return "rep", {"id": await firm.contact(account_id=await firm.account())}


async def _tie_contact(firm: Firm) -> Wish:
    return "rep", {"contact_id": await firm.contact(), "account_id": await firm.account(), "role": "Buyer"}


async def _tie_contact_again(firm: Firm) -> Wish:
    account = await firm.account()
    return "rep", {"contact_id": await firm.contact(account_id=account), "account_id": account, "role": "Chef"}


async def _create_from_card(firm: Firm) -> Wish:
    document = await firm.do("document.attach", DOCUMENT)
    return "rep", {"name": "Laura", "new_account": "Acme", "document_id": document["id"], **REACHED}


async def _create_from_card_at_account(firm: Firm) -> Wish:
    return "rep", {"name": "Laura", "account_id": await firm.account(), "job_title": "Buyer", **REACHED}


async def _update_from_card(firm: Firm) -> Wish:
    contact = await firm.contact(phones=[{"number": "976 123 456"}])
    document = await firm.do("document.attach", DOCUMENT)
    return "rep", {
        "contact_id": contact, "name": "Laura", "family_name": "Pérez", "job_title": "Chief", "new_account": "Acme",
        "document_id": document["id"], **REACHED,
    }  # fmt: skip


async def _receive_card(firm: Firm) -> Wish:
    return "rep", {"document": DOCUMENT, "bot": "1", "chat_id": 7, "message_id": 8}


async def _receive_voice(firm: Firm) -> Wish:
    sound = DOCUMENT | {"name": "voice.oga", "media_type": "audio/ogg"}
    return "rep", {"document": sound, "bot": "1", "chat_id": 7, "said_in": 8, "shown_in": 9, "phone_language": "es"}


async def _create_opportunity(firm: Firm) -> Wish:
    return "rep", {
        "title": "Horno", "account_id": await firm.account(), "amount": 7_000, "expected_close": "2026-12-31",
        "stage_id": firm.stages["proposal"],
    }  # fmt: skip


async def _edit_opportunity(firm: Firm) -> Wish:
    return "rep", {"id": await firm.opportunity(), "amount": 9, "expected_close": "2027-01-01", "currency": "USD"}


async def _edit_opportunity_s_account(firm: Firm) -> Wish:
    opportunity = await firm.opportunity(account_id=await firm.account(), contact_id=await firm.contact())
    return "rep", {"id": opportunity, "account_id": None, "contact_id": None, "title": "Cocina", "probability": 33}


async def _move_opportunity(firm: Firm) -> Wish:
    return "rep", {"id": await firm.opportunity(), "stage_id": firm.stages["lost"], "reason": "price", "amount": 5}


async def _win_opportunity(firm: Firm) -> Wish:
    opportunity = await firm.opportunity()
    await firm.do("opportunity.move", {"id": opportunity, "stage_id": firm.stages["proposal"]})
    document = await firm.do("document.attach", DOCUMENT)
    return "rep", {"id": opportunity, "stage_id": firm.stages["won"], "document_ids": [document["id"]]}


async def _assign_opportunity(firm: Firm) -> Wish:
    return "manager", {"id": await firm.opportunity(), "owner_id": firm.people["southerner"]}


async def _archive_opportunity(firm: Firm) -> Wish:
    return "rep", {"id": await firm.opportunity()}


async def _create_lead(firm: Firm) -> Wish:
    return "rep", {
        "person": "Carmen Ruiz", "firm": "Posada Real", "subject": "Two ovens", "phone": "976 123 456 ext. 7",
        "email": "carmen@example.com", "city": "Huesca", "source": "fair", "referred_by": "Laura", "tags": ["Horeca"],
    }  # fmt: skip


async def _edit_lead(firm: Firm) -> Wish:
    return "rep", {"id": await firm.lead(phone="976 123 456"), "firm": "Posada Real", "phone": "", "source": "web"}


async def _assign_lead(firm: Firm) -> Wish:
    return "manager", {"id": await firm.lead(), "owner_id": firm.people["mate"]}


async def _assign_leads(firm: Firm) -> Wish:
    return "manager", {"ids": [await firm.lead(), await firm.lead()], "owner_id": firm.people["mate"]}


async def _begin_lead(firm: Firm) -> Wish:
    return "rep", {"id": await firm.lead()}


async def _discard_lead(firm: Firm) -> Wish:
    return "rep", {"id": await firm.lead(), "reason": "No budget"}


async def _recycle_lead(firm: Firm) -> Wish:
    return "rep", {"id": await firm.lead(), "recycle": True}


async def _reopen_lead(firm: Firm) -> Wish:
    who, payload = await _discard_lead(firm)
    await firm.do("lead.discard", payload, who)
    return who, {"id": payload["id"]}


async def _qualify_lead_anew(firm: Firm) -> Wish:
    _, facts = await _create_lead(firm)
    lead = await firm.lead(**facts)
    opportunity = {"title": "Two ovens", "amount": 900_000, "expected_close": "2026-12-31"}
    return "rep", {
        "id": lead,
        "new_account": "Posada Real",
        "new_contact": "Carmen Ruiz",
        "new_opportunity": opportunity,
    }


async def _qualify_lead_into_what_is_there(firm: Firm) -> Wish:
    _, facts = await _create_lead(firm)
    lead, account = await firm.lead(**facts), await firm.account()
    await firm.do("activity.log", {"lead_id": lead, "note": "called", "next": {"day": "2026-12-01"}}, "manager")
    opportunity = await firm.opportunity(account_id=account)
    return "rep", {"id": lead, "account_id": account, "contact_id": await firm.contact(), "opportunity_id": opportunity}


async def _assign_opportunities(firm: Firm) -> Wish:
    ids = [await firm.opportunity(), await firm.opportunity()]
    return "manager", {"ids": ids, "owner_id": firm.people["southerner"]}


async def _log_everything(firm: Firm) -> Wish:
    return "rep", {
        "type": "visit", "new_account": "Acme", "new_contact": "Laura", "opportunity_id": await firm.opportunity(),
        "note": "demo", "minutes": 40, "next": {"type": "email", "starts_at": "2026-12-01T10:00:00+01:00"},
        "move": {"stage_id": firm.stages["proposal"]}, "amount": 90_000,
    }  # fmt: skip


async def _log_with_lead(firm: Firm) -> Wish:
    return "rep", {"lead_id": await firm.lead(), "note": "called", "next": {"type": "visit", "day": "2026-12-01"}}


async def _log_at_account(firm: Firm) -> Wish:
    document = await firm.do("document.attach", DOCUMENT)
    return "rep", {
        "account_id": await firm.account(), "contact_id": await firm.contact(), "day": "2026-11-20",
        "document_ids": [document["id"]],
    }  # fmt: skip


async def _plan_activity(firm: Firm) -> Wish:
    document = await firm.do("document.attach", DOCUMENT)
    about = {"account_id": await firm.account(), "document_ids": [document["id"]]}
    return "rep", {"type": "call", "starts_at": "2026-12-01T10:00:00+01:00", **about}


async def _complete_activity(firm: Firm) -> Wish:
    activity = await firm.activity(opportunity_id=await firm.opportunity())
    return "rep", {
        "id": activity, "note": "went well", "next": {"day": "2026-12-09"}, "move": {"stage_id": firm.stages["won"]},
    }  # fmt: skip


async def _reschedule_activity(firm: Firm) -> Wish:
    return "rep", {"id": await firm.activity(), "starts_at": "2026-12-24T10:00:00+01:00", "minutes": 5}


async def _edit_activity_s_hour(firm: Firm) -> Wish:
    activity = await firm.activity(starts_at="2026-12-01T10:00:00+01:00", note="x")
    return "rep", {"id": activity, "starts_at": "2026-12-02T11:00:00+01:00", "remind_before": 60, "minutes": 20}


async def _snooze_activity(firm: Firm) -> Wish:
    return "rep", {"id": await firm.activity(starts_at="2026-12-01T10:00:00+01:00"), "minutes": 10}


async def _edit_activity(firm: Firm) -> Wish:
    return "rep", {"id": await firm.activity(), "type": "visit", "subject": "x", "account_id": await firm.account()}


async def _cancel_activity(firm: Firm) -> Wish:
    return "rep", {"id": await firm.activity(), "result": "closed for holidays"}


async def _assign_activity(firm: Firm) -> Wish:
    return "manager", {"id": await firm.activity(), "owner_id": firm.people["mate"]}


async def _attach_document(firm: Firm) -> Wish:
    return "rep", {**DOCUMENT, "account_id": await firm.account(), "description": "offer"}


async def _tie_document(firm: Firm) -> Wish:
    document = await firm.do("document.attach", DOCUMENT)
    return "rep", {"id": document["id"], "activity_id": await firm.activity(account_id=await firm.account())}


async def _attach_documents(firm: Firm) -> Wish:
    return "rep", {"files": [DOCUMENT, {**DOCUMENT, "name": "offer.pdf"}], "contact_id": await firm.contact()}


async def _edit_document(firm: Firm) -> Wish:
    return "rep", {"id": (await firm.do("document.attach", DOCUMENT))["id"], "name": "other.jpg", "description": "x"}


async def _move_document(firm: Firm) -> Wish:
    document = await firm.do("document.attach", DOCUMENT)
    return "rep", {"id": document["id"], "activity_id": await firm.activity(account_id=await firm.account())}


async def _move_document_to_nobody(firm: Firm) -> Wish:
    document = await firm.do("document.attach", {**DOCUMENT, "account_id": await firm.account()})
    return "rep", {"id": document["id"]}


async def _archive_document(firm: Firm) -> Wish:
    return "rep", {"id": (await firm.do("document.attach", DOCUMENT))["id"]}


async def _resolve_conflict(firm: Firm) -> Wish:
    await make_conflict(firm)
    async with reading(firm.company_id) as session:
        conflict = (await session.execute(select(FieldConflict.id))).scalars().first()
    return "rep", {"id": conflict, "keep_mine": True}


async def make_conflict(firm: Firm) -> str:
    """An account whose name two people gave two values; its id."""
    account = await firm.account(name="First")
    await firm.do("account.edit", {"id": account, "base": 1, "name": "Theirs"}, "manager")
    await firm.do("account.edit", {"id": account, "base": 1, "name": "Mine"})
    return account


async def _amend(firm: Firm) -> Wish:
    logged = await firm.perform("activity.log", {"note": "first", "new_account": "Acme"})
    return "rep", {"operation_id": logged.operation_id, "payload": {"note": "second"}}


async def _undo(firm: Firm) -> Wish:
    return "rep", {"operation_id": (await firm.perform("account.create", {"name": "Acme"})).operation_id}


async def _read_mention(firm: Firm) -> Wish:
    await firm.activity("manager", owner_id=firm.people["rep"], note="@rep look at this")
    async with reading(firm.company_id) as session:
        mention = await session.scalar(select(Mention.id).where(Mention.user_id == firm.people["rep"]))
    return "rep", {"id": str(mention)}


async def _skip_first_step(_: Firm) -> Wish:
    return "rep", {"step": "chat"}


async def _close_first_steps(_: Firm) -> Wish:
    return "rep", {}


async def _edit_settings(firm: Firm) -> Wish:
    return "rep", {
        "name": "Rep the Second", "locale": "en", "theme": "dark", "digest_at": None, "remind_minutes": 5,
        "working_days": [6, 2], "works_from": "08:00", "works_until": "14:30",
    }  # fmt: skip


async def _edit_company(firm: Firm) -> Wish:
    return "admin", {"name": "Ebro, S.A.", "timezone": "Atlantic/Canary", "finished_activities_editable": False}


async def _invite(firm: Firm) -> Wish:
    return "admin", {"email": f"{new_id()}@ebro.example", "name": "New", "unit_id": firm.units["south"]}


async def _edit_member(firm: Firm) -> Wish:
    return "admin", {"user_id": firm.people["mate"], "role": "manager", "unit_id": firm.units[""], "reports_to": None}


async def _disable_member(firm: Firm) -> Wish:
    return "admin", {"user_id": firm.people["mate"]}


async def _create_unit(firm: Firm) -> Wish:
    return "admin", {"name": "East", "parent_id": firm.units["north"]}


async def _edit_unit(firm: Firm) -> Wish:
    return "admin", {"id": firm.units["south"], "name": "Far south", "parent_id": firm.units["north"]}


async def _grant_unit(firm: Firm) -> Wish:
    return "admin", {"user_id": firm.people["rep"], "unit_id": firm.units["south"], "access": "see"}


async def _take_grant_away(firm: Firm) -> Wish:
    grant = {"user_id": firm.people["rep"], "unit_id": firm.units["south"]}
    await firm.do("unit.grant", {**grant, "access": "edit"}, "admin")
    return "admin", {**grant, "access": None}


async def _create_team(firm: Firm) -> Wish:
    return "admin", {"name": "Key accounts"}


async def _add_team_member(firm: Firm) -> Wish:
    team = await firm.do("team.create", {"name": "Key accounts"}, "admin")
    return "admin", {"team_id": team["id"], "user_id": firm.people["rep"]}


async def _remove_team_member(firm: Firm) -> Wish:
    who, payload = await _add_team_member(firm)
    await firm.do("team.add_member", payload, who)
    return who, payload


async def _edit_role(firm: Firm) -> Wish:
    return "admin", {"id": firm.roles["rep"], "permissions": ["account.see"], "sees": "unit", "edits": "own"}


async def _create_pipeline(firm: Firm) -> Wish:
    return "admin", {"name": "Services", "position": 1}


async def _create_stage(firm: Firm) -> Wish:
    return "admin", {"pipeline_id": firm.pipeline_id, "key": f"s_{new_id()[-8:]}", "name": "Trial", "outcome": "open"}


async def _edit_stage(firm: Firm) -> Wish:
    return "admin", {"id": firm.stages["proposal"], "name": "Offer", "probability": 60, "required_fields": ["amount"]}


async def _create_activity_type(firm: Firm) -> Wish:
    return "admin", {"key": f"t_{new_id()[-8:]}", "name": "Lunch"}


async def _edit_activity_type(firm: Firm) -> Wish:
    return "admin", {"id": firm.types["call"], "name": "Phone call", "position": 9}


async def _enable_member(firm: Firm) -> Wish:
    await firm.do("member.disable", {"user_id": firm.people["mate"]}, "admin")
    return "admin", {"user_id": firm.people["mate"]}


async def _ask_for_link(firm: Firm) -> Wish:
    return "admin", {"user_id": firm.people["mate"], "kind": "reset"}


async def _end_sessions(firm: Firm) -> Wish:
    return "admin", {"user_id": firm.people["mate"]}


async def _edit_team(firm: Firm) -> Wish:
    team = await firm.do("team.create", {"name": "Key accounts"}, "admin")
    return "admin", {"id": team["id"], "name": "Great accounts"}


async def _retry_messages(firm: Firm) -> Wish:
    now = datetime.now(UTC)
    failed = OutboxMessage(
        id=new_id(), company_id=firm.company_id, topic="chat.say", payload={}, created_at=now, due_at=now,
        attempts=8, error="no", failed_at=now,
    )  # fmt: skip
    async with transaction(firm.company_id) as session:
        session.add(failed)
    return "admin", {"ids": [failed.id]}


async def _edit_pipeline(firm: Firm) -> Wish:
    return "admin", {"id": firm.pipeline_id, "name": "Ventas directas", "names": {"en": "Direct sales"}}


async def _create_like_pipeline(firm: Firm) -> Wish:
    return "admin", {"name": "Services", "names": {"es": "Servicios"}, "position": 1, "like": firm.pipeline_id}


async def _arrange_pipelines(firm: Firm) -> Wish:
    another = await firm.do("pipeline.create", {"name": "Services", "position": 9}, "admin")
    async with reading(firm.company_id) as session:
        there = await session.scalars(
            select(Pipeline.id).where(Pipeline.id != another["id"], Pipeline.archived_at.is_(None))
        )
        return "admin", {"ids": [another["id"], *there]}


async def _archive_pipeline(firm: Firm) -> Wish:
    another = await firm.do("pipeline.create", {"name": "Services", "position": 9}, "admin")
    return "admin", {"id": another["id"]}


async def _bring_pipeline_back(firm: Firm) -> Wish:
    who, payload = await _archive_pipeline(firm)
    await firm.do("pipeline.archive", payload, who)
    return who, {**payload, "archived": False}


async def _arrange_stages(firm: Firm) -> Wish:
    async with reading(firm.company_id) as session:
        found = await session.scalars(
            select(Stage.id)
            .where(Stage.pipeline_id == firm.pipeline_id, Stage.archived_at.is_(None))
            .order_by(Stage.position.desc(), Stage.id)
        )
        return "admin", {"pipeline_id": firm.pipeline_id, "ids": list(found)}


async def _archive_stage(firm: Firm) -> Wish:
    given = {"pipeline_id": firm.pipeline_id, "key": f"s_{new_id()[-8:]}", "name": "Trial", "outcome": "open"}
    return "admin", {"id": (await firm.do("stage.create", given, "admin"))["id"]}


async def _rename_stage(firm: Firm) -> Wish:
    return "admin", {"id": firm.stages["proposal"], "name": "Propuesta firme", "names": {"en": "Firm offer"}}


async def _arrange_activity_types(firm: Firm) -> Wish:
    async with reading(firm.company_id) as session:
        found = await session.scalars(
            select(ActivityType.id)
            .where(ActivityType.archived_at.is_(None))
            .order_by(ActivityType.position.desc(), ActivityType.id)
        )
        return "admin", {"ids": list(found)}


async def _archive_activity_type(firm: Firm) -> Wish:
    return "admin", {"id": firm.types["presentation"]}


TABLE = [["Razón social", "Teléfono"], ["Acme", "976123456"], ["Ebro", "x"]]


async def _begin_import(firm: Firm) -> Wish:
    return "manager", {**DOCUMENT, "name": "clientes.xlsx"}


async def _read_import_again(firm: Firm) -> Wish:
    return "manager", {"id": await Importing(firm).read(TABLE), "sheet": "Hoja2", "header": 1}


async def _map_import(firm: Firm) -> Wish:
    mapping = {"0": "account.name", "1": "account.phone"}
    return "manager", {"id": await Importing(firm).read(TABLE), "mapping": mapping, "on_same": "skip", "lenient": True}


async def _start_import(firm: Firm) -> Wish:
    return "manager", {"id": await Importing(firm).check(TABLE)}


async def _pause_import(firm: Firm) -> Wish:
    who, payload = await _start_import(firm)
    await firm.do("import.start", payload, who)
    return who, payload


async def _undo_import(firm: Firm) -> Wish:
    return "manager", {"id": await Importing(firm).apply(TABLE)}


async def _import_row(firm: Firm) -> Wish:
    account = {"name": "Acme", "kinds": ["prospect"], "tags": ["Key"], **REACHED}
    return "manager", {"account": account, "contact": {"name": "Laura", **REACHED}, "role": "Chef"}


async def _import_row_of_what_is_there(firm: Firm) -> Wish:
    account, contact = await firm.account(), await firm.contact()
    return "manager", {
        "account_edit": {"id": account, "base": 1, "sector": "x", **REACHED},
        "contact_edit": {"id": contact, "base": 1, "job_title": "Boss"},
    }


WISHES: Mapping[str, Sequence[Variant]] = {
    "account.create": [_create_account],
    "account.edit": [_edit_account, _edit_account_channels],
    "account.assign": [_assign_account],
    "account.assign_many": [_assign_accounts],
    "account.archive": [_archive_account],
    "contact.create": [_create_contact],
    "contact.edit": [_edit_contact],
    "contact.assign": [_assign_contact],
    "contact.assign_many": [_assign_contacts],
    "contact.archive": [_archive_contact],
    "contact.tie": [_tie_contact, _tie_contact_again],
    "contact.create_from_card": [_create_from_card, _create_from_card_at_account],
    "contact.update_from_card": [_update_from_card],
    "card.receive": [_receive_card],
    "voice.receive": [_receive_voice],
    "lead.create": [_create_lead],
    "lead.edit": [_edit_lead],
    "lead.assign": [_assign_lead],
    "lead.assign_many": [_assign_leads],
    "lead.begin": [_begin_lead],
    "lead.discard": [_discard_lead, _recycle_lead],
    "lead.reopen": [_reopen_lead],
    "lead.qualify": [_qualify_lead_anew, _qualify_lead_into_what_is_there],
    "opportunity.assign_many": [_assign_opportunities],
    "opportunity.create": [_create_opportunity],
    "opportunity.edit": [_edit_opportunity, _edit_opportunity_s_account],
    "opportunity.move": [_move_opportunity, _win_opportunity],
    "opportunity.assign": [_assign_opportunity],
    "opportunity.archive": [_archive_opportunity],
    "activity.log": [_log_everything, _log_at_account, _log_with_lead],
    "activity.plan": [_plan_activity],
    "activity.complete": [_complete_activity],
    "activity.reschedule": [_reschedule_activity],
    "activity.snooze": [_snooze_activity],
    "activity.edit": [_edit_activity, _edit_activity_s_hour],
    "activity.cancel": [_cancel_activity],
    "activity.assign": [_assign_activity],
    "document.attach": [_attach_document],
    "document.tie": [_tie_document],
    "document.attach_many": [_attach_documents],
    "document.edit": [_edit_document],
    "document.move": [_move_document, _move_document_to_nobody],
    "document.archive": [_archive_document],
    "conflict.resolve": [_resolve_conflict],
    "account.merge": [_merge_accounts],
    "contact.merge": [_merge_contacts],
    "account.keep_apart": [_keep_accounts_apart],
    "contact.keep_apart": [_keep_contacts_apart],
    "view.save": [_save_view],
    "view.edit": [_edit_view],
    "view.delete": [_delete_view],
    "view.begin_with": [_begin_with_view, _begin_with_everything],
    "import.begin": [_begin_import],
    "import.read_again": [_read_import_again],
    "import.map": [_map_import],
    "import.start": [_start_import],
    "import.pause": [_pause_import],
    "import.cancel": [_start_import],
    "import.undo": [_undo_import],
    "import.row": [_import_row, _import_row_of_what_is_there],
    "mention.read": [_read_mention],
    "operation.undo": [_undo],
    "operation.amend": [_amend],
    "settings.edit": [_edit_settings],
    "first_steps.skip": [_skip_first_step],
    "first_steps.close": [_close_first_steps],
    "company.edit": [_edit_company],
    "member.invite": [_invite],
    "member.edit": [_edit_member],
    "member.disable": [_disable_member],
    "unit.create": [_create_unit],
    "unit.edit": [_edit_unit],
    "unit.grant": [_grant_unit, _take_grant_away],
    "team.create": [_create_team],
    "team.add_member": [_add_team_member],
    "team.remove_member": [_remove_team_member],
    "role.edit": [_edit_role],
    "member.enable": [_enable_member],
    "member.link": [_ask_for_link],
    "member.end_sessions": [_end_sessions],
    "team.edit": [_edit_team],
    "message.retry": [_retry_messages],
    "pipeline.create": [_create_pipeline, _create_like_pipeline],
    "pipeline.edit": [_edit_pipeline],
    "pipeline.arrange": [_arrange_pipelines],
    "pipeline.archive": [_archive_pipeline, _bring_pipeline_back],
    "stage.create": [_create_stage],
    "stage.edit": [_edit_stage, _rename_stage],
    "stage.arrange": [_arrange_stages],
    "stage.archive": [_archive_stage],
    "activity_type.arrange": [_arrange_activity_types],
    "activity_type.archive": [_archive_activity_type],
    "activity_type.create": [_create_activity_type],
    "activity_type.edit": [_edit_activity_type],
}


async def _ids(firm: Firm, channel: str, of: str) -> list[str]:
    from core.customers.models import Address, Email, Phone

    model: Any = {"phones": Phone, "emails": Email, "addresses": Address}[channel]
    async with reading(firm.company_id) as session:
        found = await session.scalars(
            select(model.id).where((model.account_id == of) | (model.contact_id == of)).order_by(model.id)
        )
        return list(found)
