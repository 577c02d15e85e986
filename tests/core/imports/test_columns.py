"""What the columns of other programs' files are, and how their cells are understood."""

import pytest

from core.imports.colleagues import Colleagues
from core.imports.guessing import guess
from core.imports.headers import header_row
from core.imports.planning import Planner, RowPlan

ODOO = "Name,Phone,Email,Salesperson,Activities,City,Country,Company Name,Tax ID,Tags"
SALESFORCE_CONTACTS = "Salutation,First Name,Last Name,Title,Account Name,Mailing Street,Mailing City,\
Mailing State/Province,Mailing Zip/Postal Code,Mailing Country,Phone,Mobile,Fax,Email,Account Owner"
SALESFORCE_ACCOUNTS = "Account Name,Billing Street,Billing City,Billing Zip/Postal Code,Phone,Website,Industry,Type"
OUTLOOK = "Nombre,Segundo nombre,Apellidos,Organización,Puesto,Calle del trabajo,Ciudad de trabajo,\
Código postal del trabajo,País o región de trabajo,Teléfono del trabajo,Móvil,Dirección de correo electrónico,Notas"
OURS = "Código;Razón social;NIF;Domicilio;C.P.;Población;Provincia;Teléfono;Teléfono móvil;Correo electrónico;\
Persona de contacto;Observaciones"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (OURS, {
            1: "account.name", 2: "account.tax_id", 3: "account.street", 4: "account.postcode", 5: "account.city",
            6: "account.region", 7: "account.phone", 8: "account.mobile", 9: "account.email", 10: "contact.name",
            11: "account.notes",
        }),
        (ODOO, {
            0: "contact.name", 1: "account.phone", 2: "account.email", 3: "both.owner", 5: "account.city",
            6: "account.country", 7: "account.name", 8: "account.tax_id", 9: "account.tags",
        }),
        (SALESFORCE_CONTACTS, {
            1: "contact.given_name", 2: "contact.family_name", 3: "contact.job_title", 4: "account.name",
            5: "contact.street", 6: "contact.city", 7: "contact.region", 8: "contact.postcode", 9: "contact.country",
            10: "contact.phone", 11: "contact.mobile", 12: "contact.fax", 13: "contact.email", 14: "both.owner",
        }),
        (SALESFORCE_ACCOUNTS, {
            0: "account.name", 1: "account.street", 2: "account.city", 3: "account.postcode", 4: "account.phone",
            5: "account.website", 6: "account.sector", 7: "account.kinds",
        }),
        (OUTLOOK, {
            0: "contact.given_name", 2: "contact.family_name", 3: "account.name", 4: "contact.job_title",
            5: "contact.street", 6: "contact.city", 7: "contact.postcode", 8: "contact.country", 9: "contact.phone",
            10: "contact.mobile", 11: "contact.email", 12: "contact.notes",
        }),
        ("Nombre;Ciudad", {0: "account.name", 1: "account.city"}),
        ("Nombre;Empresa;Móvil", {0: "contact.name", 1: "account.name", 2: "account.mobile"}),
    ],
    ids=["ours", "odoo", "salesforce contacts", "salesforce accounts", "outlook", "firms", "people at firms"],
)  # fmt: skip
def test_columns_are_known_by_their_names(header: str, expected: dict[int, str]) -> None:
    names = header.split(";" if ";" in header else ",")
    assert guess(names, [[] for _ in names]) == expected


def test_columns_without_names_are_known_by_what_stands_in_them() -> None:
    samples = [["Ebro"], ["info@ebro.es"], ["B50123456"], ["976 123 456"], ["600123456"], ["www.ebro.es"], ["50001"]]
    assert guess([""] * 7, samples) == {
        1: "account.email", 2: "account.tax_id", 3: "account.phone", 4: "account.mobile", 5: "account.website",
        6: "account.postcode",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Listado de clientes"], [], ["Empresa", "NIF", "Tel"], ["Ebro", "B1", "976123456"]], 2),
        ([["Uno", "Dos"], ["Ebro", "x"]], 0),
        ([["Ebro", "info@ebro.es"], ["Sur", "info@sur.es"]], -1),
        ([], -1),
    ],
    ids=["below a title", "names nobody knows", "none", "nothing"],
)
def test_the_row_with_the_names_is_found(rows: list[list[str]], expected: int) -> None:
    assert header_row(rows) == expected


def plan(**cells: str) -> RowPlan:
    targets = [name.replace("_", ".", 1) for name in cells]
    planner = Planner(dict(enumerate(targets)), "ES", Colleagues(None, {}, {}))  # type: ignore[arg-type]
    return planner.plan([*cells.values()])


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("6.00123456E8", ["+34600123456"]),
        ("6,00123456E+08", ["+34600123456"]),
        ("976 123 456 / 600 123 456", ["+34976123456", "+34600123456"]),
        ("976123456; +33 1 42 68 53 00", ["+34976123456", "+33142685300"]),
        ("0034 976 12 34 56", ["+34976123456"]),
    ],
)
def test_phones_are_read_as_people_and_spreadsheets_write_them(written: str, numbers: list[str]) -> None:
    made = plan(account_name="Ebro", account_phone=written)
    assert [one["number"] for one in (made.account or {})["phones"]] == numbers
    assert not made.problems


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        ({"account_name": "Ebro", "account_phone": "6E+08"}, "cut this number off"),
        ({"account_name": "Ebro", "account_phone": "12"}, "phone number"),
        ({"account_name": "Ebro", "account_email": "info@"}, "e-mail address"),
        ({"account_name": "Ebro", "account_city": "x", "account_country": "Narnia"}, "country"),
        ({"account_name": "Ebro", "account_kinds": "marciano"}, "kind of account"),
        ({"account_name": "E" * 201}, "too long"),
        ({"account_phone": "976123456"}, "no name"),
        ({"account_name": "Ebro", "both_owner": "Nadie"}, "colleague"),
    ],
)
def test_what_is_wrong_is_said_with_its_column_and_value(cells: dict[str, str], wrong: str) -> None:
    made = plan(**cells)
    (problem,) = made.problems
    assert wrong in problem.message
    if problem.column is not None:
        assert problem.value == [*cells.values()][problem.column]


def test_names_are_put_together_and_taken_apart() -> None:
    def name(**cells: str) -> tuple[str, str, str]:
        made = plan(**cells).contact or {}
        return made["name"], made.get("given_name", ""), made.get("family_name", "")

    assert name(contact_name="Ana María Pérez Gil") == ("Ana María Pérez Gil", "Ana María", "Pérez Gil")
    assert name(contact_name="Pérez Gil, Ana") == ("Ana Pérez Gil", "Ana", "Pérez Gil")
    both = {"contact_given_name": "Ana", "contact_family_name": "Pérez", "contact_second_family_name": "Gil"}
    assert name(**both) == ("Ana Pérez Gil", "Ana", "Pérez Gil")


def test_a_postcode_gets_back_the_zero_that_a_spreadsheet_took() -> None:
    (address,) = (plan(account_name="Ebro", account_postcode="8001").account or {})["addresses"]
    assert address["postcode"] == "08001"
