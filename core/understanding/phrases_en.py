"""English set phrases that tell a deed: "no answer from", "back there", "left a voicemail", "quote by Friday"."""

from core.understanding.attempts_en import ATTEMPTS
from core.understanding.contacts_en import CONTACTS
from core.understanding.due_en import DUE
from core.understanding.follow_ups_en import FOLLOW_UPS
from core.understanding.frames_en import TIME_AHEAD
from core.understanding.kinds import Kind, Role
from core.understanding.regional_en import REGIONAL
from core.understanding.reports_en import REPORTS, TOGETHER
from core.understanding.trigger_rows import TriggerRow, trigger_row

_AGAIN = (
    r"(?:another (?:go|try|attempt|shot|crack|bash|pop|look)|one more (?:go|try)|again|round again|"
    r"same again|round two|next (?:go|try|attempt|shot|call|crack))"
)
PHRASES: tuple[TriggerRow, ...] = (
    trigger_row(
        r"(?:out|over|up|down|round|off|back|across) to",
        Role.TO_DO,
        Kind.VISIT,
        starts_clause=True,
        needs_time=True,
        needs_name=True,
    ),
    *REPORTS,
    *TOGETHER,
    *CONTACTS,
    *FOLLOW_UPS,
    *DUE,
    *ATTEMPTS,
    *REGIONAL,
    trigger_row(
        rf"(?:(?:worth|well worth|will have|'ll have|have|give it|give them|needs?|due) )?{_AGAIN}(?: then)?",
        Role.TO_DO,
        Kind.TASK,
        starts_clause=True,
        needs_time=True,
    ),
    trigger_row(r"(?:i |we )(?:try|will retry|retry)(?: (?:again|back|them|him|her))*", Role.TO_DO, Kind.CALL),
    trigger_row(
        r"(?<!it )(?<!them )(?<!that )(?<!this )(?:on ?site|on site|in|over|out|up|down|round|back) (?:at|with)(?= \S)",
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
    trigger_row(
        r"(?:i |we |'m |am |'ve )*(?:(?:just|only|literally) )*(?:back|out|home) (?:(?:of|from|after) )?(?:a|an|the|my|"
        r"another) (?:\S+ )?(?:visit|site visit|survey)(?: (?:with|at|to|in))?",
        Role.DONE,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:i |we |'m |'ve |have )*(?:just |only )*(?:got|get|getting|came|come|been|coming|walked|stepped) (?:back )?"
        r"(?:out of|off|"
        r"from|away from)"
        r"(?: (?:a|an|the|my))?(?: \S+)? (?:meeting|session|review|workshop|presentation|demo)(?: (?:with|at))?",
        Role.DONE,
        Kind.MEETING,
    ),
    trigger_row(
        r"(?:i |we |'m |'ve |have )*(?:just |only )*(?:got|get|getting|came|come|been|coming|hopped|stepped) "
        r"(?:out of|off)"
        r"(?: (?:a|an|the|my))?(?: \S+){0,2}? (?:call|phone|zoom|teams|blower)(?: call)?(?: (?:with|to))?",
        Role.DONE,
        Kind.CALL,
    ),
    trigger_row(
        r"(?:i |we |'m |'ve )*(?:just |only )*(?:got|came|walked|back) out of",
        Role.DONE,
        Kind.VISIT,
        needs_name=True,
    ),
    *(
        trigger_row(
            rf"(?:following|further to|following on from|after|subsequent to) (?:(?:my|our|the|a|today 's|yesterday "
            rf"'s|last "
            rf"week 's) )+(?:\S+ )?(?:{nouns})(?: (?:with|to|at|from))*",
            Role.DONE,
            kind,
            starts_clause=True,
            is_set_phrase=True,
        )
        for kind, nouns in (
            (Kind.VISIT, "visit"),
            (Kind.CALL, "call|conversation|chat|phone call|telephone call"),
            (Kind.MEETING, "meeting|demo|presentation|demonstration"),
        )
    ),
    trigger_row(
        r"(?:(?:i|we|'ve|have|just|now) )*finished (?:up )?(?:with|at)", Role.DONE, Kind.VISIT, is_set_phrase=True
    ),
    trigger_row(
        r"(?:(?:i|we|'ve|have|just|also) )*(?:popped|put|stuck|dropped|got) (?:(?!the\b)\S+ ){1,4}?in the post"
        r"(?: (?:to|for|off to))?",
        Role.DONE,
        Kind.EMAIL,
        starts_clause=True,
        keeps_verb=True,
    ),
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
    trigger_row(
        r"(?:wants?|wanted|needs?|asked|asks|would like|'d like) to see (?:me|us)",
        Role.AGREED,
        Kind.VISIT,
        needs_time=True,
    ),
    trigger_row(
        r"(?:wants?|wanted|needs?|asked|asks|would like|'d like) to meet(?: with| up with)? (?:me|us)",
        Role.AGREED,
        Kind.MEETING,
        needs_time=True,
    ),
    trigger_row(
        r"(?:wants?|wanted|needs?|asked|asks|would like|'d like) to (?:meet|catch up)(?: up)?(?= (?:at|on|for|in|"
        r"this|next|"
        r"tomorrow|mon|tue|wed|thu|fri)\S*(?: \S|$))",
        Role.AGREED,
        Kind.MEETING,
        needs_time=True,
        is_set_phrase=True,
    ),
    trigger_row(
        r"(?:wants?|wanted|needs?|asked|asks|would like|'d like) to (?:speak|talk|chat) (?:to|with) (?:me|us)",
        Role.AGREED,
        Kind.CALL,
        needs_time=True,
    ),
    trigger_row(r"(?:ph|fone|phone) 'd|phd", Role.DONE, Kind.CALL),
    trigger_row(r"f / (?:u|you)|f up", Role.OPEN, Kind.TASK, is_noun=True, starts_clause=True),
    trigger_row(
        r"(?:wants?|needs?|expects?|asked for) (?:me|us) (?:to come(?: (?:in|out|over|round|down|up|back))?(?: (?:and|"
        r"to) (?:look|see|measure|have a look|quote|show|do|fix|check|go|talk|present|meet|sort)(?: at| over|"
        r" through| up| "
        r"out)?)?|there|in|over|back|out|up|down|round|to be there)(?: there| again)?",
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
    trigger_row(
        r"(?:(?:i 'll|i will|will|i|we) (?:be )?)?back (?:in|out|over|round|up|down|on site)(?= (?:to|with|for)(?!\S))",
        Role.TO_DO,
        Kind.VISIT,
        starts_clause=True,
        needs_time=True,
    ),
    trigger_row(
        rf"(?:(?:i 'll|i will|will|i|we) (?:be )?)?back(?= {TIME_AHEAD})(?=(?: \S+){{1,6}} to (?:collect|pick|"
        rf"measure|see|fit|"
        r"install|go|show|check|look|sort|deliver|drop|demo|train|finish|do|meet|count|swap|take)\b)",
        Role.TO_DO,
        Kind.VISIT,
        starts_clause=True,
        needs_time=True,
        is_set_phrase=True,
    ),
    trigger_row(r"(?:i |we )?(?:am|'m|are|'re) to return", Role.TO_DO, Kind.VISIT),
    trigger_row(r"(?<!hi )vis", Role.OPEN, Kind.VISIT, is_noun=True, starts_clause=True),
    trigger_row(r"vm(?: left)?(?: (?:for|with|to))", Role.DONE, Kind.CALL, starts_clause=True),
    trigger_row(r"follow up call", Role.TO_DO, Kind.CALL),
    trigger_row(r"(?:i |we )?dropped off", Role.DONE, Kind.VISIT, keeps_verb=True),
    trigger_row(
        r"(?:i |we )?(?:(?:was|were|'ve been|have been|been|spent \S+(?: \S+)?) )on the (?:phone|line|blower)"
        r"(?= (?:for|about|over|nearly|almost|[,.;:]|an?|half|\d+|ten|twenty|thirty|forty)(?!\S)|$)",
        Role.DONE,
        Kind.CALL,
    ),
    trigger_row(
        r"(?:(?:i|we|just|was|were|'ve|have|been|got|am|'m) )*(?:off|on) the (?:phone|blower|line|dog|horn) "
        r"(?:with|to)",
        Role.DONE,
        Kind.CALL,
    ),
    trigger_row(
        r"(?:left|leaving) (?:\w+ )?(?:a |him a |her a |them a )?(?:voicemail|voice mail|"
        r"message)(?: for| with)?",
        Role.DONE,
        Kind.CALL,
        is_set_phrase=True,
    ),
    trigger_row(
        r"(?:(?:just|i|we|have|'ve|now) )*left(?= \S)(?! (?:a|an|him|her|them|it|some|samples|my|word|two|three|early|"
        r"\d+|voicemail|"
        r"vm|message|another|for|me|us|the (?:office|catalogue|brochure|quote|samples|door|price))\b)(?! [,.;!])",
        Role.DONE,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:(?:i |we )?(?:'ve |have )?(?:just |literally |now )*(?:come|came|got|walked|stepped) (?:out of|"
        r"away from|back from)"
        r"(?= \S)|(?:just )?(?:just leaving(?! (?:now|here|home|work|soon|in|at)\b)|on my way back from|"
        r"back from|coming out "
        r"of|came out of|out of|"
        r"just out of))(?! (?:the )?(?:office|stock|town|budget|hours|country|action|scope|contract|work|date|leave|"
        r"holiday|"
        r"holidays|hols|vacation|lunch|maternity|paternity|sick|illness|honeymoon|break|half term)\b)",
        Role.DONE,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:i |we )?(?:was|were|been) (?:(?:out|over|up|down|round|in|back|away) )?(?:with|at|in to see)",
        Role.DONE,
        Kind.VISIT,
    ),
    trigger_row(
        r"(?:i|we) (?:was|were)(?= (?:yesterday|today|earlier|again|also|just|this morning|this afternoon|last night|"
        r"on \S+)(?: in the| the)?(?: morning| afternoon| evening)? (?:with|at|in(?! the\b))\b)",
        Role.DONE,
        Kind.VISIT,
    ),
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
