"""Buttons under a message: what they say, and the 64 bytes that they send back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

LONGEST_LABEL = 40
_LONGEST_DATA = 64
_A_THIRD, _HALF = 16, 24
"""So many letters fit beside two others, or one other."""


@dataclass(frozen=True, slots=True)
class Button:
    """What stands on it, and either the data that a tap sends or the address that it opens."""

    label: str
    data: str = ""
    url: str = ""


def keyboard(*rows: Sequence[Button]) -> InlineKeyboardMarkup | None:
    """The rows as Telegram takes them, empty ones left out; None without any."""
    made = [[_button(button) for button in row] for row in rows if row]
    return InlineKeyboardMarkup(made) if made else None


def in_rows(buttons: Iterable[Button], across: int) -> list[list[Button]]:
    """The buttons in rows of at most `across`."""
    every = list(buttons)
    return [every[start : start + across] for start in range(0, len(every), across)]


def in_fitting_rows(buttons: Iterable[Button]) -> list[list[Button]]:
    """Three a row where their words are short, else two, else one: a phone cuts what is longer."""
    every = list(buttons)
    longest = max((len(button.label) for button in every), default=0)
    return in_rows(every, 3 if longest <= _A_THIRD else 2 if longest <= _HALF else 1)


def stacked(buttons: Iterable[Button]) -> list[list[Button]]:
    """One a row: for names, which are long."""
    return in_rows(buttons, 1)


def cut(text: str, most: int) -> str:
    """The text in at most so many characters, with … where it was cut."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _button(button: Button) -> InlineKeyboardButton:
    label = cut(button.label, LONGEST_LABEL) or "·"
    if button.url:
        return InlineKeyboardButton(label, url=button.url)
    if len(button.data.encode()) > _LONGEST_DATA:
        raise ValueError(f"{button.data!r} is too long for a button")
    return InlineKeyboardButton(label, callback_data=button.data)
