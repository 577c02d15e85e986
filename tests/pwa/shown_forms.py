"""The forms of a page as a browser has them: where they go, and what each field would send."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class ShownForm:
    """A form that writes."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[ShownForm] = []
        self._form: ShownForm | None = None
        self._writing = self._choosing = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            action = given.get("action") or given.get("hx-post", "")
            self._form = ShownForm(action) if given.get("method") == "post" or "hx-post" in given else None
            if self._form is not None:
                self.forms.append(self._form)
        elif self._form is None or not (name := given.get("name")):
            self._take_option(tag, given)
        elif tag == "textarea":
            self._form.fields[name] = ""
            self._writing = name
        elif tag == "select":
            self._choosing = name
        elif given.get("type") != "file" and (given.get("type") not in ("radio", "checkbox") or "checked" in given):
            self._form.fields[name] = given.get("value", "")
        else:
            self._form.fields.setdefault(name, "")

    def _take_option(self, tag: str, given: dict[str, str]) -> None:
        if tag != "option" or self._form is None or not self._choosing:
            return
        if "selected" in given or self._choosing not in self._form.fields:
            self._form.fields[self._choosing] = given.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._form is not None and self._writing:
            self._form.fields[self._writing] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "textarea":
            self._writing = ""
        elif tag == "select":
            self._choosing = ""


def forms_of(page: str) -> list[ShownForm]:
    """The page's forms that write, in their order."""
    reader = _Reader()
    reader.feed(page)
    return reader.forms
