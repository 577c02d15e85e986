"""The words that tell what was done or is to be done: "llamé a", "volver a llamar", "visit to", "I'll send"."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from core.understanding.frames_en import TIME_AHEAD
from core.understanding.kinds import Kind, Role
from core.understanding.text import Sentence, Span, word_set
from core.understanding.trigger_rows import Grammar, Trigger, TriggerRow, VerbRow
from core.understanding.verb_forms import Form, VerbAt

_LEADING_IN = word_set(
    """
    , . ; : ! ? ( ) - / y e o and then luego despues pero but so also tambien entonces ya i we please plz porfa
    yo para asi to pendiente pendientes falta toca queda quedamos quedo ahora next todo recordar recordatorio
    ojo nota hay que manana hoy tomorrow it ok bien mejor again fin hi hiya hey hello right alright well oh
    """
)


_NOT_BEFORE_A_DEED = word_set(
    """
    to 'd the a an of their his her our my for by with from will would can could should may might must they he she
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

    def beside(self, names: Collection[Span], keys: list[str]) -> "Candidates":
        """Without what counts only beside a name, where none stands there; `names` are the spans of those known."""
        firsts, ends = {first for first, _ in names}, {end for _, end in names}
        kept = [
            (span, verb, row)
            for span, verb, row in self.nouns
            if not (row.needs_name and (_is_denied(span[0], keys) or not firsts.intersection(_next_to(span[1], keys))))
            and not (row.after_name and span[0] not in ends)
        ]
        return Candidates(self.verbs, kept)


def _is_denied(index: int, keys: list[str]) -> bool:
    return index > 0 and keys[index - 1] in _DENYING


_DENYING = word_set("never not didn't haven't if unless nearly almost should would could might no nunca casi si")


def _next_to(index: int, keys: list[str]) -> tuple[int, ...]:
    """The token, and the one behind an article."""
    return (index, index + 1) if keys[index : index + 1] in (["the"], ["el"], ["la"], ["los"], ["las"]) else (index,)


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
        and not (not is_spanish and sentence.key(verb.span[0]) in _IN_ENGLISH_TOO)
        and verb.span[0] not in taken
        and not (sentence.key(verb.span[0] - 1) == "&" and sentence.is_capitalised(verb.span[0]))
        and (grammar is guessed or verb.span[0] not in of_guessed)
    ]
    nouns = []
    has_time = bool(_TIME_AHEAD.search(sentence.plain))
    for row in (row for grammar in grammars for row in grammar.rows if has_time or not row.is_before_a_time):
        groups = row.pattern.groupindex
        for match in row.pattern.finditer(sentence.plain):
            span = sentence.span(match, "own" if "own" in groups else 0)
            if not _is_free(span, taken, row):
                continue
            if row.role is Role.AGREED and "quedó" in sentence.words(sentence.span(match)).lower():
                continue
            nouns.append((span, sentence.span(match, "verb") if "verb" in groups else None, row))
    return Candidates(verbs, nouns)


_TIME_AHEAD = re.compile(rf"(?<!\S){TIME_AHEAD}")


def _is_free(span: Span, taken: frozenset[int], row: TriggerRow) -> bool:
    """Whether nothing else stands there; a set phrase may hold a time ("notes from *today's* call with")."""
    first, end = span
    return taken.isdisjoint((first, end - 1)) if row.is_set_phrase else taken.isdisjoint(range(first, end))


def find_triggers(
    sentence: Sentence, found: Candidates, boundaries: frozenset[int], times: frozenset[int] = frozenset()
) -> list[Trigger]:
    """The triggers in the sentence's order, the earliest, set phrases and the longest winning where they overlap.

    `boundaries` are the tokens at which a clause begins, or an expression of time has just ended; `times` are those
    at which one begins: dictated without a comma, what is to be done is known by the time that follows it.
    """
    every = [*_verbs(sentence, found, boundaries, times), *_nouns(sentence, found, boundaries, times)]
    kept: list[Trigger] = []
    for trigger in sorted(
        every, key=lambda item: (item.span[0], not item.is_set_phrase, -item.span[1], item.role is not Role.ASKED)
    ):
        if not kept or trigger.span[0] >= (kept[-1].tail or kept[-1].span)[1]:
            kept.append(trigger)
    return kept


def _nouns(
    sentence: Sentence, found: Candidates, boundaries: frozenset[int], times: frozenset[int]
) -> Iterator[Trigger]:
    for span, verb, row in found.nouns:
        if row.is_noun and sentence.key(span[0] - 1) in _SUBJECTS:
            continue  # "they *meet* on the ninth"
        if not row.starts_clause or _counts(sentence, row, span, boundaries, times):
            yield Trigger(
                span,
                row.role,
                row.kind,
                row.is_noun,
                row.keeps_verb,
                row.needs_time,
                verb or span,
                None,
                row.is_paper,
                row.needs_name,
                row.after_name,
                row.is_set_phrase,
            )


_SUBJECTS = word_set("they we i you he she who yo")


