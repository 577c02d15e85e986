"""What Tesseract reads into the grain of a table and into drawings."""

from core.customers.cards import Box, Line
from workers.readers.tesseract import print_alone

WIDTH, HEIGHT = 1600, 900


def line(text: str, left: float, top: float, height: float, confidence: float) -> Line:
    return Line(text, Box(left, top, left + 20 * len(text), top + height), confidence)


NAME = line("Íñigo Echeverría Ruiz", 106, 323, 60, 0.92)
TITLE = line("Director Comercial", 107, 389, 40, 0.95)


def seen(other: Line) -> bool:
    return other in print_alone([NAME, TITLE, other], WIDTH, HEIGHT)


def test_what_is_hardly_read_at_the_edge_is_none() -> None:
    assert not seen(line("it A it", 236, 2, 28, 0.29))


def test_what_is_hardly_read_and_has_no_word_is_none() -> None:
    assert not seen(line("a ee", 400, 500, 40, 0.4))


def test_what_is_hardly_read_and_much_lower_than_print_is_none() -> None:
    assert not seen(line("awe some", 400, 500, 6, 0.4))


def test_print_that_is_read_well_stays_wherever_it_stands() -> None:
    assert seen(line("Desde 1954", 700, 2, 12, 0.9))


def test_words_that_are_hardly_read_stay_within_the_card() -> None:
    assert seen(line("r.huaman@qhapaq.edu.pe", 400, 500, 42, 0.49))
