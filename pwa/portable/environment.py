"""The one Jinja2 environment of all pages, with the portable rules enforced while it renders.

Where Jinja2 would look for Python's attributes, walk over a dict or print "None", this environment does what the
phone does: keys only, lists only, nothing.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

from jinja2 import (
    BaseLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    Undefined,
    nodes,
)
from jinja2.compiler import CodeGenerator
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, LoopContext
from jinja2.visitor import NodeTransformer

from core.i18n import Translator, Values, translator
from pwa.portable.filters import portable_filters
from pwa.portable.predicates import PREDICATES
from pwa.portable.printing import Names, PortableMacro, joined, shown
from pwa.portable.python_code import PortableCode, QuickCode
from pwa.portable.values import list_only, printable

TEMPLATES = Path(__file__).parent.parent / "templates"
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


@cache
def environment(locale: str) -> "QuickEnvironment":
    """The environment of Ronda's own pages in one language (`es` or `en`)."""
    return portable_environment(locale, FileSystemLoader(TEMPLATES))


def portable_environment(locale: str, loader: BaseLoader) -> "QuickEnvironment":
    """An environment by the portable rules over any loader."""
    made = QuickEnvironment(loader, translator(locale, "pwa"))
    made.careful = _PortableEnvironment(loader, translator(locale, "pwa"))
    return made


class _PortableTemplate(Template):
    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        # Globals are the same in all templates: a file of macros is made once, not looked through at each import.
        if self._module is None:
            module = super()._get_default_module()
            for macro in vars(module).values():
                if isinstance(macro, PortableMacro):
                    macro.keep()
        return super()._get_default_module()


class _PortableEnvironment(Environment):
    template_class: type[Template] = _PortableTemplate
    code_generator_class: type[CodeGenerator] = PortableCode
    context_class = Names
    macro = PortableMacro
    shown, joined = staticmethod(shown), staticmethod(joined)

    def __init__(self, loader: BaseLoader, words: Translator) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # the phone's templates are compiled at start too
        )
        self.globals = {"_": _translate_with(words), "plural": _plural_with(words)}
        self.filters = portable_filters(words)
        self.tests = dict(PREDICATES)
        self._read: dict[str, Template] = {}

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """A template's indentation is for who writes it: it does not travel."""
        return _INDENTATION.sub("", super().preprocess(source, name, filename))

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Template:  # noqa: A002 - Jinja's name
        found = self._read.get(name)
        if found is None:
            found = self._read[name] = super().get_template(name, parent, globals)
        return found

    def getattr(self, obj: object, attribute: str) -> object:
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, LoopContext | Undefined):
            return super().getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: object, argument: object) -> object:
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, Undefined):
            str(obj)  # an error that names it
        if _is_index(argument) and isinstance(obj, list | str) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.undefined(obj=obj, name=str(argument))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed = super()._parse(source, name, filename)
        _GuardValues().visit(parsed)
        return parsed


class _QuickTemplate(_PortableTemplate):
    environment: "QuickEnvironment"

    def render(self, *views: Any, **named: Any) -> str:
        try:
            return self.environment.concat(self.root_render_func(self.new_context(dict(*views, **named))))
        except Exception:  # noqa: BLE001 - whatever it is: the careful code tells what, or knows better
            return self.environment.careful.get_template(self.name).render(*views, **named)


class QuickEnvironment(_PortableEnvironment):
    """Where pages are rendered by the quick code."""

    template_class = _QuickTemplate
    code_generator_class = QuickCode
    careful: _PortableEnvironment
    """The same pages in the code that knows what to make of a view in which something is missing."""


def _is_index(value: object) -> TypeGuard[int]:
    return type(value) is int


class _GuardValues(NodeTransformer):
    """Puts a check where Jinja2 offers no hook: what a loop walks over, and what `~` joins."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - the visitor's own naming
        self.generic_visit(node)
        node.iter = _filtered(node.iter, list_only.__name__)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Concat:  # noqa: N802
        self.generic_visit(node)
        node.nodes = [_filtered(part, printable.__name__) for part in node.nodes]
        return node


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


class _translate_with:  # noqa: N801 - stands in templates as `_`
    def __init__(self, words: Translator) -> None:
        self._words = words

    def __call__(self, message: str, values: Values | None = None) -> str:
        return self._words(message, _shown(values))


class _plural_with:  # noqa: N801
    def __init__(self, words: Translator) -> None:
        self._words = words

    def __call__(self, one: str, many: str, count: int, values: Values | None = None) -> str:
        return self._words.plural(one, many, count, _shown(values))


def _shown(values: Values | None) -> Values | None:
    return {name: printable(value) for name, value in values.items()} if values else None
