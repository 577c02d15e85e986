"""What of an English dictation but frames what it tells, and no note keeps: "so I was in with Ann, we spoke for an
hour", "a quick update on Kent", "at their office".

Patterns read the sentence with a letter for what the fields hold: N a name, T a time, D a length.
"""

import re
from bisect import bisect_left

from core.understanding.clause_deeds import Deed
from core.understanding.deeds import Deeds
from core.understanding.feedback import tells_feedback
from core.understanding.languages import is_english
from core.understanding.reading import Reading
from core.understanding.text import indexes

_LEADING_ON = re.compile(
    r"(?:^|(?<=\s))(?:(?:and|so|but|then|anyway) )*(?:(?:(?:i|we) )?(?:(?:'ve|have|also|just|had) )*"
    r"(?:said|told(?: (?!i |we )\S+){1,3}|promised(?: (?:him|her|them|\S+))?|left it|let (?:him|her|them|me) "
    r"know|explained|"
    r"warned (?:him|her|them))|(?:(?:he|she|they) (?:'s |has |have )?(?:agreed|asked|suggested|said)|it was agreed|"
    r"we agreed|agreed))?(?: that)?(?: ?(?:i|we)(?: (?:am|'m|are|'re|'d|'ll|'ve|will|have|to))*)? ?$"
)
"""What stands before a follow-up only to say that it was promised, or whose it is: "I've *told her I*'ll have it"."""


def lead_of_the_follow_up(reading: Reading, deeds: Deeds) -> set[int]:
    """The tokens that but lead to a follow-up with its day."""
    coming = deeds.follow_up
    if coming is None or coming.time is None:
        return set()
    sentence, first = reading.sentence, coming.clause.span[0]
    begin = reading.segment_of(first)[0]
    match = _LEADING_ON.search(sentence.plain, sentence.place(begin), sentence.place(first))
    if match is None or not match.group().strip():
        return set()
    return set(range(*sentence.span(match))) & set(range(begin, first))


_SOME = (
    r"(?:(?:maybe|about|around|nearly|almost|like|must|have|'ve|been|took|roughly|probably|just|only|over|under|well|for|a|the|good|solid|full|"
    r"whole|long|short|best|part|guts|of|at|least|close|to|some|another|must 've been|say|perhaps|,) )*"
)
_TOOK = (
    rf"(?:(?:and|so|which|that|then|we|i|they|he|she|it|'d|'s|have|had|both|call|meeting|visit|lunch|chat|whole|thing|"
    rf"must|all) )*"
    r"(?:lasting|talked|spoke|chatted|sat|stayed|spent|nattered|blethered|yarned|lasted|took|ran|went|was|were|been|be|kept|"
    r"had|got|me|us)(?: (?:at it|there|in there|on site|onsite|on the (?:phone|call)|on|over|long|talking|"
    r"chatting|me|us|"
    r"with (?:him|her|them|N)|together|here|down|going|(?:a|another) (?:\S+ )?(?:visit|call|meeting|one|chat|"
    r"session|while)"
    rf")){{0,3}} {_SOME}D"
    r"(?: (?:all in|in all|in total|or so|ish|straight|there|altogether|together|on it|at least|long|max|all told))*"
)
"""How long it took, with all that says so: "we talked for maybe fifty minutes", "ran long, like two hours"."""
_ABOUT_IT = (
    r"(?:(?:ok|okay|so|right|alright|hello|hi|hiya|well|just|a|an|the|quick|short|brief|wee|bit of|my|one|"
    r"another|here|'s|is|this|"
    r"it|that|now|voice|T) )*(?:debrief|update|notes?|voicenotes?|report|summary|recap|feedback|write up|log|entry|"
    r"visit report|call report|news|quick one|one|this|it)(?: (?:is|was|here|just))*"
    r" (?:on|about|for|from|re|regarding|of|after) (?:(?:the|my|our|a) )*N(?: (?:T|account|job|deal|project|"
    r"visit|call|meeting|today|lot|"
    r"crowd|people|guys|N))*(?: (?:,|:|-|\.))*(?! N)"
)
"""What a message opens with to say whom it is about: "okay so debrief on Kent"."""
_VOICE = (
    r"(?:(?:ok|okay|so|right|hello|hi|well|just|a|an|the|quick|short|this|is|'s|my|another) )*(?:voice ?note|voicenote|"
    r"voice memo|dictating(?: this)?|note to self|memo)(?: (?:for T|T|again|here))*(?: (?:cos|because|as|while|since|,)"
    r" (?:i 'm|i am|im|still|stuck|on|in|at)(?: (?:driving|in|on|at|the|a|my|van|car|road|motorway|lay by|traffic|m\d+|"
    r"services|move|way|home|back))*)?"
)
_OF_A_DAY = r"(?:this|it|that) (?:is|was) (?:the )?T (?:'s )?(?:note|log|report|update|visit|call|one|entry)"
_PLACE = (
    r"(?:office|offices|hq|head office|branch|shop|store|yard|site|place|unit|works|factory|warehouse|depot|house|"
    r"farm|studio|surgery|clinic|premises|workshop|garage|cafe|reception|canteen|stand|gallery|showroom|clubhouse|"
    r"boardroom|gaff|farmhouse|kitchen|plant|quarry|lab|desk)"
)
_FAIR = r"(?:fair|show|expo|exhibition|conference|mart|trade show|open day|event|convention)"
_THERE = re.compile(
    rf"(?<!\S)(?:(?:over|up|out|down|back|here|in|round) )?(?:at|in|from) (?:his|her|their|the) "
    rf"(?:(?!(?:end|moment|mo|meantime)\b)(?!N|T|D)[a-z'-]+ ){{0,3}}?{_PLACE}(?! (?:is|was|are|were|has|'s|to|of|N)\b)|"
    r"(?<!\S)(?:to |and )?(?:see|saw|meet|met with|catch up with) N(?: (?:there|and N))?(?!\S)"
)
"""Where one was, and whom one saw there: of a deed that is told it is but the frame."""
_AT_A_FAIR = re.compile(
    rf"(?<!\S)(?:over |up |out |down )?at (?:the|a|this|that) (?:(?!T|D)[A-Za-z'-]+ ){{0,3}}?{_FAIR}"
    r"(?: in (?!T|D|N)[a-z]+)?(?!\S)"
)
"""Where one met: the frame where something came of it, else all that there is to note."""
_FRAMES = re.compile(
    rf"^(?:{_ABOUT_IT}|{_VOICE}|{_OF_A_DAY}(?: (?:,|\.|:|-))?)(?!\S)|(?:(?<=[,.;:!-] )|(?<=[NTD] )|(?<![^ "
    rf"]))(?:{_TOOK})(?!\S)|"
    rf"(?<= )(?:and |so )?(?:we|i|it|that|which|she 'd|he 'd|they 'd|she had|he had|they had) {_TOOK}(?!\S)"
)


