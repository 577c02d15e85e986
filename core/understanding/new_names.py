"""Names that fit nothing known: the words of an account to create."""

import re
from collections.abc import Set

from core.understanding.clause_deeds import Deed
from core.understanding.deeds import Deeds
from core.understanding.entry_words import ANYBODY
from core.understanding.first_names_es import FIRST_NAMES
from core.understanding.frames_en import NAMING, THAT_PLACE
from core.understanding.heads import find_head, name_run, unknown_run
from core.understanding.kinds import Kind
from core.understanding.lexicon import GLUE, NO_SLIPS, PUNCTUATION
from core.understanding.mending import is_known_word
from core.understanding.mentions import Mention
from core.understanding.names import CONNECTORS, TRADE_WORDS
from core.understanding.reading import Reading
from core.understanding.small_strangers import PREMISES
from core.understanding.strangers_en import FIRM_WORDS
from core.understanding.text import Span, indexes, word_set

_OF = word_set("de del from at of en in")


def unknown_name(reading: Reading, deeds: Deeds) -> Span | None:
    """The name that fits nothing known, after the deed or at the sentence's head: the words of an account to create."""
    if not deeds.main:
        return _head_name(reading)
    busy = indexes(reading.times, reading.durations, reading.amounts, reading.channels)
    if stranger := _right_behind(deeds.main, reading):
        return stranger
    head = find_head(reading)
    if head.new_name and head.is_parted and not head.names:
        is_town = reading.sentence.key(head.new_name[0] - 1) == "en" and deeds.main.clause.span[1] <= head.new_name[0]
        firm = _after_the_deed(deeds.main, busy, reading) if is_town else None
        return firm or head.new_name  # "visita a *Muebles Paco*, en Cieza"
    found = _after_the_deed(deeds.main, busy, reading)
    if found is None and all(one.is_weak for one in reading.mentions):
        return (
            _heading_name(busy, reading)
            or _head_name(reading)
            or _place_named(deeds, busy, reading)
            or _to_whom_later(deeds.main, busy, reading)
        )
    return found


def _right_behind(main: Deed, reading: Reading) -> Span | None:
    """The unknown firm that but small words part from the deed: "visita a *Informática Tecnovalls*, en Granollers"."""
    start = main.trigger.span[1]
    while reading.sentence.key(start) in GLUE - PUNCTUATION:
        start += 1
    return next((one for one in reading.strangers if one[0] == start or one[0] <= start < one[1]), None)


def _after_the_deed(main: Deed, busy: Set[int], reading: Reading) -> Span | None:
    start, end = main.trigger.span[1], main.clause.span[1]
    if start == main.trigger.span[0]:  # an appointment, which has no words of a deed
        return None
    first = start
    if span := _named_after_a_role(start, end, busy, reading):
        return None if _is_known(span, reading) else span
    while start < end and (reading.sentence.key(start) in (GLUE | _TITLES_OF_PEOPLE) - {"&"} or start in busy):
        start += 1
    if _ABOUT.intersection(reading.sentence.keys[first:start]) and not reading.sentence.is_capitalised(start):
        return None
    firm = _firm_of_somebody(start + 1, end, busy, reading) if reading.sentence.key(start) == "tal" else None
    span = firm or name_run(start, end, busy, reading)
    if span and is_nobodys(span, reading):
        span = _named_later(span[0] + 1, busy, reading)
    if span is None or _is_known(span, reading):
        return None
    stranger = firm or next((one for one in reading.strangers if overlap(one, span)), None)
    if firm := stranger or _firm_of(span, end, busy, reading):
        return firm
    to_whom = _TO_WHOM.intersection(reading.sentence.keys[first:start])
    is_object = (main.trigger.keeps_verb or main.trigger.is_noun) and not to_whom
    is_name = reading.sentence.key(span[0]) in TRADE_WORDS or reading.sentence.is_capitalised(start)
    return None if is_object and not is_name else span


_ABOUT = word_set("about re regarding concerning over sobre")
"""What leads to a thing, not to somebody."""


def _firm_of(person: Span, end: int, busy: Set[int], reading: Reading) -> Span | None:
    """The firm that is named after somebody unknown: "maria at *halcyon yoga studio*"."""
    if reading.sentence.key(person[1]) not in {"at", "from", "@", "de"}:
        return None
    firm = name_run(person[1] + 1, end, busy, reading)
    return None if firm is None or _is_known(firm, reading) or is_nobodys(firm, reading) else firm


