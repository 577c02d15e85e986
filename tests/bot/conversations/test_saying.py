"""One message in own words is one entry; what is in doubt is asked back with buttons."""

import pytest

from bot.local.person import Person
from core.customers.queries import accounts_by_id
from core.database import reading
from core.sales.queries import opportunities
from core.viewers import viewer_of
from tests.bot.conftest import House
from tests.bot.tapping import taps_twice


async def test_a_call_in_one_message_is_saved_at_once_with_its_next_step(house: House, ana: Person) -> None:
    await ana.says("llamé a Talleres Núñez, quieren precio del modelo B, volver a llamar el jueves a las 10")
    answer = await ana.hears()
    assert answer.marked("bold") == ["Talleres Núñez S.L."]
    assert "quieren precio del modelo B" in answer.text
    assert "10:00" in answer.text
    assert [label[:2] for label in answer.labels] == ["↩️", "✏️"]
    assert len(answer.text.splitlines()) <= 6
    done, planned = await house.activities()
    assert (done.state, done.account_id) == ("done", house.firm.accounts["Talleres Núñez S.L."])
    assert (planned.state, planned.follows_id) == ("planned", done.id)


async def test_who_is_mentioned_without_the_right_to_see_it_is_named_in_the_answer(house: House, ana: Person) -> None:
    await ana.says("llamé a Talleres Núñez, quieren precio del modelo B, @Luis lo sabe")
    answer = await ana.hears()
    assert answer.text.splitlines()[-1] == "No se avisa a Luis Sanz: sin permiso para verlo."


async def test_two_candidates_are_asked_and_the_question_becomes_the_answer(house: House, ana: Person) -> None:
    await ana.says("he llamado a Vega y no contestan")
    question = await ana.hears()
    assert {"Aceros Vega", "Vega Instalaciones"} <= set(question.labels)
    assert await house.activities() == []
    await ana.taps("Vega Instalaciones")
    answer = await ana.hears()
    assert (answer.id, answer.marked("bold")) == (question.id, ["Vega Instalaciones"])
    (done,) = await house.activities()
    assert (done.account_id, done.note) == (house.firm.accounts["Vega Instalaciones"], "no contestan")


async def test_a_question_is_answered_by_typing_too(house: House, ana: Person) -> None:
    await ana.says("he llamado a Vega y no contestan")
    question = await ana.hears()
    await ana.says("aceros vega")
    answer = await ana.hears()
    assert (answer.id, answer.marked("bold")) == (question.id, ["Aceros Vega"])
    assert len(await house.activities()) == 1


async def test_two_taps_on_one_button_save_once(house: House, ana: Person) -> None:
    await ana.says("he llamado a Vega y no contestan")
    await taps_twice(ana, "Aceros Vega", await ana.hears())
    await ana.hears()
    await house.settled()
    assert len(await house.activities()) == 1


async def test_an_unknown_account_is_made_only_when_its_person_says_so(house: House, ana: Person) -> None:
    await ana.says("hablé con Construcciones Marín, muy interesados")
    question = await ana.hears()
    assert await house.activities() == []
    await ana.taps("Crear", question)
    assert (await ana.hears()).marked("bold") == ["Construcciones Marín"]
    (done,) = await house.activities()
    async with reading(house.firm.company) as session:
        sees = await viewer_of(session, house.firm.company, house.firm.ana)
        (account,) = await accounts_by_id(session, sees, [str(done.account_id)])
    assert account["name"] == "Construcciones Marín"


async def test_a_typed_name_that_fits_nobody_is_asked_about_not_made(house: House, ana: Person) -> None:
    await ana.says("he llamado a Vega y no contestan")
    await ana.hears()
    await ana.says("los del puerto")
    assert any("Crear" in label for label in (await ana.hears()).labels)
    assert await house.activities() == []


async def test_a_dropped_question_saves_nothing(house: House, ana: Person) -> None:
    await ana.says("he llamado a Vega y no contestan")
    await ana.hears()
    await ana.taps("Descartar")
    assert "No he guardado nada" in (await ana.hears()).text
    assert await house.activities() == []


async def test_a_plan_without_a_time_asks_when(house: House, ana: Person) -> None:
    await ana.says("llamar a Frío Norte")
    question = await ana.hears()
    await ana.taps("Mañana", question)
    assert "mañana" in (await ana.hears()).text
    (planned,) = await house.activities()
    assert (planned.state, planned.starts_at) == ("planned", None)


async def test_a_move_in_words_asks_for_the_reason_of_a_loss(house: House, ana: Person) -> None:
    await ana.says("perdida Modelo B")
    question = await ana.hears()
    assert "Precio" in question.labels
    await ana.taps("Precio")
    assert (await ana.hears()).marked("bold") == ["Modelo B"]
    async with reading(house.firm.company) as session:
        sees = await viewer_of(session, house.firm.company, house.firm.ana)
        (sale,) = await opportunities(session, sees, ids=[house.firm.opportunities["Modelo B"]])
    assert (sale["stage_key"], sale["reason"]) == ("lost", "Precio")


async def test_the_answer_to_a_visit_that_lost_a_sale_says_why_it_is_lost(house: House, ana: Person) -> None:
    await ana.says("he visitado Acme Iberia, Modelo B perdida por precio")
    last = (await ana.hears()).text.splitlines()[-1]
    assert last == "📉 Modelo B → Perdida · precio"


