"""Whatever comes in through the real doors: a clear word in the person's language, and nothing half written."""

import asyncio
import io
import struct
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image
from sqlalchemy import select

from core.customers.readings import CardReading
from core.database import EVERY_COMPANY, reading
from core.webhook import webhook_secret
from tests.builders.cast import EBRO, Firm
from tests.builders.databases import at_work
from tests.builders.rows import business
from tests.services import free_port
from tests.system.doors import FOUND, Browser, in_chat, signed_in, title_of
from tests.system.running import PATIENCE_SECONDS, PROCESSES, Ronda, installation

WEBHOOK = "/telegram/webhook"
SECRET = "X-Telegram-Bot-Api-Secret-Token"
NO_UPDATES = (
    b"", b"{", b"null", b"[]", b"7", b'"text"', b"\xff\xfe", b"[" * 100_000, b'{"update_id": "x"}',
    b'{"update_id": 1e999}', b'{"update_id": true}', b'{"update_id": 99999999999999999999999}',
)  # fmt: skip
STRANGE_UPDATES: tuple[dict[str, Any], ...] = (
    {"message": None}, {"message": {}}, {"message": {"chat": 7}}, {"message": {"text": {"a": 1}}},
    {"callback_query": {"id": 1}}, {"callback_query": "x"}, {"edited_message": []}, {"nothing": {"known": "\x00"}},
)  # fmt: skip
TEN_MEGABYTES = 10 * 1024 * 1024


@pytest.fixture(scope="module")
def ronda(fresh_sqlite: Callable[[Path], str], folder: Path) -> Iterator[Ronda]:
    """Everything, with a bot that has a token of its own, as on Telegram; one bears all that comes in."""
    url, port = fresh_sqlite(folder / "ronda.db"), str(free_port())
    telegram = {"TELEGRAM_BOT_TOKEN": "2000000003:of-its-own", "TELEGRAM_API_URL": f"http://127.0.0.1:{port}"}
    with installation(PROCESSES, DATABASE_URL=url, CARD_READER="tesseract", CHAT_PORT=port, **telegram) as made:
        yield made


@pytest.fixture
async def firm(ronda: Ronda) -> AsyncIterator[Firm]:
    async with at_work(ronda.settings.database_url, ronda.settings.data_dir):
        yield await Firm.known(EBRO)


def bomb() -> bytes:
    """A PNG of 200 megapixels, all black: a few kilobytes that unpack to 600 MB."""
    width, height = 20_000, 10_000
    packer = zlib.compressobj(9)
    lines = [packer.compress(bytes(1 + width * 3)) for _ in range(height)]
    return _png(width, height, b"".join([*lines, packer.flush()]))


def liar() -> bytes:
    """A PNG that says it has 200 megapixels and holds a single one."""
    return _png(20_000, 10_000, zlib.compress(bytes(4)))


