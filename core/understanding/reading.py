"""All that is recognised in a sentence, each thing with the tokens where it stands, before anything is decided."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from core.understanding import common_verbs_es, verbs_en, verbs_es
from core.understanding.amounts import AmountWords, find_amounts
from core.understanding.channels import ChannelWords, find_channels
from core.understanding.dates import WhenWords, find_times
from core.understanding.durations import DurationWords, find_durations
from core.understanding.entry_words import ADVERBS
from core.understanding.feedback import is_our_past
from core.understanding.kinds import Kind, Role
from core.understanding.languages import is_english
from core.understanding.lexicon import GLUE
from core.understanding.mending import mended
from core.understanding.mentions import Mention, find_mentions, whole_names
from core.understanding.stages import BARE_FACT, StageWords, find_moves, find_named_moves, the_move
from core.understanding.strangers import find_strangers, without_strangers
from core.understanding.text import ABBREVIATIONS, Sentence, Span, tokenise, word_set
from core.understanding.titles import TitleWords, find_titles
from core.understanding.triggers import Trigger, find_candidates, find_triggers, may_start
from core.understanding.world import World

PUNCTUATION = word_set(", ; : . ! ? ( ) – — … ¿ ¡ •")
_AUXILIARIES = word_set("might could may can would will 'll shall should must going gonna 'd wants want need needs")
_WISHES = word_set("wants want needs need wanted needed")
_WISHED = 4
_SHOULD = word_set("deberia deberian podria podrian tendria tendrian quisiera quisieran")
_IN_RETURN = word_set("back again them him her it this over")
_GRAMMARS = (verbs_es.GRAMMAR, verbs_en.GRAMMAR)


@dataclass(frozen=True)
class Reading:
    """A sentence and what was found in it."""

    sentence: Sentence
    world: World
    now: datetime
    times: list[WhenWords]
    durations: list[DurationWords]
    amounts: list[AmountWords]
    triggers: list[Trigger]
    stage: StageWords | None
    moves: tuple[StageWords, ...]
    """All moves that are told; where they contradict each other, `stage` is None."""
    mentions: list[Mention]
    titles: list[TitleWords]
    channels: list[ChannelWords]
    strangers: list[Span]
    """The names of firms that are not known."""
    segments: tuple[int, ...]
    """The tokens at which a new piece begins, by the person's own punctuation."""

    def segment_of(self, index: int) -> Span:
        """The piece between two signs of punctuation that holds the token."""
        first = max(start for start in self.segments if start <= index)
        end = min((start for start in self.segments if start > index), default=len(self.sentence.tokens))
        return first, end

    def time_ending_at(self, index: int) -> WhenWords | None:
        return next((time for time in self.times if time.span[1] == index), None)


def read(text: str, world: World, now: datetime, lang: str) -> Reading:
    """Everything that `text` may say, found by the rules of both languages."""
    sentence = tokenise(text, lambda key: key if _is_name(key, world) else mended(key))
    times = find_times(sentence, lang)
    taken = _tokens(time.span for time in times)
    durations = find_durations(sentence, taken)
    taken |= _tokens(duration.span for duration in durations)
    amounts = find_amounts(sentence, world.currency, taken)
    taken |= _tokens(amount.span for amount in amounts)
    segments = _segments(sentence, times)
    starts = frozenset(segments) | {time.span[1] for time in times}
    timed = frozenset(time.span[0] for time in times)
    moves = find_moves(sentence, world)
    names = whole_names(sentence, world, taken)
    candidates = find_candidates(
        sentence, _GRAMMARS, _tokens(time.span for time in times) | names, is_spanish=not is_english(sentence)
    )
    triggers = find_triggers(sentence, candidates, starts, timed)
    mentions = find_mentions(sentence, world, taken | _tokens(trigger.span for trigger in triggers))
    strangers = find_strangers(sentence, mentions, world, taken)
    mentions = without_strangers(mentions, strangers, sentence, world)
    after_names = frozenset(mention.span[1] for mention in mentions)
    named = _tokens(mention.span for mention in mentions)
    triggers = [
        _of_somebody_else(one, sentence, after_names, starts)
        for one in find_triggers(sentence, candidates, starts | after_names, timed)
        if not named & _tokens([one.span]) and not any(_lies_in(one.span, move.span) for move in moves)
    ]
    triggers = [one for one in triggers if not _belongs_to_another(one, triggers, sentence, segments, named)]
    titles = find_titles(sentence, world, taken)
    whole = _tokens(title.span for title in titles if moves or title.span[1] - title.span[0] > 1)
    triggers = [one for one in triggers if not (one.is_noun and one.span[0] in whole)]
    beside = named | _tokens(title.span for title in titles) | _tokens(amount.span for amount in amounts)
    is_of_somebody = bool(mentions or titles or strangers or amounts)
    moves = [
        move
        for move in moves
        if _is_of_a_sale(move, sentence, beside, world) and (is_of_somebody or _may_be_alone(move, sentence))
    ]
    told = _tokens(move.span for move in moves)
    bare = [move for move in find_named_moves(sentence, world, beside) if not told & _tokens([move.span])]
    moves = sorted([*moves, *bare], key=lambda move: move.span)
    return Reading(
        sentence, world, now, times, durations, amounts, triggers, the_move(moves), tuple(moves), mentions, titles,
        find_channels(sentence), strangers, segments,
    )  # fmt: skip


