"""With whom a new opportunity is: the name before the colon, whether its words are all known or not."""

from datetime import UTC, datetime

import pytest

from core.understanding.new_opportunities import opportunity_told
from core.understanding.world import Account, World

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


@pytest.fixture
def world() -> World:
    world = World()
    for name in ("Colegio San Fermín", "Acme, S.A.", "Panadería Vidal, S.L.U."):
        world.put(Account(name, name))
    return world


@pytest.mark.parametrize("name", ["colegio san lorenzo", "Colegio San Lorenzo"])
def test_a_name_that_begins_like_a_known_one_is_not_taken_for_it(world: World, name: str) -> None:
    told = opportunity_told(f"nueva oportunidad con {name}: 5 hornos, 9.000 €", world, NOW, "es")
    assert told is not None
    assert (told.account, told.new_account, told.title) == (None, name, "5 hornos")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("colegio san fermin", "Colegio San Fermín"),
        ("acme", "Acme, S.A."),
        ("panaderia vidal", "Panadería Vidal, S.L.U."),
    ],
)
def test_a_known_name_is_known_without_capitals_and_legal_form(world: World, said: str, meant: str) -> None:
    told = opportunity_told(f"nueva oportunidad con {said}: 5 hornos", world, NOW, "es")
    assert told is not None
    assert told.account is not None
    assert (told.account.name, told.title) == (meant, "5 hornos")
