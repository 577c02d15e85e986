"""Every rule of the core holds on SQLite and on PostgreSQL."""

import pytest

from tests.builders.cast import EBRO, RIVAL, Firm
from tests.builders.databases import *  # noqa: F403


@pytest.fixture
async def firm(database: str) -> Firm:
    """A firm with people of every role, in this test's database."""
    return await Firm.known(EBRO)


@pytest.fixture
async def rival(database: str) -> Firm:
    """Another firm in the same database."""
    return await Firm.known(RIVAL)
