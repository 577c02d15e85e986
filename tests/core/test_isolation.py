"""Every operation and every read, walked by who sees but does not edit, another unit, another company, and nobody."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from core import listing
from core.agenda.queries import activities_by_id, agenda, overdue, timeline
from core.customers.contact_lines import contact_lines
from core.customers.queries import accounts_by_id, contacts_by_id, contacts_of
from core.database import reading
from core.errors import CrmError, NotFound, NotPermitted
from core.i18n import translator
from core.operations import REGISTRY
from core.people.queries import colleagues
from core.policy import Viewer
from core.sales.queries import opportunities, stage_totals
from core.search import search
from tests.builders.cast import Firm
from tests.builders.rows import counts
from tests.builders.wishes import DOCUMENT, WISHES, wish_for

OURS = "xylophone"
"""A word in everything that the rep has, and nowhere else."""

# Operations on a record that somebody owns.
ON_A_RECORD = frozenset({
    "account.edit", "account.assign", "account.archive", "contact.edit", "contact.assign", "contact.archive",
    "account.assign_many", "contact.assign_many", "account.merge", "contact.merge", "account.keep_apart",
    "contact.keep_apart",
    "lead.edit", "lead.assign", "lead.assign_many", "lead.begin", "lead.discard", "lead.reopen", "lead.qualify",
    "opportunity.assign_many",
    "contact.tie", "contact.update_from_card", "opportunity.edit", "opportunity.move", "opportunity.assign",
    "opportunity.archive", "activity.complete", "activity.reschedule", "activity.edit", "activity.snooze",
    "activity.cancel", "activity.assign", "activity.assign_many", "document.tie", "document.archive", "document.edit",
    "document.move", "conflict.resolve",
})  # fmt: skip
# Operations that make something new, and the fields by which they would hang it on a record of somebody else.
MAKES = {
    "account.create": (), "contact.create": ("account_id",), "contact.create_from_card": ("account_id", "document_id"),
    "card.receive": (), "voice.receive": (), "lead.create": (), "opportunity.create": ("account_id", "contact_id"),
    "activity.log": ("account_id", "contact_id", "opportunity_id", "lead_id", "document_ids"),
    "activity.plan": ("account_id", "contact_id", "opportunity_id", "lead_id", "document_ids"),
    "document.attach": ("account_id", "contact_id", "opportunity_id", "activity_id"),
    "document.attach_many": ("account_id", "contact_id", "opportunity_id", "activity_id"),
}  # fmt: skip
OF_ONE_S_OWN = frozenset({
    "operation.undo", "operation.amend", "settings.edit", "mention.read", "view.save", "view.edit", "view.delete",
    "view.begin_with", "first_steps.skip", "first_steps.close",
    # See imports/test_rights.py.
    "import.begin", "import.read_again", "import.map", "import.start", "import.pause", "import.cancel", "import.undo",
    "import.row",
})  # fmt: skip
MANAGES = frozenset({
    "company.edit", "member.invite", "member.edit", "member.disable", "unit.create", "unit.edit", "unit.grant",
    "team.create", "team.add_member", "team.remove_member", "role.edit", "pipeline.create", "stage.create",
    "stage.edit", "activity_type.create", "activity_type.edit",
    "member.enable", "member.link", "member.end_sessions", "team.edit", "message.retry",
    "pipeline.edit", "pipeline.arrange", "pipeline.archive", "stage.arrange", "stage.archive",
    "activity_type.arrange", "activity_type.archive",
})  # fmt: skip
# Of these, what another company is told when it names one of our records by its id.
FOREIGN_IDS = {
    "member.edit": "user_id", "member.disable": "user_id", "unit.edit": "id", "unit.grant": "unit_id",
    "team.add_member": "team_id", "team.remove_member": "team_id", "role.edit": "id", "stage.create": "pipeline_id",
    "stage.edit": "id", "activity_type.edit": "id",
    "member.enable": "user_id", "member.link": "user_id", "member.end_sessions": "user_id", "team.edit": "id",
    "message.retry": "ids", "pipeline.edit": "id", "pipeline.archive": "id", "stage.archive": "id",
    "activity_type.archive": "id", "pipeline.arrange": "ids", "stage.arrange": "pipeline_id",
    "activity_type.arrange": "ids",
}  # fmt: skip

ON_A_COLLEAGUE = frozenset({
    "member.edit", "member.disable", "unit.grant", "team.add_member", "team.remove_member", "member.enable",
    "member.link", "member.end_sessions",
})  # fmt: skip


def test_every_operation_is_in_the_tables() -> None:
    walked = [*ON_A_RECORD, *MAKES, *OF_ONE_S_OWN, *MANAGES]
    assert sorted(walked) == sorted(REGISTRY)
    assert set(WISHES) == set(REGISTRY)


async def refused(firm: Firm, name: str, payload: Mapping[str, Any], who: str) -> type[Exception] | None:
    before = await counts(firm)
    try:
        await firm.do(name, payload, who)
    except (NotFound, NotPermitted) as error:
        assert await counts(firm) == before
        return type(error)
    return None


async def test_what_one_sees_but_may_not_edit_is_not_permitted(firm: Firm) -> None:
    for name in sorted(ON_A_RECORD):
        for variant in WISHES[name]:
            _, payload = await variant(firm)
            if name.startswith(("activity.", "document.")):
                there = (await at_an_account(firm))[name.partition(".")[0]]
                payload = {**payload, **({"ids": [there]} if "ids" in payload else {"id": there})}
            assert await refused(firm, name, payload, "colleague") is NotPermitted, name
            if name != "conflict.resolve":
                assert await refused(firm, name, payload, "reader") is NotPermitted, name


async def test_what_one_does_not_see_is_not_found(firm: Firm, rival: Firm) -> None:
    for name in sorted(ON_A_RECORD):
        for variant in WISHES[name]:
            _, payload = await variant(firm)
            other_unit = NotFound if ".assign" not in name or name == "activity.assign" else NotPermitted
            assert await refused(firm, name, payload, "southerner") is other_unit, name
            assert await refused(rival, name, payload, "admin") is NotFound, name


async def test_what_one_makes_hangs_on_nothing_unseen(firm: Firm, rival: Firm) -> None:
    ours = await all_ours(firm)
    for name, fields in MAKES.items():
        for field in fields:
            theirs = [ours["document_id"]] if field == "document_ids" else ours[field]
            payload = {**PLAIN[name], field: theirs}
            assert await refused(firm, name, payload, "southerner") is NotFound, (name, field)
            assert await refused(rival, name, payload, "rep") is NotFound, (name, field)
        assert await refused(firm, name, PLAIN[name], "reader") is NotPermitted, name


async def test_who_manages_nothing_changes_nothing_of_the_company(firm: Firm) -> None:
    for name in sorted(MANAGES):
        for variant in WISHES[name]:
            _, payload = await variant(firm)
            for who in ("manager", "rep", "colleague", "reader"):
                assert await refused(firm, name, payload, who) is NotPermitted, name


async def test_another_company_s_admin_reaches_nothing_by_its_id(firm: Firm, rival: Firm) -> None:
    for name, field in FOREIGN_IDS.items():
        _, ours = await wish_for(firm, name)
        _, theirs = await wish_for(rival, name) if name not in ON_A_COLLEAGUE else ("admin", {})
        payload = {**ours, **theirs, field: ours[field]}
        assert await refused(rival, name, payload, "admin") is NotFound, name


async def test_what_is_one_s_own_is_nobody_else_s(firm: Firm, rival: Firm) -> None:
    for name in ("operation.undo", "operation.amend", "view.edit", "view.delete", "mention.read"):
        _, payload = await wish_for(firm, name)
        for who in ("mate", "manager", "admin", "reader"):
            assert await refused(firm, name, payload, who) is NotFound, name
        assert await refused(rival, name, payload, "admin") is NotFound, name


async def test_nobody_gets_in(firm: Firm, rival: Firm) -> None:
    for name in sorted(REGISTRY):
        _, payload = await wish_for(firm, name)
        for who in (rival.people["rep"], "00000000-0000-0000-0000-000000000000"):
            assert await refused(firm, name, payload, who) is NotFound, name
            with pytest.raises(NotFound):
                await firm.viewer(who)


PLAIN: Mapping[str, dict[str, Any]] = {
    "account.create": {"name": "Acme"}, "contact.create": {"name": "Laura"},
    "contact.create_from_card": {"name": "Laura"}, "card.receive": {"document": DOCUMENT},
    "voice.receive": {"document": DOCUMENT},
    "lead.create": {"person": "Laura"}, "opportunity.create": {"title": "Horno"}, "activity.log": {"note": "x"},
    "activity.plan": {"day": "2026-12-01"},
    "document.attach": DOCUMENT, "document.attach_many": {"files": [DOCUMENT]},
}  # fmt: skip


async def at_an_account(firm: Firm) -> dict[str, str]:
    """What is about nobody is seen by nobody else; what is at an account is."""
    account = await firm.account()
    document = await firm.do("document.attach", {**DOCUMENT, "account_id": account})
    activity = await firm.activity(account_id=account, starts_at="2026-12-01T10:00:00+01:00")
    return {"activity": activity, "document": document["id"]}


async def all_ours(firm: Firm) -> dict[str, str]:
    """One of each that the rep owns, each with the word in it."""
    account = await firm.account(name=f"{OURS} S.L.", notes=OURS, emails=[{"address": f"{OURS}@example.com"}])
    contact = await firm.contact(name=f"Laura {OURS}", account_id=account)
    opportunity = await firm.opportunity(title=f"Horno {OURS}", account_id=account)
    about = {"account_id": account, "contact_id": contact, "opportunity_id": opportunity}
    lead = await firm.lead(firm=f"Posada {OURS}", notes=OURS)
    activity = await firm.activity(**about, subject=OURS, day="2026-11-20")
    await firm.do("activity.log", {**about, "note": OURS})
    document = await firm.do("document.attach", {**DOCUMENT, "account_id": account, "name": f"{OURS}.jpg"})
    return {**about, "lead_id": lead, "activity_id": activity, "document_id": document["id"]}


async def everything_read(firm: Firm, viewer: Viewer, ours: Mapping[str, str], rep: str) -> str:
    """All that the core's reads give this viewer who knows all ids, as text."""
    found: list[Any] = []
    async with reading(firm.company_id) as session:
        for kind in listing.KINDS:
            if kind == "event":
                continue
            found += await listing.listed(session, viewer, kind, {})
            found += await listing.listed(session, viewer, kind, {}, OURS) if kind in listing.OWNED else []
            if kind in listing.OWNED:
                found += await got(session, viewer, kind, ours[f"{kind}_id"])
        found += await search(session, viewer, OURS)
        found += await search(session, viewer, "horno laura")
        found += await search(session, viewer, OURS, ("lead",))
        found += await accounts_by_id(session, viewer, [ours["account_id"]])
        found += await contacts_by_id(session, viewer, [ours["contact_id"]])
        found += await contact_lines(session, viewer, [ours["contact_id"]])
        found += await contacts_of(session, viewer, ours["account_id"])
        found += await opportunities(session, viewer)
        found += await opportunities(session, viewer, ids=[ours["opportunity_id"]])
        found += await stage_totals(session, viewer, firm.pipeline_id)
        found += await agenda(session, viewer, date(2026, 1, 1), date(2027, 1, 1), [rep])
        found += await overdue(session, viewer, date(2027, 1, 1), [rep])
        found += await timeline(session, viewer, ours["account_id"])
        found += await activities_by_id(session, viewer, [ours["activity_id"]])
    return str(found)


