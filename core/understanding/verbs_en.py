"""What English verbs of deeds mean by their form and the words before them."""

from collections.abc import Iterator

from core.understanding import nouns_en, phrases_en
from core.understanding.conjugation_en import conjugated
from core.understanding.kinds import Role
from core.understanding.text import word_set
from core.understanding.trigger_rows import Grammar, VerbRow, verb_row
from core.understanding.verb_forms import Lexicon
from core.understanding.verb_table_en import VERBS


def _unclitic(_: str) -> Iterator[tuple[str, bool, bool]]:
    """English has no enclitics."""
    return iter(())


_I = r"(?:i|we)"
_THEM = r"(?:they|he|she|customer|client|the customer|the client)"
_DUTY = (
    r"(?:(?:i |we )?(?:need to|have to|have got to|'ve got to|got to|gotta|must|"
    r"'ll|will|ill|shall|am going to|'m going to|im going to|'re going to|going to|'m gonna|'re gonna|am gonna|im "
    r"gonna|gonna|plan to|"
    r"planning to|intend to|to go and|promised to|agreed to|said i 'd|said i 'll|said ill|said i would|said we would|"
    r"(?:i )?(?:said|promised|agreed) id|(?:i )?(?:told|promised) (?:him|her|them) id|"
    r"said we 'd|want to|wanna|am to|supposed to|due to|'ve arranged to|have arranged to|arranged to|'ve promised to|"
    r"have promised to|'ve agreed to|have agreed to|aim to|aiming to|promised i 'd|promised i 'll|told (?:him|her|"
    r"them) i 'd|"
    r"told (?:him|her|them) i 'll|told (?:him|her|them) i would|(?:i )?(?:left|leaving) it (?:(?:with|at) \S+ "
    r")?(?:that |so )?(?:i 'd|i 'll|i would|"
    r"i will|i 'm to|we 'd|we 'll)|(?:it 's |it was |we )left (?:it )?(?:that )?(?:i 'd|i 'll|i would|i will|i 'm to)|"
    r"(?:i 've|i have) (?:it )?down to|(?:i 'm|we 're) (?:down|meant|to be) to|mustn't forget to|don't let me forget "
    r"to|"
    r"put me down to|pencil me in to|mark me down to|mind me to|need|hafta|'m to|fixing to|fixin to|about to|off to|"
    r"on my way to|best|"
    r"gotta remember to|'ve to|should really|it 's on me to|up to me to|on the hook to|committed to|will have to|"
    r"'ll have to|'ll need to|will need to|ll)|"
    r"(?:(?:can|could|would) (?:you|u) )?(?:please )?remind me(?: \S+){0,4}? to|remember to|don't forget to|dont "
    r"forget to|do not forget to|not forget to|note to "
    r"self|todo|"
    r"to do|let 's|lets|make a note to|make sure to|be sure to|set a reminder to|reminder to|reminder|"
    r"next step(?: is)? to|next step(?: is)?|next steps?|action|action is to|i 'd better|better|plan is to|"
    r"agreed i 'd|agreed i 'll|agreed i will|agreed i would|agreed we 'd|try to|try and|please|pls|plz|"
    r"can you remind me to|diarise to|put down to|schedule(?: a)?(?: time to)?|pencil in|"
    r"put (?:it |that )?in (?:my|the) (?:diary|calendar) to)(?: :)?(?: (?:also|just|then|still))?"
    r"(?: (?:go|come|pop|nip|call|get)(?: (?:back|over|out|up|down|in|round|along|across|there)){0,2}(?: (?:and|to))?)?"
)
_NOT_A_NOUN = (
    r"(?!(?:done|over|finished|complete|completed|with|from|to|con|de|of|for|was|were|is|went|re|about|came|at|"
    r"ready|coming|due|going|expected|arriving|landing|placed|received|number|book|value|form|intake|will|won't|"
    r"has|hasn't|should|to be|paid|start|starts|date|dates|day|days|slot|team|crew)\b(?! (?:them|him|her))|[,.:;-]|"
    r"\d{3,} (?!(?:units?|boxes|bags)\b)|\d+ (?:min|mins|minutes?|hours?|h|hrs?)\b|$)"
)
"""A noun stands there: `call with`, `visit to`, `order for`."""
_ASKED = r"(?:wants?|wanted|asked|asks|told|needs?|would like|'d like|expects?|likes?) (?:me|us) to"
_ABOUT = r"(?:back|over|out|up|down|in|round|along|across|there|through)"
_BACK = r"(?:(?:back|again|him|her|them|it)\b ?){0,3}"
_THEIR_PLAN = (
    rf"(?:wants?|wanted|needs?|needed|asked for|looking for|expects?) (?:someone|somebody|(?:an|a|the) \w+|\w+ "
    rf"from \w+)"
    rf"(?: (?:out|in|over|round))? to|(?:{_THEM}|(?:the|their|his|her|a) (?!(?:i|we)\b)\w+|"
    r"\w+(?= \S+ \S+ (?:me|us)\b)) ?(?:'ll|will|"
    r"'re going to|'s going to|are going to|is going to|want to|wants to|would like to|"
    r"'s gonna|'re gonna|gonna|are gonna|is gonna|hope to|hopes to|need to|needs to|might|may|can|could|have to|has to|"
    r"plan to|plans to|intend to|intends to|expects to|expect to|expected to|aims to|aim to|agreed to|agrees to|"
    r"wanted to|hoped to|"
    r"prefers to|would prefer to|should|must|'s to|'re to|'s supposed to|'s meant to|'re meant to|"
    r"said (?:they|he|she) 'd|said (?:they|he|she) 'll|"
    r"said (?:they|he|she) will|promised to|are to|is to|'d|would|theyll)"
)
_NOT = (
    r"(?:didn't|did not|haven't|have not|couldn't|could not|hadn't|wasn't able to|"
    r"was not able to|unable to|failed to|never|don't|do not|can't|cannot|won't|forgot to|"
    r"not|didnt|couldnt|havent|cant|wont|tried to|meant to)(?: (?:yet|manage to|get to|get round to|even))?"
)
_IF = (
    r"(?:if|when|unless|until|maybe|perhaps|should i|shall i|might|may|could|would|before|once|"
    r"without|i 'd like to|would like to|i wish i|wish|hoping to|thinking of|wherever|whether to|"
    r"thinking about|how to)(?: (?:i|we|they|he|she|you))?"
)
_WHILE = r"(?:just|already|also|finally|quickly|briefly|then|now|eventually|actually)"

