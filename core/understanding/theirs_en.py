"""English deeds to come that are others', and days that but bound something: neither is a follow-up of ours."""

import re

from core.understanding.dates import WhenWords
from core.understanding.kinds import Kind, Role
from core.understanding.reading import Reading
from core.understanding.trigger_rows import Trigger

_NOT_THEM = (
    r"(?!(?:i|we|you|it|this|that|there|here|plan|idea|step|job|thing|action|next|me|us|and|so|but|then|which|what)\b)"
)
_BOUND = r"(?:'ll|will|is to|are to|'s to|'re to|is going to|are going to|'s going to|'re going to|has to|have to)"
_THEIR_TURN = re.compile(
    r"(?:^|(?<!\S)(?:that|says?|said|tells?|me|and|but|so|reckons?|thinks?|where|as|because|the|his|her|their|"
    rf"our|my) )(?:{_NOT_THEM}\S+ )?{_NOT_THEM}\S+ (?:also |probably |then )?{_BOUND} $|"
    rf"(?<!\S)(?:he|she|they|who) (?:also |probably |then )?{_BOUND} $"
)
"""`Dave will` call her; `Sarah is to` send the spec."""
_GOING_ON = re.compile(rf"(?<!\S){_NOT_THEM}\S+ {_BOUND} (?:(?!(?:i|we|me|us|so|but|then|and)\b)\S+ )+and (?:then )?$")
"""`She'll look at it on Monday and` sign the week after."""
_THEIR_THING = re.compile(
    r"(?<!\S)(?:the|his|her|their|another|other|some|our)(?: (?!(?:that|so|and|but|then|i|we)\b)\S+){1,3} "
    r"(?:'s|has|have|has got|have got|are having|is having)(?: (?:a|an|the|another))? $"
)
"""`The other supplier has` a meeting with them."""
_AWAITED = re.compile(
    r"(?<!\S)(?:waiting (?:on|for)|expecting|hoping for|relying on|depending on|up to) (?!me\b|us\b)(?:\S+ ){1,4}to $"
)
"""`Waiting on the engineer to` come back."""
_OF_A_THING = re.compile(
    r"\s?(?:ships|lands|arrives|leaves|departs|goes live|goes up|starts|begins|opens|closes|ends|expires|is (?:due|in|"
    r"out|delivered|ready|shipped|coming)|comes in|is being|gets delivered|went|will (?:ship|land|arrive|be))\b"
)
"""What a thing does: the order `ships` on Thursday."""


def is_of_theirs(trigger: Trigger, reading: Reading) -> bool:
    """Whether who is told right before it does it, and that is none of us."""
    if trigger.role is Role.DONE:
        return False
    sentence = reading.sentence
    first, last = (sentence.place(one) for one in trigger.span)
    begin = sentence.place(reading.segment_of(trigger.span[0])[0])
    verb = sentence.plain[first:last]
    modal = _LEADING.match(verb)
    before = sentence.plain[begin : first + (modal.end() if modal else 0)]
    if trigger.role is Role.TO_DO and trigger.kind is Kind.TASK and _OF_A_THING.match(sentence.plain, last - 1):
        return True
    if any(one.search(before) for one in (_THEIR_TURN, _AWAITED)):
        return True
    if _GOING_ON.search(before) and not modal and sentence.key(trigger.span[0]) not in {"i", "we"}:
        return True
    return trigger.is_noun and bool(_THEIR_THING.search(before))


_LEADING = re.compile(r"(?:to|will|'ll|(?:a|an|the|has|have)(?= (?:\S+ )?(?:meeting|call|visit|demo)))(?= ) ?")


def is_limit(time: WhenWords, reading: Reading) -> bool:
    """Whether it but tells how long something lasts: "he's not back *till the 2nd*"; not "leave it till Monday"."""
    sentence = reading.sentence
    first = time.span[0]
    if not {sentence.key(first), sentence.key(first - 1)} & {"till", "til", "until", "untill"}:
        return False
    begin = sentence.place(reading.segment_of(first)[0])
    return not _WAITING.search(sentence.plain[begin : sentence.place(first)])


_WAITING = re.compile(
    r"\b(?:leave|leaving|left|wait|waiting|hold|holding|hang|give|giving|park|push|pushed|put|putting|moved?|postponed?|"
    r"rescheduled|from|between|\d)\b(?! the price| the stock| his price| her price| their price| that price)"
)
