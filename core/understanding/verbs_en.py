"""English words for calls, visits, meetings, mails and tasks, in the forms that people type."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.understanding.triggers import Kind, Role, TriggerRow, trigger_row


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of the verbs of one kind, each as alternatives of a pattern."""

    infinitive: str
    past: str
    participle: str
    progressive: str


CALL = Forms(
    "call back|call again|call|phone|ring|speak with|speak to|speak|talk to|talk with|"
    "talk|ring back|phone back|contact|check in with|check in|"
    "catch up with|catch up|reach out to|touch base with|touch base|give a (?:call|ring)|"
    "give (?:\\w+ )?(?:\\w+ )?a (?:call|ring|bell)",
    "called back|called|phoned|rang|spoke with|spoke to|spoke|talked to|talked with|"
    "talked|contacted|checked in with|caught up with|"
    "reached out to|touched base with|telephoned|got hold of|got through to|cold called",
    "called|phoned|rung|spoken to|spoken with|spoken|talked to|talked with|contacted",
    "calling|phoning|ringing|speaking to|speaking with|talking to",
)
VISIT = Forms(
    "visit|drop by|drop in on|drop in|pop in to|pop in|pop into|stop by|swing by|"
    "go to see|go and see|go see|go to|go back to|go back|return to|see|come back|be at",
    "visited|dropped by|dropped in on|dropped in|popped in to|popped into|popped in|"
    "stopped by|swung by|went to see|went to|went by|saw|called in at|"
    "called in on|was at|were at|just left|left|came from|got back from|came back from|"
    "been to|been at|seen",
    "visited|dropped by|popped into|stopped by|been to|been at|been to see|seen",
    "visiting|seeing|dropping by|stopping by|going to see|going to visit|popping in to|"
    "popping into|going there|going back|heading to|returning to",
)
MEETING = Forms(
    "meet again|meet up with|meet with|meet up|meet|have lunch|have coffee|"
    "have a meeting|sit down with|get together with",
    "met up with|met with|met|had lunch|had coffee|had dinner|had breakfast|sat down with",
    "met with|met|had lunch with|had coffee with",
    "meeting up with|having lunch|having coffee|having a meeting",
)
SEND = Forms(
    "send over|send|forward|resend",
    "sent over|sent|forwarded",
    "sent over|sent|forwarded",
    "sending over|sending|forwarding",
)
WRITE = Forms(
    "email|e mail|mail|write to|write|message|text",
    "emailed|e mailed|mailed|wrote to|messaged|texted|dropped an email",
    "emailed|written to|mailed|messaged",
    "emailing|writing to|messaging",
)
TASK = Forms(
    "prepare|review|check|draft|update|follow up with|follow up on|follow up|followup|"
    "chase up|chase|get back to|finish|order|confirm|organise|organize|arrange|"
    "deliver|bring|submit|do|work on|book|quote|price up|renew|complete|put together|"
    "look into|sort out",
    "(?!)",
    "(?!)",
    "preparing|following up with|following up|chasing|drafting",
)

_I = r"(?:i|we)"
_THEM = r"(?:they|he|she|customer|client|the customer|the client)"
_DUTY = (
    r"(?:(?:i |we )?(?:need to|have to|have got to|'ve got to|got to|gotta|must|should|"
    r"ought to|'ll|will|shall|am going to|'m going to|'re going to|going to|gonna|plan to|"
    r"planning to|"
    r"intend to|promised to|agreed to|said i 'd|said i 'll|said i would|said we would|"
    r"said we 'd|want to|am to|supposed to|due to)|remind me to|remember to|"
    r"don't forget to|dont forget to|do not forget to|not forget to|note to self|todo|"
    r"to do|"
    r"let 's|lets|make a note to|reminder to|reminder|next step(?: is)? to|next step|"
    r"action|i 'd better|better|"
    r"agreed i 'd|agreed i 'll|agreed i will|try to|try and|please|can you remind me to|"
    r"put down to|schedule(?: a)?(?: time to)?) "
)
_NOT_A_NOUN = (
    r"(?! (?:with|from|to|con|a|de|of|for|was|were|is|went|re|about|came|at|"
    r"ready)\b(?! (?:them|him|her)))"
)
"""A noun stands there: `call with`, `visit to`, `order for`."""
_ASKED = r"(?:wants?|wanted|asked|asks|told|needs?|would like|'d like|expects?|likes?) (?:me|us) to "
_BACK = r"(?: back| again| him| her| them| it){0,3}"
_THEIR_PLAN = (
    rf"(?:{_THEM}|(?:the|their|his|her|a) \w+|\w+(?= \S+ \S+ (?:me|us)\b)) ?(?:'ll|will|"
    r"'re going to|'s going to|are going to|is going to|want to|wants to|would like to|"
    r"hope to|hopes to|need to|needs to|might|may|can|could|have to|has to|"
    r"plan to|plans to|intend to|said (?:they|he|she) 'd|said (?:they|he|she) 'll|"
    r"said (?:they|he|she) will|promised to|are to|is to|'d|would) "
)
_NOT = (
    r"(?:didn't|did not|haven't|have not|couldn't|could not|hadn't|wasn't able to|"
    r"was not able to|unable to|failed to|never|don't|do not|can't|cannot|won't|forgot to|"
    r"not|didnt|couldnt|havent) (?:yet |manage to |get to |get round to |even )?"
)
_IF = (
    r"(?:if|when|unless|until|maybe|perhaps|should i|shall i|might|may|could|would|before|"
    r"after|without|i 'd like to|would like to|i wish i|wish|hoping to|thinking of|"
    r"thinking about) (?:i |we |they |he |she |you )?"
)


