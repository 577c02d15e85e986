"""What is offered when something is lost or put off: what is usual in the company, then what everybody knows."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from core.database import reading
from core.i18n import translator
from core.sales.usual_reasons import REASONS, usual_reasons
from tests.builders.cast import Firm
from tests.builders.statements import executed

FORMER_YEAR = timedelta(days=400)


async def test_a_company_without_its_own_is_offered_what_everybody_knows(firm: Firm) -> None:
    for locale in ("es", "en"):
        known = {outcome: [translator(locale)(one) for one in several] for outcome, several in REASONS.items()}
        assert await offered(firm, locale) == known


async def test_what_is_most_frequent_comes_first_and_six_are_enough(firm: Firm) -> None:
    await lost(firm, *["They repair the old one"] * 2, *["Their nephew sells them"] * 3)
    assert (await offered(firm))["lost"] == [
        "Their nephew sells them", "They repair the old one", "Price", "Competitor", "No budget", "No answer",
    ]  # fmt: skip
    assert (await offered(firm))["postponed"][0] == "No budget"


async def test_what_is_put_off_has_reasons_of_its_own(firm: Firm) -> None:
    await lost(firm, *["They wait for a grant"] * 2, stage="postponed")
    found = await offered(firm)
    assert found["postponed"][0] == "They wait for a grant"
    assert "They wait for a grant" not in found["lost"]


@pytest.mark.parametrize(
    "told",
    [
        ["Only this once"],
        ["A story of its own, which is much longer than what anybody would want to see on a button"] * 3,
    ],
)
async def test_what_is_no_habit_or_no_button_is_not_offered(firm: Firm, told: list[str]) -> None:
    await lost(firm, *told)
    assert told[0] not in (await offered(firm))["lost"]


async def test_nor_is_what_was_usual_a_year_ago(firm: Firm) -> None:
    await lost(firm, *["Their nephew sells them"] * 3, ago=FORMER_YEAR)
    assert "Their nephew sells them" not in (await offered(firm))["lost"]


async def test_one_reason_is_one_however_it_is_spelt_and_in_whichever_language(firm: Firm) -> None:
    await lost(firm, "plazo de entrega", "Delivery time", "Plazo de  entrega", "their nephew", "Their nephew")
    assert (await offered(firm, "en"))["lost"][0] == "Delivery time"
    assert (await offered(firm, "es"))["lost"][0] == "Plazo de entrega"
    assert [one.casefold() for one in (await offered(firm))["lost"]].count("their nephew") == 1


async def test_nobody_is_offered_what_they_may_not_see(firm: Firm) -> None:
    await lost(firm, *["Their nephew sells them"] * 3)
    assert "Their nephew sells them" not in (await offered(firm, who="southerner"))["lost"]


async def lost(firm: Firm, *reasons: str, stage: str = "lost", ago: timedelta = timedelta()) -> None:
    """One opportunity for each of these reasons."""
    at = datetime.now(UTC) - ago if ago else None
    for reason in reasons:
        payload = {"title": "Horno", "stage_id": firm.stages["prospecting"]}
        made = await firm.perform("opportunity.create", payload, device_at=at)
        move = {"id": made.result["id"], "stage_id": firm.stages[stage], "reason": reason}
        await firm.perform("opportunity.move", move, device_at=at)


async def offered(firm: Firm, locale: str = "en", who: str = "rep") -> dict[str, list[str]]:
    viewer = await firm.viewer(who)
    async with reading(firm.company_id) as session:
        return await usual_reasons(session, viewer, translator(locale), datetime.now(UTC))


async def test_another_company_has_no_part_in_it(firm: Firm, rival: Firm) -> None:
    await lost(rival, *["Their nephew sells them"] * 3)
    with executed("reason") as said:
        assert "Their nephew sells them" not in (await offered(firm))["lost"]
    [(statement, _)] = said
    assert len(re.findall(r"opportunities\.company_id = ", statement)) >= 2  # what it looks at, and what it tells
