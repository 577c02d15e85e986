"""Whom one may name by an `@`: colleagues who may see what is noted, by the beginning of their names."""

from core.agenda.mentionable import names_to_mention
from core.database import reading
from tests.builders.cast import Firm


async def offered(firm: Firm, words: str, activity_id: str | None = None, who: str = "rep") -> list[str]:
    viewer = await firm.viewer(who)
    async with reading(firm.company_id) as session:
        return await names_to_mention(session, viewer, words, activity_id)


async def test_who_may_see_an_activity_is_offered_and_nobody_else(firm: Firm) -> None:
    call = await firm.activity(account_id=await firm.account())
    names = await offered(firm, "", call)
    assert "Manager" in names
    assert {"Mate", "Southerner", "Rep"}.isdisjoint(names)
    assert await offered(firm, "", call, "southerner") == []


async def test_what_was_typed_begins_a_name_whatever_its_case(firm: Firm) -> None:
    assert await offered(firm, "mana") == ["Manager"]
    assert await offered(firm, "nager") == []
