"""Sounds to be listened to."""

from io import BytesIO
from pathlib import Path

import numpy as np
import soundfile

from core.voice.hearing import Sound
from workers.transcribers.sound import RATE, Samples

FOLDER = Path(__file__).parent


def sound(content: bytes, language: str = "es", names: tuple[str, ...] = (), media_type: str = "audio/ogg") -> Sound:
    return Sound(content, "voice-7.ogg", media_type, language, names)


def spoken(language: str) -> bytes:
    """Es: "ayer visité Aceros Vega, muy contentos con la entrega"; en: "schedule a meeting with Emma on March 26th …"."""  # noqa: E501
    return (FOLDER / f"spoken_{language}.ogg").read_bytes()


def written(samples: Samples, kind: str = "WAV", rate: int = RATE) -> bytes:
    """The samples as a file."""
    file = BytesIO()
    soundfile.write(file, samples, rate, format=kind)
    return file.getvalue()


def hum(seconds: float) -> Samples:
    """A quiet engine: something to hear, nothing said."""
    noise = np.random.default_rng(7).normal(size=int(seconds * RATE)).cumsum()
    return np.asarray(0.02 * (noise - noise.mean()) / np.abs(noise).max(), dtype=np.float32)
