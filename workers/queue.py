"""The broker: where work waits for the worker."""

import dramatiq
from dramatiq.brokers.redis import RedisBroker
from dramatiq.middleware.asyncio import AsyncIO

from core.settings import settings

# With Dramatiq's own values, what a killed worker had in hand lies for a minute; so it is back in six seconds.
broker = RedisBroker(url=settings().broker_url, heartbeat_timeout=5_000, maintenance_chance=100_000)  # type: ignore[no-untyped-call]
broker.add_middleware(AsyncIO())
dramatiq.set_broker(broker)
