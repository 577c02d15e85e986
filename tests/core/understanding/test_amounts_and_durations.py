"""Money and minutes, as people write and say them."""

from decimal import Decimal

import pytest

from core.understanding.amounts import Money, find_amounts, parse_amount
from core.understanding.durations import parse_duration
from core.understanding.text import tokenise


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("12.000 €", "12000", "EUR"),
        ("12k", "12000", "EUR"),
        ("12 k€", "12000", "EUR"),
        ("$5k", "5000", "USD"),
        ("£40k", "40000", "GBP"),
        ("doce mil euros", "12000", "EUR"),
        ("quince mil quinientos", "15500", "EUR"),
        ("twelve thousand five hundred dollars", "12500", "USD"),
        ("1,5 millones", "1500000", "EUR"),
        ("un millón y medio", "1500000", "EUR"),
        ("medio millón", "500000", "EUR"),
        ("12.500,50 €", "12500.50", "EUR"),
        ("12,500.50", "12500.50", "EUR"),
        ("ten grand", "10000", "EUR"),
        ("2500", "2500", "EUR"),
        ("4 mil libras", "4000", "GBP"),
    ],
)
def test_money(text: str, value: str, currency: str) -> None:
    assert parse_amount(text, "EUR") == Money(Decimal(value), currency)


def test_money_without_a_sign_is_the_companys_currency() -> None:
    assert parse_amount("12k", "MXN") == Money(Decimal(12000), "MXN")


@pytest.mark.parametrize(
    "text",
    [
        "pedido de 300 cajas",
        "12k unidades",
        "descuento del 5%",
        "10 por ciento",
        "el 600 123 456",
        "llamar al 915551234",
        "12 euros la unidad",
        "modelo 2500",
        "40 minutos",
    ],
)
def test_quantities_phones_percentages_and_prices_a_piece_are_no_amounts(text: str) -> None:
    assert find_amounts(tokenise(text), "EUR") == []


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("40 min", 40),
        ("40'", 40),
        ("1h30", 90),
        ("1 h 15 min", 75),
        ("hora y media", 90),
        ("una hora", 60),
        ("an hour and a half", 90),
        ("1.5 hours", 90),
        ("1,5 horas", 90),
        ("half an hour", 30),
        ("tres cuartos de hora", 45),
        ("veinte minutos", 20),
        ("two hours", 120),
        ("25", 25),
    ],
)
def test_minutes(text: str, minutes: int) -> None:
    assert parse_duration(text) == minutes


@pytest.mark.parametrize(
    "text", ["a 40 min de aquí", "en 20 minutos", "in 2 hours", "hace 2 horas", "entrega en 48 horas"]
)
def test_distances_and_delays_are_no_durations(text: str) -> None:
    assert parse_duration(text) is None