def _verbs(
    sentence: Sentence, found: Candidates, boundaries: frozenset[int], times: frozenset[int]
) -> Iterator[Trigger]:
    presents = {one.span[0] for one, _ in found.verbs if one.form is Form.PRESENT}
    for one, rows in found.verbs:
        start, end = sentence.place(one.span[0]), sentence.place(one.span[1])
        before = sentence.plain[sentence.place(max(0, one.span[0] - _WIDEST_LEFT)) : start]
        if _is_a_noun(sentence, one):
            continue
        is_plural = sentence.key(one.span[0]).endswith("n")
        for row in rows:
            if one.form not in row.forms or one.verb.kind not in row.kinds:
                continue
            if _says_less(one, row, before, is_plural=is_plural) or (row.is_sure and one.span[0] in presents):
                continue
            left = row.left.search(before) if row.left else None
            if row.left and not left:
                continue
            right = row.right.match(sentence.plain, end) if row.right else None
            if row.right and not right:
                continue
            told = _TOLD.match(before, left.start()) if left else None
            own = left.start("own") if left and "own" in left.groupdict() else None
            start_of_it = own if own is not None else told.end() if told else left.start() if left else 0
            words = before[start_of_it:].count(" ") if left else 0
            last = sentence.span(right)[1] if right and right.end() > right.start() else one.span[1]
            span = (one.span[0] - words, max(last, one.span[1]))
            if row.starts_clause and not _counts(sentence, row, span, boundaries, times):
                continue
            if _is_counted(sentence, span[0], boundaries):
                continue
            keeps = one.verb.keeps
            role = Role.NOT_OURS if _is_not_ours(sentence, one, row, span) else row.role
            yield Trigger(span, role, one.verb.kind, False, keeps, row.needs_time, (one.span[0], span[1]), one.tail)


def _says_less(one: VerbAt, row: VerbRow, before: str, *, is_plural: bool) -> bool:
    """Whether "le mandaba" is no promise of ours, for nothing before it says so; or "hablan" no order to one."""
    if one.form is Form.THEY_PRESENT and row.role is Role.TO_DO and is_plural:
        return True
    is_of_then = one.form in {Form.IMPERFECT, Form.CONDITIONAL}
    return is_of_then and row.role is Role.AGREED and not _PROMISED.search(before)


_PROMISED = re.compile(r"(?<!\S)(?:dije|dijimos|he dicho|prometi|prometimos|quede|quedamos|quedado|acorde|acordamos) ")
"""Before what one told that one would do: "le *dije* que el lunes le mandaba …"."""
_TOLD = re.compile(r"(?:told|promised) (?!(?:him|her|them|you|all|both)\b)\S+ (?=i |id |we |ill )")
"""To whom it was said: "told *Colin* I'd be there"."""


def _is_a_noun(sentence: Sentence, one: VerbAt) -> bool:
    """Whether what may be a verb is a noun there: `no hay presupuesto`, `mail a Acme`."""
    if sentence.keys[one.span[0] : one.span[0] + 2] == ["visto", "bueno"]:
        return True
    if one.form is Form.GERUND and sentence.key(one.span[0]) == "meeting":
        return not _ARTICLES.isdisjoint(sentence.keys[max(0, one.span[0] - 2) : one.span[0]])  # the partners meeting
    if one.form is Form.PRESENT:
        return sentence.key(one.span[0] - 1) == "hay"
    return one.form is Form.INFINITIVE and one.verb.lemma in _IN_SPANISH_TOO and _stands_in_spanish(sentence, one)


_ARTICLES = word_set("the a an their his her our my this that next")


def _is_not_ours(sentence: Sentence, one: VerbAt, row: VerbRow, span: Span) -> bool:
    """Whether others are to do it, though it reads like a deed of ours: "que le *suban* dos palets"."""
    if row.role is Role.ASKED:
        return one.form is Form.SUBJUNCTIVE and sentence.key(one.span[0]).endswith(("an", "en"))
    return row.role is Role.TO_DO and _is_done_to_us(sentence, one, span)


def _is_done_to_us(sentence: Sentence, one: VerbAt, span: Span) -> bool:
    """Whether somebody else said they would: "quedó en mandarme medidas"."""
    said = sentence.words((span[0], one.span[0])).lower()
    is_to_me = one.has_us and one.form is Form.INFINITIVE and sentence.key(one.span[0]).endswith("me")
    is_theirs_too = sentence.key(span[0] - 1) in {"y", "e", "o"} and one.verb.kind in {Kind.CALL, Kind.EMAIL}
    return (is_to_me and (said != "" or is_theirs_too)) or "quedó" in said


def _is_counted(sentence: Sentence, first: int, boundaries: frozenset[int]) -> bool:
    """Whether a number that is no time stands before it: `1 saw`, `3 calls` are things."""
    return sentence.key(first - 1).isdigit() and first not in boundaries


_IN_ENGLISH_TOO = word_set("date hare dale")
"""Forms of Spanish verbs that are English nouns."""


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


def _is_present(sentence: Sentence, row: TriggerRow | VerbRow, span: Span) -> bool:
    """Whether it is a present of ours with its thing: "nos piden aval *presento la documentación* el día tres"."""
    key = sentence.key(span[0])
    is_verb = isinstance(row, VerbRow) and Form.PRESENT in row.forms and key.endswith("o") and key not in _NOUNS_IN_O
    return is_verb and sentence.key(span[1]) in _ITS_THING


_NOUNS_IN_O = word_set("presupuesto envio cambio pago cobro paso contacto correo regalo retiro abono")
_ITS_THING = word_set("el la los las un una a al su sus lo le les")


def _is_dated(sentence: Sentence, row: TriggerRow | VerbRow, span: Span, times: frozenset[int]) -> bool:
    """Whether a deed to be done stands in the middle of talk, but with its own time after it."""
    is_ours = row.role is Role.OPEN and _is_present(sentence, row, span)
    if (
        not (row.role in {Role.TO_DO, Role.ASKED} or is_ours)
        or row.needs_time
        or sentence.key(span[0] - 1) in _NOT_BEFORE_A_DEED
    ):
        return False
    end = min(span[1] + _NEAR, len(sentence.tokens))
    ahead = next(
        (index for index in range(span[1] - 1, end) if index in times or not sentence.key(index)[0].isalnum()), None
    )
    return ahead in times
