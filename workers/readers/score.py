"""Read a folder of card photos and score the answers: `python -m workers.readers.score --cards DIR`.

With `--reader both` the second checks what the first is in doubt about, as in use; else one reads alone.
DIR holds `inputs.jsonl` (one `{"file", "default_region"}` a line) and the photos; where it has a `score.py` and truth
files, its table is printed. Predictions are written one JSON object a line: `{"file", "contact"}`.
"""

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from tempfile import gettempdir
from typing import cast

import numpy as np

from core.customers.cards import Card
from workers.readers.errors import ReaderError
from workers.readers.photo import Pixels
from workers.readers.provider import CardReader, Seen
from workers.readers.reading import read_card
from workers.readers.registry import READERS, reader

BOTH = "both"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, write, score, tell what it cost; 0 when every photo was answered."""
    options = _options(arguments)
    readers = [Watched(reader(name)) for name in (READERS if options.reader == BOTH else [options.reader])]
    loading = _load(readers)
    inputs = _inputs(options.cards)
    spent: dict[int, list[float]] = {1: [], 2: []}
    with options.out.open("w", encoding="utf-8") as out:
        for photo, region in inputs:
            before = _cpu_seconds()
            answer = {"file": photo.name, "contact": _contact(_read(photo, region, readers))}
            spent[2 if any([one.has_looked() for one in readers][1:]) else 1].append(_cpu_seconds() - before)
            out.write(json.dumps(answer, ensure_ascii=False) + "\n")
    if (options.cards / "score.py").exists():
        command = [sys.executable, str(options.cards / "score.py"), str(options.out), str(options.cards)]
        subprocess.run([*command, *options.pass_on], check=False)  # noqa: S603 - the folder's own scorer
    _say(f"predictions                 {options.out}")
    _say(f"reader                      {options.reader}")
    _say(f"CPU seconds a card          {fmean([*spent[1], *spent[2], *([0.0] if not inputs else [])]):.2f}")
    if options.reader == BOTH:
        for said, seconds in (("first alone", spent[1]), ("both looked", spent[2])):
            _say(f"  {said}               {fmean(seconds or [0.0]):.2f}  ({len(seconds)} photos)")
    _say(f"CPU seconds to load models  {loading:.2f}")
    _say(f"peak memory, MB             {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")
    return 0


class Watched:
    """A reader that remembers whether it was asked."""

    def __init__(self, reader: CardReader) -> None:
        self._reader, self._looked = reader, False
        self.name = reader.name

    def available(self) -> bool:
        return self._reader.available()

    def read(self, image: Pixels) -> Seen:
        self._looked = True
        return self._reader.read(image)

    def release(self) -> None:
        self._reader.release()

    def has_looked(self) -> bool:
        """Whether it was since the last time that this was asked."""
        looked, self._looked = self._looked, False
        return looked


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m workers.readers.score", description=__doc__)
    parser.add_argument("--cards", type=Path, required=True, help="folder with photos and inputs.jsonl")
    parser.add_argument("--out", type=Path, default=Path(gettempdir()) / "ronda-cards.jsonl", help="predictions")
    parser.add_argument("--reader", choices=[*READERS, BOTH], default="rapidocr")
    options, pass_on = parser.parse_known_args(arguments)
    options.pass_on = pass_on  # "--errors 10" is the scorer's
    return options


def _load(readers: Sequence[Watched]) -> float:
    """CPU seconds until every reader has read a blank sheet."""
    before = _cpu_seconds()
    for one in readers:
        one.read(np.full((240, 400, 3), 255, dtype=np.uint8))
        one.has_looked()
    return _cpu_seconds() - before


def _inputs(folder: Path) -> list[tuple[Path, str]]:
    lines = (folder / "inputs.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [cast("dict[str, str]", json.loads(line)) for line in lines if line.strip()]
    return [(folder / row["file"], row["default_region"]) for row in rows]


def _read(photo: Path, region: str, readers: Sequence[CardReader]) -> Card | None:
    try:
        return read_card(photo.read_bytes(), region, *readers)
    except ReaderError as error:
        sys.stderr.write(f"{photo.name}: {error.message}\n")
        return None


def _contact(card: Card | None) -> dict[str, object] | None:
    if card is None:
        return None
    contact = card.as_json()
    contact["name"] = {"full": card.full_name, "given": card.given, "family": card.family}
    return contact


def _cpu_seconds() -> float:
    """Of this process and of those that it has waited for: Tesseract is one."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
