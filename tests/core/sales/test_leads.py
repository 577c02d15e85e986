"""From a first question to a customer: who a lead belongs to, how it stands, what comes of it."""

from typing import Any

import pytest

from core.agenda.rows import planned_with
from core.database import reading
from core.errors import Invalid, NotPermitted
from core.i18n import translator
from core.listing import get, listed
from core.local_time import now_in
from core.sales.lead_view import lead_view, qualify_view
from core.search import search
from core.timeline import history
from tests.builders.cast import Firm

FACTS: dict[str, Any] = {
    "person": "Carmen Ruiz", "firm": "Posada Real", "subject": "Two ovens", "phone": "976 123 456 ext. 7",
    "email": "carmen@posada.example", "city": "Huesca", "tags": ["Horeca"], "notes": "Opens in spring.",
}  # fmt: skip


async def the(firm: Firm, kind: str, record_id: str | None, who: str = "admin") -> dict[str, Any]:
    viewer = await firm.viewer(who)
    async with reading(firm.company_id) as session:
        return await get(session, viewer, kind, str(record_id))


async def those(firm: Firm, kind: str, **filters: str) -> list[dict[str, Any]]:
    viewer = await firm.viewer("admin")
    async with reading(firm.company_id) as session:
        return await listed(session, viewer, kind, filters)


async def test_a_lead_is_somebody_or_some_firm(firm: Firm) -> None:
    with pytest.raises(Invalid) as refusal:
        await firm.do("lead.create", {"subject": "Two ovens", "email": "x@example.com"})
    assert "person" in refusal.value.fields
    lead = await firm.lead(**FACTS)
    with pytest.raises(Invalid):
        await firm.do("lead.edit", {"id": lead, "person": "", "firm": ""})
    assert (await the(firm, "lead", lead))["title"] == "Posada Real"
    await firm.do("lead.edit", {"id": lead, "firm": ""})
    assert (await the(firm, "lead", lead))["title"] == "Carmen Ruiz"


async def test_a_lead_goes_from_new_over_assigned_to_in_process(firm: Firm) -> None:
    lead = await firm.lead(by="manager")
    assert (await the(firm, "lead", lead))["status"] == "new"
    await firm.do("lead.assign", {"id": lead, "owner_id": firm.people["rep"]}, "manager")
    assert (await the(firm, "lead", lead))["status"] == "assigned"
    await firm.do("lead.begin", {"id": lead})
    await firm.do("lead.assign", {"id": lead, "owner_id": firm.people["mate"]}, "manager")
    assert (await the(firm, "lead", lead))["status"] == "working"
    given = await firm.lead(by="manager", owner_id=firm.people["rep"])
    assert (await the(firm, "lead", given))["status"] == "assigned"


async def test_a_discarded_lead_needs_a_reason_and_can_be_taken_up_again(firm: Firm) -> None:
    lead = await firm.lead()
    with pytest.raises(Invalid):
        await firm.do("lead.discard", {"id": lead})
    await firm.do("lead.discard", {"id": lead, "recycle": True})
    await firm.do("lead.discard", {"id": lead, "reason": "No budget"})
    with pytest.raises(Invalid):
        await firm.do("lead.begin", {"id": lead})
    await firm.do("lead.reopen", {"id": lead})
    row = await the(firm, "lead", lead)
    assert (row["status"], row["reason"]) == ("working", None)
    with pytest.raises(Invalid):
        await firm.do("lead.reopen", {"id": lead})


async def test_a_qualified_lead_gives_what_is_known_to_what_is_new(firm: Firm) -> None:
    lead = await firm.lead(**FACTS)
    new = {"new_account": "Posada Real", "new_contact": "Carmen Ruiz", "new_opportunity": {"title": "Ovens"}}
    made = await firm.do("lead.qualify", {"id": lead, **new})
    account, contact = await the(firm, "account", made["account_id"]), await the(firm, "contact", made["contact_id"])
    assert (account["name"], account["kinds"], account["tags"]) == ("Posada Real", ["prospect"], ["Horeca"])
    assert account["notes"] == "Opens in spring."
    assert contact["owner_id"] == firm.people["rep"]
    opportunity = await the(firm, "opportunity", made["opportunity_id"])
    assert (opportunity["account_id"], opportunity["contact_id"]) == (account["id"], contact["id"])
    viewer = await firm.viewer()
    async with reading(firm.company_id) as session:
        for words in ("976123456", "carmen@posada.example"):
            assert [one.id for one in await search(session, viewer, words, ("contact",))] == [contact["id"]]
        view = await lead_view(session, viewer, translator("en"), now_in("Europe/Madrid"), lead)
    assert [one["kind"] for one in view["became"]] == ["account", "contact", "opportunity"]
    row = await the(firm, "lead", lead)
    assert (row["status"], row["account_id"]) == ("converted", account["id"])


