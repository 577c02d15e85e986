"""Forms of verbs and where a sentence has them: what a language's table of deeds is made of."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from core.understanding.kinds import Kind
from core.understanding.text import Sentence, Span


class Form(Enum):
    """What a form of a verb tells of doer and time; `they` is anybody but us."""

    INFINITIVE = auto()
    GERUND = auto()
    PARTICIPLE = auto()
    PRESENT = auto()
    PAST = auto()
    IMPERFECT = auto()
    CONDITIONAL = auto()
    FUTURE = auto()
    SUBJUNCTIVE = auto()
    WISHED = auto()
    """The subjunctive of what was asked for: `mandara`, `llamase`."""
    IMPERATIVE = auto()
    """`mándale`: known by its enclitic."""
    THEY_PRESENT = auto()
    THEY_PAST = auto()
    THEY_FUTURE = auto()


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of a table: `after` and `before` are words that must stand there for it to be this deed."""

    lemma: str
    kind: Kind
    keeps: bool = False
    """The note would be poor without it: "enviar catálogo"."""
    is_reflexive: bool = False
    after: re.Pattern[str] | None = None
    """Must follow, and belongs to the verb: "pasar por", "drop by"."""
    ahead: re.Pattern[str] | None = None
    """Must follow, names in between allowed: "give Marta a call"."""
    before: re.Pattern[str] | None = None
    forms: frozenset[Form] = frozenset(Form)
    """The forms that are this deed, where others are not."""


@dataclass(frozen=True, slots=True)
class VerbAt:
    """A verb's form where it stands; `tail` are the words that belong to it after a name."""

    span: Span
    verb: Verb
    form: Form
    has_us: bool = False
    """An enclitic says that it is done to us: "llamarme"."""
    tail: Span | None = None


class Lexicon:
    """A language's verbs by each word that they may be."""

    def __init__(
        self,
        verbs: Iterable[Verb],
        conjugated: Callable[[str], dict[str, frozenset[Form]]],
        unclitic: Callable[[str], Iterator[tuple[str, bool, bool]]],
    ) -> None:
        """`unclitic` takes an enclitic off: the bare word, whether it means us, whether it is reflexive."""
        self._by_word: dict[str, list[tuple[Verb, Form]]] = defaultdict(list)
        self._unclitic = unclitic
        for verb in verbs:
            for word, forms in conjugated(verb.lemma).items():
                self._by_word[word] += [(verb, form) for form in Form if form in forms & verb.forms]

    @property
    def words(self) -> Iterable[str]:
        return self._by_word.keys()

    def find(self, sentence: Sentence) -> Iterator[VerbAt]:
        """Every verb form in the sentence, all readings of each."""
        for index in range(len(sentence.tokens)):
            yield from self._at(sentence, index)

    def _at(self, sentence: Sentence, index: int) -> Iterator[VerbAt]:
        key = sentence.key(index)
        for verb, form in self._by_word.get(key, ()):
            if _is_spelt(sentence, index, form):
                yield from _fits(sentence, index, verb, form, is_self=_says_self(sentence, index), has_us=False)
        for bare, has_us, is_self in self._unclitic(key):
            for verb, form in self._by_word.get(bare, ()):
                if form in _WITH_ENCLITIC:
                    said = Form.IMPERATIVE if form is Form.THEY_PRESENT and not has_us else form
                    yield from _fits(sentence, index, verb, said, is_self=is_self, has_us=has_us, has_clitic=True)


