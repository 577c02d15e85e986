"""A chat is somebody's only by a code; until then it gets one sentence, and nothing of any company."""

import re

from bot.local.person import Person
from core.database import EVERY_COMPANY, reading
from core.inbox import this_bot
from core.people.chats import chat_of, unlink
from core.people.sign_in import Purpose, new_ticket, open_from_chat
from tests.bot.conftest import House
from tests.bot.local.pictures import picture


async def test_an_unlinked_chat_gets_only_how_to_link(house: House) -> None:
    stranger = await house.arrives("Zoe")
    for words in ("hola", "/agenda", "/opp", "llamé a Talleres Núñez", "/find acme", "/undo", "/settings"):
        await stranger.says(words)
        answer = await stranger.hears()
        assert "no está enlazado" in answer.text
        assert answer.buttons == []
    await stranger.sends_photo(picture())
    assert "no está enlazado" in (await stranger.hears()).text
    assert await house.activities() == []


async def test_an_unlinked_chat_is_spoken_to_in_its_phones_language(house: House) -> None:
    stranger = await house.arrives("Zoe", "en")
    await stranger.says("hello")
    assert "not linked" in (await stranger.hears()).text


async def test_a_code_links_the_chat_and_says_whose_it_is_and_where(house: House) -> None:
    person = await house.arrives()
    code = await new_ticket(Purpose.CHAT, house.firm.ana, {"company_id": house.firm.company})
    await person.says(f"/start {code}")
    assert (await person.hears()).marked("bold") == ["Ana Ruiz", "Suministros Levante"]


async def test_a_code_works_once(house: House) -> None:
    first, second = await house.arrives(), await house.arrives("Eva")
    code = await new_ticket(Purpose.CHAT, house.firm.ana, {"company_id": house.firm.company})
    await first.says(f"/start {code}")
    await first.hears()
    await second.says(f"/start {code}")
    assert "Ana" not in (await second.hears()).text
    await second.says("/agenda")
    assert "no está enlazado" in (await second.hears()).text


async def test_unlinked_from_the_pages_the_chat_gets_nothing_more(house: House, ana: Person) -> None:
    await ana.says("llamé a Talleres Núñez, quieren precio")
    saved = await ana.hears()
    await unlink(house.firm.ana)
    await ana.taps("Deshacer", saved)
    assert "no está enlazado" in (await ana.hears()).text
    assert len(await house.activities()) == 1


async def test_unlinked_from_the_chat_it_is_nobodys(house: House, ana: Person) -> None:
    await ana.says("/settings")
    await ana.hears()
    await ana.taps("Desenlazar")
    await ana.hears()
    await ana.taps("Sí, desenlazar")
    assert "desenlazado" in (await ana.hears()).text
    async with reading(EVERY_COMPANY) as session:
        assert await chat_of(session, this_bot(), house.firm.ana) is None


async def test_a_disabled_colleague_is_nobody(house: House) -> None:
    luis = await house.links(house.firm.luis, "Luis")
    await house.firm.do("member.disable", {"user_id": house.firm.luis}, house.firm.boss)
    await luis.says("/agenda")
    assert "no está enlazado" in (await luis.hears()).text


async def test_who_works_in_two_companies_chooses_which_one_the_chat_writes_to(house: House, ana: Person) -> None:
    await ana.says("/settings")
    await ana.hears()
    await ana.taps("Empresa")
    await ana.hears()
    await ana.taps("Norte Apart")
    assert "Norte Apart" in (await ana.hears()).text
    await ana.says("/find acme")
    assert "No encuentro" in (await ana.hears()).text


async def test_the_open_button_becomes_a_link_that_signs_in_once(house: House, ana: Person) -> None:
    await ana.says("/find marta")
    await ana.hears()
    await ana.taps("Abrir")
    url = (await ana.hears()).button("Abrir en Ronda")["url"]
    secret = re.search(r"/open/([\w-]+)$", url)
    assert secret is not None
    _session, facts = await open_from_chat(secret.group(1), "phone")
    assert facts["path"] == f"/contacts/{house.firm.contacts['Marta Gil']}"
    assert facts["company_id"] == house.firm.company
