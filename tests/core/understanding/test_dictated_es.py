"""Long Spanish messages, dictated without signs: which clause is the deed, whose it is, and when it is to be done."""

import pytest

from core.understanding.understand import understand
from core.understanding.world import World
from tests.core.understanding.said import NOW
from tests.core.understanding.world import WORLD

MARKET = World.from_json(WORLD)


def meant(text: str) -> dict[str, object]:
    return understand(text, MARKET, NOW, "es").as_json()


@pytest.mark.parametrize(
    ("text", "kind", "coming"),
    [
        (
            "llamada con Begoña Díaz 15 minutos va retrasada por la licencia está mosqueada el lunes le mando un plan "
            "por correo y el miércoles la llamo",
            "call",
            {"kind": "email", "start": "2026-03-23"},
        ),
        (
            "estuve con Inés Calvo una hora quedaron en hacer una prueba en la nave nueva la semana que viene les "
            "llevo "
            "las muestras",
            "visit",
            {"kind": "visit", "start": "2026-03-23"},
        ),
        (
            "visité a Marta Gil le encantó pero el que decide no estaba así que volvemos el miércoles de la otra "
            "semana "
            "a las nueve de la mañana",
            "visit",
            {"kind": "visit", "start": "2026-03-25T09:00"},
        ),
        (
            "me llamó Begoña Díaz que se les rompió la máquina le dije que mañana a las 8 estoy ahí con el técnico",
            "call",
            {"kind": "visit", "start": "2026-03-19T08:00"},
        ),
        (
            "le mandé la cotización a Marta Gil, quedó en revisarla con el gerente y contestarme la otra semana",
            "email",
            None,
        ),
        (
            "visita a Aceros Vega, hay 9 que no cumplen y habrá que sustituirlas. Pasado mañana, a las 8, vuelvo con "
            "el "
            "inspector",
            "visit",
            {"kind": "visit", "start": "2026-03-20T08:00"},
        ),
        (
            "llamé a Marta Gil dice que si no le cambio la bomba antes de fin de mes se va",
            "call",
            None,
        ),
        (
            "Tras la visita del jueves a Aceros Vega, Carmen me ha confirmado el precio. Mañana la llamo",
            "visit",
            {"kind": "call", "start": "2026-03-19"},
        ),
    ],
)
def test_a_follow_up_of_ours_is_found_behind_what_they_said(text: str, kind: str, coming: object) -> None:
    said = meant(text)
    assert (said["intent"], said["kind"], said["next"]) == ("log", kind, coming)


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("en 2h llamo a Marta Gil que me ha escrito, que le corre prisa", "call", "2026-03-18T12:30"),
        ("el viernes a las 10 voy a Aceros Vega, le llevo la lista y vemos los modelos", "visit", "2026-03-20T10:00"),
        (
            "El lunes a primera hora reunión con Marta Gil, tema repuestos, hay nueve que no coinciden",
            "meeting",
            "2026-03-23T09:00",
        ),
        (
            "mañana salgo temprano para Cali y a las cuatro de la tarde visito a Begoña Díaz",
            "visit",
            "2026-03-19T16:00",
        ),
        ("la otra semana viajo a Cali, aprovecho y paso por Aceros Vega", "visit", "2026-03-23"),
        ("este viernes visito a Begoña Díaz, salgo a las 7 y llego a Ibi sobre las 9", "visit", "2026-03-20T09:00"),
        ("pasado el puente, el martes 24, llamo a Begoña Díaz", "call", "2026-03-24"),
        (
            "mañana tengo que estar en Burgos todo el día, así que la visita a Aceros Vega la paso al jueves a las 12",
            "visit",
            "2026-03-19T12:00",
        ),
        (
            "visita a Aceros Vega el 24 de marzo a las 9, Carmen quiere ver la máquina y de una vez hablamos del "
            "pedido",
            "visit",
            "2026-03-24T09:00",
        ),
        ("mañana a las 10 Begoña Díaz en la imprenta, llevar muestras", "visit", "2026-03-19T10:00"),
        (
            "quisiera visitar a Begoña Díaz, aprovechando que el 24 de marzo estaré en Soria; pongamos a mediodía",
            "visit",
            "2026-03-24T13:00",
        ),
    ],
)
def test_what_is_told_of_a_day_to_come_is_a_plan(text: str, kind: str, start: str) -> None:
    said = meant(text)
    assert (said["intent"], said["kind"], said["start"]) == ("plan", kind, start)


def test_where_one_was_on_the_way_is_told_and_not_asked() -> None:
    said = meant("cuando venía de Burgos paré en Aceros Vega media horita, todo bien")
    assert (said["intent"], said["kind"], said["account"], said["minutes"]) == ("log", "visit", "Aceros Vega", 30)


def test_how_a_sum_is_paid_is_no_date() -> None:
    said = meant("mail a Marta Gil con las condiciones, 58k a 24 meses")
    assert (said["intent"], said["start"]) == ("log", None)


def test_what_begins_with_a_tale_is_told_to_nobody() -> None:
    said = meant("bueno te cuento, Begoña Díaz, la he visitado hoy a las 9, media hora, quieren dos tiradas")
    assert (said["intent"], said["kind"], said["minutes"]) == ("log", "visit", 30)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("se cayó lo de Panadería La Espiga no les dieron el crédito", "no les dieron el crédito"),
        (
            "aplazamos lo de Panadería La Espiga: tienen toda la inversión congelada por la fusión",
            "tienen toda la inversión congelada por la fusión",
        ),
        (
            "visité a Inés Calvo y malas noticias subieron los peajes y congelaron compras entonces la flota queda "
            "aplazada",
            "subieron los peajes y congelaron compras",
        ),
    ],
)
def test_a_reason_is_found_though_no_word_leads_to_it(text: str, reason: str) -> None:
    assert meant(text)["reason"] == reason


def test_a_loss_said_twice_is_no_reason() -> None:
    said = meant("se cayó lo de Panadería La Espiga, la perdimos")
    assert (said["stage"], said["reason"], said["ask"]) == ("lost", None, ["reason"])


def test_whom_they_bought_from_is_why_it_was_lost() -> None:
    said = meant("lo de Panadería La Espiga se lo llevó una marca china")
    assert said["stage"] == "lost"
    assert meant("visita a Aceros Vega, nos han ganado por precio")["stage"] != "won"
