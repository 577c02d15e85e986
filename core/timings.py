"""Slow and failing pages by company and day, slow statements by day: what `core.pace` counted, kept for two weeks."""

import asyncio
import logging
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import BigInteger, Date, Select, String, case, func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from core.database import EVERY_COMPANY, Base, insert_into, transaction
from core.pace import Count, taken
from core.records import CompanyOwned

SECONDS_BETWEEN = 60.0

log = logging.getLogger(__name__)


class Timing:
    """What is known of one page or statement on one day; moments in milliseconds."""

    name: Mapped[str] = mapped_column(String(120), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    times: Mapped[int] = mapped_column()
    slow: Mapped[int] = mapped_column()
    failed: Mapped[int] = mapped_column()
    milliseconds: Mapped[int] = mapped_column(BigInteger)
    longest: Mapped[int] = mapped_column()


class PageTiming(Timing, CompanyOwned, Base):
    __tablename__ = "page_timings"


class StatementTiming(Timing, Base):
    __tablename__ = "statement_timings"


async def keep_timings(now: datetime | None = None) -> None:
    """Adds what this process has counted to what is kept."""
    pages, statements = taken()
    day = (now or datetime.now(UTC)).date()
    of_pages = [
        {"company_id": company_id, "name": name, **_counted(count, day)} for (company_id, name), count in pages.items()
    ]
    of_statements = [{"name": name, **_counted(count, day)} for name, count in statements.items()]
    if of_pages or of_statements:
        async with transaction(EVERY_COMPANY) as session:
            await _add(session, PageTiming, ["company_id", "name", "day"], of_pages)
            await _add(session, StatementTiming, ["name", "day"], of_statements)


async def keep_timings_again_and_again() -> None:
    """Every minute, until it is cancelled."""
    while True:
        await asyncio.sleep(SECONDS_BETWEEN)
        try:
            await keep_timings()
        except (SQLAlchemyError, OSError) as error:
            log.warning("A minute's timings were not kept: %s", type(error).__name__)


def slowest(model: type[PageTiming] | type[StatementTiming], since: date, limit: int) -> Select[*tuple[Any, ...]]:
    """Name, times, slow, failed, milliseconds, longest since a day, of what was slow or failed; the worst first."""
    slow, failed = func.sum(model.slow), func.sum(model.failed)
    return (
        select(
            model.name,
            func.sum(model.times).label("times"),
            slow.label("slow"),
            failed.label("failed"),
            func.sum(model.milliseconds).label("milliseconds"),
            func.max(model.longest).label("longest"),
        )
        .where(model.day >= since)
        .group_by(model.name)
        .having((slow > 0) | (failed > 0))
        .order_by(failed.desc(), slow.desc(), model.name)
        .limit(limit)
    )


async def _add(
    session: AsyncSession, model: type[PageTiming] | type[StatementTiming], key: list[str], rows: list[dict[str, Any]]
) -> None:
    if not rows:
        return
    line = insert_into(session, model).values(rows)
    new = line.excluded
    sums: dict[str, Any] = {
        name: getattr(model, name) + new[name] for name in ("times", "slow", "failed", "milliseconds")
    }
    longest = case((new.longest > model.longest, new.longest), else_=model.longest)
    await session.execute(line.on_conflict_do_update(index_elements=key, set_={**sums, "longest": longest}))


def _counted(count: Count, day: date) -> dict[str, Any]:
    return {
        "day": day, "times": count.times, "slow": count.slow, "failed": count.failed,
        "milliseconds": count.milliseconds, "longest": count.longest,
    }  # fmt: skip
