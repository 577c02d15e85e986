"""What English reps say that they will do next, whatever verb and modal they say it with, and what is theirs to do."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from core.understanding.kinds import Kind
from core.understanding.meaning import Intent, Next
from core.understanding.understand import understand
from tests.core.understanding.sets import SETS

SIGNS = SETS["en, by others, signs"][1]
NOW = datetime(2026, 5, 20, 15, 30, tzinfo=ZoneInfo("Europe/London"))
"""A Wednesday."""
FRIDAY = "2026-05-22"
TOLD = "she's keen"


def after_a_call(text: str) -> tuple[Next | None, str]:
    meant = understand(f"Called Zoe at Pippin, {TOLD}. {text}", SIGNS, NOW, "en")
    assert meant.intent is Intent.LOG
    assert meant.account
    assert meant.account.name == "Pippin Toys"
    return meant.next, meant.note


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("I'll be out to her Friday", Kind.VISIT, FRIDAY),
        ("so I'm to be over to her Friday at 2", Kind.VISIT, f"{FRIDAY}T14:00"),
        ("Out to her again Friday", Kind.VISIT, FRIDAY),
        ("I'm back in on Friday at 2", Kind.VISIT, f"{FRIDAY}T14:00"),
        ("I am due back there on 3 June at 10", Kind.VISIT, "2026-06-03T10:00"),
        ("she'll see me Friday at 10", Kind.VISIT, f"{FRIDAY}T10:00"),
        ("I have to go there to measure again next Tuesday at nine", Kind.VISIT, "2026-05-26T09:00"),
        ("I'll pop back to measure up on Friday", Kind.VISIT, FRIDAY),
        ("I collect the old stand from hers Mon 8am", Kind.VISIT, "2026-05-25T08:00"),
        ("picking up the old stand Friday", Kind.VISIT, FRIDAY),
        ("Shooting her a revised quote by end of day", Kind.EMAIL, "2026-05-20T18:00"),
        ("I said I'd get the drawings emailed to her by Friday", Kind.EMAIL, FRIDAY),
        ("need to get that quote sent out to her by Friday", Kind.EMAIL, FRIDAY),
        ("I'll have that in an email to her Friday", Kind.EMAIL, FRIDAY),
        ("Getting artwork across to her by Friday", Kind.EMAIL, FRIDAY),
        ("I said she'd have the quote Friday", Kind.EMAIL, FRIDAY),
        ("revised price to her by Friday", Kind.EMAIL, FRIDAY),
        ("I am to ring her on the first of June", Kind.CALL, "2026-06-01"),
        ("said ring back 2 wks", Kind.CALL, "2026-06-03"),
        ("back on to her Friday", Kind.CALL, FRIDAY),
        ("wants a ring Friday", Kind.CALL, FRIDAY),
        ("needs calling Friday", Kind.CALL, FRIDAY),
        ("Teams call set up for Friday at 2", Kind.CALL, f"{FRIDAY}T14:00"),
        ("she's pencilled me in for Friday at 10", Kind.MEETING, f"{FRIDAY}T10:00"),
        ("Taking her to lunch on Friday", Kind.MEETING, FRIDAY),
        ("ah'll gie her a bell the morra at 10", Kind.CALL, "2026-05-21T10:00"),
    ],
)
def test_what_one_will_do_by_a_day_is_the_follow_up_and_no_note(text: str, kind: Kind, start: str) -> None:
    coming, note = after_a_call(text)
    assert coming
    assert coming.start
    assert (coming.kind, coming.start.iso(), note) == (kind, start, TOLD)


@pytest.mark.parametrize(
    "text",
    [
        "she rings me Friday",
        "she's emailing me the list Thursday",
        "She'll have it in front of the committee on Monday",
        "They decide on Friday",
        "I'd ring her Friday if I had the price",
        "she's away until Friday",
    ],
)
def test_what_they_will_do_is_none(text: str) -> None:
    assert after_a_call(text)[0] is None


def test_what_was_promised_goes_before_what_they_but_want() -> None:
    coming, _ = after_a_call("she wants letters and a price by Friday so I'll do that tomorrow")
    assert coming
    assert coming.start
    assert coming.start.iso() == "2026-05-21"


@pytest.mark.parametrize(
    ("text", "kind", "account"),
    [
        ("Get the proofs to Declan by Friday", Kind.EMAIL, "Ballinroe County Council"),
        ("must email Niamh the price for the boards by Friday", Kind.EMAIL, "Keane Property"),
        ("taking Bill and Chloe Garland out for lunch on Friday", Kind.MEETING, "Greenfinch Garden Centre"),
        ("need to get round to Castle Keep on Friday", Kind.VISIT, "Castle Keep Museum"),
        ("chap the door at velocity on Friday", Kind.VISIT, "Velocity Cycles"),
    ],
)
def test_whom_a_plan_is_for_is_told_within_it(text: str, kind: Kind, account: str) -> None:
    meant = understand(text, SIGNS, NOW, "en")
    assert (meant.intent, meant.kind, meant.start and meant.start.iso()) == (Intent.PLAN, kind, FRIDAY)
    assert meant.account
    assert meant.account.name == account
