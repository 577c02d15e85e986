"""The words that tell what was done or is to be done: "llamé a", "volver a llamar", "visit to", "I'll send"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from core.understanding.text import Sentence, Span, word_set


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
    ASKED = auto()
    """The customer wants it of us: to do after what was done, but no plan by itself."""
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
    return TriggerRow(
        re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), role, kind, is_noun, keeps_verb, needs_time, starts_clause
    )


_LEADING_IN = word_set(
    """
    , . ; : ! ? ( ) - / y e o and then luego despues pero but so also tambien entonces ya i we please plz porfa
    yo para asi to pendiente pendientes falta toca queda quedamos quedo ahora next todo recordar recordatorio
    ojo nota hay que manana hoy tomorrow it ok bien mejor again is
    """
)
_NOT_BEFORE_A_DEED = word_set(
    """
    to the a an of their his her our my for by with from will would can could should may might must they he she
    who that not no never 's 're is are was de del la el los las un una unos su sus al a por en con sin que lo
    se quiere quieren puede pueden van va suele suelen prefiere prefieren espera esperan piensan deben debe
    tienen ellos ella nos me want wants customer client do does did don't phone
    """
)
_NEAR = 5


def find_triggers(
    sentence: Sentence, rows: tuple[TriggerRow, ...], boundaries: frozenset[int], times: frozenset[int] = frozenset()
) -> list[Trigger]:
    """The triggers in the sentence's order, the earliest and longest winning where they overlap.

    `boundaries` are the tokens at which a clause begins, or an expression of time has just ended; `times` are those
    at which one begins: dictated without a comma, what is to be done is known by the time that follows it.
    """
    found = sorted(_matches(sentence, rows, boundaries, times), key=lambda item: (item.span[0], -item.span[1]))
    kept: list[Trigger] = []
    for trigger in found:
        if not kept or trigger.span[0] >= kept[-1].span[1]:
            kept.append(trigger)
    return kept


def _matches(
    sentence: Sentence, rows: tuple[TriggerRow, ...], boundaries: frozenset[int], times: frozenset[int]
) -> Iterator[Trigger]:
    for row in rows:
        for match in row.pattern.finditer(sentence.plain):
            span = sentence.span(match)
            if row.starts_clause and not (
                _may_start(sentence, span[0], boundaries) or _is_dated(sentence, row, span, times)
            ):
                continue
            verb = sentence.span(match, "verb") if "verb" in row.pattern.groupindex else span
            yield Trigger(span, row.role, row.kind, row.is_noun, row.keeps_verb, row.needs_time, verb)


def _may_start(sentence: Sentence, index: int, boundaries: frozenset[int]) -> bool:
    return index == 0 or index in boundaries or sentence.key(index - 1) in _LEADING_IN


def _is_dated(sentence: Sentence, row: TriggerRow, span: Span, times: frozenset[int]) -> bool:
    """Whether a deed to be done stands in the middle of talk, but with its own time after it."""
    if row.role is not Role.TO_DO or row.needs_time or sentence.key(span[0] - 1) in _NOT_BEFORE_A_DEED:
        return False
    end = min(span[1] + _NEAR, len(sentence.tokens))
    ahead = next(
        (index for index in range(span[1], end) if index in times or not sentence.key(index)[0].isalnum()), None
    )
    return ahead in times
