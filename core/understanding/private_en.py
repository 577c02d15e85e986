"""What English messages are meant for a colleague or the family, or are one's own errands: nothing of a customer's."""

import re

from core.understanding.reading import Reading

_ENTRY = (
    r"(?:remind|log|book|schedule|add|put|note|set|record|save|diarise|arrange|create|plan|pencil|jot|stick|pop|mark)"
)
_GREETING = r"(?:(?:hi|hiya|hey|hello|morning|afternoon|evening|oi|yo|right|ok|sorry|alright) (?:, )?)*"
_DEAR = (
    r"(?:mate|pal|love|lads?|guys|all|team|babe|hun|darling|sweetheart|son|mum|dad|both|folks|everyone|boss|bud|duck)"
)
_CALLED = r"(?!(?:and|so|then|but|we|they|he|she|i|you|who|which|that|it|how|this|these|those)\b)[a-z]+"
_ASKED = (
    r"(?:(?:can|could|would|will|cud) (?:you|u|ye|yous|someone|somebody|one of you)|(?:when|if) (?:you|u) "
    r"(?:can|get|could)\b)"
)
TO_SOMEBODY = re.compile(
    rf"^{_GREETING}(?:{_CALLED} )?(?:(?:and|&) {_CALLED} )?(?:{_DEAR} )?(?:, )?{_ASKED}(?! (?:, )?(?:please "
    rf")?{_ENTRY})\b|"
    rf"^{_GREETING}{_CALLED} (?:{_DEAR} )?(?:, )?(?:please|pls|plz) (?!{_ENTRY}\b)[a-z]+ .*\b(?:for me|for us|im|i "
    rf"'m|i am|asap)\b|"
    rf"^{_GREETING}(?:{_CALLED} )?(?:mate|pal|love|babe|hun|darling|mum|dad) (?:, )?(?:can|could|will|would|are|is|"
    rf"do|did|have|"
    r"your|i|what|any|don't|running|home|be)\b|"
    rf"^{_GREETING}{_CALLED} (?:{_DEAR} )?, (?:your|you 've|you have|you left|thanks|thank you|cheers|did you|are "
    rf"you|have you)\b|"
    r"^(?:tell|ask) \S+ (?:(?:in|from) \S+ )?(?:(?:for|about|to|if|that|where|when) )*(?:\S+ (?:has|have) (?:paid|"
    r"got|done|seen) )?"
    r"(?:my|your)\b|"
    r"^(?:somebody|someone|anyone|anybody|one of you)\b (?:(?:else|please|pls) )*(?:needs?|has|have|can|could|should|"
    r"will|to|"
    r"pls|please|fancy|free|got|going|know|seen|in)\b|"
    r"^(?:lads|guys|team)\b (?:, )?(?:can|could|please|pls|fancy|anyone|who|any|don't|remember|make sure|is|are you|"
    r"has anyone)\b|"
    r"^(?:(?:i 'll|will|ill) )?(?:be with you|see (?:you|u|ya|yous)|speak (?:to you )?(?:later|soon)|call you "
    r"(?:back )?(?:later|soon|in)|"
    r"with you in|let me know|give me a (?:shout|ring|bell|call)|ring me|call me|text me|phone me|on my way)\b(?! "
    r".*\b(?:says?|said)\b)|"
    r"\b(?:paid|pay|send|sent|sort|sorted|done|approve|approved|submit|submitted|claim) (?:me )?my (?:\S+ "
    r")?(?:expenses|wages|commission|bonus|"
    r"mileage|payslip|pay|holidays?|timesheet)\b|"
    rf"^{_GREETING}(?!{_ENTRY}\b){_CALLED} (?:(?!(?:says?|said|told|asked|asks|wants?|reckons|thinks|can|could|would|"
    rf"will|,)(?!\S))"
    r"\S+ ){0,6}?(?:your|yours|do you|did you|have you|are you|if you|you got|you left|you have|you know if|you "
    r"muppet)\b|"
    r"\b(?:with|taking|take) (?:the|my) (?:in laws|kids|wife|missus|husband|mum|dad|girlfriend|boyfriend)\b|"
    r"(?:^|[,.;:!?-] |\band |\bso )(?:can|could|would|will) (?:someone|somebody|anyone|anybody|one of you)\b|"
    r"^(?:please |pls )?(?:ask|tell|get|chase|check with) \S+ in (?:accounts?|accounting|credit control|payroll|"
    r"transport|dispatch|despatch|logistics|the (?:office|warehouse|stores|yard)|admin|hr|it|sales|stores|warehouse)"
    r"(?! (?:at|from|of)\b)|"
    r"\b(?:love you|miss you|x{2,})(?: [!.x])*$"
)
"""Asked of a colleague, said to the family: "Baz can you pick my van up", "Steve, your parcel is in reception"."""

