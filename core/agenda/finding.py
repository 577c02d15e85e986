"""Keeps activities findable by what was said of them: their search lines follow every change.

By their own words alone: with whom they are is found by that account's or contact's line.
"""

from typing import Any

from core.agenda.models import Activity
from core.search import Line, forget, keep
from core.work import Work, follows

Values = dict[str, Any] | None

_FOUND_BY = ("subject", "note", "result", "owner_id", "unit_id", "team_id")
_SAID = 1000
"""So many characters of a note are enough to find it by."""


@follows(Activity)
async def find_activity(work: Work, activity: Any, before: Values, after: Values) -> None:
    """Its line is written again, or goes with it or with its last word."""
    if before is not None and after is not None and all(before[name] == after[name] for name in _FOUND_BY):
        return
    words = line_of(activity.subject, activity.note, activity.result) if after is not None else None
    if words is not None:
        await keep(work, [Line(activity, "activity", words[0], "", words[1:])])
    elif before is not None:
        await forget(work, [activity.id])


def line_of(subject: str, note: str, result: str | None) -> list[str] | None:
    """What is shown and what else it is found by; None where nothing was said."""
    said = [part for part in (subject, note[:_SAID], result) if part]
    return [said[0].partition("\n")[0][:300], *said] if said else None
