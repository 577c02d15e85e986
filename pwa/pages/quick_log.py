"""A call, a visit or a plan in one's own words: understood, asked about where in doubt, shown, then saved."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.agenda.planned_words import what_was_planned
from core.agenda.ready_answers import days_to_offer
from core.agenda.sentences import NEW, NONE, PLANNED, Sentence, interpret, when_said
from core.agenda.told import fallback, lines_of
from core.errors import Invalid
from core.i18n import N_
from core.policy import Permission, require
from core.titles import named
from core.understanding.meaning import Ask
from pwa.addresses import id_of, moment_of
from pwa.forms import Form
from pwa.operations import problems
from pwa.opportunity_form import opportunity_asked_for
from pwa.pages import opportunities
from pwa.visit import Visit, reads, writes

_KINDS = ("call", "visit", "plan", "meeting", "email", "task")
_MOST_WORDS = 4_000
_QUESTIONS = {
    Ask.ACCOUNT: N_("Which account?"),
    Ask.CONTACT: N_("With whom?"),
    Ask.OPPORTUNITY: N_("Which opportunity?"),
    Ask.TIME: N_("When?"),
    Ask.REASON: N_("Why?"),
    Ask.STAGE: N_("To which stage?"),
}
_TWO_MOVES = N_("That is two moves in one message. I take one: which opportunity? Send me the other on its own.")
_OPEN = frozenset({Ask.TIME, Ask.REASON})
"""Answered in words."""


@reads
async def new(visit: Visit, session: AsyncSession) -> Response:
    """Where to write."""
    require(visit.viewer, Permission.ACTIVITY_EDIT)
    form = {name: visit.query(name) for name in ("kind", "account", "opportunity")}
    return await _write(visit, session, form, None)


@writes
async def create(visit: Visit, form: Form) -> Response:
    """One step on: a question, what was understood, or, once that was looked at, saved."""
    words = form.text("words")[:_MOST_WORDS]
    said_at = moment_of(form.text("said_at")) or visit.now
    answers = _answers(visit, form, said_at)
    async with visit.reading() as session:
        if not words or form.text("rewrite"):
            problem = None if words else visit.translate(N_("Write what happened."))
            return await _write(visit, session, _start(form), problem)
        found = await interpret(session, visit.viewer, words, said_at, visit.locale, answers)
        if not found.operation and found.question is None:
            if (told := await opportunity_asked_for(session, visit, words)) is not None:
                return await opportunities.form_page(visit, session, told)
            found = await fallback(session, visit.viewer, words, said_at, visit.locale, _start(form), answers, found)
        if found.question is not None or not (found.operation and form.text("confirmed")):
            return await _before_saving(visit, session, form, found, answers, said_at)
    try:
        outcome = await visit.perform(found.operation, found.payload, form.operation_id)
    except Invalid as error:
        wrong = problems(error, visit.translate)
        async with visit.reading() as session:
            return await _write(visit, session, _start(form), " ".join([wrong.summary or "", *wrong.by_field.values()]))
    account_id = outcome.result.get("account_id")
    return visit.go(outcome, f"/accounts/{account_id}" if account_id else "/today")


async def _before_saving(
    visit: Visit, session: AsyncSession, form: Form, found: Sentence, answers: dict[str, str], said_at: datetime
) -> Response:
    """What is asked, what was understood, or that nothing was."""
    if found.question is not None:
        return await _ask(visit, session, form, found, answers, said_at)
    if not found.operation:
        return await _write(visit, session, _start(form), _nothing_to_do(visit, found))
    return await _show(visit, session, form, found, answers, said_at)


def _start(form: Form) -> dict[str, str]:
    return {name: form.text(name) for name in ("kind", "account", "opportunity", "words")}


def _answers(visit: Visit, form: Form, said_at: datetime) -> dict[str, str]:
    """What was answered so far; an account or opportunity that the page began with is an answer, too."""
    answers: dict[str, str] = {}
    for ask in Ask:
        # What was typed goes first: Enter in a field presses the form's first button too.
        given = (form.text(f"answer_{ask.value}_typed") or form.text(f"answer_{ask.value}"))[:300]
        if ask is Ask.TIME and given and given != NONE and not _is_moment(given):
            given = when_said(given, visit.viewer, said_at, visit.locale) or ""
        if given:
            answers[ask] = given
    for ask in (Ask.ACCOUNT, Ask.OPPORTUNITY):
        if ask not in answers and (known := id_of(form.text(ask.value))):
            answers[ask] = known
    if form.text("confirmed"):
        # What is saved is what was shown: the plan that was offered, where it was left ticked, and no other.
        answers[PLANNED] = (form.text("is_planned") and id_of(form.text("planned"))) or NONE
    return answers


def _is_moment(text: str) -> bool:
    """Whether an answer is a day or minute that was tapped (or understood before), not words."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


