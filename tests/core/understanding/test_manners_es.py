"""Spanish as it is said in other lands and with other manners: orders with usted and vos, whose deed, whose money."""

from datetime import date, time

import pytest

from core.understanding.amounts import parse_amount
from core.understanding.dates import When, parse_when
from core.understanding.mending import mended
from core.understanding.orders_es import familiar
from core.understanding.understand import understand
from core.understanding.world import World
from tests.core.understanding.said import NOW
from tests.core.understanding.world import WORLD

MARKET = World.from_json(WORLD)


def meant(text: str) -> dict[str, object]:
    return understand(text, MARKET, NOW, "es").as_json()


@pytest.mark.parametrize(
    ("polite", "plain"),
    [
        ("anoteme", "anotame"),
        ("recordame", "recuerdame"),
        ("muevalo", "muevelo"),
        ("ponela", "ponla"),
        ("decile", "dile"),
    ],
)
def test_an_order_with_usted_or_vos_is_read_as_one_with_tu(polite: str, plain: str) -> None:
    assert familiar(polite) == plain == mended(polite)


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("Anóteme por favor visita a Aceros Vega el viernes a las 11", "visit", "2026-03-20T11:00"),
        ("recordame mandarle a Marta Gil la tarifa pasado mañana", "email", "2026-03-20"),
        ("agéndeme a Begoña Díaz, llamada de 15 minutos, el 30 de este mes a las 9", "call", "2026-03-30T09:00"),
        ("conviene que prepare el lunes la muestra de Begoña Díaz", "task", "2026-03-23"),
        ("recuérdame el lunes 23 que llame a Inés Calvo", "call", "2026-03-23"),
        ("ping a Marta Gil el lunes", "task", "2026-03-23"),
        ("le voy a mandar por mail la oferta a Marta Gil mañana", "email", "2026-03-19"),
        ("me pidió Marta Gil que le mandara la tarifa antes del viernes", "email", "2026-03-20"),
    ],
)
def test_what_is_ordered_or_owed_is_a_plan(text: str, kind: str, start: str) -> None:
    said = meant(text)
    assert (said["intent"], said["kind"], said["start"]) == ("plan", kind, start)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("ponga, por favor, la flota de Inés Calvo en propuesta", "proposal"),
        ("muévalo a negociación, lo de Talleres Núñez", "negotiation"),
        ("lo de Panadería La Espiga quedó en negociación", "negotiation"),
        ("Panadería La Espiga pasó la orden de compra de los hornos", "won"),
        ("se perdió lo de Panadería La Espiga, compraron en otro lado", "lost"),
        ("lo de Panadería La Espiga quedó para el año que viene, no tienen plata", "postponed"),
    ],
)
def test_an_order_or_the_customers_own_paper_moves_an_opportunity(text: str, stage: str) -> None:
    assert meant(text)["stage"] == stage


@pytest.mark.parametrize(
    "text",
    [
        "dicen por ahí que Aceros Vega busca comprador",
        "por ahí cuentan que Muebles Ortega cierra",
        "ama, hoy llego tarde, que la reunión de Vega se ha alargado",
        "dos horas parado en la AP-7 a la altura de Vega",
        "les recuerdo a administración que falta la factura de Vega",
        "no me acuerdo si le mandé la oferta a Marta Gil",
        "capaz que el lunes firmamos con Aceros Vega",
        "pasame la visita de mañana a Aceros Vega para el lunes",
    ],
)
def test_hearsay_family_roads_and_maybes_are_no_entries(text: str) -> None:
    assert meant(text)["intent"] == "other"


@pytest.mark.parametrize(
    "text",
    [
        "Inés Calvo firmó la remisión pero no el contrato de la flota",
        "la cámara de Frío Norte está parada por mantenimiento",
        "gané en la quiniela, ojalá fuera cierto",
        "Inés Calvo ha dicho que no está dañada la flota",
        "visita a Muebles Ortega, nos ganan en precio, pero en plazo no",
    ],
)
def test_what_is_signed_or_stands_still_otherwise_moves_nothing(text: str) -> None:
    assert meant(text)["stage"] is None


@pytest.mark.parametrize(
    "text",
    [
        "lo de Panadería La Espiga la ganó otro, ni nos avisaron",
        "Panadería La Espiga se pasó a la competencia por precio",
        "nos quedamos por fuera de lo de Panadería La Espiga",
    ],
)
def test_what_another_has_got_is_lost(text: str) -> None:
    assert meant(text)["stage"] == "lost"


