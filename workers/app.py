"""The broker with every actor, and every operation, which the actors do for people: what the worker's process imports."""  # noqa: E501

from workers.queue import broker

import core.all_operations  # isort: skip
import workers.actors.cards  # isort: skip - actors register with the broker above
import workers.actors.imports  # isort: skip
import workers.actors.voices  # isort: skip

__all__ = ["broker", "core", "workers"]
