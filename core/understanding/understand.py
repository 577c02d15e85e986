"""Words to meaning: read everything, sort the deeds, find who, and ask for what is in doubt or missing."""

from datetime import datetime

from core.understanding.clause_deeds import Deed
from core.understanding.corrections import says_what_is_right, what_is_right
from core.understanding.dates import When, minutes_of, resolve
from core.understanding.deeds import Deeds, find_deeds
from core.understanding.doubt import doubted
from core.understanding.intents import intent_of
from core.understanding.kinds import Kind
from core.understanding.meaning import Ask, Intent, Next, Understanding
from core.understanding.nearby_times import after_the_month_told
from core.understanding.note import subject_of, write_note
from core.understanding.offers import stage_of_an_offer
from core.understanding.others import home_en
from core.understanding.others.asked_es import is_but_asked
from core.understanding.others.colleagues_es import is_said_to_others
from core.understanding.others.no_entry import is_other
from core.understanding.others.not_ours_en import is_not_ours
from core.understanding.others.taking_back import is_correction, mends_an_entry, without_taken_back
from core.understanding.reading import Reading, read
from core.understanding.reasons import NEEDS_REASON, reason_told
from core.understanding.second_thoughts import in_its_last_words
from core.understanding.second_thoughts_en import in_english_last_words
from core.understanding.spoken_es import as_written
from core.understanding.text import Span, tokenise, word_set
from core.understanding.told_kinds import kind_of_talk, kind_told
from core.understanding.told_times import time_told
from core.understanding.who import find_who, has_two_moves
from core.understanding.whom import Who
from core.understanding.world import World

_ORDER = tuple(Ask)


def understand(text: str, world: World, now: datetime, lang: str) -> Understanding:
    """What `text` means, said by a person whose local time is `now` (aware); `lang` is tried first, both are read."""
    text = as_written(text)
    reading = read(text, world, now, lang)
    if is_correction(reading.sentence) or says_what_is_right(reading):
        right = what_is_right(tokenise(without_taken_back(text)))
        return _correction(read(right, world, now, lang))
    if mends_an_entry(reading.sentence):
        return Understanding(Intent.OTHER)
    if (last_words := in_its_last_words(text)) != text:
        reading = read(last_words, world, now, lang)
    if (last_words := in_english_last_words(reading)) != reading.sentence.original:
        reading = read(last_words, world, now, lang)
    if _is_no_entry(reading):
        return Understanding(Intent.OTHER)
    deeds = find_deeds(reading)
    intent = intent_of(reading, deeds)
    if intent is Intent.OTHER:
        return Understanding(Intent.OTHER)
    meant = doubted(_understood(intent, reading, deeds), reading, deeds)
    return Understanding(Intent.OTHER) if _is_of_ones_own(meant, reading, deeds) else meant


def _is_no_entry(reading: Reading) -> bool:
    """Whether it asks, is said to somebody else, or tells what is not one's own."""
    opens = any(one.span[0] == 0 and one.is_whole_account for one in reading.mentions)
    return (
        is_other(reading.sentence, opens_with_a_name=opens)
        or is_said_to_others(reading)
        or is_not_ours(reading)
        or is_but_asked(reading)
    )


def _is_of_ones_own(meant: Understanding, reading: Reading, deeds: Deeds) -> bool:
    """Whether it names no customer and is an errand or a gripe: "dentist Tuesday 9am", "coffee machine is broken"."""
    if deeds.main and deeds.main.is_done and deeds.main.kind is not Kind.TASK:
        return False
    is_named = bool(
        any(not one.is_weak for one in reading.mentions)
        or meant.opportunity
        or (meant.new_account and len(meant.new_account.split()) > 1 and not meant.new_account.islower())
    )
    return home_en.is_private(reading, is_named=is_named)


_OURSELVES = word_set(
    "interna interno equipo companeros companero compis jefe jefa oficina comite vacaciones medico dentista itv "
    "gestor personal taller coche "
    "mujer marido suegra novia novio flores cumple supermercado mum dad wife husband kids family friend "
    "team internal office boss forecast dentist sales company car gym hq sede central delegacion"
)


def _is_among_us(reading: Reading) -> bool:
    """Whether a plan is no customer's: a team meeting, the dentist."""
    return bool(_OURSELVES.intersection(reading.sentence.keys)) or " de empresa" in reading.sentence.plain


