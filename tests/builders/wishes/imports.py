"""What somebody of the cast may wish of imports."""

from tests.builders.cast import Firm
from tests.builders.importing import Importing
from tests.builders.wishes.given import DOCUMENT, REACHED
from tests.builders.wishes.registry import Wish, wish

TABLE = [["Razón social", "Teléfono"], ["Acme", "976123456"], ["Ebro", "x"]]


@wish("import.begin")
async def _begin_import(firm: Firm) -> Wish:
    return "manager", {**DOCUMENT, "name": "clientes.xlsx"}


@wish("import.read_again")
async def _read_import_again(firm: Firm) -> Wish:
    return "manager", {"id": await Importing(firm).read(TABLE), "sheet": "Hoja2", "header": 1}


@wish("import.map")
async def _map_import(firm: Firm) -> Wish:
    mapping = {"0": "account.name", "1": "account.phone"}
    return "manager", {"id": await Importing(firm).read(TABLE), "mapping": mapping, "on_same": "skip", "lenient": True}


@wish("import.start", "import.cancel")
async def _start_import(firm: Firm) -> Wish:
    return "manager", {"id": await Importing(firm).check(TABLE)}


@wish("import.pause")
async def _pause_import(firm: Firm) -> Wish:
    who, payload = await _start_import(firm)
    await firm.do("import.start", payload, who)
    return who, payload


@wish("import.undo")
async def _undo_import(firm: Firm) -> Wish:
    return "manager", {"id": await Importing(firm).apply(TABLE)}


@wish("import.row")
async def _import_row(firm: Firm) -> Wish:
    account = {"name": "Acme", "kinds": ["prospect"], "tags": ["Key"], **REACHED}
    return "manager", {"account": account, "contact": {"name": "Laura", **REACHED}, "role": "Chef"}


@wish("import.row")
async def _import_row_of_what_is_there(firm: Firm) -> Wish:
    account, contact = await firm.account(), await firm.contact()
    return "manager", {
        "account_edit": {"id": account, "base": 1, "sector": "x", **REACHED},
        "contact_edit": {"id": contact, "base": 1, "job_title": "Boss"},
    }
