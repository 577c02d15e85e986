"""Words to meaning: read everything, sort the deeds, find who, and ask for what is in doubt or missing."""

import re
from datetime import datetime

from core.understanding.clause_deeds import Deed
from core.understanding.corrections import says_what_is_right
from core.understanding.dates import When, WhenWords, is_over, merged_all, minutes_of, resolve
from core.understanding.deeds import Deeds, find_deeds
from core.understanding.doubt import doubted
from core.understanding.feedback import is_our_past, tells_feedback
from core.understanding.heads import unknown_run
from core.understanding.kinds import Kind, Role
from core.understanding.languages import is_english
from core.understanding.meaning import Ask, Intent, Next, Understanding
from core.understanding.nearby_times import after_the_month_told, today_told
from core.understanding.note import subject_of, write_note
from core.understanding.offers import stage_of_an_offer
from core.understanding.others import home_en, home_es
from core.understanding.others.asked_es import is_but_asked
from core.understanding.others.colleagues_es import is_said_to_others
from core.understanding.others.no_entry import is_other
from core.understanding.others.not_ours_en import is_not_ours
from core.understanding.others.taking_back import is_correction, mends_an_entry, without_taken_back
from core.understanding.reading import Reading, read
from core.understanding.rearranged_en import made_instead
from core.understanding.reasons import NEEDS_REASON, reason_told
from core.understanding.second_thoughts import in_its_last_words
from core.understanding.second_thoughts_en import in_english_last_words
from core.understanding.spoken_es import as_written
from core.understanding.stages import asks_for_a_move
from core.understanding.text import Span, indexes, word_set
from core.understanding.told_kinds import kind_of_talk, kind_told
from core.understanding.who import find_who, has_two_moves
from core.understanding.whom import Who
from core.understanding.world import World

_ORDER = tuple(Ask)


def understand(text: str, world: World, now: datetime, lang: str) -> Understanding:
    """What `text` means, said by a person whose local time is `now` (aware); `lang` is tried first, both are read."""
    text = as_written(text)
    reading = read(text, world, now, lang)
    if is_correction(reading.sentence) or says_what_is_right(reading):
        return _correction(read(without_taken_back(text), world, now, lang))
    if mends_an_entry(reading.sentence):
        return Understanding(Intent.OTHER)
    if (last_words := in_its_last_words(text)) != text:
        reading = read(last_words, world, now, lang)
    if (last_words := in_english_last_words(reading)) != reading.sentence.original:
        reading = read(last_words, world, now, lang)
    if _is_no_entry(reading):
        return Understanding(Intent.OTHER)
    deeds = find_deeds(reading)
    intent = _intent(reading, deeds)
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


def _intent(reading: Reading, deeds: Deeds) -> Intent:
    if deeds.main:
        return _intent_of_a_deed(deeds.main, reading, deeds)
    if _is_a_card(reading):
        return Intent.OTHER
    took_place = bool(reading.durations) or _is_told_by_phone(reading)
    if (deeds.is_told and not reading.moves) or (reading.moves and took_place and reading.mentions):
        return Intent.LOG
    if reading.moves or asks_for_a_move(reading.sentence):
        return Intent.MOVE
    return Intent.LOG if _is_told_loosely(reading) else Intent.OTHER


def _is_told_by_phone(reading: Reading) -> bool:
    """Whether they told us by phone what moves it: "Tino me confirma *por tlf* que lo quiere, pasa a propuesta"."""
    first = reading.moves[0].span[0] if reading.moves else 0
    calls = [one for one in reading.channels if one.kind is Kind.CALL and one.span[0] < first]
    return any(tells_feedback(reading.sentence.keys[: one.span[0]]) for one in calls)


def _intent_of_a_deed(main: Deed, reading: Reading, deeds: Deeds) -> Intent:
    """Done or planned; neither where it hangs on something, is off, or something was done for nobody."""
    if main.trigger.role is not Role.DONE and not reading.moves and _is_off(reading):
        return Intent.PLAN if made_instead(deeds.clauses, reading) == main else Intent.OTHER
    if main.is_done:
        is_somebodys = any(not one.is_weak for one in reading.mentions) or reading.titles or reading.strangers
        is_nobodys = (main.kind is Kind.TASK and not is_somebodys) or home_es.is_of_the_family(reading)
        return Intent.OTHER if is_nobodys else Intent.LOG
    return _if_planned(reading, main.kind, is_for_a_firm=_is_for_a_new_firm(main, reading))


def _is_for_a_new_firm(main: Deed, reading: Reading) -> bool:
    """Whether a firm that is not known is named, written large: "visitar a *Resortes Valdés*, me lo dijo mi primo"."""
    busy = indexes(reading.times)
    run = unknown_run(main.trigger.span[1] + 1, main.clause.span[1], busy, reading)
    return run is not None and run[1] - run[0] > 1