def _verbs(kind: Kind, forms: Forms, *, keeps: bool = False) -> Iterator[TriggerRow]:
    yield trigger_row(
        rf"(?:{_I} )?(?:just |already |also |finally )?(?:{forms.past})(?: back)?", Role.DONE, kind, keeps_verb=keeps
    )
    yield trigger_row(
        rf"(?:{_I} )?(?:'ve|have) (?:just |already |now )?(?:{forms.participle})", Role.DONE, kind, keeps_verb=keeps
    )
    yield trigger_row(
        rf"(?:{_I} )?(?:just )?(?:finished|done|been) (?:{forms.progressive})", Role.DONE, kind, keeps_verb=keeps
    )
    yield trigger_row(rf"{_DUTY}(?P<verb>(?:{forms.infinitive}){_BACK})", Role.TO_DO, kind, keeps_verb=keeps)
    yield trigger_row(rf"{_ASKED}(?:{forms.infinitive}){_BACK}", Role.ASKED, kind, keeps_verb=keeps)
    yield trigger_row(
        rf"(?:{forms.infinitive}){_BACK}{_NOT_A_NOUN}",
        Role.TO_DO,
        kind,
        keeps_verb=keeps,
        starts_clause=True,
        needs_time=kind is Kind.TASK,
    )
    yield trigger_row(
        rf"(?:(?:i|we) )?(?:'m |'re |am |are )?(?:{forms.progressive})",
        Role.OPEN,
        kind,
        keeps_verb=keeps,
        starts_clause=True,
    )
    yield trigger_row(rf"(?:i|we) (?:{forms.infinitive})", Role.OPEN, kind, keeps_verb=keeps)
    yield trigger_row(rf"(?!i |we ){_THEIR_PLAN}(?:{forms.infinitive})(?: me| us)?", Role.NOT_OURS, kind)
    yield trigger_row(rf"{_THEM} (?:{forms.past}|are {forms.progressive}|is {forms.progressive})", Role.NOT_OURS, kind)
    yield trigger_row(
        rf"(?:{_I} )?{_NOT}(?:{forms.infinitive}|{forms.past}|{forms.participle}){_BACK}", Role.NOT_DONE, kind
    )
    yield trigger_row(rf"{_IF}(?:{forms.infinitive}|{forms.past}|{forms.progressive})", Role.NOT_OURS, kind)


_NOUNS = (
    (Kind.CALL, r"follow up call|phone call|telephone call|conference call|cold call|call|chat|voicemail"),
    (Kind.VISIT, r"site visit|visit"),
    (
        Kind.MEETING,
        r"meeting|lunch|coffee|breakfast|dinner|demo|presentation|video call|zoom call|zoom|"
        r"teams call|teams meeting|appointment|catch up|catchup",
    ),
    (Kind.EMAIL, r"email|e mail|mail"),
    (Kind.TASK, r"follow up|followup|task"),
)
_ARTICLE = r"(?:(?:a|an|the|my|our|another|quick|short|long|good|great|brief|first|second|next) ){0,3}"
_PLANNED = (
    r"(?:(?:i |we )?(?:'ve got|have got|have|got|'ve|'ve booked|schedule|book|set up|plan|"
    r"arrange|add|put in|put|create|organise|organize|booked|scheduled|arranged|agreed|"
    r"set|pencil in|remind me (?:of|about)|there 's|next|new)) "
)
_HELD = (
    r"(?:(?:i |we )?(?:just )?(?:had|did|done|finished|held|got off|just off|off|"
    r"back from|came out of|coming out of|left|out of|made|had another|have had|"
    r"'ve had)) (?:a |an |the )?"
)


