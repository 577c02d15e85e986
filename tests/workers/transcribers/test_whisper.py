"""The model that comes inside packages: both languages, names, silence, what is no sound."""

import numpy as np
import pytest

from core.settings import read_settings
from tests.workers.transcribers.sounds import hum, sound, spoken, written
from workers.transcribers.errors import TranscriberRefuses, UnreadableSound
from workers.transcribers.listening import listen
from workers.transcribers.registry import chosen_transcriber
from workers.transcribers.sound import PIECE, RATE, pieces, samples_of
from workers.transcribers.weights import weights
from workers.transcribers.whisper import Whisper, _apart

needs_weights = pytest.mark.skipif(weights() is None, reason="the packages with Whisper's weights are not installed")


@needs_weights
def test_english_is_heard_from_a_spanish_speaker_too() -> None:
    heard = listen(spoken("en"), "es", [], "").lower()
    assert "schedule a meeting with emma on march 26" in heard


@needs_weights
@pytest.mark.parametrize("samples", [np.zeros(2 * RATE, np.float32), hum(4), np.zeros(0, np.float32)])
def test_where_nobody_speaks_there_are_no_words(samples: np.ndarray) -> None:
    assert listen(written(samples), "es", ["Aceros Vega", "Muebles Ortega"], "") == ""


@needs_weights
async def test_spanish_is_heard_in_a_process_apart_with_the_names_that_may_be_spoken() -> None:
    transcriber = chosen_transcriber(read_settings({}))
    assert isinstance(transcriber, Whisper)
    try:
        heard = await transcriber.transcribe(sound(spoken("es"), names=("Talleres Núñez S.L.", "Aceros Vega")))
    finally:
        _apart.end()
    assert "Aceros Vega, muy contentos con la entrega" in heard


@pytest.mark.parametrize("content", [b"", b"OggS", b"<html>", bytes(1000)])
def test_what_is_no_sound_is_an_error(content: bytes) -> None:
    with pytest.raises(UnreadableSound):
        samples_of(content)


@pytest.mark.parametrize("kind", ["WAV", "FLAC", "OGG", "MP3"])
def test_the_kinds_that_phones_send_become_samples_at_the_models_rate(kind: str) -> None:
    second = np.sin(np.linspace(0, 2000, 44_100)).astype(np.float32)
    heard = samples_of(written(np.stack([second, second], axis=1), kind, 44_100))
    assert abs(len(heard) - RATE) < RATE // 5
    assert 0.8 < float(np.abs(heard).max()) < 1.2


def test_a_long_message_is_cut_where_nobody_speaks_and_nothing_is_lost() -> None:
    said = np.ones(70 * RATE, np.float32)
    said[25 * RATE : 26 * RATE] = 0
    said[48 * RATE : 49 * RATE] = 0
    cut = list(pieces(said))
    assert np.array_equal(np.concatenate(cut), said)
    assert [round(len(piece) / RATE) for piece in cut] == [25, 23, 22]
    assert max(map(len, cut)) <= PIECE


def test_without_the_model_nobody_listens(tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = str(tmp_path_factory.mktemp("empty"))
    assert chosen_transcriber(read_settings({"TRANSCRIPTION_MODEL": empty})) is None
    with pytest.raises(TranscriberRefuses):
        listen(written(hum(1)), "es", [], empty)
