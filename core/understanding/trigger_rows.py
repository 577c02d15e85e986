"""What a language knows of deeds: lines of patterns and of verbs' forms, and the triggers that they give."""

import re
from dataclasses import dataclass

from core.understanding.frames_en import TIME_AHEAD
from core.understanding.kinds import Kind, Role
from core.understanding.text import Span
from core.understanding.verb_forms import Form, Lexicon


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
    tail: Span | None = None
    """Words that belong to it after a name: "give Marta *a call*"."""
    is_paper: bool = False
    """What is to be sent, not a verb: a deed only where its time stands right beside it ("presupuesto el lunes")."""
    needs_name: bool = False
    """Counts only where somebody is named right after it: "was in Acme", not "was in bed"."""
    after_name: bool = False
    """Counts only where somebody is named right before it: "Nora *was on*"."""
    is_set_phrase: bool = False
    """Outdoes a verb at its place: "*booked* in for Monday" is to come, though something was done."""


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
    is_paper: bool = False
    needs_name: bool = False
    after_name: bool = False
    is_set_phrase: bool = False
    is_before_a_time: bool = False
    """Whether it ends where an English time to come begins: it is looked for only where there is one."""


@dataclass(frozen=True, slots=True)
class VerbRow:
    """One rule of a language's grammar: what a verb in one of these forms means after `left` and before `right`."""

    left: re.Pattern[str] | None
    forms: frozenset[Form]
    role: Role
    right: re.Pattern[str] | None = None
    kinds: frozenset[Kind] = frozenset(Kind)
    starts_clause: bool = False
    needs_time: bool = False
    is_sure: bool = False
    """Counts only where the form cannot be a present of ours: `llamó`, not `llamo`."""


def verb_row(
    left: str,
    forms: str,
    role: Role,
    *,
    right: str = "",
    kinds: str = "",
    starts_clause: bool = False,
    needs_time: bool = False,
    is_sure: bool = False,
) -> VerbRow:
    """A rule from its text: `forms` and `kinds` by their names, all kinds where none is named."""
    return VerbRow(
        re.compile(rf"(?<!\S)(?:{left}) $") if left else None,
        frozenset(Form[name.upper()] for name in forms.split()),
        role,
        re.compile(right) if right else None,
        frozenset(Kind(name) for name in kinds.split()) if kinds else frozenset(Kind),
        starts_clause,
        needs_time,
        is_sure,
    )


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a language knows of deeds: patterns of nouns and phrases, verbs, and the rules for their forms."""

    rows: tuple[TriggerRow, ...]
    lexicon: Lexicon
    verb_rows: tuple[VerbRow, ...]
    function_words: frozenset[str]
    """Small words by which its sentences are known."""


def trigger_row(
    pattern: str,
    role: Role,
    kind: Kind,
    *,
    is_noun: bool = False,
    keeps_verb: bool = False,
    needs_time: bool = False,
    starts_clause: bool = False,
    is_paper: bool = False,
    needs_name: bool = False,
    after_name: bool = False,
    is_set_phrase: bool = False,
) -> TriggerRow:
    whole = re.compile(rf"(?<!\S)(?:{pattern})(?!\S)")
    return TriggerRow(
        whole,
        role,
        kind,
        is_noun,
        keeps_verb,
        needs_time,
        starts_clause,
        is_paper,
        needs_name,
        after_name,
        is_set_phrase,
        _ends_before_a_time(pattern),
    )


def _ends_before_a_time(pattern: str) -> bool:
    """Whether all that the pattern finds stands before `TIME_AHEAD`: it ends with it, and is no choice of several."""
    depth = 0
    for letter in re.sub(r"\\.|\[[^\]]*\]", "", pattern):
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and depth == 0:
            return False
    return pattern.endswith(f"{TIME_AHEAD})")
