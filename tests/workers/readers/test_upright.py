"""The picture of a card that people are shown."""

import cv2
import numpy as np
import pytest
import segno

from tests.core.customers.cards.printed import reading
from tests.workers.readers.shown import photo
from workers.readers.card import find_card, straightened
from workers.readers.photo import Pixels, open_photo
from workers.readers.provider import Seen
from workers.readers.qr import find_codes, turn_of
from workers.readers.reading import read_photo
from workers.readers.registry import reader

LINES = ("2|Uxía Carballeira Souto", "Jefa de Compras", "Suministros Albariño, S.L.", "uxia@albarino.gal")


class SeesTurned:
    """A reader to whom every picture lies `turn` quarters off."""

    name = "sees turned"

    def __init__(self, turn: int) -> None:
        self._turn = turn

    def available(self) -> bool:
        return True

    def read(self, image: Pixels) -> Seen:
        return Seen(reading(*LINES).lines, self._turn)

    def release(self) -> None:
        """Nothing to give back."""


def shown(name: str, turn: int) -> Pixels:
    picture = read_photo(photo(name), "ES", [SeesTurned(turn)]).picture
    return np.asarray(cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_GRAYSCALE), np.uint8)


def test_the_card_alone_is_shown() -> None:
    height, width = shown("plain.jpg", 0).shape

    assert width / height == pytest.approx(1050 / 600, rel=0.06)
    assert width < max(open_photo(photo("plain.jpg")).shape)


def test_a_card_that_was_read_on_its_head_is_shown_upright() -> None:
    as_taken, upright = shown("upside_down.jpg", 0), shown("upside_down.jpg", 2)

    assert np.abs(upright.astype(int) - np.rot90(as_taken, 2)).mean() < 4


def test_a_card_on_its_side_is_shown_upright() -> None:
    height, width = shown("turned_left.jpg", 3).shape

    assert width > height


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_a_code_tells_which_way_is_up(turn: int) -> None:
    code = np.array(list(segno.make("https://albarino.gal").matrix_iter(scale=8, border=4)), np.uint8)
    upright = np.ascontiguousarray(np.repeat(255 - 255 * code[:, :, None], 3, axis=2))
    lying = np.ascontiguousarray(np.rot90(upright, -turn))

    assert turn_of(find_codes(lying)) == turn


@pytest.mark.parametrize(("name", "turn"), [("plain.jpg", 0), ("upside_down.jpg", 2)])
def test_a_reader_says_which_way_is_up(name: str, turn: int) -> None:
    chosen = reader("rapidocr")
    taken = open_photo(photo(name))
    corners = find_card(taken)

    assert corners is not None
    assert chosen.read(straightened(taken, corners)).turn % 4 == turn
