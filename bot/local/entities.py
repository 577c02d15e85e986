"""Entities: the marks that lie on a text, measured in UTF-16 units as Telegram does."""

import re
from collections.abc import Iterator

from bot.local.refusals import bad_request
from bot.local.store import Json

MAX_ENTITIES = 100
_TYPES = (
    "mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough "
    "spoiler blockquote expandable_blockquote code pre text_link text_mention custom_emoji"
)
TYPES = frozenset(_TYPES.split())
CLOSED = frozenset({"code", "pre", "text_link", "text_mention"})
"""Inside these nothing is found: what is written there is meant literally."""

FOUND = (
    ("url", re.compile(r"(?:https?://|www\.)[^\s<>\"]+[^\s<>\".,;:!?)\]'»]", re.IGNORECASE)),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]+\.)+[a-z]{2,24}(?![\w-])", re.IGNORECASE)),
    (
        "url",
        re.compile(
            r"(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|es|net|org|eu|info|io)\b(?:/[^\s<>\"]*[^\s<>\".,;:!?)])?(?!@)",
            re.IGNORECASE,
        ),
    ),
    ("mention", re.compile(r"(?<![\w@/])@[a-z]\w{3,31}\b", re.IGNORECASE | re.ASCII)),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w{1,256}")),
    (
        "bot_command",
        re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{3,31})?(?![\w/<>])", re.ASCII),
    ),
)


def units(text: str) -> int:
    """The length of a text as Telegram counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def with_found(text: str, entities: list[Json]) -> list[Json]:
    """The entities and those that Telegram finds in any text: addresses, mentions, hashtags, commands.

    Phone and card numbers, which Telegram finds too, are not looked for.
    """
    spans = [(entity["offset"], entity["offset"] + entity["length"], entity["type"]) for entity in entities]
    found = list(entities)
    for entity in _found(text):
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if not any(
            start < last and first < end and _keeps_out(kind, first, last, start, end) for first, last, kind in spans
        ):
            spans.append((start, end, entity["type"]))
            found.append(entity)
    return in_order(found)


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text without white space at its ends, and the entities moved and cut accordingly."""
    short = text.lstrip()
    cut, rest = units(text) - units(short), short.rstrip()
    length, kept = units(rest), []
    for entity in entities:
        start = max(entity["offset"] - cut, 0)
        end = min(entity["offset"] + entity["length"] - cut, length)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return rest, kept


def given_entities(text: str, given: object) -> list[Json]:
    """The entities that a call brings with it. Raises RefusedError for what is no entity of this text."""
    if not isinstance(given, list):
        return []
    length = units(text)
    for entity in given:
        if not isinstance(entity, dict):
            raise bad_request("can't parse MessageEntity: expected an Object")
        for field in ("offset", "length", "type"):
            if field not in entity:
                raise bad_request(f"can't parse MessageEntity: Can't find field \"{field}\"")
        if entity["type"] not in TYPES:
            raise bad_request("can't parse MessageEntity: Unsupported type specified")
        if not 0 <= entity["offset"] <= length:
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {entity['offset']}")
        if entity["offset"] + entity["length"] > length:
            raise bad_request(
                f"entity beginning at UTF-16 offset {entity['offset']} ends after the end of the text "
                f"at UTF-16 offset {entity['offset'] + entity['length']}"
            )
    return in_order(given)


def in_order(entities: list[Json]) -> list[Json]:
    """Outer before inner, first before last, at most a hundred."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))[:MAX_ENTITIES]


def _found(text: str) -> Iterator[Json]:
    for kind, pattern in FOUND:
        for match in pattern.finditer(text):
            yield {"type": kind, "offset": units(text[: match.start()]), "length": units(match[0])}


def _keeps_out(kind: str, first: int, last: int, start: int, end: int) -> bool:
    """Whether an entity leaves no room for a found one: it is literal, was found itself, or only
    partly overlaps.
    """
    is_around = first <= start and end <= last
    is_inside = start <= first and last <= end
    return kind in CLOSED or kind in {name for name, _ in FOUND} or not (is_around or is_inside)
