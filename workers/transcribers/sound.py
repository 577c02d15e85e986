"""A sound file as the samples that Whisper hears, in pieces of at most half a minute cut where nobody speaks."""

from collections.abc import Iterator
from io import BytesIO

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from workers.transcribers.errors import UnreadableSound

Samples = NDArray[np.float32]

RATE = 16_000
"""Samples a second; one channel."""
PIECE = 30 * RATE
_CUT_IN_THE_LAST = 10 * RATE
_FRAME = RATE // 10
LONGEST = 10 * 60 * RATE
"""However short a message says that it is, no more than this is unpacked."""


def samples_of(content: bytes) -> Samples:
    """What a microphone heard: OGG (Opus, Vorbis), MP3, WAV, FLAC and what else libsndfile opens.

    Raises `UnreadableSound`.
    """
    try:
        with soundfile.SoundFile(BytesIO(content)) as file:
            rate = file.samplerate
            heard = file.read(frames=LONGEST // RATE * rate, dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, RuntimeError, ValueError, MemoryError) as error:
        raise UnreadableSound(str(error)) from error
    mono = np.nan_to_num(heard.mean(axis=1, dtype=np.float32))
    return np.asarray(soxr.resample(mono, rate, RATE), dtype=np.float32)


def pieces(samples: Samples) -> Iterator[Samples]:
    """The samples in order, in pieces that a model takes whole; each ends at the quietest place near its end."""
    start = 0
    while len(samples) - start > PIECE:
        end = start + PIECE - _CUT_IN_THE_LAST + _quietest(samples[start + PIECE - _CUT_IN_THE_LAST : start + PIECE])
        yield samples[start:end]
        start = end
    yield samples[start:]


def _quietest(samples: Samples) -> int:
    """The middle of the tenth of a second with least energy."""
    frames = samples[: len(samples) // _FRAME * _FRAME].reshape(-1, _FRAME)
    return int(np.argmin(np.square(frames).sum(axis=1))) * _FRAME + _FRAME // 2
