"""Whether a deed was done or is to be done, by its form, its times and what came of it."""

import re

from core.understanding.dates import WhenWords, is_over, resolve, time_of
from core.understanding.feedback import is_past, tells_feedback
from core.understanding.headlines_en import is_headline
from core.understanding.kinds import Kind, Role
from core.understanding.languages import is_english, is_spanish
from core.understanding.own_times import between
from core.understanding.reading import Reading
from core.understanding.text import indexes, word_set
from core.understanding.trigger_rows import Trigger
from core.understanding.verdicts_en import is_judged, is_our_wish, is_praised
from core.understanding.why_es import is_said_why

_ALSO_NOUNS = word_set("call visit email meeting lunch coffee")


_TOWARDS = word_set("al para for until hasta by")


def is_done(trigger: Trigger, times: list[WhenWords], reading: Reading, *, follows_done: bool) -> bool:
    """Whether the deed with these times was done; `follows_done` where something before it was."""
    if trigger.role in {Role.TO_DO, Role.ASKED}:
        return _was_done_though_to_do(trigger, times, reading)
    if trigger.role is Role.OPEN:
        times = [time for time in times if not _is_in_talk(time, trigger, reading)]
    tense = next((time.is_future for time in times if time.is_future is not None), None)
    if trigger.role is Role.DONE:
        is_ahead = follows_done and tense is None and bool(times) and not _is_past_today(times[0], reading)
        return not ((tense is True or is_ahead) and reading.sentence.key(trigger.span[1] - 1).endswith("mos"))
    if tense is not None or (trigger.is_noun and is_praised(trigger, reading)):
        return not tense
    is_settled = trigger.is_noun and times and _SETTLED.intersection(reading.sentence.keys[trigger.span[1] :])
    if trigger.role is Role.AGREED or is_settled:
        is_told = bool(times) and (_has_struck(times[0], reading) or _tells_what_they_said(trigger, reading))
        return is_told and not is_settled
    if not times:
        may_be = trigger.is_noun or trigger.kind in {Kind.CALL, Kind.VISIT, Kind.MEETING}
        return may_be and not (_sets_out(trigger, reading) or _is_put_off(trigger, reading))
    return not follows_done and _is_over(times[0], trigger, reading)


def _sets_out(trigger: Trigger, reading: Reading) -> bool:
    """Whether somebody is but on the way: "voy a Titán"; not where it goes on: "voy a Titán y *me dice que* no"."""
    is_going = reading.sentence.key(trigger.span[0]) in {"voy", "vamos"}
    return is_going and not tells_feedback(reading.sentence.keys[trigger.span[1] :])


def _is_put_off(trigger: Trigger, reading: Reading) -> bool:
    """Whether what one does is but for later: "llamo a Ana en cuanto pueda", "luego llamo a Ana"."""
    first, end = reading.segment_of(trigger.span[0])
    piece = reading.sentence.plain[reading.sentence.place(first) : reading.sentence.place(end)]
    return not trigger.is_noun and trigger.role is Role.OPEN and bool(_LATER.search(piece))


_LATER = re.compile(
    r"\b(?:en cuanto|cuando pueda|cuando tenga|luego|mas tarde|enseguida|en un rato|al rato|otro dia)\b"
)


def _was_done_though_to_do(trigger: Trigger, times: list[WhenWords], reading: Reading) -> bool:
    """Whether a form that tells what is to be done tells what was: "call Acme, 10 min", "yo hablar con Vicent …"."""
    tense = next((time.is_future for time in times if time.is_future is not None), None)
    return _is_broken_past(trigger, times, reading) or _is_a_noun_that_was(trigger, times, reading, tense=tense)


def _is_broken_past(trigger: Trigger, times: list[WhenWords], reading: Reading) -> bool:
    """Whether an infinitive with a length and a result was done: "yo hablar con Vicent 15 minutos, quiere …"."""
    is_first = all(reading.sentence.key(index) in {"yo", "i"} for index in range(trigger.span[0]))
    return is_first and not times and bool(reading.durations) and _tells_result(trigger, reading)


def _is_in_talk(time: WhenWords, trigger: Trigger, reading: Reading) -> bool:
    """Whether what they said comes between the deed and a time after it: "reunión con Ana la aprueban hasta junio"."""
    is_purpose = reading.sentence.key(trigger.span[1] - 1) == "a"  # "paso *a recoger la orden de compra* el lunes"
    return not is_purpose and tells_feedback(between(trigger, time, reading))


