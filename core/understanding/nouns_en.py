"""English nouns that tell a deed ("visit to Acme"), and set phrases."""

from collections.abc import Iterator

from core.understanding.kinds import Kind, Role
from core.understanding.triggers import TriggerRow, trigger_row

_NOUNS = (
    (
        Kind.CALL,
        r"(?:follow up|quick|catch up|phone|telephone|conference|cold|intro|introductory|discovery|courtesy|check in|"
        r"onboarding|renewal|sales|pricing|scoping|prep) (?:call|chat)|call|chat|voicemail|natter|phonecall|"
        r"tel call|buzz",
    ),
    (
        Kind.VISIT,
        r"(?:site|kickoff|kick off) (?:visit|survey|walk|check|inspection|tour)|(?:factory|plant|farm|shop|store|"
        r"home|return|courtesy|sales|cold|"
        r"follow up|quick) (?:visit|tour|call in)|walk round|walkround|walk through|walkthrough|drop in|visit|"
        r"measure up",
    ),
    (
        Kind.MEETING,
        r"(?:breakfast|lunch|dinner|site|board|kick off|kickoff|review|team|budget|progress|sales|intro|first|"
        r"initial) meeting|"
        r"(?:annual|quarterly|account|contract|business|yearly|monthly|progress|service|performance) review|qbr|"
        r"meeting|lunch|coffee|"
        r"breakfast|dinner|demo|sit down|presentation|training session|training|workshop|webinar|brunch|drinks|beers?|"
        r"pint|video call|zoom call|zoom|"
        r"(?:teams|google meet|webex|skype|facetime) (?:call|meeting|session|chat)|teams|videollamada|video|"
        r"videoconference|"
        r"video conference|video meeting|conference|appointment|catch up|catchup|get together|pow wow|"
        r"face to face|f2f|1 : 1|"
        r"one to one|kick off|kickoff|intro|tasting|walkthrough|q and a|lunch and learn|session",
    ),
    (Kind.EMAIL, r"email|e mail|mail|em|text|whatsapp|message|dm"),
    (Kind.TASK, r"follow up|followup|task|reminder"),
)
_ARTICLE = r"(?:(?:a|an|the|my|our|another|quick|short|long|good|great|brief|first|second|next) ){0,3}"
_KINDLY = (
    r"(?:(?:please|pls|plz|kindly|can you|could you|can u|need to|must|have to|i 'll|we 'll|will|let 's|lets|to) )*"
)
_PLANNED = (
    rf"(?:{_KINDLY}(?:i |we )?(?:'ve got|have got|have|got|'ve|'ve booked|schedule|book|set up|plan|"
    r"arrange|confirmed|confirm|diarise|diarize|slot in|fix|add|put in|put|create|organise|organize|booked|scheduled|"
    r"arranged|agreed|"
    r"set|pencil in|remind me (?:of|about)|there 's|next|new|put down|put me down for|would like to have|"
    r"would like|'d like to have|'d like|want to have|need to have|to have|get|line up|sort|sort out|make|"
    r"block out|pop in|stick in|jot down|"
    r"chuck in)) "
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
            rf"{_ARTICLE}(?:\w+ (?:min|mins|minutes?|hours?|h|hr) )?(?:{nouns})(?= (?:done|over|finished|complete|"
            rf"completed|all done|went|#|no \d))",
            Role.DONE,
            kind,
        )
        yield trigger_row(rf"{_PLANNED}{_ARTICLE}(?:{nouns})", Role.TO_DO, kind)
        yield trigger_row(rf"{_HELD}{_ARTICLE}(?:{nouns})", Role.DONE, kind)
        yield trigger_row(rf"\d+ (?:min|mins|minutes?|hours?|h|hr) (?:{nouns})", Role.OPEN, kind, is_noun=True)
        yield trigger_row(rf"(?:got|received|took) {_ARTICLE}(?:{nouns}) from", Role.DONE, kind)
        yield trigger_row(
            rf"{_ARTICLE}(?:{nouns})(?= (?:with|to|at|from|in|on|w|was|went|re|about|con|a|de|en|this|yesterday|today|"
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
    yield trigger_row(rf"{_ARTICLE}(?:{meetings})", Role.OPEN, Kind.MEETING, is_noun=True, starts_clause=True)
    yield trigger_row(
        r"(?:site (?:visit|survey|walk|check|inspection)|walk round|walkround|factory tour|survey|inspection)",
        Role.OPEN,
        Kind.VISIT,
        is_noun=True,
        starts_clause=True,
    )
    for kind, noun in ((Kind.CALL, "call|phone call"), (Kind.VISIT, "visit|site visit"), (Kind.EMAIL, "email")):
        yield trigger_row(
            rf"{_ARTICLE}(?:{noun})(?= (?:[,.:;-]|\d+ (?:min|mins|minutes?|hours?|h|hrs?)\b)|$)",
            Role.OPEN,
            kind,
            is_noun=True,
        )


_AGAIN = (
    r"(?:another (?:go|try|attempt|shot|crack|bash|pop|look)|one more (?:go|try)|again|round again|"
    r"same again|round two)"
)
_PHRASES = (
    trigger_row(
        rf"(?:(?:worth|well worth|will have|'ll have|have|give it|give them|needs?|due) )?{_AGAIN}(?: then)?",
        Role.TO_DO,
        Kind.TASK,
        starts_clause=True,
        needs_time=True,
    ),
    trigger_row(r"(?:i |we )(?:try|will retry|retry)(?: (?:again|back|them|him|her))*", Role.TO_DO, Kind.CALL),
    trigger_row(
        r"(?:on ?site|on site|in|over|out|up|down|round|back) (?:at|with)(?= \S)",
        Role.OPEN,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:(?:ok|okay|so|right|well|and) )*(?:that was|that 's me done with|that 's me out of|just been to see|"
        r"done with)(?= (?!it|the|a|an|my|our|great|good|bad|all)\S)",
        Role.DONE,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(r"(?:i |we )?(?:just |now )?finished (?:up )?(?:with|at)", Role.DONE, Kind.VISIT),
    trigger_row(r"(?:i |we )?(?:just )?(?:demo 'd|demoed|demo ed)", Role.DONE, Kind.MEETING),
    trigger_row(
        r"(?:voicemail|vm|voice mail|message) left(?: (?:for|with))?", Role.DONE, Kind.CALL, starts_clause=True
    ),
    trigger_row(
        r"(?:i |we )?(?:'ve |have )?tried (?:calling|ringing|phoning|contacting|reaching|to call|to ring|to phone|to "
        r"reach|to get hold of|"
        r"to get through to|getting hold of)",
        Role.DONE,
        Kind.CALL,
    ),
    trigger_row(
        r"no (?:answer|reply|response|joy|luck)(?= (?:from|at|with))",
        Role.DONE,
        Kind.CALL,
        starts_clause=True,
        keeps_verb=True,
    ),
    trigger_row(r"book (?:me|us) in(?: (?:with|at|for))?", Role.TO_DO, Kind.MEETING),
    trigger_row(r"(?:ph|fone|phone) 'd|phd", Role.DONE, Kind.CALL),
    trigger_row(r"f / (?:u|you)|f up", Role.OPEN, Kind.TASK, is_noun=True, starts_clause=True),
    trigger_row(
        r"(?:wants?|needs?|expects?|asked for) (?:me|us) (?:there|in|over|back|to come|to be there|to come over)",
        Role.AGREED,
        Kind.VISIT,
        needs_time=True,
    ),
    trigger_row(
        r"(?<![a-z0-9'] )(?:(?:the|a|our|revised|new|updated|final|formal|full|better) )*(?:quote|quotation|proposal|"
        r"offer|samples|figures|"
        r"drawings|pricing|prices|costings|numbers|spec|specs|brochure|contract)(?= (?:by|for|due|on|before)\b)",
        Role.TO_DO,
        Kind.TASK,
        needs_time=True,
        starts_clause=True,
        keeps_verb=True,
    ),
    trigger_row(
        r"(?:i )?(?:will|'ll|ill) (?:try|retry)(?: (?:again|back|them again|him again|her again))?",
        Role.TO_DO,
        Kind.CALL,
    ),
    trigger_row(
        r"(?:log|record|note|logging) (?:a |an |the |my )?(?:phone )?call(?= (?:with|to|from))",
        Role.OPEN,
        Kind.CALL,
        is_noun=True,
    ),
    trigger_row(
        r"(?:log|record|note|logging) (?:a |an |the |my )?visit(?= (?:with|to|at))", Role.OPEN, Kind.VISIT, is_noun=True
    ),
    trigger_row(
        r"(?:log|record|note|logging) (?:a |an |the |my )?meeting(?= (?:with|at))",
        Role.OPEN,
        Kind.MEETING,
        is_noun=True,
    ),
    trigger_row(
        r"(?:\d+|two|three|several|a couple of) (?:phone )?calls (?:to|with)", Role.DONE, Kind.CALL, starts_clause=True
    ),
    trigger_row(r"(?:\d+|two|three|several|a couple of) visits to", Role.DONE, Kind.VISIT, starts_clause=True),
    trigger_row(r"(?:to return|be back|am back|back there|back in there)", Role.TO_DO, Kind.VISIT, starts_clause=True),
    trigger_row(r"(?:i |we )?(?:am|'m|are|'re) to return", Role.TO_DO, Kind.VISIT),
    trigger_row(r"vis", Role.OPEN, Kind.VISIT, is_noun=True, starts_clause=True),
    trigger_row(r"vm(?: left)?(?: (?:for|with|to))", Role.DONE, Kind.CALL, starts_clause=True),
    trigger_row(r"follow up call", Role.TO_DO, Kind.CALL),
    trigger_row(r"(?:i |we )?dropped off", Role.DONE, Kind.VISIT, keeps_verb=True),
    trigger_row(
        r"(?:just )?(?:got off the phone|just off the phone|off the phone|on the phone|"
        r"been on the phone) (?:with|to)",
        Role.DONE,
        Kind.CALL,
    ),
    trigger_row(
        r"(?:left|leaving) (?:\w+ )?(?:a |him a |her a |them a )?(?:voicemail|voice mail|"
        r"message)(?: for| with)?",
        Role.DONE,
        Kind.CALL,
    ),
    trigger_row(
        r"(?:(?:just|i|we|have|'ve|now) )*left(?= \S)(?! (?:a|an|him|her|them|it|some|samples|my|word|two|three|early|"
        r"\d+|voicemail|"
        r"vm|message|another|for|the (?:office|catalogue|brochure|quote|samples|door|price))\b)(?! [,.;!])",
        Role.DONE,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:just )?(?:just leaving|on my way back from|back from|coming out of|came out of|out of|"
        r"just out of)",
        Role.DONE,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(r"(?:i )?(?:was|were|been) (?:with|at|over at|in to see)", Role.DONE, Kind.VISIT),
    trigger_row(
        r"(?:back there|back again|back to see them|going there|going back|go there|"
        r"i 'm back there|return|returning)",
        Role.TO_DO,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:try|trying|will try|'ll try) (?:again|him again|her again|them again|back)|retry", Role.TO_DO, Kind.CALL
    ),
    trigger_row(
        r"(?:sent|wrote|dropped|fired off) (?:\w+ )?(?:an |a |the )?(?:email|e mail|mail|"
        r"message|whatsapp)(?: to)?",
        Role.DONE,
        Kind.EMAIL,
    ),
    trigger_row(
        r"(?:send|write|drop) (?:\w+ )?(?:an |a |the )?(?:email|e mail|mail|message)(?: to)?",
        Role.TO_DO,
        Kind.EMAIL,
        starts_clause=True,
    ),
    trigger_row(r"(?:they|he|she) (?:called|rang|phoned|emailed|visited) (?:me|us)", Role.DONE, Kind.CALL),
)

ROWS: tuple[TriggerRow, ...] = (*_nouns(), *_PHRASES)
