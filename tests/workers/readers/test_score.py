"""The command that reads a folder of photos."""

import json
from pathlib import Path

import pytest

from tests.workers.readers.shown import PHOTOS
from workers.readers.score import main


def test_a_folder_is_read_scored_and_its_cost_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("light_on_dark.jpg", "blank.jpg"):
        (tmp_path / name).write_bytes((PHOTOS / name).read_bytes())
    (tmp_path / "broken.jpg").write_bytes(b"no photo")
    rows = [{"file": name, "default_region": "GB"} for name in ("light_on_dark.jpg", "blank.jpg", "broken.jpg")]
    (tmp_path / "inputs.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (tmp_path / "score.py").write_text(
        "import sys; print('scored', len(open(sys.argv[1]).readlines()))", encoding="utf-8"
    )
    out = tmp_path / "predictions.jsonl"

    assert main(["--cards", str(tmp_path), "--out", str(out), "--reader", "rapidocr"]) == 0

    read, blank, broken = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert read["contact"]["name"] == {"full": "Gareth Pembury", "given": "Gareth", "family": "Pembury"}
    assert (blank["contact"], broken["contact"]) == (None, None)
    printed = capfd.readouterr()
    assert "scored 3" in printed.out
    assert "CPU seconds a card" in printed.out
    assert "broken.jpg" in printed.err
