"""Entries without a verb: what makes a plan, what makes a log, and what is neither."""

import pytest

from core.understanding.meaning import Intent
from core.understanding.understand import understand
from core.understanding.world import World
from tests.core.understanding.said import NOW
from tests.core.understanding.world import WORLD

MARKET = World.from_json(WORLD)


@pytest.mark.parametrize(
    ("text", "start", "note"),
    [
        ("brightwater friday 9am oven demo", "2026-03-20T09:00", "oven demo"),
        ("Northgate, tomorrow quarter to four, loading bay", "2026-03-19T15:45", "loading bay"),
        ("Emma Clarke, Friday half two", "2026-03-20T14:30", ""),
    ],
)
def test_a_name_and_an_hour_to_come_are_a_plan(text: str, start: str, note: str) -> None:
    meant = understand(text, MARKET, NOW, "en").as_json()
    assert (meant["intent"], meant["start"]) == ("plan", start)
    assert note in str(meant["note"])


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("Marta Gil says the board wants two references", None),
        ("Brightwater good, want quote, will ring thurs", {"kind": "call", "start": "2026-03-19"}),
        ("marta gil was off sick, try her again monday", {"kind": "call", "start": "2026-03-23"}),
        ("Brightwater visit done, all fine, 40 min", None),
    ],
)
def test_a_name_with_what_it_said_is_a_log(text: str, following: object) -> None:
    meant = understand(text, MARKET, NOW, "en").as_json()
    assert (meant["intent"], meant["next"]) == ("log", following)


@pytest.mark.parametrize(
    "text",
    [
        "the Brightwater lorry is late and nobody answers",
        "i was going to ring Northgate but ran out of time",
        "Northgate friday 9am was cancelled",
        "Northgate tomorrow 9am if they confirm",
        "they signed the NDA at Northgate",
        "Brightwater want us to visit",
    ],
)
def test_complaints_cancellations_and_conditions_are_neither(text: str) -> None:
    assert understand(text, MARKET, NOW, "en").intent is Intent.OTHER


def test_a_wish_without_a_day_is_no_plan() -> None:
    assert understand("Northgate wants a demo in july", MARKET, NOW, "en").next is None
    assert understand("Northgate wants a demo in july", MARKET, NOW, "en").intent is not Intent.PLAN
