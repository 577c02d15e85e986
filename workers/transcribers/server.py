"""Any server that speaks OpenAI's `/v1/audio/transcriptions`: OpenAI itself, or one of one's own.

faster-whisper-server (speaches), LocalAI, vLLM, whisper.cpp's server and others speak it.
"""

from http import HTTPStatus

import httpx

from core.settings import Settings
from core.voice.hearing import Sound
from workers.transcribers.errors import TranscriberError, TranscriberRefuses, UnreadableSound

SECONDS = 100
"""For the whole answer; less than it takes until the work is handed out again."""
_UNREADABLE = {
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
}
_REFUSED = {
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.PAYMENT_REQUIRED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.METHOD_NOT_ALLOWED,
}
_MOST_PROMPT = 600
_SUFFIXES = {
    "audio/ogg": ".ogg",
    "audio/opus": ".ogg",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/x-m4a": ".m4a",
    "video/mp4": ".mp4",
    "audio/webm": ".webm",
    "audio/wav": ".wav",
    "audio/x-wav": ".wav",
    "audio/flac": ".flac",
}


class Server:
    """Sends the sound to `TRANSCRIPTION_URL`, with `TRANSCRIPTION_KEY` where one is set."""

    name = "server"

    def __init__(self, here: Settings) -> None:
        self._url, self._key, self._model = here.transcription_url, here.transcription_key, here.transcription_model

    def available(self) -> bool:
        return bool(self._url)

    async def transcribe(self, sound: Sound) -> str:
        headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        # Servers tell the kind by the name's ending, and some know no `.oga`.
        file = ("voice" + _SUFFIXES.get(sound.media_type, ".ogg"), sound.content, sound.media_type)
        fields = {"model": self._model or "whisper-1", "response_format": "json"}
        if sound.names:
            fields["prompt"] = ", ".join(sound.names)[:_MOST_PROMPT]
        try:
            async with httpx.AsyncClient(timeout=SECONDS) as client:
                answer = await client.post(_address(self._url), headers=headers, data=fields, files={"file": file})
        except httpx.HTTPError as error:
            raise TranscriberError(f"{type(error).__name__}: {error}") from error
        return _words(answer)


def _address(url: str) -> str:
    """The endpoint, from a server's address with or without its `/v1`, or from the endpoint itself."""
    if url.endswith("/audio/transcriptions"):
        return url
    return f"{url}/audio/transcriptions" if url.endswith("/v1") else f"{url}/v1/audio/transcriptions"


def _words(answer: httpx.Response) -> str:
    if answer.status_code in _UNREADABLE:
        raise UnreadableSound(_said(answer))
    if answer.status_code in _REFUSED:
        raise TranscriberRefuses(_said(answer))
    if not answer.is_success:
        raise TranscriberError(_said(answer))
    try:
        text = answer.json()["text"]
    except (ValueError, KeyError, TypeError) as error:
        raise TranscriberRefuses(f"This is no transcription: {answer.text[:200]!r}") from error
    return " ".join(str(text).split())


def _said(answer: httpx.Response) -> str:
    return f"{answer.status_code} {answer.text[:300]}"
