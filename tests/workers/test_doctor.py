import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from core.migrations import upgrade
from core.settings import read_settings
from tests.services import free_port
from workers import doctor

HOLD_THE_LEASE = """
import asyncio
from datetime import UTC, datetime, timedelta
from core.leases import hold
from workers.clock import LEASE
asyncio.run(hold(LEASE, "this test", datetime.now(UTC), timedelta(minutes=5)))
"""


class ChatServer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        known = self.path == "/bot1:known/getMe"
        self.send_response(200 if known else 401)
        self.end_headers()
        self.wfile.write(b'{"ok": true, "result": {"username": "ronda_bot"}}' if known else b'{"ok": false}')

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def chat_url() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), ChatServer) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="ronda-") as name:
        yield Path(name)


def examined(environment: Mapping[str, str], program: str = "from workers.cli import main; main()") -> tuple[int, str]:
    """The exit code and the output of `ronda doctor` (or another program) in this environment."""
    done = subprocess.run(
        [sys.executable, "-c", program, "doctor"],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def state(output: str, check: str) -> str:
    [line] = [line for line in output.splitlines() if line.split()[1:2] == [check]]
    return line.split()[0]


def test_before_the_first_start_what_is_missing_is_named_with_what_to_do(folder: Path) -> None:
    code, output = examined({"RONDA_DATA": str(folder), "CHAT_PORT": str(free_port())})
    assert code == 1
    assert {name: state(output, name) for name in ("database", "broker", "chat", "clock")} == dict.fromkeys(
        ("database", "broker", "chat", "clock"), "missing"
    )
    assert output.count("`ronda up`") >= 3
    assert {name: state(output, name) for name in ("python", "sqlite", "rapidocr")} == dict.fromkeys(
        ("python", "sqlite", "rapidocr"), "OK"
    )


async def test_a_running_installation_is_found_well(folder: Path, chat_url: str, embedded_broker_url: str) -> None:
    environment = {
        "RONDA_DATA": str(folder),
        "BROKER_URL": embedded_broker_url,
        "TELEGRAM_API_URL": chat_url,
        "TELEGRAM_BOT_TOKEN": "1:known",
    }
    await upgrade(read_settings(environment).database_url)
    assert examined(environment, HOLD_THE_LEASE) == (0, "")
    code, output = examined(environment)
    assert "missing" not in output
    assert "@ronda_bot" in output
    assert "held by this test" in output
    assert code == 0


async def test_a_refused_token_is_told_from_a_server_that_is_away(chat_url: str) -> None:
    refused = await doctor.chat(read_settings({"TELEGRAM_API_URL": chat_url, "TELEGRAM_BOT_TOKEN": "1:unknown"}))
    away = await doctor.chat(
        read_settings({"TELEGRAM_API_URL": f"http://127.0.0.1:{free_port()}", "TELEGRAM_BOT_TOKEN": "1:known"})
    )
    assert "token is refused" in refused.text
    assert "does not answer" in away.text


async def test_the_old_tables_of_an_installation_are_noticed(folder: Path) -> None:
    (folder / "ronda.db").touch()
    finding = await doctor.database(read_settings({"RONDA_DATA": str(folder)}))
    assert finding.state == "missing"
    assert "not up to date" in finding.text


async def test_a_missing_second_reader_can_be_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert (await doctor.tesseract(read_settings({}))).state == "wanting"
    assert (await doctor.tesseract(read_settings({"CARD_READER": "tesseract"}))).state == "missing"
