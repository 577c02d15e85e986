"""`ronda up`, as `make run` calls it, on an empty folder: demo, every process, healing, the end of all."""

import re
import signal
import sys
import time
from collections.abc import Iterator

import httpx
import psutil
import pytest

from tests.system.running import PROCESSES, Ronda, answers, installation
from workers.demo import is_complete

START_SECONDS = 300.0
"""The demo is made at the first start."""


@pytest.fixture
def ronda() -> Iterator[Ronda]:
    """A fresh folder, and everything started by one command."""
    with installation() as made:
        made.start_slowly("up")
        made.wait_until(lambda: answers(f"{made.url}/health"), "the pages", START_SECONDS)
        yield made


@pytest.mark.soak
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent was killed")
def test_nothing_is_left_when_the_supervisor_is_killed_and_the_demo_is_completed_by_the_next(ronda: Ronda) -> None:
    _all_at_work(ronda)
    ronda.kill("up")
    ronda.wait_until(lambda: not ronda.all_processes(), "the end of every process")
    ronda.start_slowly("up")
    ronda.wait_until(lambda: is_complete(ronda.settings), "the whole demo", START_SECONDS)


@pytest.mark.soak
def test_a_stranger_gets_everything_with_one_command_and_it_heals_and_ends(ronda: Ronda) -> None:
    _all_at_work(ronda)
    _a_demo_user_signs_in(ronda)
    for name in PROCESSES:
        before = _at_work(ronda)[name]
        before.kill()
        ronda.wait_until(lambda name=name, before=before: _is_new(ronda, name, before), f"{name} to be started again")  # type: ignore[misc]
    ronda.wait_until(lambda: answers(f"{ronda.url}/health"), "the pages again")
    ronda.wait_until(lambda: answers(f"{ronda.chat_url}/"), "the chat again")
    family = ronda.all_processes()
    assert ronda.end("up", signal.SIGINT) == 0
    assert not [process for process in family if process.is_running()]


def _all_at_work(ronda: Ronda) -> None:
    ronda.wait_until(lambda: set(_at_work(ronda)) == set(PROCESSES), "every process")
    ronda.wait_until(lambda: answers(f"{ronda.chat_url}/"), "the chat")
    ronda.wait_until(lambda: "asks for updates" in ronda.said("up"), "the bot")


def _a_demo_user_signs_in(ronda: Ronda) -> None:
    """With the address and the password that were printed."""
    said = ronda.said("up")
    password = re.search(r"password (\S+)", said)
    email = re.search(r"\S+@\S+", said)
    assert password, said
    assert email, said
    with httpx.Client(base_url=ronda.url, headers={"Origin": ronda.url}, trust_env=False, timeout=60) as browser:
        answer = browser.post("/sign-in", data={"email": email[0], "password": password[1]})
        assert answer.status_code == httpx.codes.SEE_OTHER
        assert browser.get("/today").status_code == httpx.codes.OK


def _at_work(ronda: Ronda) -> dict[str, psutil.Process]:
    """The processes of the Procfile that run now, by name."""
    found = {}
    for process in ronda.all_processes():
        try:
            words = process.cmdline()
        except psutil.Error:
            continue
        if words and words[-1] in PROCESSES and words[-2].endswith("/ronda"):
            found[words[-1]] = process
        elif "valkey-server" in " ".join(words):
            found["broker"] = process
    return found


def _is_new(ronda: Ronda, name: str, before: psutil.Process) -> bool:
    time.sleep(0.1)
    now = _at_work(ronda).get(name)
    return now is not None and now.pid != before.pid
