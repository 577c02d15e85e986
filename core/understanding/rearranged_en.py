"""An appointment that is off, and the one that we made instead: "call with Tom cancelled, *moved it to the 28th*"."""

import re

from core.understanding.clause_deeds import Deed
from core.understanding.clauses import Clause
from core.understanding.dates import is_over, merged_all
from core.understanding.kinds import Kind, Role
from core.understanding.languages import is_english
from core.understanding.reading import Reading
from core.understanding.trigger_rows import Trigger

_OFF = re.compile(
    r"[^.;]*?\b(?:cancelled|canceled|cancels|cancelling|called off|put off|postponed|scrapped|off (?:for )?today|"
    r"is off|off)(?: (?:on|with) (?:me|us))?(?: (?:today|this morning|again|last minute))? [,.;:-] "
)
_INSTEAD = re.compile(
    r"(?:(?:but|so|and) )*(?:(?:we|i) (?:\S+ )?(?:moved|pushed|changed|rebooked|rescheduled|rearranged|set|put|made|"
    r"agreed)|(?:we |i |we 're |i 'm |we are )?(?:now |are now )?(?:meeting|doing|seeing|going|having|"
    r"on for)|new (?:date|"
    r"day|time|slot)|moved|pushed|rebooked|rescheduled|rearranged|now|it 's now)\b"
)


def made_instead(clauses: list[Clause], reading: Reading) -> Deed | None:
    """The appointment that takes the place of one that is off, where its day is told at once."""
    sentence = reading.sentence
    off = _OFF.match(sentence.plain)
    if off is None or not is_english(sentence) or not _INSTEAD.match(sentence.plain, off.end()):
        return None
    first = sentence.span(off)[1]
    times = [one for one in reading.times if one.span[0] >= first]
    if not times or sum(one.atom.day is not None for one in times) != 1 or any(one.is_future is False for one in times):
        return None
    whole = merged_all(times)
    if is_over(whole, reading.now):
        return None
    clause = next((one for one in clauses if one.holds(times[0].span[0])), clauses[-1])
    said = [one.kind for one in reading.triggers if one.span[0] < first and one.kind is not Kind.TASK]
    trigger = Trigger((first, first), Role.TO_DO, said[0] if said else Kind.MEETING, verb=(first, first))
    return Deed(clause, trigger, False, whole, tuple(times), trigger.kind)
