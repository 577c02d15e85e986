"""How English takes back, asks, commands and chats without logging anything, as patterns over plain text."""

import re

_TAKING_BACK = (
    r"(?:no|nope|nah|sorry|apologies|oops|whoops|ooops|wait|hang on|hold on|actually|correction|erratum|typo|my "
    r"mistake|"
    r"my bad|i meant|i mean|meant|ignore (?:that|this|the last (?:one|message|entry)|my last(?: message)?)|scratch "
    r"that|"
    r"scrap (?:that|the last(?: one| entry)?|that last one)|strike that|i got that wrong|got that wrong|"
    r"(?:that|the last one|this|it) (?:was|is|'s) wrong|wrong(?= [,.:;!-])|wrong (?:one|name|person|account|client|"
    r"customer|company|day|"
    r"date|time|number|thing))"
)
_THAT_ONE = (
    r"(?:it|that|this|(?:the|that|my|this morning 's|yesterday 's|today 's) (?:last )?(?:one|call|visit|meeting|mail|"
    r"email|"
    r"entry|log|lunch|chat|demo|amount|price|date|time))"
)
CORRECTION = re.compile(
    rf"^(?:{_TAKING_BACK}(?: [,.:;!-]+)* )+(?:but )?(?:{_THAT_ONE} )?(?:was|were|is|are|'s|should|make it|make that|"
    rf"not|"
    rf"wasn't|isn't|with|for|at|on|n't|change|put|swap)\b|"
    rf"^(?:{_TAKING_BACK}(?: [,.:;!-]+)* ){{2,}}|"
    r"^(?:correction|erratum|typo|scratch that|scrap that|strike that|ignore that|my mistake|my bad|i meant|wrong "
    r"one)\b|"
    r"^[^.;]*[?] (?:[?] )*no (?:, )?(?:that|it) (?:was|should)\b|"
    rf"^{_THAT_ONE} (?:was|were|should (?:be|have been|read)) [^.;!?]* not \S+(?: \S+){{0,3}}(?: [.!])*$|"
    rf"^{_THAT_ONE} (?:wasn't|was not) (?:with|at|on|for|to|a|an|the|\d)[^.;!?]*[,.;] (?:it|that|but|was)\b|"
    rf"^not (?:with |at |on |to )?\S+(?: \S+)? (?:, |but |- )(?:with |at |on |to )?\S+(?: \S+)?(?: [.!])*$"
)
"""What mends the last entry: "no sorry, it was with Donna not Imran", "correction: 45 min", "not Bill, Tracey"."""

TALK_TO_THE_BOT = re.compile(
    r"^(?:hmm+ |um+ |er+ |lol |haha+ |ok |hey |hi |, )*(?:"
    r"(?:can|could|would|will) (?:you|u|anyone|someone|somebody|we|i|it|this)\b(?! (?:remind|log|book|schedule|add|put|"
    r"note|set|record|save|diarise|arrange|create|plan))|"
    r"(?:who|what|when|where|why|how|which|whose)(?: 's| is| are| was| were| did| does| do| many| much| long| often| "
    r"old| "
    r"come| about| time| day| have| has| can| should| named| made| will| would)\b|"
    r"(?:does|do|did|is|are|was|were|has|have) (?:anyone|anybody|someone|it|this|there|we|i|the|my|they|you)\b(?=.*\?)|"
    r"(?:any|anything|anyone|anybody) (?:news|idea|chance|way|update|updates|from|on|for|know|else|left|"
    r"new)\b(?=.*\?|\S*$)|"
    r"(?:pull up|bring up|look up|list|display|print|export|count|search|find me|get me|read me|tell me|give me|show "
    r"me|"
    r"send me|remove|delete|undo|cancel|cancell?|bin|ditch|clear|wipe|rename|merge|unlog|unbook|unschedule|forget|"
    r"ignore)\b"
    r"(?! (?:from|by))"
    r")"
)
"""Questions and commands for the bot itself."""
GROUNDLESS = re.compile(
    r"^(?:did|does|has|have|is) (?!(?:to|a|an|the|some|my|our|two|been|had|just|not|\d+)\b)(?:\S+ ){1,3}?(?:reply|"
    r"replied|say|order|"
    r"ordered|pay|paid|call|called|confirm|confirmed|sign|signed|get|send|sent|answer|come|buy|bought|agree|accept|"
    r"still|ready|ok|back|in|around|available)\b[^,.;]*$|"
    r"^(?:expenses?|mileage|fuel(?! (?:tank|tanks|monitoring|card|cards|system|supply|pump|pumps|store|contract))|"
    r"petrol|diesel|parking|tolls?|receipt|hotel bill)\b(?: :)?(?= \D*\d)|"
    r"^(?:\S+ ){1,3}?(?:(?:is|are|was|were) |'s |'re )(?:(?:such|just|really|honestly|always|still|an|a|the|my|"
    r"absolute|total|"
    r"complete|actual|real|right|one of|biggest|proper) )+(?:legend|pain|star|gem|nightmare|saint|joke|disaster|hero|"
    r"lifesaver|dream|hoot|character|laugh|idiot|muppet|liar|eejit|best|worst|nicest|loveliest|gent|gentleman|lady|"
    r"dote|"
    r"dinosaur|friend|mate|neighbour|cousin|clown|chancer|messer|pet|diamond|rock)\b[^,.;:]*$|"
    r"^(?:\S+ ){1,3}?owes? (?:me|us) (?:a|one|another|big)\b[^,.;:]*$|"
    r"^(?:\S+ ){0,3}?(?:my|our|your) (?:own )?(?:wedding|birthday|anniversary)\b"
)
"""Questions without a mark, expenses, and what somebody is like."""
FACT = re.compile(
    r"^\S+(?: \S+)?(?: 's)? (?:new |work |home |mobile |cell |direct |email )*(?:phone|mobile|number|email|mail|"
    r"address|cell|"
    r"extension|postcode)(?: number| address)?(?: is| :)? (?=\+|\d[\d ]{5}|\S+@)"
)
"""A number or an address told: "Gemma's new mobile 07700 900111"."""
NOT_HELD = re.compile(
    r"^(?:i |we )?(?:was |were )?(?:supposed|meant|due|going|hoping|planning) to .* but\b|"
    r"^(?:\S+ ){0,3}?(?:call|meeting|visit|demo|lunch|appointment|coffee|breakfast|dinner|zoom|session|"
    r"training)\b[^.;,!?]* "
    r"(?:is |was |has been |got |been )?(?:postponed|cancelled|canceled|called off|put off|rearranged|scrapped)"
    r"(?: [^.;,]*)?(?: [,-] (?!.*(?:\d|\b(?:instead|re ?book\w*|rearrang\w*|new date|call|ring|visit|mon|tue|wed|thu|"
    r"fri|"
    r"monday|tuesday|wednesday|thursday|friday|tomorrow|next|spoke|rang)\b))[^.;]*)?(?: [.!])*$"
)
"""An appointment that did not take place, and nothing else."""
