"""Whom one did not reach, and when to try again, in English: "no answer from", "left a voicemail", "cb Monday"."""

from core.understanding.frames_en import TIME_AHEAD
from core.understanding.kinds import Kind, Role
from core.understanding.talk_en import UNANSWERED
from core.understanding.trigger_rows import trigger_row

_WHOM = r"(?:again|back|him|her|them|it|me|once more|another time)"
_TRIED = rf"(?:tried|attempted)(?: (?:calling|ringing|phoning|to (?:call|ring|phone|reach)|{_WHOM}))*"
_SOMEBODY = r"(?= (?!to |it |the |a |an |some |our |my |that |this )\S)"
ATTEMPTS = (
    trigger_row(
        r"(?:(?:i|we|still|just|again|but) )*(?:couldn't|could not|couldnt|can't|cant|cannot|wasn't able to|unable to|"
        r"failed to|didn't manage to|never managed to|not able to)(?: (?:seem to|manage to))? (?:reach|get (?:a )?hold "
        r"of|get through(?: to)?|get to speak to|raise|contact|get an answer from|"
        r"find(?! (?:\S+ ){0,3}?(?:number|email|address|card|invoice|quote|order|file|notes?|keys?|details|mobile|"
        r"list)\b))(?= \S)",
        Role.DONE,
        Kind.CALL,
        keeps_verb=True,
        is_set_phrase=True,
    ),
    trigger_row(
        r"(?:(?:a|another|got a|had a|i have a|have a|incoming|missed|phone|return|second|third) )+call from",
        Role.DONE,
        Kind.CALL,
        starts_clause=True,
    ),
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
        rf"(?: (?:back|again|over|round|by|in|there|out|up|down))*(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.VISIT,
    ),
    trigger_row(
        r"(?:came|come|popped|dropped|called) (?:(?:in |over |along )?to|into|in at) (?:our|the) (?:warehouse|office|"
        r"offices|showroom|"
        r"factory|stand|"
        r"shop|depot|workshop|premises)|(?:came|come|popped) (?:in )?to see (?:us|me)|visited (?:us|our \S+)",
        Role.DONE,
        Kind.MEETING,
    ),
    trigger_row(
        rf"(?:will |'ll |i 'll |i will |to |and |please )?(?:try|retry|re try)(?: {_WHOM})*"
        rf"(?= (?:(?!to |it |the |a )\S+ ){{0,2}}{TIME_AHEAD})",
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
        rf"(?:block (?:out|off)|keep|reserve|save)(?= {TIME_AHEAD})", Role.TO_DO, Kind.VISIT, starts_clause=True
    ),
    trigger_row(
        r"(?:i |we )?(?:got|reached|hit)(?= (?:\S+ ){1,4}?(?:voicemail|vm|answerphone|answering machine)\b)",
        Role.DONE,
        Kind.CALL,
        starts_clause=True,
    ),
    trigger_row(
        rf"(?:i 'm |i am |we 're |we are )?(?:going|heading|popping)(?: (?:in|over|back|round|there|up|down))*(?= "
        rf"{TIME_AHEAD})",
        Role.TO_DO,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(
        rf"(?:i 'm |i am |we 're |we are )(?:going|heading|popping)(?: (?:over|back|round|there|up|down|out))*(?= "
        rf"(?:in )?{TIME_AHEAD})",
        Role.TO_DO,
        Kind.VISIT,
    ),
    trigger_row(
        r"(?:i|we) (?:'d|'ll|will|would|must|have to|need to|promised to|said i 'd) (?:have|get|do|sort|give|find|"
        r"come back with) "
        rf"(?:it|them|that|this|him|her|something|an answer|a price)(?: (?:it|all|done|back|over|ready|to (?:him|her|"
        rf"them)))*(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.TASK,
        needs_time=True,
    ),
    trigger_row(
        rf"(?:cb|c / b|tcb|call ?back)(?: (?:him|her|them))?(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.CALL,
        starts_clause=True,
    ),
    trigger_row(
        rf"(?:f / up|f / u|fup|f up|fu|follow up|followup)(?= {TIME_AHEAD})", Role.TO_DO, Kind.TASK, starts_clause=True
    ),
    trigger_row(
        rf"(?:(?:it 's |is )?diarised|(?:reminder|diary) set|set (?:a )?reminder|in (?:the |my )?diary|noted)(?= "
        rf"{TIME_AHEAD})",
        Role.TO_DO,
        Kind.TASK,
        starts_clause=True,
        needs_time=True,
    ),
    trigger_row(
        r"(?:said|says|asked|asks|suggested|told|wants|wanted)(?: (?:me|us))?(?: if (?:we|i) (?:can|could)| to| i| "
        r"we)? "
        rf"(?:come|go|call in|pop in|drop in|swing by|stop by|be there)(?: (?:in|by|over|round|back))*(?= "
        rf"{TIME_AHEAD})",
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
