"""Spanish as it is typed on the road: second thoughts, what is meant for others, new firms, what a note keeps."""

import pytest

from core.understanding.meaning import Intent
from core.understanding.second_thoughts import in_its_last_words
from core.understanding.understand import understand
from core.understanding.world import World
from tests.core.understanding.said import NOW
from tests.core.understanding.world import WORLD

MARKET = World.from_json(WORLD)


def meant(text: str) -> dict[str, object]:
    return understand(text, MARKET, NOW, "es").as_json()


@pytest.mark.parametrize(
    ("text", "last_words"),
    [
        ("el martes no espera el miércoles a las 10 visita a Acme", "el miércoles a las 10 visita a Acme"),
        ("llamé ayer, digo el lunes, a Marta Gil", "llamé el lunes, a Marta Gil"),
        ("visita a Miramar, no, perdón, a Acme, con Marta", "visita a Acme, con Marta"),
        ("visita a Miramar perdón Acme, todo bien", "visita a Acme, todo bien"),
        ("reunión de 45 minutos perdón de una hora", "reunión de una hora"),
        ("visita Acme no perdón llamada con Marta", "Acme llamada con Marta"),
        ("son 12.000 € no perdón 13.000 €", "son 13.000 €"),
        ("el lunes no, el martes llamo a Acme", "el martes llamo a Acme"),
    ],
)
def test_what_is_taken_back_at_once_was_never_said(text: str, last_words: str) -> None:
    assert in_its_last_words(text) == last_words


@pytest.mark.parametrize(
    "text",
    [
        "no espera el pedido hasta el lunes",
        "quedamos el 4, no el 3",
        "el jueves no puede, mejor el viernes",
        "pide perdón por el retraso",
        "le digo el lunes si viene",
    ],
)
def test_a_denial_or_a_verb_takes_nothing_back(text: str) -> None:
    assert in_its_last_words(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Sergio, pásame el pdf de la tarifa nueva",
        "Marta dile a Pedro que la furgo está en el taller",
        "equipo, os recuerdo que mañana hay reunión a las 9",
        "vale, mañana te digo",
        "me tenéis que dar de alta a un compañero el lunes",
        "Javier, el jueves no puedo ir a la comida de equipo",
        "cari compra pan que llego tarde",
        "he perdido al pádel con Javier",
        "parece que Carmen Vega se jubila",
        "el hijo de Marta Gil ha tenido un niño",
        "esta app me ha borrado la visita de ayer",
        "pregunta tonta, cómo borro una visita",
        "Marta Gil me debe una caña jaja",
    ],
)
def test_what_is_said_to_others_is_no_entry(text: str) -> None:
    assert understand(text, MARKET, NOW, "es").intent is Intent.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "recoger a Lucas del cole el jueves a las 5",
        "llevar al perro al veterinario el jueves a las 6",
        "mañana tengo que llevar el coche a la ITV a las 8",
        "el viernes ceno con mis suegros",
        "pedir cita con el dentista el lunes",
        "comprar entradas para el concierto el lunes",
        "pasar por la farmacia a por ibuprofeno",
    ],
)
def test_an_errand_of_ones_own_is_no_plan(text: str) -> None:
    assert understand(text, MARKET, NOW, "es").intent is Intent.OTHER


def test_an_errand_for_a_customer_is_a_plan() -> None:
    plan = meant("llevar el regalo a Marta Gil el jueves a las 6")
    assert (plan["intent"], plan["contact"]) == ("plan", "Marta Gil")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("visita a un bar que se llama El Rincón de Marta, prueba 2 cajas", "El Rincón de Marta"),
        ("visita a un bar que se llama el rincon de marta, prueba 2 cajas", "el rincon de marta"),
        ("visita a peluquería Rizos, no estaba la dueña", "peluquería Rizos"),
        ("estuve en el taller Motos Núñez de Irún, quieren tarifa", "taller Motos Núñez de Irún"),
        ("pasé por la bodega Marqués de Cabriñana, prueban", "bodega Marqués de Cabriñana"),
        ("visita al hotel Balcón del Mar, interesados", "hotel Balcón del Mar"),
        ("reunión con Ana de Imprenta Navarro, 30 min", "Imprenta Navarro"),
        ("estuve con Pedro Cano de Plásticos Alzira, les interesa", "Plásticos Alzira"),
        ("mandado correo de presentación a Yogures Tudanca, a ver", "Yogures Tudanca"),
        ("mañana a las 10 visita a Óptica Gran Vía", "Óptica Gran Vía"),
        ("cliente nuevo: panaderia la espiguita dorada, visita 30 min", "panaderia la espiguita dorada"),
    ],
)
def test_a_new_firm_is_offered_with_its_whole_name(text: str, name: str) -> None:
    found = meant(text)
    assert (found["account"], found["new_account"], found["ask"]) == (None, name, ["account"])


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("llamé a Javier el de la clínica dental, todo bien", "Javier Soler"),
        ("visita a Begoña la de la imprenta, quiere tinta", "Begoña Díaz"),
        ("he hablado con Pepe Luis el de muebles ortega", "José Luis Ortega"),
    ],
)
def test_a_first_name_is_enough_where_the_firm_is_told(text: str, contact: str) -> None:
    assert meant(text)["contact"] == contact


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("1 hora de visita con Javier Soler en la clínica. Le gusta", "Le gusta"),
        (
            "hoy a las 8 ya estaba yo de visita en Aceros Vega con Carmen. Contenta con el acero",
            "Contenta con el acero",
        ),
        ("visita a Marta Gil, 3 horas me ha costado. Contenta", "Contenta"),
        ("visita a Frío Norte, la cámara sale como en 22.000 euros. Quieren planos", "Quieren planos"),
        ("Muy buena visita a Marta Gil, le gusta", "Muy buena visita, le gusta"),
        ("visita a Marta Gil, contenta 😂", "contenta"),
        ("visita a Marta Gil, quiere dos. Toma ya!", "quiere dos"),
        ("llamé a Marta Gil, está de vacaciones. La llamo otra vez el 25", "está de vacaciones"),
        ("Agenda. Visita a Marta Gil el 25 de marzo a las 11:30", ""),
        ("visita a Acme, Marta ha firmado el modelo B. Ganada!", "Marta ha firmado el modelo B"),
    ],
)
def test_a_note_holds_what_no_field_does(text: str, note: str) -> None:
    assert meant(text)["note"] == note


