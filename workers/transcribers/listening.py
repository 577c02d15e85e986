"""Whisper by CTranslate2, in the process that listens: loaded at the first sound, eight bits a weight, one core."""

import json
import zlib
from collections.abc import Sequence
from functools import cache
from typing import Any

import ctranslate2
import numpy as np
from tokenizers import Tokenizer

from workers.transcribers.errors import TranscriberRefuses
from workers.transcribers.sound import Samples, pieces, samples_of
from workers.transcribers.spectrogram import Spectrogram, spectrogram
from workers.transcribers.weights import TOKENIZER, weights

LANGUAGES = ("es", "en")
QUIETEST = 0.003
"""The loudest sample of a sound in which nobody speaks; a microphone's own noise is below it."""
# OpenAI's own limits for what was no speech, and for what it says again and again.
_NO_SPEECH, _UNSURE, _MOST_REPETITIVE = 0.6, -1.0, 2.4
_GUESSING = -1.4
"""The mean log-probability below which it makes words of a hum; people were above -0.3, synthetic voices above -1.1."""
_MOST_PROMPT_TOKENS = 200
_CUSTOMERS = {"es": "Clientes: {names}.", "en": "Customers: {names}."}


def listen(content: bytes, language: str, names: Sequence[str], folder: str) -> str:
    """What is said, in Spanish or English, whichever it sounds like; `language` is the person's own.

    `names` may well be spoken: what sounds like one is written so. Raises `UnreadableSound`, `TranscriberRefuses`.
    """
    samples = samples_of(content)
    if len(samples) == 0 or float(np.abs(samples).max()) < QUIETEST:
        return ""
    heard = [_Piece(piece, _loaded(folder)).words(language, names) for piece in pieces(samples)]
    return " ".join(filter(None, heard))


class _Model:
    """The network, its words, and how fine its spectrograms are."""

    def __init__(self, folder: str) -> None:
        found = weights(folder)
        if found is None:
            raise TranscriberRefuses(f"There is no Whisper model in {folder or 'the installed packages'}")
        files = found.read()
        self.tokenizer = Tokenizer.from_buffer(files.pop(TOKENIZER))
        self.bands = _bands_of(files)
        try:
            self.network: Any = ctranslate2.models.Whisper(
                folder or "whisper", compute_type="int8", inter_threads=1, intra_threads=1, files=files
            )
        except (RuntimeError, ValueError) as error:
            raise TranscriberRefuses(f"The Whisper model cannot be loaded: {error}") from error

    def tokens(self, text: str) -> list[int]:
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids)

    def mark(self, name: str) -> int:
        """The number of a token like `<|transcribe|>`."""
        number = self.tokenizer.token_to_id(f"<|{name}|>")
        if number is None:
            raise TranscriberRefuses(f"The Whisper model has no word <|{name}|>: it knows one language only")
        return int(number)


@cache
def _loaded(folder: str) -> _Model:
    return _Model(folder)


class _Piece:
    """Up to half a minute, as the network has taken it in."""

    def __init__(self, samples: Samples, model: _Model) -> None:
        self._model = model
        self._seen = model.network.encode(_batch(spectrogram(samples, model.bands)))

    def words(self, language: str, names: Sequence[str]) -> str:
        """What it says; empty where it says nothing."""
        language = self._language(language)
        found = self._generate(language, names)
        sureness = found.scores[0]
        if sureness < _GUESSING or (found.no_speech_prob > _NO_SPEECH and sureness < _UNSURE):
            return ""
        text = self._text(found)
        if _repetitive(text):
            text = self._text(self._generate(language, (), repetition_penalty=1.2, no_repeat_ngram_size=3))
        return "" if _repetitive(text) else text

    def _language(self, own: str) -> str:
        """What it sounds like, of the languages that are understood; a multilingual model is never sure by much."""
        (sounds,) = self._model.network.detect_language(self._seen)
        chances = {mark.strip("<|>"): chance for mark, chance in sounds}
        return max(LANGUAGES, key=lambda one: (chances.get(one, 0.0), one == own))

    def _generate(self, language: str, names: Sequence[str], **more: Any) -> Any:
        model = self._model
        said_before = [model.mark("startofprev"), *_prompt(model, language, names)] if names else []
        start = [model.mark(name) for name in ("startoftranscript", language, "transcribe", "notimestamps")]
        (found,) = model.network.generate(
            self._seen,
            [[*said_before, *start]],
            beam_size=5,
            return_scores=True,
            return_no_speech_prob=True,
            **more,
        )
        return found

    def _text(self, found: Any) -> str:
        return " ".join(str(self._model.tokenizer.decode(found.sequences_ids[0], skip_special_tokens=True)).split())


def _prompt(model: _Model, language: str, names: Sequence[str]) -> list[int]:
    """As if the names had just been spoken of; as many as there is room for."""
    for count in range(len(names), 0, -1):
        tokens = model.tokens(" " + _CUSTOMERS[language].format(names=", ".join(names[:count])))
        if len(tokens) <= _MOST_PROMPT_TOKENS:
            return tokens
    return []


def _batch(piece: Spectrogram) -> Any:
    return ctranslate2.StorageView.from_array(piece[np.newaxis])


def _repetitive(text: str) -> bool:
    """Whether the network has got stuck: the text says the same again and again."""
    written = text.encode()
    return len(written) / len(zlib.compress(written)) > _MOST_REPETITIVE


def _bands_of(files: dict[str, bytes]) -> int:
    """80 mel bands, unless the model says otherwise (*large-v3* has 128)."""
    told = json.loads(files.pop("preprocessor_config.json", b"{}"))
    return int(told.get("feature_size", 80))