def _png(width: int, height: int, data: bytes) -> bytes:
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", data), (b"IEND", b""))
    packed = (struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def not_a_photo() -> bytes:
    """It begins as a JPEG does."""
    photo = io.BytesIO()
    Image.new("RGB", (64, 64)).save(photo, "JPEG")
    return photo.getvalue()[:100] + b"\x00" * 100


async def test_pictures_that_are_none_make_no_contact_and_stop_nobody(ronda: Ronda, firm: Firm) -> None:
    before = (await business(firm))["contacts"]
    async with signed_in(ronda, firm, "rep") as browser, in_chat(ronda, firm, "mate") as chatter:
        for content in (bomb(), liar(), not_a_photo()):
            answer = await browser.sends("/cards", {}, {"photo": ("card.png", content, "image/png")})
            assert answer.status_code == FOUND, title_of(answer)
            await _until_told(browser, answer.headers["location"])
            await chatter.person.sends_document(content, "card.png", mime_type="image/png")
        async with asyncio.timeout(PATIENCE_SECONDS * 2):
            while sum("🙏" in shown.text for shown in await chatter.person.sees()) < 3:
                await asyncio.sleep(0.2)
    assert (await business(firm))["contacts"] == before
    async with reading(EVERY_COMPANY) as session:
        assert set(await session.scalars(select(CardReading.state))) <= {"failed", "no_card"}


async def test_the_webhook_takes_anything_and_the_bot_goes_on(ronda: Ronda, firm: Firm) -> None:
    secret = webhook_secret(ronda.settings)
    async with httpx.AsyncClient(base_url=ronda.url, timeout=60, trust_env=False) as http:
        for body in NO_UPDATES:
            answer = await http.post(WEBHOOK, content=body, headers={SECRET: secret})
            assert answer.status_code in {200, 400}, body[:60]
        assert (await http.post(WEBHOOK, content=b"{}", headers={SECRET: "guessed"})).status_code == 403
        huge = await http.post(WEBHOOK, content=b"[" + b"1," * TEN_MEGABYTES, headers={SECRET: secret})
        assert huge.status_code == 413
        for number, strange in enumerate(STRANGE_UPDATES):
            update = {"update_id": 800_000_000 + number, **strange}
            assert (await http.post(WEBHOOK, json=update, headers={SECRET: secret})).status_code == 200
    async with in_chat(ronda, firm, "rep") as chatter:
        await chatter.says("/help")
        await chatter.hears("/agenda")


async def test_codes_that_are_spent_or_wrong_are_told_as_such_in_the_persons_language(ronda: Ronda, firm: Firm) -> None:
    invited = ronda.do("user", "reset", "rep@ebro.example").stdout.strip()
    path = invited.removeprefix(ronda.url)
    async with signed_in(ronda, firm, "mate", "es") as browser:
        passwords = {"password": "una frase corta", "again": "una frase corta"}
        assert (await browser.sends(path, passwords)).status_code == FOUND
        for spent in (path, path[:-1], "/password/" + "x" * 5000, "/open/nothing", "/password/%00"):
            answer = await browser.opens(spent)
            assert answer.status_code in {404, 410, 414}, title_of(answer)
            assert "Traceback" not in answer.text
        assert "enlace" in (await browser.opens(path)).text
    code = ronda.do("user", "link", "rep@ebro.example").stdout.split()[-1]
    async with in_chat(ronda, firm, "mate") as chatter, in_chat(ronda, firm, "manager", "en") as other:
        await chatter.says(f"/start {code}")
        await chatter.hears("👋")
        await other.says(f"/start {code}x")
        await other.hears("🙏")


async def test_ten_megabytes_of_words_are_refused_at_every_door(ronda: Ronda, firm: Firm) -> None:
    before = await business(firm)
    async with signed_in(ronda, firm, "rep", "es") as browser:
        for path in ("/accounts", "/quick-log", "/contacts"):
            answer = await browser.http.post(path, data={"name": "a" * TEN_MEGABYTES, "words": "a"})
            assert answer.status_code == 413, title_of(answer)
            assert "demasiado grande" in answer.text
    done = ronda.do("do", "activity.log", "-", "--as", "rep@ebro.example", given=f'{{"note": "{"a" * TEN_MEGABYTES}"}}')
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for payload in ("{", "[]", "null", '{"type": 7}', '{"unknown": 1}', '{"day": "31/12"}'):
        done = ronda.do("do", "activity.log", payload, "--as", "rep@ebro.example")
        assert (done.returncode, "Traceback" in done.stderr) == (1, False), (payload, done.stderr)
    assert await business(firm) == before


async def _until_told(browser: Browser, path: str) -> None:
    """Until the card's page says what became of the photo; never a failure of ours."""
    async with asyncio.timeout(PATIENCE_SECONDS * 2):
        while True:
            answer = await browser.opens(path)
            assert answer.status_code == httpx.codes.OK, title_of(answer)
            if 'aria-busy="true"' not in answer.text:
                return
            await asyncio.sleep(0.3)
