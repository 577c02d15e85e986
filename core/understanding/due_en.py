"""What is owed or arranged for a day, in English: "quote by Friday", "I owe her a deck", "rebooked for Monday"."""

from core.understanding.frames_en import DOCUMENT, PAPER, SOMEBODY, TIME_AHEAD
from core.understanding.kinds import Kind, Role
from core.understanding.trigger_rows import trigger_row

_BRINGING_SOMETHING = (
    r"(?:drop|dropping|bring|bringing|take|taking)"
    r"(?: (?:new|some|more|the|a|his|her|their|another|two|three|\d+))(?: (?!to\b)[a-z']+){1,3}?"
)

_MUST = (
    r"(?:(?:i|we|so|i 'll|we 'll|i 've|we 've|i 'm|'ll|will|to|need|needs|must|have|got|gotta|going|gonna|want|"
    r"should) )*"
)

_PROMISED = (
    r"(?:said|says|told|promised|agreed|assured|warned|texted|left it)"
    r"(?: (?!(?:he|she|they|it|if|i|we|you|who)(?!\S))\S+){0,5} "
)
_NO_DEED = (
    r"(?!(?:be|know|have|see|say|think|like|love|want|prefer|leave|hope|guess|imagine|reckon|expect|rather|sooner|"
    r"leave|never|"
    r"probably|"
    r"need|get|always|not|maybe|even|only|take|come|had|better|wait|understand|appreciate|tell|let|look)\b)"
)
"""What one would but feel or weigh is nothing to do."""

