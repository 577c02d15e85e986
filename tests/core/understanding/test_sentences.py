"""The tables of sentences: what is right today stays right, and nothing dangerous is ever done."""

import json
from dataclasses import replace
from functools import cache

import pytest

from core.understanding.batch import predict
from core.understanding.meaning import Ask, Intent
from core.understanding.understand import understand
from core.understanding.world import World
from tests.core.understanding.said import NOTHING, NOW
from tests.core.understanding.score import Score, score
from tests.core.understanding.sets import ASKED_TODAY, RIGHT_TODAY, SETS
from tests.core.understanding.world import WORLD

MARKET = World.from_json(WORLD)
LEAST_RIGHT, LEAST_FOUND, MOST_NEEDLESS = 0.93, 0.96, 0.03
FEWEST = 250


@cache
def scored(name: str, lang: str) -> Score:
    sentences, world = SETS[name]
    return score([replace(one, lang=lang) for one in sentences], world, lang)


@pytest.mark.parametrize("name", SETS)
def test_nearly_all_sentences_are_wholly_right(name: str) -> None:
    total = scored(name, name[:2])
    least = RIGHT_TODAY.get(name, LEAST_RIGHT)
    assert total.right_but_wording / total.sentences >= least, total.wrong
    assert total.found_but_wording / total.said >= min(LEAST_FOUND, least + 0.08), total.wrong


@pytest.mark.parametrize("name", SETS)
def test_nothing_dangerous_is_done(name: str) -> None:
    assert scored(name, name[:2]).dangerous == []


@pytest.mark.parametrize("name", SETS)
def test_hardly_a_question_is_needless(name: str) -> None:
    total = scored(name, name[:2])
    assert total.needless_asks / total.sentences <= ASKED_TODAY.get(name, MOST_NEEDLESS)


@pytest.mark.parametrize("name", SETS)
def test_the_language_setting_of_the_person_hardly_matters(name: str) -> None:
    assert scored(name, {"es": "en", "en": "es"}[name[:2]]).dangerous == []


@pytest.mark.parametrize("lang", ["es", "en"])
def test_there_are_many_sentences_in_each_language(lang: str) -> None:
    texts = {one.text for name, (sentences, _) in SETS.items() if name.startswith(lang) for one in sentences}
    assert len(texts) >= FEWEST


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


@pytest.mark.parametrize(
    "text", ["no sorry, it was with Marta Gil", "oops wrong person, that was Marta Gil not Tom Baker"]
)
def test_a_corrected_contact_leaves_the_account_that_the_entry_has(text: str) -> None:
    meant = understand(text, MARKET, NOW, "en")
    assert meant.is_correction
    assert (meant.account, meant.contact and meant.contact.name) == (None, "Marta Gil")


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


@pytest.mark.parametrize(
    "text",
    ["mueve Modelo B a propuesta y Cámara frigorífica a ganada", "move Spare parts to proposal and New oven to won"],
)
def test_two_moves_in_one_message_move_neither_without_asking(text: str) -> None:
    meant = understand(text, MARKET, NOW, "es")
    assert meant.has_two_moves
    assert (meant.stage, meant.opportunity) == (None, None)
    assert set(meant.asks) == {Ask.OPPORTUNITY, Ask.STAGE}
    assert len(meant.opportunity_candidates) == 2


@pytest.mark.parametrize("text", ["perdí Modelo B", "perdi modelo b", "lost Modelo B"])
def test_a_lost_opportunity_needs_a_reason(text: str) -> None:
    meant = understand(text, MARKET, NOW, "es")
    assert (meant.intent, meant.stage, meant.asks) == (Intent.MOVE, "lost", (Ask.REASON,))
    assert meant.opportunity is not None
    assert meant.opportunity.title == "Modelo B"


@pytest.mark.parametrize(
    "text",
    [
        "quieren cerrar Modelo B en mayo",
        "casi ganado Modelo B",
        "si firman, ganada Modelo B",
        "le pasé presupuesto a Acme",
        "they hope to sign Spare parts in June",
        "Northgate signed it off",
    ],
)
def test_wishes_and_plans_move_nothing(text: str) -> None:
    assert understand(text, MARKET, NOW, "es").stage is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("no era Acme, era Aceros Vega", "Aceros Vega"), ("it was Brightwater, not Northgate", "Brightwater Foods")],
)
def test_a_correction_is_about_what_it_says_instead(text: str, name: str) -> None:
    meant = understand(text, MARKET, NOW, "es")
    assert meant.is_correction
    assert meant.account is not None
    assert meant.account.name == name
