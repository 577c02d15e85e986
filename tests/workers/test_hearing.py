"""The worker's part in a spoken message: heard, tried again, given up in words, or nobody's to hear."""

from collections.abc import AsyncIterator, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import select

from core.database import EVERY_COMPANY, reading
from core.documents.service import keep_bytes
from core.documents.stores import key_of, store
from core.outbox import InboxUpdate, OutboxMessage
from core.settings import settings
from core.voice.notes import VoiceNote, VoiceState
from tests.builders.cast import EBRO, Firm
from tests.builders.databases import *  # noqa: F403
from tests.builders.databases import at_work
from workers.actors.carrying_out import carry_out
from workers.actors.voices import TRIES, _hear

SOUND = b"OggS"


@pytest.fixture
async def firm(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Firm]:
    async with at_work(sqlite_url, tmp_path):
        yield await Firm.known(EBRO)


@pytest.fixture
def answers() -> Iterator[list[tuple[int, bytes]]]:
    """What the transcription server says, one after the other, the last again and again; its address is set."""
    said: list[tuple[int, bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            status, body = said.pop(0) if len(said) > 1 else said[0]
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRANSCRIPTION_URL", f"http://127.0.0.1:{server.server_port}")
        yield said
    server.shutdown()
    thread.join()
    server.server_close()


async def test_what_was_heard_goes_to_the_chat_that_it_came_from(answers: list[tuple[int, bytes]], firm: Firm) -> None:
    answers.append((200, b'{"text": "Llam\\u00e9 a Acme"}'))
    message = await received(firm)
    await listens(message)
    note = await the_note()
    assert (note.state, note.text) == (VoiceState.HEARD, "Llamé a Acme")
    (update,) = await updates()
    assert (update.bot, update.chat_id, update.body["message"]["heard"]) == ("1", 7, note.id)
    assert update.update_id < 0
    await listens(message)
    assert len(await updates()) == 1


async def test_a_server_that_stumbles_is_asked_again(answers: list[tuple[int, bytes]], firm: Firm) -> None:
    answers += [(503, b"loading"), (200, b'{"text": "Hola"}')]
    message = await received(firm)
    await listens(message)
    assert (await the_note()).state == VoiceState.WAITING
    assert "503" in ((await the_message()).error or "")
    await listens(message)
    assert (await the_note()).text == "Hola"


async def test_after_a_few_tries_the_chat_is_told(answers: list[tuple[int, bytes]], firm: Firm) -> None:
    answers.append((503, b"loading"))
    message = await received(firm)
    for _ in range(TRIES):
        assert await updates() == []
        await listens(message)
    note = await the_note()
    assert note.state == VoiceState.FAILED
    assert "503" in (note.error or "")
    assert len(await updates()) == 1
    assert (await the_message()).done_at is not None


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ((401, b"no such key"), VoiceState.FAILED),
        ((400, b"not a sound"), VoiceState.UNREADABLE),
        ((200, b'{"text": ""}'), VoiceState.SILENT),
    ],
)
async def test_what_no_other_try_mends_is_told_at_once(
    answers: list[tuple[int, bytes]], firm: Firm, answer: tuple[int, bytes], state: VoiceState
) -> None:
    answers.append(answer)
    await listens(await received(firm))
    assert (await the_note()).state == state
    assert len(await updates()) == 1


async def test_where_nobody_listens_the_chat_is_told_so(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSCRIPTION", "none")
    settings.cache_clear()
    await listens(await received(firm))
    assert (await the_note()).state == VoiceState.UNHEARD
    assert len(await updates()) == 1


async def test_a_sound_whose_file_is_gone_is_told_after_a_few_tries(
    answers: list[tuple[int, bytes]], firm: Firm
) -> None:
    answers.append((200, b'{"text": "Hola"}'))
    message = await received(firm)
    digest, _ = await keep_bytes(firm.company_id, SOUND)
    await store().delete(key_of(firm.company_id, digest))
    for _ in range(TRIES):
        await listens(message)
    assert (await the_note()).state == VoiceState.FAILED


async def received(firm: Firm) -> OutboxMessage:
    digest, size = await keep_bytes(firm.company_id, SOUND)
    sound = {"name": "voice-8.ogg", "media_type": "audio/ogg", "size": size, "digest": digest}
    await firm.do("voice.receive", {"document": sound, "bot": "1", "chat_id": 7, "said_in": 8, "shown_in": 9})
    return await the_message()


async def listens(message: OutboxMessage) -> None:
    await carry_out(message.id, message.company_id, _hear)


async def the_message() -> OutboxMessage:
    async with reading(EVERY_COMPANY) as session:
        return (await session.scalars(select(OutboxMessage))).one()


async def the_note() -> VoiceNote:
    async with reading(EVERY_COMPANY) as session:
        return (await session.scalars(select(VoiceNote))).one()


async def updates() -> list[InboxUpdate]:
    async with reading(EVERY_COMPANY) as session:
        return list(await session.scalars(select(InboxUpdate)))
