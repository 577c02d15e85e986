"""Spanish and English: one catalogue a language and a room (core, bot, pwa, workers), found by gettext.

A message is written in English in the code: `_("Call {name}", {"name": …})` where a translator is at hand,
`N_("…")` where it is only marked and translated later, at the door that knows the reader's language.
"""

import gettext
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

LOCALES = ("es", "en")
DOMAINS = ("core", "bot", "pwa", "portable", "workers")
FOLDER = Path(__file__).parent / "locale"

Values = Mapping[str, object]


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "mark, do not translate yet"
    """The message unchanged; marks it for extraction."""
    return message


class Translator:
    """Messages in one language: call it with a message and the values for its `{places}`."""

    def __init__(self, locale: str, room: str) -> None:
        self.locale = locale
        self._catalogue = _catalogue(locale, room)

    def __call__(self, message: str, values: Values | None = None) -> str:
        """`message` in this language with its `{places}` filled from `values`."""
        text = self._catalogue.gettext(message) if message else ""
        return text.format_map(values) if values else text

    def plural(self, one: str, many: str, count: int, values: Values | None = None) -> str:
        """The form for `count`; `{n}` stands for the count."""
        return self._catalogue.ngettext(one, many, count).format_map({"n": count, **(values or {})})


@cache
def translator(locale: str, room: str = "core") -> Translator:
    """The translator for `es`, `en`, or a longer tag that begins so; Spanish for anything else.

    A room's own words come first, so that the same English may be another word in the chat than on a page.
    """
    short = locale[:2].lower()
    return Translator(short if short in LOCALES else "es", room)


def domains_of(room: str) -> list[str]:
    """The catalogues as a room reads them: of two that know a message, the later one's word holds."""
    return sorted(DOMAINS, key=lambda domain: (domain == room, domain == "core"))


def _catalogue(locale: str, room: str) -> gettext.NullTranslations:
    merged = gettext.NullTranslations()
    for domain in domains_of(room):
        source = FOLDER / locale / "LC_MESSAGES" / f"{domain}.po"
        if source.exists():
            with _compiled(source).open("rb") as file:
                messages = gettext.GNUTranslations(file)
            messages.add_fallback(merged)
            merged = messages
    return merged


def _compiled(source: Path) -> Path:
    """The catalogue in gettext's binary form beside its source, made again when the source is newer."""
    target = source.with_suffix(".mo")
    if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
        from babel.messages.mofile import write_mo  # noqa: PLC0415 - only when a catalogue has changed
        from babel.messages.pofile import read_po  # noqa: PLC0415

        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parts[-3])
        with NamedTemporaryFile(dir=target.parent, delete=False) as draft:
            write_mo(draft, catalogue)
        os.replace(draft.name, target)  # noqa: PTH105 - several processes may do this at once
    return target
