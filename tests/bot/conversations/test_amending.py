"""What was said can be mended: by editing the message, by the button, in words."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.local.person import Person
from tests.bot.conftest import House

MADRID = ZoneInfo("Europe/Madrid")


async def test_an_edited_message_amends_its_entry(house: House, ana: Person) -> None:
    said = await ana.says("llamé a Talleres Núñez, quieren precio")
    saved = await ana.hears()
    said = await ana.edits(said, "llamé a Talleres Núñez, quieren una visita")
    answer = await ana.hears()
    assert answer.id == saved.id
    assert "Corregido" in answer.text
    assert [one.note for one in await house.activities()] == ["quieren una visita"]


async def test_an_entry_may_be_amended_twice_and_undone_whole(house: House, ana: Person) -> None:
    said = await ana.says("llamé a Talleres Núñez, quieren precio")
    await ana.hears()
    for words in ("quieren dos", "quieren tres"):
        said = await ana.edits(said, f"llamé a Talleres Núñez, {words}")
        await ana.hears_that(words)
    await ana.taps("Deshacer")
    await ana.hears_that("Deshecho")
    assert await house.activities() == []


async def test_an_edited_message_changes_nothing_that_others_have_touched(house: House, ana: Person) -> None:
    said = await ana.says("llamé a Talleres Núñez, quieren precio")
    await ana.hears()
    (done,) = await house.activities()
    await house.firm.do("activity.edit", {"id": done.id, "note": "quieren dos precios"}, house.firm.boss)
    await ana.edits(said, "llamé a Talleres Núñez, quieren una visita")
    assert "Lo he dejado como estaba" in (await ana.hears()).text
    assert [one.note for one in await house.activities()] == ["quieren dos precios"]


async def test_a_log_edited_into_a_plan_becomes_a_plan(house: House, ana: Person) -> None:
    said = await ana.says("llamé a Talleres Núñez, quieren precio")
    await ana.hears()
    await ana.edits(said, "llamar a Talleres Núñez mañana")
    await ana.hears_that("Corregido")
    assert [one.state for one in await house.activities()] == ["planned"]


async def test_editing_while_the_question_is_open_asks_anew(house: House, ana: Person) -> None:
    said = await ana.says("he llamado a Vega y no contestan")
    question = await ana.hears()
    await ana.edits(said, "he llamado a Aceros Vega y no contestan")
    answer = await ana.hears()
    assert (answer.id, answer.marked("bold")) == (question.id, ["Aceros Vega"])
    assert len(await house.activities()) == 1


async def test_the_edit_button_takes_the_sentence_written_again(house: House, ana: Person) -> None:
    await ana.says("llamé a Talleres Núñez, quieren precio")
    await ana.hears()
    await ana.taps("Editar")
    assert "llamé a Talleres Núñez" in (await ana.hears()).text
    await ana.says("visité Talleres Núñez 40 min, quieren precio")
    assert "40 min" in (await ana.hears_that("Corregido")).text
    (done,) = await house.activities()
    assert done.minutes == 40


async def test_leaving_it_as_it_is_brings_the_answer_back(house: House, ana: Person) -> None:
    await ana.says("llamé a Talleres Núñez, quieren precio")
    saved = await ana.hears()
    await ana.taps("Editar")
    await ana.hears()
    await ana.taps("Dejarlo")
    back = await ana.hears()
    assert (back.text, back.labels) == (saved.text, saved.labels)


async def test_a_correction_in_words_mends_the_last_entry(house: House, ana: Person) -> None:
    await ana.says("he llamado a Aceros Vega y no contestan")
    await ana.hears()
    await ana.says("no, era con Vega Instalaciones")
    assert (await ana.hears_that("Corregido")).marked("bold") == ["Vega Instalaciones"]
    assert [one.account_id for one in await house.activities()] == [house.firm.accounts["Vega Instalaciones"]]


async def test_an_hour_alone_mends_the_plan_and_keeps_its_day(house: House, ana: Person) -> None:
    await ana.says("mañana a las 18 llamar a Aceros Vega")
    await ana.hears()
    await ana.says("no, a las 7")
    assert "19:00" in (await ana.hears_that("Corregido")).text
    (planned,) = await house.activities()
    assert planned.starts_at is not None
    assert planned.starts_at.astimezone(MADRID).date() == (datetime.now(MADRID) + timedelta(days=1)).date()


async def test_a_day_alone_mends_the_next_step_not_when_it_was(house: House, ana: Person) -> None:
    await ana.says("he llamado a Aceros Vega y no contestan, les llamo pasado mañana a las 10")
    await ana.hears()
    await ana.says("no, mañana")
    assert "10:00" in (await ana.hears_that("Corregido")).text
    done, planned = await house.activities()
    tomorrow = (datetime.now(MADRID) + timedelta(days=1)).date()
    assert (done.day, planned.day) == (tomorrow - timedelta(days=1), tomorrow)


async def test_a_first_name_says_who_it_was(house: House, ana: Person) -> None:
    await ana.says("he llamado a Acme Iberia y quieren precio")
    await ana.hears()
    await ana.says("No, era con Marta")
    assert "Marta Gil" in (await ana.hears_that("Corregido")).text
    (done,) = await house.activities()
    firm = house.firm
    assert (done.account_id, done.contact_id) == (firm.accounts["Acme Iberia S.A."], firm.contacts["Marta Gil"])


async def test_a_correction_asks_between_two_of_one_name(house: House, ana: Person) -> None:
    await ana.says("he llamado a Muebles Ortega y no contestan")
    await ana.hears()
    await ana.says("no, era con Vega")
    question = await ana.hears()
    await ana.taps("Vega Instalaciones", question)
    assert (await ana.hears_that("Corregido")).id == question.id
    assert [one.account_id for one in await house.activities()] == [house.firm.accounts["Vega Instalaciones"]]


async def test_a_correction_that_names_nobody_known_leaves_the_entry_and_says_how(house: House, ana: Person) -> None:
    await ana.says("he llamado a Aceros Vega y no contestan")
    await ana.hears()
    await ana.says("no, era con Fulgencio")
    answer = await ana.hears()
    assert answer.marked("bold") == ["Aceros Vega"]
    assert any("Editar" in label for label in answer.labels)
    assert [one.account_id for one in await house.activities()] == [house.firm.accounts["Aceros Vega"]]


async def test_without_an_entry_there_is_nothing_to_correct(house: House, ana: Person) -> None:
    await ana.says("no, era con Laura")
    assert "corregir" in (await ana.hears()).text
    assert await house.activities() == []
