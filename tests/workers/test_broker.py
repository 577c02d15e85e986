import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator

import pytest
from redis import Redis

from workers.broker import is_alive, run, server_arguments, socket_path, wait_until_alive


@pytest.fixture
def url() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="ronda-") as folder:
        yield f"unix://{folder}/broker/valkey.sock"


def start(url: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", f"from workers.broker import run; run({url!r})"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def end(process: subprocess.Popen[str], number: int = signal.SIGTERM) -> str:
    process.send_signal(number)
    return process.communicate(timeout=30)[0]


def test_what_is_queued_outlives_a_stop(url: str) -> None:
    first = start(url)
    assert wait_until_alive(url, 20)
    with Redis.from_url(url) as server:
        server.rpush("queue", "visit")
    end(first)
    assert not is_alive(url)
    second = start(url)
    assert wait_until_alive(url, 20)
    with Redis.from_url(url) as server:
        assert server.lrange("queue", 0, -1) == [b"visit"]
    end(second)


def test_a_broker_starts_again_after_a_kill(url: str) -> None:
    end_of_first = start(url)
    assert wait_until_alive(url, 20)
    end(end_of_first, signal.SIGKILL)
    second = start(url)
    assert wait_until_alive(url, 20)
    end(second)


def test_a_live_broker_is_kept_and_not_doubled(url: str) -> None:
    first = start(url)
    assert wait_until_alive(url, 20)
    second = start(url)
    assert second.stdout is not None
    assert "already running" in second.stdout.readline()
    assert second.poll() is None
    end(first)
    second.communicate(timeout=30)
    assert second.returncode == 0


def test_two_brokers_never_share_a_folder(url: str) -> None:
    first = start(url)
    assert wait_until_alive(url, 20)
    os.kill(first.pid, signal.SIGSTOP)  # it holds the folder but does not answer
    second = start(url)
    said, _ = second.communicate(timeout=30)
    assert "does not answer" in said
    assert second.returncode == 1
    os.kill(first.pid, signal.SIGCONT)
    end(first)


def test_a_path_too_long_for_a_socket_is_refused_with_a_remedy() -> None:
    with pytest.raises(ValueError, match="set RONDA_DATA"):
        run(f"unix:///{'x' * 110}/valkey.sock")


def test_the_embedded_broker_forgets_nothing_and_listens_to_no_network() -> None:
    arguments = " ".join(server_arguments(socket_path("unix:///data/valkey.sock")))
    assert "--port 0" in arguments
    assert "--appendonly yes --appendfsync everysec" in arguments
    assert "--maxmemory-policy noeviction" in arguments
