"""Forms about things that a company names in several languages, puts in order, and puts away."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from core.i18n import LOCALES
from core.records import new_id
from pwa.addresses import id_of
from pwa.forms import Form
from pwa.operations import Problems
from pwa.visit import Visit

_NAMES = tuple(f"name_{locale}" for locale in LOCALES)


def own_key() -> str:
    """A key for what a company made itself."""
    return f"own_{new_id().replace('-', '')[-12:]}"


def named(visit: Visit, form: Form) -> dict[str, Any]:
    """The name in the company's language, and in the others; one that is left empty is as the other."""
    main = visit.viewer.company_locale if visit.viewer.company_locale in LOCALES else LOCALES[0]
    names = {locale: form.text(f"name_{locale}") for locale in LOCALES}
    name = names[main] or next((one for one in names.values() if one), "")
    return {"name": name, "names": {locale: one for locale, one in names.items() if one and locale != main}}


def names_of(found: Mapping[str, Any]) -> dict[str, str]:
    """The names that there are, as the form's fields."""
    return {f"name_{locale}": found["names"][locale] for locale in LOCALES}


def names_form(visit: Visit, values: Mapping[str, Any], wrong: Problems, *more: str) -> dict[str, Any]:
    """A form about something with names: the company's language first, where what is wrong with a name stands."""
    main = visit.viewer.company_locale if visit.viewer.company_locale in LOCALES else LOCALES[0]
    return {
        "form": {name: str(values.get(name) or "") for name in (*_NAMES, *more)},
        "languages": [main, *(locale for locale in LOCALES if locale != main)],
        "errors": {**wrong.fields("name", *more)},
        "problem": wrong.summary,
    }


def stepped(ids: list[str], form: Form) -> list[str]:
    """The ids with the one that the form names a place further up or down."""
    moved, step = id_of(form.text("id")), 1 if form.text("down") else -1
    if moved in ids:
        place = ids.index(moved)
        other = place + step
        if 0 <= other < len(ids):
            ids[place], ids[other] = ids[other], ids[place]
    return ids


async def put_away(visit: Visit, form: Form, name: str, back: str) -> Response:
    """Puts the thing in the address away by the operation `name`, or brings it back; then goes `back`."""
    payload = {"id": visit.path_id(), "archived": form.text("back") != "yes"}
    return visit.go(await visit.perform(name, payload, form.operation_id), back)


def typed(form: Form) -> dict[str, Any]:
    """What was typed, to be shown again."""
    return {name: values[0] for name, values in form.fields.items()}
