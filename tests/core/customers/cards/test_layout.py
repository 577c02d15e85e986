"""How lines become pieces in reading order."""

import pytest

from core.customers.cards import Box, Line
from core.customers.cards.layout import page
from tests.core.customers.cards.placed import placed_card


def at(text: str, left: float, top: float, height: float = 30) -> Line:
    return Line(text, Box(left, top, left + len(text) * height * 0.5, top + height))


def texts(*lines: Line) -> list[str]:
    return [piece.text for piece in page(lines).pieces]


def test_columns_are_read_one_after_the_other() -> None:
    left = [at("Ana Pérez", 60, 100), at("Directora", 60, 140)]
    right = [at("Calle Mayor 5", 700, 100), at("28013 Madrid", 700, 140)]

    assert texts(left[0], right[0], left[1], right[1]) == ["Ana Pérez", "Directora", "Calle Mayor 5", "28013 Madrid"]


def test_a_line_broken_in_words_is_put_together() -> None:
    assert texts(at("Ana", 60, 100), at("Pérez", 115, 101)) == ["Ana Pérez"]


def test_a_label_joins_its_number_over_a_wider_gap() -> None:
    assert texts(at("Tel.", 60, 100), at("655 44 33 22", 200, 100)) == ["Tel. 655 44 33 22"]


def test_separators_part_what_stands_in_one_row() -> None:
    assert texts(at("Tel. 1 | Fax 2 · Web 3   4", 60, 100)) == ["Tel. 1", "Fax 2", "Web 3", "4"]


def test_large_print_is_measured_against_the_small() -> None:
    made = page((at("Ana", 60, 10, 60), at("uno", 60, 100), at("dos", 60, 140), at("tres", 60, 180)))

    assert [round(made.size(piece), 1) for piece in made.pieces] == [2.0, 1.0, 1.0, 1.0]


def test_a_line_broken_behind_a_comma_is_one() -> None:
    found = placed_card(
        ("Caleb Lindqvist", 60, 40, 60), ("Barber", 60, 110, 40), ("caleb@lindqvist.com", 60, 160, 40),
        ("2723 Larimer Street", 60, 210, 40), ("Denver,", 60, 260, 40), ("CO 80205", 240, 260, 40), region="US",
    )  # fmt: skip

    assert found.address is not None
    assert (found.address.city, found.address.postcode) == ("Denver", "80205")


@pytest.mark.parametrize(
    ("printed", "pieces"),
    [
        ("Tel. móvil|614 21 53 34 | Fax| 964-208-913", ["Tel. móvil: 614 21 53 34", "Fax: 964-208-913"]),
        ("W|www.kuska.es E|h.miranda@kuska.es", ["W: www.kuska.es", "E: h.miranda@kuska.es"]),
        ("Web | Diseño | Apps", ["Web", "Diseño", "Apps"]),
        ("Juan Pérez | Director", ["Juan Pérez", "Director"]),
        ("Calle Sol 4, 28004 Madrid – Tel.: 914 11 22 33", ["Calle Sol 4, 28004 Madrid", "Tel.: 914 11 22 33"]),
        ("TI (0341) 666-2277", ["T (0341) 666-2277"]),
        ("WIwww.bodegas.com.ar", ["W www.bodegas.com.ar"]),
        ("AlAndalus Tours", ["AlAndalus Tours"]),
        ("Salgueiro .Vinhos", ["Salgueiro", "Vinhos"]),
    ],
)
def test_bars_and_points_part_what_says_two_things_and_no_label_from_its_value(printed: str, pieces: list[str]) -> None:
    assert [piece.text for piece in page((Line(printed, Box(0, 0, 900, 30)),)).pieces] == pieces
