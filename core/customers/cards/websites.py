"""Web addresses, with or without "www."."""
# ruff: noqa: PLR2004 - lengths and weights stand where they are explained

import re

from core.customers.cards.domains import known_ending
from core.customers.cards.emails import Found
from core.customers.cards.lexicon import lexicon

SOCIAL = lexicon("social_networks")
"""Pages that belong to a network, not to the firm."""
_HANDLE = re.compile(rf"(?i)(?:\b(?:{'|'.join(sorted(SOCIAL))})\s*[:/]?\s*)?(?<![\w.])@[a-z_][\w.]{{2,}}")

_HANDLE_BEHIND_SLASH = re.compile(
    r"(?i)^\s*(?:in|ig|fb|tw|yt|tt|linkedin|instagram|facebook)\s?/\s?[a-z][\w.\-]{2,}\s*$"
)
"""A network by its two letters: "in/anaperez"; "T/ 91" and "C/ Sol" are none."""

_SITE = re.compile(
    r"(?P<scheme>https?\s?:?\s?/{1,2}\s?)?(?P<www>w{3}\s?[.,]?\s?)?"
    r"(?P<host>[a-z0-9à-ÿ][a-z0-9à-ÿ\-]+(?:\s?\.\s?[a-z0-9\-]{2,})+)(?P<path>/[\w\-./]*)?",
)


def find_websites(text: str) -> list[Found]:
    """The addresses in `text` (from which e-mail addresses were taken out), as printed but in lower case.

    The value of a page in a social network and of a handle ("IG @acme") is empty.
    """
    found = [Found("", handle.start(), handle.end()) for handle in _HANDLE.finditer(text)]
    if page := _HANDLE_BEHIND_SLASH.match(text):
        return [Found("", page.start(), page.end())]
    text = re.sub(r"(?i)\bw{4,}(?=\s?[.,])", lambda more: "www".rjust(len(more[0])), text)  # W, a label, and www
    for match in _SITE.finditer(text.lower()):
        host = known_ending(re.sub(r"\s", "", match["host"]))
        is_marked = match["www"] or match["scheme"]
        if host is None or not (is_marked or _is_bare_site(text[match.start() : match.end()])):
            continue
        if re.fullmatch(r"[\d.]+", host):
            continue
        if host.removeprefix("www.").split(".")[0] in SOCIAL:
            found.append(Found("", match.start(), match.end()))  # taken out, and not the firm's
            continue
        path = (match["path"] or "").rstrip("/.")
        found.append(Found(("www." if match["www"] else "") + host + path, match.start(), match.end()))
    return found


def _is_bare_site(printed: str) -> bool:
    """Without "www" only what is printed in one case and without spaces: "No.es" and "Avda. de" are none."""
    return " " not in printed and (printed.islower() or printed.isupper()) and len(printed) > 5
