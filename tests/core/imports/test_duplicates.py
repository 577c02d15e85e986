"""What is there already: left, filled, changed, or made once more; and what stands twice in the file."""

import pytest

from core.customers.models import Account, AccountContact, Contact, Email, Phone
from tests.builders.cast import Firm
from tests.builders.importing import Importing

TABLE = [
    ["Razón social", "NIF", "Sector", "Email", "Teléfono"],
    ["Talleres Nuñez SL", "B-50123456", "Motor", "info@nunez.es", "976 000 111"],
]


@pytest.fixture
async def nunez(firm: Firm) -> str:
    return await firm.account(
        "rep", name="Talleres Núñez", tax_id="ESB50123456", sector="Coches", phones=[{"number": "976 123 456"}]
    )


@pytest.mark.parametrize(
    ("on_same", "verdict", "name", "sector", "phones"),
    [
        ("skip", "same", "Talleres Núñez", "Coches", {"+34976123456"}),
        ("fill", "update", "Talleres Núñez", "Coches", {"+34976123456"}),
        ("update", "update", "Talleres Nuñez SL", "Motor", {"+34976123456", "+34976000111"}),
    ],
)
async def test_what_is_there_already_is_treated_as_was_chosen(
    importing: Importing, nunez: str, on_same: str, verdict: str, name: str, sector: str, phones: set[str]
) -> None:
    import_id = await importing.apply(TABLE, on_same=on_same)
    (row,) = await importing.rows(import_id)
    assert row.verdict == verdict
    (account,) = await importing.all(Account)
    assert (account.id, account.name, account.sector) == (nunez, name, sector)
    assert {one.number for one in await importing.all(Phone)} == phones
    assert [one.address for one in await importing.all(Email)] == (["info@nunez.es"] if on_same != "skip" else [])
    if on_same != "skip":
        await importing.undo(import_id)
        (account,) = await importing.all(Account)
        assert (account.name, account.sector) == ("Talleres Núñez", "Coches")
        assert not await importing.all(Email)


async def test_another_one_is_made_all_the_same_where_that_is_wanted(importing: Importing, nunez: str) -> None:
    await importing.apply(TABLE, on_same="create")
    assert len(await importing.all(Account)) == 2


async def test_what_is_only_alike_is_imported_and_said(importing: Importing, nunez: str) -> None:
    import_id = await importing.check([["Empresa"], ["Talleres Núñez e Hijos"]])
    (row,) = await importing.rows(import_id)
    assert (row.verdict, row.shown["like"]["id"]) == ("new", nunez)


async def test_the_people_of_one_firm_in_a_file_are_at_one_account(importing: Importing) -> None:
    rows = [
        ["First Name", "Last Name", "Company", "E-mail Address"],
        ["Ana", "Pérez", "Hotel Ebro", "ana@ebro.es"],
        ["Luis", "Gil", "HOTEL EBRO", "luis@ebro.es"],
        ["Ana", "Pérez", "Hotel Ebro", "ana@ebro.es"],
    ]
    import_id = await importing.apply(rows, on_same="create")
    assert [one.name for one in await importing.all(Account)] == ["Hotel Ebro"]
    assert len(await importing.all(AccountContact)) == len(await importing.all(Contact)) == 3
    await importing.undo(import_id)
    import_id = await importing.apply(rows)
    assert sorted(one.name for one in await importing.all(Contact)) == ["Ana Pérez", "Luis Gil"]
    assert [row.verdict for row in await importing.rows(import_id)] == ["new", "new", "same"]


async def test_a_person_who_is_there_is_put_at_the_firm_of_the_row(importing: Importing, firm: Firm) -> None:
    contact = await firm.contact("rep", name="Ana Pérez", emails=[{"address": "ana@ebro.es"}])
    await importing.apply([["Empresa", "Contacto", "Email"], ["Hotel Ebro", "Ana Pérez", "ana@ebro.es"]],
                          mapping={"0": "account.name", "1": "contact.name", "2": "contact.email"})  # fmt: skip
    (place,) = await importing.all(AccountContact)
    assert place.contact_id == contact


async def test_what_one_may_see_and_not_change_is_said(firm: Firm) -> None:
    held = ["account.see", "account.edit", "contact.see", "contact.edit", "record.import"]
    await firm.do("role.edit", {"id": firm.roles["colleague"], "permissions": held}, "admin")
    await firm.account("rep", name="Hotel Ebro")
    importing = Importing(firm, by="colleague")
    import_id = await importing.apply([["Empresa", "Contacto"], ["Hotel Ebro", "Ana Pérez"], ["Other", "Luis Gil"]])
    first, second = await importing.rows(import_id)
    assert (first.verdict, second.state) == ("wrong", "done")
    assert first.problems[0]["facts"] == {"name": "Hotel Ebro"}


async def test_a_number_without_a_name_is_a_firm_that_is_there(importing: Importing, nunez: str) -> None:
    import_id = await importing.apply(
        [["CIF", "Contacto"], ["B50123456", "Ana Pérez"], ["B50000000", "Luis Gil"]],
        mapping={"0": "account.tax_id", "1": "contact.name"},
    )
    assert [row.verdict for row in await importing.rows(import_id)] == ["new", "wrong"]
    (place,) = await importing.all(AccountContact)
    assert place.account_id == nunez
