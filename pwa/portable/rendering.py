"""Pages and fragments rendered on the server."""

import datetime as dt

from jinja2 import Environment

from pwa.portable.environment import environment
from pwa.portable.values import View


def render(name: str, view: View, locale: str, now: dt.datetime) -> str:
    """The HTML of a page or a fragment (`accounts/_row.html`) of `pwa/templates`.

    `now` is aware, in the viewer's time zone; templates see it as `now` and `today`. Raises jinja2's
    `UndefinedError` for a name that the view lacks, `NotPortableValueError` for a value that cannot be printed.
    """
    if now.tzinfo is None:
        raise ValueError("now is a moment in the viewer's time zone")
    return render_in(environment(locale), name, view, locale, now.isoformat(timespec="seconds"))


def render_in(pages: Environment, name: str, view: View, locale: str, now: str) -> str:
    """The same in any environment, with `now` as it stands in views."""
    return pages.get_template(name).render(view | {"now": now, "today": now[:10], "locale": locale})
