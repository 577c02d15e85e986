"""A word of a firm's name that but tells in English where one was: "met Ann for a coffee *in Sligo*"."""

from core.understanding.kinds import Kind
from core.understanding.languages import is_english
from core.understanding.mentions import Mention
from core.understanding.reading import Reading


def may_be_a_town(one: Mention, reading: Reading) -> bool:
    """Whether one word of a longer name follows "in": the firm's town as well as the firm."""
    first, end = one.span
    is_part = end - first == 1 and not (one.is_whole_account or one.contacts)
    return is_part and reading.sentence.key(first - 1) == "in" and is_english(reading.sentence)


def is_where_one_met(one: Mention, others: list[Mention], kind: Kind | None, reading: Reading) -> bool:
    """Whether it is but the town where somebody of another firm was met or rung, not called on."""
    if kind not in {Kind.MEETING, Kind.CALL} or not may_be_a_town(one, reading):
        return False
    people = [other for other in others if other.contacts and not other.accounts and len(other.contacts) == 1]
    homes = [reading.world.homes(other.contacts) for other in people if other.span[0] < one.span[0]]
    return bool(homes) and not any(home & one.accounts for home in homes)
