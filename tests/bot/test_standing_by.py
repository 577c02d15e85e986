"""Of several bots one works; another goes on when it leaves, and after a crash it goes on itself at once."""

from dataclasses import replace
from pathlib import Path

from bot.standing_by import Place
from core.settings import settings
from tests.bot.conftest import House


async def test_only_one_of_two_bots_has_the_place(house: House, tmp_path: Path) -> None:
    first, second = Place("7", settings()), Place("7", replace(settings(), data_dir=tmp_path / "elsewhere"))
    await first.taken()
    assert not await second._hold()
    await first.left()
    assert await second._hold()
    assert not await first._hold()


async def test_the_same_machine_goes_on_at_once_after_a_crash(house: House) -> None:
    await Place("7", settings()).taken()
    assert await Place("7", settings())._hold()
