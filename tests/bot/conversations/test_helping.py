"""Whatever a person sends, the answer is kind and helpful, and nothing is written that was not meant."""

import pytest

from bot.local.person import Person
from bot.menu import COMMANDS
from tests.bot.conftest import House

ODD = (
    "🙂",
    "👍👍👍",
    "<b>hola & adiós</b>",
    "x" * 4000,
    "😀" * 2000,
    "/nada",
    "'; DROP TABLE accounts; --",
    "\u202eal revés",
    "?",
)


@pytest.mark.parametrize("words", ODD, ids=range(len(ODD)))
async def test_odd_words_are_answered_and_saved_nowhere(house: House, ana: Person, words: str) -> None:
    await ana.says(words)
    assert "algo ha fallado" not in (await ana.hears()).text.lower()
    assert await house.activities() == []


async def test_help_speaks_of_every_command_that_there_is(house: House, ana: Person) -> None:
    await ana.says("/help")
    answer = (await ana.hears()).text
    for name, _ in COMMANDS:
        assert f"/{name}" in answer or name == "help"


async def test_what_it_cannot_take_it_says_kindly(house: House, ana: Person) -> None:
    await ana.shares_location(39.47, -0.37)
    assert "lugar" in (await ana.hears()).text


async def test_a_shared_contact_becomes_one_only_when_its_person_says_so(house: House, ana: Person) -> None:
    await ana.shares_contact("34600777888", "Pepe", "Font")
    question = await ana.hears()
    await ana.taps("Crear contacto", question)
    answer = await ana.hears()
    assert answer.marked("bold") == ["Pepe Font"]
    assert "+34 600 77 78 88" in answer.text


async def test_a_shared_contact_who_is_there_is_shown(house: House, ana: Person) -> None:
    await ana.shares_contact("+34612345678", "Marta", "Gil")
    assert any("Marta Gil" in label for label in (await ana.hears()).labels)


async def test_a_forwarded_message_is_a_note_and_never_an_entry_of_its_own(house: House, ana: Person) -> None:
    await ana.says("llamé a Acme y les interesa", forwarded_from="Pedro")
    question = await ana.hears()
    assert await house.activities() == []
    await ana.says("muebles ortega")
    assert "llamé a Acme" in (await ana.hears()).text
    await ana.taps("Sin próxim")
    assert (await ana.hears()).id == question.id
    (kept,) = await house.activities()
    assert (kept.account_id, kept.note) == (house.firm.accounts["Muebles Ortega"], "llamé a Acme y les interesa")


async def test_cancel_drops_what_was_asked(house: House, ana: Person) -> None:
    await ana.says("he llamado a Vega y no contestan")
    question = await ana.hears()
    await ana.says("/cancel")
    assert "No he guardado nada" in (await ana.hears()).text
    assert "resuelto" in (await ana.taps("Aceros Vega", question)).text
    assert await house.activities() == []


async def test_the_bot_speaks_english_to_an_english_phone(house: House) -> None:
    ana = await house.links(house.firm.ana, "Ana", "en")
    await ana.says("called Acme, they want a price, call again tomorrow at 10")
    answer = await ana.hears()
    assert "tomorrow" in answer.text
    assert any("Undo" in label for label in answer.labels)


async def test_a_language_chosen_holds_over_the_phones(house: House, ana: Person) -> None:
    await ana.says("/settings")
    await ana.hears()
    await ana.taps("Idioma")
    await ana.hears()
    await ana.taps("English")
    assert "Language: English" in (await ana.hears()).text
    await ana.says("/agenda")
    assert "Nothing is planned" in (await ana.hears()).text
