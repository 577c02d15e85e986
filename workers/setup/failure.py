"""What stops the preparation, in words for whoever started it."""

import subprocess
import sys


class SetupError(Exception):
    """The preparation cannot go on; the message says what to do."""


def say(text: str) -> None:
    """Tells what is being done."""
    print(text, file=sys.stderr, flush=True)


def require(command: list[str], otherwise: str, environment: dict[str, str] | None = None) -> None:
    """Runs a command in silence; if it fails, raises SetupError: the end of its output, then `otherwise`."""
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, check=False, text=True
    )
    if done.returncode:
        last_lines = "\n".join(done.stdout.splitlines()[-15:])
        raise SetupError(f"{last_lines}\n{otherwise}")
