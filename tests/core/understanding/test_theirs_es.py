"""Whose a deed, a day and a sum are in Spanish: what others do themselves, what was but proposed, rivals' figures."""

import pytest

from core.understanding.meaning import Intent
from core.understanding.understand import understand
from core.understanding.world import World
from tests.core.understanding.said import NOW
from tests.core.understanding.world import WORLD

MARKET = World.from_json(WORLD)


def meant(text: str) -> dict[str, object]:
    return understand(text, MARKET, NOW, "es").as_json()


@pytest.mark.parametrize(
    "text",
    [
        "llamé a Inés Calvo y me encargó dos palets que los recoge ella el viernes",
        "llamé a Inés Calvo, los palets los recoge su sobrino el jueves",
        "reunión con Begoña Díaz, la propuesta la firma el gerente el día 3",
        "visité Acme Iberia y le propuse a Marta Gil hacer una prueba en septiembre cuando cierren",
        "visita Frío Norte, les recomendé cambiar el filtro en mayo",
        "llamé a Marta Gil, dice que la bomba que le mandamos el lunes va mal",
    ],
)
def test_the_day_of_what_they_do_or_of_what_was_but_proposed_is_no_follow_up(text: str) -> None:
    assert (meant(text)["intent"], meant(text)["next"], meant(text)["start"]) == (Intent.LOG, None, None)


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("llamé a Inés Calvo me lo pasa ella el viernes y yo le contesto el martes", "email", "2026-03-24"),
        ("visita Acme, lo pido hoy y se lo llevo el viernes", "visit", "2026-03-20"),
        ("llamada perdida de Inés Calvo, se la devuelvo mañana a primera hora", "call", "2026-03-19T09:00"),
        ("le prometí a Inés Calvo que la llamaría el martes", "call", "2026-03-24"),
        ("visita Acme 1h, paso oferta x mail pasado mañana", "email", "2026-03-20"),
        ("llamé a Marta Gil, el lunes le contesto por teléfono", "call", "2026-03-23"),
        ("llamé a Marta Gil y no lo ve claro yo le llamo el día nueve", "call", "2026-04-09"),
        ("visité Acme y quedé de hacerles una videollamada el jueves a las cuatro", "call", "2026-03-19T16:00"),
        ("llamé a Marta Gil: el lector no va. Lo escalo a soporte mañana", "task", "2026-03-19"),
    ],
)
def test_what_we_do_on_a_day_is_the_follow_up(text: str, kind: str, start: str) -> None:
    assert meant(text)["next"] == {"kind": kind, "start": start}


@pytest.mark.parametrize(
    "text",
    [
        "visité Acme, quieren portes pagados a partir de 600 euros",
        "visité Acme, no puede pasar de quince mil",
        "visité Acme, tienen un presupuesto de otra empresa por veintidós mil",
        "llamé a Marta Gil, que tienen una oferta de Telefónica por 7.900",
        "visité Acme, a 25 euros por operario no les sale",
        "visité Acme, quieren dos filtros de mil doscientos de diámetro",
        "visité Acme, me han pagado la factura de enero que eran 840 euros",
    ],
)
def test_a_limit_a_rivals_sum_a_price_of_each_and_what_was_paid_are_no_amounts(text: str) -> None:
    assert meant(text)["amount"] is None


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Acme -> propuesta ✅", "proposal"),
        ("Frío Norte, cámara => negociación", "negotiation"),
        ("se pierde la cámara frigorífica de Frío Norte porque no hay dinero", "lost"),
        ("han dicho que no a la cámara frigorífica, demasiado cara", "lost"),
    ],
)
def test_an_arrow_and_a_loss_move_an_opportunity(text: str, stage: str) -> None:
    assert (meant(text)["intent"], meant(text)["stage"]) == (Intent.MOVE, stage)