async def got(session: Any, viewer: Viewer, kind: str, record_id: str) -> list[Any]:
    try:
        return [await listing.get(session, viewer, kind, record_id)]
    except NotFound:
        return []


async def test_no_read_gives_what_one_may_not_see(firm: Firm, rival: Firm) -> None:
    ours = await all_ours(firm)
    for other, who in ((firm, "southerner"), (firm, "mate"), (rival, "admin")):
        viewer = await other.viewer(who)
        read = await everything_read(other, viewer, ours, firm.people["rep"])
        assert OURS not in read
        assert not any(record_id in read for record_id in ours.values())
        assert "450000" not in read


async def test_the_reads_give_what_one_may_see(firm: Firm) -> None:
    ours = await all_ours(firm)
    for who in ("rep", "manager", "admin", "reader"):
        read = await everything_read(firm, await firm.viewer(who), ours, firm.people["rep"])
        assert read.count(OURS) > 15
        assert all(record_id in read for record_id in ours.values())
        assert "450000" in read


async def test_the_agenda_of_another_is_for_those_above(firm: Firm) -> None:
    await all_ours(firm)
    days = (date(2026, 1, 1), date(2027, 1, 1), [firm.people["rep"]])
    for who, seen in {"rep": True, "manager": True, "admin": True, "reader": False, "colleague": False}.items():
        viewer = await firm.viewer(who)
        async with reading(firm.company_id) as session:
            assert bool(await agenda(session, viewer, *days)) == seen