async def test_a_lead_becomes_who_is_there_already(firm: Firm) -> None:
    account = await firm.account(name="Posada Real, S.L.", by="manager")
    contact = await firm.contact(phones=[{"number": "976 123 456"}])
    opportunity = await firm.opportunity(account_id=account, by="manager")
    lead = await firm.lead(**{**FACTS, "phone": "976 123 456"})
    there = {"account_id": account, "contact_id": contact, "opportunity_id": opportunity}
    with pytest.raises(Exception, match="nothing here"):
        await firm.do("lead.qualify", {"id": lead, **there})  # the manager's account is not the rep's to see
    made = await firm.do("lead.qualify", {"id": lead, **there}, "manager")
    assert {name: made[name] for name in there} == there
    viewer = await firm.viewer("manager")
    async with reading(firm.company_id) as session:
        found = await search(session, viewer, "carmen@posada.example", ("contact",))
    assert [one.id for one in found] == [contact]
    assert len(await those(firm, "account")) == 1


async def test_what_a_lead_becomes_belongs_to_its_owner(firm: Firm) -> None:
    lead = await firm.lead(**FACTS)
    made = await firm.do("lead.qualify", {"id": lead, "new_account": "Posada Real"}, "manager")
    row = await the(firm, "account", made["account_id"])
    assert (row["owner_id"], row["unit_id"]) == (firm.people["rep"], firm.units["north"])


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({}, "account"),
        ({"new_opportunity": {"title": "Ovens"}}, "account"),
        ({"new_account": "A", "account_id": "there"}, "account"),
        ({"new_contact": "A", "contact_id": "there"}, "contact"),
        ({"new_account": "A", "opportunity_id": "won"}, "opportunity"),
    ],
)  # fmt: skip
async def test_what_does_not_go_together_is_refused(firm: Firm, wrong: dict[str, Any], field: str) -> None:
    ids = {"account_id": await firm.account(), "contact_id": await firm.contact()}
    ids["opportunity_id"] = await firm.opportunity()
    await firm.do("opportunity.move", {"id": ids["opportunity_id"], "stage_id": firm.stages["won"]})
    before = len(await those(firm, "account"))
    meant = {name: ids.get(name, value) for name, value in wrong.items()}
    with pytest.raises(Invalid) as refusal:
        await firm.do("lead.qualify", {"id": await firm.lead(**FACTS), **meant})
    assert field in refusal.value.fields
    assert len(await those(firm, "account")) == before


async def test_what_is_done_with_a_lead_becomes_part_of_the_customer_s_history(firm: Firm) -> None:
    lead = await firm.lead(**FACTS)
    done = {"lead_id": lead, "note": "Wants two ovens", "next": {"type": "visit", "day": "2026-12-01"}}
    await firm.do("activity.log", done)
    assert (await the(firm, "lead", lead))["status"] == "working"
    viewer, now = await firm.viewer(), now_in("Europe/Madrid")
    async with reading(firm.company_id) as session:
        view = await lead_view(session, viewer, translator("en"), now, lead)
    assert [one["kind"] for one in view["planned"]] == ["visit"]
    assert "Wants two ovens" in str(view["days"])
    new = {"new_account": "Posada Real", "new_opportunity": {"title": "Ovens"}}
    made = await firm.do("lead.qualify", {"id": lead, **new}, "manager")
    async with reading(firm.company_id) as session:
        days, _ = await history(session, viewer, translator("en"), now, "account", made["account_id"])
        planned = await planned_with(session, viewer, translator("en"), now, "opportunity", made["opportunity_id"])
        view = await lead_view(session, viewer, translator("en"), now, lead)
    assert "Wants two ovens" in str(days)
    assert [one["kind"] for one in planned] == ["visit"]
    assert "Wants two ovens" in str(view["days"])
    assert (await the(firm, "opportunity", made["opportunity_id"]))["next_day"] == "2026-12-01"


async def test_an_undone_conversion_opens_the_lead_again(firm: Firm) -> None:
    lead = await firm.lead(**FACTS)
    done = await firm.perform("lead.qualify", {"id": lead, "new_account": "Posada Real"})
    with pytest.raises(Invalid):
        await firm.do("lead.discard", {"id": lead, "reason": "x"})
    await firm.do("operation.undo", {"operation_id": done.operation_id})
    row = await the(firm, "lead", lead)
    assert (row["status"], row["account_id"]) == ("new", None)
    assert await those(firm, "account") == []


async def test_duplicates_are_shown_before(firm: Firm) -> None:
    account = await firm.account(name="POSADA REAL S.L.", addresses=[{"city": "Huesca"}])
    opportunity = await firm.opportunity(account_id=account)
    contact = await firm.contact(name="Carmen Ruiz Gil", emails=[{"address": "carmen@posada.example"}])
    lead = await firm.lead(**FACTS)
    viewer = await firm.viewer()
    async with reading(firm.company_id) as session:
        view = await qualify_view(session, viewer, translator("en"), now_in("Europe/Madrid"), lead)
    assert (view["account"], view["contact"]) == (account, contact)
    assert [one["id"] for one in view["opportunities"]] == [opportunity]


async def test_who_may_make_no_accounts_makes_none_of_a_lead(firm: Firm) -> None:
    permissions = ["lead.see", "lead.edit", "account.see"]
    await firm.do("role.edit", {"id": firm.roles["rep"], "permissions": permissions}, "admin")
    lead = await firm.lead(**FACTS)
    with pytest.raises(NotPermitted):
        await firm.do("lead.qualify", {"id": lead, "new_account": "Posada Real"})
