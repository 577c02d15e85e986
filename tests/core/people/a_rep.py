"""A rep with a password, and a chat."""

from core.database import EVERY_COMPANY, reading
from core.people.devices import device as device_of

EMAIL, PASSWORD = "rep@ebro.example", "correct horse battery"
BOT, CHAT = "1000000001", 4242


async def who(secret: str) -> str | None:
    """Whose session it is, if it is one."""
    async with reading(EVERY_COMPANY) as session:
        found = await device_of(session, secret)
    return found.user_id if found else None
