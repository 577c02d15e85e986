"""What a search finds first."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event, insert

from core import database
from core.records import new_id
from core.search import search
from core.search_entries import SearchEntry
from tests.builders.cast import Firm

_CROWD, _LARGE_CROWD = 300, 1500


async def test_who_is_called_so_comes_before_a_crowd_of_newer_ones_that_mention_it(firm: Firm) -> None:
    namesake = await firm.account(name="Núñez e Hijos")
    await _crowd(firm, "Talleres de la calle Núñez")
    assert (await _found(firm, "núñez"))[0] == namesake
    assert (await _found(firm, "nunez e h"))[0] == namesake


async def test_the_newest_is_found_in_a_crowd_however_large(firm: Firm) -> None:
    await _crowd(firm, "Talleres de la calle Núñez", _LARGE_CROWD)
    newest = await firm.account(name="Bar Núñez")
    assert (await _found(firm, "nunez"))[0] == newest


async def test_every_word_must_be_there_however_short(firm: Firm) -> None:
    both = await firm.account(name="Aceros y Metales Ox")
    await firm.account(name="Aceros Levante")
    assert await _found(firm, "aceros ox") == [both]
    assert await _found(firm, "ox") == [both]
    assert await _found(firm, "aceros oy") == []


@pytest.mark.parametrize(
    "typed", ["614801991", "614 80 19 91", "+34 614 801 991", "0034 614-80-19-91", "614 80", "(614) 80.19"]
)
async def test_a_phone_is_found_however_its_digits_are_grouped(firm: Firm, typed: str) -> None:
    account = await firm.account(name="Obrador Aragón", phones=[{"number": "+34614801991"}])
    await firm.account(name="Nave 614, calle 80", phones=[{"number": "+34945691055"}])
    assert await _found(firm, typed) == [account]


async def test_digits_among_words_are_words(firm: Firm) -> None:
    account = await firm.account(name="Nave 614, calle 80")
    assert await _found(firm, "nave 614 80") == [account]


async def test_more_may_be_asked_for_than_are_weighed_else(firm: Firm) -> None:
    await _crowd(firm, "Talleres de la calle Núñez")
    assert len(await _found(firm, "talleres", limit=200)) == 200


async def test_sqlite_looks_for_words_in_their_index_not_among_all_of_the_company(sqlite: str) -> None:
    firm = await Firm.known()
    await _crowd(firm, "Talleres de la calle Núñez")
    await database.refresh_statistics()
    with _said() as said:
        await _found(firm, "nunez")
    looking = [(statement, values) for statement, values in said if "search_entries" in statement]
    assert looking
    async with database.engine().connect() as connection:
        for statement, values in looking:
            steps = [row.detail for row in await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
            assert "INTEGER PRIMARY KEY" in steps[0], steps
            assert any("search_index VIRTUAL TABLE" in step for step in steps), steps


@contextmanager
def _said() -> Iterator[list[tuple[str, Any]]]:
    """The statements that are executed meanwhile, with their values."""
    said: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        said.append((statement, values))

    watched = database.engine().sync_engine
    event.listen(watched, "before_cursor_execute", note)
    try:
        yield said
    finally:
        event.remove(watched, "before_cursor_execute", note)


async def _crowd(firm: Firm, title: str, size: int = _CROWD) -> None:
    line = {"company_id": firm.company_id, "kind": "account", "title": title, "text": " talleres de la calle nunez "}
    owner = {"owner_id": firm.people["rep"], "unit_id": None, "team_id": None}
    async with database.transaction(firm.company_id) as session:
        await session.execute(insert(SearchEntry), [{**line, **owner, "record_id": new_id()} for _ in range(size)])


async def _found(firm: Firm, words: str, limit: int = 20) -> list[str]:
    viewer = await firm.viewer()
    async with database.reading(firm.company_id) as session:
        return [found.id for found in await search(session, viewer, words, limit=limit)]