_HOME = (
    r"mum|mums|mam|mom|moms|mommy|mama|grandpa|grandparents|dad|nan|nana|grandma|grandad|gran|wife|hubby|"
    r"husband|missus|babe|girlfriend|boyfriend|fiancee?|"
    r"kids|kid|toddler|nappies|babysitter|childminder|"
    r"mother in law|in laws|auntie|cousin|nephew|niece"
)
_OWN = (
    r"(?:my|our|the) (?:own )?(?:car|van|motor|bike|back|knee|head|feet|phone|laptop|house|flat|garden|boiler|fridge|"
    r"passport|dinner|tea|dog|cat|mrs|brakes|tyres|wages|pay|expenses|holidays?|hair|teeth|bins|school run|"
    r"council tax|gas bill|mortgage|astra|transit|battery|charger|wedding|birthday|shopping|washing|cooker|telly|"
    r"printer|"
    r"toner|kettle|rota|bus|train|flight|works do)"
)
_ERRAND = (
    r"orthodontist|chiropodist|chiropractor|(?:my|the) (?:suit|dress|shirts|glasses) (?:from|back|to)|the cleaners|"
    r"(?:dog|cat) food|oil change|(?:pick(?:ing)? up|collect|drop off|fetch) my|milk|"
    r"groceries|prescription|dry cleaning|"
    r"haircut|barbers?|hairdressers?|dentist|doctors?|gp|optician|opticians|"
    r"m ?o ?t|council tax|car tax|road tax|car insurance|home insurance|passport|parents evening|sports day|school "
    r"(?:run|play|"
    r"trip|pick ?up|uniform)|window cleaner|boiler man|plumber|dishwasher|washing machine|takeaway|"
    r"birthday|anniversary|christening|wedding|funeral|five a side|footy|bins|homework|swimming lessons|"
    r"stag do|hen do|works do|xmas do|holidays?|annual leave|day off|"
    r"curry|hangover|lottery|telly|netflix|playstation|blood test|physio|hospital appointment|mortgage|puncture|flat "
    r"tyre|"
    r"rac|breakdown truck|traffic|roadworks|hotel wifi|train to|flight to|hotel (?:is )?booked|train (?:is )?booked|"
    r"dog walker|vets appointment|home (?:about|by|late|at|for)|for tea|for my tea|running late|temperature again|"
    r"working from home|at home|wfh|"
    r"lost and found|coffee machine|photocopier|nappies|wrapping paper|sprouts|bread and|loaf|pint of milk"
)
_PRIVATE = re.compile(
    rf"(?<!his )(?<!her )(?<!their )(?<!whose )(?<!'s )\b(?:{_HOME}|{_OWN}|{_ERRAND})\b|"
    r"^(?:gym|football|yoga|pilates|swimming|rugby|golf|tennis|darts|choir|school|nursery|vets?)\b(?! (?:owner|"
    r"manager|wants?|says?|said|needs?))"
)
"""What one does or has for oneself: it is a customer's only where one is named."""


def is_private(reading: Reading, *, is_named: bool) -> bool:
    """Whether an English sentence is an errand of one's own or a gripe; `is_named` where a customer is named in it."""
    return not is_named and bool(_PRIVATE.search(reading.sentence.plain))
