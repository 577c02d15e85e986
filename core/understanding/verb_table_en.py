"""English verbs of deeds, one use a line; how a line is written stands in `verb_forms.verbs_in`."""

from core.understanding.frames_en import DOCUMENT
from core.understanding.kinds import Kind
from core.understanding.verb_forms import Verb, verbs_in

_CALLS = """
call phone ring telephone contact facetime skype tel dial buzz bell
zoom/past,participle,gerund videocall
video > (?:called|call|calling)
speak > on the phone (?:with|to)
talk > on the phone (?:with|to)
try > (?:again|him again|her again|them again|back)
call > (?:back|again)
ring > (?:back|again|up)
phone > (?:back|again)
speak talk chat converse natter
speak > (?:with|to)
talk > (?:with|to)
chat > (?:with|to)
check > in(?: with)?
check > with(?= \\S)
catch > up(?: with)?
reach > out(?: to)?
touch > base(?: with)?
circle > back(?: with| to)?
connect > with
get > (?:hold of|through to|on the phone (?:with|to)|on to)
give >> a (?:\\S+ )?(?:call|ring|bell|buzz|shout|tinkle)
hang > up(?: with| on)?
hop/past,participle jump/past,participle > on (?:a |the )?(?:quick |short |brief )?(?:(?:teams|zoom|video|
    google meet|webex|facetime)(?: call| meeting)?|call|phone|line)(?: with)?
pick/past,participle > up(?= [,.!;]|$| the phone| to me)
answer > (?:the phone|my call|his phone|her phone|at last|finally)
get/past,participle > (?:\\S+ )?on the (?:phone|line|blower)(?: with|to)?
get/past,participle > on (?:a |an )(?:quick |short |long |brief )?(?:call|zoom|teams|video|webex|
    facetime)(?: call)?(?: with)?
check > back(?: in)?(?: with)?
get > back (?:in touch|on to|onto)(?: with)?
get/past,participle > (?:chatting|talking|speaking) (?:to|with)
get > in touch(?: again)?(?: with)?
be/infinitive,past > in touch(?: with)?
tell/infinitive > (?:him|her|them)
let/infinitive >> (?<!me )(?<!us )(?<!you )(?<!u )know
follow > up by (?:phone|telephone)(?: with)?
join > (?:\\S+ ){0,2}(?:call|zoom|teams)(?: with)?
do > (?:a |an |the |my |our |another )?(?:quick |follow up |phone |video |zoom |teams )*(?:call|zoom|teams)(?: with)?
enquire inquire
have/past,participle >> on (?:the|a|an) (?:phone|line|blower|zoom|teams|video|conference)(?: call)?
have/past,participle >> on (?:a |the )?(?:zoom|teams|google meet|webex|facetime)
have/past >> on(?: to (?:me|us))?(?= (?:there|first|last|yesterday|giving|[,.;:]|earlier|again|about|this|today|
    looking|asking|wanting|she|he|they)|$)
leave >> (?:a )?(?:\\S+ )?(?:voicemail|voice mail|vm|voice message|message)(?: for| with)?
cold > call
"""
_VISITS = """
visit tour revisit
drop > (?:by|in on|in to|into|in at|in with|in|round to|round|over to)
pop > (?:in to|into|in on|in|by|over to|round to|round|over|out to|out|down to|up to|across to|to|back to|back in|
    back)
drop pop nip run shoot whizz bob trot dash scoot trek trundle > (?:(?:back |on )?(?:out|over|up|down|round|across|
    along|through|in|back)(?: to see|and see| and see| to| at)(?! (?:of|into)\b))
bob > (?:in|into|over|round|by|up|down)(?: (?:to|on|at|with))*
call/infinitive > (?:back )?(?:out|up|down|over|across|in|round|back) (?:to(?! (?:say|ask|see if|check|confirm|
    arrange)\\b)|and see|and visit|with)
call/infinitive > (?:into|by)
call/infinitive,gerund > to(?! (?:say|ask|see|check|confirm|arrange|discuss|book|order|chase|tell|find|action|arms|
    order|mind)\\b)
call/gerund > (?:back )?(?:in|over|round|out|up|down)(?: (?:to|on|with|and|at))* see
stop > (?:by|in at|in to|in|off at|over at|at)
swing > (?:by|round to|round|past)
nip > (?:in to|into|in|round to|round|over to|over|to)
call > (?:in at|in on|in to|round at|round|on(?! (?:the|a|mon|tue|wed|thu|fri|sat|sun|next|this|\\d)))
call/gerund,infinitive > in(?= (?:again|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|
    tomorrow))
call/past > in(?= (?:and|,|\\.|;|to)(?!\\S)|$)
look > in on
go > (?:to see|and see|see|in to|in at|in and see|in see|back to see|back to(?! (?:him|her|them)\\b)|
    back(?! to (?:him|her|them)\\b)|by|round to|over to|out to|into)
go > to(?! (?:lose|win|be|have|get|need|miss|make|cost|want|struggle|go|happen|try|end|find|come|work|say|tell|let|ask|
    put|give|keep|pay|buy|order|sign|change|switch|drop|start|stop|run|close|open|move|think|look|wait|hear|know|
    become|leave|stay|hold|help|hit|beat|kill|love|hate|like|use|show|sell|rain|snow)(?!\\S))
come > back (?:to(?! (?:me|us)\\b)|from)
come/infinitive > back(?! to| from)
be/infinitive > (?:back |out |over |down |up )?there
come/infinitive > (?:in|out|over|round|down|up|along)(?= (?:and|to|for|on|next|this|again|tomorrow|mon|tue|wed|thu|fri|
    at|[,.;!])|$)
spend/past,participle >> (?:with|at|in)(?= \\S)
spend/past,participle > (?=(?:\\S+ ){1,7}?(?:hour|hours|half|quarter|minutes|morning|afternoon|day) (?:with|at) \\S)
head > (?:over to|out to|back to|to)
drive > (?:over to|out to|up to|down to|to)
drive/past >> (?:over |out |up |down |back )?to
get > (?:back from|out to|over to|round to(?! \\w+ing)|down to(?! \\w+ing)|up to|across to|along to)
return > (?!(?:the|a|some|his|her|it|them|their|my|an)\\b)
be/infinitive > (?:at|over at|on site|onsite|back at|with|(?:out|over|up|down|round|across|in) (?:to|with|
    at))(?= \\S)(?!
    (?:you|u|ya)\\b)
chap/infinitive,past knock/infinitive > (?:on )?(?:the |their |his |her )?(?:door|doors)(?: at| of)?
show > (?:up at|my face at)
drive run head pop nip swing whip duck zip scoot bomb trek go come/infinitive,gerund > (?:back |on |
    straight )?(?:over|out|up|
    down|round|across|in|by|along) (?:there|to (?:him|her|them|theirs))
drop pop nip swing duck call/infinitive > back in(?= (?:on|again|to|with|and|at|next|mon|tue|wed|thu|fri|sat|tomorrow))
duck whip zip > (?:back )?(?:over to|out to|up to|down to|in to|into|round to|by|across to|in)
go > (?:on site|onsite|down to|up to|along to|across to|round|over)
be/past > by(?= \\S)
travel > (?:over to|out to|up to|down to|to)
shoot > (?:over to|round to|out to|up to|down to)
rock > up (?:at|to)
call/past,participle,gerund > (?:into|by|in with|over to)
call/infinitive > (?:(?:back )?into|by(?! (?:mon|tue|wed|thu|fri|sat|sun|the|noon|lunch|end|next|close|\\d)))
stick/past > (?:my|our) head in(?: at| to)?
be/participle > (?:to see|over to see|to|at|over to|round to|in with|in to|over at|out to)
pass > by
run/past > by(?= \\S)
come/infinitive,past > by
be/past > (?:over at|round at|in to see)
walk/past go/past drop/past pop/past call/past > in (?:(?:cold|unannounced|on spec|off the street) )+(?:to|at|on)
walk/past > in(?= (?:cold|to|on|off|at|with|and|[,.;-]))
knock/past,participle > on (?:the |their |his |her )?(?:door|doors)(?: at| of)?
go/past drive/past walk/past > past(?= \\S)
do > (?:a |an |the |my |our |another )?(?:site |follow up |quick )*(?:visit|site survey)(?: to| at| with)?
do/past,participle > (?:a |an |the |my |our |their )?(?:(?!(?:nothing|not)\\b)\\S+ )?(?:monthly|weekly|quarterly|annual|
    stocktake|stock take|stock check|count|training|survey|site visit|walkround|walk round|install|rounds?|visit|audit|
    inspection) (?:at|with|in)
walk > (?:the site|round|around|through)
see > (?!(?:what|if|how|whether|that|about|this|your|you)\\b|
    (?:\\S+ ){1,4}?(?:ad|advert|post|website|lorry|truck|van|ute|car|jeep|trailer|
    sign|flyer|stand|name|wagon|pickup|tractor|poster|banner|logo|article|story|news|review|video|advert|listing)\\b)
"""
_MEETINGS = """
meet interview host entertain
meet > (?:up with|with|up again|up|again)
have > (?:a |an )?(?:\\S+ )?(?:lunch|coffee|dinner|breakfast|brunch|drinks|beer|pint|meeting|catch up)(?: with)?
grab > (?:a |an |some )?(?:quick )?(?:coffee|lunch|bite|drink|beer|pint|breakfast|dinner)(?: with)?
play > (?:golf|tennis|padel|squash)(?: with)?
take/past,participle >> (?:out )?(?:for|to) (?:a |an |the )?(?:quick )?(?:round(?: of golf)?|game(?: of golf)?|match|
    races|football|rugby|cricket|bite|bite to eat|drink|curry|lunch|dinner|coffee|breakfast|drinks?|pint|
    beer|meal)
take/gerund,infinitive >> (?:out )?(?:for|to) (?:a |an |some )?(?:quick |bite of )?(?:lunch|dinner|coffee|breakfast|
    drinks?|pint|
    meal|curry|bite|brunch|golf)
sit > (?:down )?(?:with|in with)
have/past,participle,infinitive > (?:a |an )?(?:\\S+ ){0,2}(?:review|session|demo|presentation|workshop|sit down|
    site meeting)(?: with| at)?
join > (?:\\S+ ){0,2}meeting(?: with)?
get > together with
bump > into
run > into
present > to
"""
_DROPPINGS = """
drop/past,participle > off
take/past,participle >> (?:out|over|round|across|up|down|back|along) to(?= \\S)
deliver/past,participle >> (?:to|at)(?= \\S)
drop/past >> (?:at|off at|round to|in to|by|off to)
drop/infinitive >> (?:off |round |over )?(?:to|at)
drop/infinitive >> off with
drop/infinitive >> (?:in|round|over|off)(?= (?:before|on|by|next|this|tomorrow|mon|tue|wed|thu|fri|first|at|then|with)|
    $| [,.;!])
take/infinitive >> (?:over|round|across|along|up there|down there|out there)(?= (?:to|on|at|in|next|this|tomorrow|mon|
    tue|wed|thu|fri|first|with|for)|$| [,.;!])
take/infinitive >> (?<=him )(?:the|a|an|some|our|those|more|new|another) \\S+
take/infinitive >> (?<=her )(?:the|a|an|some|our|those|more|new|another) \\S+
take/infinitive >> (?<=them )(?:the|a|an|some|our|those|more|new|another) \\S+
bring/infinitive,gerund collect/infinitive,gerund fetch/infinitive,gerund
pick/infinitive,gerund > up(?= (?:\\S+ ){0,4}?(?:from|at)(?!\\S))
pick/infinitive,gerund > up(?= (?:the|a|an|his|her|their|our|some|those|that|two|three|four|\\d+|samples|
    old) (?!(?:phone|
    pieces|conversation|thread|tab|bill|slack|pace|call|ball|matter|issue)\\b))
"""
_WHAT = (
    rf"(?:the|a|an|some|our|his|her|their|that|those|over the|over a|over) (?:[a-z'-]+ ){{0,2}}?(?:{DOCUMENT})(?!\S)"
)
"""A paper, with what tells which."""
_SENDINGS = rf"""
shoot fire ping bang whack whip fling lob sling flick > (?=(?:(?:him|her|them|you|[a-z'&-]+(?: [a-z'&-]+)?) )?{_WHAT})
send forward resend post relay
send > (?:over|across|through|out)
quote/past,participle > (?! (?:by|from|in)\\b)
fire > (?:off|over|across)
flick > (?!(?:through|the switch|on|off)\\b)
shoot fire flick ping bang whack flip zip pop > (?:it|them|that|those|these|one|both|him|her|the \\S+|
    some \\S+) (?:through|across|over|off)(?! (?:in|to the|at)\\b)
"""
_WRITINGS = """
email mail message text whatsapp ping answer respond dm pm
write > (?:back to|to)
write > (?:back)
reply/infinitive > (?:by|with|on|tomorrow|today|monday|tuesday|wednesday|thursday|friday|next)
reply > to
drop >> (?:an |a )(?:quick )?(?:email|e mail|line|note|text|message|mail)
shoot >> (?:an |a )?(?:quick )?(?:email|e mail|line|note|text|message|mail|whatsapp)
send >> (?:an |a )(?:quick )?(?:email|e mail|text|message|mail|whatsapp)
"""
_TASKS = """
send > (?:out )?(?:(?:a|an|the|our|my|one of the|some|another|in a|out a) )?(?:\\S+ )?(?:lad|man|men|guy|fella|
    engineer|
    technician|fitter|driver|someone|somebody|rep|team|crew|person|plumber|electrician|colleague|mechanic)
bring/infinitive > (?:up|forward|back up)
nudge prepare prep
review check draft redraft update chase finish order confirm organise organize arrange deliver submit
bring/past,participle collect/past,participle fetch/past,participle
do book
quote renew complete install repair fix replace train/infinitive,past,participle
invoice print measure inspect
negotiate finalise finalize revise research escalate raise compile produce issue provide quantify spec
investigate invite process ship renegotiate design test
get/infinitive > (?!(?:there|here|in|out|back|home|going|to|it|through|over|by|on|off|away|around|round|up|down|rid|
    used|
    better|worse|started|stuck|bought|paid|done|the hang)\\b)
put >> (?:together|across to|back to)
congratulate thank apologise apologize cost calculate estimate hand supply swap return reorder redo rewrite rework
service survey assess audit discuss propose recommend sign raise photograph resolve pursue
follow/infinitive > (?=up\\b)
fill > (?:out|in|up)
run > (?:it |that |this |them )?(?:past|by)
push > (?! [:.,])
ask > (?! for\\b)
remind > (?!me|us|\\S+ what)
follow > up(?: with| on)?
chase > (?:up|down)
price > up
work > (?:on|up|out)
put > (?:together|forward)
draw type knock mock > up
dig > out
make > up
pull > together
look > (?:into|at|over)
sort > (?:out)?
sort > (?=(?:the|a|an|his|her|their|some)\\b)
set > up
pick > up
drop > off
firm > up
write > up
find > out
swap fit requote reprice remeasure recalculate
line > up
get > (?:back to|a quote)
go > back to (?:him|her|them)
go > (?:over|through)
see > (?:what|if|how|whether)
"""


def _verbs() -> tuple[Verb, ...]:
    return (
        *verbs_in(_CALLS, Kind.CALL),
        *verbs_in(_VISITS, Kind.VISIT),
        *verbs_in(_DROPPINGS, Kind.VISIT, keeps=True),
        *verbs_in(_MEETINGS, Kind.MEETING),
        *verbs_in(_SENDINGS, Kind.EMAIL, keeps=True),
        *verbs_in(_WRITINGS, Kind.EMAIL),
        *verbs_in(_TASKS, Kind.TASK, keeps=True),
    )


VERBS = _verbs()