def _of_somebody_else(
    trigger: Trigger, sentence: Sentence, after_names: frozenset[int], starts: frozenset[int]
) -> Trigger:
    """`Sarah will call`, `Karen asked`, `the board will sign` are theirs, though the same without a name is ours."""
    is_theirs = {Role.DONE: _did_it, Role.OPEN: _is_doing_it, Role.TO_DO: _is_to_do_it}.get(trigger.role)
    if is_theirs and is_theirs(trigger, sentence, after_names, starts):
        return replace(trigger, role=Role.NOT_OURS)
    return trigger


def _did_it(trigger: Trigger, sentence: Sentence, after_names: frozenset[int], starts: frozenset[int]) -> bool:
    """`Karen asked`; `wants the brochure emailed`."""
    first = trigger.span[0]
    asking = sentence.keys[max(0, first - _WISHED) : first]
    if trigger.kind is Kind.TASK and first in after_names:
        return _is_english(sentence.key(first))
    is_object = sentence.key(first - 1) in {"it", "them", "this", "that"}
    return bool(_WISHES.intersection(asking)) and (is_object or not may_start(sentence, first, starts))


def _is_doing_it(trigger: Trigger, sentence: Sentence, after_names: frozenset[int], starts: frozenset[int]) -> bool:
    """`Rachel sending the order`."""
    first = trigger.span[0]
    is_gerund = not trigger.is_noun and sentence.key(first).endswith("ing")
    return is_gerund and first in after_names and first not in starts


def _is_to_do_it(trigger: Trigger, sentence: Sentence, after_names: frozenset[int], starts: frozenset[int]) -> bool:
    """`Sarah will call`, `Luis to confirm by Thursday`, `Montes: want to see it working`."""
    first = trigger.span[0]
    if sentence.key(first) in _AUXILIARIES:
        is_in_return = bool(_IN_RETURN.intersection(sentence.keys[slice(*trigger.span)]))
        return first in after_names or not (is_in_return or may_start(sentence, first, starts))
    is_told_of_them = sentence.key(first - 1) == "to" and first - 1 in after_names
    is_told_of_them |= first in after_names and sentence.key(first) in _SHOULD  # Urrutia debería contestar
    return is_told_of_them or (first > 0 and sentence.key(first) == "want")


def _is_of_a_sale(move: StageWords, sentence: Sentence, named: frozenset[int], world: World) -> bool:
    """Whether a participle alone is said of a sale or a name, not of calls or mornings: "2 llamadas perdidas"."""
    if _STANDS.fullmatch(" ".join(sentence.keys[slice(*move.span)])):
        earlier = range(max(0, move.span[0] - _NEAR), move.span[0])
        return any(world.titles.has_word(sentence.key(index)) or sentence.key(index) in _SOLD for index in earlier)
    before = move.span[0] - 1
    if not BARE_FACT.fullmatch(" ".join(sentence.keys[slice(*move.span)])) or before < 0 or before in named:
        return True
    noun = sentence.key(before)
    if sentence.key(move.span[0]) in {"firma", "firman"}:
        return False  # a name signs: "contrato s/ firma" does not
    return (
        not noun.isalpha()
        or noun in GLUE | _SALES | ADVERBS
        or noun in common_verbs_es.forms()
        or world.titles.has_word(noun)
    )


def _may_be_alone(move: StageWords, sentence: Sentence) -> bool:
    """Whether a move may name nothing: one that was asked for, or told in a few words ("firmado!!")."""
    return move.is_asked or len([key for key in sentence.keys if key.isalpha()]) <= _FEWEST_WORDS


