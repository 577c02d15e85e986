"""Follow-ups told in English by who does what to whom by when: "I'll be out to her Friday", "I'd get it emailed to
her by Monday"."""

from collections.abc import Iterator

from core.understanding.frames_en import DOCUMENT, PAPER, SOMEBODY, TIME_AHEAD
from core.understanding.kinds import Kind, Role
from core.understanding.trigger_rows import TriggerRow, trigger_row

_SHALL = (
    r"(?:(?:i|we|so|and|'ll|will|shall|'m|'re|am|are|'ve|have|'d|would|must|should|need|got|gotta|going|gonna|due|"
    r"supposed|meant|to|also|just|then|probably|be|being) )*"
)
"""Whose it is and that it is to be, in any of the ways to say so: "so I'm to be", "I've got to", "I shall"."""
_THEY_KNOW = (
    r"(?:(?:and|so|but|i|we|'ve|have|also) )*(?:(?:said|says|told|promised|agreed|assured|texted|left it)"
    r"(?: (?!(?:he|she|they|it|if|i|we|you|who)(?!\S))\S+){0,3}|it 's left|plan is|idea is) (?:that )?(?:i|we) "
    r"(?:'d|'ll|would|will|'m to|am to) "
)
_THEM = r"(?:him|her|them|theirs|hers|his|those (?:lads|boys|guys|fellas|ladies))"
_WAYS = r"(?:out|over|up|down|round|across|along|in)"
_THING = (
    r"(?:(?:that|this|those|these) )?(?:(?!(?:he|she|they|i|we|you|and|but|so|that|who|what|if|when|me|us|back|"
    r"there|here|out|over|up|down|on|to|"
    r"it|them|going|myself|in)(?!\S))[a-z0-9'&-]+ ){1,6}?"
)
_IT = rf"(?:(?:it|them|that|this|those|these|everything|the lot|something) (?:all )?|{_THING})"
_SENT = r"(?:emailed|e mailed|mailed|sent|messaged|texted|whatsapped|pinged|forwarded)"
_AWAY = r"(?: (?:over|across|out|off|through|back|up|in))*"
_AHEAD = rf"(?:for |by |on )*{TIME_AHEAD}"
_TO_THEM = rf"(?: (?:to|with) {_THEM})?"
_FOR_ONE = rf"(?: {_THEM}|(?= {SOMEBODY} {_AHEAD}))"
"""Whom it is for: a name is looked at and left, for it tells who."""
_A_PAPER = (
    rf"(?:(?:the|a|an|some|our|my|his|her|their|that|those|this|these|all|both|new|revised|updated|final) )+"
    rf"(?:(?!to\b)[a-z'-]+ )??(?:{DOCUMENT})"
)
_OURS = (
    (Kind.EMAIL, rf"(?:have|get|getting|having) {_IT}{_SENT}{_AWAY}{_TO_THEM}"),
    (
        Kind.EMAIL,
        rf"(?:have|get|put|stick|pop|bang|send|getting|putting|sticking|popping|sending) {_IT}(?:in|into|on|by) (?:an? "
        rf"|the )?(?:email|e mail|mail|message|whatsapp){_TO_THEM}",
    ),
    (Kind.EMAIL, rf"(?:have|get|getting|having) {_THING}(?:over|across|out|off|through) to{_FOR_ONE}"),
    (Kind.EMAIL, rf"(?:have|get|getting|having) {_A_PAPER} (?:with|to){_FOR_ONE}"),
    (
        Kind.EMAIL,
        rf"(?:have|having) (?:a |the |an |some )?(?:revised |new |better |final )?(?:price|prices|pricing|"
        rf"costs?|costings?|quote|figures?|"
        rf"numbers) for{_FOR_ONE}",
    ),
    (
        Kind.CALL,
        rf"(?:have|get) (?:an |the |some )?(?:answer|answers|news|decision|update) (?:for|to|back to){_FOR_ONE}",
    ),
    (
        Kind.EMAIL,
        rf"(?:drop|dropping|shoot|shooting|fire|firing|ping|pinging|send|sending) {_THEM} (?:an? |over an? )"
        rf"(?:quick |follow up |wee )*(?:email|e mail|mail|line|note|text|message|whatsapp)",
    ),
    (
        Kind.MEETING,
        rf"(?:take|taking) {_THEM} (?:out )?(?:to|for) (?:a )?(?:lunch|dinner|coffee|breakfast|pint|drink|drinks|bite)",
    ),
    (Kind.VISIT, r"(?:stick|pop|poke|put) (?:my|our) (?:head|nose) (?:back )?(?:in|round the door)"),
    (Kind.VISIT, r"back (?:out|over|up|down|round) there"),
    (Kind.EMAIL, rf"(?:whizz|whizzing|zip|zipping|zap|zapping) {_THING}{_WAYS}(?: to {_THEM})?"),
    (Kind.CALL, rf"(?:be |come |go )?back (?:on to|onto|in touch with|to) {_THEM}"),
    (Kind.VISIT, rf"(?:land|landing|rock|rocking|scoot|scooting) {_WAYS} (?:to|with|at) {_THEM}"),
)
"""What one does for somebody by a day, whoever else is to know it."""