@pytest.mark.parametrize(
    "text",
    ["Hotel Miramar, cobertura mala en la 3a planta", "Acme, las 12 antenas llegan mal", "Acme: las 3 maquinas bien"],
)
def test_what_is_counted_is_no_hour(text: str) -> None:
    found = meant(text)
    assert (found["intent"], found["start"]) == ("log", None)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Marta Gil firma el modelo B! 44.000", "won"),
        ("Marta Gil firma el modelo B mañana", None),
        ("visita a Acme, el modelo B se lo quedan si bajamos 500", None),
        ("llamé a Acme, el modelo B se lo compran a otro que se lo deja más barato", "lost"),
    ],
)
def test_what_hangs_on_something_moves_nothing(text: str, stage: str | None) -> None:
    assert meant(text)["stage"] == stage


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("visita a Marta Gil, pide presupuesto, se lo paso el 23", {"kind": "email", "start": "2026-03-23"}),
        ("reunión con Marta Gil. Next step: call el 20 a las 10", {"kind": "call", "start": "2026-03-20T10:00"}),
        ("reunión con Marta Gil. Siguiente visita: 9 de abril, 10:00", {"kind": "visit", "start": "2026-04-09T10:00"}),
    ],
)
def test_the_next_step_is_of_its_own_kind(text: str, following: object) -> None:
    assert meant(text)["next"] == following


def test_cents_are_the_price_of_each() -> None:
    assert meant("Acme: 0,04€ la bolsa le parece caro")["amount"] is None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("a las 8 llamo a Marta Gil", "2026-03-19T08:00"),
        ("mañana 7:30 desayuno con Marta Gil", "2026-03-19T07:30"),
        ("dentro de tres viernes llamar a Marta Gil", "2026-04-03"),
        ("llamar a Marta Gil a principios de mes", "2026-04-01"),
        ("el jueves estaré en Acme", "2026-03-19"),
        ("reunión con Marta Gil el viernes si no le cambian el turno", "2026-03-20"),
        ("nos vemos el 30 con Marta Gil a las 13:00, comida", "2026-03-30T13:00"),
        ("quedada con Marta Gil para desayunar el viernes a las 9", "2026-03-20T09:00"),
    ],
)
def test_what_is_to_come_is_planned(text: str, start: str) -> None:
    found = meant(text)
    assert (found["intent"], found["start"]) == ("plan", start)


@pytest.mark.parametrize("text", ["llamo a Marta Gil en cuanto pueda", "llamar a Marta Gil mañana o pasado"])
def test_what_has_no_day_yet_is_asked(text: str) -> None:
    found = meant(text)
    assert (found["intent"], found["ask"]) == ("plan", ["time"])


@pytest.mark.parametrize(
    "text",
    [
        "he llamado a Marta Gil, que le suban dos palets mañana",
        "fui a ver a Marta Gil, cerramos el modelo B la semana que viene",
    ],
)
def test_what_others_do_is_no_follow_up(text: str) -> None:
    found = meant(text)
    assert (found["intent"], found["next"]) == ("log", None)


@pytest.mark.parametrize(
    "text",
    [
        "Marta Gil me llama mañana a las 10",
        "la recepción de Miramar es una porquería",
        "qué majo Javier Soler",
        "reenvía el pedido a Acme",
        "me he dejado el portátil en Acme",
        "si Acme firma me voy de fiesta",
        "tenía que haber llamado a Acme ayer",
        "habría que llamar a Acme algún día",
    ],
)
def test_a_customers_name_makes_no_entry_of_a_gripe_or_a_wish(text: str) -> None:
    assert understand(text, MARKET, NOW, "es").intent is Intent.OTHER