def frames_of(reading: Reading, names: set[int], deeds: Deeds) -> set[int]:
    """The tokens of what but frames an English entry that was done; `names` are those that the fields hold."""
    if not is_english(reading.sentence) or (deeds.main and not deeds.main.is_done):
        return set()
    masked = _Masked(reading, names)
    framed = masked.found(_FRAMES)
    if deeds.main:
        is_told = tells_feedback(reading.sentence.keys[deeds.main.clause.span[1] :])
        there = masked.found(_THERE) | (masked.found(_AT_A_FAIR) if is_told else set())
        framed |= {index for index in there if _is_of_the_deed(index, deeds.main, reading)}
    return framed


def _is_of_the_deed(index: int, main: Deed, reading: Reading) -> bool:
    """Whether it stands in the clause of the deed, before anything that they said."""
    first = main.trigger.span[1]
    before = [key for key in reading.sentence.keys[first:index] if key not in {"'s", "went", "saw", "done"}]
    return main.clause.holds(index) and index >= first and not tells_feedback(before)


class _Masked:
    """The plain sentence with N, T and D for names, times and lengths."""

    def __init__(self, reading: Reading, names: set[int]) -> None:
        kinds = dict.fromkeys(names | indexes(reading.mentions), "N")
        kinds |= dict.fromkeys(indexes(reading.times), "T") | dict.fromkeys(indexes(reading.durations), "D")
        words: list[str] = []
        self._firsts: list[int] = []
        for index, key in enumerate(reading.sentence.keys):
            if index in kinds and words and words[-1] == kinds[index] and index - 1 in kinds:
                continue
            words.append(kinds.get(index, key))
            self._firsts.append(index)
        self._firsts.append(len(reading.sentence.keys))
        self._text = " ".join(words)
        self._starts = [place for place, _ in enumerate(self._text) if place == 0 or self._text[place - 1] == " "]

    def found(self, pattern: re.Pattern[str]) -> set[int]:
        """The tokens that the pattern covers."""
        covered: set[int] = set()
        for match in pattern.finditer(self._text):
            first, end = (bisect_left(self._starts, place) for place in match.span())
            covered |= set(range(self._firsts[first], self._firsts[end]))
        return covered
