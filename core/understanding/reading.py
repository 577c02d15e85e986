"""All that is recognised in a sentence, each thing with the tokens where it stands, before anything is decided."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from core.understanding import verbs_en, verbs_es
from core.understanding.amounts import AmountWords, find_amounts
from core.understanding.amounts_of_titles import amounts_of_titles
from core.understanding.channels import ChannelWords, find_channels
from core.understanding.dates import WhenWords, find_times
from core.understanding.durations import DurationWords, find_durations
from core.understanding.feedback import tells_feedback
from core.understanding.frames_en import NAMING
from core.understanding.joined_names import in_a_firms_name
from core.understanding.kinds import Role
from core.understanding.languages import is_english
from core.understanding.lexicon import NO_SLIPS, PUNCTUATION
from core.understanding.mending import mended
from core.understanding.mentions import Mention, find_mentions, whole_names
from core.understanding.relatives_es import behind_a_relative
from core.understanding.sales import has_a_sale_for_object, is_of_a_sale, is_of_an_appointment, may_be_alone
from core.understanding.short_forms import ABBREVIATIONS
from core.understanding.sold import moves_of_titles
from core.understanding.stages import StageWords, find_moves, find_named_moves, the_move
from core.understanding.strangers import find_strangers, without_strangers
from core.understanding.text import Sentence, Span, is_picture, tokenise, word_set
from core.understanding.titles import TitleWords, find_titles
from core.understanding.trigger_rows import Trigger
from core.understanding.triggers import find_candidates, find_triggers
from core.understanding.where_to import is_where_one_goes
from core.understanding.whose_deeds import belongs_to_another, of_somebody_else
from core.understanding.world import World

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
    whole = whole_names(sentence, world, frozenset())
    times = [
        time
        for time in find_times(sentence, lang)
        if not whole.intersection(range(*time.span))
        and not _is_called_so(time, sentence, world)
        and not _is_a_view(time, sentence)
        and not _is_how_they_pay(time, sentence)
        and not _is_since_when(time, sentence)
    ]
    taken = _tokens(time.span for time in times)
    durations = find_durations(sentence, taken)
    taken |= _tokens(duration.span for duration in durations)
    amounts = find_amounts(sentence, world.currency, taken)
    taken |= _tokens(amount.span for amount in amounts)
    segments = _segments(sentence, times)
    starts = frozenset(segments) | {time.span[1] for time in times}
    starts |= {one.span[1] for one in durations} | {one.span[1] for one in amounts}
    timed = frozenset(time.span[0] for time in times)
    moves = [move for move in find_moves(sentence, world) if not is_of_an_appointment(move, times, now)]
    names = whole_names(sentence, world, taken) | in_a_firms_name(sentence, world)
    candidates = find_candidates(
        sentence,
        _GRAMMARS,
        _tokens(time.span for time in times) | names | _naming(sentence),
        is_spanish=not is_english(sentence),
    )
    triggers = find_triggers(sentence, candidates.beside((), sentence.keys), starts, timed)
    mentions = find_mentions(sentence, world, taken | _tokens(trigger.span for trigger in triggers), whole)
    mentions = [one for one in mentions if not is_where_one_goes(one, sentence)]
    strangers = find_strangers(sentence, mentions, world, taken)
    mentions = without_strangers(mentions, strangers, sentence, world)
    after_names = frozenset(mention.span[1] for mention in mentions)
    named = _tokens(mention.span for mention in mentions)
    candidates = candidates.beside([*(mention.span for mention in mentions), *strangers], sentence.keys)
    titles = find_titles(sentence, world, taken)
    if not amounts and not is_english(sentence):
        amounts = list(amounts_of_titles(sentence, titles, world.currency, taken | named))
    beside = named | _tokens(title.span for title in titles) | _tokens(amount.span for amount in amounts)
    telling = [one for one in titles if not one.is_part or _is_called_a_title(one, sentence)]
    is_of_somebody = any(not mention.is_weak or mention.is_capitalised for mention in mentions) or bool(
        telling or strangers or amounts
    )
    moves = [
        move
        for move in moves
        if is_of_a_sale(move, sentence, beside, world)
        and has_a_sale_for_object(move, sentence, beside, _tokens(one.span for one in times), world)
        and (is_of_somebody or may_be_alone(move, sentence))
    ]
    triggers = [
        of_somebody_else(one, sentence, after_names, starts)
        for one in find_triggers(sentence, candidates, starts | after_names, timed)
        if not (named | _tokens(strangers)) & _tokens([one.span])
        and not any(
            _lies_in(one.span, move.span) or (move.reason and _lies_in(one.span, move.reason)) for move in moves
        )
    ]
    triggers = [behind_a_relative(one, sentence) for one in triggers]
    triggers = [one for one in triggers if not belongs_to_another(one, triggers, sentence, segments, named)]
    titled = _tokens(title.span for title in titles if moves or title.span[1] - title.span[0] > 1)
    triggers = [
        one
        for one in triggers
        if not (one.is_noun and one.span[0] in titled)
        and not any(_is_of_a_title(one, title, sentence, world) for title in titles)
    ]
    told = _tokens(move.span for move in moves)
    if any(not one.is_part or mentions for one in titles) and all(one.key == "lost" for one in moves):
        first_of = {one.span[0]: max(start for start in segments if start <= one.span[0]) for one in titles}
        of_titles = moves_of_titles(sentence, titles, first_of)
        moves += [one for one in of_titles if not moves or (one.key == "lost" and not told & _tokens([one.span]))]
        told = _tokens(move.span for move in moves)
        triggers = [one for one in triggers if not told.intersection(range(*one.span))]
    bare = [move for move in find_named_moves(sentence, world, beside) if not told & _tokens([move.span])]
    led_to = [move.span for move in bare if sentence.key(move.span[0]) in {"to", "into"}]
    triggers = [one for one in triggers if not any(_overlaps(one.span, span) for span in led_to)]
    moves = sorted([*moves, *bare], key=lambda move: move.span)
    return Reading(
        sentence, world, now, times, durations, amounts, triggers, the_move(moves), tuple(moves), mentions, titles,
        find_channels(sentence), strangers, segments,
    )  # fmt: skip


def _is_of_a_title(trigger: Trigger, title: TitleWords, sentence: Sentence, world: World) -> bool:
    """Whether what reads like a deed is a word of a title said whole: "Beechwood *telephone* upgrade is won"."""
    said = sum(sentence.key(index)[0].isalnum() for index in range(*title.span))
    is_whole = not title.is_part and any(len(world.titles.words(one)) == said for one in title.opportunities)
    return is_whole and trigger.role is not Role.DONE and _lies_in(trigger.span, title.span)


def _is_called_a_title(title: TitleWords, sentence: Sentence) -> bool:
    """Whether a word of a title is no everyday one, or has its article: "ganada *la campana*", not "ojalá *fuera*"."""
    first = title.span[0]
    is_large = first == 0 or sentence.is_capitalised(first) or title.span[1] - first > 1
    return is_large or sentence.key(first) not in NO_SLIPS or sentence.key(first - 1) in _ARTICLES


_ARTICLES = word_set("el la los las lo de del un una the our that this")


def _naming(sentence: Sentence) -> frozenset[int]:
    """The tokens of "called" where it tells a name: no deed."""
    return frozenset(sentence.span(match)[1] - 1 for match in NAMING.finditer(sentence.plain))


def _is_called_so(time: WhenWords, sentence: Sentence, world: World) -> bool:
    """Whether a day's or a month's name is somebody's: "mandado a Domingo", "April says", "Abril ya ha firmado"."""
    first, end = time.span
    key = sentence.key(first)
    if end - first == 1 and sentence.key(first - 1) == "con" and world.contact_names.has_word(key):
        return True  # "comida con julio del Derby"
    while first < end and not sentence.is_capitalised(first):
        first += 1
    key = sentence.key(first)
    if first != end - 1 or not world.contact_names.has_word(key) or sentence.key(first - 1) in _BEFORE_A_DAY:
        return False
    if first == 0:
        return tells_feedback([sentence.key(1)]) or sentence.key(1) in {"ya", "me", "nos", "no", "le", "'s"}
    return sentence.key(first - 1) in {
        "a",
        "con",
        "para",
        "with",
        "to",
        "from",
        "and",
        "y",
        ",",
        ":",
        "told",
        "saw",
        "met",
        "rang",
    }


