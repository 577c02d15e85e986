"""From the outbox to the queue: what is due is handed to the actor that knows how."""

from datetime import UTC, datetime

from dramatiq import Message

from core.database import EVERY_COMPANY, reading, transaction
from core.outbox import OutboxMessage, hand_out, is_anything_due, mark_failed
from workers.queue import broker

ACTORS = {
    "card.read": ("cards", "read_card"),
    "import.read": ("imports", "read_import"),
    "import.check": ("imports", "check_import"),
    "import.apply": ("imports", "apply_import"),
    "import.undo": ("imports", "undo_import"),
    "voice.hear": ("voices", "hear_voice"),
}
"""The queue and the actor of each topic, by name: the relay loads no actor. The `chat.` topics are the bot's own."""


async def relay() -> int:
    """Hands over what is due; gives how many.

    The broker has each message before the database says that it was handed out: if either fails, it is due again.
    """
    now = datetime.now(UTC)
    async with reading(EVERY_COMPANY) as session:
        if not await is_anything_due(session, now, chat=False):
            return 0
    async with transaction(EVERY_COMPANY) as session:
        messages = await hand_out(session, now, chat=False)
        for message in messages:
            if message.topic in ACTORS:
                _enqueue(message)
            else:
                mark_failed(message, now, f"Nobody knows what to do with “{message.topic}”", for_good=True)
    return len(messages)


def _enqueue(message: OutboxMessage) -> None:
    queue, actor = ACTORS[message.topic]
    ids = (message.id, message.company_id)
    broker.enqueue(Message(queue_name=queue, actor_name=actor, args=ids, kwargs={}, options={}))
