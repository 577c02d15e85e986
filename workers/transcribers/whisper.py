"""OpenAI's Whisper on this machine: no network, no account; the model comes inside packages."""

import importlib.util

from core.settings import Settings
from core.voice.hearing import Sound
from workers.apart import Apart, ProcessDied
from workers.transcribers.errors import UnreadableSound
from workers.transcribers.weights import weights

_apart = Apart()


class Whisper:
    """Listens in a process of its own, which ends a minute after the last sound."""

    name = "whisper"

    def __init__(self, here: Settings) -> None:
        self._folder = here.transcription_model

    def available(self) -> bool:
        has_engine = all(importlib.util.find_spec(name) for name in ("ctranslate2", "tokenizers", "soundfile", "soxr"))
        return has_engine and weights(self._folder) is not None

    async def transcribe(self, sound: Sound) -> str:
        try:
            return await _apart.run(_listen, sound.content, sound.language, sound.names, self._folder)
        except ProcessDied:
            raise UnreadableSound("The process that listened died of this sound") from None


def _listen(content: bytes, language: str, names: tuple[str, ...], folder: str) -> str:
    from workers.transcribers.listening import listen  # noqa: PLC0415 - loaded in the process that listens

    return listen(content, language, names, folder)
