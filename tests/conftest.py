"""Fixtures for every test."""

from collections.abc import Iterator
from functools import cache

import httpx
import pytest
from argon2 import PasswordHasher

from core.people import sign_in

pytest_plugins = ["tests.services"]


LONGEST_FIRST = (
    "tests/pwa/static/test_legibility.py", "tests/system/", "tests/workers/", "tests/core/test_hostile_payloads.py",
    "tests/pwa/test_bad_input.py", "tests/pwa/browser/", "tests/pwa/static/",
)  # fmt: skip
"""The longest file, what waits for processes and browsers, the longest of the rest: none is to run alone at the end."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files come first; a file's tests stay together and in their order."""
    places = range(len(LONGEST_FIRST))
    items.sort(key=lambda item: [not item.nodeid.startswith(LONGEST_FIRST[place]) for place in places])


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
        patch.setattr("httpx._transports.default.create_ssl_context", cache(httpx.create_ssl_context))
        yield
