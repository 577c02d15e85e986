"""`python3 -m workers.setup run|test|check [COMMAND…]`: makes ready for that purpose, then becomes it."""

import os
import sys
from pathlib import Path

from workers.setup import environment, packages
from workers.setup.failure import SetupError

ROOT = Path(__file__).resolve().parent.parent.parent


def main(purpose: str, command: list[str]) -> None:
    """Prepares for `run`, `test`, or `check` (`test` without the machine's packages)."""
    os.chdir(ROOT)
    environment.prepare(ROOT, "runtime" if purpose == "run" else "tests")
    if purpose != "check":
        environment.add_speech(ROOT)
        missing = packages.install_missing(ROOT, purpose)
        if missing and purpose == "test":
            raise SetupError(packages.advice(missing))
        if missing:
            print(packages.advice(missing), flush=True)
    if command:
        os.execvp(command[0], command)  # noqa: S606


if __name__ == "__main__":
    try:
        main(sys.argv[1], sys.argv[2:])
    except SetupError as error:
        sys.exit(str(error))
