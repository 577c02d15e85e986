"""The phones, e-mails and addresses of a form: a row each, and an empty one for another.

A field is named after its row: `phones.<id>.number`, `phones.new-0.number`. Emptied or ticked, a row is removed.
"""

import re
from collections.abc import Mapping
from typing import Any

from core.customers.countries import countries, country_code, country_name
from core.customers.places import ADDRESS_LABELS, EMAIL_LABELS, PHONE_LABELS, label, written_number
from core.i18n import Translator
from pwa.forms import Form
from pwa.operations import Problems
from pwa.visit import Visit

View = dict[str, Any]

TEXTS: Mapping[str, tuple[str, ...]] = {
    "phones": ("number",),
    "emails": ("address",),
    "addresses": ("street", "postcode", "city", "region", "country"),
}
_SAY_NOTHING_ALONE = frozenset({"country"})
LABELS = {"phones": PHONE_LABELS, "emails": EMAIL_LABELS, "addresses": ADDRESS_LABELS}
USUAL = {"phones": "office", "emails": "work", "addresses": "visit"}
USUAL_OF_A_PERSON = USUAL | {"phones": "mobile"}
_FIELD = re.compile(r"(phones|emails|addresses)\.([\w-]{1,40})\.(\w{1,20})")
_NEW = "new-"
_MOST = 30


def country_names(visit: Visit) -> View:
    """`countries`: their names to choose from; `home_country`: the company's own, meant where none is written."""
    locale = visit.translate.locale
    return {
        "countries": list(countries(locale).values()),
        "home_country": country_name(visit.viewer.country, locale),
    }


def kept_rows(record: Mapping[str, Any], country: str) -> dict[str, list[View]]:
    """The rows of what an account or a contact has, as `core.customers.queries` gives it."""
    return {
        kind: [
            {
                "key": channel["id"],
                "base": str(channel["revision"]),
                "label": channel["label"],
                "removed": "",
                **{name: channel[name] for name in TEXTS[kind]},
                **({"number": written_number(channel, country)} if kind == "phones" else {}),
            }
            for channel in record[kind][:_MOST]
        ]
        for kind in TEXTS
    }


def sent_rows(form: Form) -> dict[str, list[View]]:
    """The rows as a form sent them, in its order."""
    rows: dict[str, dict[str, View]] = {kind: {} for kind in TEXTS}
    for name in form.fields:
        if (found := _FIELD.fullmatch(name)) and len(rows[found[1]]) < _MOST:
            kind, key, part = found.groups()
            row = rows[kind].setdefault(key, {"key": key, **_empty(kind)})
            if part in row and part != "key":
                row[part] = form.text(name)
    return {kind: list(found.values()) for kind, found in rows.items()}


def payload_of(rows: Mapping[str, list[View]]) -> dict[str, list[View]]:
    """What the rows say to an operation: what was filled is added or changed, what was emptied is removed."""
    return {kind: [_given(kind, row) for row in _told(kind, rows)] for kind in TEXTS}


def fields_of(
    rows: Mapping[str, list[View]], wrong: Problems, translate: Translator, usual: Mapping[str, str] = USUAL
) -> dict[str, list[View]]:
    """The rows as a form shows them: with the labels to choose from, what is wrong with each, and one to fill.

    `usual`: the labels that the ones to fill begin with.
    """
    shown: dict[str, list[View]] = {}
    for kind in TEXTS:
        told = [row["key"] for row in _told(kind, rows)]
        lines = [row for row in rows[kind] if row["key"] in told]
        free = max((int(row["key"].removeprefix(_NEW)) for row in lines if _is_numbered(row["key"])), default=-1) + 1
        lines.append({"key": f"{_NEW}{free}", **_empty(kind), "label": usual[kind]})
        shown[kind] = [
            {
                **row,
                **({"country": country_name(row["country"], translate.locale)} if kind == "addresses" else {}),
                "is_new": row["key"].startswith(_NEW),
                "removed": bool(row["removed"]),
                "labels": _labels(kind, row["label"], translate),
                "error": _error(kind, told.index(row["key"]), wrong) if row["key"] in told else None,
            }
            for row in lines
        ]
    return shown


def _told(kind: str, rows: Mapping[str, list[View]]) -> list[View]:
    """The rows that say something, in the payload's order."""
    return [row for row in rows[kind] if not row["key"].startswith(_NEW) or _says_something(kind, row)]


def _given(kind: str, row: View) -> View:
    said = {"label": row["label"], **{name: row[name] for name in TEXTS[kind]}}
    if kind == "addresses":
        said["country"] = country_code(row["country"]) or None
    if row["key"].startswith(_NEW):
        return said
    known = {"id": row["key"], **({"base": row["base"]} if row["base"] else {})}
    return known | ({"removed": True} if row["removed"] or not _says_something(kind, row) else said)


def _says_something(kind: str, row: View) -> bool:
    return any(row[name] for name in TEXTS[kind] if name not in _SAY_NOTHING_ALONE)


def _empty(kind: str) -> View:
    return {"base": "", "label": USUAL[kind], "removed": "", **dict.fromkeys(TEXTS[kind], "")}


def _is_numbered(key: str) -> bool:
    number = key.removeprefix(_NEW)
    return key.startswith(_NEW) and number.isascii() and number.isdecimal()


def _labels(kind: str, chosen: str, translate: Translator) -> list[View]:
    keys = [*LABELS[kind], *([chosen] if chosen not in LABELS[kind] else [])]
    return [{"key": key, "name": label(LABELS[kind], key, translate)} for key in keys]


def _error(kind: str, position: int, wrong: Problems) -> str | None:
    """What is wrong with a row, whichever of its fields it is."""
    before = f"{kind}.{position}"
    return next((said for name, said in wrong.by_field.items() if f"{name}.".startswith(f"{before}.")), None)
