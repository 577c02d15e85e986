"""`ronda understand`: sentences in, meanings out, without a database."""

import json
from pathlib import Path

import pytest

from tests.workers.commands.conftest import Command

WORLD = {
    "timezone": "Europe/Madrid",
    "accounts": [{"name": "Talleres Núñez S.L."}],
    "stages": [{"key": "proposal", "es": "Propuesta", "en": "Proposal"}],
    "told_to_nobody": "more keys may come",
}
CALL = {
    "id": "a",
    "text": "llamé a Talleres Núñez, volver a llamar el jueves a las 10",
    "lang": "es",
    "now": "2026-05-05T12:00",
}
GREETING = {"id": "b", "text": "hello", "lang": "en", "now": "2026-05-05T12:00"}


@pytest.fixture
def world(tmp_path: Path) -> str:
    file = tmp_path / "world.json"
    file.write_text(json.dumps(WORLD), encoding="utf-8")
    return str(file)


def test_each_sentence_gives_a_line_in_its_order(ronda: Command, world: str) -> None:
    given = "\n".join([json.dumps(CALL, ensure_ascii=False), "", json.dumps(GREETING)])
    answer = ronda("understand", "--world", world, given=given)
    assert answer.exit_code == 0
    call, greeting = [json.loads(line) for line in answer.output.splitlines()]
    assert (call["id"], call["intent"], call["account"]) == ("a", "log", "Talleres Núñez S.L.")
    assert call["next"] == {"kind": "call", "start": "2026-05-07T10:00"}
    assert (greeting["id"], greeting["intent"], greeting["ask"]) == ("b", "other", [])


@pytest.mark.parametrize("line", ["{", "[]", '{"text": "hello"}', '{"text": "hello", "now": "soon"}'])
def test_a_line_that_is_no_sentence_is_named_after_those_before_it(ronda: Command, world: str, line: str) -> None:
    answer = ronda("understand", "--world", world, given=f"{json.dumps(GREETING)}\n{line}\n")
    assert answer.exit_code == 1
    assert json.loads(answer.output.splitlines()[0])["id"] == "b"
    assert "Line 2 is no sentence" in answer.output


@pytest.mark.parametrize("written", [None, "{", "[]", '{"accounts": [{}]}', '{"accounts": ["Acme"]}'])
def test_a_file_that_describes_no_world_is_refused(ronda: Command, tmp_path: Path, written: str | None) -> None:
    file = tmp_path / "world.json"
    if written is not None:
        file.write_text(written)
    answer = ronda("understand", "--world", str(file), given=json.dumps(CALL))
    assert answer.exit_code == 1
    assert str(file) in answer.output