def _is_past_today(time: WhenWords, reading: Reading) -> bool:
    when = resolve(time, reading.now, is_future=True)
    return when is None or when.day <= reading.now.date()


def _has_struck(time: WhenWords, reading: Reading) -> bool:
    """Whether it is an hour of today that is over."""
    hour = time_of(time.atom)
    is_today = time.atom.day is not None and time.atom.day.rule(reading.now.date(), True) == reading.now.date()
    return is_today and time.atom.clock is not None and hour is not None and hour <= reading.now.time()


def _tells_what_they_said(trigger: Trigger, reading: Reading) -> bool:
    """Whether the present tense tells a story: "el viernes me paso por Titán *y Rubén me dice que* no"."""
    return bool(_SAID_TO_ME.search(reading.sentence.plain, reading.sentence.place(trigger.span[1])))


_SAID_TO_ME = re.compile(
    r"\b(?:y|e|que|,) (?:\S+ ){0,3}(?:me|nos) (?:dice|dicen|cuenta|cuentan|comenta|comentan|suelta)\b"
    r"(?! (?:algo|si|cosas|cuando|lo que sea))"
)


_SETTLED = word_set("confirmed booked arranged scheduled rearranged fixed confirmada confirmado")


def _is_a_noun_that_was(trigger: Trigger, times: list[WhenWords], reading: Reading, *, tense: bool | None) -> bool:
    """Whether what reads as an order is but a noun: "call Susan, 15 mins", "visit Oakfield today 9-10", "email,
    done"."""
    if reading.sentence.words(trigger.span).lower() not in _ALSO_NOUNS:
        return False
    is_told = (trigger.span[0] > 0 and _tells_result(trigger, reading)) or is_judged(trigger, reading)
    is_today_past = any((one.atom.day or is_told) and one.has_hour and is_over(one, reading.now) for one in times)
    is_timeless = not times and (bool(reading.durations) or is_told or _is_ticked_off(reading))
    return tense is False or is_today_past or is_timeless or is_headline(trigger, times, reading)


def _is_ticked_off(reading: Reading) -> bool:
    """Whether the message ends with "done": "email Acme price list, done"."""
    keys = [key for key in reading.sentence.keys if key[0].isalnum()]
    return keys[-1:] in (["done"], ["hecho"], ["sent"], ["hecha"])


def _is_over(time: WhenWords, trigger: Trigger, reading: Reading) -> bool:
    """Whether a time that may be past or to come is past.

    Today's hour tells by the clock; so does an hour without a day. Of a weekday, what is told of the result tells.
    """
    hour = time_of(time.atom)
    is_today = time.atom.day is None or time.atom.day.rule(reading.now.date(), True) == reading.now.date()
    if _is_led_ahead(time, trigger, reading):
        return False
    if is_today and hour is not None:
        went = trigger.is_noun and time.atom.day is None and "went" in reading.sentence.keys[trigger.span[1] :]
        return went or (hour <= reading.now.time() and not _is_said_ahead(time, trigger, reading))
    if is_today and time.atom.day:
        is_past = trigger.is_noun or trigger.kind not in {Kind.EMAIL, Kind.TASK}  # `mando hoy` is to be done
        return is_past and not _is_put_off(trigger, reading)
    if _is_nearer_ahead(time, reading) or (_is_on_the_way(trigger, reading) and time.atom.day):
        return False
    is_set = hour is not None and (time.span[1] <= trigger.span[0] or _is_sooner_ahead(time, reading))
    is_going = reading.sentence.key(trigger.span[0]) in {"voy", "vamos"} and time.atom.day is not None
    if (is_set or is_going) and _is_announced(trigger, reading):
        return False
    is_told = _tells_result(trigger, reading) or (bool(reading.durations) and not is_set)
    return is_told and not is_said_why(time, trigger, reading)


def _is_led_ahead(time: WhenWords, trigger: Trigger, reading: Reading) -> bool:
    """Whether a small word before the time, or "another" before the deed, makes it one to come."""
    is_towards = reading.sentence.key(time.span[0]) in _TOWARDS or reading.sentence.key(time.span[0] - 1) in _TOWARDS
    is_another = trigger.is_noun and trigger.span[0] > 0 and reading.sentence.key(trigger.span[0]) in _ANOTHER
    return is_towards or is_another


_ANOTHER = word_set("otra otro nueva nuevo proxima proximo siguiente segunda")
"""After what was told, a deed that is said to be one more is to come: "no estaba. *Otra* visita el lunes"."""


