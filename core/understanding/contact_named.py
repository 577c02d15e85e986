"""Which person at the account is meant: by a name, a pet name, or the beginning of one."""

import re
from dataclasses import replace

from core.understanding.feedback import is_told_of
from core.understanding.lexicon import NO_SLIPS
from core.understanding.meaning import Ask
from core.understanding.mending import is_known_word
from core.understanding.mentions import Mention
from core.understanding.nicknames import NICKNAMES
from core.understanding.reading import Reading
from core.understanding.text import indexes, keys_of, word_set
from core.understanding.whom import Who
from core.understanding.world import Contact


def find_contact(who: Who, inside: list[Mention], everywhere: list[Mention], reading: Reading) -> Who:
    """The person at the account whom the sentence names; one who is named where the deed is told is asked for."""
    if who.account is None and len(who.accounts) > 1:
        return _who_is_at_all_of_them(who, everywhere, reading)
    if who.account is None or who.contact:
        return who
    here = {one.id: one for one in reading.world.contacts_at(who.account.id)}
    every = [*inside, *(one for one in everywhere if one not in inside)]
    every = [one for one in every if not _is_gone(one, reading)]
    for mention in sorted(every, key=lambda one: (_is_absent(one, reading), not _attended(one, reading))):
        people = [person for key, person in here.items() if key in mention.contacts]
        is_person = len(people) == 1 and (
            reading.sentence.key(mention.span[0] - 1) in _BEFORE_A_PERSON or _is_first_name(mention, people[0], reading)
        )
        if mention.accounts and not mention.is_whole_contact and who.account.id in mention.accounts and not is_person:
            continue  # the firm's own name, which is its owner's surname
        if len(people) == 1:
            return replace(who, contact=people[0])
        if people and (mention in inside or reading.sentence.key(mention.span[0] - 1) in _TOGETHER_WITH):
            return replace(who, contacts=tuple(people), asks=(*who.asks, Ask.CONTACT))
    who = _called_like_a_word(who, here, reading)
    return _called_by_the_beginning(_called_by_a_pet_name(who, here, reading), here, reading)


def _who_is_at_all_of_them(who: Who, everywhere: list[Mention], reading: Reading) -> Who:
    """The one person named who works at several of the firms that may be meant: "*Sandra* at Kingfisher"."""
    firms = {one.id for one in who.accounts}
    for mention in everywhere:
        people = reading.world.contacts(mention.contacts)
        if len(people) == 1 and not mention.accounts and len(firms.intersection(people[0].account_ids)) > 1:
            return replace(who, contact=who.contact or people[0])
    return who


def _called_by_a_pet_name(who: Who, here: dict[str, Contact], reading: Reading) -> Who:
    """Somebody at the account by a pet name that is somebody else's name elsewhere: "Dolans, saw *Mick*" for
    Michael."""
    if who.contact or who.asks or who.account is None:
        return who
    for mention in reading.mentions:
        key = reading.sentence.key(mention.span[0])
        is_speaking = is_told_of(reading.sentence.key(mention.span[1])) or any(
            one.span[0] == mention.span[1] for one in reading.triggers
        )
        is_of_the_firm = who.account.id in mention.accounts
        is_again = is_of_the_firm and (
            is_speaking or any(who.account.id in one.accounts for one in reading.mentions if one is not mention)
        )
        is_of_elsewhere = is_again or (
            mention.contacts and not here.keys() & mention.contacts and not mention.is_whole_contact
        )
        if not is_of_elsewhere or mention.span[1] - mention.span[0] > 1 or _is_gone(mention, reading):
            continue
        people = [one for one in here.values() if keys_of(one.name)[0] in NICKNAMES.get(key, ())]
        if len(people) == 1:
            return replace(who, contact=people[0])
    return who


def _called_by_the_beginning(who: Who, here: dict[str, Contact], reading: Reading) -> Who:
    """Somebody at the account called by the beginning of the first name: "Facu" for Facundo, "Cati" for Catalina."""
    if who.contact or not here:
        return who
    known = indexes(reading.mentions, reading.times, reading.triggers, reading.titles)
    for index, key in enumerate(reading.sentence.keys):
        is_word = (key in NO_SLIPS or is_known_word(key)) and not (index and reading.sentence.is_capitalised(index))
        if index in known or len(key) < _SHORTEST_BEGINNING or is_word:
            continue
        people = [one for one in here.values() if _begins_alike(keys_of(one.name)[0], key)]
        if len(people) == 1:
            return replace(who, contact=people[0])
    return who


def _begins_alike(first_name: str, said: str) -> bool:
    """Whether it is the name's beginning, or that with the ending of a pet name: `Cati`, `Merche`, `Susi`."""
    return first_name != said and (
        first_name.startswith(said)
        or (len(said) > _SHORTEST_BEGINNING and said[-1] in "iyaos" and first_name.startswith(_single(said[:-1])))
    )