def _is_a_card(reading: Reading) -> bool:
    """Whether nothing but a number or an address goes with the names: "alfonso mellado 968 44 55 66"."""
    named = indexes(reading.mentions)
    rest = [key for index, key in enumerate(reading.sentence.keys) if index not in named]
    digits = sum(len(key) for key in rest if key.isdigit())
    is_plain = all(
        key.isdigit() or key in {"+", "-", ".", "/", "tel", "tlf", "mobile", "phone", "telefono"} for key in rest
    )
    return bool(named) and is_plain and digits >= _OF_A_PHONE


_OF_A_PHONE = 9


def _is_told_loosely(reading: Reading) -> bool:
    """Whether an English sentence has a length or a past time and a firm, and denies nothing."""
    is_told = bool(reading.durations) or any(time.is_future is False for time in reading.times)
    names_one = any(one.accounts and not one.is_weak for one in reading.mentions)
    denied = any(trigger.role is Role.NOT_DONE for trigger in reading.triggers)
    return is_told and names_one and not denied and is_english(reading.sentence)


def _if_planned(reading: Reading, kind: Kind, *, is_for_a_firm: bool) -> Intent:
    """A plan, unless it hangs on something or is an errand of one's own."""
    plain = reading.sentence.plain
    is_private = not is_for_a_firm and home_es.is_private(reading, kind)
    is_no_plan = _CONDITIONAL.match(plain) or plain.endswith(" algun dia") or is_private
    return Intent.OTHER if is_no_plan else Intent.PLAN


def _is_off(reading: Reading) -> bool:
    return bool(_REARRANGED.search(reading.sentence.plain))


_REARRANGED = re.compile(
    r"^[^,.;:]*\b(?:call|meeting|visit|demo|appointment|lunch|zoom|teams|review|session) (?:has |have |was |been |"
    r"got |is |now )*"
    r"(?:moved|pushed|changed|shifted|rearranged|put back|brought forward)(?: back| forward)? (?:to|till|until|for)\b|"
    r"\b(?:call|meeting|visit|demo|appointment|lunch|zoom|teams) (?:is |was |has been )?(?:off|cancelled|canceled|"
    r"scrapped|"
    r"called off|not happening|postponed)(?= [,.;!]|$)|"
    r"^[^,.;:]*\b(?:moved|pushed|shifted|rearranged|changed|rescheduled) (?:our|the|my) (?:\S+ ){0,2}?(?:call|"
    r"meeting|visit|demo|"
    r"appointment|lunch|zoom|review|session)(?: back| forward| out)? (?:to|till|until|for|from)\b"
)
"""An appointment that was moved is no new one."""
_CONDITIONAL = re.compile(
    r"(?:if|no se (?:que|si|como|cuando|por que)|capaz|quizas?|tal vez|a lo mejor|puede que|si|as soon as|en cuanto|"
    r"whenever|cada vez que|ojala|i wish)\b"
)
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


def _time_told(intent: Intent, reading: Reading, deeds: Deeds) -> WhenWords | None:
    """When an entry without a verb was: the past time in its first clause, with the hours beside it."""
    if deeds.main or intent is not Intent.LOG:
        return None
    times = [one for one in reading.times if deeds.clauses[0].holds(one.span[0])]
    if (today := today_told(reading, deeds.clauses[0].span[1])) and not any(one is not today for one in times):
        return today
    is_plain = sum(one.atom.day is not None for one in times) <= 1 and sum(one.has_hour for one in times) <= 1
    return (
        merged_all(times)
        if is_plain and any(is_over(one, reading.now) or _was(one, reading) for one in times)
        else None
    )


def _was(time: WhenWords, reading: Reading) -> bool:
    """Whether a day that may be past or to come is past, for what was told took its time: "Monday at Calder, 2 hrs"."""
    is_open = time.is_future is None and time.atom.day is not None
    is_plain = not time.has_hour and _is_today(time, reading)
    return is_open and (bool(reading.durations) or is_plain or _is_of_our_past(time, reading))


def _is_of_our_past(time: WhenWords, reading: Reading) -> bool:
    """Whether it is when we did what the sentence begins with: "*gave* Wally a hand with the display *on Saturday*"."""
    keys = [key for key in reading.sentence.keys[: time.span[0]] if key not in {"i", "we", "just", "so", "and"}]
    is_limit = reading.sentence.key(time.span[0]) in {"by", "for", "until", "till", "before", "from"}
    return (
        is_english(reading.sentence)
        and is_our_past(keys[0] if keys else "")
        and not (is_limit or _NOT_OURS.intersection(keys[1:]))
    )


_NOT_OURS = word_set("they he she it that who which will 'll would 'd can could may might to for due by if when")


def _is_today(time: WhenWords, reading: Reading) -> bool:
    day = time.atom.day
    return bool(day) and is_english(reading.sentence) and day.rule(reading.now.date(), True) == reading.now.date()  # type: ignore[union-attr]


def _start(intent: Intent, reading: Reading, deeds: Deeds) -> When | None:
    if deeds.main and deeds.main.time:
        return resolve(deeds.main.time, reading.now, is_future=not deeds.main.is_done)
    told = _time_told(intent, reading, deeds)
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
    time = deeds.main.time if deeds.main else _time_told(intent, reading, deeds)
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