def _is_announced(trigger: Trigger, reading: Reading) -> bool:
    """Whether what comes at an hour of a day is said in the present, or with its subject: "el lunes a las 9 *voy* a
    Vega", "reunión con Ana, *tema* repuestos"; not where it goes on with what they told."""
    if _SAID_TO_ME.search(reading.sentence.plain, reading.sentence.place(trigger.span[1])):
        return False
    if not trigger.is_noun:
        return trigger.role is Role.OPEN and is_spanish(reading.sentence)
    end = next((start for start in reading.segments if start > trigger.span[0]), None)
    return end is not None and reading.sentence.key(end) in _SUBJECT


_SUBJECT = word_set("tema temas asunto motivo objetivo orden agenda")


def _is_on_the_way(trigger: Trigger, reading: Reading) -> bool:
    """Whether English tells of a day what one is going to do: "going out to Acme on Monday, they want …"."""
    said = reading.sentence.keys[slice(*trigger.span)]
    return not trigger.is_noun and not _ON_THE_WAY.isdisjoint(said)


_ON_THE_WAY = word_set(
    "going coming heading driving popping nipping seeing visiting dropping swinging running "
    "calling taking bringing "
    "collecting"
)


def _is_sooner_ahead(time: WhenWords, reading: Reading) -> bool:
    """Whether the day that it tells comes sooner than it was: "the 18th at 16:30", said on the 12th."""
    ahead, ago = (resolve(time, reading.now, is_future=is_future) for is_future in (True, False))
    today = reading.now.date()
    return bool(ahead and ago) and ahead.day - today < today - ago.day  # type: ignore[union-attr]


def _is_said_ahead(time: WhenWords, trigger: Trigger, reading: Reading) -> bool:
    """Whether a present tense with a bare hour announces the next such hour: "a las 8 llamo a Ana", said at noon."""
    is_bare = time.atom.day is None and time.atom.part is None and not trigger.is_noun
    was = any(is_past(key) for key in reading.sentence.keys[trigger.span[1] :]) and is_english(reading.sentence)
    is_open = is_bare and trigger.role is Role.OPEN and not (reading.durations or was)
    return is_open and not _tells_result(trigger, reading)


def _is_nearer_ahead(time: WhenWords, reading: Reading) -> bool:
    """Whether a date of a month is some weeks ahead but most of a year ago: on 14 April the 17/4 is to come."""
    ahead, ago = (resolve(time, reading.now, is_future=is_future) for is_future in (True, False))
    today = reading.now.date()
    return bool(ahead and ago) and (ahead.day - today).days <= _SOON < (today - ago.day).days  # type: ignore[union-attr]


_SOON = 60


def _tells_result(trigger: Trigger, reading: Reading) -> bool:
    """Whether anything after the deed, besides names, times and the words of deeds, says how it went."""
    known = indexes(reading.times, reading.mentions, reading.titles, reading.triggers)
    for index in range(len(reading.sentence.tokens)):
        known |= set(range(index, reading.segment_of(index)[1])) if is_our_wish(index, reading) else set()
    keys, end = reading.sentence.keys, _end_before_a_condition(trigger, reading)
    told = [index for index in range(trigger.span[1], end) if index not in known]
    return tells_feedback(
        [keys[index] for index in told if keys[index] != "no" or keys[index + 1 : index + 2] not in _EASE]
    )


_EASE = (["agenda"], ["rush"], ["hurry"], ["pressure"], ["fuss"], ["reason"], ["occasion"])
"""What there is "no" of says nothing of how it went: "lunch Friday at 1, *no agenda*"."""


def _end_before_a_condition(trigger: Trigger, reading: Reading) -> int:
    """Where what hangs on something begins, right behind a time: "reunión el viernes *si no le cambian el turno*"."""
    for time in reading.times:
        index = time.span[1]
        is_if = reading.sentence.key(index) == "si" and reading.sentence.words((index, index + 1)).lower() == "si"
        if is_if and index > trigger.span[1]:
            return index
    asking = (
        _TO_SEE.search(reading.sentence.plain, reading.sentence.place(trigger.span[1]))
        if trigger.span[1] < len(reading.sentence.tokens)
        else None
    )
    return reading.sentence.span(asking)[0] if asking else len(reading.sentence.keys)


_TO_SEE = re.compile(r"(?<!\S)(?:a|para) (?:ver|saber) (?:si|que|cuando|como|cuanto|donde|en que|por que|quien)(?!\S)")
