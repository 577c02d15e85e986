"""`ronda up`: everything on this machine, from an empty folder to running processes."""

import asyncio
import fcntl
import os
import socket
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from core.migrations import upgrade
from core.settings import Settings, settings
from workers.demo import begin_once, is_complete, password, users
from workers.supervisor_configuration import read_procfile, write_configuration
from workers.terminal import spoken


def migrate() -> None:
    """Brings the database's tables up to date; makes them in a new database."""
    asyncio.run(upgrade())


STEPS: tuple[Callable[[], None], ...] = (migrate, begin_once)
"""What is done before the processes start, in this order; each does nothing when it has been done already."""


def run(procfile: Path, steps: tuple[Callable[[], None], ...] = STEPS) -> None:
    """Prepares the data and becomes the supervisor of the Procfile's processes; ends when they have ended.

    Ends at once, with the reason: it is running already, another program has the port, `STORE_URL` names no store.
    """
    chosen = settings()
    _require_a_store(chosen)
    chosen.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    _be_the_only_one(chosen)
    _require_free_ports(chosen)
    for step in steps:
        step()
    configuration = write_configuration(chosen.data_dir, wanted(read_procfile(procfile), chosen))
    _become_supervisor(configuration, _greeting(chosen))


def wanted(commands: Mapping[str, str], chosen: Settings) -> dict[str, str]:
    """The processes that this installation runs itself: no broker and no chat where others serve them."""
    served_by_others = {"broker": not chosen.broker_is_embedded, "chat": not chosen.chat_is_local}
    return {name: command for name, command in commands.items() if not served_by_others.get(name)}


def _require_a_store(chosen: Settings) -> None:
    """An address that names no store is said now, not with the first document. Raises `UnusableSetting`."""
    if not chosen.store_url.startswith("file:///"):
        from core.documents.stores import open_store  # noqa: PLC0415 - most installations keep files in a folder

        open_store(chosen.store_url)


def _be_the_only_one(chosen: Settings) -> None:
    lock = os.open(chosen.data_dir / "up.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        pid = os.read(lock, 20).decode().strip()
        _ = spoken()
        where = {"url": chosen.base_url, "pid": pid, "folder": chosen.data_dir}
        sys.exit(_("Ronda is already running on {url} (process {pid}, data in {folder}).", where))
    os.ftruncate(lock, 0)
    os.write(lock, f"{os.getpid()}\n".encode())
    os.set_inheritable(lock, True)  # held until the supervisor, which this process becomes, has ended


def _require_free_ports(chosen: Settings) -> None:
    ports = {"PORT": (chosen.host, chosen.port)}
    if chosen.chat_is_local:
        ports["CHAT_PORT"] = (chosen.chat_host, chosen.chat_port)
    _ = spoken()
    for variable, (host, port) in ports.items():
        if not _is_free(host, port):
            other = {"port": port, "example": f"{variable}={port + 10}"}
            sys.exit(_("Another program has port {port}: choose another, as in `{example} make run`.", other))


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family, socket.SOCK_STREAM)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _greeting(chosen: Settings) -> str:
    _ = spoken()
    lines = [f"Ronda   {chosen.base_url}"]
    if chosen.chat_is_local:
        lines.append(f"Chat    http://{chosen.chat_host}:{chosen.chat_port}")
    if demo_password := password(chosen):
        people = [f"  {user.email:20} {user.name:16} {user.role:8} {user.company}" for user in users()]
        lines += ["", _("Demo users, password {password}", {"password": demo_password}), *people]
        if not is_complete(chosen):
            lines += ["", _("Their first customers are there; the others follow within a minute or two.")]
    return "\n".join(["", *lines, "", _("Ctrl-C stops everything."), ""])


def _become_supervisor(configuration: Path, greeting: str) -> None:
    """Gives the place to a lighter program, which keeps the process's number, its lock and its terminal.

    It greets when the pages answer. The greeting has a password: it goes through a pipe, where nobody else can read it.
    """
    read, write = os.pipe()
    os.write(write, greeting.encode())
    os.close(write)
    os.set_inheritable(read, True)
    programs = Path(sys.executable).parent
    environment = os.environ | {
        "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "PYTHONUNBUFFERED": "1",
    }
    arguments = [sys.executable, "-m", "workers.supervisor", str(configuration), str(read)]
    os.execve(sys.executable, arguments, environment)  # noqa: S606