_BETWEEN = re.compile(
    r"(?:(?:yo|nosotros|hoy|ayer|anoche|manana|luego|antes|otra vez|de nuevo|un momento|un momentito|un rato|un "
    r"ratito|(?:el|"
    r"este) (?:lunes|martes|"
    r"miercoles|"
    r"jueves|viernes|sabado)|esta (?:manana|tarde)|today|again) ){0,2}"
)
"""What may stand between a verb and its preposition: `pasé ayer por Acme`."""
_WITH_ENCLITIC = {Form.INFINITIVE, Form.GERUND, Form.THEY_PRESENT, Form.SUBJUNCTIVE}
_SELF = re.compile(
    r"(?:me|nos|os)(?: (?:le|les|lo|la|los|las|he|hemos|voy a|vamos a|volvi a|han|ha))*|"
    r"se(?: (?:le|les|he|hemos|voy a|vamos a|volvi a|han|ha))*"
)
"""`se lo paso` is given to them: the verb is not reflexive."""


def _says_self(sentence: Sentence, index: int) -> bool:
    return any(_SELF.fullmatch(" ".join(sentence.keys[start:index])) for start in range(max(0, index - 3), index))


def _fits(
    sentence: Sentence, index: int, verb: Verb, form: Form, *, is_self: bool, has_us: bool, has_clitic: bool = False
) -> Iterator[VerbAt]:
    if verb.is_reflexive and not is_self and form is not Form.PARTICIPLE:
        return
    start, end = sentence.place(index), sentence.place(index + 1)
    last, tail = index + 1, None
    if verb.after:
        match = verb.after.match(sentence.plain, end) or verb.after.match(
            sentence.plain,
            _BETWEEN.match(sentence.plain, end).end(),  # type: ignore[union-attr]
        )
        if not match:
            return
        last = sentence.span(match)[1]
    if verb.ahead:
        match = verb.ahead.match(sentence.plain, end)
        if not match:
            return
        tail = sentence.span(match, "tail")
    if verb.before and (not has_clitic or has_us) and not verb.before.search(sentence.plain[:start]):
        return
    yield VerbAt((index, last), verb, form, has_us and not verb.is_reflexive, tail)


def _is_spelt(sentence: Sentence, index: int, form: Form) -> bool:
    """An accent typed tells `llamó` from `llamo`, `llamé` from `llame`; one left out tells nothing."""
    typed = sentence.words((index, index + 1)).lower()
    if typed == "de":
        return sentence.key(index - 1) not in {"lo", "la", "el", "los", "las"}  # "lo de la terraza"
    if not typed or typed[-1] not in "óéíáú":
        return True
    wanted = {"ó": {Form.THEY_PAST}, "é": {Form.PAST, Form.FUTURE}, "í": {Form.PAST}, "á": {Form.THEY_FUTURE}}
    return form in wanted.get(typed[-1], set(Form))


def verbs_in(table: str, kind: Kind, *, keeps: bool = False) -> Iterator[Verb]:
    """The verbs of a table, by the words that they need.

    `pasarse > por` (must follow), `give >> a call` (after a name), `marcar < le` (before it), `estar/past,participle`
    (these forms alone); an indented line goes on with the one before.
    """
    for line in table.replace("\n    ", "").strip().splitlines():
        words, after, ahead, before = line.split("#")[0], None, None, None
        if " < " in words:
            words, _, text = words.partition(" < ")
            before = re.compile(rf"(?<!\S)(?:{text.strip()}) $")
        if " >> " in words:
            words, _, text = words.partition(" >> ")
            ahead = re.compile(rf"(?:\S+ ){{0,4}}?(?P<tail>{text.strip()})(?!\S)")
        if " > " in words:
            words, _, text = words.partition(" > ")
            is_only_a_look = text.strip().startswith(("(?!", "(?="))
            after = re.compile(text.strip() if is_only_a_look else rf"(?:{text.strip()})(?!\S)")
        for entry in words.split():
            word, _, only = entry.partition("/")
            forms = frozenset(Form[name.upper()] for name in only.split(",")) if only else frozenset(Form)
            is_reflexive = word.endswith(("arse", "erse", "irse"))
            yield Verb(
                word.removesuffix("se") if is_reflexive else word,
                kind,
                keeps,
                is_reflexive,
                after,
                ahead,
                before,
                forms,
            )
