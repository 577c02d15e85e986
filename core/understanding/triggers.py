"""The words that tell what was done or is to be done: "llamé a", "volver a llamar", "visit to", "I'll send"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.understanding.kinds import Kind, Role
from core.understanding.text import Sentence, Span, word_set
from core.understanding.verb_forms import Form, Lexicon, VerbAt


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
) -> TriggerRow:
    whole = re.compile(rf"(?<!\S)(?:{pattern})(?!\S)")
    return TriggerRow(whole, role, kind, is_noun, keeps_verb, needs_time, starts_clause, is_paper)


_LEADING_IN = word_set(
    """
    , . ; : ! ? ( ) - / y e o and then luego despues pero but so also tambien entonces ya i we please plz porfa
    yo para asi to pendiente pendientes falta toca queda quedamos quedo ahora next todo recordar recordatorio
    ojo nota hay que manana hoy tomorrow it ok bien mejor again
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
_WIDEST_LEFT = 9


@dataclass(frozen=True, slots=True)
class Candidates:
    """The verbs of a sentence and all that patterns find in it, to be sorted out once its clauses are known."""

    verbs: list[tuple[VerbAt, tuple[VerbRow, ...]]]
    nouns: list[tuple[Span, Span | None, TriggerRow]]


def find_candidates(
    sentence: Sentence, grammars: tuple[Grammar, ...], taken: frozenset[int], *, is_spanish: bool = False
) -> Candidates:
    """Everything that may be a deed, outside the `taken` tokens.

    A word that is a verb in two languages ("prepare") is one of the language that the sentence is in.
    """
    guessed = max(grammars, key=lambda grammar: sum(key in grammar.function_words for key in sentence.keys))
    found = [(verb, grammar) for grammar in grammars for verb in grammar.lexicon.find(sentence)]
    of_guessed = {verb.span[0] for verb, grammar in found if grammar is guessed}
    verbs = [
        (verb, grammar.verb_rows)
        for verb, grammar in found
        if not (is_spanish and verb.verb.lemma in _IN_SPANISH_TOO)
        and verb.span[0] not in taken
        and (grammar is guessed or verb.span[0] not in of_guessed)
    ]
    nouns = [
        (sentence.span(match), sentence.span(match, "verb") if "verb" in row.pattern.groupindex else None, row)
        for grammar in grammars
        for row in grammar.rows
        for match in row.pattern.finditer(sentence.plain)
        if not taken.intersection(range(*sentence.span(match)))
    ]
    return Candidates(verbs, nouns)


def find_triggers(
    sentence: Sentence, found: Candidates, boundaries: frozenset[int], times: frozenset[int] = frozenset()
) -> list[Trigger]:
    """The triggers in the sentence's order, the earliest and longest winning where they overlap.

    `boundaries` are the tokens at which a clause begins, or an expression of time has just ended; `times` are those
    at which one begins: dictated without a comma, what is to be done is known by the time that follows it.
    """
    every = [*_verbs(sentence, found, boundaries, times), *_nouns(sentence, found, boundaries, times)]
    kept: list[Trigger] = []
    for trigger in sorted(every, key=lambda item: (item.span[0], -item.span[1], item.role is not Role.ASKED)):
        if not kept or trigger.span[0] >= (kept[-1].tail or kept[-1].span)[1]:
            kept.append(trigger)
    return kept


def _nouns(
    sentence: Sentence, found: Candidates, boundaries: frozenset[int], times: frozenset[int]
) -> Iterator[Trigger]:
    for span, verb, row in found.nouns:
        if not row.starts_clause or _counts(sentence, row, span, boundaries, times):
            yield Trigger(
                span, row.role, row.kind, row.is_noun, row.keeps_verb, row.needs_time, verb or span, None, row.is_paper
            )


