"""How well sentences are understood: field by field, wholly right, and the dangerous mistakes.

`python -m tests.core.understanding.score` prints the table and what went wrong; `--file SENTENCES.jsonl --world
WORLD.json` scores sentences of others, `--held` those that nothing is learnt from, `--quiet` prints the figures alone.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.understanding.lexicon import GLUE
from core.understanding.text import fold
from core.understanding.understand import understand
from core.understanding.world import World
from tests.core.understanding.said import NOTHING, NOW, Said, sentences_in
from tests.core.understanding.sets import HELD, SETS

WORDS = {"note", "reason", "new_account"}
NEAR = 0.6
"""The share of words that a note and the true one must have in common (F1, small words aside) to say the same."""


@dataclass
class Score:
    """Counts over some sentences; `wrong` names each sentence's wrong fields."""

    sentences: int = 0
    right: int = 0
    right_but_wording: int = 0
    right_but_note: int = 0
    said: int = 0
    found: int = 0
    found_but_wording: int = 0
    needless_asks: int = 0
    missing_asks: int = 0
    field_right: Counter[str] = field(default_factory=Counter)
    dangerous: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[tuple[str, dict[str, tuple[Any, Any]]]] = field(default_factory=list)

    def table(self) -> str:
        rows = [f"{name:12} {self.field_right[name] / self.sentences:6.1%}" for name in NOTHING]
        return "\n".join(
            [
                *rows,
                f"wholly right, notes by their sense {self.right_but_wording / self.sentences:.1%}"
                f"  (to the word {self.right / self.sentences:.1%},"
                f" notes apart {self.right_but_note / self.sentences:.1%})",
                f"of what was said found {self.found_but_wording / max(self.said, 1):.1%}"
                f"  (to the word {self.found / max(self.said, 1):.1%})",
                f"needless questions {self.needless_asks / self.sentences:.1%}"
                f"  not asked {self.missing_asks / self.sentences:.1%}  dangerous "
                f"{len(self.dangerous)}",
            ]
        )


def score(sentences: Sequence[Said], world: World, lang: str) -> Score:
    """Understand every sentence and compare it with its truth, and with what else its writer takes for right."""
    total = Score()
    for one in sentences:
        meant = understand(one.text, world, one.now or NOW, one.lang or lang).as_json()
        wrong = {name: (meant[name], want) for name, want in one.truth.items() if not _is_right(one, name, meant[name])}
        off = {name for name in wrong if name not in WORDS or not _is_near(one, name, meant[name])}
        total.sentences += 1
        total.right += not wrong
        total.right_but_wording += not off
        total.right_but_note += not off - {"note"}
        asks = [set(want) for want in _accepted(one, "ask")]
        total.needless_asks += all(set(meant["ask"]) - want for want in asks)  # type: ignore[call-overload]
        total.missing_asks += all(want - set(meant["ask"]) for want in asks)  # type: ignore[call-overload]
        for name, want in one.truth.items():
            total.field_right[name] += name not in off
            if want not in (None, "", []):
                total.said += 1
                total.found += name not in wrong
                total.found_but_wording += name not in off
        total.dangerous += [(one.text, reason) for reason in _dangers(meant, one)]
        if wrong:
            total.wrong.append((one.text, {k if k in off else f"~{k}": pair for k, pair in wrong.items()}))
    return total


def _accepted(one: Said, name: str) -> list[Any]:
    return [one.truth[name], *one.alt.get(name, ())]


def _is_right(one: Said, name: str, meant: Any) -> bool:
    return any(_same(name, meant, want) for want in _accepted(one, name))


def _is_near(one: Said, name: str, meant: Any) -> bool:
    return any(_nearness(meant, want) >= NEAR for want in _accepted(one, name))


def _same(name: str, meant: Any, want: Any) -> bool:
    if name in WORDS:
        return _words(meant) == _words(want)
    return bool(sorted(meant) == sorted(want or []) if name == "ask" else meant == want)


def _nearness(meant: str | None, want: str | None) -> float:
    """How much two notes have in common, from 0 to 1; small words do not count."""
    left, right = (Counter(word for word in _words(text) if word not in GLUE) for text in (meant, want))
    if not left and not right:
        return 1.0
    return 2 * (left & right).total() / (left.total() + right.total())


def _words(text: str | None) -> list[str]:
    return re.findall(r"[\w%€$.]*\w|[%€]", fold(text or ""))


def _dangers(meant: dict[str, Any], one: Said) -> list[str]:
    found = []
    intents = _accepted(one, "intent")
    starts = [(want or {}).get("start") for want in _accepted(one, "next")]
    if meant["intent"] != "other" and "other" in intents and meant["intent"] not in intents:
        found.append("something from what is no log")
    if meant["account"] and meant["account"] not in _accepted(one, "account"):
        found.append("a wrong account")
    if meant["next"] and meant["next"]["start"] and meant["next"]["start"] not in starts:
        found.append("a wrong follow-up date")
    if meant["intent"] == "plan" and meant["start"] and meant["start"] not in [*_accepted(one, "start"), *starts]:
        found.append("a wrong date planned")
    if meant["stage"] and meant["stage"] not in _accepted(one, "stage"):
        found.append("a wrong stage")
    return found


def _print(name: str, total: Score, *, is_quiet: bool) -> None:
    sys.stdout.write(f"\n== {name}: {total.sentences} sentences\n{total.table()}\n")
    for text, wrong in () if is_quiet else total.wrong:
        details = "; ".join(f"{name}: {meant!r} not {want!r}" for name, (meant, want) in wrong.items())
        sys.stdout.write(f"  {text}\n      {details}\n")
    for text, danger in () if is_quiet else total.dangerous:
        sys.stdout.write(f"  DANGER {danger}: {text}\n")
    if is_quiet:
        for danger, count in Counter(danger for _, danger in total.dangerous).items():
            sys.stdout.write(f"  dangerous, {danger}: {count}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description="How well sentences are understood.")
    parser.add_argument("--file", type=Path, help="sentences with their truths, JSON lines")
    parser.add_argument("--world", type=Path, help="the accounts, contacts and opportunities that they speak of")
    parser.add_argument("--set", help="only the sets whose name holds this")
    parser.add_argument("--held", action="store_true", help="the sets that are kept to measure by")
    parser.add_argument("--quiet", action="store_true", help="the figures alone")
    options = parser.parse_args()
    if options.file:
        world = World.from_json(json.loads(options.world.read_text(encoding="utf-8")))
        sentences = sentences_in(options.file, world.timezone)
        _print(options.file.name, score(sentences, world, "es"), is_quiet=options.quiet)
        return
    for name, (sentences, world) in (HELD if options.held else SETS).items():
        if not options.set or options.set in name:
            _print(name, score(sentences, world, name[:2]), is_quiet=options.quiet)


if __name__ == "__main__":
    main()
