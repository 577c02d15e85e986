"""What an admin sends, and how it is taken back."""

import re
from datetime import UTC, datetime

import httpx

from core.database import transaction
from core.outbox import OutboxMessage
from core.records import new_id
from tests.builders.cast import Firm
from tests.pwa.visitors import Visitors


async def english(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    """The browser of a firm's admin, who reads English."""
    await firm.do("settings.edit", {"locale": "en"}, "admin")
    return await visitors.of(firm, "admin")


async def send(browser: httpx.AsyncClient, path: str, **fields: str) -> str:
    """Sends a form and gives the page that it leads to."""
    answer = await browser.post(path, data={"operation_id": new_id(), **fields})
    assert answer.status_code == 303, answer.text
    return (await browser.get(answer.headers["location"])).text


async def undo(browser: httpx.AsyncClient, page: str) -> None:
    """Takes back what the page's toast tells of."""
    path = re.findall(r'action="(/operations/[^"]+/undo)"', page)[0]
    assert (await browser.post(path, data={"operation_id": new_id()})).status_code == 303


async def fail_to_send(firm: Firm) -> None:
    """A message to the rep that was given up."""
    now = datetime.now(UTC)
    message = {"topic": "chat.reminder", "payload": {}, "created_at": now, "due_at": now, "user_id": firm.people["rep"]}
    async with transaction(firm.company_id) as session:
        session.add(
            OutboxMessage(**message, company_id=firm.company_id, attempts=8, error="chat not found", failed_at=now)
        )
