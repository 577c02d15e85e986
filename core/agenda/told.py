"""What a sentence came to, line by line, for whoever is to say yes to it; and what to make of words without a verb."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.meant_operation import moment_of
from core.agenda.models import ActivityType
from core.agenda.sentences import Answers, Question, Sentence, as_planned, when_said
from core.i18n import N_, Translator
from core.policy import Viewer
from core.sales.models import Stage
from core.standard_names import activity_type_name, stage_name
from core.understanding.meaning import Ask, Understanding

View = dict[str, Any]

_ICONS = {
    "call": "phone",
    "visit": "map-pin",
    "meeting": "handshake",
    "email": "mail",
    "task": "square-check",
    "presentation": "presentation",
    "documentation": "send",
}


async def fallback(
    session: AsyncSession,
    viewer: Viewer,
    words: str,
    said_at: datetime,
    language: str,
    start: Mapping[str, str],
    answers: Answers,
    found: Sentence,
) -> Sentence:
    """Words in which nothing was found to do, from a form that says its kind and what they are about.

    Still nothing, or a question, where the form does not say enough either.
    """
    about = {f"{name}_id": start[name] for name in ("account", "opportunity") if start.get(name)}
    if not about or found.has_nothing_to_move:
        return found
    if start.get("kind") != "plan":
        kind = start.get("kind") or "call"
        logged = Sentence(found.meaning, None, "activity.log", {"type": kind, "note": words, **about})
        today = said_at.astimezone(ZoneInfo(viewer.timezone)).date()
        return await as_planned(session, viewer, logged, kind, today, answers)
    when = answers.get(Ask.TIME) or when_said(words, viewer, said_at, language)
    if when is None:
        return Sentence(found.meaning, Question(Ask.TIME))
    return Sentence(
        found.meaning,
        None,
        "activity.plan",
        {"type": "task", "subject": words[:300], **about, **moment_of(when, viewer.timezone)},
    )


async def lines_of(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, found: Sentence
) -> list[View]:
    """What will be saved: an icon's name, a label, a value each; values that are moments stay moments (`when`)."""
    payload, meaning = found.log or found.payload, found.meaning
    kinds = {row.key: row.name for row in await session.execute(select(ActivityType.key, ActivityType.name))}

    def kind_name(key: str) -> str:
        name = activity_type_name(key, kinds.get(key, key), translate)
        return name[:1].upper() + name[1:]

    lines: list[View | None] = []
    if "type" in payload:
        planned = found.operation == "activity.plan"
        label = translate(N_("Planned") if planned else N_("Done"))
        when = _when(payload, now, planned=planned)
        lines.append(_line(payload["type"], label, kind_name(payload["type"]), when=when))
    lines.append(_line("building-2", translate(N_("Account")), *_account(meaning, translate)))
    if meaning.contact:
        lines.append(_line("user", translate(N_("Contact")), meaning.contact.name))
    if meaning.opportunity:
        lines.append(_line("target", translate(N_("Opportunity")), meaning.opportunity.title))
    move = payload.get("move") or (payload if found.operation == "opportunity.move" else None)
    if move:
        stage = await _stage(session, move["stage_id"], translate)
        lines.append(_line("arrow-right", translate(N_("Moves to")), stage))
        lines.append(_line("circle-alert", translate(N_("Because")), move.get("reason")))
    if payload.get("amount") is not None:
        money = {"amount": payload["amount"], "currency": payload.get("currency") or viewer.currency}
        lines.append({**_blank("flag", translate(N_("Amount")), ""), "money": money})
    lines.append(_line("pencil", translate(N_("Note")), payload.get("note") or payload.get("subject")))
    if step := payload.get("next"):
        what = " · ".join(filter(None, [kind_name(step["type"]), step.get("subject")]))
        lines.append(_line(step["type"], translate(N_("Next")), what, when=_when(step, now, planned=True)))
    return [line for line in lines if line is not None]


def _line(icon: str, label: str, value: str | None, remark: str | None = None, when: str | None = None) -> View | None:
    if not value:
        return None
    return {**_blank(icon, label, value), "remark": remark, "when": when}


def _blank(icon: str, label: str, value: str) -> View:
    return {"icon": _ICONS.get(icon, icon), "label": label, "value": value, "remark": None, "when": None, "money": None,
            "doubt": None, "href": None}  # fmt: skip


def _account(meaning: Understanding, translate: Translator) -> tuple[str | None, str | None]:
    if meaning.account:
        return meaning.account.name, None
    return meaning.new_account, translate(N_("new"))


def _when(payload: dict[str, Any], now: datetime, *, planned: bool) -> str | None:
    """The moment or day as a view has it; for what was done without one, now."""
    if starts_at := payload.get("starts_at"):
        return datetime.fromisoformat(starts_at).astimezone(now.tzinfo).isoformat(timespec="seconds")
    if day := payload.get("day"):
        return str(day)
    return None if planned else now.isoformat(timespec="seconds")


async def _stage(session: AsyncSession, stage_id: str, translate: Translator) -> str:
    row = (await session.execute(select(Stage.key, Stage.name).where(Stage.id == stage_id))).one()
    return stage_name(row.key, row.name, translate)
