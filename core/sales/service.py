"""Opportunities: made, edited, moved through their stages."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field
from sqlalchemy import select

from core.customers.models import Account, Contact
from core.customers.service import Assign, CreateAccount, Subject, create_account
from core.documents.tying import DocumentIds, tie_to_opportunity
from core.errors import CrmError, Invalid, NotFound, invalid
from core.i18n import N_
from core.merge import given, merge
from core.operations import Payload, Result, operation
from core.ownership import OwnerGiven, assign, new_ownership
from core.payloads import Cents, Currency, Day, IdField, Name, Revision, Text
from core.policy import Permission
from core.records import new_id
from core.sales.models import Opportunity, Pipeline, Stage
from core.work import Work

Probability = Annotated[int, Field(ge=0, le=100)]
Reason = Annotated[str, Field(max_length=300)]


class StageOutcome(StrEnum):
    OPEN = "open"
    POSTPONED = "postponed"
    WON = "won"
    LOST = "lost"


class CreateOpportunity(OwnerGiven):
    id: IdField | None = None
    title: Name
    account_id: IdField | None = None
    new_account: Name | None = None
    """The name of an account to be made with it."""
    contact_id: IdField | None = None
    pipeline_id: IdField | None = None
    """None: the company's first."""
    stage_id: IdField | None = None
    """None: the pipeline's first."""
    amount: Cents = 0
    currency: Currency | None = None
    probability: Probability | None = None
    expected_close: Day | None = None
    reason: Reason | None = None
    notes: Text | None = None


class EditOpportunity(Payload):
    id: IdField
    base: Revision | None = None
    title: Name | None = None
    account_id: IdField | None = None
    contact_id: IdField | None = None
    amount: Cents | None = None
    currency: Currency | None = None
    probability: Probability | None = None
    expected_close: Day | None = None
    notes: Text | None = None


class Move(Payload):
    id: IdField
    stage_id: IdField
    reason: Reason | None = None
    amount: Cents | None = None
    """The opportunity's new amount, where it was spoken of."""
    currency: Currency | None = None
    document_ids: DocumentIds = []
    """Files of one's own that came with it: what was said aloud."""


@operation("opportunity.create", Permission.OPPORTUNITY_EDIT)
async def create_opportunity(work: Work, payload: CreateOpportunity) -> Result:
    """A new opportunity, in the first stage of the first pipeline unless another is named."""
    account = await _account_of(work, payload)
    if payload.contact_id:
        await work.see(Contact, payload.contact_id)
    stage = await _first_stage(work, payload.pipeline_id, payload.stage_id)
    ownership = await new_ownership(work, payload, beside=account)
    opportunity = Opportunity(
        id=payload.id or new_id(),
        **payload.model_dump(include={"title", "contact_id", "amount", "expected_close", "notes"}),
        account_id=account.id if account else None,
        currency=payload.currency or work.viewer.currency,
        pipeline_id=stage.pipeline_id,
        **ownership.as_values(),
    )
    _enter(work, opportunity, stage, payload.reason)
    if payload.probability is not None:
        opportunity.probability = payload.probability
    await work.add(opportunity)
    return {"id": opportunity.id, "title": opportunity.title, "stage_id": stage.id}


@operation("opportunity.edit", Permission.OPPORTUNITY_EDIT)
async def edit_opportunity(work: Work, payload: EditOpportunity) -> Result:
    """Changes what the payload names; gives the fields in conflict with what others changed since `base`."""
    opportunity = await work.edit(Opportunity, payload.id)
    wanted = given(payload)
    for name in ("title", "amount", "currency", "probability"):
        if name in wanted and wanted[name] in (None, ""):
            raise invalid(name, N_("This is needed."))
    if wanted.get("account_id"):
        await work.see(Account, payload.account_id)
    if wanted.get("contact_id"):
        await work.see(Contact, payload.contact_id)
    return {"id": opportunity.id, "conflicts": await merge(work, opportunity, wanted, payload.base)}


