"""Processes that the kernel ends when their supervisor is killed, so that no kill leaves any behind; only Linux can."""

import ctypes
import os
import signal
import sys
from collections.abc import Mapping, Sequence

from supervisor.options import ServerOptions

_SET_PARENT_DEATH_SIGNAL = 1
_libc = ctypes.CDLL(None)


class BindingOptions(ServerOptions):  # type: ignore[misc]  # the library has no types
    """The supervisor's dealings with the system: a process is bound to it before it becomes its program."""

    def __init__(self) -> None:
        super().__init__()
        self._supervisor = os.getpid()

    def execve(self, filename: str, argv: Sequence[str], env: Mapping[str, str]) -> None:
        if sys.platform == "linux":
            _libc.prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGTERM)
            if os.getppid() != self._supervisor:  # killed before it could be said
                os._exit(1)
        super().execve(filename, argv, env)