async def _write(visit: Visit, session: AsyncSession, form: dict[str, str], problem: str | None) -> Response:
    account_id = id_of(form.get("account", ""))
    account = await named(session, visit.viewer, "account", account_id)
    is_plan = form.get("kind") == "plan"
    view = {
        "about": account["name"] if account else None,
        "form": {
            "kind": form["kind"] if form.get("kind") in _KINDS else "call",
            "account": account_id,
            "opportunity": id_of(form.get("opportunity", "")),
            "words": form.get("words", ""),
        },
        "example": visit.translate(
            N_("Visit on Monday at 10 to show them model B")
            if is_plan
            else N_("Called Acme, they want a price for model B, call back on Thursday at 10")
        ),
        "errors": {"words": problem},
    }
    return await visit.page(session, "quick_log/new.html", view, status=422 if problem else 200)


async def _ask(
    visit: Visit, session: AsyncSession, form: Form, found: Sentence, answers: dict[str, str], said_at: datetime
) -> Response:
    question = found.question
    assert question is not None  # noqa: S101 - asked only so
    is_first_of_two = found.meaning.has_two_moves and question.about is Ask.OPPORTUNITY
    options: list[dict[str, str]] = [{"value": choice.value, "text": choice.label} for choice in question.choices]
    if question.new:
        options.append(
            {"value": NEW + question.new, "text": visit.translate(N_("New account: {name}"), {"name": question.new})}
        )
    options += _ready(visit, question.about)
    if question.about in (Ask.ACCOUNT, Ask.CONTACT, Ask.OPPORTUNITY):
        options.append({"value": NONE, "text": visit.translate(N_("None"))})
    view = _state(form, answers, said_at) | {
        "question": {
            "about": f"answer_{question.about.value}",
            "text": visit.translate(_TWO_MOVES if is_first_of_two else _QUESTIONS[question.about]),
            "options": options,
            "open": question.about in _OPEN or (question.about is Ask.ACCOUNT and not options),
        },
        "lines": await lines_of(session, visit.viewer, visit.translate, visit.now, found),
        "planned": None,
    }
    return await visit.page(session, "quick_log/show.html", view)


def _ready(visit: Visit, about: Ask) -> list[dict[str, str]]:
    """Days to tap; other words may be written all the same."""
    if about is Ask.TIME:
        return [{"value": day.isoformat(), "day": day.isoformat()} for day in days_to_offer(visit.now.date())]
    return []


async def _show(
    visit: Visit, session: AsyncSession, form: Form, found: Sentence, answers: dict[str, str], said_at: datetime
) -> Response:
    lines = await lines_of(session, visit.viewer, visit.translate, visit.now, found)
    view = _state(form, answers, said_at) | {"question": None, "lines": lines, "planned": _planned(visit, found)}
    return await visit.page(session, "quick_log/show.html", view)


def _planned(visit: Visit, found: Sentence) -> dict[str, Any] | None:
    """What was planned, as a choice: that this was it."""
    planned = found.planned
    if planned is None:
        return None
    moment = planned.moment(visit.viewer.timezone)
    return {
        "id": planned.id,
        "what": what_was_planned(planned.type, planned.type_name, visit.translate),
        "when": moment,
        "is_hour_of_today": planned.starts_at is not None and planned.day == visit.now.date(),
    }


def _state(form: Form, answers: dict[str, str], said_at: datetime) -> dict[str, Any]:
    """What the next step must bring along."""
    return {
        "words": form.text("words"),
        "start": {name: form.text(name) for name in ("kind", "account", "opportunity")},
        "said_at": said_at.isoformat(timespec="seconds"),
        "answers": [{"name": f"answer_{ask}", "value": value} for ask, value in answers.items()],
    }


def _nothing_to_do(visit: Visit, found: Sentence) -> str:
    if found.has_nothing_to_move:
        return visit.translate(N_("There is no open opportunity to move with that account."))
    return visit.translate(N_("Say what was done, with whom, and what comes next: “called Acme, …”."))
