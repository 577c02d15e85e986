"""What the server answers when it will not do something, in Telegram's own words."""

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


class RefusedError(Exception):
    """A call that is not done: the HTTP status, which is also Telegram's `error_code`, and its
    description.
    """

    def __init__(self, code: int, description: str, retry_after: int = 0) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after
        """Seconds to wait before trying again; 0 where waiting does not help."""


def bad_request(reason: str) -> RefusedError:
    """Refused with 400; the reason begins in lower case unless it is one of the CAPITAL_CODES, as
    Telegram's do.
    """
    is_code = reason[1:2] == "_" or reason[1:2].isupper()
    return RefusedError(400, f"Bad Request: {reason if is_code else reason[:1].lower() + reason[1:]}")


def forbidden(reason: str) -> RefusedError:
    """Refused with 403: the person does not want it."""
    return RefusedError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> RefusedError:
    """Refused with 409: two ways of receiving updates at once."""
    return RefusedError(409, f"Conflict: {reason}")


def too_many_requests(seconds: int) -> RefusedError:
    """Refused with 429 and the seconds to wait."""
    return RefusedError(429, f"Too Many Requests: retry after {seconds}", seconds)
