"""What Telegram hands to a Mini App, signed as Telegram signs it: written from its page, not from our code."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from urllib.parse import quote

import pytest

from core.settings import settings


def init_data(token: str, person: int, at: datetime, **more: str) -> str:
    """`initData` for this person, opened then, by the bot with this token."""
    fields = {
        "query_id": "AAHdF6IQAAAAAN0XohDhrOrc",
        "user": json.dumps({"id": person, "first_name": "Ana & Núñez", "language_code": "es"}, ensure_ascii=False),
        "auth_date": str(int(at.timestamp())),
        "signature": "not looked at",
        **more,
    }
    secret_key = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    check = "\n".join(sorted(f"{name}={value}" for name, value in fields.items()))
    fields["hash"] = hmac.new(secret_key, check.encode(), hashlib.sha256).hexdigest()
    return "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items())


@contextmanager
def bot_of_its_own() -> Iterator[str]:
    """The installation has a bot on Telegram, whose token nobody else knows; gives the token."""
    token = "7000000001:of-this-bot"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TELEGRAM_BOT_TOKEN", token)
        patch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:9")  # nobody is asked
        settings.cache_clear()
        try:
            yield token
        finally:
            settings.cache_clear()
