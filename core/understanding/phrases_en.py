"""English set phrases that tell a deed: "no answer from", "back there", "left a voicemail", "quote by Friday"."""

from core.understanding.calendar_en import MONTHS, WEEKDAYS
from core.understanding.kinds import Kind, Role
from core.understanding.talk_en import UNANSWERED
from core.understanding.triggers import TriggerRow, trigger_row

_DAYS = "|".join(sorted({*WEEKDAYS, *MONTHS} - {"may", "mar", "sun"}, key=len, reverse=True))
_TIME_AHEAD = (
    rf"(?:(?:by|on|for|at|in|next|this|before|after|until) )*(?:{_DAYS}|today|tomorrow|tonight|eod|eow|eom|cob|first "
    rf"thing|"
    r"the \d|\d{1,2}(?: (?:st|nd|rd|th|am|pm)|[:./]\d|(?= (?:days|weeks|months)))|\d{1,2} (?:jan|feb|mar|apr|may|jun|"
    r"jul|"
    r"aug|sep|oct|nov|dec)|(?:a|one|two|three|four|six|\d{1,2}) (?:day|week|fortnight|month)s?|a couple of|a fortnight|"
    r"week|month|lunch|noon|midday|end of|mid|early|late|the end|that|this|then|morning|afternoon)(?!\S)"
)
_DOCUMENT = (
    r"quote|quotation|quotes|proposal|offer|samples?|figures|drawings|pricing|prices|price list|costings?|numbers|"
    r"specs?|"
    r"brochures?|contract|catalogue|redraft|draft|plans?|layout|invoice|paperwork|report|presentation|datasheets?|"
    r"case study|references|answer|details|options|terms|refs?|order form|"
    r"agreement|certificates?|link|photos|video|documents|docs|papers|forms?|sheet|loan \w+|demo unit"
)
_DOCUMENTS_DUE = (
    trigger_row(
        rf"(?:(?:the|a|an|our|revised|new|updated|final|formal|full|better|written|their|his|her) )*(?:{_DOCUMENT})"
        rf"(?= (?:(?:is |are )?due |to go |(?:over )?to (?:\S+ ){{1,3}}|for (?:\S+ ){{1,2}}|out |back )?{_TIME_AHEAD})",
        Role.TO_DO,
        Kind.TASK,
        needs_time=True,
        starts_clause=True,
        keeps_verb=True,
    ),
)
"""What is owed by a day: "quote by Friday", "samples to Acme Monday"."""
_WHOM = r"(?:again|back|him|her|them|it|me|once more|another time)"
_TRIED = rf"(?:tried|attempted)(?: (?:calling|ringing|phoning|to (?:call|ring|phone|reach)|{_WHOM}))*"
_SOMEBODY = r"(?= (?!to |it |the |a |an |some |our |my |that |this )\S)"
_ATTEMPTS = (
    trigger_row(
        rf"(?:just )?(?:{UNANSWERED})(?! (?:yet|to my|to our|about|on (?:the|my|our)|re|needed|required|expected|was|"
        rf"is|so far))"
        rf"(?: (?:from|at|with|on the phone))*",
        Role.DONE,
        Kind.CALL,
        starts_clause=True,
        keeps_verb=True,
    ),
    trigger_row(rf"{_TRIED}{_SOMEBODY}", Role.DONE, Kind.CALL, starts_clause=True),
    trigger_row(rf"(?:i|we) (?:'ve |have )?{_TRIED}{_SOMEBODY}", Role.DONE, Kind.CALL),
    trigger_row(
        r"(?:i|we)(?: 'll| 've| have| also)*(?: promised| owe| must give| will give| would give| give| have to give| "
        r"to give| "
        r"need to give)(?: (?!an "
        r")\S+)?"
        r"(?: (?:an|the|my|a))? (?:answer|reply|decision|update|yes or no|yes or a no|answers)(?: back)?(?: to "
        r"(?:him|her|them))?",
        Role.TO_DO,
        Kind.CALL,
        needs_time=True,
    ),
    trigger_row(
        rf"(?:i 'll|i will|will|'ll|i|we 'll|we|gonna) (?:go|come|be there|be back|pop|drop|nip|swing)"
        rf"(?: (?:back|again|over|round|by|in|there))*(?= {_TIME_AHEAD})",
        Role.TO_DO,
        Kind.VISIT,
    ),
    trigger_row(
        r"(?:came|come|popped|dropped) (?:in |over |along )?to (?:our|the) (?:warehouse|office|offices|showroom|"
        r"factory|stand|"
        r"shop|depot|workshop|premises)|(?:came|come|popped) (?:in )?to see (?:us|me)|visited (?:us|our \S+)",
        Role.DONE,
        Kind.MEETING,
    ),
    trigger_row(
        rf"(?:will |'ll |i 'll |i will |to |and |please )?(?:try|retry|re try)(?: {_WHOM})*"
        rf"(?= (?:(?!to |it |the |a )\S+ ){{0,2}}{_TIME_AHEAD})",
        Role.TO_DO,
        Kind.CALL,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:(?:\d+ (?:st|nd|rd|th)|another|one more|second|third|left|yet another) )?(?:vm|voicemail|vmail|"
        r"answerphone)(?: (?:left|for|with|to|again))*(?! (?:is|was|full|box))",
        Role.DONE,
        Kind.CALL,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:i |we )?(?:just |finally )?caught(?= (?!a |an |the |up |it |out |on |cold )\S)",
        Role.DONE,
        Kind.MEETING,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:got|had|received|just had) (?:a |an )?(?:reply|answer|response|email|mail|text|message|whatsapp)(?: "
        r"back)? from",
        Role.DONE,
        Kind.EMAIL,
    ),
    trigger_row(
        rf"(?:block (?:out|off)|keep|reserve|save)(?= {_TIME_AHEAD})", Role.TO_DO, Kind.VISIT, starts_clause=True
    ),
    trigger_row(
        r"(?:i |we )?(?:got|reached|hit)(?= (?:\S+ ){1,4}?(?:voicemail|vm|answerphone|answering machine)\b)",
        Role.DONE,
        Kind.CALL,
        starts_clause=True,
    ),
    trigger_row(
        rf"(?:i 'm |i am |we 're |we are )?(?:going|heading|popping)(?: (?:in|over|back|round|there|up|down))*(?= "
        rf"{_TIME_AHEAD})",
        Role.TO_DO,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:i|we) (?:'d|'ll|will|would|must|have to|need to|promised to|said i 'd) (?:have|get|do|sort|give|find|"
        r"come back with) "
        rf"(?:it|them|that|this|him|her|something|an answer|a price)(?: (?:it|all|done|back|over|ready|to (?:him|her|"
        rf"them)))*(?= {_TIME_AHEAD})",
        Role.TO_DO,
        Kind.TASK,
        needs_time=True,
    ),
    trigger_row(
        rf"(?:cb|c / b|tcb|call ?back)(?: (?:him|her|them))?(?= {_TIME_AHEAD})",
        Role.TO_DO,
        Kind.CALL,
        starts_clause=True,
    ),
    trigger_row(
        rf"(?:f / up|f / u|fup|f up|fu|follow up|followup)(?= {_TIME_AHEAD})", Role.TO_DO, Kind.TASK, starts_clause=True
    ),
    trigger_row(
        rf"(?:(?:it 's |is )?diarised|(?:reminder|diary) set|set (?:a )?reminder|in (?:the |my )?diary|noted)(?= "
        rf"{_TIME_AHEAD})",
        Role.TO_DO,
        Kind.TASK,
        starts_clause=True,
        needs_time=True,
    ),
    trigger_row(
        r"(?:said|says|asked|asks|suggested|told|wants|wanted)(?: (?:me|us))?(?: if (?:we|i) (?:can|could)| to| i| "
        r"we)? "
        rf"(?:come|go|call in|pop in|drop in|swing by|stop by|be there)(?: (?:in|by|over|round|back))*(?= "
        rf"{_TIME_AHEAD})",
        Role.AGREED,
        Kind.VISIT,
        needs_time=True,
    ),
    trigger_row(r"next (?:phone )?call(?= \S)", Role.TO_DO, Kind.CALL, starts_clause=True),
    trigger_row(r"next visit(?= \S)", Role.TO_DO, Kind.VISIT, starts_clause=True),
    trigger_row(
        r"(?:i |we )?(?:was|were|been|went|got) (?:there|over there|round there|on site|onsite)(?: with| at)?"
        r"(?! (?:is|was|are|were|anything|any))",
        Role.DONE,
        Kind.VISIT,
    ),
    trigger_row(
        r"(?:(?:they|it|place|shop|office|gate|all) )?(?:was |were )?(?:closed|shut|locked|locked up|nobody (?:there|"
        r"in|about)|"
        r"no one (?:there|in|about)) when (?:i|we) (?:came|arrived|got there|called|called in|went|turned up|stopped "
        r"by)",
        Role.DONE,
        Kind.VISIT,
        keeps_verb=True,
    ),
    trigger_row(
        r"(?:book|put|pencil|diarise|stick|pop|note|get)(?: me| us)(?: in| down)*(?: (?:with|at|for|to see))*",
        Role.TO_DO,
        Kind.VISIT,
        starts_clause=True,
    ),
)
"""Whom one did not reach, and when to try again."""

_AGAIN = (
    r"(?:another (?:go|try|attempt|shot|crack|bash|pop|look)|one more (?:go|try)|again|round again|"
    r"same again|round two)"
)
PHRASES: tuple[TriggerRow, ...] = (
    *_DOCUMENTS_DUE,
    *_ATTEMPTS,
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
        r"vm|message|another|for|me|us|the (?:office|catalogue|brochure|quote|samples|door|price))\b)(?! [,.;!])",
        Role.DONE,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:just )?(?:just leaving|on my way back from|back from|coming out of|came out of|out of|"
        r"just out of)(?! (?:the )?(?:office|stock|town|budget|hours|country|action|scope|contract|work|date|leave|"
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
        r"on \S+) "
        r"(?:with|at)\b)",
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
