"""What waits for somebody: it is counted and shown to whom it concerns, and goes when it is decided."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from core.agenda.mentions import Mention, people_named
from core.customers.twins import sweep_for_twins
from core.database import EVERY_COMPANY, reading
from core.done import said_of
from core.i18n import translator
from core.outbox import OutboxMessage
from core.people.devices import device
from core.waiting import how_many_wait
from core.waiting_view import waiting_view
from tests.builders.cast import Firm
from tests.pwa.visitors import secret_of

NOW = datetime(2026, 11, 26, 9, tzinfo=ZoneInfo("Europe/Madrid"))
TEAM = {"1": "Marta Soler", "2": "Marta Gil", "3": "Luis Gracia Pérez"}


async def waiting(firm: Firm, who: str = "rep") -> dict[str, Any]:
    viewer = await firm.viewer(who)
    async with reading(firm.company_id) as session:
        return await waiting_view(session, viewer, translator("en"), NOW)


async def counted(firm: Firm, who: str = "rep") -> int:
    secret = await secret_of(firm, who)
    async with reading(EVERY_COMPANY) as session:
        found = await device(session, secret)
    assert found is not None
    viewer = await firm.viewer(who)
    async with reading(firm.company_id) as session:
        return await how_many_wait(session, viewer, found.at_most_wait)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("@Luis mira esto", {"3"}), ("¿@luis.gracia?", {"3"}), ("@Luis Gracia y @Marta Gil", {"2", "3"}),
        ("@Marta", set()), ("@Pepe", set()), ("luis@gracia.es", set()), ("@ Luis", set()),
        ("@LUIS GRACIA PEREZ", {"3"}),
    ],
)  # fmt: skip
def test_a_name_after_an_at_is_whom_it_fits_alone(words: str, named: set[str]) -> None:
    assert people_named(words, TEAM) == named


async def test_who_is_mentioned_finds_it_and_is_told_and_who_may_not_see_it_is_not(firm: Firm) -> None:
    account = await firm.account(name="Acme")
    said = {"account_id": account, "note": "@Manager look; @Southerner and @Mate too"}
    call = (await firm.do("activity.log", said))["id"]
    (mention,) = (await waiting(firm, "manager"))["mentions"]
    assert (mention["name"], mention["by"], mention["activity_id"]) == ("Acme", "Rep", call)
    assert [await counted(firm, who) for who in ("manager", "southerner", "mate", "rep")] == [1, 0, 0, 0]
    async with reading(firm.company_id) as session:
        posted = list(await session.scalars(select(OutboxMessage).where(OutboxMessage.topic == "chat.mention")))
    assert [message.user_id for message in posted] == [firm.people["manager"]]
    await firm.do("mention.read", {"id": mention["id"]}, "manager")
    assert await counted(firm, "manager") == 0
    await firm.do("activity.edit", {"id": call, "note": "@Manager look again"})
    assert await counted(firm, "manager") == 0


async def test_whoever_mentions_somebody_who_may_not_see_it_is_told_so_once(firm: Firm) -> None:
    account = await firm.account()
    said = {"account_id": account, "note": "@Manager look; @Southerner and @Mate too"}
    logged = await firm.do("activity.log", said)
    sentence = "Logged. Not told of it, without the right to see it: Mate, Southerner."
    assert said_of("activity.log", logged, translator("en")) == sentence
    edited = await firm.do("activity.edit", {"id": logged["id"], "note": "@Southerner, @Manager"})
    assert "untold" not in edited
    assert "untold" not in await firm.do("activity.log", {"account_id": account, "note": "@Manager"})


async def test_a_mention_that_is_taken_back_waits_no_longer(firm: Firm) -> None:
    account = await firm.account()
    logged = await firm.perform("activity.log", {"account_id": account, "note": "@manager"})
    planned = await firm.activity(account_id=account, subject="@manager")
    assert await counted(firm, "manager") == 2
    await firm.do("operation.undo", {"operation_id": logged.operation_id})
    await firm.do("activity.edit", {"id": planned, "subject": "nobody"})
    assert (await counted(firm, "manager"), (await waiting(firm, "manager"))["mentions"]) == (0, [])
    async with reading(firm.company_id) as session:
        assert list(await session.scalars(select(Mention.id))) == []


async def test_two_that_are_alike_wait_for_whose_they_are_until_decided(firm: Firm) -> None:
    first, second = await firm.account(name="Talleres Núñez"), await firm.account(name="TALLERES NUNEZ S.L.")
    await firm.account(name="Panadería Gil")
    await sweep_for_twins()
    (pair,) = (await waiting(firm))["twins"]
    assert {one["name"] for one in pair["both"]} == {"Talleres Núñez", "TALLERES NUNEZ S.L."}
    assert [await counted(firm, who) for who in ("rep", "manager", "mate")] == [1, 0, 0]
    apart = await firm.perform("account.keep_apart", {"id": first, "other_id": second})
    assert await counted(firm) == 0
    await sweep_for_twins()
    assert await counted(firm) == 0
    await firm.do("operation.undo", {"operation_id": apart.operation_id})
    await sweep_for_twins()
    assert await counted(firm) == 1
    await firm.do("account.merge", {"id": first, "other_id": second})
    await sweep_for_twins()
    assert (await counted(firm), (await waiting(firm))["twins"]) == (0, [])


async def test_what_is_entered_later_is_found_and_what_is_given_away_is_asked_of_its_new_owner(firm: Firm) -> None:
    await sweep_for_twins()
    reached: dict[str, Any] = {"emails": [{"address": "laura@acme.example"}]}
    await firm.contact(name="Laura Pérez", **reached)
    other = await firm.contact(name="Laura Pérez Soto", **reached)
    await sweep_for_twins()
    assert len((await waiting(firm))["twins"]) == 1
    await firm.do("contact.assign", {"id": other, "owner_id": firm.people["manager"]}, "manager")
    assert await counted(firm) == 0
    await sweep_for_twins()
    assert await counted(firm, "manager") == 1


async def test_a_conflict_waits_for_who_was_not_heard_while_the_record_may_be_edited(firm: Firm) -> None:
    account = await firm.account(name="Acme")
    await firm.do("account.edit", {"id": account, "base": 1, "sector": "Theirs"}, "manager")
    await firm.do("account.edit", {"id": account, "base": 1, "sector": "Mine"})
    (record,) = (await waiting(firm))["conflicts"]
    assert (record["name"], record["conflicts"][0]["field_name"]) == ("Acme", "Sector")
    assert [await counted(firm, who) for who in ("rep", "manager")] == [1, 0]
    await firm.do("conflict.resolve", {"id": record["conflicts"][0]["id"], "keep_mine": True})
    assert (await counted(firm), (await waiting(firm))["conflicts"]) == (0, [])


async def test_a_conflict_in_a_lead_waits_as_any_other(firm: Firm) -> None:
    lead = await firm.lead(firm="Acme")
    await firm.do("lead.edit", {"id": lead, "base": 1, "subject": "Theirs"}, "manager")
    await firm.do("lead.edit", {"id": lead, "base": 1, "subject": "Mine"})
    (record,) = (await waiting(firm))["conflicts"]
    assert (record["name"], record["href"], await counted(firm)) == ("Acme", f"/leads/{lead}", 1)


async def test_what_one_may_no_longer_see_is_neither_shown_nor_counted(firm: Firm) -> None:
    account = await firm.account(name="Acme")
    call = (await firm.do("activity.log", {"note": "@Manager look"}))["id"]
    await firm.do("account.edit", {"id": account, "base": 1, "sector": "Theirs"}, "manager")
    await firm.do("account.edit", {"id": account, "base": 1, "sector": "Mine"})
    assert [await counted(firm, who) for who in ("manager", "rep")] == [1, 1]
    away = {"owner_id": firm.people["southerner"]}
    await firm.do("activity.assign", {"id": call, **away}, "admin")
    await firm.do("account.assign", {"id": account, **away}, "admin")
    assert [await counted(firm, who) for who in ("manager", "rep")] == [0, 0]
    assert (await waiting(firm, "manager"))["mentions"] == (await waiting(firm))["conflicts"] == []
