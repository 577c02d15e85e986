"""What a tap under a card that asks means, in the words of `card_intake.answer`."""

from typing import Any

from core.customers.card_doubts import open_doubts
from core.customers.card_plan import NEW
from core.customers.readings import CardReading
from core.errors import NotFound


def answer_of(card: CardReading, choice: str) -> dict[str, Any]:
    """`choice`: y all as read, a2.0 another reading of doubt 2, z2 without it, k the update as chosen, n new, 1 that.

    Raises `NotFound` for what is not offered.
    """
    doubts = (card.card or {}).get("doubts") or []
    if choice == "y":
        decided = card.answers.get("doubts") or {}
        return {"doubts": {place: None for place, _doubt in open_doubts(card.card or {}, decided)}}
    if choice == "k":
        left_out = set(card.answers.get("left_out") or ())
        changes = card.candidates[0].get("changes", ()) if card.candidates else ()
        return {"update": [change["key"] for change in changes if change["key"] not in left_out]}
    if choice[0] in "az":
        place, _dot, other = choice[1:].partition(".")
        others = [*doubts[int(place)]["others"]] if int(place) < len(doubts) else []
        if choice[0] == "z":
            return {"doubts": {int(place): ""}}
        if int(other) >= len(others):
            raise NotFound
        return {"doubts": {int(place): others[int(other)]}}
    about = "account_id" if card.question == "account" else "contact_id"
    if choice == "n":
        return {about: NEW}
    if int(choice) >= len(card.candidates):
        raise NotFound
    return {about: card.candidates[int(choice)]["id"]}
