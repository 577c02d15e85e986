"""How well sentences are understood: field by field, wholly right, and the dangerous mistakes.

`python -m tests.core.understanding.score` prints the table and what went wrong.
"""

import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from core.understanding import World, understand
from core.understanding.text import fold
from tests.core.understanding.said import NOTHING, NOW, Said
from tests.core.understanding.sentences_en import SENTENCES as ENGLISH
from tests.core.understanding.sentences_en_more import SENTENCES as MORE_ENGLISH
from tests.core.understanding.sentences_es import SENTENCES as SPANISH
from tests.core.understanding.sentences_es_more import SENTENCES as MORE_SPANISH
from tests.core.understanding.world import WORLD

SETS = {"es": SPANISH, "en": ENGLISH, "es, second round": MORE_SPANISH, "en, second round": MORE_ENGLISH}


@dataclass
class Score:
    """Counts over some sentences; `wrong` names each sentence's wrong fields."""

    sentences: int = 0
    right: int = 0
    right_but_note: int = 0
    said: int = 0
    found: int = 0
    needless_asks: int = 0
    field_right: Counter[str] = field(default_factory=Counter)
    dangerous: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[tuple[str, dict[str, tuple[Any, Any]]]] = field(default_factory=list)

    def table(self) -> str:
        rows = [f"{name:12} {self.field_right[name] / self.sentences:6.1%}" for name in NOTHING]
        return "\n".join(
            [
                *rows,
                f"wholly right {self.right / self.sentences:.1%}"
                f"  (notes apart {self.right_but_note / self.sentences:.1%})"
                f"  of what was said found {self.found / max(self.said, 1):.1%}",
                f"needless questions {self.needless_asks / self.sentences:.1%}  dangerous {len(self.dangerous)}",
            ]
        )


def score(sentences: Sequence[Said], world: World, lang: str) -> Score:
    """Understand every sentence and compare it with its truth."""
    total = Score()
    for one in sentences:
        meant = understand(one.text, world, NOW, lang).as_json()
        wrong = {name: (meant[name], want) for name, want in one.truth.items() if not _same(name, meant[name], want)}
        total.sentences += 1
        total.right += not wrong
        total.right_but_note += not wrong.keys() - {"note"}
        total.needless_asks += bool(set(meant["ask"]) - set(one.truth["ask"]))  # type: ignore[call-overload]
        for name, want in one.truth.items():
            total.field_right[name] += name not in wrong
            if want not in (None, "", []):
                total.said += 1
                total.found += name not in wrong
        total.dangerous += [(one.text, reason) for reason in _dangers(meant, one.truth)]
        if wrong:
            total.wrong.append((one.text, wrong))
    return total


def _same(name: str, meant: Any, want: Any) -> bool:
    if name in {"note", "reason", "new_account"}:
        return _words(meant) == _words(want)
    return bool(sorted(meant) == sorted(want) if name == "ask" else meant == want)


def _words(text: str | None) -> list[str]:
    return re.findall(r"[\w%€$.]*\w|[%€]", fold(text or ""))


def _dangers(meant: dict[str, Any], want: dict[str, Any]) -> list[str]:
    found = []
    if meant["intent"] != "other" and want["intent"] == "other":
        found.append("something from what is no log")
    if meant["account"] and meant["account"] != want["account"]:
        found.append("a wrong account")
    if meant["next"] and meant["next"]["start"] and meant["next"]["start"] != (want["next"] or {}).get("start"):
        found.append("a wrong follow-up date")
    if meant["intent"] == "plan" and want["intent"] == "plan" and meant["start"] and meant["start"] != want["start"]:
        found.append("a wrong date planned")
    if meant["stage"] and meant["stage"] != want["stage"]:
        found.append("a wrong stage")
    return found


def main() -> None:
    world = World.from_json(WORLD)
    for name, sentences in SETS.items():
        total = score(sentences, world, name[:2])
        sys.stdout.write(f"\n== {name}: {total.sentences} sentences\n{total.table()}\n")
        for text, wrong in total.wrong:
            details = "; ".join(f"{name}: {meant!r} not {want!r}" for name, (meant, want) in wrong.items())
            sys.stdout.write(f"  {text}\n      {details}\n")
        for text, danger in total.dangerous:
            sys.stdout.write(f"  DANGER {danger}: {text}\n")


if __name__ == "__main__":
    main()
