"""A server that speaks OpenAI's endpoint: what it is asked, and what becomes of its answers."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from core.settings import read_settings
from tests.services import free_port
from tests.workers.transcribers.sounds import sound
from workers.transcribers.errors import TranscriberError, TranscriberRefuses, UnreadableSound
from workers.transcribers.provider import Transcriber
from workers.transcribers.registry import chosen_transcriber


@dataclass
class Listener:
    """The server: what it will answer, and what it was asked."""

    url: str = ""
    status: int = 200
    answer: bytes = b'{"text": " Llam\\u00e9 a Acme.\\n Quieren precio. "}'
    path: str = ""
    authorization: str | None = None
    parts: dict[str, Message] = field(default_factory=dict)

    def part(self, name: str) -> bytes:
        return bytes(self.parts[name].get_payload(decode=True))


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            kind = self.headers["Content-Type"].encode()
            form = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + kind + b"\r\n\r\n" + body)
            made.path, made.authorization = self.path, self.headers["Authorization"]
            made.parts = {str(part.get_param("name", header="Content-Disposition")): part for part in form.iter_parts()}
            self.send_response(made.status)
            self.end_headers()
            self.wfile.write(made.answer)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    made.url = f"http://127.0.0.1:{server.server_port}"
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


def transcriber(url: str, **more: str) -> Transcriber:
    found = chosen_transcriber(read_settings({"TRANSCRIPTION_URL": url, **more}))
    assert found is not None
    assert found.name == "server"
    return found


async def test_the_sound_is_sent_and_its_words_come_back_on_one_line(listener: Listener) -> None:
    said = sound(b"OggS", names=("Acme", "Aceros Vega"))
    more = {"TRANSCRIPTION_KEY": "secret", "TRANSCRIPTION_MODEL": "small"}
    assert await transcriber(listener.url, **more).transcribe(said) == "Llamé a Acme. Quieren precio."
    assert (listener.path, listener.authorization) == ("/v1/audio/transcriptions", "Bearer secret")
    assert listener.parts["file"].get_filename() == "voice.ogg"
    assert listener.parts["file"].get_content_type() == "audio/ogg"
    assert listener.part("file") == b"OggS"
    assert listener.part("model") == b"small"
    assert listener.part("prompt") == b"Acme, Aceros Vega"


@pytest.mark.parametrize("ending", ["", "/", "/v1", "/v1/audio/transcriptions"])
async def test_the_address_may_be_the_servers_or_the_endpoints(listener: Listener, ending: str) -> None:
    await transcriber(listener.url + ending).transcribe(sound(b"OggS"))
    assert (listener.path, listener.authorization) == ("/v1/audio/transcriptions", None)
    assert "prompt" not in listener.parts


@pytest.mark.parametrize(
    ("status", "answer", "error"),
    [
        (400, b'{"error": "Invalid file format"}', UnreadableSound),
        (413, b"", UnreadableSound),
        (415, b"", UnreadableSound),
        (401, b'{"error": "Incorrect API key"}', TranscriberRefuses),
        (404, b"no such model", TranscriberRefuses),
        (200, b"<html>", TranscriberRefuses),
        (200, json.dumps(["text"]).encode(), TranscriberRefuses),
        (429, b"", TranscriberError),
        (503, b"loading", TranscriberError),
    ],
)
async def test_each_refusal_is_told_from_the_others(
    listener: Listener, status: int, answer: bytes, error: type[TranscriberError]
) -> None:
    listener.status, listener.answer = status, answer
    with pytest.raises(TranscriberError) as refused:
        await transcriber(listener.url).transcribe(sound(b"OggS"))
    assert type(refused.value) is error


async def test_a_server_that_is_away_may_be_back() -> None:
    with pytest.raises(TranscriberError) as refused:
        await transcriber(f"http://127.0.0.1:{free_port()}").transcribe(sound(b"OggS"))
    assert type(refused.value) is TranscriberError


async def test_silence_has_no_words(listener: Listener) -> None:
    listener.answer = b'{"text": " "}'
    assert await transcriber(listener.url).transcribe(sound(b"OggS")) == ""


def test_where_none_is_chosen_or_it_has_no_address_nobody_listens() -> None:
    for environment in ({"TRANSCRIPTION": "none"}, {"TRANSCRIPTION": "server"}, {"TRANSCRIPTION": "nobody"}):
        assert chosen_transcriber(read_settings(environment)) is None
