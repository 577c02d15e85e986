"""What a row changes of an account or a contact that is there already."""

from collections.abc import Mapping
from typing import Any

from core.folding import fold
from core.imports.models import OnSame

View = Mapping[str, Any]
Payload = dict[str, Any]

_FIELDS = ("tax_id", "website", "sector", "notes", "job_title")
_NAMES = ("name", "given_name", "family_name")


def edit_of(view: View, given: Payload, on_same: OnSame) -> Payload | None:
    """The payload of `account.edit` or `contact.edit`; None where nothing would change.

    To fill takes what is empty there; to update takes what is another there, and adds ways to reach it.
    """
    if on_same is OnSame.SKIP:
        return None
    fills = on_same is OnSame.FILL
    edit: Payload = {}
    for name in _FIELDS if fills else (*_FIELDS, *_NAMES):
        there, wanted = view.get(name), given.get(name)
        if wanted and wanted != there and not (fills and there):
            edit[name] = wanted
    if not fills and given.get("kinds") and set(given["kinds"]) - set(view["kinds"]):
        edit["kinds"] = [*view["kinds"], *(kind for kind in given["kinds"] if kind not in view["kinds"])]
    if given.get("tags") and not (fills and view["tags"]):
        known = {fold(tag) for tag in view["tags"]}
        if new := [tag for tag in given["tags"] if fold(tag) not in known]:
            edit["tags"] = [*view["tags"], *new][:20]
    edit |= _reached(view, given, fills=fills)
    return {"id": view["id"], "base": view["revision"], **edit} if edit else None


def _reached(view: View, given: Payload, *, fills: bool) -> Payload:
    added: Payload = {}
    for name, key in (("phones", "number"), ("emails", "address")):
        known = {_bare(one[key]) for one in view[name]}
        new = [one for one in given.get(name, ()) if _bare(one[key]) not in known]
        if new and not (fills and view[name]):
            added[name] = new
    if given.get("addresses"):
        places = {_place(one) for one in view["addresses"]}
        new = [one for one in given["addresses"] if _place(one) not in places]
        if new and not view["addresses"]:
            added["addresses"] = new
        elif new and not fills:
            added["addresses"] = [{**new[0], "id": view["addresses"][0]["id"]}]
    return added


def _bare(reached: str) -> str:
    return reached.partition(";")[0].lower()


def _place(address: View) -> tuple[str, ...]:
    return tuple(fold(address.get(name) or "") for name in ("street", "postcode", "city"))
