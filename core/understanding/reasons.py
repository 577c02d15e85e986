"""Why an opportunity was lost or put off: with the move, after it, or what it was concluded from."""

import re

from core.understanding.deeds import Deeds
from core.understanding.feedback import BEING, tells_feedback
from core.understanding.kinds import Role
from core.understanding.languages import is_english, is_spanish
from core.understanding.lexicon import GLUE
from core.understanding.reading import Reading
from core.understanding.stages import StageWords
from core.understanding.text import Span, indexes

LABELS = frozenset({"motivo", "razon", "causa", "reason"})
"""What leads to a reason: "a perdida. *Motivo:* exclusividad de otra marca"."""
NEEDS_REASON = frozenset({"lost", "postponed"})


def reason_told(reading: Reading, deeds: Deeds) -> Span | None:
    """The reason given with the stage, else the clause that follows it without a deed of its own."""
    if not reading.stage or reading.stage.key not in NEEDS_REASON:
        return None
    if told := _told_twice(reading.stage, reading, deeds):
        return told
    if reading.stage.reason and not _is_but_a_title(reading.stage.reason, reading):
        return _with_what_follows(reading.stage.reason, reading, deeds)
    told = _told_elsewhere(reading.stage, reading, deeds)
    return None if told is None or _moves_again(told, reading) else _with_what_follows(told, reading, deeds)


def _told_twice(stage: StageWords, reading: Reading, deeds: Deeds) -> Span | None:
    """The piece behind a colon that tells the same in other words: "aplazamos lo de Vega: *tienen la inversión
    congelada por la fusión*"."""
    clause = next(one for one in deeds.clauses if one.holds(stage.span[0]))
    first, end = clause.span
    is_explained = reading.sentence.key(first - 1) == ":" and any(one[1] <= first for one in stage.also)
    while end > first and not reading.sentence.key(end - 1)[0].isalnum():
        end -= 1
    return (first, end) if is_explained and end - first > _TWO and clause.trigger is None else None


def _with_what_follows(reason: Span, reading: Reading, deeds: Deeds) -> Span:
    """The reason with the English pieces that go on telling it: "lost on price, *came in 8 % high*"."""
    sentence, (first, end) = reading.sentence, reason
    if not is_english(sentence):
        return reason
    for clause in deeds.clauses:
        start, stop = clause.span
        if start != end + 1 or sentence.key(end) != "," or clause.trigger is not None:
            continue
        if sentence.key(start) in {"and", "but", "so"} and sentence.key(start + 1) in _SUBJECTS:
            break  # "because of the freeze, *and they were both sorry*"
        named = [one for one in reading.mentions if not one.is_weak]
        busy = indexes(reading.times, reading.amounts, named, reading.moves)
        while stop > start and not sentence.key(stop - 1)[0].isalnum():
            stop -= 1
        if busy.intersection(range(start, stop)):
            break
        end = stop
    return first, end


_SUBJECTS = frozenset(["i", "we", "they", "he", "she", "it", "you"])


def _told_elsewhere(stage: StageWords, reading: Reading, deeds: Deeds) -> Span | None:
    place = next(i for i, one in enumerate(deeds.clauses) if one.holds(stage.span[1] - 1))
    for clause in deeds.clauses[place + 1 : place + 2]:
        first, end = clause.span
        while end > first and not reading.sentence.key(end - 1)[0].isalnum():
            end -= 1
        if reading.sentence.key(first) in LABELS and reading.sentence.key(first + 1) == ":":
            first += 2
        is_amount = any(clause.holds(amount.span[0]) for amount in reading.amounts)
        is_theirs = clause.trigger is None or (clause.trigger.role is Role.NOT_OURS and is_english(reading.sentence))
        if is_theirs and first < end and not is_amount:
            return first, end
    return (
        _dictated_after(stage, reading, deeds.clauses[place].span)
        or _concluded_from(stage, reading)
        or _lost_to(stage, reading)
        or _because_before(stage, reading)
        or _told_just_before(place, deeds, reading)
    )


def _dictated_after(stage: StageWords, reading: Reading, clause: Span) -> Span | None:
    """What was dictated without a sign behind the name or the title that moved: "se cayó lo de Vega *no les dieron el
    crédito*"."""
    sentence = reading.sentence
    spans = [one.span for one in reading.mentions] + [one.span for one in reading.titles]
    ends = [end for start, end in spans if stage.span[1] <= start < clause[1]]
    if not ends or not is_spanish(sentence):
        return None
    first, end = max(ends), clause[1]
    while end > first and not sentence.key(end - 1)[0].isalnum():
        end -= 1
    is_led_to = sentence.key(first) in _BEGINNING_A_REASON
    return (first, end) if is_led_to and end - first > _TWO else None


_TWO = 2
_BEGINNING_A_REASON = frozenset({"no", "se", "les", "le", "ya", "prefieren", "prefirieron", "compraron", "dicen"})


def _is_but_a_title(reason: Span, reading: Reading) -> bool:
    """Whether it only says of what: "pulled the plug *on the repairs app*"."""
    titled = indexes(reading.titles)
    return all(index in titled or reading.sentence.key(index) in GLUE for index in range(*reason))


def _moves_again(reason: Span, reading: Reading) -> bool:
    """Whether it only says the same move once more: "*la cocina la aplazan*, mover a aplazada"."""
    moving = {index for index in range(*reason) if _MOVING.fullmatch(reading.sentence.key(index))}
    known = moving | indexes(reading.titles, reading.mentions)
    return bool(moving) and all(
        index in known or reading.sentence.key(index) in GLUE | {"nos"} for index in range(*reason)
    )


