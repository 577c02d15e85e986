"""An edit made on an older state: what nobody else changed is merged, what two changed keeps both values."""

from typing import Any

import pytest
from sqlalchemy import select

from core.customers.models import Email, Phone
from core.database import reading
from core.errors import NotFound, NotPermitted
from core.listing import get
from core.merge import FieldConflict
from tests.builders.cast import Firm
from tests.builders.wishes import make_conflict


async def record(firm: Firm, kind: str, record_id: str) -> dict[str, Any]:
    viewer = await firm.viewer("admin")
    async with reading(firm.company_id) as session:
        return await get(session, viewer, kind, record_id)


async def conflicts(firm: Firm) -> list[FieldConflict]:
    async with reading(firm.company_id) as session:
        return list(await session.scalars(select(FieldConflict).where(FieldConflict.resolved_at.is_(None))))


async def test_different_fields_are_merged(firm: Firm) -> None:
    account = await firm.account(name="Acme")
    await firm.do("account.edit", {"id": account, "base": 1, "sector": "Hotels"}, "manager")
    result = await firm.do("account.edit", {"id": account, "base": 1, "website": "acme.example"})
    assert result["conflicts"] == []
    row = await record(firm, "account", account)
    assert (row["sector"], row["website"], row["revision"]) == ("Hotels", "acme.example", 3)


async def test_the_same_field_keeps_both_values(firm: Firm) -> None:
    account = await make_conflict(firm)
    assert (await record(firm, "account", account))["name"] == "Theirs"
    [conflict] = await conflicts(firm)
    assert (conflict.field, conflict.mine, conflict.theirs) == ("name", "Mine", "Theirs")
    assert (conflict.user_id, conflict.other_user_id) == (firm.people["rep"], firm.people["manager"])


async def test_the_rest_of_an_edit_in_conflict_is_merged(firm: Firm) -> None:
    opportunity = await firm.opportunity(amount=100)
    await firm.do("opportunity.edit", {"id": opportunity, "base": 1, "amount": 200}, "manager")
    result = await firm.do("opportunity.edit", {"id": opportunity, "base": 1, "amount": 300, "notes": "urgent"})
    row = await record(firm, "opportunity", opportunity)
    assert (result["conflicts"], row["amount"], row["notes"]) == (["amount"], 200, "urgent")


async def test_the_same_value_given_twice_is_no_conflict(firm: Firm) -> None:
    account = await firm.account()
    await firm.do("account.edit", {"id": account, "base": 1, "name": "Same"}, "manager")
    assert (await firm.do("account.edit", {"id": account, "base": 1, "name": "Same"}))["conflicts"] == []


async def test_one_s_own_later_word_replaces_one_s_own_earlier_one(firm: Firm) -> None:
    """Two edits on a phone without network are based on the same revision."""
    account = await firm.account()
    for name in ("Earlier", "Later"):
        result = await firm.do("account.edit", {"id": account, "base": 1, "name": name})
        assert result["conflicts"] == []
    assert (await record(firm, "account", account))["name"] == "Later"


async def test_an_edit_without_a_base_is_made_on_what_is_there_now(firm: Firm) -> None:
    account = await firm.account()
    await firm.do("account.edit", {"id": account, "name": "Theirs"}, "manager")
    assert (await firm.do("account.edit", {"id": account, "name": "Mine"}))["conflicts"] == []
    assert (await record(firm, "account", account))["name"] == "Mine"


@pytest.mark.parametrize(("keep_mine", "name"), [(True, "Mine"), (False, "Theirs")])
async def test_a_conflict_is_decided_either_way(firm: Firm, keep_mine: bool, name: str) -> None:
    account = await make_conflict(firm)
    [conflict] = await conflicts(firm)
    await firm.do("conflict.resolve", {"id": conflict.id, "keep_mine": keep_mine})
    assert (await record(firm, "account", account))["name"] == name
    assert await conflicts(firm) == []
    with pytest.raises(NotFound):
        await firm.do("conflict.resolve", {"id": conflict.id, "keep_mine": keep_mine})


@pytest.mark.parametrize(("who", "refusal"), [("reader", NotPermitted), ("southerner", NotFound)])
async def test_only_who_edits_the_record_decides(firm: Firm, who: str, refusal: type[Exception]) -> None:
    await make_conflict(firm)
    [conflict] = await conflicts(firm)
    with pytest.raises(refusal):
        await firm.do("conflict.resolve", {"id": conflict.id, "keep_mine": True}, who)


async def test_dates_and_money_survive_a_conflict(firm: Firm) -> None:
    opportunity = await firm.opportunity()
    await firm.do("opportunity.edit", {"id": opportunity, "base": 1, "expected_close": "2026-12-01"}, "manager")
    await firm.do("opportunity.edit", {"id": opportunity, "base": 1, "expected_close": "2027-01-15"})
    [conflict] = await conflicts(firm)
    await firm.do("conflict.resolve", {"id": conflict.id, "keep_mine": True})
    assert (await record(firm, "opportunity", opportunity))["expected_close"] == "2027-01-15"


async def test_what_two_people_add_to_reach_somebody_is_all_there(firm: Firm) -> None:
    contact = await firm.contact(phones=[{"number": "976 123 456"}])
    await firm.do("contact.edit", {"id": contact, "base": 1, "phones": [{"number": "600 111 222"}]}, "manager")
    await firm.do("contact.edit", {"id": contact, "base": 1, "emails": [{"address": "l@example.com"}]})
    async with reading(firm.company_id) as session:
        assert set(await session.scalars(select(Phone.number))) == {"+34976123456", "+34600111222"}
        assert list(await session.scalars(select(Email.address))) == ["l@example.com"]


async def test_what_one_left_as_one_found_it_is_no_change_of_one_s_own(firm: Firm) -> None:
    """A page's form sends every field, those too that nobody touched."""
    account = await firm.account(name="Acme", sector="Food")
    await firm.do("account.edit", {"id": account, "base": 1, "name": "Acme Sur"}, "manager")
    result = await firm.do("account.edit", {"id": account, "base": 1, "name": "Acme", "sector": "Hotels"})
    row = await record(firm, "account", account)
    assert (result["conflicts"], row["name"], row["sector"]) == ([], "Acme Sur", "Hotels")
