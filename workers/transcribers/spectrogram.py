"""The picture of a sound that Whisper was trained on: log-mel energies, a hundred columns a second.

As in OpenAI's `whisper/audio.py`: 25 ms Hann windows every 10 ms, Slaney's mel scale, eight decades at most.
"""
# ruff: noqa: PLR2004 - the numbers are the model's own

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from workers.transcribers.sound import PIECE, RATE, Samples

_WINDOW, _HOP = 400, 160

Spectrogram = NDArray[np.float32]


def spectrogram(samples: Samples, bands: int) -> Spectrogram:
    """`bands` × 3000 values for up to thirty seconds, silence after their end."""
    padded = np.pad(np.pad(samples, (0, max(0, PIECE - len(samples))))[:PIECE], _WINDOW // 2, mode="reflect")
    windows = sliding_window_view(padded, _WINDOW)[::_HOP][: PIECE // _HOP]
    power = np.square(np.abs(np.fft.rfft(windows * np.hanning(_WINDOW + 1)[:-1], axis=1)))
    energies = np.log10(np.maximum(_filters(bands) @ power.T, 1e-10))
    clipped = np.maximum(energies, energies.max() - 8.0)
    return np.ascontiguousarray((clipped + 4.0) / 4.0, dtype=np.float32)


def _filters(bands: int) -> NDArray[np.float64]:
    """Triangles of equal area, evenly spaced in mels from 0 Hz to half the rate."""
    edges = _hertz(np.linspace(0.0, _mels(RATE / 2), bands + 2))
    bins = np.linspace(0.0, RATE / 2, _WINDOW // 2 + 1)
    rising = (bins - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - bins) / (edges[2:] - edges[1:-1])[:, None]
    area = 2.0 / (edges[2:] - edges[:-2])
    return np.asarray(np.maximum(0.0, np.minimum(rising, falling)) * area[:, None])


# Slaney's scale: linear below 1000 Hz, logarithmic above.
_PER_MEL = 200.0 / 3.0
_BEND = 1000.0 / _PER_MEL
_STEP = np.log(6.4) / 27.0


def _mels(hertz: float) -> float:
    return float(hertz / _PER_MEL if hertz < 1000.0 else _BEND + np.log(hertz / 1000.0) / _STEP)


def _hertz(mels: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(mels < _BEND, mels * _PER_MEL, 1000.0 * np.exp(_STEP * (mels - _BEND)))
