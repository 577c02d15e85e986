"""The machine's own packages: what is missing, how it is installed, what is said where it may not be."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workers.setup.failure import say


@dataclass(frozen=True)
class Package:
    """A program that pip does not bring: how to see whether it is there, and what has it."""

    name: str
    purposes: tuple[str, ...]
    is_there: Callable[[], bool]
    apt: tuple[str, ...]
    brew: tuple[str, ...]


def install_missing(root: Path, purpose: str) -> list[Package]:
    """Installs what `purpose` (`run` or `test`) lacks, where it may; gives what is still missing.

    For `run` it is tried once: what is missing then is told, and not waited for at every start.
    """
    missing = _missing(purpose)
    tried = root / ".venv" / "packages-tried"
    if missing and (purpose == "test" or not tried.exists()):
        apt_install([name for package in missing for name in package.apt])
        if _needs_browser(missing):
            _install_browser(root)
        missing = _missing(purpose)
        tried.touch()
    return missing


def advice(missing: list[Package]) -> str:
    """One line: what is missing, and the command that installs it."""
    names = ", ".join(package.name for package in missing)
    return f"Missing: {names}. To install: {_command(missing)}"


def apt_install(names: list[str]) -> bool:
    """Installs Debian's packages where this user may without a password; gives whether that went well."""
    if not names or shutil.which("apt-get") is None or (prefix := _administrator()) is None:
        return False
    say(f"Installing {' '.join(names)} …")
    apt = [
        *prefix,
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-qq",
        "-o",
        "DPkg::Lock::Timeout=300",
    ]
    steps = ([*apt, "update"], [*apt, "install", "-y", "--no-install-recommends", *names])
    results = [subprocess.run(step, capture_output=True, text=True, check=False) for step in steps]
    if results[-1].returncode:
        say(results[-1].stderr.strip())
    return results[-1].returncode == 0


def _missing(purpose: str) -> list[Package]:
    return [package for package in PACKAGES if purpose in package.purposes and not package.is_there()]


def _command(missing: list[Package]) -> str:
    commands = []
    if sys.platform == "darwin":
        tool, names = "brew install", [name for package in missing for name in package.brew]
    else:
        sudo = "" if os.geteuid() == 0 else "sudo "
        tool, names = f"{sudo}apt-get install -y", [name for package in missing for name in package.apt]
    if names:
        commands.append(f"{tool} {' '.join(names)}")
    if _needs_browser(missing):
        commands.append(".venv/bin/playwright install --with-deps chromium")
    return " && ".join(commands)


def _administrator() -> list[str] | None:
    """What to put before a command that only root may run; None where this user may not."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") is None:
        return None
    return None if subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode else sudo


def _has_tesseract() -> bool:
    if shutil.which("tesseract") is None:
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    return {"eng", "spa"} <= set(listed.stdout.split())


def _has_postgresql() -> bool:
    places = [*Path("/usr/lib/postgresql").glob("*/bin"), *Path("/opt/homebrew/opt").glob("postgresql*/bin")]
    return shutil.which("initdb", path=os.pathsep.join([*map(str, places), os.environ["PATH"]])) is not None


def _has_redis() -> bool:
    return shutil.which("redis-server") is not None


def _has_browser() -> bool:
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    caches = (Path.home() / ".cache", Path.home() / "Library" / "Caches")
    by_playwright = [found for cache in caches for found in cache.glob("ms-playwright/chromium-*")]
    return bool(by_playwright) or any(map(shutil.which, names))


def _needs_browser(missing: list[Package]) -> bool:
    """Whether the browser is to come from Playwright: Ubuntu's package is a snap, macOS has none."""
    return BROWSER in missing and not BROWSER.apt


def _install_browser(root: Path) -> None:
    say("Installing Chromium by Playwright …")
    with_libraries = ["--with-deps"] if _administrator() is not None else []
    subprocess.run([root / ".venv/bin/playwright", "install", *with_libraries, "chromium"], check=False)


def _is_debian_itself() -> bool:
    release = Path("/etc/os-release")
    return release.exists() and "ID=debian" in release.read_text().splitlines()


BROWSER = Package("Chromium", ("test",), _has_browser, ("chromium-headless-shell",) if _is_debian_itself() else (), ())
PACKAGES = (
    Package(
        "Tesseract with Spanish (without it, RapidOCR alone reads cards)",
        ("run", "test"),
        _has_tesseract,
        ("tesseract-ocr", "tesseract-ocr-spa"),
        ("tesseract", "tesseract-lang"),
    ),
    Package("a PostgreSQL server", ("test",), _has_postgresql, ("postgresql",), ("postgresql",)),
    Package("a Redis server", ("test",), _has_redis, ("redis-server",), ("redis",)),
    BROWSER,
)
