"""An opportunity all around, and the choice of a stage to move it to."""

from datetime import datetime
from itertools import zip_longest
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.agenda.ready_answers import days_to_offer
from core.agenda.rows import planned_with
from core.conflicts import conflicts_of
from core.customers.models import Account, Contact, Phone
from core.customers.places import shown_number
from core.documents.queries import documents_about
from core.errors import NotFound
from core.events import Event
from core.i18n import Translator
from core.local_time import iso, local
from core.people.models import User
from core.policy import Permission, Sight, Viewer, may_edit_row, visible
from core.prepared import Statement, prepared, value
from core.sales.models import Opportunity, Pipeline, Stage
from core.sales.stays import stays_of
from core.sales.usual_reasons import usual_reasons
from core.standard_names import pipeline_name, stage_name
from core.timeline import history

View = dict[str, Any]

_CALLS = 3
"""So many days are offered for a call, where nothing is planned."""


async def opportunity_view(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, opportunity_id: str
) -> View:
    """Everything of the opportunity's page. Raises `NotFound`. A constant number of queries."""
    opportunity = await opportunity_facts(session, viewer, translate, now, opportunity_id)
    stages = await _stages(session, opportunity["pipeline_id"])
    days, before = await history(session, viewer, translate, now, "opportunity", opportunity_id)
    return {
        "opportunity": opportunity,
        "stages": _progress(stages, opportunity, translate),
        "stays": await stays_of(session, translate, now, opportunity_id),
        "planned": await planned_with(session, viewer, translate, now, "opportunity", opportunity_id),
        "calls": [day.isoformat() for day in days_to_offer(now.date())[:_CALLS]],
        "days": days,
        "documents": await documents_about(session, viewer, now, opportunity_id=opportunity_id),
        "before": before,
        "conflicts": await conflicts_of(session, viewer, translate, now, opportunity_id),
    }


async def move_view(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, opportunity_id: str
) -> View:
    """The opportunity, the stages it can go to, and the usual reasons by outcome. Raises `NotFound`."""
    opportunity = await opportunity_facts(session, viewer, translate, now, opportunity_id)
    return {
        "opportunity": opportunity,
        "stages": [
            {
                "id": stage.id,
                "name": stage_name(stage.key, stage.name, translate),
                "outcome": stage.outcome,
                "probability": stage.probability,
                "asks_reason": stage.outcome in ("lost", "postponed"),
                "is_current": stage.id == opportunity["stage_id"],
            }
            for stage in await _stages(session, opportunity["pipeline_id"])
        ],
        "reasons": _tappable(await usual_reasons(session, viewer, translate, now)),
    }


def _tappable(reasons: dict[str, list[str]]) -> list[View]:
    """Each once, with the outcomes that it is usual for; the most usual for any of them first."""
    texts = dict.fromkeys(text for rank in zip_longest(*reasons.values()) for text in rank if text)
    return [{"text": text, "outcomes": [one for one in reasons if text in reasons[one]]} for text in texts]


async def moved_since(session: AsyncSession, opportunity_id: str, revision: int, user_id: str) -> View | None:
    """Who else moved the opportunity after this revision, and when; None if nobody did.

    For an opportunity that the caller has shown to be visible.
    """
    for row in await _later(session, None, opportunity=opportunity_id, revision=revision, user=user_id):
        if "stage_id" in row.difference:
            return {"by": row.name, "at": row.at}
    return None


@prepared
def _later() -> Statement:
    return (
        select(Event.difference, Event.at, User.name)
        .outerjoin(User, User.id == Event.user_id)
        .where(
            Event.subject_id == value("opportunity"),
            Event.revision > value("revision"),
            Event.user_id != value("user"),
        )
        .order_by(Event.revision.desc())
        .limit(50)
    )


