"""Failures on order: what a bot must bear from a Bot API server, for tests."""

from dataclasses import dataclass

from bot.local.refusals import RefusedError, too_many_requests

KINDS = ("429", "500", "502", "drop", "lost")


@dataclass(slots=True)
class Fault:
    """The next `times` calls of `method` (`*`: any but getUpdates) fail.

    `kind` is 429 (with `retry_after`), 500, 502 (not JSON, as from a proxy), drop (the connection breaks
    before anything is done) or lost (it is done, and the connection breaks before the answer).
    """

    method: str
    kind: str
    times: int
    retry_after: int = 1

    def meets(self, method: str) -> bool:
        return self.times > 0 and ((self.method == "*" and method != "getupdates") or self.method.lower() == method)

    def refusal(self) -> RefusedError | None:
        """The answer that this fault gives; None where it gives none at all."""
        if self.kind == "429":
            return too_many_requests(self.retry_after)
        if self.kind == "500":
            return RefusedError(500, "Internal Server Error")
        return None


class Faults:
    """The failures that are still to come."""

    def __init__(self) -> None:
        self._ordered: list[Fault] = []

    def order(self, fault: Fault) -> None:
        self._ordered.append(fault)

    def clear(self) -> None:
        self._ordered.clear()

    def next_for(self, method: str) -> Fault | None:
        """The failure that meets this call, used up by one; `method` in lower case."""
        for fault in self._ordered:
            if fault.meets(method):
                fault.times -= 1
                return fault
        return None