def _understood(intent: Intent, reading: Reading, deeds: Deeds) -> Understanding:
    who = find_who(reading, deeds)
    reason = reason_told(reading, deeds)
    start = _start(intent, reading, deeds)
    follow_up = _next(deeds.follow_up, reading, who)
    kind = kind_of_talk(deeds.main, reading) if deeds.main else None
    if intent is Intent.LOG and deeds.main is None:
        kind = kind_told(reading, deeds)
    asks = {*who.asks, *_missing(intent, reading, start, follow_up, reason)}
    is_unbound = kind is Kind.TASK or _is_among_us(reading)
    is_nobody_named = not who.accounts or (kind is Kind.TASK and all(one.is_weak for one in reading.mentions))
    if is_unbound and intent is Intent.PLAN and who.account is None and not who.new_account and is_nobody_named:
        asks.discard(Ask.ACCOUNT)
    sentence = reading.sentence
    return Understanding(
        intent=intent,
        kind=kind,
        account=who.account,
        new_account=sentence.words(who.new_account) if who.new_account else None,
        contact=who.contact,
        opportunity=who.opportunity,
        asks=tuple(ask for ask in _ORDER if ask in asks),
        start=start,
        minutes=_minutes(intent, reading, deeds),
        next=follow_up,
        amount=reading.amounts[0].money if reading.amounts else None,
        stage=reading.stage.key if reading.stage else stage_of_an_offer(reading, deeds, who),
        reason=sentence.words(reason) if reason else None,
        note="" if Ask.STAGE in asks and intent is Intent.MOVE else write_note(reading, deeds, who, reason),
        account_candidates=who.accounts,
        contact_candidates=who.contacts,
        opportunity_candidates=who.opportunities,
        has_two_moves=has_two_moves(reading),
    )


def _start(intent: Intent, reading: Reading, deeds: Deeds) -> When | None:
    if deeds.main and deeds.main.time:
        return resolve(deeds.main.time, reading.now, is_future=not deeds.main.is_done)
    told = time_told(intent, reading, deeds)
    return resolve(told, reading.now, is_future=False) if told else None


def _next(deed: Deed | None, reading: Reading, who: Who) -> Next | None:
    if deed is None:
        return None
    start = resolve(deed.time, reading.now, is_future=True) if deed.time else None
    if start and deed.time:
        start = after_the_month_told(start, deed.time, reading)
    return Next(kind_of_talk(deed, reading) or deed.kind, start, subject_of(deed, reading, who))


def _minutes(intent: Intent, reading: Reading, deeds: Deeds) -> int | None:
    if reading.durations:
        return reading.durations[0].minutes
    time = deeds.main.time if deeds.main else time_told(intent, reading, deeds)
    return minutes_of(time) if time else None


def _missing(
    intent: Intent, reading: Reading, start: When | None, follow_up: Next | None, reason: Span | None
) -> set[Ask]:
    """What nobody can guess: when a plan or a follow-up is due, why an opportunity was lost or put off."""
    missing = set()
    if intent is Intent.PLAN and start is None:
        missing.add(Ask.TIME)
    if reading.stage is None and (intent is Intent.MOVE or reading.moves):
        missing.add(Ask.STAGE)
    if reading.stage and reading.stage.key in NEEDS_REASON and reason is None:
        missing.add(Ask.REASON)
    return missing


def _is_named(who: Who, reading: Reading) -> bool:
    """Whether the account itself was said: a contact alone leaves the account that the entry has."""
    return who.contact is None or any(who.account and who.account.id in one.accounts for one in reading.mentions)


def _correction(reading: Reading) -> Understanding:
    """What replaces a part of the last entry; nothing is logged from it by itself."""
    deeds = find_deeds(reading)
    who = find_who(reading, deeds)
    return Understanding(
        intent=Intent.OTHER,
        kind=next((one.kind for one in reading.triggers if one.is_noun), None),
        account=who.account if _is_named(who, reading) else None,
        contact=who.contact,
        time=reading.times[0] if reading.times else None,
        minutes=reading.durations[0].minutes if reading.durations else None,
        amount=reading.amounts[0].money if reading.amounts else None,
        account_candidates=who.accounts,
        contact_candidates=who.contacts,
        is_correction=True,
    )