async def opportunity_facts(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime, opportunity_id: str
) -> View:
    """The opportunity itself, with the names it stands beside. Raises `NotFound`."""
    one = (await _facts(session, viewer, id=opportunity_id)).one_or_none()
    if one is None:
        raise NotFound
    may_edit = may_edit_row(viewer, "opportunity", one)
    return {
        "id": one.id,
        "title": one.title,
        "revision": one.revision,
        "account": {"id": one.account_id, "name": one.account} if one.account_id else None,
        "contact": await _contact(session, viewer, one.contact_id) if one.contact_id else None,
        "amount": one.amount,
        "currency": one.currency,
        "weighted": one.amount * one.probability // 100,
        "probability": one.probability,
        "expected_close": iso(one.expected_close),
        "pipeline_id": one.pipeline_id,
        "stage_id": one.stage_id,
        "stage_name": stage_name(one.key, one.stage, translate),
        "outcome": one.outcome,
        "stage_since": local(one.stage_since, now),
        "reason": one.reason,
        "notes": one.notes,
        "owner": {"id": one.owner_id, "name": one.owner} if one.owner_id else None,
        "pipeline_name": pipeline_name(one.pipeline, translate),
        "archived": one.archived_at is not None,
        "may_edit": may_edit,
        "may_assign": may_edit and viewer.may(Permission.RECORD_ASSIGN),
    }


@prepared
def _facts(sight: Sight) -> Statement:
    statement = (
        select(
            Opportunity.id, Opportunity.title, Opportunity.revision, Opportunity.account_id, Opportunity.contact_id,
            Opportunity.amount, Opportunity.currency, Opportunity.probability, Opportunity.expected_close,
            Opportunity.pipeline_id, Opportunity.stage_id, Opportunity.outcome, Opportunity.stage_since,
            Opportunity.reason, Opportunity.notes, Opportunity.archived_at,
            Opportunity.owner_id, Opportunity.team_id, Opportunity.unit_id,
            Stage.key, Stage.name.label("stage"), Pipeline.name.label("pipeline"),
            Account.name.label("account"), User.name.label("owner"),
        )
        .join(Stage, (Stage.company_id == Opportunity.company_id) & (Stage.id == Opportunity.stage_id))
        .join(Pipeline, (Pipeline.company_id == Opportunity.company_id) & (Pipeline.id == Opportunity.pipeline_id))
        .outerjoin(Account, (Account.company_id == Opportunity.company_id) & (Account.id == Opportunity.account_id))
        .outerjoin(User, User.id == Opportunity.owner_id)
        .where(Opportunity.id == value("id"))
    )  # fmt: skip
    return visible(statement, sight, Opportunity)


async def _contact(session: AsyncSession, viewer: Viewer, contact_id: str) -> View | None:
    """The contact's name and number, if the viewer sees the contact."""
    row = (await _person(session, viewer, id=contact_id)).one_or_none()
    if row is None:
        return None
    shown = shown_number(row.number, viewer.country, row.extension) if row.number else None
    return {"id": row.id, "name": row.name, "phone": row.number, "phone_shown": shown}


@prepared
def _person(sight: Sight) -> Statement:
    statement = (
        select(Contact.id, Contact.name, Phone.number, Phone.extension)
        .outerjoin(Phone, (Phone.company_id == Contact.company_id) & (Phone.contact_id == Contact.id))
        .where(Contact.id == value("id"))
        .order_by(Phone.label == "fax", Phone.label != "mobile", Phone.created_at)
        .limit(1)
    )
    return visible(statement, sight, Contact)


async def _stages(session: AsyncSession, pipeline_id: str) -> list[Any]:
    return list(await _stages_of(session, None, pipeline=pipeline_id))


@prepared
def _stages_of() -> Statement:
    return (
        select(Stage.id, Stage.key, Stage.name, Stage.outcome, Stage.probability)
        .where(Stage.pipeline_id == value("pipeline"), Stage.archived_at.is_(None))
        .order_by(Stage.position)
    )


def _progress(stages: list[Any], opportunity: View, translate: Translator) -> list[View]:
    """The way through the open stages, to the stage that it is in."""
    shown = [stage for stage in stages if stage.outcome in ("open", "won")]
    here = next((place for place, stage in enumerate(shown) if stage.id == opportunity["stage_id"]), None)
    progress = []
    for place, stage in enumerate(shown):
        state = "next" if here is None or place > here else "current" if place == here else "past"
        progress.append({"name": stage_name(stage.key, stage.name, translate), "state": state})
    return progress
