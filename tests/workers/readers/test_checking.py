"""When a second reader is asked, and what its word is worth."""

from core.customers.cards import Line
from tests.core.customers.cards.printed import reading
from tests.workers.readers.shown import photo
from workers.readers.errors import ReaderError
from workers.readers.photo import Pixels
from workers.readers.reading import read_side

SURE = (
    "2|Uxía Carballeira Souto",
    "Jefa de Compras",
    "Suministros Albariño, S.L.",
    "uxia@albarino.gal",
    "986 12 34 56",
)
IN_DOUBT = (
    "2|Uxía Carballeira Souto",
    "Jefa de Compras",
    "Suministros Albariño, S.L.",
    "uxia@albarino.gal",
    "Tel. 986 12 34",
)


class Sees:
    """A reader that sees these lines in every picture, and counts how often it is asked."""

    name = "sees"

    def __init__(self, *lines: str) -> None:
        self._lines, self.asked = reading(*lines).lines, 0

    def available(self) -> bool:
        return True

    def read(self, image: Pixels) -> tuple[Line, ...]:
        self.asked += 1
        return self._lines

    def release(self) -> None:
        """Nothing to give back."""


def test_a_second_reader_is_not_asked_where_the_first_is_sure() -> None:
    second = Sees(*SURE)
    read_side(photo("blank.jpg"), "ES", [Sees(*SURE), second])

    assert second.asked == 0


def test_a_second_reader_is_asked_about_a_doubt() -> None:
    side = read_side(photo("blank.jpg"), "ES", [Sees(*IN_DOUBT), Sees(*SURE)])

    assert side.card is not None
    assert [(doubt.field, doubt.others) for doubt in side.card.doubts] == [("phones", ("+34986123456",))]


class Fails(Sees):
    """A reader that cannot."""

    def read(self, image: Pixels) -> tuple[Line, ...]:
        raise ReaderError


def test_what_the_first_has_read_stands_where_the_second_fails() -> None:
    side = read_side(photo("blank.jpg"), "ES", [Sees(*IN_DOUBT), Fails()])

    assert side.card is not None
    assert side.card.full_name == "Uxía Carballeira Souto"


def test_a_card_that_only_the_second_reader_sees_is_none() -> None:
    second = Sees(*SURE)

    assert read_side(photo("blank.jpg"), "ES", [Sees("TOTAL 42,30 EUR"), second]).card is None
    assert second.asked == 0
