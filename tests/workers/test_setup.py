"""Making a machine ready: what is installed when, and what is said."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.settings import ROOT
from workers.setup import environment, packages
from workers.setup.failure import SetupError, require


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with an environment that counts as installed for its tests."""
    for path in (*environment.LOCKS.values(), environment.INSTALLER_LOCK, Path("pyproject.toml")):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path.name)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (tmp_path / ".venv" / "made-for").write_text(environment._place(tmp_path))
    for name in environment.LOCKS:
        environment._stamp(tmp_path, name).write_text(environment._fingerprint(tmp_path, name))
    return tmp_path


def test_a_second_run_installs_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "_install", lambda *_: pytest.fail("installed again"))
    environment.prepare(project, "runtime")
    environment.prepare(project, "tests")


@pytest.mark.parametrize(
    "change",
    [
        lambda project: (project / "requirements.lock").write_text("newer"),
        lambda project: (project / "pyproject.toml").write_text("another command"),
        lambda project: (project / ".venv" / "bin" / "python").unlink(),
        lambda project: (project / ".venv" / "made-for").write_text("elsewhere 3.11"),
        lambda project: (project / ".venv" / "installed-runtime").unlink(),
    ],
    ids=["the lock", "the project", "a Python that is gone", "a folder that was moved", "a broken installation"],
)
def test_it_is_installed_again_after_a_change_of(
    change: Callable[[Path], None], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[str] = []
    monkeypatch.setattr(environment, "_install", lambda _, wanted: installed.append(wanted))
    change(project)
    environment.prepare(project, "runtime")
    assert installed == ["runtime"]


def test_an_environment_that_is_a_link_to_anothers_is_not_emptied(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (project / ".venv").rename(elsewhere)
    (elsewhere / "made-for").write_text("elsewhere 3.11")
    (project / ".venv").symlink_to(elsewhere)
    with pytest.raises(SetupError, match=r"is a link to .*elsewhere"):
        environment.prepare(project, "runtime")
    assert (elsewhere / "bin" / "python").exists()


def test_what_is_installed_is_compiled_even_where_python_writes_nothing_by_itself(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in (Path(".venv/lib/some_package.py"), Path("core/ours.py")):
        (project / place).parent.mkdir(parents=True)
        (project / place).write_text("answer = 42\n")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    environment._compile(project)
    compiled = [path.name.split(".")[0] for path in project.rglob("*.pyc")]
    assert sorted(compiled) == ["ours", "some_package"]


def test_what_fails_says_why_and_what_to_do() -> None:
    with pytest.raises(SetupError, match=r"no network\nTry again"):
        require([sys.executable, "-c", "import sys; sys.exit('no network')"], "Try again")


def test_what_is_missing_stands_on_one_line_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(sys, "platform", "linux")
    advice = packages.advice([packages.PACKAGES[1], packages.PACKAGES[2]])
    assert advice == (
        "Missing: a PostgreSQL server, a Redis server. To install: sudo apt-get install -y postgresql redis-server"
    )


def test_on_a_mac_the_command_is_brews(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert packages.advice([packages.PACKAGES[0]]).endswith("brew install tesseract tesseract-lang")


def test_an_unsupported_python_is_refused_with_what_to_do(tmp_path: Path) -> None:
    done = subprocess.run(["make", "-n", "run", "PYTHON="], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Ronda needs Python 3.11, 3.12 or 3.13" in done.stderr


def test_no_lock_names_a_registry() -> None:
    for lock in (*environment.LOCKS.values(), environment.INSTALLER_LOCK):
        assert "://" not in (ROOT / lock).read_text()


def test_the_locks_of_the_tests_and_of_the_product_agree() -> None:
    def pins(lock: Path) -> set[str]:
        return {line.split()[0] for line in (ROOT / lock).read_text().splitlines() if "==" in line}

    assert pins(environment.LOCKS["runtime"]) <= pins(environment.LOCKS["tests"])


def test_without_the_model_for_speech_the_rest_goes_on_and_it_is_tried_once(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = project / environment.SPEECH_LOCK
    lock.parent.mkdir(parents=True, exist_ok=True)
    lock.write_text("gone==1.0")
    monkeypatch.setattr(environment, "_uv", lambda _: [sys.executable, "-c", "import sys; sys.exit('no such package')"])
    environment.add_speech(project)
    said = capsys.readouterr().err
    assert "no such package" in said
    assert "not understood" in said
    environment.add_speech(project)
    assert capsys.readouterr().err == ""
    lock.write_text("back==1.0")
    environment.add_speech(project)
    assert "no such package" in capsys.readouterr().err
