"""What the columns of a table are: by their names, else by what stands in them."""

import re
from collections.abc import Mapping, Sequence

from core.folding import fold
from core.imports.headers import compact
from core.imports.targets import AMBIGUOUS, HEADERS, TARGETS

_MOST = 0.7
"""So many of the values must look like it."""
# Odoo, Salesforce, HubSpot and Outlook put whose it is before what it is.
_OF_ACCOUNT = ("company ", "account ", "empresa ", "billing ", "cliente ", "customer ")
_OF_CONTACT = ("contact ", "contacto ", "person ", "mailing ", "personal ")
_LOOKS: Mapping[str, re.Pattern[str]] = {
    "email": re.compile(r"^\S+@\S+\.\w+$"),
    "account.website": re.compile(r"^(https?://|www\.)\S+$", re.I),
    "account.tax_id": re.compile(r"^(ES)?[-\s]?([A-HJNP-SUVW][-.\s]?\d{2}[.\s]?\d{3}[.\s]?\d{2}[0-9A-J]"
                                 r"|[XYZ]?\d{7,8}[-\s]?[A-Z])$", re.I),
    "mobile": re.compile(r"^(\+?34)?[\s.-]*[67](?:[\s.-]*\d){8}$"),
    "phone": re.compile(r"^\+?[\d\s().\-/]{9,20}$"),
    "postcode": re.compile(r"^(0?[1-9]|[1-4]\d|5[0-2])\d{3}$"),
}  # fmt: skip


def guess(names: Sequence[str], samples: Sequence[Sequence[str]]) -> dict[int, str]:
    """Column → target, for those that can be guessed; `samples`: some values of each column."""
    found: dict[int, str] = {}
    for column, name in enumerate(names):
        target = _by_name(name) or _by_look(samples[column])
        if target:
            found[column] = target
    _settle_names(found)
    about = "contact" if _is_about_people(found) else "account"
    settled: dict[int, str] = {}
    for column, target in found.items():
        whole = target if "." in target else f"{about}.{target}"
        if whole in TARGETS and (TARGETS[whole].many or whole not in settled.values()):
            settled[column] = whole
    return settled


def _by_name(name: str) -> str | None:
    folded, bare = fold(name), compact(name)
    if bare in AMBIGUOUS:
        return "name"
    if bare in HEADERS:
        return HEADERS[bare]
    for prefixes, of in ((_OF_ACCOUNT, "account"), (_OF_CONTACT, "contact")):
        for prefix in prefixes:
            rest = folded.removeprefix(prefix).replace(" ", "")
            if folded.startswith(prefix) and rest in HEADERS and "." not in HEADERS[rest]:
                return f"{of}.{HEADERS[rest]}"
    return None


def _by_look(values: Sequence[str]) -> str | None:
    filled = [value for value in values if value]
    for target, look in _LOOKS.items() if filled else ():
        if sum(bool(look.match(value)) for value in filled) >= _MOST * len(filled):
            return target
    return None


def _settle_names(found: dict[int, str]) -> None:
    """ "Nombre" is a given name beside surnames, a person beside a firm, else the firm itself."""
    targets = set(found.values())
    for column, target in list(found.items()):
        if target != "name":
            continue
        if "contact.family_name" in targets and "contact.given_name" not in targets:
            found[column] = "contact.given_name"
        elif targets & {"account.name"} and "contact.name" not in targets:
            found[column] = "contact.name"
        elif "account.name" not in targets:
            found[column] = "account.name"
        else:
            del found[column]
        targets = set(found.values())


def _is_about_people(found: Mapping[int, str]) -> bool:
    """Whether what fits both is the person's: the file has surnames, or people and no firms with a tax number."""
    targets = set(found.values())
    if targets & {"contact.given_name", "contact.family_name"}:
        return "account.tax_id" not in targets
    return "account.name" not in targets and "contact.name" in targets