async def test_somebody_elses_opportunity_moves_not_the_only_one_of_the_account(house: House, ana: Person) -> None:
    await ana.says("he visitado Talleres Núñez, Modelo B perdida por precio")
    question = await ana.hears()
    assert "Mantenimiento anual" in question.labels[0]
    await ana.taps("No mover", question)
    assert "→" not in (await ana.hears()).text


async def test_what_was_won_at_a_firm_without_an_open_one_may_be_made_with_one_tap(house: House, ana: Person) -> None:
    await ana.says("ganado Muebles Ortega")
    answer = await ana.hears()
    assert "no tiene ninguna oportunidad abierta" in answer.text
    await ana.taps("Nueva oportunidad", answer)
    assert "Muebles Ortega" in (await ana.hears()).text


async def test_what_another_rep_owns_is_not_known(house: House) -> None:
    luis = await house.links(house.firm.luis, "Luis")
    await luis.says("llamé a Talleres Núñez, quieren precio")
    question = await luis.hears()
    assert "Talleres Núñez S.L." not in question.labels
    assert any("Crear" in label for label in question.labels)


async def test_a_question_in_words_is_answered_and_nothing_is_logged(house: House, ana: Person) -> None:
    await ana.says("qué tengo mañana?")
    assert "Mañana" in (await ana.hears()).marked("bold")[0]
    await ana.says("busca muebles")
    assert "Muebles Ortega" in (await ana.hears()).text
    await ana.says("gracias")
    assert (await ana.hears()).text == "👍"
    assert await house.activities() == []


async def test_a_new_entry_while_a_question_is_open_leaves_the_question_open(house: House, ana: Person) -> None:
    await ana.says("he llamado a Vega y no contestan")
    question = await ana.hears()
    await ana.says("he visitado Muebles Ortega, todo bien")
    assert (await ana.hears()).marked("bold") == ["Muebles Ortega"]
    await ana.taps("Aceros Vega", question)
    assert (await ana.hears()).marked("bold") == ["Aceros Vega"]
    assert len(await house.activities()) == 2


@pytest.mark.parametrize(
    "asked", ["¿qué tengo mañana?", "y qué tengo el jueves", "¿a quién tengo mañana?", "what do I have tomorrow?"]
)
async def test_a_question_of_ones_own_is_answered_while_another_is_open_and_answers_it_not(
    house: House, ana: Person, asked: str
) -> None:
    await ana.says("he llamado a Vega y no contestan")
    question = await ana.hears()
    await ana.says(asked)
    assert "🗓" in (await ana.hears()).text
    await ana.says("aceros vega")
    answer = await ana.hears()
    assert (answer.id, answer.marked("bold")) == (question.id, ["Aceros Vega"])


async def test_a_number_that_is_asked_for_meanwhile_is_given(house: House, ana: Person) -> None:
    await ana.says("he llamado a Vega y no contestan")
    await ana.hears()
    await ana.says("pásame el teléfono de Acme Iberia")
    assert any("Acme Iberia" in label for label in (await ana.hears()).labels)


async def test_a_move_that_is_told_meanwhile_is_no_answer(house: House, ana: Person) -> None:
    await ana.says("he llamado a Vega y no contestan")
    question = await ana.hears()
    await ana.says("mueve el Modelo B a negociación")
    assert "Negociación" in (await ana.hears()).text
    await ana.taps("Aceros Vega", question)
    assert (await ana.hears()).marked("bold") == ["Aceros Vega"]


async def test_an_opportunity_that_is_told_meanwhile_is_no_answer(house: House, ana: Person) -> None:
    await ana.says("he llamado a Vega y no contestan")
    await ana.hears()
    await ana.says("nueva oportunidad con Acme Iberia: amasadora, 4.500 €")
    assert "amasadora" in (await ana.hears()).text.lower()
    assert await house.activities() == []


async def test_a_correction_is_of_the_last_entry_not_of_a_question_before_it(house: House, ana: Person) -> None:
    await ana.says("he llamado a Vega y no contestan")
    await ana.hears()
    await ana.says("he visitado Muebles Ortega, todo bien")
    await ana.hears()
    await ana.says("no, era Acme Iberia")
    assert (await ana.hears()).marked("bold") == ["Acme Iberia S.A."]
    (visit,) = await house.activities()
    assert visit.account_id == house.firm.accounts["Acme Iberia S.A."]


async def test_a_greeting_is_nobodys_name(house: House, ana: Person) -> None:
    await ana.says("he llamado a Vega y no contestan")
    await ana.hears()
    await ana.says("Hola!")
    assert "hola!" not in (await ana.hears()).text.lower()
    assert await house.activities() == []


async def test_several_messages_at_once_are_taken_in_their_order(house: House, ana: Person) -> None:
    names = ["Muebles Ortega", "Frío Norte", "Aceros Vega", "Talleres Núñez"]
    for name in names:
        await ana.says(f"llamé a {name}, todo bien")
    heard = [(await ana.hears()).marked("bold")[0] for _ in names]
    assert [name.split()[0] for name in heard] == [name.split()[0] for name in names]
    assert len(await house.activities()) == len(names)
