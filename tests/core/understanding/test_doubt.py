"""What contradicts itself is asked for or left out; what may be said of anything counts only beside a name."""

import pytest

from core.understanding.meaning import Ask, Intent
from core.understanding.understand import understand
from core.understanding.world import World
from tests.core.understanding.said import NOW
from tests.core.understanding.world import WORLD

MARKET = World.from_json(WORLD)


@pytest.mark.parametrize(
    "text", ["spoke to Marta Gil or Tom Baker, I forget which", "hablé con Marta Gil o Tom Baker, no me acuerdo"]
)
def test_one_of_two_people_is_asked_for(text: str) -> None:
    meant = understand(text, MARKET, NOW, "en")
    assert (meant.account, meant.contact) == (None, None)
    assert Ask.CONTACT in meant.asks


@pytest.mark.parametrize("text", ["call Marta Gil on Thursday or Friday", "llamar a Marta Gil el jueves o el viernes"])
def test_one_of_two_days_is_asked_for(text: str) -> None:
    meant = understand(text, MARKET, NOW, "en")
    assert (meant.intent, meant.start) == (Intent.PLAN, None)
    assert Ask.TIME in meant.asks


@pytest.mark.parametrize("text", ["was in bed all day", "hit the road early", "we lost power for an hour"])
def test_what_names_nobody_is_no_entry(text: str) -> None:
    assert understand(text, MARKET, NOW, "en").intent is Intent.OTHER


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("was in Northgate, all good", "visit"),
        ("was on to Marta Gil, wants a price", "call"),
        ("left samples with Marta Gil", "visit"),
        ("couldn't get hold of Marta Gil", "call"),
        ("le dejé muestras a Marta Gil", "visit"),
        ("no consigo hablar con Marta Gil", "call"),
    ],
)
def test_ways_of_having_met_somebody(text: str, kind: str) -> None:
    meant = understand(text, MARKET, NOW, "en").as_json()
    assert (meant["intent"], meant["kind"]) == ("log", kind)


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("spoke to Marta Gil, owe her a deck by Friday", "2026-03-20"),
        ("spoke to Marta Gil. rescheduled for Friday at 3", "2026-03-20T15:00"),
        ("hablé con Marta Gil. recuérdamelo el viernes", "2026-03-20"),
        ("spoke to Marta Gil, the governors meet on Friday", None),
    ],
)
def test_what_is_owed_by_a_day_follows(text: str, following: str | None) -> None:
    following_up = understand(text, MARKET, NOW, "en").next
    assert (following_up.start.iso() if following_up and following_up.start else None) == following


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("sold Modelo B", "won"),
        ("vendido Modelo B", "won"),
        ("decided against Modelo B, too dear", "lost"),
        ("hemos perdido media hora con Modelo B", None),
        ("lo dejamos para el lunes a las 10 con Marta Gil", None),
    ],
)
def test_a_title_says_what_was_sold(text: str, stage: str | None) -> None:
    assert understand(text, MARKET, NOW, "en").stage == stage
