"""Things break: processes are killed at random moments and started again, as the supervisor would."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from random import Random

from sqlalchemy import func, select

from core import outbox
from core.agenda.models import Activity
from core.customers.models import Contact
from core.customers.readings import CardReading, CardState
from core.database import EVERY_COMPANY, reading
from core.events import Event, PerformedOperation
from core.outbox import InboxUpdate, OutboxMessage
from core.people.models import CompanyCounter
from core.sales.models import Opportunity
from core.sales.next_steps import wrong_next_days
from core.sales.totals import differences
from tests.builders.cast import Firm
from tests.system.deeds import Ledger
from tests.system.running import Ronda

TOLD = {"chat.reminder": "activity_id", "chat.digest": "user_id"}
"""What the clock posts → whom or what it is about."""
VICTIMS = ("web", "bot", "worker", "clock", "broker", "chat")
SETTLING_SECONDS = 600.0
"""What was handed to a process that died is handed out again after two minutes at the latest."""


@asynccontextmanager
async def things_breaking(
    ronda: Ronda, random: Random, victims: Sequence[str], times: int
) -> AsyncIterator[Counter[str]]:
    """While inside, each victim is killed so many times, at moments that nobody foresees; gives how often each was.

    One is down at a time and at work again before the next falls: a slow machine does not change what is tried.
    What is left of the kills when all is done is let be, but the first of each.
    """
    killed = Counter[str]()
    over = asyncio.Event()
    order = [random.sample(victims, len(victims)) for _ in range(times)]
    breaking = asyncio.create_task(_break_things(ronda, random, order, killed, over))
    yield killed
    over.set()
    await breaking


async def _break_things(
    ronda: Ronda, random: Random, order: Sequence[Sequence[str]], killed: Counter[str], over: asyncio.Event
) -> None:
    for victims in order:
        if over.is_set() and killed:
            return
        for victim in victims:
            await asyncio.sleep(random.uniform(0.1, 2.0))
            ronda.kill(victim)
            killed[victim] += 1
            await asyncio.sleep(random.uniform(0.0, 0.6))
            await asyncio.to_thread(ronda.start, victim)


async def settle() -> None:
    """Waits until everything that came in is answered and everything that was posted is done."""
    async with asyncio.timeout(SETTLING_SECONDS):
        while await _waiting():
            await asyncio.sleep(0.2)


async def inbox_is_read() -> None:
    """Waits until the bot has done every update that came in."""
    async with asyncio.timeout(SETTLING_SECONDS):
        while await _unread():
            await asyncio.sleep(0.02)


async def _unread() -> int:
    async with reading(EVERY_COMPANY) as session:
        return await session.scalar(select(func.count()).where(InboxUpdate.done_at.is_(None))) or 0


async def _waiting() -> int:
    unsent = select(func.count()).where(OutboxMessage.done_at.is_(None), OutboxMessage.failed_at.is_(None))
    cards = select(func.count()).where(CardReading.state == CardState.WAITING)
    async with reading(EVERY_COMPANY) as session:
        return await _unread() + sum([await session.scalar(count) or 0 for count in (unsent, cards)])


async def require_exactly(ledger: Ledger, firm: Firm) -> None:
    """Fails unless what was done is there once, all of it, and nothing else."""
    async with reading(firm.company_id) as session:
        said = [f"{one.note} {one.subject}" for one in await session.scalars(select(Activity))]
        people = [one.name for one in await session.scalars(select(Contact))]
        titles = list(await session.scalars(select(Opportunity.title)))
        moves = await session.scalars(select(Event.subject_id).where(Event.verb == "opportunity.move"))
        moved = Counter(subject for subject in moves if subject in ledger.moved)
    for done, there in (
        (ledger.activities, said),
        ([word.title() for word in ledger.contacts], people),
        (ledger.opportunities, titles),
    ):
        found = _found(done, there)
        wrong = {word: found[word] for word in done if found[word] != 1}
        assert not wrong, wrong
        assert len(there) == len(done), [one for one in there if not any(word in one for word in done)]
    assert moved == Counter(ledger.moved)


async def require_told_once(ledger: Ledger, firm: Firm, digested: Sequence[str]) -> None:
    """Fails unless every reminder, and the digest of each of these people, was posted once, and has gone out."""
    async with reading(firm.company_id) as session:
        reminded = await session.scalars(select(Activity.id).where(Activity.subject.in_(ledger.reminders)))
        expected = Counter([("chat.reminder", one) for one in reminded] + [("chat.digest", one) for one in digested])
        posted = list(await session.scalars(select(OutboxMessage).where(OutboxMessage.topic.in_(TOLD))))
    told = Counter((one.topic, one.payload[TOLD[one.topic]]) for one in posted)
    assert sum(expected.values()) == len(ledger.reminders) + len(digested)
    wrong = {one: (told[one], expected[one]) for one in {*told, *expected} if told[one] != expected[one]}
    assert not wrong, wrong
    assert [one.topic for one in posted if one.done_at is None] == []


async def require_sound_books(firm: Firm) -> None:
    """Fails unless events have no holes, sums are right, and nothing was given up."""
    async with reading(firm.company_id) as session:
        numbers = list(await session.scalars(select(Event.number).order_by(Event.number)))
        last = await session.scalar(
            select(CompanyCounter.last_event).where(CompanyCounter.company_id == firm.company_id)
        )
        without_result = await session.scalars(
            select(PerformedOperation.name).where(
                PerformedOperation.id.not_in(select(Event.operation_id)), PerformedOperation.name != "card.receive"
            )
        )
        assert numbers == list(range(1, (last or 0) + 1))
        assert not list(without_result)
        assert await differences(session) == []
        assert await wrong_next_days(session) == []
    async with reading(EVERY_COMPANY) as session:
        assert [(one.topic, one.error) for one in await outbox.failed(session)] == []
        assert [one.error for one in await outbox.failed_updates(session)] == []


def _found(words: Sequence[str], texts: Sequence[str]) -> Counter[str]:
    return Counter(word for word in words for text in texts if word in text)