@operation("opportunity.move", Permission.OPPORTUNITY_EDIT)
async def move_opportunity(work: Work, payload: Move) -> Result:
    """Puts the opportunity into another stage; a lost or postponed one needs a reason."""
    opportunity = await work.edit(Opportunity, payload.id)
    if payload.amount is not None:
        currency = payload.currency or opportunity.currency
        await merge(work, opportunity, {"amount": payload.amount, "currency": currency}, None)
    await tie_to_opportunity(work, payload.document_ids, opportunity)
    return await move(work, opportunity, payload.stage_id, payload.reason)


@operation("opportunity.assign", Permission.RECORD_ASSIGN)
async def assign_opportunity(work: Work, payload: Assign) -> Result:
    """Gives the opportunity to another owner, unit or team."""
    opportunity = await work.edit(Opportunity, payload.id)
    await assign(work, opportunity, payload)
    return {"id": opportunity.id}


@operation("opportunity.archive", Permission.OPPORTUNITY_EDIT)
async def archive_opportunity(work: Work, payload: Subject) -> Result:
    """Puts the opportunity away; history kept, sums without it."""
    opportunity = await work.edit(Opportunity, payload.id)
    work.change(opportunity, archived_at=opportunity.archived_at or work.now)
    return {"id": opportunity.id}


async def move(work: Work, opportunity: Opportunity, stage_id: str, reason: str | None) -> Result:
    """Into the stage `stage_id` of the same pipeline. Raises `Invalid` for a missing reason or required field."""
    before = await work.load(Stage, opportunity.stage_id)
    stage = await work.load(Stage, stage_id)
    if stage is None or before is None or stage.pipeline_id != opportunity.pipeline_id:
        raise NotFound
    if stage.archived_at is not None and stage.id != before.id:
        raise NotFound
    if stage.id != before.id or (reason and reason != opportunity.reason):
        work.change(opportunity)
        _enter(work, opportunity, stage, reason, moved=stage.id != before.id)
    return {
        "id": opportunity.id,
        "title": opportunity.title,
        "from": before.name,
        "stage_id": stage.id,
        "stage": stage.name,
        "outcome": stage.outcome,
        "reason": opportunity.reason,
    }


def _enter(work: Work, opportunity: Opportunity, stage: Stage, reason: str | None, *, moved: bool = True) -> None:
    closed = stage.outcome in (StageOutcome.WON, StageOutcome.LOST)
    explained = stage.outcome in (StageOutcome.LOST, StageOutcome.POSTPONED)
    if explained and not (reason or "").strip():
        raise Invalid(
            N_("Why? A lost or postponed opportunity needs a reason."),
            fields={"reason": CrmError(N_("This is needed."))},
        )
    missing = [name for name in stage.required_fields if not getattr(opportunity, name, None)]
    if missing:
        raise Invalid(fields={name: CrmError(N_("This is needed.")) for name in missing})
    opportunity.stage_id, opportunity.outcome = stage.id, stage.outcome
    opportunity.reason = reason if explained else None
    if moved:
        opportunity.probability = stage.probability
        # A phone's clock may be behind, or its move arrive after a later one: stays never overlap.
        opportunity.stage_since = max(work.at, opportunity.stage_since or work.at)
        opportunity.closed_at = opportunity.stage_since if closed else None


async def _account_of(work: Work, payload: CreateOpportunity) -> Account | None:
    if payload.account_id is None and payload.new_account:
        made = await create_account(work, CreateAccount(name=payload.new_account))
        return await work.see(Account, made["id"])
    return await work.see(Account, payload.account_id) if payload.account_id else None


async def _first_stage(work: Work, pipeline_id: str | None, stage_id: str | None) -> Stage:
    if stage_id is not None:
        stage = await work.load(Stage, stage_id)
        if stage is None or stage.archived_at is not None or pipeline_id not in (None, stage.pipeline_id):
            raise NotFound
        return stage
    statement = (
        select(Stage)
        .join(Pipeline, (Pipeline.company_id == Stage.company_id) & (Pipeline.id == Stage.pipeline_id))
        .where(Pipeline.archived_at.is_(None), Stage.archived_at.is_(None))
        .order_by(Pipeline.position, Stage.position)
        .limit(1)
    )
    stage = await work.session.scalar(statement.where(Pipeline.id == pipeline_id) if pipeline_id else statement)
    if stage is None:
        raise NotFound
    return stage
