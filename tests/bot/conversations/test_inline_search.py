"""`@ronda_bot words` in any chat: its linked user's own customers, and nothing at all for anybody else."""

from bot.local.person import Person
from core.people.chats import unlink
from tests.bot.conftest import House


async def test_the_linked_person_is_offered_what_he_or_she_would_find(house: House, ana: Person) -> None:
    offered = await ana.asks("acme")
    assert offered.titles == ["🏢 Acme Iberia S.A.", "📈 Modelo B", "👤 Marta Gil"]
    assert (offered.is_personal, offered.cache_time, offered.button) == (True, 0, None)
    texts = {result["title"]: result["message"]["text"] for result in offered.results}
    assert texts["🏢 Acme Iberia S.A."] == "🏢 Acme Iberia S.A.\n📍 Madrid\n☎️ +34 912 34 56 78\n✉️ info@acme.es"
    assert texts["👤 Marta Gil"].splitlines()[:2] == ["👤 Marta Gil", "🏢 Acme Iberia S.A."]
    assert texts["📈 Modelo B"] == "📈 Modelo B\n🏢 Acme Iberia S.A."  # how much is nobody else's business
    assert (await ana.asks("núñez")).titles[0] == "🏢 Talleres Núñez S.L."
    for words in ("", "   ", "zzzz", "<zzzz>"):
        assert (await ana.asks(words)).titles == []


async def test_a_colleague_is_not_offered_what_he_may_not_see(house: House, ana: Person) -> None:
    luis = await house.links(house.firm.luis, "Luis")
    assert (await luis.asks("acme")).results == []
    assert (await ana.asks("acme")).results != []


async def test_a_stranger_is_offered_nothing_but_the_way_in(house: House) -> None:
    zoe = await house.arrives("Zoe", "en")
    offered = await zoe.asks("acme")
    assert (offered.results, offered.button) == ([], {"text": "Link your chat first", "start_parameter": "link"})
    await zoe.says("/start link")
    assert "not linked" in (await zoe.hears()).text


async def test_whoever_is_out_is_offered_nothing_more(house: House, ana: Person) -> None:
    luis = await house.links(house.firm.luis, "Luis")
    await house.firm.do("account.create", {"name": "Bodega de Luis"}, house.firm.luis)
    assert (await luis.asks("bodega")).titles == ["🏢 Bodega de Luis"]
    await house.firm.do("member.disable", {"user_id": house.firm.luis}, house.firm.boss)
    assert (await luis.asks("bodega")).results == []
    await unlink(house.firm.ana)
    assert (await ana.asks("acme")).results == []


async def test_what_is_chosen_in_the_bot_s_own_chat_is_not_taken_for_a_note(house: House, ana: Person) -> None:
    offered = await ana.asks("acme")
    await ana.picks(offered, "🏢 Acme Iberia S.A.")
    await house.settled()
    assert await ana.unheard() == []
    assert await house.activities() == []
    await ana.says("llamé a Acme Iberia, quieren precio")
    assert (await ana.hears()).marked("bold")[0] == "Acme Iberia S.A."


async def test_an_open_question_is_not_forgotten_over_a_query(house: House, ana: Person) -> None:
    await ana.says("/find")
    await ana.hears()
    await ana.asks("acme")
    await ana.says("ortega")
    assert "Muebles Ortega" in (await ana.hears()).text


async def test_names_are_text_whatever_they_look_like(house: House, ana: Person) -> None:
    await house.firm.do("account.create", {"name": "Bar <b>Tolo & Hijos"})
    offered = await ana.asks("tolo")
    assert offered.titles == ["🏢 Bar <b>Tolo & Hijos"]
    assert (await ana.picks(offered, offered.titles[0])).marked("bold") == ["Bar <b>Tolo & Hijos"]
