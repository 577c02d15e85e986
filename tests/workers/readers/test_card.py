"""Finding the card in a photo."""

import numpy as np
import pytest

from tests.workers.readers.shown import photo
from workers.readers.card import CARD_SIDE, find_card, straightened, whole_photo
from workers.readers.ink import as_ink
from workers.readers.photo import open_photo


@pytest.mark.parametrize("name", ["plain.jpg", "light_on_dark.jpg", "qr.jpg", "mexican.heic"])
def test_a_card_on_a_table_is_found_and_straightened(name: str) -> None:
    taken = open_photo(photo(name))
    corners = find_card(taken)

    assert corners is not None
    card = straightened(taken, corners)
    height, width = card.shape[:2]
    assert width / height == pytest.approx(1050 / 600, rel=0.06)
    assert max(width, height) == pytest.approx(CARD_SIDE, rel=0.05)


def test_a_card_that_stands_upright_is_found_as_it_stands() -> None:
    taken = open_photo(photo("turned_left.jpg"))
    corners = find_card(taken)

    assert corners is not None
    card = straightened(taken, corners)
    assert card.shape[0] > card.shape[1]


def test_no_card_is_found_on_an_empty_table() -> None:
    table = np.random.default_rng(3).normal(110, 3, (600, 800, 3)).astype(np.uint8)

    assert find_card(table) is None


def test_a_whole_photo_is_never_enlarged() -> None:
    small = np.zeros((300, 400, 3), np.uint8)

    assert whole_photo(small).shape == small.shape


@pytest.mark.parametrize(("paper", "print_"), [(245, 20), (25, 240), (120, 60)])
def test_print_is_black_on_white_whatever_the_colours(paper: int, print_: int) -> None:
    page = np.full((400, 640, 3), paper, np.uint8)
    page[180:220:8, 100:540] = print_
    ink = as_ink(page)

    assert int(ink[184 - 4, 300]) < 60
    assert int(np.median(ink)) > 240