DUE = (
    trigger_row(
        rf"(?:(?:the|a|an|our|revised|new|updated|final|formal|full|better|written|their|his|her) )*"
        rf"(?!samples?\b|swatches\b|stuff\b)(?:{DOCUMENT})"
        rf"(?= (?:(?:to go|goes|go|going|to follow|being sent)(?: out| over| across)? |(?:(?:out|over|across) )?to "
        rf"(?:\S+ ){{1,3}}|out |over ){TIME_AHEAD})",
        Role.TO_DO,
        Kind.EMAIL,
        needs_time=True,
        starts_clause=True,
        keeps_verb=True,
    ),
    trigger_row(
        rf"to go (?:out|off|over)(?: to (?:them|him|her))?(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.EMAIL,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:(?:the|a|an|our|revised|new|updated|final|formal|full|better|written|their|his|her) )*(?:{DOCUMENT})"
        rf"(?= (?:(?:is |are )?due |to (?:\S+ ){{1,3}}|for (?:\S+ ){{1,2}}|out |back )?{TIME_AHEAD})",
        Role.TO_DO,
        Kind.TASK,
        needs_time=True,
        starts_clause=True,
        keeps_verb=True,
    ),
    trigger_row(
        rf"(?:(?:i|we|i 've|still|must|also|and|so) )*(?:owe|owed|promised|guaranteed) (?:{SOMEBODY} )?{PAPER}"
        rf"(?: (?:back|over))?(?=(?: to {SOMEBODY})? (?:for (?:{SOMEBODY} )?|due )?{TIME_AHEAD})",
        Role.TO_DO,
        Kind.EMAIL,
        needs_time=True,
        keeps_verb=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"(?:(?:i|we|i 'll|we 'll|'ll|will|to|need to|must|going to|gonna|hope to|should|can) )*(?:have|get|getting) "
        rf"{PAPER} (?:(?:over|out|across|back|ready|done|sorted|together|off|to {SOMEBODY}) ?)+(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.EMAIL,
        needs_time=True,
        keeps_verb=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"{_MUST}(?:have|get) (?:(?:the|that|this|a|an|it|them|all|our|my|his|her|their) ?)(?:[a-z'-]+ ){{0,4}}?"
        rf"(?:filled (?:out|in)|done|ready|sorted|finished|priced(?: up)?|typed up|signed off|written(?: up)?|drawn up|"
        rf"made up|together|organised|arranged|approved|submitted|lodged|in to (?:them|him|her))(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.TASK,
        needs_time=True,
        keeps_verb=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"{_MUST}(?:have|get) (?:it|them|that|those|this) (?:(?:back|over|across|out|off|done|sorted|ready|in|"
        rf"finished)"
        rf"(?: to {SOMEBODY})?|to {SOMEBODY})(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.TASK,
        needs_time=True,
        keeps_verb=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"(?:i 'm |i am |we 're )?(?:coming|going|getting|come|go|get|will come|will go|'ll come|'ll go|'ll get|"
        rf"be) back "
        rf"to (?:him|her|them)(?= {TIME_AHEAD})|back to (?:him|her|them)(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.CALL,
        needs_time=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"(?:(?:i 'm|i am|we 're|we are) )?(?:(?:heading|driving|calling|coming|travelling|going|popping) (?:back )?"
        rf"(?:out|in|over|up|down|round)(?: there| again| to (?:him|her|them|it))*|heading back)"
        rf"(?= (?!(?:a|one|two|three|four|six|\d+) ){TIME_AHEAD})",
        Role.TO_DO,
        Kind.VISIT,
        needs_time=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"(?:(?:i 'm|i am|we 're|i 'll|will|to) )?(?:drop|dropping|bring|bringing|take|taking) (?:(?:in|off|over|"
        rf"round|out|back) )?{PAPER}(?: (?:in|off|over|round|out|back|up))*(?=(?: to {SOMEBODY})? {TIME_AHEAD})|"
        rf"{PAPER} to (?:drop|bring|take)(?: (?:in|off|over|round|out))?(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.VISIT,
        needs_time=True,
        keeps_verb=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"(?:(?:i 'm|i am|we 're|i 'll|ill|will|to|'ll) )*{_BRINGING_SOMETHING}(?=(?: to {SOMEBODY})? {TIME_AHEAD})",
        Role.TO_DO,
        Kind.VISIT,
        needs_time=True,
        keeps_verb=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"(?:i 'm|i am|we 're|i 'll|ill|we 'll) {_BRINGING_SOMETHING}(?=(?: to {SOMEBODY})? {TIME_AHEAD})",
        Role.TO_DO,
        Kind.VISIT,
        needs_time=True,
        keeps_verb=True,
    ),
    trigger_row(
        rf"(?:(?:i 'm|i am|we 're) )?(?:going|calling|popping|nipping|dropping)(?: back)?(?= in {TIME_AHEAD})",
        Role.TO_DO,
        Kind.VISIT,
        needs_time=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"(?:(?:i 'm|i am|we 're|i 'll|will|to|i 'll be) )?(?:drop|dropping|bring|bringing|take|taking|run|running|"
        rf"collect|collecting|fetch|fetching|pick up|picking up) "
        rf"(?:it|them|one|some|these|those|that)(?: (?:in|off|over|round|out|back|up|down|across|again))*"
        rf"(?=(?: to {SOMEBODY})? {TIME_AHEAD})",
        Role.TO_DO,
        Kind.VISIT,
        needs_time=True,
        keeps_verb=True,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:(?:i 'm|we 're|got|now|so|am|all) )?booked (?:back )?in (?:with|at|to see|again with)",
        Role.TO_DO,
        Kind.MEETING,
        needs_time=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?<!hotel )(?<!train )(?<!flight )(?<!table )(?<!room )(?:(?:i 'm|we 're|got|now|so|am) )?booked(?: back| "
        rf"back in| in again| in there)?(?= (?:in )?(?:for "
        rf")?{TIME_AHEAD})",
        Role.TO_DO,
        Kind.MEETING,
        needs_time=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?<![a-z0-9'] )(?:(?:so|we|i|we 've|i 've|now|have|has|been|is|was|it 's|got|all) )*(?:re ?scheduled|"
        rf"rearranged|re ?booked|moved|pushed|shifted|bumped|new date)(?: (?:it|her|him|them|things|"
        rf"us))?(?: (?:out|back|on|forward))?(?= (?:to|for|till|until) {TIME_AHEAD})",
        Role.AGREED,
        Kind.MEETING,
        needs_time=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"(?:(?:please|set|put|stick|add|can you) )*(?:(?:a|an|it in the|it in my|in the|in my|my) )?"
        rf"(?:remind me|reminder|diary|diarise|diarised|diarise it|diary note)(?: (?:set|it|again|up))*"
        rf"(?= (?:in |for |on )*{TIME_AHEAD})",
        Role.TO_DO,
        Kind.TASK,
        needs_time=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"(?:bump|nudge|bumping|nudging)(?: (?:him|her|them|it|this|{SOMEBODY}))?(?: again)?(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.TASK,
        needs_time=True,
        starts_clause=True,
    ),
    trigger_row(
        r"(?<=[.;!] )(?:i 'm |i 'll be |be |will be |due )?back(?= in \S+ (?:days?|weeks?|wks?|months?|fortnight))",
        Role.TO_DO,
        Kind.VISIT,
        needs_time=True,
    ),
    trigger_row(
        r"(?:(?:(?:i|we) )?(?:'m to|'re to|am to|'ve to|need to|have to|must|gotta|got to|'ve got to|remember to|"
        r"remind me to|"
        r"don't forget to|'ll have to|i 'll|we 'll)|(?:to ?do|action|actions|task|job|next job|jobs)(?: (?:is|for me|"
        r"on me|mine|me|now))* "
        r"(?::|to)|todo) (?!(?:be|know|have|see|say|think|want|like|tell|wait|hope|get|go|admit|"
        r"ask)\b)(?P<verb>[a-z]{3,})",
        Role.TO_DO,
        Kind.TASK,
        keeps_verb=True,
        needs_time=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"{_PROMISED}(?P<own>(?:that )?(?:i|we) (?:'d|'ll|would|will) (?:just |also |then |go and |try and "
        rf")*{_NO_DEED}"
        rf"(?P<verb>[a-z]{{3,}}))(?! \S+ (?:if|unless|once)\b)",
        Role.TO_DO,
        Kind.TASK,
        keeps_verb=True,
        needs_time=True,
    ),
    trigger_row(
        rf"(?:told|promised|assured|guaranteed)(?: \S+){{1,2}} (?P<own>(?:he|she|they) (?:'d|'ll|would|will) (?:have|"
        rf"get) (?:it|{PAPER}))"
        rf"(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.EMAIL,
        keeps_verb=True,
        needs_time=True,
    ),
    trigger_row(
        rf"{_PROMISED}(?P<own>(?:that )?(?:i|we) (?:'d|'ll|would|will) (?:have|get) {PAPER}"
        rf"(?: (?:over|out|across|back|off|to {SOMEBODY}|done|ready))+)(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.EMAIL,
        keeps_verb=True,
        needs_time=True,
    ),
    trigger_row(
        rf"(?:has |is |are |have )?confirmed(?= for {TIME_AHEAD})",
        Role.TO_DO,
        Kind.MEETING,
        needs_time=True,
        after_name=True,
        is_set_phrase=True,
    ),
)
"""What is owed, moved or to be remembered by a day."""
