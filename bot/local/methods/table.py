"""Which methods there are and which parameters each takes; anything else is refused."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.local.call import Call
from bot.local.refusals import RefusedError, bad_request

Handler = Callable[[Call], Awaitable[Any]]

SENDING = (
    "business_connection_id chat_id message_thread_id direct_messages_topic_id disable_notification "
    "protect_content allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters "
    "reply_to_message_id allow_sending_without_reply reply_markup"
)
CAPTION = "caption parse_mode caption_entities show_caption_above_media"
EDITING = "business_connection_id chat_id message_id inline_message_id reply_markup"


@dataclass(frozen=True, slots=True)
class Method:
    """A method of the Bot API that the local server has."""

    name: str
    parameters: frozenset[str]
    handler: Handler


METHODS: dict[str, Method] = {}


def method(name: str, *parameters: str) -> Callable[[Handler], Handler]:
    """Registers a function as a method; `parameters` are lists of names between spaces."""

    def register(handler: Handler) -> Handler:
        METHODS[name.lower()] = Method(name, frozenset(" ".join(parameters).split()), handler)
        return handler

    return register


async def run(call: Call) -> Any:
    """The result of a call. Raises RefusedError where Telegram would refuse it, and for unknown parameters.

    Telegram itself ignores parameters that it does not know; here they are refused, so that a misspelt one
    is seen.
    """
    found = METHODS.get(call.method.lower())
    if found is None:
        raise RefusedError(404, "Not Found: method not found")
    unknown = sorted(call.names() - found.parameters)
    if unknown:
        raise bad_request(f'parameter "{unknown[0]}" is unknown')
    return await found.handler(call)
