"""Two that are the same become one with everything that hung on both; and apart again."""

from typing import Any

import pytest
from sqlalchemy import select

from core.agenda.models import Activity
from core.customers.alike import alike
from core.customers.models import Account, AccountContact, Contact, Phone
from core.database import reading
from core.documents.models import Document
from core.errors import CrmError, Invalid
from core.records import new_id
from core.sales.models import Opportunity
from core.search import search
from tests.builders.cast import Firm
from tests.builders.rows import business
from tests.builders.wishes import DOCUMENT

PHONE, OTHER_PHONE = {"number": "976 123 456"}, {"number": "976 000 111"}


async def one(firm: Firm, model: Any, record_id: str) -> Any:
    async with reading(firm.company_id) as session:
        return await session.scalar(select(model).where(model.id == record_id))


async def test_all_that_hangs_on_the_other_moves_whoever_owns_it(firm: Firm) -> None:
    mine, other = await firm.account(), await firm.account(name="TALLERES NUNEZ")
    await firm.contact("manager", account_id=other)
    opportunity = await firm.opportunity("manager", account_id=other)
    activity = await firm.activity("manager", account_id=other)
    document = (await firm.do("document.attach", {**DOCUMENT, "account_id": other}, "manager"))["id"]
    before = await business(firm)
    merged = await firm.perform("account.merge", {"id": mine, "other_id": other})
    for model, record_id in ((Opportunity, opportunity), (Activity, activity), (Document, document)):
        assert (await one(firm, model, record_id)).account_id == mine
    async with reading(firm.company_id) as session:
        assert list(await session.scalars(select(AccountContact.account_id))) == [mine]
        viewer = await firm.viewer()
        assert [found.id for found in await search(session, viewer, "talleres", ("account",))] == [mine]
        viewer = await firm.viewer("manager")
        assert [found.detail for found in await search(session, viewer, "laura", ("contact",))] == ["Talleres Núñez"]
    await firm.do("operation.undo", {"operation_id": merged.operation_id})
    assert await business(firm) == before


async def test_each_field_is_the_chosen_one_and_none_is_lost(firm: Firm) -> None:
    mine = await firm.account(
        name="Acme", sector="food", kinds=["prospect"], tags=["Key", "Inn"], notes="First.", phones=[PHONE]
    )
    other = await firm.account(
        name="ACME S.A.", sector="drinks", tax_id="B1", kinds=["customer"], tags=["key", "Fair"], notes="Second.",
        phones=[PHONE, OTHER_PHONE],
    )  # fmt: skip
    await firm.do("account.merge", {"id": mine, "other_id": other, "take": ["name"]})
    found = await one(firm, Account, mine)
    assert (found.name, found.sector, found.tax_id) == ("ACME S.A.", "food", "B1")
    assert found.kinds == ["prospect", "customer"]
    assert found.tags == ["Key", "Inn", "Fair"]
    assert found.notes == "First.\n\nSecond."
    async with reading(firm.company_id) as session:
        phones = list(await session.scalars(select(Phone.number).order_by(Phone.number)))
    assert phones == ["+34976000111", "+34976123456"]
    gone = await one(firm, Account, other)
    assert (gone.archived_at is not None, gone.merged_into_id) == (True, mine)


async def test_a_contact_is_once_at_an_account_that_both_were_at(firm: Firm) -> None:
    account, another = await firm.account(), await firm.account(name="Acme")
    mine = await firm.contact(account_id=account, given_name="Laura", family_name="Pérez")
    other = await firm.contact(name="Laura Pérez Gil", given_name="Laura", family_name="Pérez Gil", account_id=account)
    await firm.do("contact.tie", {"contact_id": other, "account_id": another})
    activity = await firm.activity(contact_id=other)
    await firm.do("contact.merge", {"id": mine, "other_id": other, "take": ["name"]})
    found = await one(firm, Contact, mine)
    assert (found.name, found.family_name) == ("Laura Pérez Gil", "Pérez Gil")
    assert (await one(firm, Activity, activity)).contact_id == mine
    async with reading(firm.company_id) as session:
        places = await session.execute(select(AccountContact.account_id, AccountContact.contact_id))
    assert sorted(places) == sorted([(account, mine), (another, mine)])


@pytest.mark.parametrize("kind", ["account", "contact"])
async def test_what_cannot_be_merged_is_refused(firm: Firm, kind: str) -> None:
    make = firm.account if kind == "account" else firm.contact
    mine, other, away = await make(), await make(), await make()
    await firm.do(f"{kind}.archive", {"id": away})
    for payload in (
        {"id": mine, "other_id": mine}, {"id": mine, "other_id": away}, {"id": away, "other_id": mine},
        {"id": mine, "other_id": other, "take": ["owner_id"]}, {"id": mine, "other_id": new_id()},
    ):  # fmt: skip
        with pytest.raises(CrmError) as refusal:
            await firm.do(f"{kind}.merge", payload)
        assert isinstance(refusal.value, Invalid) == (payload["other_id"] in (mine, other, away))


async def test_one_may_be_merged_after_another_and_both_are_taken_apart_backwards(firm: Firm) -> None:
    first, second, third = [await firm.account(name=name) for name in ("A", "B", "C")]
    await firm.activity(account_id=third)
    before = await business(firm)
    inner = await firm.perform("account.merge", {"id": second, "other_id": third})
    outer = await firm.perform("account.merge", {"id": first, "other_id": second})
    assert (await one(firm, Account, first)).absorbed == [second, third]
    with pytest.raises(CrmError):
        await firm.do("operation.undo", {"operation_id": inner.operation_id})
    for done in (outer, inner):
        await firm.do("operation.undo", {"operation_id": done.operation_id})
    assert await business(firm) == before


async def test_who_may_edit_only_one_of_them_does_not_merge(firm: Firm) -> None:
    mine, managers = await firm.account(), await firm.account("manager")
    for payload in ({"id": mine, "other_id": managers}, {"id": managers, "other_id": mine}):
        with pytest.raises(CrmError) as refusal:
            await firm.do("account.merge", payload)
        assert refusal.value.status == 404


async def test_those_alike_are_named_unless_they_are_kept_apart(firm: Firm) -> None:
    mine = await firm.account(name="Acme Iberia", phones=[PHONE])
    other = await firm.account(name="ACME IBERIA, S.A.")
    await firm.account(name="Panadería Gil")

    async def named(who: str, record_id: str) -> list[str]:
        viewer = await firm.viewer(who)
        async with reading(firm.company_id) as session:
            return [found["id"] for found in await alike(session, viewer, "account", record_id)]

    assert await named("rep", mine) == [other]
    assert await named("rep", other) == [mine]
    assert await named("reader", mine) == []
    kept = await firm.perform("account.keep_apart", {"id": mine, "other_id": other})
    assert await named("rep", mine) == await named("rep", other) == []
    await firm.do("operation.undo", {"operation_id": kept.operation_id})
    assert await named("rep", mine) == [other]
