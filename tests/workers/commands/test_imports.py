"""`ronda import`: a file becomes accounts and contacts, once, and says what was wrong."""

import json
from pathlib import Path

from tests.builders.tables import csv_of
from tests.workers.commands.conftest import Command

MANAGER = ("--as", "manager@ebro.example")
ROWS = [["Empresa", "Tel"], ["Acme", "976123456"], ["Ebro", "x"]]


def test_a_file_is_imported_and_what_is_wrong_is_said(ebro: Command, tmp_path: Path) -> None:
    file = tmp_path / "clientes.csv"
    file.write_bytes(csv_of(ROWS))
    looked = json.loads(ebro("import", str(file), "--check", *MANAGER).output)
    assert (looked["state"], looked["done"]) == ("ready", 0)
    done = json.loads(ebro("import", str(file), *MANAGER).output)
    assert (done["state"], done["done"], done["failed"]) == ("done", 1, 0)
    assert [(one["row"], one["cells"]) for one in done["wrong"]] == [(3, ["Ebro", "x"])]
    mapping = json.dumps({"Empresa": "contact.name", "2": "contact.notes"})
    assert json.loads(ebro("import", str(file), "--mapping", mapping, *MANAGER).output)["done"] == 2
    assert [one["name"] for one in json.loads(ebro("list", "account", *MANAGER).output)] == ["Acme"]


def test_a_slip_is_said_in_words(ebro: Command, tmp_path: Path) -> None:
    file = tmp_path / "photo.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    for words, said in (
        ((), "no table we can read"),
        (("--mapping", "{"), "not JSON"),
        (("--as", "rep@ebro.example"), ""),
    ):
        refused = ebro("import", str(file), *(words if "--as" in words else (*words, *MANAGER)))
        assert refused.exit_code == 1
        assert said in refused.output
    file.write_bytes(csv_of(ROWS))
    assert "no such column" in ebro("import", str(file), "--mapping", '{"9": "account.name"}', *MANAGER).output
    assert "You may not" in ebro("import", str(file), "--as", "rep@ebro.example").output