def _firm_of_somebody(start: int, end: int, busy: Set[int], reading: Reading) -> Span | None:
    """The firm of "un tal Ferney de *Insumos El Roble*", the name of the person apart."""
    joint = next((index for index in range(start + 1, min(start + 4, end)) if reading.sentence.key(index) in _OF), None)
    return None if joint is None else name_run(joint + 1, end, busy, reading)


def is_nobodys(span: Span, reading: Reading) -> bool:
    """Whether a name begins with a word for any firm or person: "the new *place*", "a *number*"."""
    return reading.sentence.key(span[0]) in ANYBODY and not reading.sentence.is_capitalised(span[0])


def _named_later(start: int, busy: Set[int], reading: Reading) -> Span | None:
    """The name that follows such words after a comma or a place: "the new crowd in Mallow, *Blackwater Timber*"."""
    end = len(reading.sentence.tokens)
    for index in range(start, end):
        match = _OF_A_NEW_ONE.match(reading.sentence.plain, reading.sentence.place(index))
        if match and (span := unknown_run(reading.sentence.span(match)[1], end, busy, reading)):
            return span
    for index in range(start, end):
        if reading.sentence.key(index) in {",", ":", "-", "–", "("} and (
            span := unknown_run(index + 1, end, busy, reading)
        ):
            return span
    return next((span for index in range(start, end) if (span := unknown_run(index, end, busy, reading))), None)


_OF_A_NEW_ONE = re.compile(r"(?:from|at|of) (?:(?:a|the|this|that) )?(?:new )?(?:\w+ )?(?=\S)")


def firm_of_a_namesake(reading: Reading) -> Span | None:
    """The unknown firm of somebody who but shares a first name with one whom we know: "Pete from *Harrow*"."""
    if any(one.accounts and not one.is_weak for one in reading.mentions):
        return None
    end = len(reading.sentence.tokens)
    for one in reading.mentions:
        is_first_name = one.contacts and not is_whole(one) and one.span[1] - one.span[0] == 1
        if is_first_name and reading.sentence.key(one.span[1]) in {"from", "@", "at"}:
            busy = indexes(reading.times, reading.durations, reading.amounts)
            return unknown_run(one.span[1] + 1, end, busy, reading)
    return None


def _head_name(reading: Reading) -> Span | None:
    """The name that an entry without a verb begins with, where nobody known is named in its head."""
    head = find_head(reading)
    return head.new_name if head.new_name and all(one.is_weak or not is_whole(one) for one in head.names) else None


def _heading_name(busy: Set[int], reading: Reading) -> Span | None:
    """A name of two words and more before the first comma: "talleres sanchis, llamé, interesados"."""
    sentence = reading.sentence
    span = name_run(0, len(sentence.tokens), busy, reading)
    if span is None or span[1] - span[0] < _LEAST_WORDS or sentence.key(span[1]) not in {",", ":"}:
        return None
    is_name = sentence.key(0) in TRADE_WORDS or all(sentence.is_capitalised(index) for index in range(*span))
    return span if is_name else None


def _place_named(deeds: Deeds, busy: Set[int], reading: Reading) -> Span | None:
    """Where a visit was, told after what it was for: "pasé a dejar muestras en Herrajes Beto"."""
    if not deeds.main or deeds.main.kind is not Kind.VISIT:
        return None
    sentence = reading.sentence
    for index in range(deeds.main.trigger.span[1], deeds.main.clause.span[1]):
        if sentence.key(index) in {"en", "at"} and sentence.is_capitalised(index + 1):
            return name_run(index + 1, deeds.main.clause.span[1], busy, reading)
    return None


def _to_whom_later(main: Deed, busy: Set[int], reading: Reading) -> Span | None:
    """To whom it was, told after what it was: "mandado correo de presentación a Yogures Tudanca"."""
    sentence, end = reading.sentence, main.clause.span[1]
    places = (index + 1 for index in range(main.trigger.span[1], end) if sentence.key(index) in _TO_SOMEBODY)
    return next((span for place in places if (span := unknown_run(place, end, busy, reading))), None)


_TO_SOMEBODY = word_set("a al con para")
_LEAST_WORDS = 2