_MOVING = re.compile(
    r"cayo|cayeron|caido|cae|fue|(?:aplaz|pospon|pospus|pospues|postpon)\w+|perd(?:emos|ido|ida|idos|idas|imos|io)|lost"
)


def _concluded_from(stage: StageWords, reading: Reading) -> Span | None:
    """What a move was concluded from: "*este año no hay cosecha*, así que lo dejan para el que viene"."""
    sentence, end = reading.sentence, stage.span[0]
    while end > 0 and not _concludes(end, reading):
        end -= 1
    last = end - 1 if sentence.key(end - 1) in _THEREFORE else end
    last -= sentence.key(last - 1) == ","
    if last <= 0:
        return None
    first = last
    while (
        first > 0
        and sentence.key(first - 1) not in _ENDS
        and not (sentence.key(first - 1) == "que" and sentence.key(first - 2) in _SAYING)
        and sentence.key(first - 1) not in {"says", "said", "reckons", "cos", "because"}
    ):
        first -= 1
    first = _behind_the_deed(first, last, reading)
    return (first, last) if last - first > 1 else None


def _behind_the_deed(first: int, last: int, reading: Reading) -> int:
    """Where the reason begins that is dictated without a sign behind a deed: "visité a Rosa y malas noticias *subió
    todo* entonces queda aplazada"."""
    deeds = [one for one in reading.triggers if one.role is Role.DONE and first <= one.span[0] < last]
    named = [one.span[1] for one in reading.mentions if first <= one.span[0] < last]
    if deeds and named and is_spanish(reading.sentence):
        first = max(deeds[-1].span[1], named[-1])
        match = _NEWS.match(reading.sentence.plain, reading.sentence.place(first))
        first = reading.sentence.span(match)[1] if match and match.end() > match.start() else first
    return first


_NEWS = re.compile(
    r"(?:(?:y|pues|que|pero|resulta|(?:me|nos) (?:dice|dicen|dijo|dijeron|ha dicho|han dicho|conto|comento) que|"
    r"(?:malas?|buenas?|tristes) noticias?|[,:]) )*"
)
"""What leads from a deed to what was told there."""


def _concludes(index: int, reading: Reading) -> bool:
    """Whether a word that concludes stands there: "así *que*", "and *so*", an English "so" alone."""
    key, before = reading.sentence.key(index), reading.sentence.key(index - 1)
    is_alone = key == "so" and is_english(reading.sentence) and before not in {"not", "and"}
    is_alone |= key == "entonces" and before not in {"y", "desde", "hasta", "para", ","}
    return is_alone or (key in {"que", "eso", "tanto", "so"} and before in _THEREFORE)


_THEREFORE = frozenset({"asi", "por", "total", "and", "entonces"})
_SAYING = frozenset(
    {"dice", "dicen", "dijo", "dijeron", "comenta", "comentan", "dicho", "comentado", "cuenta", "cuentan"}
)


def _lost_to(stage: StageWords, reading: Reading) -> Span | None:
    """To whom it was lost is a reason, where no other is given: "lost to a cheaper bid"."""
    end = stage.span[1]
    while end < len(reading.sentence.tokens) and reading.sentence.key(end) not in _ENDS:
        end += 1
    start = next(
        (index for index in range(stage.span[1], end) if reading.sentence.key(index) in {"to", "contra", "against"}),
        end,
    )
    return (start + 1, end) if stage.key == "lost" and start + 1 < end else None


_ENDS = frozenset(",.;!)")


_BECAUSE = re.compile(r"(?<!\S)(?:because|cos|coz|since|as|porque|ya que|como)(?= )")


def _because_before(stage: StageWords, reading: Reading) -> Span | None:
    """A reason given before the move: "*because* they lost the motorway job, so let's postpone it"."""
    sentence = reading.sentence
    found = list(_BECAUSE.finditer(sentence.plain, 0, max(sentence.place(stage.span[0]) - 1, 0)))
    if not found:
        return None
    first, last = sentence.span(found[-1])[1], stage.span[0]
    for index in range(first, last):
        if sentence.key(index) in {"so", "asi"} or sentence.key(index) in _ENDS:
            last = index
            break
    return (first, last) if last - first > 1 else None


def _told_just_before(place: int, deeds: Deeds, reading: Reading) -> Span | None:
    """The clause before a move that says nothing else: "they bought a Chinese one, *lost*"."""
    if place == 0 or reading.stage is None:
        return None
    known = indexes(reading.mentions, reading.titles, reading.amounts, reading.times)
    rest = set(range(*deeds.clauses[place].span)) - known - set(range(*reading.stage.span))
    if any(reading.sentence.key(index) not in GLUE for index in rest):
        return None
    first, end = deeds.clauses[place - 1].span
    while end > first and not reading.sentence.key(end - 1)[0].isalnum():
        end -= 1
    if _is_but_the_loss(first, end, reading):
        return None
    is_news = reading.stage.is_asked and first > 0  # "se cae, *traspasan el local*. Dalo por perdido"
    is_told = (is_news or tells_feedback(reading.sentence.keys[first:end])) and deeds.clauses[place - 1].trigger is None
    return (first, end) if is_told else None


def _is_but_the_loss(first: int, end: int, reading: Reading) -> bool:
    """Whether it only says that it is lost: "*the cladding's dead*. Lost it"."""
    known = indexes(reading.mentions, reading.titles)
    rest = {reading.sentence.key(index) for index in range(first, end) if index not in known}
    return bool(rest & _OVER) and rest <= _OVER | GLUE | BEING


_OVER = frozenset(["dead", "gone", "lost", "off", "over", "finished", "toast", "history"])
