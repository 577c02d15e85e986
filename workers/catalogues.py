"""The translators' files: `python -m workers.catalogues` brings them up to date with the code, `--check` looks only.

A message leaves a catalogue with the last line of code that says it; nothing is guessed from a similar one.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from itertools import chain, takewhile
from pathlib import Path
from string import Formatter

from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from core.i18n import DOMAINS, FOLDER
from core.settings import ROOT

Text = str | list[str] | tuple[str, ...]

LANGUAGE = "es"
"""English needs no catalogue: the code speaks it."""
KEYWORDS = {"_": None, "N_": None, "translate": None, "plural": (1, 2)}
EXTRACTORS = {".py": "python", ".html": "jinja2", ".js": "javascript"}
PLACES = {
    "core": ("core/**/*.py",),
    "bot": ("bot/**/*.py",),
    "pwa": ("pwa/**/*.py", "pwa/templates/**/*.html", "pwa/static/js/**/*.js", "pwa/static/*.js"),
    "portable": ("pwa/portable/**/*.py", "pwa/static/js/portable/**/*.js"),
    "workers": ("workers/**/*.py",),
}
"""Where a domain's messages stand; of two domains that match a file, the later one has it."""
HEADER = f"""msgid ""
msgstr ""
"Language: {LANGUAGE}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def update(domain: str) -> None:
    """Writes the domain's catalogue anew: what the code says, in its order, with the translations there are."""
    path = catalogue_path(domain)
    comment = _comment(path)
    wanted = messages_in_code(domain)
    if not wanted and not path.exists():
        return
    catalogue = read_catalogue(domain)
    catalogue.update(wanted, no_fuzzy_matching=True)
    body = BytesIO()
    write_po(body, catalogue, no_location=True, omit_header=True, ignore_obsolete=True, width=110)
    path.write_text(comment + HEADER + body.getvalue().decode().lstrip())


def problems(domain: str) -> list[str]:
    """What is wrong with the domain's catalogue, a line each: missing, superfluous, or with other places."""
    translated = {message.id: message for message in read_catalogue(domain) if message.id}
    wanted = {message.id for message in messages_in_code(domain) if message.id}
    return [
        *(f"{domain}: nobody says this any more: {said!r}" for said in translated if said not in wanted),
        *chain.from_iterable(_wrong(domain, said, translated.get(said)) for said in sorted(wanted, key=str)),
    ]


def messages_in_code(domain: str) -> Catalog:
    """The messages that the domain's files say, without translations."""
    found = Catalog(domain=domain)
    for path in _files(domain):
        method, name = EXTRACTORS[path.suffix], str(path.relative_to(ROOT))
        with path.open("rb") as file:
            for line, message, _, _ in extract(method, file, KEYWORDS, options={"silent": "false"}):
                found.add(message, locations=[(name, line)])
    for one, *others in [_forms(message.id) for message in found]:
        for other in others:
            if other != one:
                found.delete(other)  # marked alone somewhere: it is said as a plural all the same
    return found


def read_catalogue(domain: str) -> Catalog:
    """The domain's translations; none when nobody has begun."""
    path = catalogue_path(domain)
    if not path.exists():
        return Catalog(locale=LANGUAGE, domain=domain)
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE, domain=domain, abort_invalid=True)


def catalogue_path(domain: str) -> Path:
    """Where the domain's translations are."""
    return FOLDER / LANGUAGE / "LC_MESSAGES" / f"{domain}.po"


def _files(domain: str) -> list[Path]:
    owners = {path: owner for owner in PLACES for path in _matching(owner)}
    return sorted(path for path, owner in owners.items() if owner == domain)


def _matching(domain: str) -> Iterator[Path]:
    return chain.from_iterable(ROOT.glob(pattern) for pattern in PLACES[domain])


def _wrong(domain: str, identifier: Text, message: Message | None) -> Iterator[str]:
    sources = _forms(identifier)
    translations = _forms(message.string) if message else ()
    if not translations or not all(translations):
        yield f"{domain}: not translated: {identifier!r}"
        return
    for position, translation in enumerate(translations):
        source = sources[min(position, len(sources) - 1)]
        if _places(source) != _places(translation):
            yield f"{domain}: other places: {source!r}: {translation!r}"


def _forms(text: Text | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def _places(text: str) -> set[str]:
    """The names in braces, but the count: "a day" may stand for "{n} days"."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None} - {"n"}


def _comment(path: Path) -> str:
    if not path.exists():
        return ""
    return "".join(takewhile(lambda line: line.startswith("#"), path.read_text().splitlines(keepends=True)))


if __name__ == "__main__":
    if "--check" not in sys.argv:
        for each in DOMAINS:
            update(each)
    found = [problem for each in DOMAINS for problem in problems(each)]
    sys.exit("\n".join(found) if found else 0)
