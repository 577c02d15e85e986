"""Who changed what: in pages, of one person, of one record; with the names of what the viewer may see."""

from datetime import UTC, datetime
from typing import Any

import pytest

from core.audit import PAGE, audit
from core.database import reading
from core.errors import NotPermitted
from core.i18n import translator
from core.policy import Viewer
from tests.builders.cast import Firm
from tests.builders.statements import executed

NOW = datetime.now(UTC)


async def look(firm: Firm, viewer: Viewer | None = None, **given: Any) -> dict[str, Any]:
    viewer = viewer or await firm.viewer("admin")
    async with reading(firm.company_id) as session:
        return await audit(session, viewer, translator("en"), NOW, **given)


async def test_a_change_is_told_field_by_field_in_words(firm: Firm) -> None:
    account = await firm.account(name="Acme")
    await firm.do("account.assign", {"id": account, "owner_id": firm.people["mate"]}, "manager")
    changed = (await look(firm, record_id=account))["entries"][0]
    assert (changed["by"], changed["kind"], changed["title"], changed["change"]) == (
        "Manager", "Account", "Acme", "changed",
    )  # fmt: skip
    assert {
        "name": "Owner",
        "before": {"kind": "text", "value": "Rep"},
        "after": {"kind": "text", "value": "Mate"},
    } in (changed["fields"])


async def test_money_is_told_in_units_as_people_write_it(firm: Firm) -> None:
    sale = await firm.opportunity(title="Ovens", amount=2_290_050)
    made = (await look(firm, record_id=sale))["entries"][0]
    amount = next(field for field in made["fields"] if field["name"] == "Amount")
    assert amount["after"] == {"kind": "number", "value": "22900.50"}


async def test_a_merge_is_told_by_the_names_of_the_two(firm: Firm) -> None:
    mine, other = await firm.account(name="Acme"), await firm.account(name="Acme bis")
    await firm.do("account.merge", {"id": mine, "other_id": other})
    fields = [
        (one["name"], one["after"]["value"])
        for record in (mine, other)
        for one in (await look(firm, record_id=record))["entries"][0]["fields"]
    ]
    assert ("Took in", "Acme bis") in fields
    assert ("Became one with", "Acme") in fields


@pytest.mark.parametrize("of", ["everybody", "one person", "one record"])
async def test_pages_follow_each_other_without_a_hole_or_a_double(firm: Firm, of: str) -> None:
    account = await firm.account(name="Acme 0")
    for number in range(1, PAGE + 5):
        await firm.do("account.edit", {"id": account, "name": f"Acme {number}"})
    about: dict[str, Any] = {"one person": {"user_id": firm.people["rep"]}, "one record": {"record_id": account}}.get(
        of, {}
    )
    seen: list[int] = []
    before, pages = "", 0
    while True:
        found = await look(firm, before=before, **about)
        seen += [entry["number"] for entry in found["entries"]]
        pages += 1
        if found["more"] is None:
            break
        before = str(found["more"])
    assert pages >= 2
    assert seen == sorted(set(seen), reverse=True)
    if of == "one person":
        assert len(seen) == PAGE + 5
    elif of == "everybody":
        assert seen == list(range(seen[0], 0, -1))


async def test_who_may_audit_with_a_short_reach_is_told_no_names_of_the_unseen(firm: Firm) -> None:
    permissions = ["audit.see", "account.see", "opportunity.see"]
    await firm.do("role.edit", {"id": firm.roles["rep"], "permissions": permissions, "sees": "own"}, "admin")
    account = await firm.account(by="manager", name="Theirs")
    await firm.do("opportunity.create", {"title": "x", "account_id": account}, "admin")
    (opportunity,) = [
        one for one in (await look(firm, await firm.viewer("southerner")))["entries"] if one["kind"] == "Opportunity"
    ]
    assert opportunity["href"] is None
    assert "Theirs" not in str(opportunity)


async def test_only_who_may_audit_sees_it_and_only_the_own_company_s(firm: Firm, rival: Firm) -> None:
    await firm.account(name="Xylophone")
    for who in ("manager", "rep", "reader"):
        with pytest.raises(NotPermitted):
            await look(firm, await firm.viewer(who))
    assert "Xylophone" not in str(await look(rival))
    assert (await look(rival, user_id=firm.people["rep"]))["entries"] == []


async def test_a_place_to_go_on_that_is_none_is_the_beginning(firm: Firm) -> None:
    await firm.account()
    whole = await look(firm)
    for nonsense in ("x", "-1", "9" * 30, "2026-01-01T00:00:00+00:00_x", "_", "\x00"):
        assert (await look(firm, before=nonsense))["entries"] == whole["entries"]
        assert await look(firm, before=nonsense, user_id=firm.people["rep"])


async def test_more_history_asks_no_more_of_the_database(firm: Firm) -> None:
    async def asked() -> int:
        await look(firm)
        with executed() as said:
            await look(firm)
        return len(said)

    opportunity = await firm.opportunity(account_id=await firm.account(), contact_id=await firm.contact())
    await firm.activity(opportunity_id=opportunity)
    few = await asked()
    for _ in range(6):
        await firm.opportunity(account_id=await firm.account(), contact_id=await firm.contact())
        await firm.activity()
    assert await asked() <= few
