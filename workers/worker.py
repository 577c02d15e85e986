"""The process that works off the queue.

One process with threads instead of Dramatiq's own command line: that keeps a master beside each worker, and a
master that is killed leaves its worker running. Who needs more cores starts more of these processes.
"""

import logging
import os
import signal
from threading import Event

THREADS = 8
NICENESS = 10
"""Pages and chat come before what nobody waits for with a finger on the screen."""
SECONDS_TO_FINISH = 8
"""What runs longer is given back to the queue and done again: every job may be done twice."""


def run(broker_url: str) -> None:
    """Works off the queue until SIGTERM or SIGINT, then finishes what it has begun."""
    from dramatiq import Worker  # noqa: PLC0415

    from workers.app import broker  # noqa: PLC0415
    from workers.broker import wait_until_alive  # noqa: PLC0415

    os.nice(NICENESS)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    wait_until_alive(broker_url, seconds=10)
    broker.emit_after("process_boot")
    worker = Worker(broker, worker_threads=THREADS)
    worker.start()
    stop.wait()
    worker.stop(timeout=SECONDS_TO_FINISH * 1000)
    broker.close()
