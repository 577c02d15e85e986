"""The pipeline by stage: whose, the first cards of each stage, totals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import Select, func, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from core.errors import NotFound
from core.i18n import N_, Translator
from core.people.models import Membership, User
from core.policy import Permission, Sight, Viewer, visible
from core.prepared import Statement, prepared, value, values
from core.records import NOBODY, Id
from core.sales.lines import opportunity_cards
from core.sales.models import Opportunity, OpportunityTotal
from core.sales.queries import pipelines
from core.sales.totals import is_stuck
from core.standard_names import pipeline_name, stage_name

View = dict[str, Any]

CARDS = 20


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose opportunities a board shows: `me`, `team`, `all`, or one person's id; and only those without next step.

    `pipeline_id`: of which pipeline; None for the company's first.
    """

    key: str = "me"
    without_next: bool = False
    pipeline_id: str | None = None

    @property
    def said(self) -> dict[str, str]:
        """As an address has it."""
        return {
            "whose": self.key,
            **({"filter": "without-next"} if self.without_next else {}),
            **({"pipeline": self.pipeline_id} if self.pipeline_id else {}),
        }

    @property
    def query(self) -> str:
        return urlencode(self.said)

    @classmethod
    def usual(cls, viewer: Viewer) -> "Whose":
        """What one looks at first: one's team's where one has a team, one's own where one sells, else everybody's."""
        if viewer.below:
            return cls("team")
        return cls("me" if viewer.may(Permission.OPPORTUNITY_EDIT) else "all")

    def owner_ids(self, viewer: Viewer) -> list[str] | None:
        """The owners, None for everybody's."""
        if self.key == "all":
            return None
        if self.key == "team":
            return sorted({viewer.user_id, *viewer.below})
        return [viewer.user_id if self.key == "me" else self.key]


async def pipeline_view(session: AsyncSession, viewer: Viewer, translate: Translator, whose: Whose) -> View:
    """A pipeline as a board. Six queries, whatever there is. Raises `NotFound`."""
    several = await pipelines(session)
    found = next((one for one in several if whose.pipeline_id in (None, one["id"])), None)
    if found is None:
        raise NotFound
    owners = whose.owner_ids(viewer)
    totals = await _totals(session, viewer, found["id"], owners, whose)
    cards = await _first_cards(session, viewer, translate, found["stages"], owners, whose)
    stages = [_stage(stage, totals, cards, translate, whose) for stage in found["stages"]]
    open_ids = {stage["id"] for stage in found["stages"] if stage["outcome"] == "open"}
    return {
        "pipeline": {"id": found["id"], "name": pipeline_name(found["name"], translate)},
        "address": f"/opportunities?{whose.query}",
        "pipelines": [
            {
                "name": pipeline_name(one["name"], translate),
                "href": f"/opportunities?{replace(whose, pipeline_id=one['id']).query}",
                "chosen": one["id"] == found["id"],
            }
            for one in several
            if len(several) > 1
        ],
        "choices": await _choices(session, viewer, translate, whose),
        "shows_owner": owners is None or len(owners) > 1,
        "count": sum(stage["count"] for stage in stages if stage["id"] in open_ids),
        "totals": _sum([total for stage in stages if stage["id"] in open_ids for total in stage["totals"]]),
        "stages": stages if any(stage["count"] for stage in stages) else [],
    }


async def more_cards(
    session: AsyncSession, viewer: Viewer, translate: Translator, whose: Whose, stage_id: str, offset: int
) -> View:
    """The next cards of one stage."""
    owners = whose.owner_ids(viewer)
    rows = await _cards_after(session, viewer, *_looks(owners, whose), stage=stage_id, owners=owners, after=offset)
    ids = list(rows.scalars())
    cards = await opportunity_cards(session, viewer, translate, ids[:CARDS])
    return {
        "cards": [cards[one] for one in ids[:CARDS] if one in cards],
        "more": _more(stage_id, whose, offset + CARDS) if len(ids) > CARDS else None,
        "shows_owner": owners is None or len(owners) > 1,
    }


def _looks(owners: Sequence[str] | None, whose: Whose) -> tuple[int, bool]:
    """How a statement of cards looks: whose they are, nobody's in particular, one's or several people's, and which."""
    return min(len(owners), 2) if owners is not None else 0, whose.without_next


@prepared
def _cards_after(sight: Sight, people: int, stuck: bool) -> Statement:
    return _cards_of(sight, "stage", people, stuck).offset(value("after")).limit(CARDS + 1)


def _cards_of(sight: Sight, stage: str, people: int, stuck: bool) -> Select[*tuple[Any, ...]]:
    """The ids of the opportunities of a stage, the latest moved first."""
    statement = select(Opportunity.id).where(Opportunity.stage_id == value(stage), Opportunity.archived_at.is_(None))
    if people == 1:
        statement = statement.where(Opportunity.owner_id.in_(values("owners")))
    elif people > 1:
        # Hidden from the indexes: those of several owners would all be gathered and sorted for the first few, while the
        # stage's own order gives these at once.
        owner = func.coalesce(Opportunity.owner_id, literal(NOBODY, Id))
        statement = statement.where(owner.in_(values("owners")))
    if stuck:
        statement = statement.where(is_stuck())
    narrowed: Select[*tuple[Any, ...]] = visible(statement, sight, Opportunity)
    return narrowed.order_by(Opportunity.stage_since.desc(), Opportunity.id)


