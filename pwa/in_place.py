"""Editing in place: a field appears where its value stands, is saved by itself, and says what is wrong with it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from core.agenda.receivers import receivers
from core.errors import Invalid, NotFound, NotPermitted
from core.operations import Outcome
from core.records import new_id
from pwa.forms import Form
from pwa.operations import Problems, problems
from pwa.toasts import toast_for
from pwa.visit import View, Visit, to_edit


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


@dataclass(frozen=True, slots=True)
class Editing:
    """How the fields of one kind of record are edited in place."""

    folder: str
    """Where its pages are: `opportunities`."""
    fields: Mapping[str, InPlace]
    facts: Callable[[Visit, AsyncSession], Awaitable[View]]
    """The record that the address names. Raises `NotFound`."""
    values: Callable[[Visit, View], View]
    """What its form's fields hold."""
    asks: Callable[[Visit, str, View], View]
    """What one field needs beside: `options`, `names_at`, `facts` of its label."""
    save: Callable[[Visit, Form, str, View], Awaitable[Outcome]]
    """Saves the field of this name. Raises `Invalid`."""
    page: Callable[[Visit, AsyncSession, View], Awaitable[Response]]
    """The record's page, with a word beside it."""

    async def show(self, visit: Visit, session: AsyncSession) -> Response:
        """The field, with what is there."""
        found = await self._found(visit, session)
        field = await self._field(visit, session, found, self._values(visit, found))
        return visit.fragment("records/_field.html", {"field": field, "error": None, "operation_id": new_id()})

    async def update(self, visit: Visit, form: Form) -> Response:
        """Saves the field; the page comes back as it is then, or the field with what is wrong beside it."""
        name = _name(visit)
        async with visit.reading() as session:
            found = await self._found(visit, session)
        try:
            outcome = await self.save(visit, form, name, found)
        except Invalid as error:
            wrong = problems(error, visit.translate)
            async with visit.reading() as session:
                values = {**self._values(visit, found), name: form.text(name)}
                return _refused(visit, await self._field(visit, session, found, values), wrong)
        if not visit.wants_fragment:
            return visit.go(outcome, f"/{self.folder}/{found['id']}")
        async with visit.reading() as session:
            return await self.page(visit, session, toast_for(visit, outcome))

    async def _found(self, visit: Visit, session: AsyncSession) -> View:
        found = await self.facts(visit, session)
        if _name(visit) not in self.fields:
            raise NotFound
        if _name(visit) == OWNER and not found["may_assign"]:
            raise NotPermitted
        return to_edit(found)

    def _values(self, visit: Visit, found: View) -> View:
        return {**self.values(visit, found), OWNER: found["owner"]["id"] if found["owner"] else ""}

    async def _field(self, visit: Visit, session: AsyncSession, found: View, values: View) -> View:
        name = _name(visit)
        one, more = self.fields[name], self.asks(visit, name, found)
        return one.view(
            name,
            visit.translate(one.label, more.get("facts", {})),
            str(values[name]),
            f"/{self.folder}/{found['id']}",
            found["revision"],
            options=await receivers(session, visit.viewer) if name == OWNER else more.get("options", ()),
            names_at=more.get("names_at", ""),
        )


OWNER = "owner"


def _name(visit: Visit) -> str:
    return str(visit.request.path_params["field"])


def _refused(visit: Visit, field: View, wrong: Problems) -> Response:
    """The field with what is wrong beside it, in the place of the one that was sent."""
    said = wrong.by_field.get(str(field["name"])) or wrong.summary
    view = {"field": field, "error": said, "operation_id": new_id()}
    response = visit.fragment("records/_field.html", view, status=wrong.status)
    response.headers["HX-Retarget"] = response.headers["HX-Reselect"] = f"#in-place-{field['name']}"
    response.headers["HX-Reswap"] = "outerHTML"
    return response
