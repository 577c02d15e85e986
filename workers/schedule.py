"""Every periodic job, in one table."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from core.agenda.reminding import post_due_digests, post_due_reminders
from core.cleaning import clean_up
from core.customers.twins import sweep_for_twins
from core.database import refresh_statistics
from core.timings import SECONDS_BETWEEN, keep_timings
from workers.demo import complete_once
from workers.relay import relay


@dataclass(frozen=True, slots=True)
class Job:
    """Something that is done again and again while this clock is the active one."""

    name: str
    seconds: float
    """From the end of one run to the beginning of the next."""
    run: Callable[[], Awaitable[object]]


SCHEDULE = (
    Job("relay", 0.25, relay),
    Job("reminders", 10, post_due_reminders),
    Job("digests", 30, post_due_digests),
    Job("clean-up", 3600, clean_up),
    Job("statistics", 900, refresh_statistics),
    Job("timings", SECONDS_BETWEEN, keep_timings),
    Job("twins", 30, sweep_for_twins),
    Job("demo", 10, complete_once),
)
