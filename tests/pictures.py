"""The README's pictures, of the demo as it runs, in Chromium: `python -m tests.pictures`. Wants a font with emoji."""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright

from core.settings import ROOT, read_settings
from tests.bench.processes import PROGRAM, free_port, wait_for
from tests.services import browser_program
from workers.demo import is_complete, password

FOLDER = ROOT / "docs" / "pictures"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
REP, MANAGER = "luis@ebro.demo", "javier@ebro.demo"


async def main() -> None:
    """Starts Ronda with the demo in a folder of its own, and takes the pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _running(Path(folder)) as (url, chat, secret):
        async with async_playwright() as player:
            browser = await player.chromium.launch(executable_path=browser_program(), args=["--no-sandbox"])
            phone = await _sign_in(browser, url, REP, secret, PHONE)
            await _take(phone, f"{url}/today", "today")
            await phone.goto(f"{url}/accounts")
            await phone.locator("main a[href^='/accounts/']").first.click()
            await _take(phone, None, "account")
            await _chat(browser, phone, url, chat)
            desk = await _sign_in(browser, url, MANAGER, secret, DESK)
            await _take(desk, f"{url}/opportunities", "pipeline")
            await browser.close()


async def _chat(browser: Browser, phone: Page, url: str, chat: str) -> None:
    await phone.goto(f"{url}/chat")
    await phone.locator("form[action='/chat'] button").click()
    link = await phone.locator(f"a[href^='{chat}']").first.get_attribute("href")
    page = await (await browser.new_context(viewport=PHONE, locale="es-ES", device_scale_factor=2)).new_page()  # type: ignore[arg-type]
    await page.goto(str(link))
    await page.get_by_label("Nombre").fill("Luis")
    await page.get_by_role("button", name="Entrar").click()
    await page.get_by_role("button", name="Iniciar").click()
    await page.wait_for_timeout(1500)
    said = "llamé al Colegio San Lorenzo, quieren precio del modelo B, volver a llamar el jueves a las 10"
    await page.get_by_label("Mensaje").fill(said)
    await page.get_by_label("Mensaje").press("Enter")
    await page.wait_for_timeout(2500)
    await page.screenshot(path=FOLDER / "chat.png")


async def _sign_in(browser: Browser, url: str, email: str, secret: str, size: dict[str, int]) -> Page:
    context = await browser.new_context(viewport=size, locale="es-ES", device_scale_factor=2)  # type: ignore[arg-type]
    page = await context.new_page()
    await page.goto(f"{url}/sign-in")
    await page.fill("[name=email]", email)
    await page.fill("[name=password]", secret)
    await page.click("button[type=submit]")
    await page.wait_for_url("**/today")
    return page


async def _take(page: Page, url: str | None, name: str) -> None:
    if url is not None:
        await page.goto(url)
    await page.wait_for_timeout(600)
    await page.screenshot(path=FOLDER / f"{name}.png")


@contextmanager
def _running(folder: Path) -> Iterator[tuple[str, str, str]]:
    environment = {
        **os.environ, "RONDA_DATA": str(folder), "PORT": str(free_port()), "CHAT_PORT": str(free_port()),
    }  # fmt: skip
    chosen = read_settings(environment)
    process = subprocess.Popen([PROGRAM, "up"], env=environment, stdout=sys.stderr)
    try:
        wait_for(f"{chosen.base_url}/health", seconds=600)
        wait_for(chosen.telegram_api_url, seconds=60)
        while not is_complete(chosen):
            time.sleep(0.5)
        yield chosen.base_url, chosen.telegram_api_url, str(password(chosen))
    finally:
        process.terminate()
        process.wait(timeout=60)


if __name__ == "__main__":
    asyncio.run(main())