def _single(beginning: str) -> str:
    """`rob` of Robbo: a pet name doubles its last letter."""
    return beginning[:-1] if beginning[-1:] == beginning[-2:-1] else beginning


_SHORTEST_BEGINNING = 3


def _attended(mention: Mention, reading: Reading) -> bool:
    """Whether the person is told to have been there instead: "me atendió *Estíbaliz*"."""
    return bool(_ATTENDED.search(reading.sentence.plain[: reading.sentence.place(mention.span[0])]))


_ATTENDED = re.compile(
    r"\b(?:(?:me|nos) (?:ha |han )?(?:atendi[oó]|atiende|atendido|recibio|recibe|recibido|cogio|cogido)|"
    r"but (?:it was|(?:i |we )?(?:only )?(?:got|saw|met|spoke to|spoke with|talked to|dealt with|had|caught|found)|"
    r"ended up with))(?: (?:only|just|young|old))? $"
)


def _is_first_name(mention: Mention, person: Contact, reading: Reading) -> bool:
    """Whether one word that a firm shares with its owner is the owner's first name: "Marisa at the salon"."""
    first, end = mention.span
    key, own = reading.sentence.key(first), keys_of(person.name)
    is_pet_name = any(name.split() == own[: len(name.split())] for name in NICKNAMES.get(key, ()))
    return end - first == 1 and (key == own[0] or is_pet_name)


def _called_like_a_word(who: Who, here: dict[str, Contact], reading: Reading) -> Who:
    """A first name that is a common word as well, before its firm: "rang will at stag", "grace from Acme"."""
    account = who.account
    for mention in reading.mentions:
        place = mention.span[0] - 2
        if account is None or account.id not in mention.accounts or reading.sentence.key(place + 1) not in _AT_A_FIRM:
            continue
        first = reading.sentence.key(place)
        people = [one for one in here.values() if first and keys_of(one.name)[:1] == [first]]
        if len(people) == 1:
            return replace(who, contact=people[0])
    return who


_TOGETHER_WITH = word_set("con with")


_BEFORE_A_PERSON = word_set("el la don dona sr sra senor senora doctor doctora dr dra profesor profesora padre hermana")


_AT_A_FIRM = word_set("at from of @ de en with in")


_ABSENT = re.compile(
    r"(?:no (?:estaba|esta|estuvo|vino|pudo|me cogio|cogio|contesta|me contesta)|(?:was|is|were)n't|(?:was |is |'s "
    r")?(?:not |away|off|out|sick|on holiday|on leave)|"
    r"(?:ya )?(?:se ha cogido|se cogio|ha cogido|cogio|salio|se fue|anda|sale) (?:a |de )?(?:la |unas )?(?:baja|"
    r"vacaciones|"
    r"licencia|viaje|permiso)|"
    r"(?:esta |estaba )?(?:de (?:baja|vacaciones|viaje|permiso)|fuera|en (?:obra|una reunion|el campo|reuniones)|"
    r"reunid[oa]|"
    r"ocupad[oa]|enferm[oa]|liad[oa]))\b"
)


_GONE = re.compile(
    r"(?:(?:has|have|had|is|was|'s) )?(?:just |now |apparently |since )?(?:retired|retiring|passed away|died|dead|"
    r"emigrated|moved on|"
    r"gone for good|no longer (?:there|with|at|works)|(?:been )?(?:sacked|fired|let go|made redundant|replaced)|"
    r"left (?:the )?(?:company|firm|business|job|place|last|in|to|for|months?|weeks?|apparently|there|now|already)|"
    r"left(?= [,.;!]|$)|(?:'s )?(?:replacement|successor|stand in)(?= [,.;!]|$| (?:at|in|there|is|was|called|name))|"
    r"ya no (?:esta|trabaja)|se (?:ha )?jubilado|se jubilo|"
    r"(?:ha dejado|dejo|dejaba) (?:la|el) (?:empresa|cargo|puesto|compania|firma|cooperativa)|se (?:fue|ha ido) de la "
    r"(?:empresa|compania|firma)|ya no sigue|renuncio|lo (?:echaron|han echado|despidieron)|la (?:echaron|han "
    r"echado))(?!\S)"
)


def _is_gone(mention: Mention, reading: Reading) -> bool:
    """Whether the person is told to be there no more, or not yet: "Graham's retired"."""
    is_awaited = reading.sentence.key(mention.span[0] - 1) in _AWAITING
    return is_awaited or bool(_GONE.match(reading.sentence.plain, reading.sentence.place(mention.span[1])))


_AWAITING = word_set("til till until when once before hasta cuando")
"""Before the name of somebody who is awaited: "she orders *when George* is back"."""


def _is_absent(mention: Mention, reading: Reading) -> bool:
    """Whether the person is told not to have been there: somebody else was talked to."""
    is_denied = reading.sentence.key(mention.span[0] - 1) in {"not", "no"}
    return is_denied or bool(_ABSENT.match(reading.sentence.plain, reading.sentence.place(mention.span[1])))
