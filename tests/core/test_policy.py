"""Who sees and edits what: by role and reach, unit tree and its exceptions, owner, team, superior, company."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from core.customers.models import Account, Contact
from core.database import Base, reading, transaction
from core.errors import NotFound, NotPermitted
from core.policy import Permission, visible
from tests.builders.cast import Firm
from tests.builders.wishes import DOCUMENT

EDITS, SEES, NEITHER = "edits", "sees", "neither"


async def access(firm: Firm, who: str, account: str) -> str:
    """What somebody may do with an account, by trying it and by asking for it; both must agree."""
    viewer = await firm.viewer(who)
    async with reading(firm.company_id) as session:
        seen = await session.scalar(visible(select(Account.id).where(Account.id == account), viewer, Account))
    try:
        await firm.do("account.edit", {"id": account, "sector": f"seen by {who}"}, who)
    except NotFound:
        assert seen is None
        return NEITHER
    except NotPermitted:
        # Who may edit no account at all is told so, whether this one is there or not.
        assert seen or not viewer.may(Permission.ACCOUNT_EDIT)
        return SEES if seen else NEITHER
    assert seen
    return EDITS


WHOSE: Sequence[tuple[str, str, Mapping[str, str]]] = [
    # Who sees an account of…
    ("rep", "the rep", {"rep": EDITS, "mate": NEITHER, "manager": EDITS, "admin": EDITS, "colleague": SEES,
                        "reader": SEES, "southerner": NEITHER}),
    ("southerner", "the southerner", {"rep": NEITHER, "manager": NEITHER, "admin": EDITS, "colleague": NEITHER,
                                      "reader": NEITHER, "southerner": EDITS}),
    ("colleague", "the colleague", {"colleague": EDITS, "rep": NEITHER, "manager": EDITS, "reader": SEES}),
    ("admin", "the admin", {"manager": NEITHER, "rep": NEITHER, "colleague": NEITHER, "admin": EDITS}),
]  # fmt: skip


@pytest.mark.parametrize(("owner", "_whose", "expected"), WHOSE, ids=[whose for _, whose, _ in WHOSE])
async def test_a_role_s_reach_decides_on_whose_records(
    firm: Firm, owner: str, _whose: str, expected: Mapping[str, str]
) -> None:
    account = await firm.account(owner)
    assert {who: await access(firm, who, account) for who in expected} == expected


GRANTS: Sequence[tuple[str, str, Mapping[str, str], str]] = [
    # Who, in which unit the account is, the exceptions unit → access; what comes of it.
    ("rep", "south", {"south": "see"}, SEES),
    ("rep", "south", {"south": "edit"}, EDITS),
    ("rep", "south", {"": "edit"}, EDITS),
    ("rep", "south", {"": "edit", "south": "see"}, SEES),
    ("rep", "south", {"": "edit", "south": "none"}, NEITHER),
    ("rep", "deep", {"south": "edit"}, EDITS),
    ("rep", "deep", {"south": "none", "deep": "see"}, SEES),
    ("manager", "north", {"north": "see"}, SEES),
    ("manager", "north", {"north": "none"}, NEITHER),
    ("manager", "north", {"": "none"}, NEITHER),
    ("reader", "south", {"south": "edit"}, SEES),
    ("admin", "south", {"south": "none"}, NEITHER),
    ("admin", "deep", {"south": "see"}, SEES),
    ("admin", "north", {"south": "none"}, EDITS),
]


@pytest.mark.parametrize(("who", "unit", "grants", "expected"), GRANTS)
async def test_the_exception_nearest_to_a_unit_decides(
    firm: Firm, who: str, unit: str, grants: Mapping[str, str], expected: str
) -> None:
    deep = (await firm.do("unit.create", {"name": "deep", "parent_id": firm.units["south"]}, "admin"))["id"]
    units = {**firm.units, "deep": deep}
    account = await firm.account("admin")
    await firm.do("account.assign", {"id": account, "owner_id": None, "unit_id": units[unit]}, "admin")
    for name, given in grants.items():
        grant = {"user_id": firm.people[who], "unit_id": units[name], "access": given}
        await firm.do("unit.grant", grant, "admin")
    assert await access(firm, who, account) == expected


async def test_who_reaches_the_whole_company_sees_what_stands_in_no_unit_despite_an_exception(firm: Firm) -> None:
    grant = {"user_id": firm.people["admin"], "unit_id": firm.units["south"], "access": "see"}
    activity = await firm.activity("rep")
    opportunity = await firm.opportunity("rep")
    await firm.do("opportunity.assign", {"id": opportunity, "unit_id": None, "owner_id": None}, "admin")
    await firm.do("unit.grant", grant, "admin")
    await firm.do("activity.edit", {"id": activity, "subject": "seen"}, "admin")
    await firm.do("opportunity.edit", {"id": opportunity, "notes": "seen"}, "admin")


async def test_a_team_shares_records_across_units(firm: Firm) -> None:
    team = (await firm.do("team.create", {"name": "Key accounts"}, "admin"))["id"]
    for who in ("rep", "southerner"):
        await firm.do("team.add_member", {"team_id": team, "user_id": firm.people[who]}, "admin")
    account = await firm.account("rep", team_id=team)
    assert await access(firm, "southerner", account) == EDITS
    assert await access(firm, "mate", account) == NEITHER
    await firm.do("team.remove_member", {"team_id": team, "user_id": firm.people["southerner"]}, "admin")
    assert await access(firm, "southerner", account) == NEITHER


async def test_superiors_reach_down_the_agents_tree_however_deep(firm: Firm) -> None:
    await firm.do("member.edit", {"user_id": firm.people["mate"], "reports_to": firm.people["rep"]}, "admin")
    await firm.do("member.edit", {"user_id": firm.people["southerner"], "reports_to": firm.people["mate"]}, "admin")
    account = await firm.account("southerner")
    assert await access(firm, "rep", account) == EDITS
    assert await access(firm, "mate", account) == EDITS
    assert (await firm.viewer("rep")).below == {firm.people["mate"], firm.people["southerner"]}


async def test_what_is_about_nobody_is_its_owner_s_and_his_superiors_alone(firm: Firm) -> None:
    activity = await firm.activity("rep")
    for who, allowed in {"rep": True, "manager": True, "admin": True, "mate": False, "colleague": False}.items():
        assert await can(firm, "activity.edit", {"id": activity, "subject": who}, who) == allowed


async def test_a_disabled_member_is_nobody_at_once(firm: Firm) -> None:
    await firm.account("mate")
    await firm.do("member.disable", {"user_id": firm.people["mate"]}, "admin")
    with pytest.raises(NotFound):
        await firm.viewer("mate")
    with pytest.raises(NotFound):
        await firm.account("mate")


async def test_a_role_edited_counts_at_once(firm: Firm) -> None:
    account = await firm.account("rep")
    assert await access(firm, "rep", account) == EDITS
    await firm.do("role.edit", {"id": firm.roles["rep"], "permissions": ["account.see"]}, "admin")
    assert await can(firm, "account.edit", {"id": account, "sector": "x"}, "rep") is False
    assert await can(firm, "account.create", {"name": "Acme"}, "rep") is False


async def test_nobody_gives_a_record_beyond_reach_without_the_permission(firm: Firm) -> None:
    account, activity = await firm.account("rep"), await firm.activity("rep")
    team = (await firm.do("team.create", {"name": "Key accounts"}, "admin"))["id"]
    for given in ({"owner_id": firm.people["mate"]}, {"unit_id": firm.units["south"]}, {"team_id": team}):
        for name, payload in (
            ("account.create", {"name": "Acme"}),
            ("contact.create", {"name": "Laura", "account_id": account}),
            ("activity.plan", {"day": "2026-12-01", "account_id": account}),
            ("activity.assign", {"id": activity}),
        ):
            with pytest.raises(NotPermitted):
                await firm.do(name, {**payload, **given}, "rep")
    with pytest.raises(NotPermitted):
        await firm.do("account.assign", {"id": account, "owner_id": firm.people["rep"]}, "rep")


async def test_two_companies_never_see_each_other(firm: Firm, rival: Firm) -> None:
    account = await firm.account("rep")
    for who in ("admin", "rep"):
        assert await access(rival, who, account) == NEITHER
    with pytest.raises(NotFound):
        await firm.viewer(rival.people["rep"])


async def test_a_forgotten_filter_does_not_leak(firm: Firm, rival: Firm) -> None:
    await firm.account(name="Ours")
    await rival.account(name="Theirs")
    async with reading(firm.company_id) as session:
        assert list(await session.scalars(select(Account.name))) == ["Ours"]
        both = await session.execute(select(Account.name, Contact.name).join(Contact, Contact.id != Account.id))
        assert both.all() == []
        inside = await session.scalars(select(Account.name).where(Account.id.in_(select(Account.id))))
        assert list(inside) == ["Ours"]
        assert await session.get(Account, {"company_id": rival.company_id, "id": await any_account(rival)}) is None


async def any_account(firm: Firm) -> str:
    async with reading(firm.company_id) as session:
        return (await session.execute(select(Account.id).limit(1))).scalar_one()


async def test_a_key_into_another_company_is_refused_by_the_database(firm: Firm, rival: Firm) -> None:
    """Every column that points at a record, in every table, set by a statement that nobody wrote through the ORM."""
    account = await firm.account()
    contact, opportunity = await firm.contact(account_id=account), await firm.opportunity(account_id=account)
    await firm.do("activity.log", {"opportunity_id": opportunity, "contact_id": contact, "next": {"day": "2026-12-01"}})
    await firm.do("document.attach", {**DOCUMENT, "account_id": account})
    theirs = {
        "accounts": await rival.account(), "contacts": await rival.contact(), "units": rival.units["north"],
        "memberships": rival.people["rep"], "opportunities": await rival.opportunity(),
        "stages": rival.stages["lost"], "pipelines": rival.pipeline_id, "activity_types": rival.types["call"],
        "roles": rival.roles["rep"], "activities": await rival.activity(),
        "documents": (await rival.do("document.attach", DOCUMENT))["id"],
    }  # fmt: skip
    tried = 0
    for table in Base.metadata.sorted_tables:
        for constraint in table.foreign_key_constraints:
            target, column = constraint.referred_table.name, constraint.column_keys[-1]
            if len(constraint.column_keys) > 1 and target in theirs and await has_rows(firm, table):
                tried += 1
                with pytest.raises(IntegrityError):
                    async with transaction(firm.company_id) as session:
                        await session.execute(
                            table.update().where(table.c.company_id == firm.company_id).values({column: theirs[target]})
                        )
    assert tried > 30


async def has_rows(firm: Firm, table: Any) -> bool:
    async with reading(firm.company_id) as session:
        return (await session.execute(select(table).where(table.c.company_id == firm.company_id))).first() is not None


async def can(firm: Firm, name: str, payload: Mapping[str, Any], who: str) -> bool:
    try:
        await firm.do(name, payload, who)
    except (NotPermitted, NotFound):
        return False
    return True