async def test_history_is_for_who_may_audit(firm: Firm, rival: Firm) -> None:
    await all_ours(firm)
    for who in ("manager", "rep", "reader"):
        viewer = await firm.viewer(who)
        async with reading(firm.company_id) as session:
            with pytest.raises(NotPermitted):
                await listing.listed(session, viewer, "event", {})
    viewer = await rival.viewer("admin")
    async with reading(rival.company_id) as session:
        assert OURS not in str(await listing.listed(session, viewer, "event", {}))


async def test_colleagues_are_those_of_one_s_own_company(firm: Firm, rival: Firm) -> None:
    viewer = await rival.viewer("rep")
    async with reading(rival.company_id) as session:
        emails = {person["email"] for person in await colleagues(session, viewer)}
    assert emails == {"admin@rival.example", "rep@rival.example"}


@pytest.mark.parametrize(
    ("kind", "filters"),
    [
        ("account", {"id": "no id"}), ("account", {"owner_id": "' OR 1=1"}), ("account", {"revision": "9" * 30}),
        ("account", {"created_at": "yesterday"}), ("account", {"kinds": "customer"}), ("account", {"nothing": "x"}),
        ("opportunity", {"amount": "9" * 30}), ("opportunity", {"expected_close": "32"}), ("event", {"number": "x"}),
        ("stage", {"position": "x"}), ("nothing", {}),
    ],
)  # fmt: skip
async def test_a_filter_that_no_column_can_have_is_an_error_in_words(
    firm: Firm, kind: str, filters: Mapping[str, str]
) -> None:
    viewer = await firm.viewer("admin")
    async with reading(firm.company_id) as session:
        with pytest.raises(CrmError) as refusal:
            await listing.listed(session, viewer, kind, filters)
    assert refusal.value.say(translator("es"))


async def test_a_record_by_no_id_is_not_found(firm: Firm) -> None:
    viewer = await firm.viewer("admin")
    async with reading(firm.company_id) as session:
        for kind in listing.KINDS:
            for record_id in ("x", "", "\x00", "9" * 40, firm.company_id):
                with pytest.raises(NotFound):
                    await listing.get(session, viewer, kind, record_id)
