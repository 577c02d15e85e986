"""`ronda understand`: what sentences mean in a world that a file describes, without a database."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from core.understanding.world import World


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("understand")(understand)


def understand(
    world: Annotated[
        Path, typer.Option(help="Accounts, contacts, opportunities, stages, as JSON; see docs/understanding.md.")
    ],
) -> None:
    """Read sentences as JSON lines (id, text, lang, now), and print what each means, a line each."""
    from core.understanding.batch import UnreadableSentence, predict

    known = _read(world)
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a real stream, whatever the locale
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        for line in predict(sys.stdin, known):
            print(line, flush=True)
    except UnreadableSentence as error:
        sys.exit(str(error))


def _read(path: Path) -> "World":
    from core.understanding.world import World

    try:
        return World.from_json(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        sys.exit(f"{path}: {error.strerror}.")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        sys.exit(f"{path} does not describe a world: {type(error).__name__} {error}.")
