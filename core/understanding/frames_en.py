"""What stands after an English deed: when it is due, and the papers that are owed."""

import re

from core.understanding.calendar_en import MONTHS, WEEKDAYS

_DAYS = "|".join(sorted({*WEEKDAYS, *MONTHS} - {"may", "mar", "sun"}, key=len, reverse=True))
TIME_AHEAD = (
    rf"(?:(?:by|on|for|at|in|next|this|before|after|until) )*(?:{_DAYS}|today|tomorrow|tonight|eod|eow|eom|cob|first "
    rf"thing|"
    r"the \d{1,2}|\d{1,2}(?: (?:st|nd|rd|th|am|pm)|[:./]\d|(?= (?:days|weeks|months)))|"
    rf"\d{{1,2}} (?:of )?(?:{'|'.join(MONTHS)})|the (?:first|second|third|[a-z]+th)(?: of (?:{'|'.join(MONTHS)}))?|"
    r"(?:a|one|two|three|four|five|six|ten|\d{1,2}) (?:day|week|fortnight|month)s?|a couple of|a fortnight|half past|"
    r"week|month|lunch|noon|midday|end of|mid|early|late|the end|that|this|then|morning|afternoon)(?!\S)"
)
DOCUMENT = (
    r"(?:spec|data|tech|price|product|fact|info|safety) ?sheets?|quote|quotation|quotes|proposal|offer|samples?|"
    r"figures|drawings|pricing|prices|price list|costings?|numbers|"
    r"specs?|"
    r"brochures?|contract|catalogue|redraft|draft|plans?|layout|invoice|paperwork|report|presentation|datasheets?|"
    r"case study|references|answer|details|options|terms|refs?|order form|"
    r"agreement|certificates?|link|photos|video|documents|docs|papers|forms?|sheet|loan \w+|demo unit|deck|slides|"
    r"one pager|business case|roi(?: \w+)?|msa|sow|rfp(?: \w+)?|nda|summary|recap|minutes|notes|agenda|invite|"
    r"breakdown|"
    r"re quote|requote|estimate|swatches|literature|stuff|info|information|order confirmation|credit note|"
    r"lead times?|delivery dates?|spreadsheet|comparison|schedule|mock ?up|mock ups?|artworks?|visuals?|proofs?|"
    r"renders?|"
    r"sketch|sketches|costs?|price|prices?|elevations?|method statement|rams|dimensions|measurements"
)
PAPER = (
    rf"(?:(?:the|a|an|our|some|my|revised|new|updated|final|formal|full|better|written|his|her|their) )*(?:{DOCUMENT})"
)
SOMEBODY = (
    r"(?:him|her|them|you|(?!(?:the|a|an|to|by|on|for|that|it|i|we)\b)[a-z'&-]+(?: (?!(?:the|a|an)\b)[a-z'&-]+)?)"
)
"""Whom something is owed: a pronoun, or one or two words that may be a name."""
NAMING = re.compile(
    r"(?<!\S)(?:(?:an?|this|the|some|another|new|one) (?:[a-z&']+ ){1,4}?|(?:manager|owner|buyer|gaffer|boss|"
    r"chap|bloke|"
    r"guy|lady|woman|fella|lad|partner|landlord|landlady|chef|nurse|secretary|receptionist|assistant|foreman|contact) )"
    r"(?:called|named|by the name of|name of)"
    r"(?= (?!(?:me|us|about|to|in|for|back|again|and|on|at|by|round|today|this|yesterday|earlier|with|re|from|out|"
    r"over|i|we|he|"
    r"she|they|up|off|just|now|but|so|because|last|while|when|the (?:office|other|same))\b)(?![a-z]+ing\b)[a-z])"
)
"""What says how somebody or something is called, where "called" is no call: "a caff *called* Betty's Butty Bar"."""
THAT_PLACE = (
    r"(?:that|this|the|a) (?:new )?(?:crowd|outfit|mob|shower|bunch)(?: called)?(?= (?!in|at|on|from|of|who|that|are|"
    r"is|was|"
    r"were|near|beside|out|up|down|over|and|again|we|i|they)\S)|"
    r"(?:that|this) (?:new )?(?:place|spot|shop|firm|company|business|farm|pub|hotel)(?= (?!in|at|on|from|of|who|"
    r"that|are|is|was|"
    r"were|near|beside|out|up|down|over|and|again|we|i|they|has|have|next|with|about)\S)"
)
"""What leads to a name that one has but heard of: "rang *that new crowd* Ballin Equine"."""
