"""What went wrong is said in the language of whoever is signed in, whatever their browser speaks."""

import httpx
import pytest
from sqlalchemy import text

from core.database import engine
from tests.builders.cast import Firm
from tests.pwa.visitors import FRAGMENT, Visitors

GERMAN = {"Accept-Language": "de, en;q=0.5"}


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Nothing here depends on the database's kind."""
    return sqlite_url


@pytest.fixture
async def browser(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    """Of somebody who has chosen Spanish, in a browser that has not."""
    await firm.do("settings.edit", {"locale": "es"}, "rep")
    opened = await visitors.of(firm)
    opened.headers.update(GERMAN)
    return opened


@pytest.mark.parametrize(
    ("method", "path", "said"),
    [
        ("GET", "/nowhere", "o no está entre lo que tú ves"),
        ("GET", "/accounts/0192f0c0-0000-7000-8000-000000000001", "o no está entre lo que tú ves"),
        ("DELETE", "/accounts", "Eso no se puede hacer aquí"),
        ("GET", "/password/x", '<html lang="es"'),
    ],
)
async def test_what_is_not_there_is_said_in_ones_own_language(
    browser: httpx.AsyncClient, method: str, path: str, said: str
) -> None:
    answer = await browser.request(method, path)
    assert answer.status_code >= 400
    assert said in answer.text
    assert '<html lang="es"' in answer.text


async def test_so_is_what_a_fragment_is_told(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/nowhere", headers=FRAGMENT)
    assert "Aquí no hay nada" in answer.text


async def test_a_stranger_is_told_in_the_browsers_language(visitors: Visitors, firm: Firm) -> None:
    answer = await visitors.stranger().get("/nowhere", headers=GERMAN)
    assert '<html lang="en"' in answer.text


async def test_a_failure_of_ours_is_told_in_it_too_even_without_a_database(
    browser: httpx.AsyncClient, visitors: Visitors
) -> None:
    async with engine().begin() as connection:
        await connection.execute(text("ALTER TABLE activities RENAME TO lost"))
    failed = await browser.get("/agenda")
    assert (failed.status_code, '<html lang="es"' in failed.text) == (500, True)
    async with engine().begin() as connection:
        await connection.execute(text("ALTER TABLE user_sessions RENAME TO lost_too"))
    failed = await browser.get("/agenda")
    assert (failed.status_code, '<html lang="en"' in failed.text) == (500, True)
