"""English as it is dictated: what opens an entry, whose a deed is among many clauses, and what comes after it."""

import pytest

from core.understanding.kinds import Kind
from core.understanding.meaning import Intent
from tests.core.understanding.test_english_rules import at_yards


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("Following my visit to Cotswold Aggregates on Monday, Nigel wants two more loads", Kind.VISIT, "2026-09-14"),
        ("notes from this morning's call with Kasia Nowak: price agreed", Kind.CALL, "2026-09-16T10:00"),
        ("Two points from our meeting with Heather Reid on Tuesday: stock is low", Kind.MEETING, "2026-09-15"),
        ("just come out of Brackley Brick, Sue was in good form", Kind.VISIT, None),
        ("we were on the phone half an hour, Kasia wants a price", Kind.CALL, None),
        ("Heather Reid and I went through the twine prices for an hour", Kind.MEETING, None),
        ("gave Nigel a hand unloading the display on Monday", Kind.VISIT, "2026-09-14"),
        ("walked in cold to Lambourn Equine, no buyer there", Kind.VISIT, None),
        ("had Kasia and Trevor on a zoom for an hour went through every line", Kind.CALL, None),
        ("quick catch up with Kasia Nowak on the phone, all fine", Kind.CALL, None),
        ("took the new fence charger out to Morag and she likes it", Kind.VISIT, None),
        ("hi just leaving Brackley Brick Sue wants it by the 20th", Kind.VISIT, None),
        ("had a natter with Kasia Nowak about the rugby", None, None),
    ],
)
def test_what_opens_an_entry_tells_its_kind(text: str, kind: Kind | None, start: str | None) -> None:
    meant = at_yards(text)
    assert (meant.intent, meant.kind, meant.start and meant.start.iso()) == (Intent.LOG, kind, start)


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("called in on Nigel, wants the list emailing over, will do Friday", Kind.EMAIL, "2026-09-18"),
        ("rang Kasia, she asked me to send the prices again i said i would do it by Monday", Kind.EMAIL, "2026-09-21"),
        ("popped in to see Morag, no order. back Thursday", Kind.VISIT, "2026-09-17"),
        ("spoke to Nigel, promised I'd bring a list round on Monday", Kind.VISIT, "2026-09-21"),
        (
            "at Brackley with Sue, trial fine. back in to collect the wrapper Friday 10am",
            Kind.VISIT,
            "2026-09-18T10:00",
        ),
        ("rang Kasia she moaned about the bags i told her id be there Friday at nine", Kind.VISIT, "2026-09-18T09:00"),
        (
            "right the wrap is a mess Sue Partridge says it splits i told her id ring her by Friday",
            Kind.CALL,
            "2026-09-18",
        ),
        (
            "called Sue, she wants me to come in and look at the machine next Thursday at 10",
            Kind.VISIT,
            "2026-09-17T10:00",
        ),
        ("visited Brackley Brick, loan form signed, back on the 29th to collect the wrapper", Kind.VISIT, "2026-09-29"),
        (
            "saw Sue, said I'd ask, so im going to speak to the boss tomorrow and ring Sue Friday",
            Kind.CALL,
            "2026-09-18",
        ),
        ("rang Nigel, no luck, next go Monday", Kind.CALL, "2026-09-21"),
        ("saw Morag, I'll take replacements over on Tuesday", Kind.VISIT, "2026-09-22"),
    ],
)
def test_what_was_promised_last_is_the_follow_up(text: str, kind: Kind, start: str) -> None:
    meant = at_yards(text)
    assert meant.next is not None
    assert (meant.next.kind, meant.next.start and meant.next.start.iso()) == (kind, start)


@pytest.mark.parametrize(
    "text",
    [
        "dropped in on Morag, she's off, back Thursday",
        "good session with Kasia she wants three quotes before the growers meeting on the 22nd",
        "saw Nigel, I said I'd get someone to ring him he reckons before the end of the month",
        "popped in to see Sue, nobody there. back second week of September",
    ],
)
def test_what_is_theirs_or_vague_is_no_follow_up(text: str) -> None:
    meant = at_yards(text)
    assert meant.next is None or meant.next.start is None


@pytest.mark.parametrize(
    "text",
    [
        "we're going to lose Brackley if we don't drop the price",
        "just heard Cotswold have gone into administration",
        "Kasia can't do Thursday now",
        "just to let you know Morag is off to Australia from the 24th",
    ],
)
def test_what_is_feared_heard_or_called_off_is_no_entry(text: str) -> None:
    assert at_yards(text).intent is Intent.OTHER


@pytest.mark.parametrize(
    ("text", "start", "minutes"),
    [
        ("at Brackley Brick on Friday 9 to 12", "2026-09-18T09:00", 180),
        ("meeting Kasia Friday 10 to 12", "2026-09-18T10:00", 120),
        ("ring Kasia at 10 to 12 tomorrow", "2026-09-17T11:50", None),
        ("visit to Sue Partridge tomorrow 1500 to 1630", "2026-09-17T15:00", 90),
    ],
)
def test_hours_joined_by_to_are_a_range_or_minutes_before_the_hour(text: str, start: str, minutes: int | None) -> None:
    meant = at_yards(text)
    assert (meant.start and meant.start.iso(), meant.minutes) == (start, minutes)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("visited some new outfit Ridgeline Truss in Selby, spoke to a Barry", "Ridgeline Truss"),
        ("appointment with a new yard, Coastal Timber Bude, next Thursday 2.30", "Coastal Timber Bude"),
    ],
)
def test_a_new_firm_stands_behind_small_words_for_it(text: str, name: str) -> None:
    assert at_yards(text).new_account == name


def test_who_is_called_so_is_no_firm() -> None:
    assert at_yards("a lad called Tane rang from Brackley Brick for a price on wrap").new_account is None


def test_what_customers_did_after_a_talk_is_told_not_done_by_us() -> None:
    meant = at_yards("this morning: Brackley Brick, 30 mins, ordered six wrappers")
    assert (meant.kind, meant.minutes) == (None, 30)


def test_a_reason_is_not_the_loss_said_twice() -> None:
    meant = at_yards("Visited Nigel. The weighbridge maintenance's dead. Lost it.")
    assert (meant.stage, meant.reason) == ("lost", None)


def test_a_loan_that_is_signed_for_is_no_sale() -> None:
    assert at_yards("saw Nigel, signed the loan agreement for the weighbridge").stage is None


def test_an_hour_later_is_no_length() -> None:
    assert at_yards("rang Kasia, she emailed back an hour later").minutes is None
