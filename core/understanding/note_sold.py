"""What an English note leaves out because the opportunity, or the kind, tells it: titles, "sent"."""

from collections.abc import Set

from core.understanding.clause_deeds import Deed
from core.understanding.deeds import Deeds
from core.understanding.feedback import tells_feedback
from core.understanding.kinds import Kind
from core.understanding.languages import is_english
from core.understanding.note_pieces import runs, says
from core.understanding.note_words import OF_A_QUOTE, OF_MOVES
from core.understanding.reading import Reading
from core.understanding.text import Span, word_set
from core.understanding.trigger_rows import Trigger
from core.understanding.whom import Who

_LEFT = word_set("voicemail vm message answerphone")
_LEAST = 2


def is_told_by_its_verb(trigger: Trigger, reading: Reading) -> bool:
    """Whether the note would be poor without the verb: "dropped off", "prepare"; an English "sent" is an e-mail."""
    if trigger.kind is Kind.CALL and not _LEFT.isdisjoint(reading.sentence.keys[slice(*trigger.span)]):
        return True
    is_sending = trigger.kind is Kind.EMAIL and not trigger.needs_time and is_english(reading.sentence)
    return trigger.keeps_verb and not is_sending


def is_but_what_is_sold(rest: list[int], said: Set[int], deed: Deed, reading: Reading) -> bool:
    """Whether English says no more than what the talk, or the quote with its sum, was about.

    `said` are the words of the opportunity's title among the `rest`.
    """
    is_telling = is_told_by_its_verb(deed.trigger, reading) or (deed.kind is Kind.EMAIL and not reading.amounts)
    if not said or is_telling or not is_english(reading.sentence):
        return False
    return not any(
        says(index, reading) and index not in said and reading.sentence.key(index) not in OF_MOVES | OF_A_QUOTE
        for index in rest
    )


def in_what_is_told(said: Set[int], deeds: Deeds, reading: Reading) -> set[int]:
    """Those of a title's words that stand in what they said: without them it would be no sentence."""
    if reading.moves or (deeds.main and not deeds.main.is_done):
        return set()
    if deeds.main is None:
        return set(said)
    return {
        index
        for index in said
        if not deeds.main.clause.holds(index)
        or tells_feedback(reading.sentence.keys[deeds.main.trigger.span[1] : index])
    }


def without_the_title(pieces: list[Span], said: Set[int], who: Who, reading: Reading) -> list[Span]:
    """The pieces of an English note without a title that is told whole, where they say something besides it."""
    if who.opportunity is None or not is_english(reading.sentence):
        return pieces
    size = len(reading.world.titles.words(who.opportunity.id))
    rest = [index for first, end in pieces for index in range(first, end) if index not in said]
    is_whole = len(said) >= max(_LEAST, size)
    return runs(rest, reading) if is_whole and any(says(index, reading) for index in rest) else pieces
