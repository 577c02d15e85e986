"""English as it is dictated in Ireland and Australia: what was done, whose it is, and what is still to be done."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from core.understanding.kinds import Kind
from core.understanding.meaning import Ask, Intent, Understanding
from core.understanding.understand import understand
from tests.core.understanding.sets import SETS

CREAMERIES = SETS["en, by others, creameries"][1]
SCAFFOLDS = SETS["en, by others, scaffolds"][1]
NOW = datetime(2026, 10, 14, 17, 30, tzinfo=ZoneInfo("Europe/Dublin"))
"""A Wednesday."""


def at_creameries(text: str) -> Understanding:
    return understand(text, CREAMERIES, NOW, "en")


def at_scaffolds(text: str) -> Understanding:
    return understand(text, SCAFFOLDS, NOW, "en")


def follow_up(meant: Understanding) -> tuple[str, str]:
    """The kind and the time of the follow-up, as JSON has them."""
    assert meant.next is not None
    told = meant.as_json()["next"]
    return told["kind"], told["start"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("we'd a meeting with Declan Guinan this morning, he's happy with the list", Kind.MEETING),
        ("I'm after ringing Karen Gibbons there, she wants the prices", Kind.CALL),
        ("was below with Mossie Brosnan yesterday, he's waiting on his quota letter", Kind.VISIT),
        ("dropped two bales over to Ollie Skelly, he was delighted", Kind.VISIT),
        ("collected the old pump from Gerry Treacy, he's grand with that", Kind.VISIT),
        ("didn't get near Tommy Geraghty today, the place was locked up", Kind.VISIT),
        ("just got out of Moy Vets, Michelle is mad for it", Kind.VISIT),
        ("caught up with Lorcan Toole over a pint, he is happy enough", Kind.MEETING),
        ("had Ollie Skelly on to me first thing giving out about the invoice", Kind.CALL),
        ("Pauric Lynch in with us in the showroom on Saturday, took away a price list", Kind.MEETING),
    ],
)
def test_what_was_done_is_known_as_people_say_it(text: str, kind: Kind) -> None:
    meant = at_creameries(text)
    assert meant.intent is Intent.LOG
    assert meant.kind is kind


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("rang Una Maher, I left it that I'd call her on Friday", ("call", "2026-10-16")),
        ("saw Dick Phelan, he was cross, so I'm to be out there Thursday at two", ("visit", "2026-10-15T14:00")),
        ("rang Dick Phelan and I've to have the forms filled out by Tuesday", ("task", "2026-10-20")),
        ("met Imelda Power, she's to sit down with him on Sunday, so I'll ring her Tuesday", ("call", "2026-10-20")),
        ("rang Bernie Quirke, I told her she'd have the credit note by Friday", ("email", "2026-10-16")),
        ("rang Fergal Reilly, I said I'd send a lad out Tuesday", ("task", "2026-10-20")),
        ("rang Helen Carmody, I'm to drop her down a few samples on Monday", ("visit", "2026-10-19")),
        ("visited Una Maher she wants the quote so I told her I'd ask the boss and ring her tomorrow",
         ("call", "2026-10-15")),
        ("saw Una Maher, she's got a meeting with the board on Friday so I'll ring her Monday", ("call", "2026-10-19")),
    ],
)  # fmt: skip
def test_what_one_said_one_would_do_is_the_follow_up(text: str, due: tuple[str, str]) -> None:
    meant = at_creameries(text)
    assert meant.intent is Intent.LOG
    assert follow_up(meant) == due


@pytest.mark.parametrize(
    "text",
    [
        "spoke with Una Maher, legal papers come back from their side on Thursday",
        "Una Maher wants six more of them, PO to follow on Monday",
        "rang Una Maher, she's got a meeting with the owners on Wednesday",
        "Una Maher at Lisheen, the forms that came out on Monday are wrong",
    ],
)
def test_what_comes_of_itself_or_is_theirs_is_no_follow_up(text: str) -> None:
    assert at_creameries(text).next is None


def test_a_plan_is_asked_for_politely() -> None:
    meant = at_creameries("would you ever pencil in a visit to Corrib Agri for tomorrow week, say two o'clock")
    assert (meant.intent, meant.as_json()["start"]) == (Intent.PLAN, "2026-10-22T14:00")


@pytest.mark.parametrize(
    "text",
    [
        "word on the street is Corrib Agri are closing",
        "Dave from accounts says my mileage was bounced",
        "the boss says I'm to go to Dublin for training on Thursday",
        "saw Ollie's van outside Corrib Agri",
        "I was to meet Batt Relihan at ten but he cried off",
    ],
)
def test_hearsay_the_office_and_what_came_to_nothing_are_no_entries(text: str) -> None:
    assert at_creameries(text).intent is Intent.OTHER


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("we're after losing the pool chemicals in Carrigdoon to some crowd from Cork", "lost"),
        ("the sale in Lisheen is gone south, Una went with Ecolab in the end over the price", "lost"),
        ("Corrib Agri, they're sticking with what they have", "lost"),
        ("we're after getting the order from Cootehill Creamery", "won"),
        ("the vat cleaning in Centenary, that can go down as won", "won"),
        ("closed the cheese mould washer with Fergal McCabe today", "won"),
        ("Cootehill Creamery, stick it in qualification", "qualification"),
    ],
)
def test_moves_are_told_in_many_words(text: str, stage: str) -> None:
    assert at_creameries(text).stage == stage


@pytest.mark.parametrize(
    "text", ["saw Tam Osborne, he's got a job on and he's short", "Tam Osborne has a deposit to pay"]
)
def test_what_they_have_got_is_no_deal_of_ours(text: str) -> None:
    assert at_scaffolds(text).stage is None


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("I met Majella for a coffee in Sligo, she wants the toppers", "Benbulben Hotel"),
        ("Paddy Duffy says Moy Vets are for sale", "Duffy Bros Hardware"),
        ("rang Finbarr, sorry no, Con O'Driscoll, about the fridge", "O'Driscoll Vets Skibbereen"),
        ("visit to Corrib Agri, actually no it was Galtee Vet Group, an hour, grand", "Galtee Vet Group"),
    ],
)
def test_a_town_or_what_is_told_of_or_taken_back_is_not_the_account(text: str, account: str) -> None:
    meant = at_creameries(text)
    assert meant.account is not None
    assert meant.account.name == account


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("ring Una Maher Tuesday no sorry Thursday", "2026-10-15"),
        ("call with Joan Brennan tomorrow at 3, no make that 4", "2026-10-15T16:00"),
    ],
)
def test_a_time_said_wrong_is_the_one_said_after_it(text: str, start: str) -> None:
    assert at_creameries(text).as_json()["start"] == start


def test_a_new_firm_is_that_crowd_or_that_place() -> None:
    for text in (
        "rang that new crowd Ballin Equine yesterday",
        "going to ring that place doonmore surf lodge on Tuesday",
    ):
        meant = at_creameries(text)
        assert meant.new_account in {"Ballin Equine", "doonmore surf lodge"}
        assert Ask.ACCOUNT in meant.asks


def test_a_small_word_of_spanish_is_somebodys_name_in_english() -> None:
    meant = at_scaffolds("go back to Yarra Glazing on Friday and see how Con's getting on")
    assert meant.contact is not None
    assert meant.contact.name == "Con Stavros"


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("quoted Janelle NZ$31,500", 31500, "NZD"),
        ("quoted Janelle A$200", 200, "AUD"),
        ("sold it to Janelle for four and a half grand", 4500, "USD"),
    ],
)
def test_money_of_other_dollars(text: str, value: int, currency: str) -> None:
    amount = at_scaffolds(text).amount
    assert amount is not None
    assert amount.as_json() == {"value": value, "currency": currency}


def test_a_grand_spot_is_no_money() -> None:
    assert at_scaffolds("saw Janelle, the stand is in a grand spot").amount is None


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("spoke to Mary Guiney there about the invoice", "about the invoice"),
        ("swung by TradeBarn Tulsa, Bobbie has the endcap half empty", "Bobbie has the endcap half empty"),
        ("right so long auld day so I was in with Una Maher and she wants a price", "she wants a price"),
        ("pick up the spare keys from Una Maher on Friday", "pick up the spare keys"),
    ],
)
def test_a_note_leaves_out_what_is_said_by_the_way_and_keeps_what_was_told(text: str, note: str) -> None:
    world = SCAFFOLDS if "Tulsa" in text else CREAMERIES
    assert understand(text, world, NOW, "en").note == note


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("so I get to Cobalt Ridge and Janelle's busy and gives me five minutes, they like the kit", Kind.VISIT),
        ("been trying to pin down Denise Albright, finally got her today, she said no to the extras", Kind.CALL),
        ("good catch up with Imogen this arvo at Pikelet, she's got a baby due", Kind.MEETING),
    ],
)
def test_a_story_told_in_any_tense_is_an_entry(text: str, kind: Kind) -> None:
    meant = at_scaffolds(text)
    assert (meant.intent, meant.kind) == (Intent.LOG, kind)


def test_what_is_said_of_both_firms_of_somebody_is_of_neither_alone() -> None:
    meant = at_scaffolds("Kev Barlow rang about both stores, Perth goes in first and then Fremantle")
    assert meant.account is None
    assert Ask.ACCOUNT in meant.asks


def test_a_wish_that_is_a_piece_of_its_own_is_told_before_what_is_ours() -> None:
    meant = at_scaffolds("Trish Novak wants us to train the second shift, I need to confirm with her by Monday")
    assert meant.intent is Intent.LOG
    assert follow_up(meant) == ("task", "2026-10-19")


@pytest.mark.parametrize(
    "text",
    [
        "rang Una Maher, she's gone south for the week",
        "Una Maher says the labels didn't come off in the wash",
        "rang Una Maher, she gave the go ahead for the site visit",
        "saw Una Maher, the payment didn't come through yet",
        "in with Una Maher, parking it outside is a nightmare",
    ],
)
def test_what_only_sounds_like_a_move_is_none(text: str) -> None:
    assert at_creameries(text).stage is None
