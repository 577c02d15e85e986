"""What says but what is right mends the last entry; it is no entry itself."""

from datetime import datetime

import pytest

from core.understanding.corrections import in_place_of
from core.understanding.dates import When
from core.understanding.meaning import Intent
from core.understanding.understand import understand
from core.understanding.world import World
from tests.core.understanding.said import MADRID, NOW
from tests.core.understanding.world import WORLD

MARKET = World.from_json(WORLD)

BEFORE = When(datetime(2026, 3, 20, tzinfo=MADRID).date(), datetime(2026, 3, 20, 18, 0, tzinfo=MADRID).time())


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("no, a las 7", "2026-03-20T19:00"),
        ("perdón, a las siete y media", "2026-03-20T19:30"),
        ("mejor a las 9 de la mañana", "2026-03-20T09:00"),
        ("no, mañana", "2026-03-19T18:00"),
        ("no, el martes", "2026-03-24T18:00"),
        ("era el lunes a las 10", "2026-03-23T10:00"),
        ("sorry, 7pm", "2026-03-20T19:00"),
        ("make it Friday", "2026-03-20T18:00"),
        ("no wait, Monday at half nine", "2026-03-23T09:30"),
    ],
)
def test_an_hour_alone_keeps_the_day_and_a_day_alone_the_hour(text: str, iso: str) -> None:
    meant = understand(text, MARKET, NOW, "es")
    assert meant.is_correction
    assert meant.time is not None
    when = in_place_of(BEFORE, meant.time, NOW, is_future=True)
    assert when is not None
    assert when.iso() == iso


def test_a_length_a_kind_or_a_name_alone_is_what_is_right() -> None:
    assert understand("no, 45 minutos", MARKET, NOW, "es").minutes == 45
    assert understand("fueron 45 min", MARKET, NOW, "es").minutes == 45
    assert understand("era una visita, no una llamada", MARKET, NOW, "es").kind == "visit"
    person = understand("era con Marta Gil", MARKET, NOW, "es").contact
    assert person is not None
    assert person.name == "Marta Gil"


@pytest.mark.parametrize("text", ["No, era con Laura", "perdón, fue con Laura", "sorry, it was Laura", "era con Laura"])
def test_a_first_name_alone_says_who_it_was(text: str) -> None:
    person = understand(text, MARKET, NOW, "es").contact
    assert person is not None
    assert person.name == "Laura Martínez"


def test_of_two_who_bear_the_name_both_may_be_meant() -> None:
    meant = understand("no, era con Marta", MARKET, NOW, "es")
    assert meant.is_correction
    assert {one.name for one in meant.contact_candidates} == {"Marta Gil", "Marta Ruiz Pons"}


@pytest.mark.parametrize(
    "text",
    [
        "no Marta Gil today, she is off", "no, gracias", "era muy tarde, nadie abrió", "no coge nadie",
        "mejor le llamo yo mañana a Marta Gil", "bueno, visita a Muebles Ortega mañana a las 10, a ver qué dicen",
    ],
)  # fmt: skip
def test_what_says_more_corrects_nothing(text: str) -> None:
    assert not understand(text, MARKET, NOW, "es").is_correction


def test_a_correction_is_no_entry_in_the_plain_shape() -> None:
    shape = understand("no, era con Marta Gil a las 7", MARKET, NOW, "es").as_json()
    assert shape["intent"] == Intent.OTHER.value
    assert not any(value for name, value in shape.items() if name != "intent")
