"""For tests of the whole: the cast's database for several processes, and what these said, shown with a failure."""

from collections.abc import Generator
from pathlib import Path

import pytest

from tests.builders.databases import *  # noqa: F403
from tests.system.running import running


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Adds the processes' logs to a failure."""
    report = yield
    if report.failed:
        report.sections += [(f"{name} said", text) for ronda in running for name, text in ronda.logs()]
    return report


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For what a module's tests share."""
    return tmp_path_factory.mktemp("system")
