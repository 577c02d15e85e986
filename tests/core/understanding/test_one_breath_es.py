"""Spanish as it is dictated in the car, in one breath: what is but pause, whose a deed is, which day is whose."""

import pytest

from core.understanding.meaning import Intent
from core.understanding.spoken_es import as_written
from core.understanding.understand import understand
from core.understanding.world import World
from tests.core.understanding.said import NOW
from tests.core.understanding.world import WORLD

MARKET = World.from_json(WORLD)


def meant(text: str) -> dict[str, object]:
    return understand(text, MARKET, NOW, "es").as_json()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("pues nada que he visto a Marta y quiere dos cajas más", "he visto a Marta y quiere dos cajas más"),
        ("bueno a ver esta mañana he pasado por Acme y bien", "esta mañana he pasado por Acme y bien"),
        (
            "he visto a Marta y no se decide así que el lunes la llamo",
            "he visto a Marta y no se decide, así que el lunes la llamo",
        ),
        ("he visto a Marta y dice que lo piensa le llamo yo vale", "he visto a Marta y dice que lo piensa le llamo yo"),
        (
            "he visto a Marta en la nave nueva y me dice que vale",
            "he visto a Marta en la nave nueva y me dice que vale",
        ),
        ("a ver a Marta el lunes a las diez con las muestras", "a ver a Marta el lunes a las diez con las muestras"),
        ("vale, mañana hablamos", "vale, mañana hablamos"),
    ],
)
def test_what_but_begins_pauses_or_ends_is_left_out(text: str, written: str) -> None:
    assert as_written(text) == written


@pytest.mark.parametrize(
    "text",
    [
        "hablé con Marta Gil y quiere dos cajas",
        "he charlado con Marta Gil de los palets",
        "acabo con Marta Gil, quiere dos cajas",
        "Marta Gil me contestó por fin, quiere dos cajas",
    ],
)
def test_a_talk_by_no_means_that_is_said_has_no_kind(text: str) -> None:
    assert (meant(text)["intent"], meant(text)["kind"]) == ("log", None)


@pytest.mark.parametrize(
    "text",
    [
        "le llevé a Marta Gil el expositor nuevo y encantada",
        "he entregado el pedido en Acme sin problema",
        "le dejé a Marta Gil un catálogo y dos muestras",
        "muestras entregadas en mano a Marta Gil",
        "he parado en Acme y no había nadie de compras",
        "subí ayer hasta Acme con el técnico",
        "puerta fría en Acme, nada",
    ],
)
def test_what_is_brought_to_them_is_a_visit(text: str) -> None:
    assert (meant(text)["intent"], meant(text)["kind"]) == ("log", "visit")


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("visita a Marta Gil, el viernes cojo el coche y le llevo las cajas", "visit", "2026-03-20"),
        ("visita a Marta Gil, el viernes me siento con compras y le preparo la oferta", "task", "2026-03-20"),
        (
            "visita a Marta Gil quiere que le haga un precio el viernes le mando el precio por correo",
            "email",
            "2026-03-20",
        ),
        (
            "visita a Marta Gil lo tiene que aprobar el consejo que es el martes el jueves la llamo",
            "call",
            "2026-03-19",
        ),
        ("he visto a Marta Gil vuelve de viaje el 3 de abril la llamo el 4", "call", "2026-04-04"),
        ("Marta Gil, diez minutos. Sin novedad. Otra visita el lunes 30", "visit", "2026-03-30"),
    ],
)
def test_a_follow_up_has_the_day_that_is_its_own(text: str, kind: str, start: str) -> None:
    assert meant(text)["next"] == {"kind": kind, "start": start}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("en un rato llamo a Marta Gil", "2026-03-18"),
        ("a las once y cuarto teams con Marta Gil", "2026-03-18T11:15"),
        ("el lunes no, el siguiente, visita a Marta Gil", "2026-03-30"),
        ("apúntame para el jueves visita a Marta Gil", "2026-03-19"),
    ],
)
def test_a_plan_has_the_time_that_was_said_last(text: str, start: str) -> None:
    assert (meant(text)["intent"], meant(text)["start"]) == ("plan", start)


@pytest.mark.parametrize("text", ["hoy en Acme, Marta Gil quiere dos cajas", "Con Marta Gil hoy bien, quiere dos"])
def test_today_is_the_day_of_what_was_told(text: str) -> None:
    assert meant(text)["start"] == "2026-03-18"


@pytest.mark.parametrize(
    "text",
    [
        "mi mujer ha ido hoy a Acme y dice que la han tratado muy bien",
        "mi cuñado trabaja ahora en Acme, que lo sepáis",
        "Marta tío te paso yo lo de Acme que me pilla lejos",
        "lo de Acme vas tú el jueves y le llevas el catálogo",
    ],
)
def test_of_the_family_and_to_a_colleague_nothing_is_logged(text: str) -> None:
    assert understand(text, MARKET, NOW, "es").intent is Intent.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "primero he estado en Acme con Marta Gil y luego en Muebles Ortega",
        "hoy a las 9 en Acme con Marta Gil, bien, y a las 10 en Muebles Ortega",
        "mañana visita a Acme 9:00, Imprenta Rápida 10:30, Muebles Ortega 12:00",
    ],
)
def test_a_round_of_several_firms_is_asked(text: str) -> None:
    assert (meant(text)["account"], meant(text)["ask"]) == (None, ["account"])


def test_a_way_is_no_length_of_a_visit() -> None:
    assert meant("vengo de Acme que he tardado dos horas en llegar, Marta Gil bien")["minutes"] is None


def test_eleven_thousand_and_a_half() -> None:
    assert meant("visita a Marta Gil, lo dejamos en once mil y medio")["amount"] == {"value": 11500, "currency": "EUR"}


def test_what_a_piece_costs_less_is_no_amount() -> None:
    assert meant("visita a Marta Gil, el vecino las paga 8€ menos cada una")["amount"] is None
