"""How long something took: 40 min · 1h30 · hora y media · an hour and a half · de 10 a 11 is read with the dates."""

import re
from dataclasses import dataclass
from decimal import Decimal

from core.understanding.numbers import DIGITS, SMALL, digits_value, spoken_value
from core.understanding.text import Sentence, Span, tokenise

_HOURS = r"(?:h|hr|hrs|hora|horas|horita|horitas|hour|hours)"
_MINUTES = r"(?:m|min|mins|minuto|minutos|minutillos|minutitos|minute|minutes|'|’)"
_TENS = "twenty|thirty|forty|fifty"
_ES_TENS = "treinta|cuarenta|cincuenta"
_ODD = (
    r"(?: (?:larga|largas|largos|escasa|escasas|escasos|corta|justa|justas|bien larga|"
    r"y pico|y poco|y algo|nomas|o asi|o menos))?"
)
_COUNT = rf"(?:{DIGITS}|(?:{_TENS}) (?:five|{SMALL})|(?:{_ES_TENS}) y {SMALL}|{SMALL}|an?)"
_PATTERNS = (
    (rf"(?P<h>{_COUNT}) {_HOURS}(?: (?:y|and))? (?P<m>\d{{1,2}}|{SMALL})(?: {_MINUTES})?(?!\S)", None),
    (rf"(?P<h>{_COUNT}) {_HOURS} (?:y cuarto|and a quarter)", 15),
    (rf"(?P<h>{_COUNT}) {_HOURS} (?:y (?:pico )?media|(?:and|&) (?:a )?half|and 1/2)", 30),
    (rf"(?P<h>{_COUNT}) (?:and a half|y media) {_HOURS}", 30),
    (r"(?P<bare>hora) y media", 90),
    (r"(?P<bare>hora) y cuarto", 75),
    (
        r"(?P<bare>(?:casi |about )?(?:media hora|half an hour|half an hr|half an h|half a hour|half hour|half hr|"
        r"media horita))",
        30,
    ),
    (r"(?P<bare>1/2 (?:hora|hour|h))", 30),
    (r"(?P<bare>1/4 (?:de )?(?:hora|hour|h))", 15),
    (r"(?P<bare>3/4 (?:de )?(?:hora|hour|h))", 45),
    (r"(?P<bare>hora(?: y pico| larga| escasa| justa))", 60),
    (
        r"(?P<bare>(?:tres cuartos de hora|3/4 de hora|three quarters? of an (?:hour|hr)|(?:3/4|three quarters?) "
        r"hour))",
        45,
    ),
    (r"(?P<bare>(?:un cuarto de hora|cuarto de hora|a quarter of an hour|quarter of an hour))", 15),
    (r"(?P<bare>(?:un par de (?:horas|horitas)|(?:a )?couple (?:of )?(?:hours|hrs|hr|horas)))", 120),
    (r"(?P<bare>(?:an? )?(?:good )?hour or so|the best part of an hour|an hour ish|an hour odd|hour and a bit)", 60),
    (
        r"(?P<bare>(?:an? )?(?:good|solid|full|whole|long|short) (?:hour|hr)(?! (?:and|meeting|call|visit|early|"
        r"late)))",
        60,
    ),
    (r"(?P<bare>(?:an? )?(?:good|solid|full|long|short) half (?:an )?hour)", 30),
    (r"(?P<bare>(?:hour|hr) and (?:a )?half)", 90),
    (r"(?P<bare>(?:an? )?hour long)", 60),
    (r"(?P<bare>half (?:an )?hour long)", 30),
    (r"(?P<bare>(?:hour|hr) and a quarter)", 75),
    (r"quick (?P<m>5|10|15|20|25|30)(?= [,.;]|$)", None),
    (rf"(?P<h>{_COUNT}) {_HOURS}(?!\S)", 0),
    (rf"(?P<m>{DIGITS}|(?:{_TENS}) {SMALL}|(?:{_ES_TENS}) y {SMALL}|{SMALL}) {_MINUTES}(?!\S)", None),
)
_COMPILED = tuple((re.compile(r"(?<!\S)" + pattern + _ODD + r"(?!\S)"), extra) for pattern, extra in _PATTERNS)
_NO_DURATION_BEFORE = re.compile(
    r"(?:\b(?:en|in|dentro de|hace|within|entrega en|a|at|las|cada|every|tarda|tardan|"
    r"tardado|tardado casi|tardamos|tardando|conduciendo|perdido|tirado en la carretera|"
    r"takes?|drove|drive|driving|travelled|waited|waiting|queued|conduje|de aqui a|plazo de|a unos|sobre las|"
    r"(?:esperar|esperando|espere|esperamos|esperado)(?: (?:como|casi|unos|unas|un|una|mas de))*|espera de|retraso de|"
    r"cola de|atasco de|curso de|"
    r"garantia de|renting|leasing|permanencia|garantia|contrato|renting a|leasing a|formacion de)|/) $"
)
_NO_DURATION_AFTER = re.compile(
    r" (?:ago|late|later|earlier|early|behind|notice|each way|in traffic|in the (?:queue|car)|'s (?:drive|wait|"
    r"walk|notice)|drive|tarde|away|from|antes|despues|esperando|parado|conduciendo|al volante|(?:en|por) (?:el |"
    r"la )?(?:coche|carretera|atasco|caravana|"
    r"autovia|sala de espera|puerta)|hasta (?:llegar|que me atendi\w+)|de plant[oó]n|de ida|de vuelta|"
    r"para (?:llegar|volver|aparcar|entrar|encontrar)|"
    r"de (?:retraso|antelacion|atasco|cola|coche|viaje|camino|tren|espera|vuelo|carretera|caravana|curso|plazo))\b"
)
_LEAD = re.compile(
    r"(?<!\S)(?:(?:(?:it|y|que|and) )?(?:duro|duraron|duracion|lasted|took|duration|durante|for|por|unos|unas|about|"
    r"around|"
    r"like|casi|aprox|como|de) (?:: |de |about |unos |unas |casi |like )*)$"
)
LONGEST = 14 * 60
"""What takes longer than a working day is no call and no visit."""