@pytest.mark.parametrize(
    "text",
    [
        "dudo que Aceros Vega nos compre algo",
        "los de Aceros Vega abren a las 8",
        "mañana juega el Vega, nos vemos en el bar",
        "me contaron que a Muebles Ortega le robaron la furgoneta",
        "Carmen Vega me comentará el jueves qué deciden",
        "avísale a Marta Gil que llego 10 minutos tarde",
        "no sé qué hacer con lo de Aceros Vega",
        "aclaro que lo de Marta Gil fue llamada, no visita",
    ],
)
def test_doubts_opening_hours_and_what_they_will_tell_are_no_entries(text: str) -> None:
    assert meant(text)["intent"] == "other"


def test_how_long_they_have_not_answered_is_no_day_of_ours() -> None:
    said = meant("Marta Gil no me contesta hace una semana")
    assert (said["intent"], said["start"]) == ("log", None)


def test_what_they_do_with_somebody_else_is_no_follow_up() -> None:
    assert meant("Marta Gil me dijo que la semana que viene hablan con el gerente")["next"] is None


@pytest.mark.parametrize(
    "text",
    [
        "hablé con Marta Gil, todo bien",
        "acabo de hablar con Inés Calvo, va bien",
        "charlé con Begoña Díaz, quiere precio",
        "le dije a Marta Gil que no hay más descuento",
    ],
)
def test_a_talk_by_no_means_that_is_said_has_no_kind(text: str) -> None:
    said = meant(text)
    assert (said["intent"], said["kind"]) == ("log", None)


@pytest.mark.parametrize("text", ["hablé por teléfono con Marta Gil, ok", "no pude hablar con Marta Gil"])
def test_a_talk_over_the_telephone_or_tried_is_a_call(text: str) -> None:
    assert meant(text)["kind"] == "call"


@pytest.mark.parametrize(
    "text",
    [
        "ayer dejé en Aceros Vega los planos del cambiador",
        "entregué las muestras en la bodega de Begoña Díaz",
        "retiré el equipo de prueba en Muebles Ortega",
        "entré ayer un momento en Muebles Ortega",
        "he atendido en Aceros Vega a Carmen, quiere dos más",
        "tuve que ir a Muebles Ortega a cambiar una pieza",
    ],
)
def test_what_is_left_or_mended_at_theirs_is_a_visit(text: str) -> None:
    said = meant(text)
    assert (said["intent"], said["kind"]) == ("log", "visit")


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("por 3,2 millones de pesos colombianos", 3_200_000, "COP"),
        ("son u$s 1.890", 1890, "USD"),
        ("por 40 mil pesos argentinos", 40_000, "ARS"),
    ],
)
def test_a_sum_is_in_the_money_that_is_named(text: str, value: int, currency: str) -> None:
    money = parse_amount(text, "EUR")
    assert money is not None
    assert (int(money.value), money.currency) == (value, currency)


@pytest.mark.parametrize("text", ["no piensa mover un peso", "2M de sms al año", "ni un euro más"])
def test_an_idiom_or_traffic_is_no_sum(text: str) -> None:
    assert parse_amount(text, "EUR") is None


@pytest.mark.parametrize("key", ["danada", "granada", "estadio", "mares"])
def test_a_word_that_is_right_is_mended_into_none(key: str) -> None:
    assert mended(key) == key


def test_an_hour_with_its_minutes_and_a_day_of_this_month() -> None:
    said = parse_when("el 30 de este mes 8 y 30 de la mañana", NOW, "es")
    assert said == When(date(2026, 3, 30), time(8, 30))


@pytest.mark.parametrize("text", ["visita a Aceros Vega, se caen cada 2x3, mañana vuelvo", "de las 64 hay 9 malas"])
def test_what_is_no_hour(text: str) -> None:
    said = meant(text)
    assert said["start"] is None
    assert said["next"] is None or said["next"]["start"] == "2026-03-19"  # type: ignore[index]


def test_the_firm_of_somebody_unknown_is_the_new_one() -> None:
    said = meant("llamada con un tal Ferney de Insumos El Roble, quiere precio")
    assert (said["account"], said["new_account"], said["contact"]) == (None, "Insumos El Roble", None)


def test_who_works_at_both_firms_is_certain_though_the_firm_is_not() -> None:
    said = meant("esta tarde paso por el Miramar a ver a Luis Prado")
    assert (said["contact"], said["account"], said["ask"]) == ("Luis Prado", None, ["account"])
