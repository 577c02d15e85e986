"""One message in own words is one entry."""

from bot.local.person import Person
from tests.bot.conftest import House


async def test_a_call_in_one_message_is_saved_at_once_with_its_next_step(house: House, ana: Person) -> None:
    await ana.says("llamé a Talleres Núñez, quieren precio del modelo B, volver a llamar el jueves a las 10")
    answer = await ana.hears()
    assert answer.marked("bold") == ["Talleres Núñez S.L."]
    assert "quieren precio del modelo B" in answer.text
    assert "10:00" in answer.text
    assert answer.labels == ["↩️ Deshacer", "✏️ Corregir"]
    assert len(answer.text.splitlines()) <= 6
    done, planned = await house.activities()
    assert (done.state, done.account_id) == ("done", house.firm.accounts["Talleres Núñez S.L."])
    assert (planned.state, planned.follows_id) == ("planned", done.id)
