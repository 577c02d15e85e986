"""Phones, e-mails and addresses are changed and removed one by one; two people's edits of them lose nothing."""

from typing import Any

import pytest

from core.customers.queries import accounts_by_id, contacts_by_id
from core.database import reading
from core.errors import Invalid, NotFound
from tests.builders.cast import Firm
from tests.builders.rows import business

NUMBER, OTHER, THIRD = "+34976123456", "+34600111222", "+34911222333"
PLACE = {"street": "Calle Mayor, 1", "city": "Zaragoza", "latitude": 41.6, "longitude": -0.9}


async def _reached(firm: Firm, account: str) -> dict[str, list[dict[str, Any]]]:
    async with reading(firm.company_id) as session:
        [view] = await accounts_by_id(session, await firm.viewer("admin"), [account])
    return view


async def _with_phone(firm: Firm) -> tuple[str, dict[str, Any]]:
    """An account with one phone, as one sees it."""
    account = await firm.account(phones=[{"number": NUMBER, "label": "mobile"}], addresses=[PLACE])
    [phone] = (await _reached(firm, account))["phones"]
    return account, {"id": phone["id"], "base": phone["revision"]}


async def _edit(firm: Firm, account: str, who: str = "rep", **channels: list[dict[str, Any]]) -> None:
    await firm.do("account.edit", {"id": account, **channels}, who)


async def _phones(firm: Firm, account: str) -> list[tuple[str, str]]:
    return [(phone["number"], phone["label"]) for phone in (await _reached(firm, account))["phones"]]


async def test_one_is_changed_in_what_is_given_alone(firm: Firm) -> None:
    account, phone = await _with_phone(firm)
    await _edit(firm, account, phones=[{"id": phone["id"], "number": "600 111 222"}])
    assert await _phones(firm, account) == [(OTHER, "mobile")]
    await _edit(firm, account, phones=[{"id": phone["id"], "label": "fax"}])
    assert await _phones(firm, account) == [(OTHER, "fax")]


async def test_each_change_is_taken_back_as_a_whole(firm: Firm) -> None:
    account, phone = await _with_phone(firm)
    before = await business(firm)
    changed = await firm.perform(
        "account.edit",
        {"id": account, "phones": [{**phone, "removed": True}, {"number": OTHER}], "emails": [{"address": "a@b.es"}]},
    )
    await firm.do("operation.undo", {"operation_id": changed.operation_id})
    assert await business(firm) == before


async def test_a_number_and_a_label_given_by_two_are_merged(firm: Firm) -> None:
    account, phone = await _with_phone(firm)
    await _edit(firm, account, "manager", phones=[{**phone, "number": OTHER, "label": "mobile"}])
    await _edit(firm, account, phones=[{**phone, "number": NUMBER, "label": "office"}])
    assert await _phones(firm, account) == [(OTHER, "office")]


async def test_two_numbers_given_to_one_phone_are_two_phones(firm: Firm) -> None:
    account, phone = await _with_phone(firm)
    await _edit(firm, account, "manager", phones=[{**phone, "number": OTHER}])
    await _edit(firm, account, phones=[{**phone, "number": THIRD}])
    assert await _phones(firm, account) == [(OTHER, "mobile"), (THIRD, "mobile")]


async def test_what_one_left_as_it_was_does_not_bring_back_what_another_removed(firm: Firm) -> None:
    account, phone = await _with_phone(firm)
    await _edit(firm, account, "manager", phones=[{**phone, "removed": True}])
    await _edit(firm, account, phones=[{**phone, "number": NUMBER, "label": "mobile"}])
    assert await _phones(firm, account) == []
    await _edit(firm, account, phones=[{**phone, "removed": True}])
    assert await _phones(firm, account) == []


async def test_what_one_changed_and_another_removed_stays_changed(firm: Firm) -> None:
    account, phone = await _with_phone(firm)
    await _edit(firm, account, "manager", phones=[{**phone, "removed": True}])
    await _edit(firm, account, phones=[{**phone, "number": OTHER}])
    assert await _phones(firm, account) == [(OTHER, "mobile")]

    account, phone = await _with_phone(firm)
    await _edit(firm, account, "manager", phones=[{**phone, "number": OTHER}])
    await _edit(firm, account, phones=[{**phone, "removed": True}])
    assert await _phones(firm, account) == [(OTHER, "mobile")]


async def test_a_place_on_the_map_goes_with_its_street(firm: Firm) -> None:
    account, _ = await _with_phone(firm)
    [address] = (await _reached(firm, account))["addresses"]
    await _edit(firm, account, addresses=[{"id": address["id"], "label": "billing"}])
    [relabelled] = (await _reached(firm, account))["addresses"]
    assert (relabelled["label"], relabelled["latitude"], relabelled["street"]) == ("billing", 41.6, "Calle Mayor, 1")
    await _edit(firm, account, addresses=[{"id": address["id"], "street": "Calle Nueva, 2"}])
    [moved] = (await _reached(firm, account))["addresses"]
    assert (moved["latitude"], moved["longitude"], moved["city"]) == (None, None, "Zaragoza")


async def test_one_changes_only_what_belongs_to_the_record(firm: Firm, rival: Firm) -> None:
    account, phone = await _with_phone(firm)
    other, contact = await firm.account(), await firm.contact()
    for channel in ({**phone, "number": OTHER}, {**phone, "removed": True}):
        for name, record in (("account.edit", other), ("contact.edit", contact)):
            with pytest.raises(NotFound):
                await firm.do(name, {"id": record, "phones": [channel]})
        theirs = await rival.account("admin")
        with pytest.raises(NotFound):
            await rival.do("account.edit", {"id": theirs, "phones": [channel]}, "admin")
    await _edit(firm, account, phones=[{**phone, "removed": True}])
    with pytest.raises(NotFound):
        await firm.do("account.edit", {"id": other, "phones": [{**phone, "number": OTHER}]})


async def test_what_is_no_number_and_no_address_is_said_beside_it(firm: Firm) -> None:
    account, phone = await _with_phone(firm)
    wrong = {"phones": [{**phone, "number": "none"}], "emails": [{"address": "none"}]}
    for channel, payload in wrong.items():
        with pytest.raises(Invalid) as refusal:
            await firm.do("account.edit", {"id": account, channel: payload})
        assert [name.startswith(f"{channel}.0.") for name in refusal.value.fields] == [True]
    assert await _phones(firm, account) == [(NUMBER, "mobile")]


async def test_an_e_mail_may_have_320_characters(firm: Firm) -> None:
    longest = f"{'a' * 64}@{'.'.join(['b' * 62] * 4)}.es"
    assert len(longest) == 64 + 1 + 254
    longest = longest.replace(".es", ".esp")
    contact = await firm.contact(emails=[{"address": longest}])
    async with reading(firm.company_id) as session:
        [view] = await contacts_by_id(session, await firm.viewer(), [contact])
    assert view["emails"][0]["address"] == longest
    with pytest.raises(Invalid):
        await firm.contact(emails=[{"address": f"a{longest}"}])
