"""The Procfile, and the `supervisor` library's configuration made from it."""

import os
from collections.abc import Mapping
from pathlib import Path

SERVED_FIRST = ("broker", "chat")
"""The others need them: they start before and stop after."""


def read_procfile(path: Path) -> dict[str, str]:
    """The commands by name, in the file's order."""
    lines = (line.strip() for line in path.read_text().splitlines())
    pairs = (line.split(":", 1) for line in lines if line and not line.startswith("#"))
    return {name.strip(): command.strip() for name, command in pairs}


def write_configuration(folder: Path, commands: Mapping[str, str]) -> Path:
    """Writes `supervisor.conf` for these commands into `folder` and gives its path."""
    path = folder / "supervisor.conf"
    path.write_text("\n".join(_sections(folder, commands)) + "\n")
    return path


def _sections(folder: Path, commands: Mapping[str, str]) -> list[str]:
    served = [name for name in commands if name in SERVED_FIRST]
    serving = [name for name in commands if name not in SERVED_FIRST]
    return [
        "[supervisord]",
        f"logfile={_escaped(folder / 'supervisor.log')}",
        f"pidfile={_escaped(folder / 'supervisor.pid')}",
        f"childlogdir={_escaped(folder)}",
        *(["user=root"] if os.getuid() == 0 else []),  # without it, a warning
        "silent=true",
        "logfile_maxbytes=1MB",
        "logfile_backups=1",
        *(line for name, command in commands.items() for line in _program(name, command)),
        *_group("first", 1, served),
        *_group("then", 2, serving),
    ]


def _program(name: str, command: str) -> list[str]:
    return [
        f"[program:{name}]",
        f"command={_escaped(command)}",
        "autorestart=true",
        "startsecs=3",  # who ends sooner waits 1, 2, 3… seconds before the next start, and is never given up
        "startretries=1000000000",
        "stopwaitsecs=10",
        "killasgroup=true",
        "redirect_stderr=true",
        "stdout_logfile=NONE",
        "stdout_events_enabled=true",
    ]


def _group(name: str, priority: int, programs: list[str]) -> list[str]:
    return [f"[group:{name}]", f"programs={','.join(programs)}", f"priority={priority}"] if programs else []


def _escaped(value: object) -> str:
    return str(value).replace("%", "%%")
