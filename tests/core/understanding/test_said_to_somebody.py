"""What is said to somebody, asked for as a list, or mends a record is no entry; what only looks like it is one."""

import pytest

from core.understanding.meaning import Intent
from core.understanding.understand import understand
from core.understanding.world import World
from tests.core.understanding.said import NOW
from tests.core.understanding.world import WORLD

MARKET = World.from_json(WORLD)


def intent(text: str, lang: str) -> Intent:
    return understand(text, MARKET, NOW, lang).intent


@pytest.mark.parametrize(
    "text",
    [
        "Pili, el pedido de Acme me lo mandaste mal otra vez",
        "Nacho, al final no pusiste los albaranes de Acme",
        "Mari Carmen, dijiste que Acme paga el viernes",
    ],
)
def test_what_a_first_name_is_told_that_they_did_is_no_entry(text: str) -> None:
    assert intent(text, "es") is Intent.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "Marta Gil, insiste en el descuento",
        "Marta Gil, dice que le mandaste mal el pedido, llamar mañana a las 10",
        "Acme, ya existe otro proveedor, llamar el jueves",
    ],
)
def test_what_a_customer_says_or_insists_on_stays_an_entry(text: str) -> None:
    assert intent(text, "es") is Intent.LOG


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Pásame a Excel todas las oportunidades en negociación", "es"),
        ("mándame las ventas que están en fase de propuesta", "es"),
        ("list all deals in negotiation", "en"),
        ("put all opportunities in negotiation into a spreadsheet", "en"),
    ],
)
def test_a_list_of_what_stands_at_a_stage_moves_nothing(text: str, lang: str) -> None:
    assert intent(text, lang) is Intent.OTHER


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("pasa las oportunidades de Acme en negociación a ganada", "es"),
        ("pasa la oportunidad de Acme a negociación", "es"),
        ("put the Acme deal in negotiation", "en"),
    ],
)
def test_an_opportunity_that_is_to_go_to_a_stage_is_a_move(text: str, lang: str) -> None:
    assert intent(text, lang) is Intent.MOVE


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("el contacto de papelera del oria no es jabier con j es xabier", "es"),
        ("el contacto de Acme se llama Javier, no Xabier", "es"),
        ("the contact at Northgate is called Tracey not Stacey", "en"),
        ("the contact at Northgate isn't Tracey, it's Stacey", "en"),
    ],
)
def test_how_a_contact_is_rightly_called_is_no_entry(text: str, lang: str) -> None:
    assert intent(text, lang) is Intent.OTHER


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("el contacto de Acme es Marta Gil, no contesta", "es"),
        ("el contacto de Acme no está, llamar mañana", "es"),
        ("the contact at Northgate is called Tracey, call her tomorrow at 10", "en"),
    ],
)
def test_what_else_is_said_of_a_contact_stays_an_entry(text: str, lang: str) -> None:
    assert intent(text, lang) is not Intent.OTHER