def _named_after_a_role(start: int, end: int, busy: Set[int], reading: Reading) -> Span | None:
    """The firm of somebody who was not named: "the facilities manager at Thornton Academy"."""
    sentence = reading.sentence
    if sentence.key(start) not in _ARTICLES or sentence.is_capitalised(start + 1):
        return None
    after = start + 2 if sentence.key(start + 1) in _ARTICLES else start + 1
    if sentence.key(after) in PREMISES:
        return None  # la bodega Marqués de Cabriñana
    for index in range(start + 1, end):
        if sentence.is_capitalised(index):
            named = unknown_run(index, end, busy, reading)
            return named if named and named[1] - named[0] > 1 else None
        if sentence.key(index) in _OF and sentence.key(index + 1) == "the" and sentence.is_capitalised(index + 2):
            return name_run(index + 2, end, busy, reading)
        if sentence.key(index) in _OF and sentence.is_capitalised(index + 1):
            place = name_run(index + 1, end, busy, reading)
            is_a_town = place and sentence.key(index) == "in" and sentence.key(place[1]) in {",", "-", "("}
            told = unknown_run(place[1] + 1, len(sentence.tokens), busy, reading) if place and is_a_town else None
            return told or place
        if sentence.key(index) in PUNCTUATION:
            break
    return None


_ARTICLES = word_set("the a an un una al el la los las")
_TITLES_OF_PEOPLE = word_set(
    """
    maestro maestra doctor doctora dr dra ingeniero ingeniera ing licenciado licenciada lic arquitecto
    arquitecta profesor
    profesora encargado encargada jefe jefa director directora gerente dueno duena responsable comprador
    compradora secretaria
    concejal alcalde alcaldesa hermano hermana hijo hija socio socia padre madre cunado nuevo nueva gente chico chica
    prof professor father sister manager owner boss buyer head director chef foreman receptionist secretary lady
    lads guy new some
    old good first second another quick great follow intro
    """
)
_TO_WHOM = word_set("a al para con de del en to for with from at w re")


_EDGE = r"(?<!\S)"
_INTRODUCING = re.compile(
    r"(?<!\S)(?:(?:(?:que|y) )?se llaman?(?! (?:a|ante|en)\b)|(?:empresa|firma|negocio|tienda|"
    r"restaurante|hotel|bar|taller|clinica|fabrica) "
    r"llamad[oa]|"
    r"(?:cliente|clienta|prospecto|cuenta|visita|contacto|empresa|lead|posible cliente) nuev[oa]|"
    r"(?:al|el|la|un|una) nuev[oa](?= [,:(–-])|(?:sitio|local|negocio|taller|bar|restaurante|hotel|comercio|tienda|"
    r"obrador|"
    r"nave|almacen) nuev[oa](?: (?:en|de) \S+)?(?= [,:(–-])|nuev[oa] "
    r"(?:cliente|clienta|prospecto|cuenta|contacto|empresa|lead)|"
    rf"{NAMING.pattern.removeprefix(_EDGE)}(?: the)?|"
    rf"{THAT_PLACE}|"
    r"(?:company|firm|place|shop|outfit|customer|prospect|business|lead|client|one) called|new (?:restaurant|hotel|"
    r"shop|brewery|garage|clinic|company|firm|place|school|farm|pub|gym|"
    r"bakery|salon|dealer|builder|caff|cafe|butchers?|takeaway|surgery|practice|lab|studio|spa|site|depot|yard|one)"
    r"(?: called)?(?= \S)|new (?:prospect|lead|customer|client|account|enquiry|contact))(?: (?:es|is|en|a|de|con|"
    r"with|at|,|"
    r":|-|–))*(?!\S)"
)


def introduction_before(name: Span, reading: Reading) -> set[int]:
    """The words that say that the name is new: "*a new place called* Copper Kettle"."""
    for match in _INTRODUCING.finditer(reading.sentence.plain):
        first, end = reading.sentence.span(match)
        if end in {name[0], name[0] - 1} and not _ENQUIRING.search(match.group()):
            while reading.sentence.key(first - 1) in {"a", "an", "the", "this", "some", "un", "una", "el", "la"}:
                first -= 1
            return set(range(first, end))
    return set()


_ENQUIRING = re.compile(r"\b(?:lead|prospect|enquiry|prospecto|posible cliente)\b")
"""What else the words say: the note keeps them."""


