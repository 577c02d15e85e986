"""When a second reader is asked, and what its word is worth."""

from tests.core.customers.cards.printed import reading
from tests.workers.readers.shown import photo
from workers.readers.errors import ReaderError
from workers.readers.photo import Pixels
from workers.readers.provider import Seen
from workers.readers.reading import read_photo

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

    def read(self, image: Pixels) -> Seen:
        self.asked += 1
        return Seen(self._lines)

    def release(self) -> None:
        """Nothing to give back."""


def test_a_second_reader_is_not_asked_where_the_first_is_sure() -> None:
    second = Sees(*SURE)
    read_photo(photo("blank.jpg"), "ES", [Sees(*SURE), second])

    assert second.asked == 0


def test_a_second_reader_is_asked_about_a_doubt() -> None:
    side = read_photo(photo("blank.jpg"), "ES", [Sees(*IN_DOUBT), Sees(*SURE)]).side

    assert side.card is not None
    assert [(doubt.field, doubt.others) for doubt in side.card.doubts] == [("phones", ("+34986123456",))]


class Fails(Sees):
    """A reader that cannot."""

    def read(self, image: Pixels) -> Seen:
        raise ReaderError


def test_what_the_first_has_read_stands_where_the_second_fails() -> None:
    side = read_photo(photo("blank.jpg"), "ES", [Sees(*IN_DOUBT), Fails()]).side

    assert side.card is not None
    assert side.card.full_name == "Uxía Carballeira Souto"


def test_a_card_that_only_the_second_reader_sees_is_none() -> None:
    second = Sees(*SURE)

    assert read_photo(photo("blank.jpg"), "ES", [Sees("TOTAL 42,30 EUR"), second]).side.card is None
    assert second.asked == 0