async def _first_cards(
    session: AsyncSession, viewer: Viewer, translate: Translator, stages: Sequence[View],
    owners: Sequence[str] | None, whose: Whose,
) -> dict[str, list[View]]:  # fmt: skip
    """Stage id → its first cards: one statement with a cut part a stage, so that a full stage costs as a small one."""
    ids = {f"stage_{place}": stage["id"] for place, stage in enumerate(stages)}
    rows = (await _cards_by_stage(session, viewer, tuple(ids), *_looks(owners, whose), owners=owners, **ids)).all()
    cards = await opportunity_cards(session, viewer, translate, [row.id for row in rows])
    by_stage: dict[str, list[View]] = {}
    for row in rows:
        if row.id in cards:
            by_stage.setdefault(row.stage_id, []).append(cards[row.id])
    return by_stage


@prepared
def _cards_by_stage(sight: Sight, stages: tuple[str, ...], people: int, stuck: bool) -> Statement:
    parts = [
        _cards_of(sight, stage, people, stuck).add_columns(Opportunity.stage_id).limit(CARDS).subquery()
        for stage in stages
    ]
    return union_all(*(select(part) for part in parts))


async def _totals(
    session: AsyncSession, viewer: Viewer, pipeline_id: str, owners: Sequence[str] | None, whose: Whose
) -> dict[str, list[View]]:
    """Stage id → count and amount by currency: from the kept totals, or counted where these do not tell."""
    totals: dict[str, list[View]] = {}
    counted = _counted if whose.without_next else _kept
    for row in await counted(session, viewer, owners is not None, pipeline=pipeline_id, owners=owners):
        if row.number:
            totals.setdefault(row.stage_id, []).append(
                {"count": int(row.number), "amount": int(row.amount), "currency": row.currency}
            )
    return totals


@prepared
def _kept(sight: Sight, owned: bool) -> Statement:
    return _sums(sight, owned, OpportunityTotal, func.sum(OpportunityTotal.count))


@prepared
def _counted(sight: Sight, owned: bool) -> Statement:
    return _sums(sight, owned, Opportunity, func.count()).where(is_stuck())


def _sums(sight: Sight, owned: bool, model: Any, number: Any) -> Select[*tuple[Any, ...]]:
    statement = select(
        model.stage_id, model.currency, number.label("number"), func.sum(model.amount).label("amount")
    ).where(model.pipeline_id == value("pipeline"))
    if owned:
        statement = statement.where(model.owner_id.in_(values("owners")))
    narrowed: Select[*tuple[Any, ...]] = visible(statement, sight, model)
    return narrowed.group_by(model.stage_id, model.currency)


def _stage(
    stage: Mapping[str, Any], totals: Mapping[str, list[View]], cards: Mapping[str, list[View]],
    translate: Translator, whose: Whose,
) -> View:  # fmt: skip
    mine = totals.get(stage["id"], [])
    count = sum(total["count"] for total in mine)
    return {
        "id": stage["id"],
        "name": stage_name(stage["key"], stage["name"], translate),
        "outcome": stage["outcome"],
        "asks_reason": stage["outcome"] in ("lost", "postponed"),
        "count": count,
        "totals": [{"amount": total["amount"], "currency": total["currency"]} for total in mine],
        "cards": cards.get(stage["id"], []),
        "more": _more(stage["id"], whose, CARDS) if count > CARDS else None,
    }


def _more(stage_id: str, whose: Whose, after: int) -> str:
    return f"/opportunities/stage/{stage_id}?{whose.query}&after={after}"


def _sum(totals: Sequence[View]) -> list[View]:
    sums: dict[str, int] = {}
    for total in totals:
        sums[total["currency"]] = sums.get(total["currency"], 0) + total["amount"]
    return [{"amount": amount, "currency": currency} for currency, amount in sums.items()]


async def _choices(session: AsyncSession, viewer: Viewer, translate: Translator, whose: Whose) -> list[View]:
    """Mine; my team's, where there is one; everybody's, for who sees more than that; and the person looked at."""
    named = [("me", translate(N_("Mine")))]
    if viewer.below:
        named.append(("team", translate(N_("My team's"))))
    if viewer.seen.everything or viewer.seen.units or viewer.seen.teams:
        named.append(("all", translate(N_("Everybody's"))))
    if whose.key not in ("me", "team", "all"):
        name = await session.scalar(
            select(User.name)
            .join(Membership, Membership.user_id == User.id)
            .where(Membership.company_id == viewer.company_id, User.id == whose.key)
        )
        if name is None:
            raise NotFound
        named.append((whose.key, name))
    choices = [
        {
            "name": name,
            "href": f"/opportunities?{replace(whose, key=key, without_next=False).query}",
            "chosen": key == whose.key and not whose.without_next,
        }
        for key, name in named
    ]
    choices.append(
        {
            "name": translate(N_("Without a next step")),
            "href": f"/opportunities?{replace(whose, without_next=not whose.without_next).query}",
            "chosen": whose.without_next,
        }
    )
    return choices
