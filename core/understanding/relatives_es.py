"""What Spanish says behind "que" of a thing or of somebody else: no order, and nothing that is to come."""

from dataclasses import replace

from core.understanding.calendar_es import MONTHS, WEEKDAYS
from core.understanding.kinds import Role
from core.understanding.text import Sentence, word_set
from core.understanding.trigger_rows import Trigger

_WITH_A_PRONOUN = 2
_PRONOUNS = word_set("le les lo la los las")
_DETERMINERS = word_set("el la los las un una unos unas este esta estos estas ese esa esos esas su sus mi mis del al")
_OF_TIME = MONTHS.keys() | WEEKDAYS.keys() | word_set("semana mes dia vez hora manana tarde")


def behind_a_relative(trigger: Trigger, sentence: Sentence) -> Trigger:
    """The trigger as theirs where "que" before it makes it so.

    An imperative cannot stand there ("me dice que *habla* con el socio"), nor what is to come in a clause that tells
    which thing is meant ("las bombas que *montamos* en enero").
    """
    first, end = trigger.span
    is_short = end - first == 1 or (end - first == _WITH_A_PRONOUN and sentence.key(first) in _PRONOUNS)
    if trigger.is_noun or not is_short or sentence.key(first - 1) != "que":
        return trigger
    key = sentence.key(end - 1)
    is_order = trigger.role is Role.TO_DO and key.endswith("a") and end - first == 1
    is_of_a_thing = (
        trigger.role in {Role.OPEN, Role.AGREED}
        and key.endswith(("amos", "imos"))
        and _names_a_thing(first - 2, sentence)
    )
    return replace(trigger, role=Role.NOT_OURS) if is_order or is_of_a_thing else trigger


def _names_a_thing(index: int, sentence: Sentence) -> bool:
    return sentence.key(index - 1) in _DETERMINERS and sentence.key(index) not in _OF_TIME
