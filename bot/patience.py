"""How the bot bears a busy or broken line: it waits as long as it is told to, and tries again."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

_TRIES = 4
_LONGEST_WAIT = 90.0

JsonAnswer = bool | dict[str, Any] | list[dict[str, Any]]


class Patience(BaseRateLimiter[int]):
    """Repeats a refused or broken call; a message may so be sent twice, an operation is never done twice."""

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, JsonAnswer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> JsonAnswer:
        """Makes the call; waits and repeats on 429 and on a broken line, four times at most."""
        for attempt in range(1, _TRIES):
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as busy:
                seconds = seconds_of(busy)
                if seconds > _LONGEST_WAIT:
                    raise
                await asyncio.sleep(seconds + 0.1)
            except BadRequest:
                raise
            except NetworkError:
                await asyncio.sleep(0.2 * 4 ** (attempt - 1))
        return await callback(*args, **kwargs)


def seconds_of(busy: RetryAfter) -> float:
    """How long a 429 asks to wait."""
    wait = busy.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
