"""Capitals as people write their names, for what a card prints in capitals only."""

import re

from core.customers.cards.lexicon import lexicon

PARTICLES = lexicon("particles")


def in_title_case(text: str) -> str:
    """ "MARÍA DE LA O'HARA-GÓMEZ" → "María de la O'Hara-Gómez"; text with small letters stays as it is."""
    if any(c.islower() for c in text):
        return text
    words = [_word(word, first=index == 0) for index, word in enumerate(text.split())]
    return " ".join(words)


def _word(word: str, *, first: bool) -> str:
    lower = word.lower()
    if lower in PARTICLES and not first:
        return lower
    capital = re.sub(r"(^|[-'’.])(\w)", lambda m: m[1] + m[2].upper(), lower)
    return re.sub(r"^Mc(\w)", lambda m: "Mc" + m[1].upper(), capital)
