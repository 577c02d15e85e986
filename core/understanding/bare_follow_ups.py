"""Follow-ups that are only a time: "no contesta. Mañana otra vez", "cancela la visita. Nueva fecha 26/5 11h"."""

import re

from core.understanding.calendar_es import MONTHS
from core.understanding.clauses import Clause
from core.understanding.dates import WhenWords, merged_all, resolve
from core.understanding.feedback import tells_feedback
from core.understanding.languages import is_english
from core.understanding.lexicon import GLUE
from core.understanding.reading import Reading
from core.understanding.talk_en import ABSENCE
from core.understanding.text import indexes, word_set

_AGAIN = word_set(
    "otra vez nuevo nueva fecha cita repetimos repito again try siguiente proximo proxima intento reintento"
)
_BESIDE = _AGAIN | word_set("mejor fijo fija sin falta seguro antes despues clase comer hora horas vuelta")


def bare_follow_up(
    after: int, clauses: list[Clause], reading: Reading, *, is_after_a_visit: bool = False
) -> tuple[Clause, WhenWords] | None:
    """The clause behind the token `after` that says only when to come back to it, and that time."""
    known = indexes(reading.times, reading.mentions)
    for clause in clauses[1:]:
        times = [one for one in reading.times if clause.holds(one.span[0])]
        if clause.span[0] < after or clause.trigger is not None or not times:
            continue
        places = [index for index in range(*clause.span) if index not in known]
        rest = [key for index in places if (key := reading.sentence.key(index)) not in GLUE and key[0].isalnum()]
        whole = merged_all(times)
        if _heads_what_was_told(clause, whole, reading):
            continue
        is_return = is_after_a_visit and not rest and _is_return(clause, reading)
        is_short = sum(one.atom.day is not None for one in times) <= 1 and all(key in _BESIDE for key in rest)
        is_some_month = bool(MONTHS.keys() & set(said_of(whole, reading))) and not _AGAIN.intersection(rest)
        if is_some_month and not whole.has_hour and not any(key[0].isdigit() for key in said_of(whole, reading)):
            continue  # "la cinta, mejor *en octubre*" is theirs
        if (
            is_short
            and _is_to_come(whole, reading)
            and (whole.has_hour or is_return or _AGAIN.intersection(rest) or reading.sentence.key(whole.span[0]) in _IN)
        ):
            return clause, whole
    return None


def _heads_what_was_told(clause: Clause, time: WhenWords, reading: Reading) -> bool:
    """Whether what came of it follows an English weekday, which may as well be past: "Dave, *Mon 3:40*. Says yes"."""
    keys = reading.sentence.keys
    is_open = time.is_future is None and time.atom.day is not None and is_english(reading.sentence)
    is_again = _AGAIN.intersection(keys[slice(*clause.span)])
    return (
        is_open
        and not is_again
        and tells_feedback(keys[clause.span[1] :])
        and not tells_feedback(keys[: clause.span[0]])
    )


def said_of(time: WhenWords, reading: Reading) -> list[str]:
    """The words of a time."""
    return reading.sentence.keys[slice(*time.span)]


def _is_return(clause: Clause, reading: Reading) -> bool:
    """Whether one goes "back Friday", and it is not the day of somebody away ("Gemma off, back Friday")."""
    if "back" not in reading.sentence.keys[slice(*clause.span)]:
        return False
    before = reading.sentence.plain[: reading.sentence.place(clause.span[0])]
    named = any(clause.holds(one.span[0]) for one in reading.mentions)
    return not named and not _ABSENT.search(before)


_ABSENT = re.compile(
    rf"(?<!\S)(?:{ABSENCE}|(?:out|away|off|not here|no one in|hols?|holidays?|leave|sick|ill|absent|"
    rf"missed (?:him|her|them))"
    r"(?= (?:[,.;:!-]|and|so|back)))(?!\S)"
)
_IN = word_set("en dentro")
"""`En 15 días` alone says when to come back; `el 20 de mayo` alone may be anything."""


def _is_to_come(time: WhenWords, reading: Reading) -> bool:
    if time.atom.day is None or time.is_future is False:
        return False
    when = resolve(time, reading.now, is_future=True)
    return when is not None and (
        when.day > reading.now.date()
        or (when.day == reading.now.date() and when.at is not None and when.at > reading.now.time())
    )
