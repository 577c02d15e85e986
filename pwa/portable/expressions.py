"""Expressions of Jinja's syntax tree as JavaScript: calls to the runtime `r` on the scope `s`.

What has no method here is outside the subset.
"""

import inspect
import json
from collections.abc import Callable, Mapping, Sequence
from string import Formatter
from typing import Any, Never

from jinja2 import Environment, nodes

from pwa.portable.errors import NotPortableError
from pwa.portable.values import LARGEST_INTEGER, printable

OPERATORS = {
    "eq": "same",
    "ne": "differ",
    "lt": "less",
    "lteq": "lessOrSame",
    "gt": "more",
    "gteq": "moreOrSame",
    "in": "within",
    "notin": "notWithin",
}
LOOP_NAMES = ("index", "index0", "revindex", "first", "last", "length", "previtem", "nextitem")
NAMES_OF_JINJA = ("_", "plural", "loop", "self", "super", "caller", "varargs", "kwargs")
"""Names with a meaning of their own: a template does not assign them."""


class Expressions:
    """Compiles the expressions of one file."""

    def __init__(self, environment: Environment, file: str) -> None:
        self._environment = environment
        self._file = file
        self._loops = 0

    def fail(self, node: nodes.Node, reason: str) -> Never:
        """Refuse `node`, with file and line."""
        raise NotPortableError(self._file, node.lineno, reason)

    def js(self, node: nodes.Node) -> str:
        """The JavaScript of an expression."""
        compile_node: Callable[[nodes.Node], str] | None = getattr(self, f"_{type(node).__name__.lower()}", None)
        if compile_node is None:
            self.fail(node, f"{type(node).__name__} is outside the portable subset")
        return compile_node(node)

    def printed(self, node: nodes.Node) -> str:
        """The JavaScript of an expression that is printed: the one place for `"x" if y` without else."""
        if isinstance(node, nodes.CondExpr) and node.expr2 is None:
            return f'(r.truth({self.js(node.test)}) ? {self.js(node.expr1)} : "")'
        return self.js(node)

    def _name(self, node: nodes.Name) -> str:
        match node.name:
            case "loop":
                self.fail(node, "loop is used as loop.index and the like, inside a loop of the same file")
            case "_" | "plural" | "super":
                self.fail(node, f"{node.name} is called, not passed on")
            case "self" | "varargs" | "kwargs":
                self.fail(node, f"{node.name} is outside the portable subset")
        return f"r.name(s, {literal(node.name)})"

    def _const(self, node: nodes.Const) -> str:
        value = node.value
        if isinstance(value, float):
            self.fail(node, "a number with decimals cannot be held the same in both places")
        if type(value) is int and abs(value) > LARGEST_INTEGER:
            self.fail(node, f"{value} is larger than JavaScript holds exactly")
        return literal(value)

    def _list(self, node: nodes.List) -> str:
        return f"[{self._all(node.items)}]"

    def _dict(self, node: nodes.Dict) -> str:
        return "{" + ", ".join(self._pair(pair) for pair in node.items) + "}"

    def _pair(self, node: nodes.Pair) -> str:
        if not isinstance(node.key, nodes.Const) or not isinstance(node.key.value, str):
            self.fail(node, "a key is a text in quotes")
        return f"[{literal(node.key.value)}]: {self.js(node.value)}"

    def _condexpr(self, node: nodes.CondExpr) -> str:
        if node.expr2 is None:
            self.fail(node, "an if without else stands only where it is printed")
        return f"(r.truth({self.js(node.test)}) ? {self.js(node.expr1)} : {self.js(node.expr2)})"

    def _getattr(self, node: nodes.Getattr) -> str:
        if isinstance(node.node, nodes.Name) and node.node.name == "loop":
            return self._of_loop(node)
        return f"r.get({self.js(node.node)}, {literal(node.attr)})"

    def _of_loop(self, node: nodes.Getattr) -> str:
        if not self._loops:
            self.fail(node, "loop is not seen here: set a name to what is needed inside the loop")
        if node.attr not in LOOP_NAMES:
            self.fail(node, f"loop.{node.attr} is outside the portable subset")
        return f"s.loop.{node.attr}"

    def _getitem(self, node: nodes.Getitem) -> str:
        if isinstance(node.arg, nodes.Slice):
            self.fail(node, "slices are outside the portable subset: the view cuts")
        return f"r.get({self.js(node.node)}, {self.js(node.arg)})"

    def _compare(self, node: nodes.Compare) -> str:
        if len(node.ops) > 1:
            self.fail(node, "one comparison at a time: a < b and b < c")
        return f"r.{OPERATORS[node.ops[0].op]}({self.js(node.expr)}, {self.js(node.ops[0].expr)})"

    def _and(self, node: nodes.And) -> str:
        return f"r.both({self.js(node.left)}, () => {self.js(node.right)})"

    def _or(self, node: nodes.Or) -> str:
        return f"r.either({self.js(node.left)}, () => {self.js(node.right)})"

    def _not(self, node: nodes.Not) -> str:
        return f"!r.truth({self.js(node.node)})"

    def _add(self, node: nodes.Add) -> str:
        return f"r.add({self.js(node.left)}, {self.js(node.right)})"

    def _sub(self, node: nodes.Sub) -> str:
        return f"r.subtract({self.js(node.left)}, {self.js(node.right)})"

    def _mul(self, node: nodes.Mul) -> str:
        return f"r.multiply({self.js(node.left)}, {self.js(node.right)})"

    def _neg(self, node: nodes.Neg) -> str:
        return f"r.subtract(0, {self.js(node.node)})"

    def _concat(self, node: nodes.Concat) -> str:
        return f"r.concat([{self._all(node.nodes)}])"

    def _filter(self, node: nodes.Filter) -> str:
        if node.name == printable.__name__:  # what the environment puts around each part of a `~`
            return f"r.printable({self.printed(node.node or self._missing(node))})"
        return self._applied("filter", self._environment.filters, node)

    def _test(self, node: nodes.Test) -> str:
        return self._applied("is", self._environment.tests, node)

    def _applied(self, kind: str, known: Mapping[str, Any], node: nodes.Filter | nodes.Test) -> str:
        if node.name not in known:
            self.fail(node, f"there is no {'test' if kind == 'is' else 'filter'} called {node.name}")
        value = self.js(node.node or self._missing(node))
        arguments = self._bound(known[node.name], node)
        return f"r.{kind}[{literal(node.name)}]({', '.join([value, *arguments])})"

    def _bound(self, function: Callable[..., object], node: nodes.Filter | nodes.Test) -> list[str]:
        """The arguments in the order of the Python function, its defaults written out."""
        self._no_stars(node)
        named = {str(pair.key): pair.value for pair in node.kwargs}
        try:
            bound = inspect.signature(function).bind(None, *node.args, **named)
        except TypeError as error:
            self.fail(node, f"{node.name}: {error}")
        bound.apply_defaults()
        given = list(bound.arguments.values())[1:]
        return [self.js(value) if isinstance(value, nodes.Node) else literal(value) for value in given]

    def _missing(self, node: nodes.Node) -> Never:
        self.fail(node, "filter blocks are outside the portable subset")

    def _call(self, node: nodes.Call) -> str:
        self._no_stars(node)
        match node.node:
            case nodes.Name(name="_"):
                self._check_messages(node, 1)
                return f"r.translate({self._all(node.args)})"
            case nodes.Name(name="plural"):
                self._check_messages(node, 2)
                return f"r.plural({self._all(node.args)})"
            case nodes.Name(name="super"):
                return "r.markup(up())"
            case nodes.Getattr(node=nodes.Name(name="loop"), attr="cycle") if self._loops:
                return f"r.cycle(s.loop, [{self._all(node.args)}])"
            case nodes.Name():
                return self.called(node)
            case _:
                return self.fail(node, "only macros, _, plural, super and loop.cycle are called, never methods")

    def called(self, node: nodes.Call, caller: str | None = None) -> str:
        """A macro's call, with the function that a call block hands in."""
        self._no_stars(node)
        named = [f"[{literal(keyword.key)}]: {self.js(keyword.value)}" for keyword in node.kwargs]
        named += [f"caller: {caller}"] if caller else []
        return f"r.call({self.js(node.node)}, [{self._all(node.args)}], {{{', '.join(named)}}})"

    def _check_messages(self, node: nodes.Call, count: int) -> None:
        fewest, most = (1, 2) if count == 1 else (3, 4)
        if node.kwargs or not fewest <= len(node.args) <= most:
            self.fail(node, "_ takes a message and values, plural two messages, a count and values")
        for message in node.args[:count]:
            if not isinstance(message, nodes.Const) or not isinstance(message.value, str):
                self.fail(node, "a message is a text in quotes, so that it can be found and translated")
            self._check_places(node, message.value)

    def _check_places(self, node: nodes.Node, message: str) -> None:
        try:
            places = [place for _, *place in Formatter().parse(message) if place[0] is not None]
        except ValueError as error:
            self.fail(node, f"{message!r}: {error}")
        if not all(_is_plain_name(name) and not spec and not conversion for name, spec, conversion in places):
            self.fail(node, f"{message!r}: a place is a plain name in braces")

    def _no_stars(self, node: nodes.Call | nodes.Filter | nodes.Test) -> None:
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            self.fail(node, "*arguments and **arguments are outside the portable subset")

    def _all(self, several: Sequence[nodes.Node]) -> str:
        return ", ".join(self.js(node) for node in several)


def literal(value: object) -> str:
    """A JavaScript literal for text, a whole number, a truth value or None."""
    return json.dumps(value, ensure_ascii=False)


def _is_plain_name(name: str | None) -> bool:
    return name is not None and name.isidentifier() and name.isascii()
