"""The messages that the phone needs in a language: those of the pages and the filters, translated."""

from collections.abc import Iterable, Iterator
from functools import cache

from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from core.i18n import FOLDER, domains_of
from pwa.portable.compiler import parse_template

OWN_DOMAINS = ("pwa", "portable")
"""Catalogues that go to the phone whole: its scripts speak too."""

Forms = tuple[str, ...]


def catalogue(environment: Environment, names: Iterable[str], locale: str) -> dict[str, dict[str, object]]:
    """`messages` by message and `plurals` (the form for one, the form for many) by the form for one.

    A message that a template takes from another room's catalogue comes along; one without a translation does not,
    for it stands for itself. Raises `ValueError` if a catalogue has other plural forms than ours.
    """
    wanted = {message for name in names for message in _messages_of(environment, name)}
    messages: dict[str, object] = {}
    plurals: dict[str, object] = {}
    for domain in domains_of("pwa"):
        for key, forms in _translations(domain, locale).items():
            if domain not in OWN_DOMAINS and key not in wanted:
                continue
            messages[key] = forms[0]
            if len(forms) > 1:
                plurals[key] = forms
    return {"messages": messages, "plurals": plurals}


def _messages_of(environment: Environment, name: str) -> Iterator[str]:
    tree, _ = parse_template(environment, name)
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in ("_", "plural"):
            message = call.args[0]
            if isinstance(message, nodes.Const):
                yield str(message.value)


@cache
def _translations(domain: str, locale: str) -> dict[str, Forms]:
    source = FOLDER / locale / "LC_MESSAGES" / f"{domain}.po"
    if not source.exists():
        return {}
    with source.open("rb") as file:
        known = read_po(file, locale=locale)
    if "".join(known.plural_expr.split()).strip("()") != "n!=1":
        raise ValueError(f"{source}: plural forms other than n != 1 are not known to the phone")
    return {
        _first(entry.id): _forms(entry.string)
        for entry in known
        if entry.id and entry.string and all(_forms(entry.string)) and not entry.fuzzy
    }


def _first(identifier: str | list[str] | tuple[str, ...]) -> str:
    return identifier if isinstance(identifier, str) else identifier[0]


def _forms(translated: str | list[str] | tuple[str, ...]) -> Forms:
    return (translated,) if isinstance(translated, str) else tuple(translated)