def _is_a_view(time: WhenWords, sentence: Sentence) -> bool:
    """Whether it tells of a drawing, not of days: "la barra en 3d"."""
    first = time.span[0]
    return sentence.words(time.span).lower() == "en 3d" and sentence.key(first - 2) in {
        "la",
        "el",
        "los",
        "las",
        "un",
        "una",
    }


def _is_how_they_pay(time: WhenWords, sentence: Sentence) -> bool:
    """Whether it tells over how long a sum is paid: "58k *a 24 meses*"."""
    said = sentence.plain[sentence.place(time.span[0]) :]
    before = sentence.plain[: sentence.place(time.span[0])]
    return bool(_TERM.match(said) and _SUM.search(before))


def _is_since_when(time: WhenWords, sentence: Sentence) -> bool:
    """Whether it tells how long something has been so: "no contesta *hace una semana*"."""
    return sentence.key(time.span[0]) == "hace" and sentence.key(time.span[0] - 1) in _STILL


_STILL = word_set(
    "contesta contestan responde responden atiende atienden coge cogen compra compran pide piden paga pagan llama "
    "llaman aparece aparecen viene vienen escribe escriben espera esperan trabaja trabajan usa usan debe deben "
    "esta estan sigue siguen"
)
_TERM = re.compile(r"(?:a|en) \d+ (?:dias|meses|anos|cuotas|plazos)\b")
_SUM = re.compile(r"(?:\d k|\bmil|€|\$|\beuros|\bdolares|\busd|\bpesos|\bmillones|\d{4,}|\d\.\d{3}|\biva) $")
_BEFORE_A_DAY = word_set("el este proximo pasado al del los on next last this every in by until hasta desde")