def _verbs(
    sentence: Sentence, found: Candidates, boundaries: frozenset[int], times: frozenset[int]
) -> Iterator[Trigger]:
    presents = {one.span[0] for one, _ in found.verbs if one.form is Form.PRESENT}
    for one, rows in found.verbs:
        start, end = sentence.place(one.span[0]), sentence.place(one.span[1])
        before = sentence.plain[sentence.place(max(0, one.span[0] - _WIDEST_LEFT)) : start]
        if _is_a_noun(sentence, one):
            continue
        for row in rows:
            if one.form not in row.forms or one.verb.kind not in row.kinds:
                continue
            if row.is_sure and one.span[0] in presents:
                continue
            left = row.left.search(before) if row.left else None
            if row.left and not left:
                continue
            right = row.right.match(sentence.plain, end) if row.right else None
            if row.right and not right:
                continue
            words = before[left.start() :].count(" ") if left else 0
            last = sentence.span(right)[1] if right and right.end() > right.start() else one.span[1]
            span = (one.span[0] - words, max(last, one.span[1]))
            if row.starts_clause and not _counts(sentence, row, span, boundaries, times):
                continue
            if _is_counted(sentence, span[0], boundaries):
                continue
            keeps = one.verb.keeps
            role = Role.NOT_OURS if row.role is Role.TO_DO and _is_done_to_us(sentence, one, span) else row.role
            yield Trigger(span, role, one.verb.kind, False, keeps, row.needs_time, (one.span[0], span[1]), one.tail)


def _is_a_noun(sentence: Sentence, one: VerbAt) -> bool:
    """Whether what may be a verb is a noun there: `no hay presupuesto`, `mail a Acme`."""
    if one.form is Form.PRESENT:
        return sentence.key(one.span[0] - 1) == "hay"
    return one.form is Form.INFINITIVE and one.verb.lemma in _IN_SPANISH_TOO and _stands_in_spanish(sentence, one)


def _is_done_to_us(sentence: Sentence, one: VerbAt, span: Span) -> bool:
    """Whether somebody else said they would: "quedó en mandarme medidas"."""
    said = sentence.words((span[0], one.span[0])).lower()
    is_to_me = one.has_us and one.form is Form.INFINITIVE and sentence.key(one.span[0]).endswith("me")
    return (is_to_me and said != "") or "quedó" in said


def _is_counted(sentence: Sentence, first: int, boundaries: frozenset[int]) -> bool:
    """Whether a number that is no time stands before it: `1 saw`, `3 calls` are things."""
    return sentence.key(first - 1).isdigit() and first not in boundaries


_IN_SPANISH_TOO = word_set("call visit email mail text message phone contact ping whatsapp facetime zoom")
"""English words that Spanish takes for nouns: `call con Acme`."""


_SPANISH_NEXT = word_set(
    "a con de del para enviado mandado recibido puesto leido contestado enviada mandada hecha hecho"
)


def _stands_in_spanish(sentence: Sentence, one: VerbAt) -> bool:
    return sentence.key(one.span[1]) in _SPANISH_NEXT


def _counts(
    sentence: Sentence, row: TriggerRow | VerbRow, span: Span, boundaries: frozenset[int], times: frozenset[int]
) -> bool:
    return _may_start(sentence, span[0], boundaries) or _is_dated(sentence, row, span, times)


def may_start(sentence: Sentence, index: int, boundaries: frozenset[int]) -> bool:
    """Whether something of ours may begin at the token: a clause's beginning, or after a word that leads one in."""
    return _may_start(sentence, index, boundaries)


def _may_start(sentence: Sentence, index: int, boundaries: frozenset[int]) -> bool:
    return index == 0 or index in boundaries or sentence.key(index - 1) in _LEADING_IN


def _is_dated(sentence: Sentence, row: TriggerRow | VerbRow, span: Span, times: frozenset[int]) -> bool:
    """Whether a deed to be done stands in the middle of talk, but with its own time after it."""
    if row.role not in {Role.TO_DO, Role.ASKED} or row.needs_time or sentence.key(span[0] - 1) in _NOT_BEFORE_A_DEED:
        return False
    end = min(span[1] + _NEAR, len(sentence.tokens))
    ahead = next(
        (index for index in range(span[1], end) if index in times or not sentence.key(index)[0].isalnum()), None
    )
    return ahead in times