_FEWEST_WORDS = 4
_STANDS = re.compile(r"(?:se )?(?:esta|estan|queda|quedan|quedo) (?:todo )?parad[oa]s?")
"""Somebody, or works, may stand still without any sale doing so."""
_NEAR = 5
_SOLD = word_set("venta oportunidad operacion proyecto oferta compra pedido contrato inversion")
_SALES = word_set(
    "venta ventas trato operacion oportunidad oportunidades acuerdo negocio contrato contratos pedido pedidos proyecto "
    "proyectos oferta propuesta concurso licitacion licitaciones lote renovacion todo dado dada damos lo la doy "
    "pdte ya "
    "deal opp tender bid order job business account sale finally just we es esta estan fue ha han he hemos is was "
    "has have"
)


def _belongs_to_another(
    trigger: Trigger, triggers: list[Trigger], sentence: Sentence, segments: tuple[int, ...], named: frozenset[int]
) -> bool:
    """Whether it is the object or the echo of what is to be done: "send Gemma *the catalogue*", "call Janet "
    "*again*"."""
    if trigger.role is not Role.TO_DO:
        return False
    if trigger.kind in {Kind.VISIT, Kind.MEETING}:  # popped in *to see* Emma
        places = {one.span[1] for one in triggers if one.role is Role.DONE and not one.is_noun}
        return bool(places & {trigger.span[0], trigger.span[0] - (sentence.key(trigger.span[0] - 1) == "to")})
    is_task = trigger.kind is Kind.TASK or trigger.is_paper
    if not is_task or not trigger.needs_time:
        return False
    first = max(start for start in segments if start <= trigger.span[0])
    if trigger.keeps_verb and is_our_past(sentence.key(first)):
        return True  # took Óscar the drawings at one
    before = [one for one in triggers if first <= one.span[0] < trigger.span[0]]
    if not before or before[-1].is_noun or before[-1].role is not Role.TO_DO:
        return False
    between = range(before[-1].span[1], trigger.span[0])
    return all(index in named or sentence.key(index) in GLUE for index in between)


def _is_english(key: str) -> bool:
    return key in verbs_en.GRAMMAR.lexicon.words


def _segments(sentence: Sentence, times: list[WhenWords]) -> tuple[int, ...]:
    inside = _tokens((time.span[0], time.span[1] - 1) for time in times)
    starts = {0}
    for index, token in enumerate(sentence.tokens):
        if _ends_a_title(sentence, index):
            continue
        if token.key == ":" and sentence.key(index - 1) in _LABELS:
            continue
        if (token.key in PUNCTUATION or _is_picture(token.key)) and index not in inside:
            starts.add(index + 1)
        elif index and "\n" in sentence.original[sentence.tokens[index - 1].end : token.start]:
            starts.add(index)
        elif token.key == "-" and index and sentence.original[token.start - 1] == " ":
            starts.add(index + 1)
    return tuple(sorted(start for start in starts if start < len(sentence.tokens) or start == 0))


_LABELS = word_set("siguiente paso accion hito recordatorio")
"""`Próximo paso: …` is one piece."""


def _ends_a_title(sentence: Sentence, index: int) -> bool:
    """Whether the sign is the full stop of a word cut short: `Sra. Navas`, `D. Héctor`, `presup. martes`."""
    if sentence.key(index) != "." or index == 0 or sentence.tokens[index - 1].end != sentence.tokens[index].start:
        return False
    typed = sentence.words((index - 1, index)).lower()
    if typed in _TITLES:
        return sentence.is_capitalised(index + 1)
    return typed in ABBREVIATIONS and len(typed) > 1 and not sentence.is_capitalised(index + 1)


_TITLES = word_set(
    "tel ph approx ext ref incl excl insur maint sr sra srta sres d dna dña dr dra lic ing arq prof col sta sto av "
    "avda hnos mr mrs ms"
)


def _is_picture(key: str) -> bool:
    """Whether the token is an emoji or the like, which parts a sentence as a full stop does."""
    return not key.isascii() and unicodedata.category(key[0]) in {"So", "Sk", "Cn", "Mn", "Cf"}


def _is_name(key: str, world: World) -> bool:
    return world.account_names.has_word(key) or world.contact_names.has_word(key)


def _lies_in(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _tokens(spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(index for span in spans for index in range(*span))
