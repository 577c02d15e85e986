"""What an entry is: something done, something planned, a move of a stage, or none."""

import re

from core.understanding.clause_deeds import Deed
from core.understanding.deeds import Deeds
from core.understanding.feedback import tells_feedback
from core.understanding.heads import unknown_run
from core.understanding.kinds import Kind, Role
from core.understanding.languages import is_english
from core.understanding.meaning import Intent
from core.understanding.others import home_es
from core.understanding.reading import Reading
from core.understanding.rearranged_en import made_instead
from core.understanding.stages import asks_for_a_move
from core.understanding.text import indexes


def intent_of(reading: Reading, deeds: Deeds) -> Intent:
    """Done, planned, a move, or no entry at all, by the deeds that were found in it and what stands around them."""
    if deeds.main:
        return _intent_of_a_deed(deeds.main, reading, deeds)
    if _is_a_card(reading):
        return Intent.OTHER
    took_place = bool(reading.durations) or _is_told_by_phone(reading)
    if (deeds.is_told and not reading.moves) or (reading.moves and took_place and reading.mentions):
        return Intent.LOG
    if reading.moves or asks_for_a_move(reading.sentence):
        return Intent.MOVE
    return Intent.LOG if _is_told_loosely(reading) else Intent.OTHER


def _is_told_by_phone(reading: Reading) -> bool:
    """Whether they told us by phone what moves it: "Tino me confirma *por tlf* que lo quiere, pasa a propuesta"."""
    first = reading.moves[0].span[0] if reading.moves else 0
    calls = [one for one in reading.channels if one.kind is Kind.CALL and one.span[0] < first]
    return any(tells_feedback(reading.sentence.keys[: one.span[0]]) for one in calls)


def _intent_of_a_deed(main: Deed, reading: Reading, deeds: Deeds) -> Intent:
    """Done or planned; neither where it hangs on something, is off, or something was done for nobody."""
    if main.trigger.role is not Role.DONE and not reading.moves and _is_off(reading):
        return Intent.PLAN if made_instead(deeds.clauses, reading) == main else Intent.OTHER
    if main.is_done:
        is_somebodys = any(not one.is_weak for one in reading.mentions) or reading.titles or reading.strangers
        is_nobodys = (main.kind is Kind.TASK and not is_somebodys) or home_es.is_of_the_family(reading)
        return Intent.OTHER if is_nobodys else Intent.LOG
    return _if_planned(reading, main.kind, is_for_a_firm=_is_for_a_new_firm(main, reading))


def _is_for_a_new_firm(main: Deed, reading: Reading) -> bool:
    """Whether a firm that is not known is named, written large: "visitar a *Resortes Valdés*, me lo dijo mi primo"."""
    busy = indexes(reading.times)
    run = unknown_run(main.trigger.span[1] + 1, main.clause.span[1], busy, reading)
    return run is not None and run[1] - run[0] > 1


def _is_a_card(reading: Reading) -> bool:
    """Whether nothing but a number or an address goes with the names: "alfonso mellado 968 44 55 66"."""
    named = indexes(reading.mentions)
    rest = [key for index, key in enumerate(reading.sentence.keys) if index not in named]
    digits = sum(len(key) for key in rest if key.isdigit())
    is_plain = all(
        key.isdigit() or key in {"+", "-", ".", "/", "tel", "tlf", "mobile", "phone", "telefono"} for key in rest
    )
    return bool(named) and is_plain and digits >= _OF_A_PHONE


_OF_A_PHONE = 9


def _is_told_loosely(reading: Reading) -> bool:
    """Whether an English sentence has a length or a past time and a firm, and denies nothing."""
    is_told = bool(reading.durations) or any(time.is_future is False for time in reading.times)
    names_one = any(one.accounts and not one.is_weak for one in reading.mentions)
    denied = any(trigger.role is Role.NOT_DONE for trigger in reading.triggers)
    return is_told and names_one and not denied and is_english(reading.sentence)


def _if_planned(reading: Reading, kind: Kind, *, is_for_a_firm: bool) -> Intent:
    """A plan, unless it hangs on something or is an errand of one's own."""
    plain = reading.sentence.plain
    is_private = not is_for_a_firm and home_es.is_private(reading, kind)
    is_no_plan = _CONDITIONAL.match(plain) or plain.endswith(" algun dia") or is_private
    return Intent.OTHER if is_no_plan else Intent.PLAN


def _is_off(reading: Reading) -> bool:
    return bool(_REARRANGED.search(reading.sentence.plain))


_REARRANGED = re.compile(
    r"^[^,.;:]*\b(?:call|meeting|visit|demo|appointment|lunch|zoom|teams|review|session) (?:has |have |was |been |"
    r"got |is |now )*"
    r"(?:moved|pushed|changed|shifted|rearranged|put back|brought forward)(?: back| forward)? (?:to|till|until|for)\b|"
    r"\b(?:call|meeting|visit|demo|appointment|lunch|zoom|teams) (?:is |was |has been )?(?:off|cancelled|canceled|"
    r"scrapped|"
    r"called off|not happening|postponed)(?= [,.;!]|$)|"
    r"^[^,.;:]*\b(?:moved|pushed|shifted|rearranged|changed|rescheduled) (?:our|the|my) (?:\S+ ){0,2}?(?:call|"
    r"meeting|visit|demo|"
    r"appointment|lunch|zoom|review|session)(?: back| forward| out)? (?:to|till|until|for|from)\b"
)
"""An appointment that was moved is no new one."""
_CONDITIONAL = re.compile(
    r"(?:if|no se (?:que|si|como|cuando|por que)|capaz|quizas?|tal vez|a lo mejor|puede que|si|as soon as|en cuanto|"
    r"whenever|cada vez que|ojala|i wish)\b"
)
