"""Rules of English entries by their shape, each with sentences that no set holds."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from core.understanding.kinds import Kind
from core.understanding.meaning import Ask, Intent, Understanding
from core.understanding.understand import understand
from tests.core.understanding.sets import SETS

YARDS = SETS["en, by others, fourth"][1]
CLINICS = SETS["en, by others, fifth"][1]
NOW = datetime(2026, 9, 16, 14, 0, tzinfo=ZoneInfo("Europe/London"))
"""A Wednesday."""


def at_yards(text: str) -> Understanding:
    return understand(text, YARDS, NOW, "en")


def at_clinics(text: str) -> Understanding:
    return understand(text, CLINICS, NOW, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Gaz can you drop the trailer back at the yard before 5",
        "Sandra could you order more paper for the printer pls",
        "Rob pls ring Stagshead for me im driving",
        "Steve, your parcel is in reception",
        "ask Jan in accounts if she has paid my expenses",
        "be with you in 10 mins love",
        "hey mate, are you about for the match tonight",
    ],
)
def test_what_is_asked_of_a_colleague_or_said_to_the_family_is_no_entry(text: str) -> None:
    assert at_yards(text).intent is Intent.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "need to renew my car insurance by friday",
        "football at 7 tonight bring the bibs",
        "book mot for the van next week",
        "the coffee machine is broken again",
        "Jenny and the kids send their love",
        "hotel booked for thursday night in leeds",
    ],
)
def test_errands_of_ones_own_that_name_no_customer_are_no_entry(text: str) -> None:
    assert at_yards(text).intent is Intent.OTHER


@pytest.mark.parametrize("text", ["can you remind me to ring Noreen tomorrow at 10", "ring Noreen tomorrow at 10 pls"])
def test_an_entry_asked_for_politely_is_one(text: str) -> None:
    meant = at_yards(text)
    assert (meant.intent, meant.kind) == (Intent.PLAN, Kind.CALL)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("got to ring Karen at Northgate plumbing tomorrow", Intent.PLAN),
        ("got to see Steve Oddie friday 9am", Intent.PLAN),
        ("finally got to see Nigel at Cotswold", Intent.LOG),
    ],
)
def test_what_one_has_got_to_do_is_to_come(text: str, intent: Intent) -> None:
    assert at_yards(text).intent is intent


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("visit to a caff called Betty's Butty Bar in Hull, wants trays", "Betty's Butty Bar"),
        ("went to see a company named Ferrous Castings in Dudley", "Ferrous Castings"),
        ("rang a firm called peak district pallets, no joy", "peak district pallets"),
        ("popped in a new customer brighouse fencing supplies, wants a price", "brighouse fencing supplies"),
        ("visit thurs 10am Sandpiper & Hare Brewing Co, first visit", "Sandpiper & Hare Brewing Co"),
        ("met Gerald of Wexcombe Agri Contracting at the show", "Wexcombe Agri Contracting"),
        ("new one - Harrogate Heating & Plumbing, rang them, wants a brochure", "Harrogate Heating & Plumbing"),
        ("visited Marsden Stoves on the otley rd, not interested", "Marsden Stoves"),
        ("emailed the brochure to Brindle Bros Haulage", "Brindle Bros Haulage"),
    ],
)
def test_a_firm_that_nobody_knows_is_offered_with_its_whole_name(text: str, name: str) -> None:
    meant = at_yards(text)
    assert (meant.account, meant.new_account, meant.asks) == (None, name, (Ask.ACCOUNT,))
    assert name not in meant.note


def test_somebody_who_called_is_not_called_something() -> None:
    meant = at_yards("the lady at Patels called, wants till rolls")
    assert (meant.kind, meant.account and meant.account.name) == (Kind.CALL, "Patel Cash & Carry")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("saw ken bassett, he is mad for the glasswasher", "Stagshead Pub Company"),
        ("Ken Bassett called, needs more beer mats for the Royal Oak", "Royal Oak Inn"),
        ("ken bassett rang, wants beer mats, the thick ones", None),
    ],
)
def test_between_two_firms_of_a_person_only_a_telling_word_or_a_firms_name_decides(text: str, name: str | None) -> None:
    meant = at_yards(text)
    assert (meant.account.name if meant.account else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Phoned Cleveland Analytical, Graham's retired apparently", None),
        ("Phoned Cleveland Analytical, Graham left the company", None),
        ("Catherine at wessex rang, she'll order when George is back", "Katherine Miles"),
        ("Phoned Cleveland Analytical, Graham says yes", "Graham Tully"),
    ],
)
def test_who_has_gone_or_is_awaited_was_not_talked_to(text: str, name: str | None) -> None:
    contact = at_clinics(text).contact
    assert (contact.name if contact else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Must ring Debs Marsh at greenaways", "Debbie Marsh"),
        ("call Robbo at pennine plant monday", "Robert Illingworth"),
        ("Dolan Brothers, saw Mick, all fine", "Michael Dolan"),
    ],
)
def test_pet_names_mean_somebody_at_the_firm(text: str, name: str) -> None:
    contact = at_yards(text).contact
    assert contact is not None
    assert contact.name == name


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("bramley case mgmt licences -> negotiation", "negotiation"),
        ("shrink sleeves for moorland, 22,400, proposal stage please", "proposal"),
        ("Whitmore deal is signed and sealed", "won"),
        ("Microscope tender lost!! went to zeiss on price", "lost"),
    ],
)
def test_a_move_may_be_an_arrow_a_stage_by_its_name_or_where_it_went(text: str, stage: str) -> None:
    meant = at_clinics(text)
    assert (meant.intent, meant.stage) == (Intent.MOVE, stage)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "till upgrade stagshead is lost they went and bought their own system",
            "they went and bought their own system",
        ),
        ("milk crates on hold they have no money till spring", "they have no money till spring"),
        ("greenaways curtains lost. Rang Tony and he's gone with a local crowd", "he's gone with a local crowd"),
    ],
)
def test_a_reason_needs_no_comma(text: str, reason: str) -> None:
    assert at_yards(text).reason == reason


def test_leaflets_of_what_is_sold_sell_nothing() -> None:
    assert at_yards("been to see wensley agri. Alison took the drench leaflets").stage is None


def test_what_is_won_at_a_price_is_no_quantity() -> None:
    amount = at_yards("hollins bagging machine won at 24,500 drinks on me").amount
    assert amount is not None
    assert amount.value == 24500


@pytest.mark.parametrize(
    ("text", "start", "minutes"),
    [
        ("meeting friday 2 till 4 at calder press", "2026-09-18T14:00", 120),
        ("meet Vikram on monday 10 til 11", "2026-09-21T10:00", 60),
        ("ring Noreen at 10 to 4", "2026-09-16T15:50", None),
    ],
)
def test_hours_joined_by_till_are_from_and_until(text: str, start: str, minutes: int | None) -> None:
    meant = at_yards(text)
    assert (meant.start and meant.start.iso(), meant.minutes) == (start, minutes)


def test_their_deadline_is_not_the_day_of_our_call() -> None:
    meant = at_yards("call Sue Partridge re pallet wrap, theyre out by friday, ringing her back at half 4")
    assert meant.next is not None
    assert meant.next.start is not None
    assert meant.next.start.iso() == "2026-09-16T16:30"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("popped in harkers roofing seen colin no joy on the gutters", "no joy on the gutters"),
        ("been in cotswold aggregates saw nigel. weighbridge maintenance is lost im afraid", ""),
        ("went to visit brackley brick, gate shut", "gate shut"),
        ("just back from fenland growers, spoke to trevor, they need a new wash line", "they need a new wash line"),
    ],
)
def test_a_note_has_neither_whom_one_saw_nor_what_is_said_by_the_way(text: str, note: str) -> None:
    assert at_yards(text).note == note


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ran out to duffys this morning", Kind.VISIT),
        ("bobbed in to see ray tasker", Kind.VISIT),
        ("had a good natter with Roisin Kane", None),
        ("took the samples round to Kestrel labels", Kind.VISIT),
        ("Dave Mulligan on the blower, wants a better price", Kind.CALL),
    ],
)
def test_ways_of_having_been_somewhere_or_talked(text: str, kind: Kind | None) -> None:
    assert at_yards(text).kind is kind
