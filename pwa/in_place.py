"""Editing in place: a field appears where its value stands, is saved by itself, and says what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from core.records import new_id
from pwa.operations import Problems
from pwa.visit import View, Visit


@dataclass(frozen=True, slots=True)
class InPlace:
    """How a field is asked for."""

    label: str
    kind: str = "text"
    """`text`, `date`, `tel`, `email`, `choice`, `area`."""
    inputmode: str | None = None
    names: str | None = None
    """The address that offers names for what is typed."""

    def view(
        self, name: str, label: str, value: str, path: str, base: int, *, options: Sequence[View] = (),
        names_at: str = "",
    ) -> View:  # fmt: skip
        """The field for `records/_field.html`; `path`: the record's page, `label`: in the reader's language."""
        return {
            "name": name,
            "label": label,
            "kind": self.kind,
            "inputmode": self.inputmode,
            "names": f"{self.names}{names_at}" if self.names else None,
            "value": value,
            "options": list(options),
            "path": path,
            "base": base,
        }


def in_place(visit: Visit, field: View) -> Response:
    """The field alone, to stand in the place of its value."""
    return visit.fragment("records/_field.html", {"field": field, "error": None, "operation_id": new_id()})


def refused(visit: Visit, field: View, wrong: Problems) -> Response:
    """The same with what is wrong beside it, in the place of the field that was sent."""
    said = wrong.by_field.get(str(field["name"])) or wrong.summary
    view = {"field": field, "error": said, "operation_id": new_id()}
    response = visit.fragment("records/_field.html", view, status=wrong.status)
    response.headers["HX-Retarget"] = f"#in-place-{field['name']}"
    response.headers["HX-Reswap"] = "outerHTML"
    response.headers["HX-Reselect"] = f"#in-place-{field['name']}"
    return response
