"""What one look of `ronda doctor` found."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

from core.settings import Settings


@dataclass(frozen=True, slots=True)
class Finding:
    """In one line; `wanting` is what can be done without."""

    state: Literal["OK", "wanting", "missing"]
    text: str
    advice: str = ""


Check = Callable[[Settings], Awaitable[Finding]]
