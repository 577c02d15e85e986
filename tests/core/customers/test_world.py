"""The names that sentences may speak of: kept up by the change feed, narrowed to what a person may see."""

from core.customers.world import forget_worlds, world_of
from core.database import reading
from tests.builders.cast import Firm


async def test_a_new_name_is_known_and_an_archived_one_forgotten(firm: Firm) -> None:
    assert await _accounts(firm, "nunez") == []
    account = await firm.account(name="Talleres Núñez")
    assert await _accounts(firm, "nunez") == ["Talleres Núñez"]
    await firm.do("account.edit", {"id": account, "name": "Talleres Ibáñez"})
    assert await _accounts(firm, "nunez") == []
    assert await _accounts(firm, "ibanez") == ["Talleres Ibáñez"]
    await firm.do("account.archive", {"id": account})
    assert await _accounts(firm, "ibanez") == []


async def test_one_knows_the_names_that_one_may_see(firm: Firm) -> None:
    await firm.account(name="Talleres Núñez")
    assert await _accounts(firm, "nunez", "manager") == ["Talleres Núñez"]
    assert await _accounts(firm, "nunez", "southerner") == []


async def test_a_tie_made_later_puts_the_contact_at_the_account(firm: Firm) -> None:
    account, contact = await firm.account(), await firm.contact(name="Laura Pérez")
    assert await _people_at(firm, account) == []
    await firm.do("contact.tie", {"contact_id": contact, "account_id": account})
    assert await _people_at(firm, account) == ["Laura Pérez"]


async def test_closed_opportunities_are_not_offered(firm: Firm) -> None:
    account = await firm.account()
    sale = await firm.opportunity(account_id=account)
    assert len(await _sales(firm, account)) == 1
    await firm.do("opportunity.move", {"id": sale, "stage_id": firm.stages["won"]})
    assert await _sales(firm, account) == []


async def _accounts(firm: Firm, word: str, who: str = "rep") -> list[str]:
    viewer = await firm.viewer(who)
    async with reading(firm.company_id) as session:
        world = await world_of(session, viewer)
    return [one.name for one in world.accounts(world.account_names.holders(word))]


async def _people_at(firm: Firm, account: str) -> list[str]:
    viewer = await firm.viewer()
    async with reading(firm.company_id) as session:
        return [one.name for one in (await world_of(session, viewer)).contacts_at(account)]


async def _sales(firm: Firm, account: str) -> list[str]:
    viewer = await firm.viewer()
    async with reading(firm.company_id) as session:
        return [one.title for one in (await world_of(session, viewer)).open_opportunities_of(account)]


def setup_function() -> None:
    """The firms of all tests have the same ids."""
    forget_worlds()
