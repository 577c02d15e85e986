"""What English says to a colleague or to the family: "Baz can you pick my van up", "Steve, your parcel is here"."""

from core.understanding.others.rows import Row, Table, one_of
from core.understanding.others.words import ENTERING_EN

_ENTERING = f"(?:ever |please |just |also |kindly )*{one_of(ENTERING_EN)}"
_GREETING = r"(?:(?:hi|hiya|hey|hello|morning|afternoon|evening|oi|yo|right|ok|sorry|alright) (?:, )?)*"
_DEAR = one_of(
    "mate, pal, love, lads?, guys, all, team, babe, hun, darling, sweetheart, son, mum, dad, both, folks, everyone, "
    "boss, bud, duck"
)
_NOBODYS_NAME = one_of("and, so, then, but, we, they, he, she, i, you, who, which, that, it, how, this, these, those")
_CALLED = rf"(?!{_NOBODYS_NAME}\b)[a-z]+"
_ASKED = (
    r"(?:(?:can|could|would|will|cud) (?:you|u|ye|yous|someone|somebody|one of you)|"
    r"(?:when|if) (?:you|u) (?:can|get|could)\b)"
)
_SAYING = r"(?:says?|said|told|asked|asks|wants?|reckons|thinks|can|could|would|will|,)"
_YOURS = one_of(
    "your, yours, for you, do you, did you, have you, are you, if you, you got, you left, you have, you know if, "
    "you muppet"
)
_OFFICE = (
    r"(?:accounts?|accounting|credit control|payroll|transport|dispatch|despatch|logistics|"
    r"the (?:office|warehouse|stores|yard)|admin|hr|it|sales|stores|warehouse)"
)
_PAID_TO_ONE = one_of("expenses, wages, commission, bonus, mileage, payslip, pay, holidays?, timesheet")
_FAMILY = "(?:in laws|kids|wife|missus|husband|mum|dad|girlfriend|boyfriend)"

