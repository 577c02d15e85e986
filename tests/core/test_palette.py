"""The search over everything: what it finds of each kind, and what was opened lately."""

from datetime import datetime
from zoneinfo import ZoneInfo

from core.database import reading
from core.i18n import translator
from core.palette import found_everywhere, opened_lately
from core.reader import Reader
from core.recents import MOST, keep_recents, note_opened
from tests.builders.cast import Firm
from tests.builders.wishes import DOCUMENT

NOW = datetime(2026, 11, 26, 9, tzinfo=ZoneInfo("Europe/Madrid"))


async def found(firm: Firm, words: str, who: str = "rep") -> dict[str, list[str]]:
    reader = Reader(await firm.viewer(who), translator("en"), NOW)
    async with reading(firm.company_id) as session:
        groups = await found_everywhere(session, reader, words)
    return {kind: [line["title"] for line in lines] for kind, lines in groups.items()}


async def lately(firm: Firm, who: str = "rep") -> list[str]:
    reader = Reader(await firm.viewer(who), translator("en"), NOW)
    async with reading(firm.company_id) as session:
        return [line["title"] for line in await opened_lately(session, reader)]


async def test_everything_is_found_by_its_words_and_nothing_by_whom_it_is_not_for(firm: Firm) -> None:
    account = await firm.account(name="Talleres Núñez")
    await firm.contact(name="Marta Núñez", account_id=account)
    await firm.opportunity(title="Horno mixto", account_id=account)
    call = await firm.activity(account_id=account, subject="Catálogo nuevo")
    file = await firm.do("document.attach", {**DOCUMENT, "account_id": account, "name": "tarifa-2026.pdf"})
    assert await found(firm, "nunez") == {
        "account": ["Talleres Núñez"],
        "contact": ["Marta Núñez"],
        "opportunity": ["Horno mixto"],
        "document": ["tarifa-2026.pdf"],
    }
    assert await found(firm, "catalogo") == {"activity": ["Catálogo nuevo"]}
    assert list(await found(firm, "tarifa")) == ["document"]
    assert list(await found(firm, "marta")) == ["contact"]
    assert next(iter(await found(firm, "tallres"))) == "account"
    for words in ("nunez", "catalogo", "tarifa"):
        assert await found(firm, words, "southerner") == {}
    await firm.do("activity.edit", {"id": call, "subject": "Muestras"})
    await firm.do("document.archive", {"id": file["id"]})
    assert await found(firm, "catalogo") == {}
    assert await found(firm, "tarifa") == {}
    await firm.do("account.edit", {"id": account, "name": "Panadería Gil"})
    assert next(iter(await found(firm, "panaderia"))) == "account"


async def test_what_was_opened_lately_comes_first_and_is_kept_for_a_few(firm: Firm) -> None:
    accounts = [await firm.account(name=f"Acme {number:02}") for number in range(MOST + 2)]
    call = await firm.activity(account_id=accounts[0], subject="Catalogue")
    for account in accounts:
        note_opened(firm.company_id, firm.people["rep"], "account", account)
    note_opened(firm.company_id, firm.people["rep"], "activity", call)
    names = ["Catalogue", *(f"Acme {number:02}" for number in range(MOST + 1, 2, -1))]
    assert await lately(firm) == names
    await keep_recents()
    assert await lately(firm) == names
    note_opened(firm.company_id, firm.people["rep"], "account", accounts[5])
    assert (await lately(firm))[:2] == ["Acme 05", "Catalogue"]
    assert await lately(firm, "mate") == []


async def test_what_one_no_longer_sees_or_is_gone_is_no_longer_offered(firm: Firm) -> None:
    theirs, gone = await firm.account("manager", name="Given away"), await firm.account(name="Put away")
    for account in (theirs, gone):
        note_opened(firm.company_id, firm.people["rep"], "account", account)
        note_opened(firm.company_id, firm.people["manager"], "account", account)
    await firm.do("account.archive", {"id": gone})
    assert await lately(firm) == []
    assert await lately(firm, "manager") == ["Given away"]