def _segments(sentence: Sentence, times: list[WhenWords]) -> tuple[int, ...]:
    inside = _tokens((time.span[0], time.span[1] - 1) for time in times)
    starts = {0}
    for index, token in enumerate(sentence.tokens):
        if _ends_a_title(sentence, index):
            continue
        if token.key == ":" and (
            sentence.key(index - 1) in _LABELS or _LABEL.search(sentence.plain[: sentence.place(index)])
        ):
            continue
        if (token.key in PUNCTUATION or is_picture(token.key)) and index not in inside:
            starts.add(index + 1)
        elif index and "\n" in sentence.original[sentence.tokens[index - 1].end : token.start]:
            starts.add(index)
        elif token.key == "-" and index and sentence.original[token.start - 1] == " ":
            starts.add(index + 1)
    return tuple(sorted(start for start in starts if start < len(sentence.tokens) or start == 0))


_LABELS = word_set(
    "motivo razon causa reason siguiente paso accion hito recordatorio step steps action actions todo reminder ns next"
)
_LABEL = re.compile(
    r"(?:^|[.,;!] )(?:to ?do|action|actions|task|job|next job|jobs)(?: (?:is|for me|on me|mine|me|now))* $"
)
"""`Próximo paso: …`, `to do for me: …` are one piece."""


def _ends_a_title(sentence: Sentence, index: int) -> bool:
    """Whether the sign is the full stop of a word cut short: `Sra. Navas`, `D. Héctor`, `presup. martes`."""
    if sentence.key(index) != "." or index == 0 or sentence.tokens[index - 1].end != sentence.tokens[index].start:
        return False
    typed = sentence.words((index - 1, index)).lower()
    if typed in _TITLES:
        return sentence.is_capitalised(index + 1)
    if typed == "w":
        return True  # "call w. Ann"
    return typed in ABBREVIATIONS and len(typed) > 1 and not sentence.is_capitalised(index + 1)


_TITLES = word_set(
    "tel ph approx ext ref incl excl insur maint sr sra srta sres d dna dña dr dra lic ing arq prof col sta sto av "
    "avda hnos mr mrs ms"
)


def _is_name(key: str, world: World) -> bool:
    return world.account_names.has_word(key) or world.contact_names.has_word(key)


def _lies_in(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _overlaps(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _tokens(spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(index for span in spans for index in range(*span))
