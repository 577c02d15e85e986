"""The output of several processes on one terminal: whole lines, each with its process's name before it."""

import sys
from itertools import cycle
from typing import TextIO

COLOURS = ("36", "33", "35", "32", "34", "31")


class Console:
    """Takes output in pieces of any size and prints it in lines of `name | text`."""

    def __init__(self, names: list[str], out: TextIO = sys.stdout) -> None:
        self._out = out
        self._unfinished: dict[str, bytes] = {}
        self._prefixes = self._coloured(names)

    def write(self, name: str, piece: bytes) -> None:
        """Prints the lines that `piece` completes and keeps the rest until its line ends."""
        *lines, rest = (self._unfinished.pop(name, b"") + piece).split(b"\n")
        if rest:
            self._unfinished[name] = rest
        self._print(name, lines)

    def say(self, name: str, text: str) -> None:
        """Prints a line of our own about `name`, after what that process had begun to say."""
        rest = self._unfinished.pop(name, b"")
        self._print(name, [*([rest] if rest else []), text.encode()])

    def tell(self, text: str) -> None:
        """Prints lines of our own about the whole."""
        try:
            self._out.write(f"{text}\n")
            self._out.flush()
        except (OSError, ValueError):  # the terminal is gone: the hang-up signal ends us, not this
            return

    def _print(self, name: str, lines: list[bytes]) -> None:
        if lines:
            self.tell("\n".join(f"{self._prefixes[name]}{line.decode(errors='replace')}" for line in lines))

    def _coloured(self, names: list[str]) -> dict[str, str]:
        width = max(map(len, names))
        if not self._out.isatty():
            return {name: f"{name:<{width}} | " for name in names}
        return {
            name: f"\033[{colour}m{name:<{width}} |\033[0m "
            for name, colour in zip(names, cycle(COLOURS), strict=False)
        }
