"""Each command that the documents and the messages name is there."""

import re
from pathlib import Path

import typer

from workers.cli import app

ROOT = Path(__file__).parents[3]
NAMED = re.compile(r"(?:`|bin/)ronda ([a-z]+)")


def test_every_command_that_a_document_or_a_message_names_is_there() -> None:
    texts = [ROOT / "README.md", *ROOT.glob("docs/**/*.md")]
    texts += [file for folder in ("bot", "core", "pwa", "workers") for file in (ROOT / folder).rglob("*.py")]
    named = {command for file in texts for command in NAMED.findall(file.read_text())}
    assert {"up", "understand", "doctor"} <= named
    assert named <= set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
