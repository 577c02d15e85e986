"""What an English message takes back in the same breath was never said; what is but like it stays."""

import pytest

from core.understanding.meaning import Intent
from core.understanding.reading import read
from core.understanding.second_thoughts_en import in_english_last_words
from tests.core.understanding.test_english_rules import NOW, YARDS, at_yards


def last_words(text: str) -> str:
    return in_english_last_words(read(text, YARDS, NOW, "en"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ring Noreen on Monday, no wait, Tuesday at 9", "ring Noreen on Tuesday at 9"),
        ("saw Sue Partridge on the 3rd, or rather the 4th", "saw Sue Partridge on the 4th"),
        ("call Heather Reid at 10 tomorrow, sorry, 11", "call Heather Reid at 11 tomorrow"),
        ("met Kasia for 20 mins, no, 30, she wants a price", "met Kasia for 30 mins, she wants a price"),
        ("visit Trevor Chilvers Tuesday at 3, actually no, Thursday", "visit Trevor Chilvers Thursday at 3"),
        ("visit Kasia Friday, no hang on shes off, make it Monday 10", "visit Kasia Monday 10"),
        ("rang Nigel Fairburn, I mean Trevor Chilvers, about the bags", "rang Trevor Chilvers about the bags"),
        ("rang Nigel, sorry no, it was Trevor I rang; wants a price", "rang Trevor; wants a price"),
        ("quoted Kasia 4k, scratch that, 5k", "quoted Kasia 5k"),
        ("emailed, sorry, rang Morag Turnbull", "rang Morag Turnbull"),
    ],
)
def test_what_is_taken_back_at_once_was_never_said(text: str, wanted: str) -> None:
    assert last_words(text).replace(",", "") == wanted.replace(",", "")


@pytest.mark.parametrize(
    "text",
    [
        "called Dave Harker, no answer, sorry for the late note",
        "saw Morag. Actually Fiona Scott was there too",
        "saw Nigel at Cotswold, no sorry to say he was out",
        "can't make it Tuesday so seeing Morag on Thursday",
        "Sean Dolan, no Aoife today",
        "popped in, well happy with the new racking",
    ],
)
def test_a_denial_or_an_apology_takes_nothing_back(text: str) -> None:
    assert last_words(text) == text


def test_of_a_day_and_an_hour_but_what_is_said_anew_is_replaced() -> None:
    meant = at_yards("meeting with Kasia Nowak Friday at 2, no sorry, Monday")
    assert meant.start is not None
    assert meant.start.iso() == "2026-09-21T14:00"


def test_an_apology_for_the_message_itself_takes_nothing_back() -> None:
    meant = at_yards("sorry this is late but on Monday I saw Nigel Fairburn about the weighbridge")
    assert (meant.intent, meant.start and meant.start.iso()) == (Intent.LOG, "2026-09-14")


def test_not_one_but_another_whom_one_saw_mends_the_last_entry() -> None:
    assert at_yards("not Nigel, it was Trevor I saw").is_correction
