"""Fixtures for every test."""

import pytest

pytest_plugins = ["tests.services"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that it does not run alone at the end: the whole product's tests."""
    items.sort(key=lambda item: not item.nodeid.startswith("tests/system/"))
