"""Fixtures for every test."""

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher

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
