"""Checks that every template is in the portable subset: `python -m pwa.portable.lint`."""

import sys

from jinja2 import Environment

from pwa.portable.compiler import compile_template
from pwa.portable.environment import environment
from pwa.portable.errors import NotPortableError


def problems(pages: Environment) -> list[str]:
    """One line, `file:line: reason`, for each template outside the subset: the first reason in it."""
    return [found for name in pages.list_templates() if (found := _problem(pages, name))]


def _problem(pages: Environment, name: str) -> str | None:
    try:
        compile_template(pages, name)
    except NotPortableError as error:
        return str(error)
    return None


if __name__ == "__main__":
    found = problems(environment("en"))
    sys.stderr.writelines(line + "\n" for line in found)
    sys.exit(1 if found else 0)
