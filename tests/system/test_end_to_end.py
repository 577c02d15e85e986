"""From an empty folder to a rep's first day, through the real programs: command line, browser, chat, worker, clock."""

import json
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Page, async_playwright, expect

from bot.local.person import Person
from tests.services import browser_program
from tests.system.doors import Chatter
from tests.system.running import PATIENCE_SECONDS, PROCESSES, Ronda, installation
from workers.transcribers.weights import weights

PHOTO = Path(__file__).parent.parent / "workers" / "readers" / "photos" / "plain.jpg"
VOICE = Path(__file__).parent.parent / "workers" / "transcribers" / "spoken_es.ogg"
EMAIL, PASSWORD = "ana@bodega.example", "una frase corta"
COMPANY = ("--name", "Bodega Ferrer", "--admin-name", "Ana Ferrer", "--admin-email", EMAIL)
REMIND_MINUTES = 5


@pytest.fixture(params=["sqlite", "postgresql"])
def ronda(request: pytest.FixtureRequest) -> Iterator[Ronda]:
    """An empty installation; on PostgreSQL and Redis, or on nothing but its folder."""
    if request.param == "sqlite":
        with installation() as made:
            yield made
    else:
        servers = {name: str(request.getfixturevalue(fixture)) for name, fixture in SERVERS.items()}
        with installation(**servers) as made:
            yield made


SERVERS = {"DATABASE_URL": "postgres_database", "BROKER_URL": "redis_url"}


async def test_a_stranger_comes_in_and_works_a_day(ronda: Ronda) -> None:
    invited = ronda.do("init", *COMPANY)
    assert invited.returncode == 0, invited.stderr
    not_yet = {"clock"} if ronda.settings.broker_is_embedded else {"clock", "broker"}
    ronda.start(*(name for name in PROCESSES if name not in not_yet))
    every_day = {"working_days": list(range(1, 8)), "works_from": "00:00", "works_until": "23:59"}
    _do(ronda, "settings.edit", {"remind_minutes": REMIND_MINUTES, "digest_at": f"{_local_now():%H:%M}", **every_day})
    async with a_phone() as page, await Person.arrives(ronda.chat_url, "Ana") as person:
        ana = Chatter(person)
        await _comes_in(page, invited.stdout.strip())
        await _links_the_chat(page, ronda, ana)
        ronda.start("clock")  # only now: at its start it does what it otherwise does every half minute
        await _logs_a_call(page, ronda, ana)
        await ana.hears("☀️")  # the digest, whose hour has come
        visit = _plans_a_visit(ronda)
        await _photographs_a_card(page, ronda, ana)
        await _says_it_aloud(page, ronda, ana)
        await _is_reminded(ronda, ana, visit)
        await _moves_an_opportunity_and_takes_it_back(page, ronda, ana)
    failed = ronda.do("failed")
    assert json.loads(failed.stdout) == []


async def _comes_in(page: Page, link: str) -> None:
    await page.goto(link)
    await page.locator("[name=password]").fill(PASSWORD)
    await page.locator("[name=again]").fill(PASSWORD)
    await page.locator("form button[type=submit]").click()
    await expect(page).to_have_url(re.compile("/today$"))


async def _links_the_chat(page: Page, ronda: Ronda, ana: Chatter) -> None:
    await page.goto(f"{ronda.url}/chat")
    await page.locator("form[action='/chat'] button").click()
    code = await page.locator(".code").inner_text()
    await ana.says(f"/start {code}")
    await ana.hears("Bodega Ferrer")
    await expect(page.locator(".notice.is-good")).to_be_visible()  # the page looks by itself


async def _logs_a_call(page: Page, ronda: Ronda, ana: Chatter) -> None:
    """In own words; the second one is on the open page without anybody's touch."""
    await ana.says("llamé a Talleres Núñez, quieren precio del modelo B")
    asked = await ana.hears("Talleres Núñez")
    await ana.person.taps("➕", asked)
    await ana.hears("Talleres Núñez")
    [account] = _list(ronda, "account")
    await page.goto(f"{ronda.url}/accounts/{account['id']}")
    await expect(page.get_by_role("heading", name="Talleres Núñez")).to_be_visible()
    await ana.says("visita a Talleres Núñez, la demostración fue muy bien, enviar oferta mañana a las 10")
    await expect(page.get_by_text("demostración", exact=False).first).to_be_visible()
    await expect(page.locator("#planned")).to_contain_text("10:00")


