"""The reason that follows a move in the same sentence."""

import re

from core.understanding.text import Sentence, Span

_THAT = re.compile(r"(?<!lo )(?<=\S )que(?= (?:les?|se|no|ya|su|sus|estan?|salia|era|han|ha) )")
"""As people say it: "hemos perdido los palets *que les salía más barato*"."""
_WEAK_BECAUSE = re.compile(r"(?<!\S)(?:por|for|on|over|as|since|while|hasta que|until|till)(?= )")


_BECAUSE = re.compile(
    r"(?<=(?:ado|ada|ido|ida) )que(?= (?:el|la|los|las|se|no|ya|ha|han|su|sus|esta|estan|es|va|van|hay)\b)|"
    r"(?<=(?:ados|adas|idos|idas) )que(?= (?:el|la|los|las|se|no|ya|ha|han|su|sus|esta|estan|es|va|van|hay)\b)|"
    r"(?<!\S)(?:(?:[,.;:(–-] )?(?:porque|ya que|puesto que|debido a que|debido a|por culpa de|motivo :|motivo|razon :|"
    r"a causa de|por el tema de|because of|because|cos of|cos|coz|due to|reason :|reason)|[:(–-])(?= )"
)


def reason_after(sentence: Sentence, start: int) -> Span | None:
    """What follows `porque`, `because`… in the same sentence, or `por`, `on`… in the same clause, to the next comma."""
    offset = sentence.place(start)
    first = start
    while sentence.key(first) in {"!", ",", ".", "-", ":", ";"}:
        first += 1
    if (until := _UNTIL.match(sentence.plain, sentence.place(first))) is not None:
        first = sentence.span(until)[1]
    if _DICTATED.match(sentence.plain, sentence.place(first)):
        return first, end_of_dictated(sentence, first)
    strong = _BECAUSE.search(sentence.plain, offset, sentence.place(_end_of(sentence, start, {".", ";"})))
    last = sentence.place(end_of_clause(sentence, start))
    match = strong or _WEAK_BECAUSE.search(sentence.plain, offset, last) or _THAT.search(sentence.plain, offset, last)
    if not match:
        return None
    first = sentence.span(match)[1]
    last = end_of_dictated(sentence, first)
    is_number = all(not key[0].isalpha() or key in {"k", "euros", "eur", "mil"} for key in sentence.keys[first:last])
    is_time = bool(_ONLY_WHEN.fullmatch(" ".join(sentence.keys[first:last])))
    return None if first >= last or is_number or is_time else (first, last)


_DICTATED = re.compile(
    r"(?:(?:it |they |job |he |she )?(?:has |have |'s |'ve )?(?:went|gone) (?:to|with|for)(?! (?:see|the office)\b) "
    r"\S)|(?:they|he|she|somebody|someone|nobody) (?!(?:want|wants|said|says|say|told|asked|will|'ll|would|are going "
    r"to|"
    r"may|might)\b)\S"
)
"""What they did, said right after the move without a comma: "till upgrade is lost *they bought their own*"."""


_ONLY_WHEN = re.compile(
    r"(?:(?:financial|fiscal|after|the|early|late|mid|next|end|start|beginning|middle|of|at|in|least|new|this|coming|"
    r"following) )*"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|"
    r"aug|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|year|quarter|month|week|spring|summer|autumn|fall|"
    r"winter|easter|christmas|xmas|que \d|20\d\d|holidays|season|budget|fy|enero|febrero|marzo|abril|mayo|junio|julio|"
    r"agosto|septiembre|octubre|noviembre|diciembre|verano|otono|primavera|invierno|navidad)(?: 20\d\d)?"
)
"""Until when is no reason."""


_UNTIL = re.compile(rf"(?:until|till|til|to|into|for) (?:{_ONLY_WHEN.pattern})(?= (?:they|he|she|nobody|no one)\b)")
"""Until when, before a reason without a comma: "on hold *til Q1* they have no budget"."""


def end_of_clause(sentence: Sentence, start: int) -> int:
    return _end_of(sentence, start, {",", ".", ";", ")", "!"})


def end_of_dictated(sentence: Sentence, start: int) -> int:
    """The end of what was dictated of it without a comma: before what was concluded, or another thing."""
    end = end_of_clause(sentence, start)
    match = _ANOTHER_THING.search(
        sentence.plain, sentence.place(start), max(sentence.place(end) - 1, sentence.place(start))
    )
    return sentence.span(match)[0] if match else end


_ANOTHER_THING = re.compile(
    r"(?<!\S)(?:so (?:that|it|this|we|i)(?= )|but (?:he|she|they|it|we|i|the)(?= )|and (?:i 'll|i 'm|i 've|we 'll|i "
    r"said|i told|he "
    r"says|she says|he 'll|she 'll|they 'll)(?= )|anyways?(?= )|i 'll(?= )|i said(?= ))"
)


def _end_of(sentence: Sentence, start: int, signs: set[str]) -> int:
    end = start
    while end < len(sentence.tokens) and sentence.key(end) not in signs:
        end += 1
    return end
