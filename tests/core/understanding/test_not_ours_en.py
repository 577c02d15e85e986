"""English deeds that are not ours, or were not done: no entry, and no date of ours; what we did beside them is one."""

import pytest

from core.understanding.meaning import Intent
from core.understanding.understand import understand
from core.understanding.world import World
from tests.core.understanding.said import NOW
from tests.core.understanding.world import WORLD

MARKET = World.from_json(WORLD)


def _meant(text: str) -> dict[str, object]:
    return understand(text, MARKET, NOW, "en").as_json()


@pytest.mark.parametrize(
    "text",
    [
        "Gary told me he was in with Northgate on Monday and they're not happy",
        "Anto from our place was in with Tom Baker yesterday",
        "heard in the pub that Harbour Marine signed with Nordic",
        "the courier lad tells me Smith & Sons are closing on the 20th",
        "apparently Harbour Bakery are going with somebody else",
        "Jenny rang Northgate for me yesterday and nobody picked up",
        "saw a van from Nordic outside Northgate",
        "my wife has a meeting at Harbour Bakery on Thursday at 3",
        "my brother visited Northgate Motors to buy a car on Saturday",
        "don't forget mam's hospital visit Friday at 10",
        "wish I had rung Emma Clarke before she went on leave",
        "ought to have seen John Smith last week",
        "wanted to visit Harbour Marine today but the bridge was closed",
        "stuck in traffic on the way to Brightwater for two hours",
        "was it Tuesday I saw John Smith or Wednesday",
        "you visited Northgate on Friday didn't you",
    ],
)
def test_what_others_did_or_nobody_is_no_entry(text: str) -> None:
    assert _meant(text)["intent"] == Intent.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "the call with Sarah Connolly yesterday was 20 minutes not 40, fix it please",
        "put the Harbour Marine visit down as Tuesday instead of Wednesday",
        "you've logged the Northgate call twice, delete one",
        "Northgate to negotiation?? no wait leave it where it is",
        "take the 20 minutes off the Harbour Marine visit",
        "the Northgate note should say 30 lifts",
    ],
)
def test_what_mends_an_entry_in_a_sentence_is_none(text: str) -> None:
    assert _meant(text)["intent"] == Intent.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "my first visit to Northgate since Christmas, Tom Baker ordered 10",
        "heard from Emma Clarke at last, wants 3 more",
        "sat outside Northgate for half an hour then got 20 minutes with Tom Baker",
        "didn't get to see Tom Baker but left the samples at Northgate",
        "Dave and I visited Smith & Sons, John Smith not happy",
        "Tom Baker told me he called Harbour Marine and they recommended us, good visit at Northgate",
        "Sarah Connolly said she visited the factory in Cork and loved it",
        "Called in to Tom Baker on spec, left a card",
        "Visit Northgate. Tom. 30 bags taken, wants 50 more for July.",
        "northgate visit this am, they want to swap to led",
        "Friday visit Northgate. Tom Baker. Demo of lift, 90 min. Likes it.",
    ],
)
def test_what_we_did_is_logged_all_the_same(text: str) -> None:
    meant = _meant(text)
    assert (meant["intent"], meant["next"]) == (Intent.LOG, None)


@pytest.mark.parametrize(
    "text",
    [
        "called Sarah Connolly, she's waiting on the engineer to come back and he's not back till the 2nd",
        "called to Northgate, Tom says the other supplier has a meeting with them on Thursday at 10",
        "met John Smith, he'll send the drawings on Monday and sign the week after",
        "visited Northgate yesterday, order ships Thursday",
        "rang Sarah Connolly, Dave will call her on Thursday",
        "call with Emma Clarke, I told her we'd hold the price til end of month",
        "Tom Baker, Northgate, 3:40pm Mon. Says yes but boss says no.",
    ],
)
def test_a_day_of_others_is_no_follow_up(text: str) -> None:
    meant = _meant(text)
    assert (meant["intent"], meant["next"]) == (Intent.LOG, None)


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("spoke to Emma Clarke, she's out till Thursday so I'll call her Friday", "2026-03-20"),
        ("called Brightwater they need prices will call back on Thursday at ten", "2026-03-19T10:00"),
        ("visited Harbour Marine, says no. leave it a week then ring Emma", "2026-03-25"),
    ],
)
def test_a_day_of_ours_beside_theirs_is_the_follow_up(text: str, following: str) -> None:
    follow_up = _meant(text)["next"]
    assert isinstance(follow_up, dict)
    assert follow_up["start"] == following


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("ring Tom Baker tomorrow about what we discussed last Monday", "2026-03-19"),
        (
            "visiting Harbour Marine on the 30th at 2, Emma Clarke asked for it when I saw her last week",
            "2026-03-30T14:00",
        ),
        ("meeting with Tom Baker cancelled, we moved it to the 28th at 11", "2026-03-28T11:00"),
        ("going to be over that side on Thursday so I'll call in to Sarah Connolly around ten", "2026-03-19T10:00"),
        ("I shall be calling on Tom Baker in a fortnight about the complaints we had", "2026-04-01"),
        ("lunch Friday 1pm with Tom Baker, his treat, no agenda", "2026-03-20T13:00"),
        ("this friday 2 til 3.30 visit to brightwater, both want in", "2026-03-20T14:00"),
    ],
)
def test_what_lies_ahead_outdoes_what_is_recalled(text: str, start: str) -> None:
    meant = _meant(text)
    assert (meant["intent"], meant["start"]) == (Intent.PLAN, start)


@pytest.mark.parametrize(
    "text",
    [
        "rang Tom Baker, their tender with the council was lost",
        "visited Brightwater, they signed with Kerry for the milk",
        "Sarah Connolly says she heard we lost the Kerry job, otherwise a good call",
    ],
)
def test_what_is_theirs_or_heard_moves_nothing(text: str) -> None:
    assert _meant(text)["stage"] is None


def test_gone_to_a_stage_is_that_stage() -> None:
    assert _meant("that one at Northgate, winter contract, is gone to proposal stage")["stage"] == "proposal"


@pytest.mark.parametrize(
    "text",
    [
        "rang Tom Baker to chase him for the signed finance form",
        "dropped the trial rolls at Brightwater, Tom signed for em",
        "visited Brightwater, the lease is signed on the new unit",
    ],
)
def test_a_form_a_lease_or_a_receipt_that_is_signed_wins_nothing(text: str) -> None:
    assert _meant(text)["stage"] is None
