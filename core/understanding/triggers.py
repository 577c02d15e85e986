"""The words that tell what was done or is to be done: "llamé a", "volver a llamar", "visit to", "I'll send"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from core.understanding.text import Sentence, Span


class Kind(StrEnum):
    """What an activity is."""

    CALL = "call"
    VISIT = "visit"
    MEETING = "meeting"
    EMAIL = "email"
    TASK = "task"


class Role(Enum):
    """What a trigger says of time and doer."""

    DONE = auto()
    TO_DO = auto()
    OPEN = auto()
    """A present tense or a noun: the time, or the rest of the sentence, decides."""
    AGREED = auto()
    """`quedamos`: to do, unless its time is past."""
    NOT_OURS = auto()
    """The customer's plan, a wish, a condition: never ours to log or plan."""
    NOT_DONE = auto()
    """`no llamé`, `couldn't visit`."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger where it stands; a noun needs its place, `keeps_verb` where the note would be poor without the verb."""

    span: Span
    role: Role
    kind: Kind
    is_noun: bool = False
    keeps_verb: bool = False
    needs_time: bool = False
    verb: Span | None = None
    """The verb itself, without "tengo que" or "remind me to" before it."""


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """One line of a language's table."""

    pattern: re.Pattern[str]
    role: Role
    kind: Kind
    is_noun: bool = False
    keeps_verb: bool = False
    needs_time: bool = False
    """Is a noun as well, and a deed only where a time goes with it: "order", "check"."""
    starts_clause: bool = False
    """Counts only at the beginning of a clause or after a word that leads one in."""


def trigger_row(
    pattern: str,
    role: Role,
    kind: Kind,
    *,
    is_noun: bool = False,
    keeps_verb: bool = False,
    needs_time: bool = False,
    starts_clause: bool = False,
) -> TriggerRow:
    return TriggerRow(re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), role, kind, is_noun, keeps_verb, needs_time, starts_clause)


_LEADING_IN = frozenset(
    """, . ; : ! ? ( ) - / y e o and then luego despues pero but so also tambien entonces ya i we please plz porfa yo
    para asi to pendiente pendientes falta toca queda quedamos quedo ahora next todo recordar recordatorio ojo nota hay
    que manana hoy tomorrow it ok bien mejor again is""".split()
)


def find_triggers(sentence: Sentence, rows: tuple[TriggerRow, ...], boundaries: frozenset[int]) -> list[Trigger]:
    """The triggers in the sentence's order, the earliest and longest winning where they overlap.

    `boundaries` are the tokens at which a clause begins, or an expression of time has just ended.
    """
    found = sorted(_matches(sentence, rows, boundaries), key=lambda item: (item.span[0], -item.span[1]))
    kept: list[Trigger] = []
    for trigger in found:
        if not kept or trigger.span[0] >= kept[-1].span[1]:
            kept.append(trigger)
    return kept


def _matches(sentence: Sentence, rows: tuple[TriggerRow, ...], boundaries: frozenset[int]) -> Iterator[Trigger]:
    for row in rows:
        for match in row.pattern.finditer(sentence.plain):
            span = sentence.span(match)
            if row.starts_clause and not _may_start(sentence, span[0], boundaries):
                continue
            verb = sentence.span(match, "verb") if "verb" in row.pattern.groupindex else span
            yield Trigger(span, row.role, row.kind, row.is_noun, row.keeps_verb, row.needs_time, verb)


def _may_start(sentence: Sentence, index: int, boundaries: frozenset[int]) -> bool:
    return index == 0 or index in boundaries or sentence.key(index - 1) in _LEADING_IN
