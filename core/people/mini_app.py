"""The pages inside Telegram: whoever opens them from the bot's chat is signed in by what Telegram says, signed.

https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app: the fields in their order, signed with
a key made of the bot's token. What is older than five minutes is refused, whoever has it.
"""

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import parse_qsl

from core.database import EVERY_COMPANY, reading, transaction
from core.errors import Expired, SignInFailed
from core.i18n import N_
from core.inbox import this_bot
from core.people.chats import linked
from core.people.sign_in import open_session
from core.settings import settings

FRESH: Final = timedelta(minutes=5)
CLOCKS_DIFFER: Final = timedelta(minutes=1)
LONGEST_DATA: Final = 16_000
_NOT_SIGNED = N_("Telegram does not vouch for this. Open Ronda from the chat again.")
_TOO_OLD = N_("This was opened too long ago. Open Ronda from the chat again.")


async def sign_in_from_mini_app(data: str, device: str) -> str:
    """A new session's secret, in the company that the chat writes to, for Telegram's `initData` as it came.

    Raises `SignInFailed` for what Telegram did not sign for this bot, where the chat is not Telegram's, and for who has
    not linked the chat; `Expired`.
    """
    here = settings()
    if here.chat_is_local:  # everybody knows that chat's token: what is signed with it proves nothing
        raise SignInFailed(_NOT_SIGNED)
    person = person_of(data, here.telegram_bot_token, datetime.now(UTC))
    async with reading(EVERY_COMPANY) as session:
        chat = await linked(session, this_bot(), person)
    if chat is None:
        raise SignInFailed(N_("Your Telegram is not linked yet. Sign in, and link it under More → Your chat."))
    async with transaction(EVERY_COMPANY) as session:
        return await open_session(session, chat.user_id, device, chat.company_id)


def person_of(data: str, token: str, now: datetime) -> int:
    """The number on Telegram of whom the data speak of: also that of their private chat with the bot.

    Raises `SignInFailed` for what is not signed with this token, `Expired` for what is older than five minutes.
    """
    given = parse_qsl(data[:LONGEST_DATA], keep_blank_values=True)
    fields = dict(given)
    signature = fields.pop("hash", "")
    lines = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    key = hmac.digest(b"WebAppData", token.encode(), hashlib.sha256)
    expected = hmac.digest(key, lines.encode(errors="surrogatepass"), hashlib.sha256).hex()
    is_signed = hmac.compare_digest(expected.encode(), signature.encode(errors="surrogatepass"))
    if not is_signed or len(given) != len(fields) + 1:
        raise SignInFailed(_NOT_SIGNED)
    try:
        age = now - datetime.fromtimestamp(int(fields["auth_date"]), UTC)
        person = json.loads(fields["user"])["id"]
    except (KeyError, TypeError, ValueError, OverflowError, OSError, RecursionError):
        raise SignInFailed(_NOT_SIGNED) from None
    if not -CLOCKS_DIFFER <= age <= FRESH:
        raise Expired(_TOO_OLD)
    if not isinstance(person, int) or isinstance(person, bool) or not 0 < person < 2**63:
        raise SignInFailed(_NOT_SIGNED)
    return person