@dataclass(frozen=True, slots=True)
class DurationWords:
    """Minutes, where they were said."""

    span: Span
    minutes: int


def parse_duration(text: str) -> int | None:
    """The minutes that `text` says; a bare number is minutes."""
    sentence = tokenise(text.strip())
    found = find_durations(sentence)
    if found:
        return found[0].minutes
    return int(sentence.plain) if re.fullmatch(r"\d{1,3}", sentence.plain) else None


def find_durations(sentence: Sentence, taken: frozenset[int] = frozenset()) -> list[DurationWords]:
    """Every duration outside the `taken` tokens, in the sentence's order."""
    found: list[DurationWords] = []
    used = set(taken)
    for pattern, extra in _COMPILED:
        for match in pattern.finditer(sentence.plain):
            span = sentence.span(match)
            before, after = sentence.plain[: match.start()], sentence.plain[match.end() :]
            if used.intersection(range(*span)) or _NO_DURATION_BEFORE.search(before) or _NO_DURATION_AFTER.match(after):
                continue
            if match.group().endswith(" m") and re.match(r" [23](?!\S)", after):
                continue  # 240 m2
            if match.group().endswith(" m") and sentence.words((span[1] - 1, span[1])) == "M":
                continue  # 2M are millions
            minutes = None if _is_an_hour_of_the_day(match) else _minutes(match, extra)
            if minutes is not None and 0 < minutes <= LONGEST:
                lead = _LEAD.search(before)
                first = sentence.span(lead)[0] if lead else span[0]
                found.append(DurationWords((first if first not in used else span[0], span[1]), minutes))
                used.update(range(*span))
    return sorted(found, key=lambda duration: duration.span)


def _is_an_hour_of_the_day(match: re.Match[str]) -> bool:
    """Whether a bare `12h` rather names an hour: nobody visits for that long."""
    groups = match.groupdict()
    said = groups.get("h") or ""
    return bool(said.isdigit() and int(said) >= _TOO_LONG and not groups.get("m") and match.group().endswith(" h"))


_TOO_LONG = 9


def _minutes(match: re.Match[str], extra: int | None) -> int | None:
    groups = match.groupdict()
    if groups.get("bare"):
        return extra
    hours = _count(groups.get("h") or "0")
    if groups.get("m") and not groups.get("h") and re.fullmatch(r"\d+[.,]\d+ m", match.group()):
        return None  # 1.5m are millions
    minutes = _count(groups["m"]) if groups.get("m") else Decimal(extra or 0)
    return None if hours is None or minutes is None else int(hours * 60 + minutes)


def _count(text: str) -> Decimal | None:
    if text.replace(" ", "").isalpha():
        return Decimal(spoken_value(text))
    return digits_value(text)
