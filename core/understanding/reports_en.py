"""English ways to open an entry with what it reports: "following my visit to", "notes from the call with"."""

from core.understanding.kinds import Kind, Role
from core.understanding.trigger_rows import trigger_row

_OF = (
    r"(?:(?:just )?following(?: on)?(?: from)?|further to|back from|fresh from|straight from|as agreed (?:in|at|on)|"
    r"as discussed (?:in|at|on)|(?:(?:a|some|quick|few|couple of|two|three|four|five|main|my|the|key|"
    r"brief) )*(?:notes?|"
    r"reports?|summary|outcomes?|feedback|results?|minutes|actions?|points|things|takeaways?|news|update|write up|"
    r"recap|debrief)(?: of note| to note)? (?:from|of|on|after|re))"
)
_WHICH = (
    r"(?: (?:my|our|the|a|an|this|today|yesterday|last|morning|afternoon|week|monday|tuesday|wednesday|thursday|friday|"
    r"'s|first|second|recent|latest|initial|quick|long|short|brief|good|productive|introductory|intro|site|follow up|"
    r"review|phone|telephone|video|zoom|teams|lunch(?= meeting)))*"
)
_NOUNS = {
    Kind.CALL: r"(?:call|phone call|conversation by phone|zoom|teams|video call|telecon)",
    Kind.VISIT: r"(?:visit|site visit|site survey|survey)",
    Kind.MEETING: r"(?:meeting|lunch|coffee|demo|demonstration|presentation|review|workshop|session|breakfast|dinner)",
}
_WITH = r"(?: (?:with|to|at|on site at|over at))?"
REPORTS = tuple(
    trigger_row(rf"{leads}{_WHICH} {noun}{_WITH}", role, kind, starts_clause=True, is_set_phrase=True)
    for kind, noun in _NOUNS.items()
    for leads, role in ((_OF, Role.DONE), (r"(?:straight |right |just )?after (?:my|our)", Role.OPEN))
)
"""What was, told by its noun: no deed of its own stands there."""
TOGETHER = (
    trigger_row(
        r"and (?:i|me) (?:have |'ve |just |both )*(?:went|gone|sat|spent|discussed|reviewed|looked|walked|ran|worked|"
        r"talked through|put our heads|had a look|thrashed|caught up|compared)(?: (?:through|over|at|down|out))?",
        Role.DONE,
        Kind.MEETING,
        after_name=True,
        keeps_verb=True,
        is_set_phrase=True,
    ),
)
"""What one did with somebody: "Fiona and I went through the drawings"."""
