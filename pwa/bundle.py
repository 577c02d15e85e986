"""The style sheet and the behaviours, each as one file, put together when the server starts: no build step."""

import hashlib
import re
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parent / "static"
_IDLE = (
    (re.compile(r"/\*.*?\*/", re.DOTALL), ""),
    (re.compile(r"\s+"), " "),
    (re.compile(r" ?([{};>~/]|[<>]=) ?"), r"\1"),
    (re.compile(r"(?<=\S)([:,]) "), r"\1"),
    (re.compile(r"(?<=@media) (?=\()|(?<=\)) (?=var\()"), ""),
    (re.compile(r"(?<![\w.#])0(?=\.)"), ""),
    (re.compile(r";(?=})"), ""),
)
"""What a style sheet says nothing with, in the order in which it goes."""
_NEXT_COMPONENT = "}@layer components{"
"""Each file opens the layer anew; sent, it is opened once."""


@cache
def stylesheet() -> str:
    """All CSS layers and components in the order of `css/order.txt`, without remarks and idle space."""
    text = "\n".join(_sources("css"))
    for idle, instead in _IDLE:
        text = idle.sub(instead, text)
    before, first, components = text.strip().partition(_NEXT_COMPONENT)
    return before + first + components.replace(_NEXT_COMPONENT, "")


@cache
def script() -> str:
    """All behaviours in the order of `js/order.txt`, each in a scope of its own."""
    return '"use strict";\n' + "\n".join(f"{{\n{source}}}" for source in _sources("js"))


@cache
def version() -> str:
    """Changes when anything of these does; stands in the addresses, so that browsers may keep them for ever."""
    return hashlib.sha256((stylesheet() + script()).encode()).hexdigest()[:10]


def _sources(folder: str) -> list[str]:
    names = (STATIC / folder / "order.txt").read_text().split()
    return [(STATIC / folder / name).read_text() for name in names]