ROWS: tuple[VerbRow, ...] = (
    verb_row("", "past", Role.DONE, right=r"(?:back\b ?)?", kinds="call visit meeting email"),
    verb_row(rf"(?:{_I} )?{_WHILE}|{_I}", "past", Role.DONE, right=r"(?:back\b ?)?", kinds="call visit meeting email"),
    verb_row("", "past", Role.DONE, right=r"(?!by\b)", kinds="task", starts_clause=True),
    verb_row(rf"(?:{_I} )?{_WHILE}|{_I}", "past", Role.DONE, kinds="task", starts_clause=True),
    verb_row("", "participle", Role.DONE, starts_clause=True, kinds="call visit meeting email"),
    verb_row(r"(?:i |we )?(?:just|finally|eventually)", "participle", Role.DONE, kinds="call visit meeting email"),
    verb_row(rf"(?:{_I} )?(?:'ve|have|ive)(?: (?:just|already|now|also|finally))?", "participle", Role.DONE),
    verb_row(rf"(?:{_I} )?(?:just )?(?:finished|done|been|was|were)(?: (?:out|in|on))?", "gerund", Role.DONE),
    verb_row(r"after", "gerund", Role.DONE, kinds="call visit meeting"),
    verb_row(rf"{_I} (?:'m|am|'re|are|was|were) (?:only |just )?after", "gerund", Role.DONE),
    verb_row(
        r"(?:i |we )?(?:managed to|(?:finally|eventually|at last|only just|just) got to|got round to|got around to|"
        r"was able to|"
        rf"(?:went|been|came|popped|nipped|called|dropped|drove|ran)(?: {_ABOUT}){{0,2}} (?:to|and))",
        "infinitive past participle",
        Role.DONE,
    ),
    verb_row(_DUTY, "infinitive", Role.TO_DO, right=_BACK),
    verb_row(
        r"(?:to be|needs to be|need to be|must be|has to be|have to be|should be|wants to be|due to be)",
        "participle",
        Role.TO_DO,
        right=_BACK,
        kinds="call visit",
        needs_time=True,
    ),
    verb_row(
        r"(?:said|says|told|promised|agreed|assured|warned|texted|left it)(?: (?!(?:he|she|they|it|if|i|we|you|"
        r"who)\b)\S+){0,5} "
        r"(?P<own>(?:that )?(?:i|we) (?:'d|'ll|would|will))(?: (?:just|also|then|go and|try and|try to))*",
        "infinitive",
        Role.TO_DO,
        right=_BACK,
    ),
    verb_row(
        r"(?:and|so|then|that) (?:i|we) (?:'d|would)(?: (?:also|then|just))?",
        "infinitive",
        Role.TO_DO,
        right=_BACK,
        kinds="call visit meeting email",
        needs_time=True,
    ),
    verb_row(rf"{_DUTY} {_DUTY}", "infinitive", Role.TO_DO, right=_BACK),
    verb_row(
        rf"(?:{_I} )?(?:must|need to|have to|should|'ll|will|gotta|got to|want to) get (?:round|around) to",
        "gerund",
        Role.TO_DO,
    ),
    verb_row(
        r"(?:i |we )?(?:should|ought to|'d like to|would like to|might|could|hope to|hoping to|'d love to|would love "
        r"to|fancy|"
        r"thinking of|thought i 'd)(?: (?:also|probably|really))?",
        "infinitive gerund",
        Role.TO_DO,
        right=_BACK,
        starts_clause=True,
        needs_time=True,
    ),
    verb_row(
        r"(?:(?:he|she|they|to|who) )?(?:said|says|asked|asks|told me|told us|suggested|reckons)(?: to| i| we)?"
        r"(?: should| can| could)?(?: try)?",
        "infinitive",
        Role.ASKED,
        right=_BACK,
    ),
    verb_row(_ASKED, "infinitive", Role.ASKED, right=_BACK),
    verb_row(
        "",
        "infinitive",
        Role.TO_DO,
        right=_BACK + _NOT_A_NOUN,
        starts_clause=True,
        kinds="call visit meeting email",
    ),
    verb_row(
        "", "infinitive", Role.TO_DO, right=_BACK + _NOT_A_NOUN, starts_clause=True, needs_time=True, kinds="task"
    ),
    verb_row("", "gerund", Role.OPEN, starts_clause=True),
    verb_row(
        rf"(?:{_I} )?(?:'m|'re|am|are|im)(?: (?:also|then|just|still))?|{_I}", "gerund", Role.OPEN, starts_clause=True
    ),
    verb_row(
        rf"{_I} (?:'m|'re|am|are)(?: (?:also|then|just|probably))?",
        "gerund",
        Role.TO_DO,
        needs_time=True,
        kinds="call visit meeting email",
    ),
    verb_row(
        rf"(?:{_I} )?(?:(?:'m|'re|am|are|im) )?(?:popping|nipping|calling|dropping|heading|coming|running|driving|"
        rf"going)"
        rf"(?: {_ABOUT}){{0,2}} (?:to|and)",
        "infinitive",
        Role.OPEN,
        starts_clause=True,
    ),
    verb_row(_I, "infinitive", Role.OPEN),
    verb_row(
        r"(?:(?:i|we) )?(?:'ll|will|shall|'m to|need to|have to|'ve to|must|should|ought to|'m going to|going to) be",
        "gerund",
        Role.TO_DO,
    ),
    verb_row(
        r"(?:get|getting|got|have|ask|asking|asked|find|send|sending|want|need|tell|telling|told) (?:someone|somebody|"
        r"one of \S+(?: \S+)?|the \S+|our \S+|accounts|service|support|technical|customer service) to",
        "infinitive",
        Role.NOT_OURS,
    ),
    verb_row(r"(?:someone|somebody) to", "infinitive", Role.NOT_OURS),
    verb_row(_THEIR_PLAN, "infinitive", Role.NOT_OURS, right=r"(?:me\b|us\b)? ?"),
    verb_row(_THEM, "past they_present", Role.NOT_OURS, kinds="call visit meeting email"),
    verb_row(
        rf"(?:{_THEM}) (?:are|is|'re|'s|have|has|had|'ve)",
        "gerund participle",
        Role.NOT_OURS,
        kinds="call visit meeting email",
    ),
    verb_row(rf"(?:{_THEM}) (?:have|has|had|'ve|'s)", "participle", Role.NOT_OURS, kinds="task"),
    verb_row(r"(?:hopes|wants|needs|has|plans|intends|expects|aims|means) to", "infinitive", Role.NOT_OURS),
    verb_row(
        r"(?:board|committee|boss|council|team|management|accountant|bank|partner|director|owner|manager|everyone|"
        r"people|lads|"
        r"architect|surveyor|solicitor|auditor|auditors|inspector) (?:'s|has|have|had|'ve)(?: (?:just|already|now|"
        r"also|not|finally))*",
        "participle past",
        Role.NOT_OURS,
        kinds="call visit meeting email",
    ),
    verb_row(
        rf"(?:{_I} )?(?:should|could|would|must|might)(?: 've| have| of)(?: \w+ly| also)?", "participle", Role.NOT_DONE
    ),
    verb_row(rf"(?:{_I} )?{_NOT}", "infinitive past participle", Role.NOT_DONE, right=_BACK),
    verb_row(
        r"(?:good|nice|great|lovely|pleased|glad|happy|sorry|hard|easy|ready|free|able|here) to",
        "infinitive",
        Role.NOT_OURS,
    ),
    verb_row(
        r"(?:someone|somebody|guy|man|woman|lady|chap|bloke|lad|girl|person|company|firm|place|shop|"
        r"(?<!quick )one|business|"
        r"outfit|"
        r"pub|hotel|school|farm|garage|it 's|is|was)",
        "past participle",
        Role.NOT_OURS,
        kinds="call",
    ),
    verb_row(rf"(?!when (?:i|we)(?!\S)){_IF}", "past", Role.NOT_OURS),
    verb_row(_IF, "infinitive gerund", Role.NOT_OURS),
    verb_row(
        r"when (?:i|we)(?: (?:just|finally|last))?",
        "past",
        Role.DONE,
        right=r"(?:back\b ?)?",
        kinds="call visit meeting",
    ),
    verb_row(r"(?:was|were|is|be|being|been|are|get|gets|got|had|wasn't|weren't)", "participle", Role.NOT_OURS),
    verb_row(
        r"(?:i |we )?(?:had|'d|was|were) (?:only |just )?(?:hoped|hoping|meant|planned|supposed|going|wanted|"
        r"intended) to",
        "infinitive",
        Role.NOT_DONE,
    ),
)

_SMALL_WORDS = word_set(
    "the a an of to in on with for and at i we he she they it is are was my his her their our this that by from not "
    "but has have n w"
)
GRAMMAR = Grammar(nouns_en.ROWS + phrases_en.PHRASES, Lexicon(VERBS, conjugated, _unclitic), ROWS, _SMALL_WORDS)