def introduced_name(reading: Reading) -> Span | None:
    """A name after words that say it is new: "una empresa que se llama Envases del Tormes"."""
    sentence = reading.sentence
    busy = indexes(reading.times, reading.durations, reading.amounts)
    match = _INTRODUCING.search(sentence.plain)
    if not match:
        return None
    first, start = sentence.span(match)
    if "llam" in match.group() and ANYBODY.intersection(sentence.keys[max(0, first - _NEAR_A_ROLE) : first]):
        return None  # "el dueño se llama Santos"
    if _SOMEBODY_CALLED.search(match.group()):
        return None  # "a kid called Tane"
    article = 1 if sentence.key(start) in _ARTICLES and not sentence.is_capitalised(start) else 0
    span = name_run(start + article, len(sentence.tokens), busy, reading)
    if span is None or (span[1] - span[0] == 1 and "llam" in match.group() and sentence.key(span[0]) in FIRST_NAMES):
        return None  # "se llama Ernesto"
    is_called = any(word in match.group() for word in ("llam", "called", "named", "name of"))
    # Who is called "El Rincón de Marta" is not Almacenes El Rincón; else a name that is known whole is that one.
    reach = span if is_called else (span[0], span[0])
    if any(overlap(one.span, span) and is_whole(one) and one.span[1] >= reach[1] for one in reading.mentions):
        return None
    is_a_firms = span[1] - span[0] > 1 and sentence.key(span[1] - 1) in FIRM_WORDS
    is_called |= span[1] - span[0] > 1 and bool(_OF_A_PLACE.fullmatch(match.group()))
    is_strange = "nuev" in match.group() and not any(
        key in NO_SLIPS or is_known_word(key) for key in sentence.keys[slice(*span)] if key not in CONNECTORS
    )
    is_likely = (
        is_strange or sentence.is_capitalised(start) or is_called or is_a_firms or sentence.key(start) in TRADE_WORDS
    )
    return (start, span[1]) if is_likely else None


_OF_A_PLACE = re.compile(THAT_PLACE)
_SOMEBODY_CALLED = re.compile(
    r"\b(?:kid|guy|bloke|chap|lady|fella|fellow|woman|man|girl|lad|gent|gentleman|someone|somebody|person|apprentice|"
    r"nurse|trainee|manager|buyer|assistant|receptionist) (?:called|named|by the name of|name of)\b"
)
"""It is a person who is called so, no firm."""
_NEAR_A_ROLE = 4


def is_whole(one: Mention) -> bool:
    return one.is_whole_account or one.is_whole_contact


def _is_known(run: Span, reading: Reading) -> bool:
    """Whether known names explain the run: a name at its beginning that is whole or telling, not `Ferretería` alone."""
    sentence = reading.sentence
    if (
        set(range(*run)) <= indexes(reading.mentions)
        or all(sentence.key(index) in TRADE_WORDS | GLUE for index in range(*run))
        or any(one.span[0] < run[0] < one.span[1] and not one.is_weak for one in reading.mentions)
    ):
        return True
    first = next((one for one in reading.mentions if one.span[0] >= run[0] and one.span[0] < run[1]), None)
    if first is None:
        return False
    if first.span[0] > run[0] and not all(sentence.key(index) in GLUE for index in range(run[0], first.span[0])):
        is_told_apart = sentence.is_capitalised(first.span[0]) and not sentence.is_capitalised(run[0])
        words = range(run[0], first.span[0])
        if first.is_whole_account and len(range(*first.span)) > 1 and sentence.key(run[0]) not in TRADE_WORDS:
            return True  # demo TPV Cash Levante
        return is_told_apart or any(sentence.key(index) in _OF for index in words)  # Pepe de Acme
    return first.is_whole_contact or first.span[1] >= run[1] or _stands_alone(first, reading)


def _stands_alone(name: Mention, reading: Reading) -> bool:
    """Whether a name needs nothing of the word after it: `Acme Marta` is two names, `Ferretería Pérez` another one."""
    if name.is_weak:
        return False
    sentence, index = reading.sentence, name.span[1]
    after = next((one for one in reading.mentions if one.span[0] == index), None)
    if sentence.key(index) in CONNECTORS or (after and _are_together(name, after, reading)):
        return True
    if sentence.is_capitalised(index) and name.is_capitalised:
        return len(name.similar_accounts) > len(name.accounts)
    keys = [sentence.key(position) for position in range(*name.span)]
    return name.is_whole_account or any(reading.world.account_names.is_telling(key) for key in keys)


def _are_together(account: Mention, contact: Mention, reading: Reading) -> bool:
    return bool(reading.world.homes(contact.contacts) & account.accounts)


def overlap(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]
