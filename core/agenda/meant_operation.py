"""What a sentence means, as the operation that does it."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.numbers import format_currency
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.policy import Viewer
from core.sales.models import Opportunity as OpportunityRow
from core.sales.models import Stage as StageRow
from core.understanding.amounts import parse_amount
from core.understanding.dates import When
from core.understanding.meaning import Intent, Next, Understanding

Payload = dict[str, Any]

_LONGEST_SUBJECT = 120
_WITHOUT_KIND = "meeting"


async def operation_of(
    session: AsyncSession, viewer: Viewer, meaning: Understanding, language: str
) -> tuple[str, Payload]:
    """The name and the payload of the operation that does what is meant, once nothing more is to be asked."""
    meaning = _with_amount(meaning, language)
    change = await _stage_change(session, meaning)
    if meaning.intent is Intent.MOVE:
        opportunity = meaning.opportunity
        return "opportunity.move", {"id": opportunity.id if opportunity else None, **(change or {}), **_amount(meaning)}
    payload: Payload = {"type": meaning.kind.value if meaning.kind else _WITHOUT_KIND, **_about(meaning)}
    if meaning.start is not None:
        payload |= moment_of(meaning.start.iso(), viewer.timezone)
    if meaning.minutes:
        payload["minutes"] = meaning.minutes
    if meaning.intent is Intent.PLAN:
        name = "subject" if len(meaning.note) <= _LONGEST_SUBJECT and "\n" not in meaning.note else "note"
        return "activity.plan", payload | {name: meaning.note}
    payload |= {"note": meaning.note, **_amount(meaning)}
    if meaning.next is not None and meaning.next.start is not None:
        payload["next"] = _step(meaning.next, meaning.next.start, viewer.timezone)
    if change and meaning.opportunity:
        payload["move"] = change
    return "activity.log", payload


def moment_of(iso: str, timezone: str) -> Payload:
    """An ISO day or local minute as the fields of a payload: `day`, or `starts_at` with its time zone."""
    if "T" not in iso:
        return {"day": iso}
    return {"starts_at": datetime.fromisoformat(iso).replace(tzinfo=ZoneInfo(timezone)).isoformat()}


def _about(meaning: Understanding) -> Payload:
    about: Payload = {}
    if meaning.account:
        about["account_id"] = meaning.account.id
    elif meaning.new_account:
        about["new_account"] = meaning.new_account[:200]
    if meaning.contact:
        about["contact_id"] = meaning.contact.id
    if meaning.opportunity:
        about["opportunity_id"] = meaning.opportunity.id
    return about


def _with_amount(meaning: Understanding, language: str) -> Understanding:
    """An amount that no opportunity takes stays in the words: what was said is never lost."""
    amount, note = meaning.amount, meaning.note
    if amount is None or meaning.opportunity or parse_amount(note, amount.currency, language) == amount:
        return meaning
    pattern = "¤#,##0.##" if language == "en" else "#,##0.## ¤"
    said = format_currency(amount.value, amount.currency, pattern, language, currency_digits=False)
    return replace(meaning, note=f"{note}, {said}" if note else said)


def _amount(meaning: Understanding) -> Payload:
    if meaning.amount is None or meaning.opportunity is None:
        return {}
    return {"amount": int(meaning.amount.value * 100), "currency": meaning.amount.currency}


def _step(follow_up: Next, start: When, timezone: str) -> Payload:
    return {
        "type": follow_up.kind.value,
        "subject": follow_up.subject[:300],
        **moment_of(start.iso(), timezone),
    }


async def _stage_change(session: AsyncSession, meaning: Understanding) -> Payload | None:
    """The stage of this key in the opportunity's own pipeline."""
    if meaning.stage is None or meaning.opportunity is None:
        return None
    stage_id = await session.scalar(
        select(StageRow.id)
        .join(
            OpportunityRow,
            (OpportunityRow.company_id == StageRow.company_id) & (OpportunityRow.pipeline_id == StageRow.pipeline_id),
        )
        .where(OpportunityRow.id == meaning.opportunity.id, StageRow.key == meaning.stage)
    )
    return {"stage_id": stage_id, "reason": meaning.reason[:300] if meaning.reason else None} if stage_id else None
