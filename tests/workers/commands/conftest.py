"""The operator's commands, in this process, on a folder of the test's own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from core.settings import settings
from tests.builders.databases import fresh_sqlite
from workers.cli import app

__all__ = ["fresh_sqlite"]
Command = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty data folder, and nothing of the machine's in the environment."""
    for name in ("DATABASE_URL", "BROKER_URL", "PUBLIC_URL", "TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("RONDA_DATA", str(tmp_path / "data"))
    settings.cache_clear()
    yield tmp_path / "data"
    settings.cache_clear()


@pytest.fixture
def ronda(folder: Path) -> Command:
    """`ronda(*words)`: the command's exit code and what it printed."""

    def run(*words: str, given: str = "") -> Result:
        return CliRunner().invoke(app, list(words), input=given)

    return run


@pytest.fixture
def ebro(ronda: Command, folder: Path, fresh_sqlite: Callable[[Path], str]) -> Command:
    """The same, on the cast's database."""
    folder.mkdir()
    fresh_sqlite(folder / "ronda.db")
    return ronda
