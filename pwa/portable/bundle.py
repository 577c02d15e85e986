"""The phone's renderer as one script: runtime, filters, compiled templates, messages and locale data.

The script sets `globalThis.portable`; it runs as `<script src>`, by `import` and by a service worker's
`importScripts`, under a policy of `script-src 'self'`.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment

from pwa.portable.compiler import compile_templates
from pwa.portable.environment import environment
from pwa.portable.locales import locale_data
from pwa.portable.messages import catalogue

SCRIPTS = Path(__file__).parent.parent / "static" / "js" / "portable"
MODULES = (
    "values",
    "words",
    "texts",
    "numbers",
    "moments",
    "lists",
    "predicates",
    "clock",
    "runtime",
    "renderer",
)
"""The scripts in the order in which they need each other."""

_IMPORT = re.compile(r"^import (\{.*\}) from \"\./(\w+)\.js\";$", re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:const|class|function) (\w+))", re.MULTILINE)


@cache
def portable_bundle(locale: str) -> tuple[str, str]:
    """The script for `es` or `en` with all of `pwa/templates`, and a digest of it for its address.

    Raises `NotPortableError` for a template outside the subset.
    """
    text = bundle_of(environment(locale), locale)
    return text, hashlib.sha256(text.encode()).hexdigest()[:16]


def bundle_of(pages: Environment, locale: str, names: Iterable[str] | None = None) -> str:
    """The script for the templates of any environment: those named, or all."""
    chosen = sorted(pages.list_templates() if names is None else names)
    options = {"locale": locale, "catalogue": catalogue(pages, chosen, locale), "data": locale_data(locale)}
    return "\n".join(
        [
            '"use strict";',
            "(() => {",
            "const modules = {};",
            *(_module(name) for name in MODULES),
            f"const compiled = (r) => ({compile_templates(pages, chosen)});",
            f"const options = {json.dumps(options, ensure_ascii=False)};",
            "globalThis.portable = modules.renderer.renderer({ ...options, compiled });",
            "})();",
            "",
        ]
    )


def _module(name: str) -> str:
    """One script as a function of its own, so that no two scripts' names meet."""
    source = (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
    exports = ", ".join(match[2] for match in _EXPORT.finditer(source))
    body = _EXPORT.sub(r"\1", _IMPORT.sub(r"const \1 = modules.\2;", source))
    return f"modules.{name} = (() => {{\n{body}return {{ {exports} }};\n}})();"
