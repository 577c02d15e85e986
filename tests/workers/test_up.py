"""Starting everything, keeping it running, stopping it: with real processes."""

import os
import signal
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from core.settings import UnusableSetting, read_settings, settings
from tests.workers.installation import PATIENCE_SECONDS, installation, is_running, saying_pid, wait_for
from workers.up import run, wanted

SLEEPER = saying_pid("exec sleep 1000")
PROCFILE = {"broker": "ronda broker", "web": "ronda web", "chat": "ronda chat"}


def test_all_output_is_on_one_terminal_with_names() -> None:
    with installation({"web": "echo hello", "worker": "echo world"}) as made:
        made.until("web    | hello")
        made.until("worker | world")


def test_a_killed_process_is_started_again() -> None:
    with installation({"bot": SLEEPER, "worker": SLEEPER}) as made:
        made.until("pid", times=2)
        [before], [other] = made.pids("bot"), made.pids("worker")
        os.kill(before, signal.SIGKILL)
        made.until("bot    | pid", times=2)
        assert is_running(made.pids("bot")[-1])
        assert made.pids("worker") == [other]


def test_the_pages_start_first_and_the_rest_as_soon_as_they_answer() -> None:
    pages = saying_pid(f"exec {sys.executable} -m http.server --bind 127.0.0.1 $PORT")
    with installation({"broker": SLEEPER, "worker": SLEEPER, "web": pages}) as made:
        made.until("pid", times=3)
        said = [line.split(" | ") for line in made.lines if " | " in line]
        assert [(name.strip(), text.split()[0]) for name, text in said[:2]] == [("web", "pid"), ("web", "Serving")]


def test_the_address_is_shown_when_the_pages_answer() -> None:
    slow = saying_pid(f"sleep 1; exec {sys.executable} -m http.server --bind 127.0.0.1 $PORT")
    with installation({"web": slow}) as made:
        made.until("Ctrl-C stops everything.")
        with socket.create_connection(("127.0.0.1", made.port), timeout=1):
            pass


def test_nobody_waits_for_pages_that_fail() -> None:
    with installation({"web": "false", "worker": SLEEPER}) as made:
        made.until("worker | pid")


def test_what_a_killed_process_had_started_ends_with_it() -> None:
    with installation({"web": saying_pid("sleep 1000 & echo child pid $!; wait")}) as made:
        made.until("child pid")
        process, child = made.pids("web")
        os.kill(process, signal.SIGKILL)
        wait_for(lambda: not is_running(child), "the end of the child", made)


def test_a_process_that_keeps_failing_waits_longer_each_time() -> None:
    with installation({"web": "false"}) as made:
        made.until("starting it again in 1 s")
        made.until("starting it again in 2 s")


def test_a_program_that_is_not_there_is_named() -> None:
    with installation({"web": "no-such-program"}) as made:
        made.until("no-such-program")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ctrl_c_a_stop_and_a_closed_terminal_leave_no_process(number: signal.Signals) -> None:
    with installation({"broker": SLEEPER, "bot": SLEEPER, "worker": saying_pid("sleep 1000; true")}) as made:
        made.until("pid", times=3)
        pids = [pid for name in ("broker", "bot", "worker") for pid in made.pids(name)]
        assert made.end(number) == 0
        assert [pid for pid in pids if is_running(pid)] == []
        assert sorted(p.name for p in (made.folder / "data").iterdir()) == [
            "supervisor.conf",
            "supervisor.log",
            "up.lock",
        ]


def test_a_terminal_that_closes_without_a_word_leaves_no_process() -> None:
    ours, theirs = os.openpty()
    with open(theirs, "wb") as output, installation({"web": SLEEPER}, output=output) as made:  # noqa: PTH123
        said = b""
        while b"pid" not in said or not said.endswith(b"\n"):
            said += os.read(ours, 1000)
        web = int(said.rsplit(maxsplit=1)[-1])
        output.close()
        os.close(ours)
        assert made.process.wait(PATIENCE_SECONDS) == 0
        assert not is_running(web)


def test_the_broker_stops_after_those_who_need_it() -> None:
    with installation({"broker": SLEEPER, "bot": SLEEPER, "worker": SLEEPER}) as made:
        made.until("pid", times=3)
        made.end(signal.SIGTERM)
        stopped = [line.split()[0] for line in made.lines if "stopped" in line]
        assert stopped[-1] == "broker"
        assert sorted(stopped) == ["bot", "broker", "worker"]


def test_everything_stops_while_the_pages_are_waited_for() -> None:
    with installation({"web": SLEEPER, "worker": SLEEPER}) as made:
        made.until("pid")
        [web] = made.pids("web")
        assert made.end(signal.SIGTERM) == 0
        assert not is_running(web)
        assert made.pids("worker") == []


def test_it_speaks_the_operators_language() -> None:
    with installation({"bot": SLEEPER}, LC_ALL="es_ES.UTF-8") as made:
        made.until("Ctrl-C lo para todo.")
        made.until("pid")
        assert "ya está en marcha" in made.start_again().stderr
        made.end(signal.SIGTERM)
        made.until("bot | parado")


def test_a_second_start_says_that_it_is_running_already() -> None:
    with installation({"web": SLEEPER}) as made:
        made.until("pid")
        second = made.start_again()
        assert second.returncode == 1
        assert f"already running on http://127.0.0.1:{made.port} (process {made.process.pid}" in second.stderr


def test_a_port_that_another_program_has_is_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with installation({"web": SLEEPER}, PORT=str(port)) as made:
            made.until(f"Another program has port {port}: choose another, as in `PORT={port + 10} make run`")
            assert made.process.wait() == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent was killed")
def test_processes_of_a_killed_supervisor_end() -> None:
    with installation({"broker": SLEEPER, "worker": SLEEPER}) as made:
        made.until("pid", times=2)
        pids = [*made.pids("broker"), *made.pids("worker")]
        made.process.kill()
        wait_for(lambda: not any(map(is_running, pids)), "the end of the processes", made)


@pytest.mark.parametrize(
    ("environment", "names"),
    [
        ({}, ["broker", "web", "chat"]),
        ({"BROKER_URL": "redis://elsewhere/0"}, ["web", "chat"]),
        ({"TELEGRAM_BOT_TOKEN": "1:real"}, ["broker", "web"]),
        ({"TELEGRAM_BOT_TOKEN": "1:real", "BROKER_URL": "redis://elsewhere/0"}, ["web"]),
    ],
)
def test_what_others_serve_is_not_started(environment: Mapping[str, str], names: list[str]) -> None:
    assert list(wanted(PROCFILE, read_settings(environment))) == names


def test_an_address_that_names_no_store_is_said_before_anything_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RONDA_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("STORE_URL", "ftp://example.com")
    settings.cache_clear()
    with pytest.raises(UnusableSetting, match="STORE_URL"):
        run(tmp_path / "Procfile", steps=())
    settings.cache_clear()
    assert not (tmp_path / "data").exists()
