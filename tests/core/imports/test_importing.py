"""What comes of the rows of a file."""

from sqlalchemy import select

from core.customers.models import Account, AccountContact, Address, Contact, Email, Phone
from core.database import reading
from core.events import Event
from core.imports.models import ImportState
from tests.builders.cast import Firm
from tests.builders.importing import Importing

FIRMS = [
    ["Razón social", "NIF", "Teléfono", "Correo electrónico", "C.P.", "Población", "Persona de contacto", "Comercial"],
    ["Talleres Núñez, S.L.", "B50123456", "976123456", "info@nunez.es", "8001", "Barcelona", "Ana Pérez Gil", ""],
    ["Hotel Ebro", "A50999999", "600 123 456", "", "50001", "Zaragoza", "", "rep@ebro.example"],
]


async def test_a_row_becomes_an_account_with_its_contact(importing: Importing, firm: Firm) -> None:
    import_id = await importing.apply(FIRMS)
    nunez, ebro = sorted(await importing.all(Account), key=lambda one: one.name, reverse=True)
    assert (nunez.name, nunez.tax_id, nunez.owner_id) == ("Talleres Núñez, S.L.", "B50123456", firm.people["manager"])
    assert (ebro.owner_id, ebro.unit_id) == (firm.people["rep"], firm.units["north"])
    assert {one.number: one.label for one in await importing.all(Phone)} == {
        "+34976123456": "office",
        "+34600123456": "mobile",
    }
    assert [one.address for one in await importing.all(Email)] == ["info@nunez.es"]
    assert sorted((one.postcode, one.city) for one in await importing.all(Address)) == [
        ("08001", "Barcelona"),
        ("50001", "Zaragoza"),
    ]
    (ana,) = await importing.all(Contact)
    assert (ana.name, ana.given_name, ana.family_name) == ("Ana Pérez Gil", "Ana", "Pérez Gil")
    (place,) = await importing.all(AccountContact)
    assert (place.account_id, place.contact_id) == (nunez.id, ana.id)
    done = await importing.get(import_id)
    assert (done.state, done.done, done.failed) == (ImportState.DONE, 2, 0)
    assert {event.door for event in await _events(importing) if event.verb == "import.row"} == {"import"}


async def _events(importing: Importing) -> list[Event]:
    async with reading(importing.firm.company_id) as session:
        return list(await session.scalars(select(Event)))


async def test_an_import_taken_back_leaves_nothing_behind(importing: Importing) -> None:
    import_id = await importing.apply(FIRMS)
    await importing.undo(import_id)
    for model in (Account, Contact, Phone, Email, Address, AccountContact):
        assert not await importing.all(model), model
    done = await importing.get(import_id)
    assert (done.state, done.done, done.kept) == (ImportState.UNDONE, 0, 0)


async def test_what_somebody_has_changed_since_is_left_and_said(importing: Importing, firm: Firm) -> None:
    import_id = await importing.apply(FIRMS)
    ebro = next(one for one in await importing.all(Account) if one.name == "Hotel Ebro")
    await firm.do("account.edit", {"id": ebro.id, "name": "Gran Hotel Ebro"})
    await importing.undo(import_id)
    assert [one.name for one in await importing.all(Account)] == ["Gran Hotel Ebro"]
    states = {row.number: (row.state, bool(row.problems)) for row in await importing.rows(import_id)}
    assert states == {2: ("undone", False), 3: ("kept", True)}
    assert (await importing.get(import_id)).kept == 1
