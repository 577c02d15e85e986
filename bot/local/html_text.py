"""Texts in Telegram's HTML, read as strictly as TDLib's `parse_html` reads them, with its words for
faults.
"""

import re
import sys
from dataclasses import dataclass, field

from bot.local.entities import in_order, units
from bot.local.refusals import RefusedError, bad_request
from bot.local.store import Json
from bot.local.urls import checked_url

SIMPLE = {
    "b": "bold", "strong": "bold",
    "i": "italic", "em": "italic",
    "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler",
}  # fmt: skip
TAGS = frozenset({*SIMPLE, "a", "pre", "code", "blockquote", "tg-emoji"})
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(
    r"&(?:#x(?P<hex>[0-9a-fA-F]{1,6})|#(?P<decimal>[0-9]{1,7})|(?P<name>lt|gt|amp|quot)(?![a-zA-Z]));?"
)
ATTRIBUTE = re.compile(r"""[^\s=>/"']+""")
TOKEN = re.compile(r"[A-Za-z0-9.-]*")
SPACE = re.compile(r"\s*")
SURROGATES = range(0xD800, 0xE000)


@dataclass(slots=True)
class Tag:
    """An open tag: where its text begins, in characters of the plain text and in UTF-16 units."""

    name: str
    attributes: dict[str, str]
    begins: int
    offset: int


@dataclass(slots=True)
class Reader:
    """Reads one marked-up text from left to right."""

    source: str
    position: int = 0
    plain: list[str] = field(default_factory=list)
    length: int = 0
    open_tags: list[Tag] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def read(self) -> tuple[str, list[Json]]:
        while self.position < len(self.source):
            if self.source.startswith("</", self.position):
                self._end_tag()
            elif self.source[self.position] == "<":
                self._start_tag()
            else:
                self._character()
        if self.open_tags:
            raise _cannot_parse(f'Can\'t find end tag corresponding to start tag "{self.open_tags[-1].name}"')
        return "".join(self.plain), in_order([_told(entity) for entity in self.entities])

    def _character(self) -> None:
        match = REFERENCE.match(self.source, self.position)
        character = _referred(match) if match else ""
        self.position = match.end() if match and character else self.position + 1
        character = character or self.source[self.position - 1]
        self.plain.append(character)
        self.length += units(character)

    def _start_tag(self) -> None:
        begin = self.position
        name = self._up_to_space_or_end(begin + 1)
        if self.position >= len(self.source):
            raise _cannot_parse(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        if name not in TAGS:
            raise _cannot_parse(f'Unsupported start tag "{name}" at byte offset {self._bytes(begin)}')
        attributes = self._attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(begin)}')
        self.open_tags.append(Tag(name, attributes, len(self.plain), self.length))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self._skip_space()
            if self.source.startswith(">", self.position):
                self.position += 1
                return attributes
            name = ATTRIBUTE.match(self.source, self.position)
            if name is None:
                raise _cannot_parse(f'Empty attribute name in the tag "{tag}" at byte offset {self._bytes(begin)}')
            self.position = name.end()
            self._skip_space()
            attributes[name[0]] = ""
            if self.source.startswith("=", self.position):
                self.position += 1
                self._skip_space()
                attributes[name[0]] = self._value(tag, begin)
            elif self.position >= len(self.source):
                raise _cannot_parse(f'Unclosed start tag "{tag}" at byte offset {self._bytes(begin)}')

    def _value(self, tag: str, begin: int) -> str:
        quote = self.source[self.position : self.position + 1]
        if not quote:
            raise _cannot_parse(f'Unclosed start tag "{tag}" at byte offset {self._bytes(begin)}')
        if quote not in "\"'":
            return self._bare_value()
        end = self.source.find(quote, self.position + 1)
        if end < 0 or end + 1 >= len(self.source):
            raise _cannot_parse(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        value = self.source[self.position + 1 : end]
        self.position = end + 1
        return REFERENCE.sub(lambda match: _referred(match) or match[0], value)

    def _bare_value(self) -> str:
        match = TOKEN.match(self.source, self.position)
        value = match[0] if match else ""
        end = self.position + len(value)
        if end >= len(self.source) or not (self.source[end].isspace() or self.source[end] == ">"):
            raise _cannot_parse(f"Unexpected end of name token at byte offset {self._bytes(self.position)}")
        self.position = end
        return value.lower()

    def _end_tag(self) -> None:
        begin = self.position
        if not self.open_tags:
            raise _cannot_parse(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        name = self._up_to_space_or_end(begin + 2)
        self._skip_space()
        if not self.source.startswith(">", self.position):
            raise _cannot_parse(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        tag = self.open_tags.pop()
        if name not in ("", tag.name):
            raise _cannot_parse(
                f'Unmatched end tag at byte offset {self._bytes(begin)}, expected "</{tag.name}>", found "</{name}>"'
            )
        self.position += 1
        if self.length > tag.offset:
            self._close(tag)

    def _close(self, tag: Tag) -> None:
        entity: Json = {
            "type": SIMPLE.get(tag.name, tag.name),
            "offset": tag.offset,
            "length": self.length - tag.offset,
        }
        if tag.name == "a":
            try:
                url = checked_url(tag.attributes.get("href") or "".join(self.plain[tag.begins :]))
            except ValueError:
                return
            entity |= {"type": "text_link", "url": url}
        elif tag.name == "tg-emoji":
            if not tag.attributes.get("emoji-id", "").isdigit():
                raise bad_request("Invalid custom emoji identifier specified")
            entity |= {"type": "custom_emoji", "custom_emoji_id": tag.attributes["emoji-id"]}
        elif tag.name == "blockquote" and "expandable" in tag.attributes:
            entity["type"] = "expandable_blockquote"
        elif tag.name == "code" and tag.attributes.get("class", "").startswith("language-"):
            entity["language"] = tag.attributes["class"].removeprefix("language-")
        self._add(entity)

    def _add(self, entity: Json) -> None:
        last = self.entities[-1] if self.entities else {}
        covers = (last.get("offset"), last.get("length")) == (entity["offset"], entity["length"])
        if covers and {last["type"], entity["type"]} == {"code", "pre"}:
            language = last.get("language") or entity.get("language")
            self.entities[-1] = {**entity, "type": "pre"} | ({"language": language} if language else {})
        else:
            self.entities.append(entity)

    def _up_to_space_or_end(self, start: int) -> str:
        self.position = start
        while self.position < len(self.source) and not (
            self.source[self.position].isspace() or self.source[self.position] == ">"
        ):
            self.position += 1
        return self.source[start : self.position].lower()

    def _skip_space(self) -> None:
        match = SPACE.match(self.source, self.position)
        self.position = match.end() if match else self.position

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode())


def parsed_html(source: str) -> tuple[str, list[Json]]:
    """The plain text and its entities.

    Raises RefusedError with Telegram's words for what is broken, and where.
    """
    return Reader(source).read()


def _referred(match: re.Match[str]) -> str:
    """The character that a reference like `&lt;` or `&#233;` stands for; empty where it stands for none."""
    if match["name"]:
        return NAMED[match["name"]]
    code = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
    return chr(code) if 0 < code < sys.maxunicode and code not in SURROGATES else ""


def _told(entity: Json) -> Json:
    """Only a `pre` has a language in the Bot API."""
    return entity if entity["type"] == "pre" else {key: entity[key] for key in entity if key != "language"}


def _cannot_parse(reason: str) -> RefusedError:
    return bad_request(f"can't parse entities: {reason}")