def _plans_a_visit(ronda: Ronda) -> str:
    """So that she is to be reminded of it in a second; gives its id."""
    soon = datetime.now(UTC) + timedelta(minutes=REMIND_MINUTES, seconds=1)
    planned = _do(ronda, "activity.plan", {"type": "visit", "subject": "Cata", "starts_at": soon.isoformat()})
    return str(planned["id"])


async def _photographs_a_card(page: Page, ronda: Ronda, ana: Chatter) -> None:
    await ana.sends_photo(PHOTO.read_bytes(), "una tarjeta")
    saved = await ana.hears("Uxía Carballeira Souto")
    assert any("↩️" in label for label in saved.labels)
    await page.goto(f"{ronda.url}/accounts?q=Carballeira")
    await expect(page.get_by_role("link", name="Uxía Carballeira Souto", exact=True)).to_be_visible()


async def _says_it_aloud(page: Page, ronda: Ronda, ana: Chatter) -> None:
    """Heard where the model is installed; the recording plays on the customer's page."""
    if weights() is None:
        return
    account = _do(ronda, "account.create", {"name": "Aceros Vega"})
    await ana.person.sends_voice(VOICE.read_bytes(), 4)
    await ana.hears("muy contentos con la entrega.")
    assert "Aceros Vega" in (await ana.hears("La grabación va con ello")).text
    await page.goto(f"{ronda.url}/accounts/{account['id']}")
    playing = page.locator("audio.recording")
    seconds = await playing.evaluate(
        "sound => new Promise((done, failed) => {"
        " sound.onloadedmetadata = () => done(sound.duration); sound.onerror = () => failed(sound.error.message);"
        " sound.preload = 'metadata'; sound.load(); })"
    )
    assert 3 < seconds < 6


async def _is_reminded(ronda: Ronda, ana: Chatter, visit: str) -> None:
    """The clock says it in time, and the button under it acts."""
    reminded = await ana.hears("🔔")
    await ana.person.taps("✅", reminded)
    done = json.loads(ronda.do("get", "activity", visit, "--as", EMAIL).stdout)
    assert done["state"] == "done"


async def _moves_an_opportunity_and_takes_it_back(page: Page, ronda: Ronda, ana: Chatter) -> None:
    """From the chat, with the board open in the browser."""
    made = _do(ronda, "opportunity.create", {"title": "Horno mixto", "amount": 450_000})
    await page.goto(f"{ronda.url}/opportunities?whose=all")
    card = page.locator(f"#card-{made['id']}")
    stages = {stage["key"]: page.locator(f"#stage-{stage['id']}") for stage in _list(ronda, "stage")}
    await expect(stages["prospecting"].locator(card)).to_be_visible()
    await ana.says("/opp")
    shown = await ana.hears("Horno mixto")
    await ana.person.taps("→ Propuesta", shown)
    await expect(stages["proposal"].locator(card)).to_be_visible()
    await ana.person.taps("↩️", await ana.person.last())
    await expect(stages["prospecting"].locator(card)).to_be_visible()


@asynccontextmanager
async def a_phone() -> AsyncIterator[Page]:
    """A phone's browser in Spanish; an error in its console fails the test."""
    problems: list[str] = []
    async with async_playwright() as playwright:
        program = browser_program()
        chromium = await playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        context = await chromium.new_context(locale="es-ES", viewport={"width": 390, "height": 844})
        context.set_default_timeout(PATIENCE_SECONDS * 1000)
        expect.set_options(timeout=PATIENCE_SECONDS * 1000)
        page = await context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        yield page
        await chromium.close()
    assert problems == []


def _do(ronda: Ronda, name: str, payload: dict[str, object]) -> dict[str, object]:
    done = ronda.do("do", name, json.dumps(payload), "--as", EMAIL)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout)["result"])


def _list(ronda: Ronda, kind: str) -> list[dict[str, str]]:
    return list(json.loads(ronda.do("list", kind, "--as", EMAIL).stdout))


def _local_now() -> datetime:
    return datetime.now(ZoneInfo("Europe/Madrid"))
