"""What people are by trade names no firm, cattle is no sale, and a move is no reason of its own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from core.understanding.meaning import Ask, Intent
from core.understanding.understand import understand
from core.understanding.world import World

MADRID = ZoneInfo("Europe/Madrid")
NOW = datetime(2026, 5, 6, 12, 0, tzinfo=MADRID)
FIRMS = (
    "Almacenes El Rincón, S.L.",
    "Ganados Pumariega",
    "Granja Soto",
    "Talleres Mecánicos Aguirre",
    "Harker Roofers",
    "The Village Baker",
)
WORLD = World.from_json(
    {
        "timezone": "Europe/Madrid",
        "accounts": [{"name": name} for name in FIRMS],
        "opportunities": [
            {"title": "Comederos", "account": "Ganados Pumariega", "amount": 9000, "stage": "proposal"},
            {"title": "Silo", "account": "Granja Soto", "amount": 20000, "stage": "proposal"},
        ],
        "stages": [
            {"key": "proposal", "es": "Propuesta", "en": "Proposal"},
            {"key": "won", "es": "Ganada", "en": "Won"},
        ],
    }
)


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("visita a Granja Soto, dos sierras averiadas, el viernes vuelvo con el mecánico", "Granja Soto"),
        ("Granja Soto: que lo mire su electricista, y vuelvo con los mecánicos el lunes", "Granja Soto"),
        ("called Harker Roofers, the baker next door wants a price too", "Harker Roofers"),
        ("visita a Talleres Mecánicos Aguirre, todo en orden", "Talleres Mecánicos Aguirre"),
    ],
)
def test_what_people_are_by_trade_names_no_firm(text: str, account: str) -> None:
    found = understand(text, WORLD, NOW, "es")
    assert found.account is not None
    assert found.account.name == account


@pytest.mark.parametrize(
    "text",
    [
        "dentro de quince días visita a ganados pumariega, ver el pienso nuevo",
        "visita a Granja Soto, el ganado está flojo este año",
        "en Granja Soto piden pienso para el ganado",
        "llamé a Granja Soto por lo de sus ganados",
    ],
)
def test_cattle_is_no_sale(text: str) -> None:
    assert understand(text, WORLD, NOW, "es").stage is None


@pytest.mark.parametrize(
    "text", ["Granja Soto, ganado el silo", "silo de Granja Soto pasa a ganada", "ganada Granja Soto"]
)
def test_what_is_won_is_won_beside_cattle_too(text: str) -> None:
    found = understand(text, WORLD, NOW, "es")
    assert (found.intent, found.stage) == (Intent.MOVE, "won")


def test_that_it_is_put_off_is_no_reason_why() -> None:
    world = World.from_json(
        {
            "accounts": [{"name": "Panadería Romero"}],
            "opportunities": [{"title": "Renovación de cocina", "account": "Panadería Romero", "stage": "proposal"}],
            "stages": [{"key": "postponed", "es": "Aplazada", "en": "Postponed"}],
        }
    )
    said = "he visitado Panadería Romero, la renovación de cocina la aplazan, mover a aplazada"
    found = understand(said, world, NOW, "es")
    assert (found.stage, found.reason, found.asks) == ("postponed", None, (Ask.REASON,))


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("visita a un bar que se llama el rincón de marta, prueba 2 cajas", "el rincón de marta"),
        ("visita a un bar que se llama el rincón, prueba 2 cajas", None),
        ("visited a caff called The Village Baker and Sons, loved it", "Village Baker and Sons"),
    ],
)
def test_who_is_called_by_a_longer_name_is_somebody_else(text: str, new: str | None) -> None:
    found = understand(text, WORLD, NOW, "es")
    assert found.new_account == new
    assert (found.account is None) is (new is not None)
