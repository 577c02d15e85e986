"""Firefox and WebKitGTK, driven as WebDriver says: a page, a script in it, keys. Both are found or the test skips."""

import json
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import httpx
import pytest

from tests.services import free_port

PATIENCE_SECONDS = 60
NAMED_KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Right": "\ue014", "Down": "\ue015"}
MODIFIERS = {"Control": "\ue009", "Alt": "\ue00a"}


class Driver(Protocol):
    """Says a WebDriver command to a browser."""

    def say(self, command: str, **values: Any) -> Any: ...


class Pilot:
    """What a test does with a browser: opens, presses, reads, waits."""

    def __init__(self, driver: Driver, url: str) -> None:
        self._driver = driver
        self._url = url

    def go(self, path: str) -> None:
        """Opens a page and waits until it is there."""
        self._driver.say("Navigate", url=self._url + path)
        self.until("document.documentElement.classList.contains('has-script')")

    def ask(self, script: str) -> Any:
        """What an expression gives in the page."""
        return self._driver.say("ExecuteScript", script=f"return ({script})", args=[])

    def until(self, script: str) -> None:
        """Waits until an expression is true; tells what the page says when it does not become so."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            if self.ask(script):
                return
            time.sleep(0.1)
        raise AssertionError(f"{script}: {self.ask('document.body.innerText')}")

    def until_it_says(self, words: str) -> None:
        """Waits until the page, or what lies above it, says these words."""
        self.until(f"document.body.innerText.includes({json.dumps(words)})")

    def focus(self, selector: str) -> None:
        """Puts the keyboard there."""
        self.until(f"document.querySelector({json.dumps(selector)}) !== null")
        self.ask(f"document.querySelector({json.dumps(selector)}).focus()")

    def press(self, keys: str) -> None:
        """One stroke, such as `Enter`, `Alt+Right`, `m`."""
        *held, last = keys.split("+")
        strokes = [MODIFIERS[key] for key in held] + [NAMED_KEYS.get(last, last)]
        down = [{"type": "keyDown", "value": stroke} for stroke in strokes]
        self._act(down + [{"type": "keyUp", "value": stroke} for stroke in reversed(strokes)])

    def type(self, text: str) -> None:
        """Letter by letter."""
        self._act([{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")])

    def _act(self, actions: list[dict[str, str]]) -> None:
        self._driver.say("PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": actions}])


class _Firefox:
    """By Marionette, which is in every Firefox: lengths and JSON over a socket."""

    def __init__(self, port: int) -> None:
        self._line = _connected(port)
        self._file = self._line.makefile("rb")
        self._number = 0
        self._read()  # its greeting
        self.say("NewSession", capabilities={"alwaysMatch": {"acceptInsecureCerts": True}})

    def say(self, command: str, **values: Any) -> Any:
        self._number += 1
        text = json.dumps([0, self._number, f"WebDriver:{command}", values]).encode()
        self._line.sendall(b"%d:%s" % (len(text), text))
        _, _, error, result = self._read()
        assert error is None, error
        return result.get("value") if isinstance(result, dict) else result

    def close(self) -> None:
        self._file.close()
        self._line.close()

    def _read(self) -> Any:
        length = b""
        while (digit := self._file.read(1)) != b":":
            length += digit
        return json.loads(self._file.read(int(length)))


class _WebKit:
    """By its own driver, over HTTP."""

    _ADDRESSES = {"Navigate": "url", "ExecuteScript": "execute/sync", "PerformActions": "actions"}

    def __init__(self, port: int, program: str) -> None:
        self._client = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE_SECONDS, trust_env=False)
        options = {"binary": program, "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self._session = self._post("/session", {"capabilities": wanted})["sessionId"]

    def say(self, command: str, **values: Any) -> Any:
        return self._post(f"/session/{self._session}/{self._ADDRESSES[command]}", values)

    def close(self) -> None:
        self._client.delete(f"/session/{self._session}")
        self._client.close()

    def _post(self, path: str, values: dict[str, Any]) -> Any:
        answer = self._client.post(path, json=values).json()["value"]
        assert not (isinstance(answer, dict) and "error" in answer), answer
        return answer


@contextmanager
def firefox(url: str) -> Iterator[Pilot]:
    """Firefox, without a window."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        pytest.skip("Firefox is not installed (apt-get install firefox-esr)")
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="ronda-firefox-") as profile:
        (Path(profile) / "user.js").write_text(f'user_pref("marionette.port", {port});\n')
        process = subprocess.Popen(
            [program, "--headless", "--marionette", "--no-remote", "--profile", profile],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        driver = _Firefox(port)
        try:
            yield Pilot(driver, url)
        finally:
            driver.close()
            process.terminate()
            process.wait(PATIENCE_SECONDS)


@contextmanager
def webkit(url: str) -> Iterator[Pilot]:
    """WebKitGTK's own small browser, the nearest to Safari, on a screen that nobody sees."""
    program, screens = shutil.which("WebKitWebDriver"), shutil.which("xvfb-run")
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    if program is None or screens is None or not browsers:
        pytest.skip("WebKitGTK is not installed (apt-get install webkit2gtk-driver xvfb)")
    port = free_port()
    process = subprocess.Popen(
        [screens, "-a", program, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _connected(port).close()
    driver = _WebKit(port, str(browsers[-1]))
    try:
        yield Pilot(driver, url)
    finally:
        driver.close()
        process.terminate()
        process.wait(PATIENCE_SECONDS)


def _connected(port: int) -> socket.socket:
    """As soon as somebody listens there."""
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
