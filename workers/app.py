"""The broker with every actor: what the worker's process imports."""

from workers.queue import broker

import workers.actors.cards  # isort: skip - actors register with the broker above

__all__ = ["broker", "workers"]
