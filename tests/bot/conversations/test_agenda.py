"""The day in the chat: the agenda, reminders, the digest."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.local.person import Person
from tests.bot.conftest import House
from tests.bot.tapping import taps_twice

MADRID = ZoneInfo("Europe/Madrid")


async def test_the_agenda_shows_today_and_what_is_overdue(house: House, ana: Person) -> None:
    await plans(house, "Acme Iberia S.A.", days=0)
    await plans(house, "Frío Norte", days=-2)
    await plans(house, "Muebles Ortega", days=1)
    await ana.says("/agenda")
    today = await ana.hears()
    assert today.text.index("Acme") < today.text.index("Frío Norte")
    assert "Muebles" not in today.text
    await ana.taps("Mañana")
    assert "Muebles Ortega" in (await ana.hears()).text
    await ana.taps("Semana")
    assert "Muebles Ortega" in (await ana.hears()).text


async def test_done_is_one_tap_and_may_be_undone_and_done_again(house: House, ana: Person) -> None:
    await plans(house, "Acme Iberia S.A.", days=0)
    for _ in range(2):
        await ana.says("/agenda")
        await ana.hears()
        await ana.taps("1")
        await taps_twice(ana, "✅", await ana.hears())
        await ana.hears_that(lambda shown: "↩️ Deshacer" in shown.labels)
        await house.settled()
        assert [one.state for one in await house.activities()] == ["done"]
        await ana.taps("Deshacer")
        await ana.hears_that("Deshecho")
    assert [one.state for one in await house.activities()] == ["planned"]


async def test_a_note_may_follow_what_was_done(house: House, ana: Person) -> None:
    await plans(house, "Acme Iberia S.A.", days=0)
    await ana.says("/agenda")
    await ana.hears()
    await ana.taps("1")
    await ana.hears()
    await ana.taps("✅")
    await ana.hears()
    await ana.taps("Añadir una nota")
    await ana.hears()
    await ana.says("llamé a Acme y renuevan")
    assert "renuevan" in (await ana.hears()).text
    assert [one.note for one in await house.activities()] == ["llamé a Acme y renuevan"]


async def test_a_reminder_can_be_done_put_off_or_opened(house: House, ana: Person) -> None:
    planned = await plans(house, "Acme Iberia S.A.", days=0, hour=23)
    await house.posts("chat.reminder", {"activity_id": planned}, house.firm.ana)
    reminder = await ana.hears()
    assert reminder.text.startswith("🔔")
    assert "Acme" in reminder.text
    await ana.taps("Más tarde")
    assert any("15 min" in label for label in (await ana.hears()).labels)
    await ana.taps("15 min")
    assert "15" in (await ana.hears()).text
    (same,) = await house.activities()
    assert same.starts_at is not None
    assert same.starts_at.astimezone(MADRID).hour == 23


async def test_a_visit_to_come_has_the_number_to_call_and_the_way_there(house: House, ana: Person) -> None:
    planned = await plans(house, "Acme Iberia S.A.", days=0, hour=23)
    await house.posts("chat.reminder", {"activity_id": planned}, house.firm.ana)
    reminder = await ana.hears()
    assert "+34 912 34 56 78" in reminder.text
    assert "Calle Mayor 3" in reminder.text
    assert reminder.button("Cómo llegar")["url"].startswith("https://www.google.com/maps/dir/?api=1&destination=Calle")


async def test_tomorrow_keeps_the_hour(house: House, ana: Person) -> None:
    planned = await plans(house, "Acme Iberia S.A.", days=0, hour=23)
    await house.posts("chat.reminder", {"activity_id": planned}, house.firm.ana)
    await ana.hears()
    await ana.taps("Más tarde")
    await ana.hears()
    await ana.taps("Mañana")
    assert "23:00" in (await ana.hears()).text
    (moved,) = await house.activities()
    assert moved.day == (datetime.now(MADRID) + timedelta(days=1)).date()


async def test_what_is_done_already_is_not_reminded_of(house: House, ana: Person) -> None:
    planned = await plans(house, "Acme Iberia S.A.", days=0)
    await house.firm.do("activity.complete", {"id": planned})
    await house.posts("chat.reminder", {"activity_id": planned}, house.firm.ana)
    await house.posts("chat.digest", {"day": today()}, house.firm.ana)
    assert (await ana.hears()).text.startswith("☀️")


async def test_the_digest_tells_a_rep_the_day(house: House, ana: Person) -> None:
    await plans(house, "Acme Iberia S.A.", days=0)
    await plans(house, "Frío Norte", days=-3)
    await house.posts("chat.digest", {"day": today()}, house.firm.ana)
    digest = await ana.hears()
    assert "Acme" in digest.text
    assert "1 acción atrasada" in digest.text
    assert "3 oportunidades sin próxima acción" in digest.text
    assert "equipo" not in digest.text


async def test_the_digest_tells_a_manager_the_team(house: House) -> None:
    boss = await house.links(house.firm.boss, "Rosa")
    await plans(house, "Acme Iberia S.A.", days=0)
    await house.posts("chat.digest", {"day": today()}, house.firm.boss)
    digest = await boss.hears()
    assert "Ana Ruiz: 1 previstas" in digest.text
    assert "Luis Sanz: 0 previstas" in digest.text


async def test_who_blocked_the_bot_is_not_tried_for_ever(house: House, ana: Person) -> None:
    await ana.blocks()
    await house.posts("chat.digest", {"day": today()}, house.firm.ana)
    assert (await house.given_up()).startswith("Forbidden")


async def plans(house: House, account: str, days: int, hour: int | None = None) -> str:
    """Something of Ana's, so many days from today; gives its id."""
    day = datetime.now(MADRID) + timedelta(days=days)
    when: dict[str, Any] = {"day": day.date().isoformat()}
    if hour is not None:
        when = {"starts_at": day.replace(hour=hour, minute=0, second=0, microsecond=0).isoformat()}
    payload = {"type": "visit", "account_id": house.firm.accounts[account], **when}
    return str((await house.firm.do("activity.plan", payload))["id"])


def today() -> str:
    return datetime.now(MADRID).date().isoformat()
