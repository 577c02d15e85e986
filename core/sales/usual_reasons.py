"""Why opportunities are usually lost or put off: offered to tap wherever one more is, in the pages and in the chat."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.i18n import N_, Translator
from core.policy import Sight, Viewer, visible
from core.prepared import Statement, prepared, value
from core.sales.models import Opportunity
from core.standard_names import in_all_languages

REASONS: Final[Mapping[str, tuple[str, ...]]] = {
    "lost": (
        N_("Price"), N_("Competitor"), N_("No budget"), N_("No answer"), N_("Project stopped"), N_("Delivery time"),
    ),
    "postponed": (
        N_("No budget"), N_("Bad timing"), N_("No answer"), N_("Project stopped"), N_("Waiting for a decision"),
    ),
}  # fmt: skip
"""Those that are offered before a company has its own; by the outcome of the stage that asks."""
_MOST: Final = 6
_LOOKED_BACK: Final = timedelta(days=365)
_LOOKED_AT: Final = 1000
"""No more than the company's last ones, of which the viewer sees some: it is a habit that is sought, not a sum."""
_A_HABIT: Final = 2
_LONGEST: Final = 40
"""What is longer is a story of its own, and no button."""


async def usual_reasons(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: datetime
) -> dict[str, list[str]]:
    """Outcome → at most six reasons, the most frequent first: those of the last year that the viewer may see.

    Where a company has fewer, the ones that everybody knows follow.
    """
    told: dict[str, list[str]] = {outcome: [] for outcome in REASONS}
    for row in await _told(session, viewer, since=now - _LOOKED_BACK):
        told[row.outcome].append(row.reason)
    return {outcome: _offered(told[outcome], REASONS[outcome], translate) for outcome in REASONS}


@prepared
def _told(sight: Sight) -> Statement:
    last = (
        select(Opportunity.id)
        .where(Opportunity.stage_since > value("since"), Opportunity.outcome.in_(list(REASONS)))
        .order_by(Opportunity.stage_since.desc(), Opportunity.id.desc())
        .limit(_LOOKED_AT)
    )
    statement = select(Opportunity.outcome, Opportunity.reason).where(
        Opportunity.id.in_(last), Opportunity.reason.is_not(None)
    )
    return visible(statement.order_by(Opportunity.stage_since.desc()), sight, Opportunity)


def _offered(told: Iterable[str], known: tuple[str, ...], translate: Translator) -> list[str]:
    """One spelling of each, the most frequent; what everybody knows is said in the reader's language."""
    words = {spelt.casefold(): standard for standard in _EVERY for spelt in in_all_languages(standard)}
    spellings: dict[str, Counter[str]] = {}
    for reason in told:
        text = " ".join(reason.split())
        key = words.get(text.casefold(), text.casefold())
        spellings.setdefault(key, Counter())[text] += 1
    by_use = sorted(spellings.items(), key=lambda item: -item[1].total())
    usual = {
        key: translate(key) if key in _EVERY else spelt.most_common(1)[0][0]
        for key, spelt in by_use
        if spelt.total() >= _A_HABIT and len(key) <= _LONGEST
    }
    usual |= {standard: translate(standard) for standard in known if standard not in usual}
    return list(usual.values())[:_MOST]


_EVERY: Final = frozenset(reason for several in REASONS.values() for reason in several)
