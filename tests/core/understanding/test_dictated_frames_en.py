"""What of an English dictation only frames what it tells is no note; how Scots and thumbs write is understood."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from core.understanding.kinds import Kind
from core.understanding.meaning import Ask, Intent, Understanding
from core.understanding.understand import understand
from tests.core.understanding.sets import SETS

SIGNS = SETS["en, by others, signs"][1]
NOW = datetime(2026, 5, 20, 15, 30, tzinfo=ZoneInfo("Europe/London"))
"""A Wednesday."""
TOLD = "she wants matte letters"


def meant_by(text: str) -> Understanding:
    return understand(text, SIGNS, NOW, "en")


@pytest.mark.parametrize(
    "text",
    [
        "saw Nisha at her office, we talked for maybe fifty minutes, she wants matte letters",
        "lunch with Nisha ran long, like 50 minutes. she wants matte letters",
        "zoom with Nisha lasting fifty minutes, she wants matte letters",
        "okay so debrief on Loxley I got on a call with Nisha for about fifty minutes she wants matte letters",
        "just a quick update on Loxley I had a zoom with Nisha it lasted maybe fifty minutes she wants matte letters",
        "so I was through at Loxley to see Nisha we were at it fifty minutes she wants matte letters",
    ],
)
def test_who_where_and_how_long_frame_a_dictation(text: str) -> None:
    meant = meant_by(text)
    assert meant.contact
    assert (meant.contact.name, meant.minutes, meant.note) == ("Nisha Rao", 50, TOLD)


def test_where_one_met_stays_where_there_is_no_more_to_note() -> None:
    assert meant_by("bumped into Nisha at the trade show").note == "at the trade show"
    assert meant_by("bumped into Nisha at the trade show, she wants matte letters").note == TOLD


def test_a_promise_that_became_the_follow_up_is_no_note() -> None:
    meant = meant_by("rang Nisha, she wants matte letters, I've told her I'll have the quote over to her by Friday")
    assert meant.next
    assert meant.note == TOLD


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("Was onto Nisha this mornin, she wants matte letters", Kind.CALL, "2026-05-20T10:00"),
        ("just aff the phone wi Nisha, she wants matte letters", Kind.CALL, None),
        ("wee visit tae Loxley the day wi Nisha, she wants matte letters", Kind.VISIT, "2026-05-20"),
        ("I'm after being out with Nisha, she wants matte letters", Kind.VISIT, None),
        (
            "Had Nisha in the showroom first thing this morning, she wants matte letters",
            Kind.MEETING,
            "2026-05-20T09:00",
        ),
    ],
)
def test_scots_and_irish_tell_it_their_way(text: str, kind: Kind, start: str | None) -> None:
    meant = meant_by(text)
    assert meant.contact
    assert (meant.contact.name, meant.kind, meant.start and meant.start.iso()) == ("Nisha Rao", kind, start)
    assert meant.note == TOLD


def test_a_visit_without_a_name_asks_where() -> None:
    meant = meant_by("just oot a visit, went well")
    assert (meant.intent, meant.kind, meant.asks) == (Intent.LOG, Kind.VISIT, (Ask.ACCOUNT,))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Rang Edward Marlowe 8.30.", "2026-05-20T08:30"),
        ("phonecall w/ Lauren Bell 10.15, all good", "2026-05-20T10:15"),
        ("site survey at Kettle & Crumb done today", "2026-05-20"),
        ("Went to Keane Property to see Niamh on 14 May, around an hour", "2026-05-14"),
        ("visit to Loxley Tuesday 8 December, 7 in the evening", "2026-12-08T19:00"),
    ],
)
def test_hours_and_days_are_read_where_no_word_leads_to_them(text: str, start: str) -> None:
    meant = meant_by(text)
    assert meant.start
    assert meant.start.iso() == start


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("met Nisha, a good hour, all fine", 60),
        ("met Nisha, 1 hour and half, all fine", 90),
        ("met Nisha on 14 May, about two hours, all fine", 120),
    ],
)
def test_lengths_as_they_are_said(text: str, minutes: int) -> None:
    assert meant_by(text).minutes == minutes


@pytest.mark.parametrize(
    ("text", "title", "stage"),
    [
        ("the van wraps are ours!", "Van wraps", "won"),
        ("didn't get the van wraps, too dear", "Van wraps", "lost"),
        ("Black Heron have parked the festival banners til next year, no budget", "Festival banners", "postponed"),
        ("trail boards kicked intae next year, committee's no got the money", "Town trail boards", "postponed"),
        ("met Priya, 3% discount agreed so its in negotiation now", "To Let boards framework", "negotiation"),
        ("The council of Fenwick has signed the bin lorries", "Bin lorry livery", "won"),
    ],
)
def test_what_is_said_of_a_title_moves_it(text: str, title: str, stage: str) -> None:
    meant = meant_by(text)
    assert meant.opportunity
    assert (meant.opportunity.title, meant.stage) == (title, stage)


@pytest.mark.parametrize(
    "text",
    [
        "was on to Paul Dixon, he's away to get it signed off",
        "Nisha hinted the rebrand is ours if we do net 60",
    ],
)
def test_what_is_still_to_be_signed_moves_nothing(text: str) -> None:
    assert meant_by(text).stage is None


def test_metres_are_no_millions() -> None:
    assert meant_by("rang Leonard Fitch, he wants a robot cutout 2.4m high").amount is None


def test_a_letter_typed_once_makes_the_deed_no_other() -> None:
    meant = meant_by("droped the swatches off at Loxley")
    assert (meant.intent, meant.kind) == (Intent.LOG, Kind.VISIT)


def test_the_house_behind_a_strange_name_is_of_it() -> None:
    assert meant_by("visit the Pickled Egg cafe on Friday").new_account == "Pickled Egg cafe"


def test_who_told_us_of_a_firm_is_whom_one_talked_to() -> None:
    meant = meant_by("Simon told me Tidewater were taken over last month")
    assert meant.account
    assert meant.account.name == "Ridgeway Farm Shops"
