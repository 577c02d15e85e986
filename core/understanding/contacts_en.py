"""Further ways in English to have talked to, seen or written to somebody: "was on to Nora", "left samples with"."""

from core.understanding.frames_en import PAPER
from core.understanding.kinds import Kind, Role
from core.understanding.trigger_rows import trigger_row

_HANDED = (
    r"(?:samples?|brochures?|catalogu?es?|flyers?|leaflets?|literature|price ?lists?|lists?|cards?|business cards?|"
    r"quote|"
    r"quotation|proposal|demo (?:unit|kit|model)|product|products|stock|swatches|tasters?|info|information|paperwork|"
    r"forms?|contract|invoice|details|goodies|box(?:es)?|packs?|bits|parts?|spares|cheque|drawings|literature|note)"
)
_SOME = r"(?:(?:a|an|the|some|our|my|his|her|their|new|more|few|couple of|two|three|four|\d+|free|colour|spare) )*"
_I = r"(?:(?:i|we|just|i 've|we 've|also|then|and|quickly) )*"
_CALLS = (
    trigger_row(rf"{_I}(?:was|were|been|got|get) (?:back )?(?:on to|onto)", Role.DONE, Kind.CALL, needs_name=True),
    trigger_row(
        r"(?:was|were|is|'s been|has been|been|came) (?:back )?on(?: to (?:me|us)| the (?:phone|line|blower))?"
        r"(?= (?:[,.;:-]|about|again|looking|asking|wanting|re|there|earlier|this|today)|$)",
        Role.DONE,
        Kind.CALL,
        after_name=True,
    ),
    trigger_row(rf"{_I}(?:got|get) (?:a )?hold of", Role.DONE, Kind.CALL),
    trigger_row(
        r"(?:'s |has |have )?(?:just )?(?:left (?:me |us )?(?:a |an |another )?(?:message|voicemail|voice mail|vm|"
        r"answerphone message)|"
        r"(?<='s )(?:rung|rang|phoned|called)|(?<='s just )(?:rung|rang|phoned|called))",
        Role.DONE,
        Kind.CALL,
        after_name=True,
    ),
    trigger_row(
        rf"{_I}(?:had |got |having )?(?:a |another )?(?:(?:quick|good|long|brief|little|wee|great|nice|decent|"
        rf"short|useful|telephone|phone|bit of a) )*"
        r"(?:word|conversation|convo|yarn|chat|natter|blether|t ?/ ?c|tc|telecon|phone ?call)(?: with)(?= \S)",
        Role.DONE,
        Kind.CALL,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:(?:a|just|wee|quick|short) )*(?:bell|ring|buzz|tinkle|phone) (?:to|with)",
        Role.DONE,
        Kind.CALL,
        needs_name=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"{_I}returned(?= (?:\S+ ){{1,4}}?calls?\b)", Role.DONE, Kind.CALL, needs_name=True, is_set_phrase=True
    ),
    trigger_row(
        rf"{_I}(?:finally |eventually |managed to )?(?:reached|dialled|dialed)", Role.DONE, Kind.CALL, needs_name=True
    ),
    trigger_row(
        rf"{_I}(?:finally |eventually )?caught(?= (?:\S+ ){{1,4}}?on (?:the|his|her|their) (?:phone|mobile|cell|"
        rf"line)\b)",
        Role.DONE,
        Kind.CALL,
        needs_name=True,
    ),
    trigger_row(
        rf"{_I}(?:was|were|been|got|hopped|jumped) on (?:a |an |the )?(?:\S+ )?(?:zoom|teams|video|webex|google "
        rf"meet|meet|"
        r"hangout|facetime|skype)(?: call| meeting)?(?: with)?",
        Role.DONE,
        Kind.CALL,
    ),
)
_VISITS = (
    trigger_row(rf"{_I}(?:went|been)", Role.DONE, Kind.VISIT, needs_name=True),
    trigger_row(
        r"(?:(?:i|we|i 've|we 've) )?(?:did|done)(?: (?:both|the))?",
        Role.DONE,
        Kind.VISIT,
        needs_name=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"{_I}(?:was|were|been) (?:(?:above|beyond|down|over|up|out|back|round|inside) )?(?:in|in with|out with|down "
        r"with|up with|over with|above with)",
        Role.DONE,
        Kind.VISIT,
        needs_name=True,
    ),
    trigger_row(
        rf"{_I}called (?:(?:back |over |up |down )?(?:at|by|out to|out on|to see|to visit|to|up to|down to|over to|"
        r"round to))",
        Role.DONE,
        Kind.VISIT,
        needs_name=True,
    ),
    trigger_row(
        rf"{_I}calling (?:back |over |up |down )?(?:out to|out on|to see|to visit|to|up to|down to|over to|round to)",
        Role.OPEN,
        Kind.VISIT,
        needs_name=True,
    ),
    trigger_row(
        r"(?:(?:i|we) )?(?:shall|'ll|will) be (?:visiting|(?:calling|dropping|popping)(?: (?:back|over|up|down|in|out|"
        r"round))?(?: (?:on|to|into|by|at|with))?)",
        Role.TO_DO,
        Kind.VISIT,
        needs_name=True,
    ),
    trigger_row(
        r"(?:i 'm|i am|we 're|i will be|i 'll be) (?:with|at|over at|up at|down at|in with)|(?:i|we) (?:have|'ve|"
        r"'ve got)",
        Role.TO_DO,
        Kind.VISIT,
        needs_time=True,
        needs_name=True,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:is |are )?(?:expecting|expects|expect) (?:me|us)", Role.TO_DO, Kind.VISIT, needs_time=True, after_name=True
    ),
    trigger_row(
        rf"{_I}(?:(?:left|dropped|handed|gave|brought|took|carried|delivered)(?: (?:off|over|round|in|out))? {_SOME}"
        rf"{_HANDED}(?: (?!with|at|to|for|off|in|w)\S+)?(?: (?:off|over|round|in|out|down|up))? (?:with(?: /)?|at|"
        rf"to|in to|off "
        r"(?:to|at|with)))",
        Role.DONE,
        Kind.VISIT,
        keeps_verb=True,
        needs_name=True,
    ),
    trigger_row(
        rf"{_I}(?:took|brought|carried|delivered|dropped|gave|handed) (?:them|it|one|these|those)(?: (?:over|round|"
        rf"in|out|up|down|"
        rf"back|off))* (?:to|at|with)|{_I}(?:took|brought|gave|handed)(?= (?:[a-z&']+ ){{1,3}}?(?:the|some|a|our|his|"
        rf"her|their|new) "
        rf"(?:\S+ )?{_HANDED}(?!\S))",
        Role.DONE,
        Kind.VISIT,
        keeps_verb=True,
        needs_name=True,
    ),
    trigger_row(
        rf"{_I}(?:paid (?:a )?(?:\S+ )?visit to|made (?:it|a (?:\S+ )?(?:visit|trip|call)) (?:(?:out|over|down|up|"
        rf"in) )?to|"
        r"hit|(?:had|took) a (?:quick |good )?look (?:round|around|at|in at)|walked the (?:\S+ ){1,2}(?:with|at)|"
        r"(?:fitted|installed|measured up|surveyed|commissioned|serviced) (?:\S+ ){0,4}?(?:at|for|with))",
        Role.DONE,
        Kind.VISIT,
        needs_name=True,
        keeps_verb=True,
    ),
    trigger_row(rf"{_I}paid(?= (?:\S+ ){{1,3}}?a (?:\S+ )?visit\b)", Role.DONE, Kind.VISIT, needs_name=True),
)
_MEETINGS = (
    trigger_row(
        rf"{_I}(?:stood with|(?:saw|met|spoke (?:to|with)|caught up with|chatted (?:to|with)) (?=(?:\S+ "
        rf"){{1,3}}?at the "
        r"(?:show|expo|trade show|fair|conference|exhibition|event|mart|races)\b))",
        Role.DONE,
        Kind.MEETING,
        needs_name=True,
    ),
    trigger_row(rf"{_I}presented {_SOME}(?:\S+ ){{1,3}}?to", Role.DONE, Kind.MEETING, needs_name=True, keeps_verb=True),
    trigger_row(
        r"(?:a |quick |weekly |monthly |short )*(?:sync|1:1|1 : 1|1 - 1|121|readout|exec readout|deep dive|"
        r"briefing|exec briefing|one to one|stand ?up|huddle)(?= (?:with|for|at)(?!\S))",
        Role.OPEN,
        Kind.MEETING,
        is_noun=True,
        starts_clause=True,
    ),
)
_WRITINGS = (
    trigger_row(
        rf"{PAPER}(?: has| 's| have)? (?:gone|went|going) (?:over|out|across|off)(?: to)?(?! for)",
        Role.DONE,
        Kind.EMAIL,
        starts_clause=True,
        needs_name=True,
        is_set_phrase=True,
    ),
    trigger_row(r"'s (?:just )?(?:emailed|mailed|texted|messaged|replied)", Role.DONE, Kind.EMAIL, after_name=True),
    trigger_row(
        r"(?:has |have |finally |just )*(?:replied|responded|wrote back|auto ?replied)(?! (?:on the phone|by phone))",
        Role.DONE,
        Kind.EMAIL,
        after_name=True,
    ),
    trigger_row(
        rf"{_I}(?:got |had |received )?(?:an |a |another |the )?(?:(?!no |still |any )\S+ )?(?:email|e mail|mail|"
        rf"text|message|whatsapp|dm|msg|"
        r"note)(?: (?:in|back|received|through))? (?:from|off)",
        Role.DONE,
        Kind.EMAIL,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:linkedin|whatsapp|text|teams) (?:message|msg|dm)(?: (?:sent|back))?(?= to)",
        Role.DONE,
        Kind.EMAIL,
        starts_clause=True,
    ),
    trigger_row(
        rf"{_I}shared (?:\S+ ){{1,4}}?with", Role.DONE, Kind.EMAIL, keeps_verb=True, needs_name=True, starts_clause=True
    ),
)
CONTACTS = (*_CALLS, *_VISITS, *_MEETINGS, *_WRITINGS)
