"""The rooms of who manages a company, over one of the two databases."""

import httpx
import pytest

from tests.builders.cast import Firm
from tests.pwa.pages.administration.forms import english
from tests.pwa.visitors import Visitors


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One of the two: what the rooms ask is asked of PostgreSQL by `test_every_form`, and by the core's own tests."""
    return sqlite_url


@pytest.fixture
async def admin(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    """The browser of the firm's admin."""
    return await english(firm, visitors)
