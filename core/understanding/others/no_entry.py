"""Whether what was said is no entry, whatever names and dates are in it."""

import re

from core.understanding.others import (
    called_off,
    colleagues_en,
    colleagues_es,
    commands,
    facts,
    gripes_en,
    gripes_es,
    home_es,
    not_ours_es,
    openings,
    questions,
    small_talk,
    taking_back,
)
from core.understanding.text import Sentence

NO_ENTRIES = (
    openings.NEW_OPPORTUNITY,
    questions.QUESTIONS,
    commands.OF_THE_BOT,
    small_talk.GREETINGS,
    small_talk.WISHES,
    colleagues_es.TO_COLLEAGUES,
    colleagues_en.TO_SOMEBODY,
    home_es.AT_HOME,
    gripes_es.GRIPES,
    gripes_en.GRIPES,
    called_off.CALLED_OFF,
    taking_back.OF_WHAT_STANDS,
    facts.FACTS,
)
"""What holds whoever is named."""
_SEVERAL_CLAUSES = re.compile(r"[,.;:!] \S.*[,.;:]")


def is_other(sentence: Sentence, *, opens_with_a_name: bool = False) -> bool:
    """Whether the sentence asks, greets, complains or commands, whatever names and dates are in it.

    A firm's whole name that it opens with is no command: "*Open Door* visit, an hour".
    """
    plain = sentence.plain
    if commands.ENTRIES_ASKED_FOR.holds(plain):
        return False
    return (
        not plain
        or _asks_one_thing(plain)
        or any(table.holds(plain) for table in NO_ENTRIES)
        or (commands.COMMANDS.holds(plain) and not opens_with_a_name)
        or facts.is_card(sentence)
        or not_ours_es.is_nobodys_deed(sentence)
    )


def _asks_one_thing(plain: str) -> bool:
    """Whether a single question mark ends it, and hardly a clause stands before it."""
    return plain.endswith("?") and plain.count("?") == 1 and not _SEVERAL_CLAUSES.search(plain)
