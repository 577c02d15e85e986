"""How deeds are told in Ireland, Scotland, Australia: "dropped a pallet back to Kent", "was on the phone to me"."""

from core.understanding.frames_en import TIME_AHEAD
from core.understanding.kinds import Kind, Role
from core.understanding.trigger_rows import trigger_row

_I = r"(?:(?:i|we|just|i 've|we 've|i 'd|also|then|and|so) )*"
_TO_DO = (
    r"(?:(?:i|we|so|i 'll|we 'll|i 'm|we 're|i 've|will|'ll|be|to|going|gonna|gotta|got|need|have|must|want|should|am|"
    r"remember|remind me) )*"
)
_WAYS = r"(?:back|over|up|down|out|off|in|round|around|across|along|through)"
_THINGS = r"(?!(?:the|a) (?:call|line|chance|break|look|phone|lunch|coffee|day|minute|time|price|prices)\b)"
_A_FEW_WORDS = (
    rf"{_THINGS}(?:(?!(?:{_WAYS}|to|into|at|with|and|but|so|that|who|he|she|they|we|i|says|said)\b)[a-z0-9'-]+ ){{1,5}}"
)
_THERE = rf"(?:(?:{_WAYS} )+(?:to|into|in|at|with)|to|into|round to|in to)"

REGIONAL = (
    trigger_row(
        rf"{_I}put (?:down|in) (?:\S+ ){{1,4}}?(?:with|at|in)(?: the)?",
        Role.DONE,
        Kind.VISIT,
        needs_name=True,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:(?:so|and|anyway|then) )*(?:i|we) (?:get|got|arrive|arrived|pull up|pulled up|walk|walked|turn up|"
        r"turned up|show up|"
        r"showed up)(?: (?:over|out|up|down|in|across))* (?:to|at|into|in)(?: the)?",
        Role.DONE,
        Kind.VISIT,
        needs_name=True,
    ),
    trigger_row(
        r"(?:(?:finally|eventually|i|we|but) )*got (?:him|her|them)(?= (?:today|yesterday|this|on (?:mon|tue|wed|thu|"
        r"fri)|at last|"
        r"for (?:\S+ )?(?:min|hour|minutes|mins)|in the end|eventually|just now|first go))",
        Role.DONE,
        Kind.CALL,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:(?:i|we|'ve|have|still) )*been trying to (?:pin down|get|get hold of|reach|catch|contact|ring|call|"
        r"track down|speak to)"
        r"(?= \S)",
        Role.DONE,
        Kind.CALL,
        needs_name=True,
    ),
    trigger_row(
        r"(?:i|we) (?:have|'ve|'ve got|have got)(?= (?:\S+ ){1,6}?(?:coming|calling|dropping|popping) (?:in|to|over|"
        r"out|up|down)\b)",
        Role.TO_DO,
        Kind.MEETING,
        needs_time=True,
        needs_name=True,
        is_set_phrase=True,
    ),
    trigger_row(
        r"(?:came|come|called|dropped|popped|was|were|been|stopped|swung|landed|dropping|calling)"
        r"(?: (?:by|in|round|over|down|up|out|into|to|in to|in at|at))* (?:the|our|my) (?:own )?(?:showroom|"
        r"office here|stand)"
        r"(?! (?:at|of|in)\b)",
        Role.DONE,
        Kind.MEETING,
        after_name=True,
        is_set_phrase=True,
    ),
    trigger_row(
        r"(?:(?:i|we|just|'ve|have|also) )*(?:had|have had)(?= (?:\S+ ){1,5}?(?:(?:over |in |round |down "
        r")*(?:in|at|into|to) "
        r"(?:the|our|my) (?:showroom|office|warehouse|stand|unit)|(?:in|over|round) to see (?:me|us))(?!\S))",
        Role.DONE,
        Kind.MEETING,
        needs_name=True,
        is_set_phrase=True,
    ),
    trigger_row(
        r"(?:(?:was|were|came|called|dropped|popped|over) )?in (?:with|to|to see|here with) (?:us|me)"
        r"(?: (?:in|at) the (?:showroom|office|shop|warehouse|yard|depot))?(?= (?:on|for|this|today|yesterday|last|"
        r"and|at|about|in|"
        r"to|,|\.))",
        Role.DONE,
        Kind.MEETING,
        is_set_phrase=True,
    ),
    trigger_row(
        r"(?:(?:i|we|so) )*(?:'m|'re|am|are|'ve|have|need|got|must|'ll|will|should|i 'm|i 'll|i 've|supposed|going|"
        r"gonna|due)"
        r"(?: (?:to|got to|have to|need to|going to))* be (?:(?:back|out|over|up|down|in|round|above|below) )*"
        r"(?:there|with (?:him|her|them)|at theirs|at their place)(?: (?:with|again|for))*",
        Role.TO_DO,
        Kind.VISIT,
        needs_time=True,
    ),
    trigger_row(
        rf"{_I}(?:was|were|been|(?:'m|am|'re|are) after being) (?:(?:below|above|beyond|over|out|in|up|down|"
        rf"back|beside|through|"
        rf"across|along|round) )+(?:with|"
        rf"at|in)"
        r"(?: the)?",
        Role.DONE,
        Kind.VISIT,
        needs_name=True,
        is_set_phrase=True,
    ),
    trigger_row(
        r"(?:didn't|did not|couldn't|could not|never|didnt|couldnt) (?:get|manage to get|go) (?:near|in to see|to "
        r"see|to meet|"
        r"sight of|a minute with|past the (?:door|gate|desk|receptionist) (?:at|of|in))(?= \S)",
        Role.DONE,
        Kind.VISIT,
        keeps_verb=True,
        needs_name=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"{_I}(?P<verb>(?:dropped|brought|took|ran|carried|delivered|lugged|hauled|fetched|left|handed) "
        rf"{_A_FEW_WORDS}){_THERE}",
        Role.DONE,
        Kind.VISIT,
        keeps_verb=True,
        needs_name=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"{_TO_DO}(?P<verb>drop|bring|take|run|carry|deliver|dropping|bringing|taking|running|delivering)(?= "
        rf"{_A_FEW_WORDS}{_THERE}(?!\S))",
        Role.TO_DO,
        Kind.VISIT,
        keeps_verb=True,
        needs_time=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"{_TO_DO}"
        r"(?P<verb>drop|dropping|bring|bringing|take|taking|run|running)(?= (?:him|her|them|\S+) (?:out|over|up|down|"
        r"in|"
        r"round|across) (?:the|a|an|some|his|her|their|two|three|four|another|new|more|\d+) \S)",
        Role.TO_DO,
        Kind.VISIT,
        keeps_verb=True,
        needs_time=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"{_TO_DO}(?P<verb>(?:bring|bringing|take|taking) {_A_FEW_WORDS}(?:out|over|round|along|in|up|down|with me))"
        rf"(?: (?:there|with me|to (?:him|her|them)))*(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.VISIT,
        keeps_verb=True,
        needs_time=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:said|told (?:him|her|them|\S+)|promised|agreed) (?P<own>(?:that )?(?:i|we) (?:'d|would|'ll|will) "
        rf"(?P<verb>bring "
        rf"{_A_FEW_WORDS}(?:out|over|round|along|in|up|down)))(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.VISIT,
        keeps_verb=True,
        needs_time=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"{_I}(?P<verb>(?:picked up|collected|fetched|grabbed) {_A_FEW_WORDS})(?:from|off|at)(?: the)?",
        Role.DONE,
        Kind.VISIT,
        keeps_verb=True,
        needs_name=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"{_TO_DO}(?P<verb>(?:pick up|collect|fetch|grab|picking up|collecting|fetching) {_A_FEW_WORDS})(?:from|off|"
        rf"at)(?: the)?",
        Role.TO_DO,
        Kind.VISIT,
        keeps_verb=True,
        needs_name=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
)
"""What is brought to somebody or fetched there, whatever it is."""
