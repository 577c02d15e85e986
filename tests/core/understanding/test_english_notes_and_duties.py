"""Rules of English entries that a year of packaging, workwear and office sales taught, with sentences of no set."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from core.understanding.kinds import Kind
from core.understanding.meaning import Ask, Intent, Understanding
from core.understanding.understand import understand
from tests.core.understanding.sets import SETS

PACKAGING = SETS["en, by others, sixth"][1]
OFFICES = SETS["en, by others, ninth"][1]
NOW = datetime(2026, 6, 10, 15, 30, tzinfo=ZoneInfo("Europe/London"))
"""A Wednesday."""


def at_packaging(text: str) -> Understanding:
    return understand(text, PACKAGING, NOW, "en")


def at_offices(text: str) -> Understanding:
    return understand(text, OFFICES, NOW, "en")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Visited Tudor Crisps, canteen is lovely. Send them the revised quote Friday", "canteen is lovely"),
        ("emailed Karen Whitlock the cert", "the cert"),
        ("Sent Andrea Foxall the quote for the freezer labels, 4,200", ""),
        ("ring Gower Brewery on Monday about the bottle labels rebrand", ""),
        ("left a voicemail for Andrea Foxall", "left a voicemail"),
        ("Andrea Foxall signed for the freezer labels!! 3200", ""),
    ],
)
def test_a_note_is_what_no_field_tells(text: str, note: str) -> None:
    assert at_packaging(text).note == note


@pytest.mark.parametrize(
    "text",
    [
        "Rang Gethin Roberts, he says finance have to sign it off by Friday",
        "Spoke to Gethin Roberts on the phone, hopes to order before the end of the month",
        "called Gethin Roberts, the board meet on the 19th",
    ],
)
def test_what_others_must_do_is_no_follow_up(text: str) -> None:
    meant = at_packaging(text)
    assert meant.intent is Intent.LOG
    assert meant.next is None


@pytest.mark.parametrize("text", ["Tedor Croft have signed, 2,400", "Fort Radnor called, want a price"])
def test_a_strange_word_beside_a_name_makes_it_another(text: str) -> None:
    meant = at_packaging(text)
    assert meant.account is None
    assert Ask.ACCOUNT in meant.asks


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Visit Tudor Crisps Monday 9am, first meeting with the buyer", "2026-06-15T09:00"),
        ("going out to Tudor Crisps on Monday at half three, they want to see the new boxes", "2026-06-15T15:30"),
        ("put me down for Tudor Crisps Tuesday at quarter past three, going to see Marcus", "2026-06-16T15:15"),
    ],
)
def test_what_is_said_of_a_plan_makes_no_log_of_it(text: str, start: str) -> None:
    meant = at_packaging(text)
    assert meant.intent is Intent.PLAN
    assert meant.start
    assert meant.start.iso() == start


@pytest.mark.parametrize(
    "text",
    [
        "Dave in transport needs to drop the Wrekin pallets Friday, can someone let him know",
        "ask Jen in accounts if Tudor Crisps have paid",
        "remind me to pick up my suit from the cleaners tomorrow",
        "Callum has the orthodontist thursday at 4",
        "I reckon we'll get Tudor Crisps",
    ],
)
def test_what_is_for_a_colleague_for_oneself_or_but_hoped_is_no_entry(text: str) -> None:
    assert at_packaging(text).intent is Intent.OTHER


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Zoom with Naomi Clegg, 30 mins, all fine", Kind.CALL),
        ("had a video call with Naomi Clegg", Kind.CALL),
        ("talked to Naomi Clegg, all fine", None),
        ("spoke to Naomi Clegg on the phone, all fine", Kind.CALL),
        ("met Naomi Clegg at their office", Kind.VISIT),
        ("went Oakfield Grammar yesterday, nobody about", Kind.VISIT),
    ],
)
def test_the_kind_is_told_by_the_means_or_the_place(text: str, kind: Kind | None) -> None:
    meant = at_offices(text)
    assert meant.intent is Intent.LOG
    assert meant.kind is kind


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("lost the plotter at Peckham Architects on price, came in 8% high", "price, came in 8% high"),
        ("lost the copier renewal at Rochester Lettings, they've renewed with Xerox", "they've renewed with Xerox"),
        ("Plotter at Peckham Architects on hold while they move office", "they move office"),
        ("council froze the budget so the plotter is pushed to next year", "council froze the budget"),
    ],
)
def test_a_reason_goes_on_to_its_end(text: str, reason: str) -> None:
    assert at_offices(text).reason == reason


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Called Oakfield Grammar 9.30, David out", "2026-06-10T09:30"),
        ("met Naomi Clegg for a coffee at 11, she is keen", "2026-06-10T11:00"),
        ("dropped off the samples to Naomi Clegg at 2", "2026-06-10T14:00"),
    ],
)
def test_an_hour_that_is_over_is_when_it_was_done(text: str, start: str) -> None:
    meant = at_offices(text)
    assert meant.start
    assert meant.start.iso() == start


def test_a_firm_called_like_a_command_is_no_command() -> None:
    meant = at_offices("Open Door Margate visit 1hr, funding bid comes first")
    assert meant.intent is Intent.LOG
    assert meant.account
    assert meant.account.name == "Open Door Margate"
