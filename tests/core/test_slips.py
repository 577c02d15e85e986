"""What is typed with a slip of the finger is found all the same."""

import pytest

from core.database import reading
from core.search import search
from core.slips import alike, pieces
from tests.builders.cast import Firm

FIRM = "talleres nunez s l 50001 zaragoza"


@pytest.mark.parametrize("typed", ["nunes", "nuneez", "nunz", "nuñze", "taleres", "tallers nunez", "zaragosa", "talre"])
def test_one_slip_in_a_word_is_forgiven(typed: str) -> None:
    assert alike(typed.replace("ñ", "n").split(), FIRM) is not None


@pytest.mark.parametrize("typed", ["nino", "hornos", "50002", "tzlxexes", "zar gil"])
def test_another_word_is_another_word(typed: str) -> None:
    assert alike(typed.split(), FIRM) is None


@pytest.mark.parametrize("word", ["nunez", "talleres", "construcciones"])
def test_a_word_with_one_letter_wrong_keeps_a_part(word: str) -> None:
    for place in range(len(word)):
        wrong = word[:place] + "x" + word[place + 1 :]
        assert any(piece in f" {word} " for piece in pieces(wrong)), wrong


@pytest.mark.parametrize("typed", ["tallres núñez", "zaragosa", "Perz", "marquinez", "horca"])
async def test_a_search_with_a_slip_finds_what_was_meant(firm: Firm, typed: str) -> None:
    account = await firm.account(
        name="Talleres Núñez", addresses=[{"city": "Zaragoza"}], tags=["Horeca"], notes="not searched"
    )
    contact = await firm.contact(name="Laura Pérez Marquínez", account_id=account)
    await firm.account(name="Panadería Gil", by="mate")
    async with reading(firm.company_id) as session:
        found = {one.id for one in await search(session, await firm.viewer(), typed)}
        assert found & {account, contact}
        assert await search(session, await firm.viewer("southerner"), typed) == []
        assert await search(session, await firm.viewer(), "hornos") == []