TO_SOMEBODY = Table(
    Row(
        "asked whether one can, unless for an entry",
        rf"{_GREETING}(?:{_CALLED} )?(?:(?:and|&) {_CALLED} )?(?:{_DEAR} )?(?:, )?{_ASKED}"
        rf"(?! (?:, )?(?:please )?{_ENTERING})\b",
        "Baz can you pick my van up",
    ),
    Row(
        "asked please, and why",
        rf"{_GREETING}{_CALLED} (?:{_DEAR} )?(?:, )?(?:please|pls|plz) (?!{_ENTERING}\b)[a-z]+ .*"
        r"\b(?:for me|for us|im|i 'm|i am|asap)\b",
        "Rob pls ring the yard for me",
    ),
    Row(
        "a dear one called, and a question or a duty",
        rf"{_GREETING}(?:{_CALLED} )?(?:mate|pal|love|babe|hun|darling|mum|dad) (?:, )?(?:can|could|will|would|are|is|"
        r"do|did|have|your|i|what|any|don't|running|home|be)\b",
        "hey mate, are you about tonight",
    ),
    Row(
        "somebody called, and what is theirs",
        rf"{_GREETING}{_CALLED} (?:{_DEAR} )?, (?:your|you 've|you have|you left|thanks|thank you|cheers|did you|"
        r"are you|have you)\b",
        "Steve, your parcel is in reception",
    ),
    Row(
        "somebody called, and you or yours soon after",
        rf"{_GREETING}(?!{_ENTERING}\b){_CALLED} (?:(?!{_SAYING}(?!\S))\S+ ){{0,6}}?{_YOURS}\b",
        "Steve the yard has your drill",
    ),
    Row(
        "somebody is to be told or asked for me",
        r"(?:tell|ask) \S+ (?:(?:in|from) \S+ )?(?:(?:for|about|to|if|that|where|when) )*"
        r"(?:\S+ (?:has|have) (?:paid|got|done|seen) )?(?:my|your)\b",
        "ask Jan if she has paid my expenses",
    ),
    Row(
        "somebody of the office is to be asked",
        rf"(?:please |pls )?(?:ask|tell|get|chase|check with) \S+ in {_OFFICE}(?! (?:at|from|of)\b)",
        "chase Jan in accounts about the credit",
    ),
    Row(
        "what somebody of the office says of one's own papers",
        rf"(?:{_CALLED} (?:\S+ )?(?:in|from|at|over in|down in) )?{_OFFICE} (?:is |are |has |have |just )*"
        r"(?:says?|said|wants?|wanted|need|needs|needed|tells?|told|ask|asks|asked|rang|called|emailed|looking|after|"
        r"on to|"
        r"onto|bounced|rejected|queried|chasing|paid|lost|messed|sent)\b[^.;]*\b(?:my|our|me|us|mine|forecast|expenses|"
        r"receipts|timesheets?|numbers|report)\b",
        "Dave from accounts says my claim got bounced",
    ),
    Row(
        "whose car one saw",
        r"(?:i |just |only )*(?:saw|spotted|seen|passed|clocked) \S+(?: \S+){0,2} 's (?:\S+ )?(?:ute|van|car|lorry|"
        r"truck|jeep|"
        r"trailer|wagon|pickup|missus|wife|husband|son|daughter|dog)\b",
        "saw Tane's ute outside Harrow",
    ),
    Row(
        "what one heard third hand",
        r"(?:(?:so|well|now|ok|funny) (?:, )?)*(?:the )?(?:word (?:on the street|is|has it|around town)|rumou?r "
        r"(?:has it|is|"
        r"going (?:around|round))|talk (?:is|around town is)|a little bird (?:told|tells) me|there 's (?:a )?(?:talk|"
        r"rumou?rs?)|"
        r"(?:i |we )?(?:'ve )?(?:heard|hear) (?:a rumou?r|on the grapevine|through the grapevine|third hand|tell)|"
        r"gossip (?:is|has it)|they do be saying|they say|people are saying|the lads (?:are saying|reckon|say)|"
        r"(?:i |we )?(?:heard|hear) (?:from|off) (?:a |some |one of the |the )(?:guy|fella|lad|lads|bloke|driver|rep|"
        r"other "
        r"rep|competitor|barman|taxi))\b",
        "word on the street is Kent are closing",
    ),
    Row(
        "anybody",
        r"(?:somebody|someone|anyone|anybody|one of you)\b (?:(?:else|please|pls) )*(?:needs?|has|have|can|could|"
        r"should|will|to|pls|please|fancy|free|got|going|know|seen|in)\b",
        "anyone got a spare charger",
    ),
    Row(
        "whether anybody can, at the head of a clause",
        r"(?:^|[,.;:!?-] )(?:and |so )?(?:can|could|would|will) (?:someone|somebody|anyone|anybody|one of you)\b",
        "van is dead, can someone fetch me",
        anywhere=True,
    ),
    Row(
        "all of them called",
        r"(?:lads|guys|team)\b (?:, )?(?:can|could|please|pls|fancy|anyone|who|any|don't|remember|make sure|is|are you|"
        r"has anyone)\b",
        "lads, remember the forms",
    ),
    Row(
        "on my way, call me",
        r"(?:(?:i 'll|will|ill) )?(?:be with you|see (?:you|u|ya|yous)|speak (?:to you )?(?:later|soon)|"
        r"call you (?:back )?(?:later|soon|in)|with you in|let me know|give me a (?:shout|ring|bell|call)|ring me|"
        r"call me|text me|phone me|on my way)\b(?! .*\b(?:says?|said)\b)",
        "be with you in 10 mins",
    ),
    Row(
        "one's pay and expenses",
        r"\b(?:paid|pay|send|sent|sort|sorted|done|approve|approved|submit|submitted|claim) (?:me )?my (?:\S+ )?"
        rf"{_PAID_TO_ONE}\b",
        "nobody has paid my expenses",
        anywhere=True,
    ),
    Row(
        "out with the family",
        rf"\b(?:with|taking|take) (?:the|my) {_FAMILY}\b",
        "Friday off, taking the kids out",
        anywhere=True,
    ),
    Row("love", r"\b(?:love you|miss you|x{2,})(?: [!.x])*$", "home late, love you", anywhere=True),
)
