"""When an entry without a verb was."""

from core.understanding.dates import WhenWords, is_over, merged_all
from core.understanding.deeds import Deeds
from core.understanding.feedback import is_our_past
from core.understanding.languages import is_english
from core.understanding.meaning import Intent
from core.understanding.nearby_times import today_told
from core.understanding.reading import Reading
from core.understanding.text import word_set


def time_told(intent: Intent, reading: Reading, deeds: Deeds) -> WhenWords | None:
    """When an entry without a verb was: the past time in its first clause, with the hours beside it."""
    if deeds.main or intent is not Intent.LOG:
        return None
    times = [one for one in reading.times if deeds.clauses[0].holds(one.span[0])]
    if (today := today_told(reading, deeds.clauses[0].span[1])) and not any(one is not today for one in times):
        return today
    is_plain = sum(one.atom.day is not None for one in times) <= 1 and sum(one.has_hour for one in times) <= 1
    return (
        merged_all(times)
        if is_plain and any(is_over(one, reading.now) or _was(one, reading) for one in times)
        else None
    )


def _was(time: WhenWords, reading: Reading) -> bool:
    """Whether a day that may be past or to come is past, for what was told took its time: "Monday at Calder, 2 hrs"."""
    is_open = time.is_future is None and time.atom.day is not None
    is_plain = not time.has_hour and _is_today(time, reading)
    return is_open and (bool(reading.durations) or is_plain or _is_of_our_past(time, reading))


def _is_of_our_past(time: WhenWords, reading: Reading) -> bool:
    """Whether it is when we did what the sentence begins with: "*gave* Wally a hand with the display *on Saturday*"."""
    keys = [key for key in reading.sentence.keys[: time.span[0]] if key not in {"i", "we", "just", "so", "and"}]
    is_limit = reading.sentence.key(time.span[0]) in {"by", "for", "until", "till", "before", "from"}
    return (
        is_english(reading.sentence)
        and is_our_past(keys[0] if keys else "")
        and not (is_limit or _NOT_OURS.intersection(keys[1:]))
    )


_NOT_OURS = word_set("they he she it that who which will 'll would 'd can could may might to for due by if when")


def _is_today(time: WhenWords, reading: Reading) -> bool:
    day = time.atom.day
    return bool(day) and is_english(reading.sentence) and day.rule(reading.now.date(), True) == reading.now.date()  # type: ignore[union-attr]
