"""The pages over the cast's database, on SQLite and on PostgreSQL."""

from collections.abc import AsyncIterator

import pytest

from core.customers.world import forget_worlds
from tests.builders.cast import EBRO, RIVAL, Firm
from tests.builders.databases import *  # noqa: F403
from tests.pwa.visitors import Visitors


@pytest.fixture
async def firm(database: str) -> Firm:
    """A firm with people of every role, in this test's database."""
    forget_worlds()
    return await Firm.known(EBRO)


@pytest.fixture
async def rival(database: str) -> Firm:
    """Another firm in the same database."""
    return await Firm.known(RIVAL)


@pytest.fixture
async def visitors(database: str) -> AsyncIterator[Visitors]:
    """People who look at the pages."""
    found = Visitors()
    yield found
    await found.leave()
