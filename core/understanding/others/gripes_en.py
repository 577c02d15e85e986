"""Gripes and praise in English: the app, what somebody is like; no news of a customer."""

from core.understanding.others.rows import Row, Table, one_of
from core.understanding.others.words import THE_APP_IS_BAD

_INTENSELY = one_of(
    "such, just, really, honestly, always, still, an, a, the, my, absolute, total, complete, actual, real, right, "
    "one of, biggest, proper"
)
_PRAISE_OR_BLAME = one_of(
    "legend, pain, star, gem, nightmare, saint, joke, disaster, hero, lifesaver, dream, hoot, character, laugh, idiot, "
    "muppet, liar, eejit, best, worst, nicest, loveliest, gent, gentleman, lady, dote, dinosaur, friend, mate, "
    "neighbour, cousin, clown, chancer, messer, pet, diamond, rock"
)

GRIPES = Table(
    Row(
        "the app is bad",
        rf"(?:the app|this app|this bot|the bot|this|it){THE_APP_IS_BAD}\b",
        "this app is rubbish",
    ),
    Row(
        "what somebody is like",
        rf"(?:\S+ ){{1,3}}?(?:(?:is|are|was|were) |'s |'re )(?:{_INTENSELY} )+{_PRAISE_OR_BLAME}\b[^,.;:]*$",
        "Colin is an absolute legend",
    ),
    Row(
        "who owes one a favour", r"(?:\S+ ){1,3}?owes? (?:me|us) (?:a|one|another|big)\b[^,.;:]*$", "Colin owes me one"
    ),
    Row(
        "a feast of ours",
        r"(?:\S+ ){0,3}?(?:my|our|your) (?:own )?(?:wedding|birthday|anniversary)\b",
        "Saturday is our anniversary",
    ),
)
