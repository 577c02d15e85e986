"""The tables of sentences: what is right today stays right, and nothing dangerous is ever done."""

import json
from collections.abc import Sequence

import pytest

from core.understanding import Ask, Intent, World, understand
from core.understanding.batch import predict
from tests.core.understanding.said import NOTHING, NOW, Said
from tests.core.understanding.score import SETS, score
from tests.core.understanding.world import WORLD

MARKET = World.from_json(WORLD)


@pytest.mark.parametrize("name", SETS)
def test_sentences_are_wholly_right(name: str) -> None:
    assert score(SETS[name], MARKET, name[:2]).wrong == []


@pytest.mark.parametrize("name", SETS)
def test_nothing_dangerous_is_done(name: str) -> None:
    assert score(SETS[name], MARKET, name[:2]).dangerous == []


@pytest.mark.parametrize("sentences", SETS.values(), ids=SETS)
def test_the_language_setting_of_the_person_hardly_matters(sentences: Sequence[Said]) -> None:
    swapped = {"es": "en", "en": "es"}
    for lang in swapped.values():
        assert score(sentences, MARKET, lang).dangerous == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "?",
        "...",
        "👍",
        "🙂🙂",
        "\n\n",
        "a",
        "12",
        "€",
        "<b>llamé</b>",
        "' OR 1=1 --",
        "ñ" * 5000,
        "llamé a " * 300,
    ],
)
def test_any_text_is_answered_and_nothing_is_made_up(text: str) -> None:
    meant = understand(text, MARKET, NOW, "es")
    assert meant.account is None
    assert meant.stage is None


@pytest.mark.parametrize("text", ["mueve la oportunidad de Acme", "move the Acme opportunity"])
def test_a_move_without_a_stage_asks_where_to(text: str) -> None:
    meant = understand(text, MARKET, NOW, "es")
    assert (meant.intent, meant.asks, meant.stage) == (Intent.MOVE, (Ask.STAGE,), None)
    assert meant.opportunity is not None


def test_an_amount_tells_two_opportunities_apart() -> None:
    meant = understand("Frío Norte 22.000 pasa a negociación", MARKET, NOW, "es")
    assert meant.opportunity is not None
    assert meant.opportunity.title == "Cámara frigorífica"


@pytest.mark.parametrize("text", ["No, era con Marta", "no, it was with Marta Gil", "perdón, era ayer"])
def test_a_correction_is_no_log_by_itself(text: str) -> None:
    meant = understand(text, MARKET, NOW, "es")
    assert meant.intent is Intent.OTHER
    assert meant.is_correction


def test_a_correction_names_what_replaces_the_old() -> None:
    meant = understand("No, era con Marta Gil", MARKET, NOW, "es")
    assert meant.contact is not None
    assert meant.contact.name == "Marta Gil"


def test_a_batch_answers_line_by_line_in_the_shape_of_the_truth() -> None:
    asked = [
        {"id": "1", "text": "mañana a las 10 visita a Muebles Ortega", "lang": "es", "now": "2026-03-18T10:30"},
        {"id": "2", "text": "thanks!", "lang": "en", "now": "2026-03-18T09:30:00+00:00"},
    ]
    answers = [json.loads(line) for line in predict((json.dumps(one) + "\n" for one in asked), MARKET)]
    assert [answer["id"] for answer in answers] == ["1", "2"]
    assert [answer["intent"] for answer in answers] == ["plan", "other"]
    assert answers[0]["start"] == "2026-03-19T10:00"
    assert all(answer.keys() == {"id", *NOTHING} for answer in answers)
