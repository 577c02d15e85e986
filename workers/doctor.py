"""`ronda doctor`: looks at everything that this installation stands on, and says what to do where it is amiss."""

import asyncio
import importlib
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import httpx
from sqlalchemy.exc import SQLAlchemyError

from core.database import EVERY_COMPANY, close, is_sqlite, reading
from core.leases import Lease
from core.migrations import is_current
from core.settings import Settings
from workers.broker import is_alive
from workers.clock import LEASE
from workers.finding import Check, Finding
from workers.transcribers.registry import NONE, TRANSCRIBERS, chosen_transcriber
from workers.transcribers.server import Server
from workers.transcribers.whisper import Whisper
from workers.vital_signs import VITAL_SIGNS

OLDEST_SQLITE = (3, 35, 0)
"""The first with RETURNING."""
GIGABYTE = 1_000_000_000


def run(chosen: Settings) -> int:
    """Prints a line a check; the exit code is 1 when something is missing that Ronda needs."""
    findings = asyncio.run(examine(chosen))
    for name, finding in findings.items():
        print(f"{finding.state:8} {name:10} {finding.text}")
        if finding.advice:
            print(f"{'':19} → {finding.advice}")
    return int(any(finding.state == "missing" for finding in findings.values()))


async def examine(chosen: Settings) -> dict[str, Finding]:
    """What each check found, in the table's order."""
    try:
        return {name: await look(chosen) for name, look in CHECKS.items()}
    finally:
        await close()


async def python(_: Settings) -> Finding:
    """The interpreter."""
    return Finding("OK", f"{sys.version.split()[0]} in {sys.prefix}")


async def sqlite(chosen: Settings) -> Finding:
    """The library, where it holds the data."""
    if not is_sqlite(chosen.database_url):
        return Finding("OK", "not used: the data are in PostgreSQL")
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        return Finding("missing", f"SQLite {sqlite3.sqlite_version} is too old", "Use a newer Python, or PostgreSQL.")
    return Finding("OK", sqlite3.sqlite_version)


async def database(chosen: Settings) -> Finding:
    """Whether the database answers and has the newest tables."""
    try:
        if is_current(chosen.database_url):
            return Finding("OK", "reached, up to date")
    except OSError as error:
        advice = (
            "`ronda up` makes it." if is_sqlite(chosen.database_url) else "Look at DATABASE_URL, and at the server."
        )
        return Finding("missing", f"not reached: {_first_line(error)}", advice)
    return Finding("missing", "its tables are not up to date", "`ronda up` (or `make run`) brings them up to date.")


async def disk(chosen: Settings) -> Finding:
    """Room for data and photos."""
    folder = next(path for path in (chosen.data_dir, *chosen.data_dir.parents) if path.exists())
    free = shutil.disk_usage(folder).free / GIGABYTE
    text = f"{free:.1f} GB free in {folder}"
    return Finding("OK", text) if free >= 1 else Finding("wanting", text, "Make room, or set RONDA_DATA.")


async def broker(chosen: Settings) -> Finding:
    """Whether the queue answers."""
    if await asyncio.to_thread(is_alive, chosen.broker_url):
        return Finding("OK", "answers" + (", embedded" if chosen.broker_is_embedded else ""))
    advice = "`ronda up` starts it." if chosen.broker_is_embedded else "Look at BROKER_URL, and at the server."
    return Finding("missing", "does not answer", advice)


async def chat(chosen: Settings) -> Finding:
    """Whether the chat's server knows our bot."""
    try:
        async with httpx.AsyncClient(timeout=5) as client:
            answer = await client.get(f"{chosen.telegram_api_url}/bot{chosen.telegram_bot_token}/getMe")
    except httpx.HTTPError:
        advice = "`ronda up` starts it." if chosen.chat_is_local else "Look at TELEGRAM_API_URL, and at the network."
        return Finding("missing", f"{chosen.telegram_api_url} does not answer", advice)
    if answer.status_code != httpx.codes.OK:
        return Finding("missing", "the bot's token is refused", "Set TELEGRAM_BOT_TOKEN to what @BotFather gave.")
    return Finding("OK", f"@{answer.json()['result']['username']} on {chosen.telegram_api_url}")


async def clock(_: Settings) -> Finding:
    """Whether a clock is at work: it renews its lease all the time."""
    stopped = Finding("missing", "no clock is running: no reminders, no digests", "`ronda up` starts it.")
    try:
        async with reading(EVERY_COMPANY) as session:
            lease = await session.get(Lease, LEASE)
    except SQLAlchemyError:
        return Finding("missing", "unknown without the database")
    return Finding("OK", f"held by {lease.holder}") if lease and lease.until > datetime.now(UTC) else stopped


async def tesseract(chosen: Settings) -> Finding:
    """The second card reader: the machine's own program, with both languages."""
    state: Literal["missing", "wanting"] = "missing" if chosen.card_reader == "tesseract" else "wanting"
    packages = "tesseract tesseract-lang" if sys.platform == "darwin" else "tesseract-ocr tesseract-ocr-spa"
    advice = f"{'brew' if sys.platform == 'darwin' else 'sudo apt-get'} install {packages}"
    program = shutil.which("tesseract")
    if program is None:
        return Finding(state, "not installed", advice)
    listed = await asyncio.to_thread(subprocess.run, [program, "--list-langs"], capture_output=True, text=True)
    lacking = {"eng", "spa"} - set(listed.stdout.split())
    return Finding(state, f"without {', '.join(sorted(lacking))}", advice) if lacking else Finding("OK", program)


async def rapidocr(chosen: Settings) -> Finding:
    """The first card reader."""
    try:
        module = await asyncio.to_thread(importlib.import_module, "rapidocr")
    except ImportError as error:
        state: Literal["missing", "wanting"] = "missing" if chosen.card_reader == "rapidocr" else "wanting"
        return Finding(state, f"cannot be loaded: {error}", "`make run` installs it.")
    return Finding("OK", str(Path(module.__file__ or "").parent))


async def speech(chosen: Settings) -> Finding:
    """Who listens to spoken messages."""
    name = chosen.transcription
    if name == NONE:
        return Finding("OK", "nobody listens: TRANSCRIPTION is none")
    if chosen_transcriber(chosen) is not None:
        return Finding("OK", chosen.transcription_url if name == Server.name else name)
    advice = {
        Whisper.name: "Remove .venv/speech-tried and run `make ready`, or set TRANSCRIPTION_URL.",
        Server.name: "Set TRANSCRIPTION_URL.",
    }
    return Finding(
        "wanting",
        f"“{name}” is not there: spoken messages are kept, nobody listens",
        advice.get(name, f"TRANSCRIPTION is one of {', '.join([*TRANSCRIBERS, NONE])}."),
    )


CHECKS: dict[str, Check] = {
    "python": python,
    "sqlite": sqlite,
    "database": database,
    "disk": disk,
    "broker": broker,
    "chat": chat,
    "clock": clock,
    **VITAL_SIGNS,
    "tesseract": tesseract,
    "rapidocr": rapidocr,
    "speech": speech,
}


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
