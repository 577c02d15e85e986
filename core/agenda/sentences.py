"""A sentence becomes an operation: what it says, what must be asked back, what the answers add. For every door.

Nothing is kept between question and answer but the text, its moment and the answers: everything else is understood
again, so that a conversation may go on in another process.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.fulfilling import Planned, completion, planned_by_id, planned_for
from core.agenda.meant_operation import Payload, operation_of
from core.customers.world import world_of
from core.i18n import translator
from core.policy import Viewer
from core.sales.usual_reasons import usual_reasons
from core.understanding.dates import When, parse_when
from core.understanding.meaning import Ask, Intent, Understanding
from core.understanding.understand import understand
from core.understanding.world import Account, Contact, Known, Opportunity, World

NONE = "none"
"""The answer that there is none: no account, nobody in particular, no follow-up."""
NEW = "new:"
"""Before the name of an account that is to be made."""
PLANNED = "planned"
"""The answer which planned activity it was: its id, or `NONE`; where there is no such answer it is looked for."""
_MOST_CHOICES = 6
_ABOUT_MOVES = frozenset({Ask.OPPORTUNITY, Ask.REASON, Ask.STAGE})

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: its value, and what to write on its button."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """What must be known before anything is saved; `new` is the name of an account that may be made."""

    about: Ask
    choices: tuple[Choice, ...] = ()
    new: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a sentence came to: a question, or an operation with its payload; neither where there is nothing to do."""

    meaning: Understanding
    question: Question | None = None
    operation: str = ""
    payload: Payload = field(default_factory=dict)
    has_nothing_to_move: bool = False
    """A stage was named, but the account has no open opportunity."""
    planned: Planned | None = None
    """What the operation completes, where what is logged was planned."""
    log: Payload = field(default_factory=dict)
    """Then what `activity.log` would take, had it not been planned."""


async def interpret(
    session: AsyncSession,
    viewer: Viewer,
    text: str,
    now: datetime,
    language: str,
    answers: Answers,
    made: Collection[str] = (),
) -> Sentence:
    """What `text`, said at `now` (aware), means with the answers given so far: `Ask` → a choice's value or words.

    `made` are the activities that an earlier wording of it made: it completes none of these.
    """
    world = await world_of(session, viewer)
    local = now.astimezone(ZoneInfo(viewer.timezone))
    meaning = _understood(text, world, local, language, answers.get(Ask.ACCOUNT))
    meaning = _answered(meaning, world, answers)
    if meaning.intent is Intent.OTHER:
        return Sentence(meaning)
    nothing_to_move = Ask.OPPORTUNITY in meaning.asks and not meaning.opportunity_candidates
    if nothing_to_move:
        meaning = replace(meaning, stage=None, asks=tuple(a for a in meaning.asks if a not in _ABOUT_MOVES))
        if meaning.intent is Intent.MOVE:
            return Sentence(replace(meaning, asks=()), has_nothing_to_move=True)
    if meaning.asks:
        question = _question(meaning, world)
        if question.about is Ask.REASON:
            offered = await usual_reasons(session, viewer, translator(language), now)
            reasons = offered.get(_kind_of_stage(meaning, world), [])
            question = replace(question, choices=tuple(Choice(reason, reason) for reason in reasons))
        return Sentence(meaning, question, has_nothing_to_move=nothing_to_move)
    operation, payload = await operation_of(session, viewer, meaning, language)
    found = Sentence(meaning, None, operation, payload, nothing_to_move)
    return await as_planned(session, viewer, found, meaning.kind, local.date(), answers, made)


async def as_planned(
    session: AsyncSession,
    viewer: Viewer,
    found: Sentence,
    kind: str | None,
    today: date,
    answers: Answers,
    made: Collection[str] = (),
) -> Sentence:
    """The same sentence; where it logs what was planned, it completes that with everything that was understood.

    `kind` is that of the activity where it was told.
    """
    answer, log = answers.get(PLANNED), found.payload
    if found.operation != "activity.log" or answer == NONE:
        return found
    if answer:
        planned = await planned_by_id(session, viewer, log, kind, answer)
    else:
        planned = await planned_for(session, viewer, log, kind, today, made)
    if planned is None:
        return found
    log = log | {"type": planned.type}
    return replace(found, operation="activity.complete", payload=completion(log, planned.id), planned=planned, log=log)


def when_said(text: str, viewer: Viewer, now: datetime, language: str) -> str | None:
    """The day or minute that an answer names, as ISO text; None where it names none."""
    found = parse_when(text, now.astimezone(ZoneInfo(viewer.timezone)), language)
    return found.iso() if found else None


