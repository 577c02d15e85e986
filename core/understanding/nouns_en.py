"""English nouns that tell a deed: "visit to Acme", "had a call with"."""

from collections.abc import Iterator

from core.understanding.kinds import Kind, Role
from core.understanding.trigger_rows import TriggerRow, trigger_row

_NOUNS = (
    (
        Kind.CALL,
        r"(?:follow up|quick|catch up|phone|telephone|conference|cold|intro|introductory|discovery|courtesy|check in|"
        r"onboarding|renewal|sales|pricing|scoping|prep|video|zoom|teams|google meet|webex|skype|facetime|"
        r"second|next) "
        r"(?:call|chat)|call|chat|voicemail|natter|phonecall|zoom|teams|google meet|webex|skype|facetime|"
        r"videollamada|"
        r"tel call|buzz|call back|callback|videoconferencia|video conference",
    ),
    (
        Kind.VISIT,
        r"(?:site|kickoff|kick off) (?:visit|survey|walk|check|inspection|tour)|(?:factory|plant|farm|shop|store|"
        r"home|return|courtesy|sales|cold|"
        r"follow up|quick) (?:visit|tour|call in)|walk round|walkround|walk through|walkthrough|drop in|visit|"
        r"install|installation|commissioning|handover|"
        r"measure up",
    ),
    (
        Kind.MEETING,
        r"(?:breakfast|lunch|dinner|site|board|kick off|kickoff|review|team|budget|progress|sales|intro|first|"
        r"initial) meeting|"
        r"(?:annual|quarterly|account|contract|business|yearly|monthly|progress|service|performance) review|qbr|"
        r"meeting|lunch|coffee|"
        r"breakfast|dinner|demo|sit down|presentation|training session|training|workshop|webinar|brunch|drinks|"
        r"beers?|"
        r"pint|(?:teams|zoom|video|google meet|webex|skype) (?:meeting|session)|conference|appointment|catch up|"
        r"catchup|get together|pow wow|"
        r"face to face|f2f|1 : 1|"
        r"one to one|kick off|kickoff|intro|tasting|walkthrough|q and a|lunch and learn|session",
    ),
    (Kind.EMAIL, r"email|e mail|mail|em|text|whatsapp|message|dm"),
    (Kind.TASK, r"follow up|followup|task|reminder"),
)
_ARTICLE = (
    r"(?:(?:a|an|the|my|our|another|wee|quick|short|long|good|great|brief|first|second|next|nice|decent|lovely|"
    r"productive|useful|"
    r"tough|bad) ){0,3}(?:(?:\d+|one|two|three|half an?|half|an) (?:- )?(?:min|mins|minutes?|hours?|h|hrs?)(?: "
    r"long)? )?"
)
_NO_NOUN_AFTER = (
    r"(?! (?:machine|break|shop|room|time|van|money|maker|cup|mug|table|hour|bar|pod|pods|morning|on me|on us)s?\b)"
)
"""What makes a coffee no talk: the coffee machine."""
_ADJECTIVES = r"(?:(?!to |of |for |with )\w+ ){1,3}?"
_KINDLY = (
    r"(?:(?:please|pls|plz|kindly|can you|could you|can u|need to|must|have to|i 'll|we 'll|will|let 's|lets|to) )*"
)
_PLANNED = (
    rf"(?:{_KINDLY}(?:i |we )?(?:'ve got|have got|have|got|'ve|'ve booked|schedule|"
    r"book(?:ing)?(?: in)?|set up|plan|"
    r"arrange|confirmed|confirm|diarise|diarize|slot in|fix|add|put in|put|create|organise|organize|booked|scheduled|"
    r"arranged|agreed|"
    r"set|pencil in|remind me (?:of|about)|there 's|next|new|put down|put me down for|would like to have|"
    r"would like|'d like to have|'d like|want to have|need to have|to have|get|line up|sort|sort out|make|"
    r"block out|pop in|stick in|jot down|"
    r"chuck in|put me|book me|get me|give me)) "
)
_HELD = (
    r"(?:(?:i |we )?(?:just )?(?:had|did|done|finished|held|got off|just off|off|"
    r"back from|came out of|coming out of|left|out of|made|had another|have had|got out of|just got out of|managed|"
    r"did|ran|held|hosted|led|gave|attended|joined|"
    r"'ve had|wrapped up|completed|finished up)) (?:a |an |the |one |two |\d )?"
)


def _nouns() -> Iterator[TriggerRow]:
    for kind, nouns in _NOUNS:
        yield trigger_row(
            rf"{_ARTICLE}(?:\w+ (?:min|mins|minutes?|hours?|h|hr) )?(?:{nouns})(?= (?:that(?= (?:[,.;:!-]|one\b|"
            rf"was\b)|$)|done|over|finished|complete|"
            rf"completed|all done|went|#|no \d))",
            Role.DONE,
            kind,
        )
        yield trigger_row(rf"{_PLANNED}{_ARTICLE}(?:{nouns})", Role.TO_DO, kind)
        yield trigger_row(rf"{_HELD}{_ARTICLE}(?:{nouns})", Role.DONE, kind)
        yield trigger_row(
            rf"(?:i |we )?(?:had|did|held|attended|enjoyed) (?:a|an|another) {_ADJECTIVES}(?:{nouns})", Role.DONE, kind
        )
        yield trigger_row(rf"\d+ (?:min|mins|minutes?|hours?|h|hr) (?:{nouns})", Role.OPEN, kind, is_noun=True)
        yield trigger_row(
            rf"(?:got|received|took|had|just had) {_ARTICLE}(?:{nouns}) (?:in )?(?:from|off)", Role.DONE, kind
        )
        yield trigger_row(
            rf"{_ARTICLE}(?:{nouns})(?= (?:with|to|at|from|in|on|w|was|went|re|about|con|a|de|en|this|yesterday|"
            rf"today|"
            r"last|tomorrow)\b)",
            Role.OPEN,
            kind,
            is_noun=True,
        )
        yield trigger_row(
            r"(?:they have|he has|she has|they 've|have their|their|for the|before the|"
            rf"after the|about the|of the) {_ARTICLE}(?:{nouns})",
            Role.NOT_OURS,
            kind,
        )
        yield trigger_row(
            rf"(?:wants?|wanted|needs?|asked for|asks for|would like|'d like|expects?|keen on|up for|happy with|"
            rf"agreed to|is "
            rf"open to) (?:us |me )?(?:in )?(?:for )?{_ARTICLE}(?:{nouns})",
            Role.AGREED,
            kind,
            needs_time=True,
        )
    meetings = next(nouns for kind, nouns in _NOUNS if kind is Kind.MEETING)
    yield trigger_row(
        rf"{_ARTICLE}(?:{meetings}){_NO_NOUN_AFTER}", Role.OPEN, Kind.MEETING, is_noun=True, starts_clause=True
    )
    yield trigger_row(
        r"(?:site (?:visit|survey|walk|check|inspection)|walk round|walkround|factory tour|survey|inspection)",
        Role.OPEN,
        Kind.VISIT,
        is_noun=True,
        starts_clause=True,
    )
    for kind, nouns in _NOUNS:
        if kind in {Kind.MEETING, Kind.TASK}:
            continue
        yield trigger_row(
            rf"{_ARTICLE}(?:{nouns})(?= (?:[,.:;-]|\d+ (?:min|mins|minutes?|hours?|h|hrs?)\b)|$)",
            Role.OPEN,
            kind,
            is_noun=True,
        )


ROWS: tuple[TriggerRow, ...] = tuple(_nouns())
