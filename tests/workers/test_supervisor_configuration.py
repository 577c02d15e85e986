from configparser import RawConfigParser
from pathlib import Path

from workers.supervisor_configuration import read_procfile, write_configuration


def configuration(folder: Path, commands: dict[str, str]) -> RawConfigParser:
    parser = RawConfigParser()
    parser.read(write_configuration(folder, commands))
    return parser


def test_the_procfile_is_read_in_its_order(tmp_path: Path) -> None:
    (tmp_path / "Procfile").write_text("# what runs\nweb: ronda web --at 1:2\n\n worker : ronda worker\n")
    assert read_procfile(tmp_path / "Procfile") == {"web": "ronda web --at 1:2", "worker": "ronda worker"}


def test_what_others_need_starts_first_and_stops_last(tmp_path: Path) -> None:
    made = configuration(tmp_path, dict.fromkeys(["web", "broker", "clock", "chat"], "true"))
    assert made["group:first"]["programs"] == "broker,chat"
    assert made["group:then"]["programs"] == "web,clock"
    assert int(made["group:first"]["priority"]) < int(made["group:then"]["priority"])


def test_no_group_is_made_for_nobody(tmp_path: Path) -> None:
    assert "group:first" not in configuration(tmp_path, {"web": "true"})


def test_a_percent_sign_stays_one(tmp_path: Path) -> None:
    assert configuration(tmp_path, {"web": "echo 100%"})["program:web"]["command"] == "echo 100%%"