def _understood(text: str, world: World, now: datetime, language: str, chosen: str | None) -> Understanding:
    """The sentence; where its account is known, read as if there were no other, unless that says nothing."""
    if chosen == NONE or (chosen and chosen.startswith(NEW)):
        made = chosen.removeprefix(NEW) if chosen != NONE else None
        return replace(understand(text, world, now, language), account=None, new_account=made)
    found = world.accounts([chosen]) if chosen else []
    if not found:
        return understand(text, world, now, language)
    sees = world.may_see

    def belongs(known: Known) -> bool:
        return sees(known) and chosen in _accounts_of(known)

    meaning = understand(text, world.narrowed(belongs, world.recent), now, language)
    if meaning.intent is Intent.OTHER or meaning.new_account:
        meaning = understand(text, world, now, language)
    return replace(meaning, account=found[0], new_account=None)


def _accounts_of(known: Known) -> tuple[str, ...]:
    if isinstance(known, Account):
        return (known.id,)
    return known.account_ids if isinstance(known, Contact) else (known.account_id,)


def _answered(meaning: Understanding, world: World, answers: Answers) -> Understanding:
    meaning = _with_contact(meaning, world, answers.get(Ask.CONTACT), answers)
    if (chosen := answers.get(Ask.OPPORTUNITY)) and chosen != NONE:
        found = world.opportunities([chosen])
        meaning = replace(meaning, opportunity=found[0] if found else None)
    elif chosen == NONE:
        meaning = replace(meaning, opportunity=None, stage=None)
    if stage := answers.get(Ask.STAGE):
        meaning = replace(meaning, stage=stage)
    if reason := answers.get(Ask.REASON):
        meaning = replace(meaning, reason=reason)
    if time := answers.get(Ask.TIME):
        meaning = _with_time(meaning, None if time == NONE else _when(time))
    left = tuple(ask for ask in meaning.asks if ask not in answers)
    if _needs_reason(meaning, world) and Ask.REASON not in (*left, *answers):
        left = (*left, Ask.REASON)
    if meaning.account is None and meaning.contact and len(meaning.contact.account_ids) > 1:
        at = tuple(world.accounts(meaning.contact.account_ids))
        if Ask.ACCOUNT not in answers and len(at) > 1:
            meaning = replace(meaning, account_candidates=at)
            left = (Ask.ACCOUNT, *(ask for ask in left if ask is not Ask.ACCOUNT))
    return replace(meaning, asks=left)


def _needs_reason(meaning: Understanding, world: World) -> bool:
    """Whether the stage that was tapped wants a reason: why an opportunity is lost or put off, nobody can guess."""
    return _kind_of_stage(meaning, world) in {"lost", "postponed"} and not meaning.reason


def _kind_of_stage(meaning: Understanding, world: World) -> str:
    return next((stage.kind for stage in world.stages if stage.key == meaning.stage), "open")


def _with_contact(meaning: Understanding, world: World, chosen: str | None, answers: Answers) -> Understanding:
    if chosen is None or chosen == NONE:
        return meaning
    found = world.contacts([chosen])
    if not found:
        return meaning
    meaning = replace(meaning, contact=found[0])
    if meaning.account is None and Ask.ACCOUNT not in answers and len(found[0].account_ids) == 1:
        accounts = world.accounts(found[0].account_ids)
        left = tuple(ask for ask in meaning.asks if ask is not Ask.ACCOUNT)
        return replace(meaning, account=accounts[0] if accounts else None, asks=left)
    return meaning


def _with_time(meaning: Understanding, when: When | None) -> Understanding:
    if meaning.intent is Intent.LOG and meaning.next is not None:
        return replace(meaning, next=replace(meaning.next, start=when) if when else None)
    return replace(meaning, start=when)


def _question(meaning: Understanding, world: World) -> Question:
    """The first thing that must be asked, with what buttons may offer."""
    about = meaning.asks[0]
    choices: tuple[Choice, ...] = ()
    if about is Ask.ACCOUNT:
        accounts: tuple[Account, ...] = meaning.account_candidates
        if not accounts and not meaning.new_account:
            accounts = tuple(world.accounts(world.recent))
        choices = tuple(Choice(one.id, one.name) for one in accounts)
    elif about is Ask.CONTACT:
        choices = tuple(Choice(one.id, _with_firm(one, world)) for one in meaning.contact_candidates)
    elif about is Ask.OPPORTUNITY:
        choices = tuple(Choice(one.id, _with_owner(one, world)) for one in meaning.opportunity_candidates)
    elif about is Ask.STAGE:
        choices = tuple(Choice(stage.key, stage.names[0]) for stage in world.stages)
    return Question(about, choices[:_MOST_CHOICES], meaning.new_account if about is Ask.ACCOUNT else None)


def _with_firm(contact: Contact, world: World) -> str:
    firms = world.accounts(contact.account_ids)
    return f"{contact.name} · {firms[0].name}" if firms else contact.name


def _with_owner(opportunity: Opportunity, world: World) -> str:
    firms = world.accounts([opportunity.account_id])
    return f"{opportunity.title} · {firms[0].name}" if firms else opportunity.title


def _when(iso: str) -> When:
    moment = datetime.fromisoformat(iso)
    return When(moment.date(), moment.time() if "T" in iso else None)