def _rows() -> Iterator[TriggerRow]:
    ahead = rf"(?=(?: (?:to|with|for))?(?: {SOMEBODY})? {_AHEAD})"
    for kind in dict.fromkeys(kind for kind, _ in _OURS):
        said = "|".join(pattern for one, pattern in _OURS if one is kind)
        keeps = kind is Kind.EMAIL
        yield trigger_row(
            rf"{_SHALL}(?:{said}){ahead}", Role.TO_DO, kind, needs_time=True, keeps_verb=keeps, starts_clause=True,
            is_set_phrase=True,
        )  # fmt: skip
        yield trigger_row(
            rf"{_THEY_KNOW}(?:{said}){ahead}", Role.TO_DO, kind, needs_time=True, keeps_verb=keeps, is_set_phrase=True
        )


FOLLOW_UPS = (
    *_rows(),
    trigger_row(
        rf"(?<!it )(?<!them )(?<!that )(?<!this )(?<!these ){_SHALL}(?:get |come |go |call )?(?:back )?(?:out|"
        rf"over|up|down|round|across) (?:to|with|at) {_THEM}(?: again)?"
        rf"(?= (?:a )?(?:again )?{TIME_AHEAD})",
        Role.TO_DO,
        Kind.VISIT,
        needs_time=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:i|we) (?:(?:'ll|will|shall|'m|am|are|'re|be|due|to|also) )+(?:(?:back )?in(?: again| there)?|back)"
        rf"(?: again)?(?= {TIME_AHEAD})(?! (?:the )?office)",
        Role.TO_DO,
        Kind.VISIT,
        needs_time=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:(?:i|we) (?:am|are|'m|'re) )?due (?:back )?(?:there|in|out|over|back)(?: there| again)?(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.VISIT,
        needs_time=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"{_A_PAPER} (?:to be |is to be |going |to go |is going |goes |out |over )+(?:over|across|out|off|in|with "
        rf"{_THEM}|to {_THEM}| )*(?= {TIME_AHEAD})|{PAPER} (?:to be (?:with|over to)|to|going over(?: to)?|over to|"
        rf"across to)(?: {_THEM})?(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.EMAIL,
        needs_time=True,
        keeps_verb=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:i |we )?(?:(?:'ve|have|also) )*(?:(?<=i )said|(?<=we )said|told {SOMEBODY}|promised(?: {SOMEBODY})?)"
        rf"(?: to (?:him|her|them))? (?:that )?(?:he|she|they) (?:'d|'ll|would|will) (?:have|get) "
        rf"(?:it|them|that|{_A_PAPER}|{PAPER})"
        rf"(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.EMAIL,
        needs_time=True,
        keeps_verb=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:i|we)(?: 've| have| also| have also| 've also)? (?:promised|owe|owed)(?: {SOMEBODY})? {_A_PAPER}"
        rf"(?: (?:back|over))?(?= {TIME_AHEAD})|promised (?:{_THEM} )?(?:{_A_PAPER}|{PAPER})(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.EMAIL,
        needs_time=True,
        keeps_verb=True,
        is_set_phrase=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"(?:'s|is|are|'re) (?:to|due to|expecting to|meant to|supposed to) (?:get|have|receive) (?:{_A_PAPER}|"
        rf"{PAPER}) "
        rf"(?:from|off) (?:me|us)(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.EMAIL,
        needs_time=True,
        keeps_verb=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:(?:and|so) )*(?:he|she|they) (?:will see|'ll see|is seeing|'s seeing|are seeing|'re seeing|can "
        rf"see|is free "
        rf"to see|'s free to see|will have|'ll have) (?:me|us)(?: again)?(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.VISIT,
        needs_time=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:(?:and|so) )*(?:(?:he|she|they) (?:'s|has|have|'ve) )?(?:pencilled|penciled|slotted|squeezed|booked|put) "
        rf"(?:me|us) in(?: again)?(?= (?:for )?{TIME_AHEAD})|"
        rf"(?:i|we)(?: 've| have)? (?:got )?(?:(?:him|her|them) )?(?:booked|pencilled|penciled|slotted) in"
        rf"(?= (?:for )?{TIME_AHEAD})|got (?:him|her|them) (?:booked|pencilled|penciled|slotted) in"
        rf"(?= (?:for )?{TIME_AHEAD})|(?:i 'm|i am|we 're|we are) (?:now )?(?:pencilled|penciled|slotted|down) in"
        rf"(?= (?:for )?{TIME_AHEAD})",
        Role.TO_DO,
        Kind.MEETING,
        needs_time=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:diary 'd|diaried|diarised|diarized|scheduled|pencilled in|booked) (?:a |another |the next |our next )?"
        rf"(?:follow up |catch up |quick )?(?:call|ring)(?= (?:for )?{TIME_AHEAD})",
        Role.TO_DO,
        Kind.CALL,
        needs_time=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:wants?|wanted|needs?|asked for|would like|'d like|looking for|after) (?:a |another )?(?:wee |"
        rf"quick )?(?:ring|"
        rf"bell|shout|tinkle|phone call|call back|buzz)(?: back| off me| from me)?(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.CALL,
        needs_time=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:he|she|they) (?:wants?|asked|would like|'d like) to meet(?: up)?(?: again| with (?:me|us)| me| us)?"
        rf"(?= {TIME_AHEAD}(?: \S+){{0,3}} (?:at|\d))",
        Role.TO_DO,
        Kind.MEETING,
        needs_time=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:needs?|wants?|due|deserves) (?:a )?(?:calling|ringing|phoning|call|ring)(?: back| again)?(?= "
        rf"{TIME_AHEAD})",
        Role.TO_DO,
        Kind.CALL,
        needs_time=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:needs?|wants?|due) (?:chasing|chased|a chase|a nudge)(?: up| again)?(?= {TIME_AHEAD})",
        Role.TO_DO,
        Kind.TASK,
        needs_time=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:zoom|teams|video|webex|phone|follow up|google meet) ?(?:call|meeting)? (?:is |now |all "
        rf")*(?:booked|set up|set|"
        rf"arranged|scheduled|sorted|agreed|confirmed|in the diary)(?: in)?(?= (?:for )?{TIME_AHEAD})",
        Role.TO_DO,
        Kind.CALL,
        needs_time=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"(?:(?:i 'm|am|i 'll be|we 're|just|so) )*(?:leaving|leave|giving|give) (?:it|him|her|them|things)"
        rf"(?: (?:with (?:him|her|them)|be))?(?= (?:till|until|to|for|a) {TIME_AHEAD}(?: \S+){{0,3}} (?:and|"
        rf"then|before) "
        rf"(?:i 'll |i |ring|call|phone|try|chase))",
        Role.TO_DO,
        Kind.CALL,
        needs_time=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
)
"""Each needs the time that follows it."""
