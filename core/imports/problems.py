"""What is wrong with a row, kept so that it can be said in any language."""

from dataclasses import dataclass, field
from typing import Any

from core.errors import CrmError, Marked
from core.i18n import Translator


@dataclass(frozen=True, slots=True)
class Problem:
    """`message` is marked for translation, with its facts; `column`: where it stands, None for the whole row."""

    message: str
    column: int | None = None
    value: str = ""
    facts: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {"message": self.message, "column": self.column, "value": self.value[:200], "facts": self.facts}


def problem_of(error: CrmError, column: int | None = None, value: str = "") -> Problem:
    """An error of an operation as the problem of a row."""
    facts = {
        name: {"marked": str(fact)} if isinstance(fact, Marked) else str(fact)[:200]
        for name, fact in error.facts.items()
    }
    return Problem(error.text, column, value, facts)


def say(problem: dict[str, Any], translate: Translator) -> str:
    """The sentence for a problem as it is kept."""
    message, facts = problem["message"], {}
    for name, fact in problem["facts"].items():
        marked = fact["marked"] if isinstance(fact, dict) else None
        facts[name] = translate(marked) if marked else fact
    return translate(message, facts)