def _nouns() -> Iterator[TriggerRow]:
    for kind, nouns in _NOUNS:
        yield trigger_row(rf"{_PLANNED}{_ARTICLE}(?:{nouns})", Role.TO_DO, kind)
        yield trigger_row(rf"{_HELD}{_ARTICLE}(?:{nouns})", Role.DONE, kind)
        yield trigger_row(rf"\d+ (?:min|mins|minutes?|hours?|h|hr) (?:{nouns})", Role.OPEN, kind, is_noun=True)
        yield trigger_row(rf"(?:got|received|took) {_ARTICLE}(?:{nouns}) from", Role.DONE, kind)
        yield trigger_row(
            rf"{_ARTICLE}(?:{nouns})(?= (?:with|to|at|from|in|on|w|was|went|re|about|con|a|de|en)\b)",
            Role.OPEN,
            kind,
            is_noun=True,
        )
        yield trigger_row(
            r"(?:they have|he has|she has|they 've|have their|their|wants?|for the|before the|"
            rf"after the|about the|of the) {_ARTICLE}(?:{nouns})",
            Role.NOT_OURS,
            kind,
        )
    yield trigger_row(
        rf"{_ARTICLE}(?:meeting|lunch|coffee|breakfast|dinner|demo|presentation|appointment|"
        r"follow up)",
        Role.OPEN,
        Kind.MEETING,
        is_noun=True,
        starts_clause=True,
    )


_PHRASES = (
    trigger_row(r"follow up call", Role.TO_DO, Kind.CALL),
    trigger_row(r"(?:i |we )?dropped off", Role.DONE, Kind.VISIT, keeps_verb=True),
    trigger_row(
        r"(?:just )?(?:got off the phone|just off the phone|off the phone|on the phone|"
        r"been on the phone) (?:with|to)",
        Role.DONE,
        Kind.CALL,
    ),
    trigger_row(
        r"(?:left|leaving) (?:\w+ )?(?:a |him a |her a |them a )?(?:voicemail|voice mail|"
        r"message)(?: for| with)?",
        Role.DONE,
        Kind.CALL,
    ),
    trigger_row(
        r"(?:just )?(?:leaving|on my way back from|back from|coming out of|came out of|out of|"
        r"just out of)",
        Role.DONE,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(r"(?:i )?(?:was|were|been) (?:with|at|over at|in to see)", Role.DONE, Kind.VISIT),
    trigger_row(
        r"(?:back there|back again|back to see them|going there|going back|go there|"
        r"i 'm back there|return|returning)",
        Role.TO_DO,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:try|trying|will try|'ll try) (?:again|him again|her again|them again|back)|retry", Role.TO_DO, Kind.CALL
    ),
    trigger_row(
        r"(?:sent|wrote|dropped|fired off) (?:\w+ )?(?:an |a |the )?(?:email|e mail|mail|"
        r"message|whatsapp)(?: to)?",
        Role.DONE,
        Kind.EMAIL,
    ),
    trigger_row(
        r"(?:send|write|drop) (?:\w+ )?(?:an |a |the )?(?:email|e mail|mail|message)(?: to)?",
        Role.TO_DO,
        Kind.EMAIL,
        starts_clause=True,
    ),
    trigger_row(r"(?:they|he|she) (?:called|rang|phoned|emailed|visited) (?:me|us)", Role.DONE, Kind.CALL),
)

ROWS: tuple[TriggerRow, ...] = (
    *_verbs(Kind.CALL, CALL),
    *_verbs(Kind.VISIT, VISIT),
    *_verbs(Kind.MEETING, MEETING),
    *_verbs(Kind.EMAIL, SEND, keeps=True),
    *_verbs(Kind.EMAIL, WRITE),
    *(row for row in _verbs(Kind.TASK, TASK, keeps=True) if row.role is not Role.DONE),
    *_nouns(),
    *_PHRASES,
)