@pytest.mark.parametrize(
    "text",
    [
        "he cerrado con Marta Gil una demo para el miércoles 25 a las 10",
        "visité Acme, Marta me manda el contrato firmado esta semana",
    ],
)
def test_what_is_arranged_or_but_to_be_brought_wins_nothing(text: str) -> None:
    assert meant(text)["stage"] is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Recogida la máquina vieja de Ferretería López", "visit"),
        ("retirada la centralita de Aceros Vega y montada la nueva", "visit"),
        ("dejado en Aceros Vega el saco de sal", "visit"),
        ("ya e recogio la muestra en Aceros Vega", "visit"),
        ("subida al portal FACe la factura de Aceros Vega", "task"),
        ("en las oficinas de Aceros Vega ayer a las 13h, quieren dos más", "visit"),
    ],
)
def test_a_participle_with_its_thing_was_done_there(text: str, kind: str) -> None:
    assert (meant(text)["intent"], meant(text)["kind"]) == (Intent.LOG, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hay q pasar a por la impresora rota de Aceros Vega el mier a las 8", "visit"),
        ("el viernes llamo a Marta Gil, q hasta entonces anda de vacaciones", "call"),
        ("3 de septiembre, a la vuelta de vacaciones, café con Marta Gil 10:00", "meeting"),
        ("aupa, el lunes a primera hora videollamada con Marta Gil, 30 min", "call"),
        ("he de llamar a Marta Gil el martes", "call"),
        ("para el lunes: presupuesto de 4 mesas para Acme", "email"),
    ],
)
def test_what_lies_ahead_is_a_plan(text: str, kind: str) -> None:
    assert (meant(text)["intent"], meant(text)["kind"]) == (Intent.PLAN, kind)


@pytest.mark.parametrize(
    "text",
    [
        "me han dicho que los de Acme están a punto de cerrar, a saber",
        "me ha dicho un pajarito que Acme busca otro proveedor",
        "me comentan en el almacén que las bombas de Acme no llegan hasta el 15",
        "Paqui, los albaranes de Acme te los dejo en la mesa",
        "lo de Acme lo lleva ahora Nuria, pregúntale a ella",
        "qué bien trabaja la gente de Acme",
        "Marta la de Acme me cae fenomenal",
    ],
)
def test_hearsay_praise_and_what_colleagues_are_told_is_no_entry(text: str) -> None:
    assert meant(text)["intent"] == Intent.OTHER


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("visité Acme con Marta Gil y estuvimos casi dos horas quieren tres mesas", "quieren tres mesas"),
        ("le prometí a Inés Calvo que la llamaría el martes", ""),
        ("visité Acme, lo mando hoy por mail y el viernes me dice algo", "el viernes me dice algo"),
    ],
)
def test_the_frame_of_a_length_and_of_a_promise_is_not_noted(text: str, note: str) -> None:
    assert meant(text)["note"] == note


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("visita a Electrodomésticos Paquillo, en Cieza. Les interesa el horno", "Electrodomésticos Paquillo"),
        ("he hablado con el de Talleres Quiroga, se llama Ernesto", "Talleres Quiroga"),
    ],
)
def test_a_new_firm_is_not_its_town_nor_its_owner(text: str, name: str) -> None:
    assert meant(text)["new_account"] == name


def test_a_surname_tells_no_title_in_which_the_firm_has_it() -> None:
    assert meant("llamada con Pedro Ibáñez, 10 min, todo ok")["opportunity"] is None


def test_a_range_may_end_before_the_hour() -> None:
    assert meant("reunión con Marta Gil de cuatro a cinco menos cuarto, muy bien")["minutes"] == 45


def test_things_that_are_counted_are_no_hour() -> None:
    assert meant("el viernes instalé las dos multifunción en Aceros Vega")["start"] == "2026-03-13"


@pytest.mark.parametrize(
    "text",
    [
        "el coche de Marta Gil hace un ruido raro, está fatal",
        "la furgoneta nueva de Frío Norte no cabe por el portón",
        "cuenta el de la mensajería que en Frío Norte están buscando otro proveedor",
    ],
)
def test_what_a_third_says_of_them_or_how_a_thing_of_theirs_is_tells_of_no_talk(text: str) -> None:
    assert meant(text)["intent"] == Intent.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "la encargada de Frío Norte me pide otra oferta",
        "sin noticias de Frío Norte",
        "el jefe de obra de Acme Iberia quiere 12 unidades más",
        "me dice Marta Gil que lo aprueban",
    ],
)
def test_what_somebody_there_tells_is_told(text: str) -> None:
    assert meant(text)["intent"] == Intent.LOG
