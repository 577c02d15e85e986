"""Importing is a permission of its own, and reaches no further than its person does."""

import pytest

from core.customers.models import Account
from core.errors import CrmError, NotFound, NotPermitted
from core.imports.applying import apply
from core.imports.models import ImportState
from tests.builders.cast import Firm
from tests.builders.importing import FILE, Importing
from tests.builders.rows import counts
from tests.builders.wishes import WISHES

ON_AN_IMPORT = ("import.read_again", "import.map", "import.start", "import.pause", "import.cancel", "import.undo")


async def refused(firm: Firm, name: str, payload: dict[str, object], who: str) -> type[CrmError] | None:
    before = await counts(firm)
    try:
        await firm.do(name, payload, who)
    except (NotFound, NotPermitted) as error:
        assert await counts(firm) == before
        return type(error)
    return None


async def test_only_who_holds_the_permission_imports(firm: Firm) -> None:
    for who in ("rep", "colleague", "reader"):
        assert await refused(firm, "import.begin", FILE, who) is NotPermitted
        for variant in WISHES["import.row"]:
            _, payload = await variant(firm)
            assert await refused(firm, "import.row", payload, who) is NotPermitted


async def test_an_import_is_nobody_else_s(firm: Firm, rival: Firm) -> None:
    for name in ON_AN_IMPORT:
        _, payload = await WISHES[name][0](firm)
        for who in ("admin", "rep", "reader"):
            assert await refused(firm, name, payload, who) is NotFound, (name, who)
        assert await refused(rival, name, payload, "admin") is NotFound, name


async def test_a_row_reaches_nothing_that_its_person_may_not_change(firm: Firm, rival: Firm) -> None:
    theirs, far = await rival.account("rep"), await firm.account("southerner")
    for account in (theirs, far):
        hung: dict[str, object] = {"contact": {"name": "Laura"}, "account_id": account}
        assert await refused(firm, "import.row", hung, "manager") is NotFound
        edit: dict[str, object] = {"account_edit": {"id": account, "name": "Mine"}}
        assert await refused(firm, "import.row", edit, "manager") is NotFound


async def test_what_its_person_does_not_see_is_not_taken_for_the_same(importing: Importing, firm: Firm) -> None:
    await firm.account("southerner", name="Hotel Sur", tax_id="B1")
    import_id = await importing.check([["Razón social", "NIF"], ["Hotel Sur", "B1"]])
    (row,) = await importing.rows(import_id)
    assert row.verdict == "new"
    assert "Hotel Sur" not in str(row.shown["like"])


async def test_records_go_to_colleagues_and_units_within_reach(importing: Importing, firm: Firm) -> None:
    rows = [
        ["Empresa", "Comercial", "Unidad"],
        ["One", "mate@ebro.example", ""],
        ["Two", "Rep", "north"],
        ["Three", "nobody@ebro.example", ""],
        ["Four", "", "nowhere"],
        ["Five", "admin@rival.example", ""],
    ]
    import_id = await importing.apply(rows)
    owners = {one.name: one.owner_id for one in await importing.all(Account)}
    assert owners == {"One": firm.people["mate"], "Two": firm.people["rep"]}
    assert [row.verdict for row in await importing.rows(import_id)] == ["new", "new", "wrong", "wrong", "wrong"]


async def test_who_is_shut_out_imports_no_further(importing: Importing, firm: Firm) -> None:
    import_id = await importing.check([["Empresa"], ["One"], ["Two"]])
    await firm.do("import.start", {"id": import_id}, "manager")
    await firm.do("member.disable", {"user_id": firm.people["manager"]}, "admin")
    with pytest.raises(NotFound):
        await apply(firm.company_id, import_id)
    assert not await importing.all(Account)
    assert (await importing.get(import_id)).state == ImportState.APPLYING
