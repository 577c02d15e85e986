"""Fixtures for every test."""

from collections.abc import Iterator
from functools import cache

import pytest
from argon2 import PasswordHasher
from httpx._transports import default as httpx_transports

from core.people import sign_in

pytest_plugins = ["tests.services"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that it does not run alone at the end: the whole product's tests."""
    items.sort(key=lambda item: not item.nodeid.startswith("tests/system/"))


@pytest.fixture(scope="session", autouse=True)
def full_cost_hasher() -> Iterator[PasswordHasher]:
    """The product's own, for who looks at it; all other tests check passwords at hardly any cost."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        own = sign_in._hasher
        patch.setattr(sign_in, "_hasher", cheap)
        yield own


@pytest.fixture(scope="session", autouse=True)
def _certificates_read_once() -> Iterator[None]:
    """What the machine trusts is the same for every client of a run; reading it takes 20 ms, and a bot has five."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(httpx_transports, "create_ssl_context", cache(httpx_transports.create_ssl_context))
        yield
