"""A template's syntax tree as Python: Jinja's own way of writing it, shorter where the portable rules permit.

Jinja's code looks before each call whether a context is wanted, asks two functions about each value that is printed,
and hands each part of what is included through every page around it. In portable templates a call is a call, a value is
shown by one function, a message without values is its translation, and what is included is one part.
"""

import re
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from pwa.portable.values import printable

_MARKUP = re.compile("[&<>\"']")


def shown(value: object) -> str:
    """A value as it stands in a page: escaped, if it is not markup. Raises `NotPortableValueError`."""
    if type(value) is str:
        return escape(value) if _MARKUP.search(value) else value
    return escape(printable(value))


class PortableMacro(Macro):
    """A macro that is called without keywords, as nearly all are, goes straight to its function."""

    def __call__(self, *arguments: Any, **named: Any) -> str:
        lacking = self._argument_count - len(arguments)
        if named or self.caller or lacking < 0:
            return super().__call__(*arguments, **named)
        return Markup(self._func(*arguments, *[missing] * lacking))  # noqa: S704 - a template is markup


class PythonCode(CodeGenerator):
    """Writes the code of one template; the environment gives it `shown`, `macro` and the messages."""

    def write_commons(self) -> None:
        """What each function of a template begins with."""
        super().write_commons()
        self.writeline("shown, member, Macro = environment.shown, environment.getattr, environment.macro")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - the visitor's own naming
        """`member(row, "name")`."""
        self.write("member(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """`icon("phone", )`."""
        if node.dyn_args or node.dyn_kwargs:
            self.fail("arguments are written one by one", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        """What is included, joined."""
        self.writeline("included = environment.get_template(", node)
        self.visit(node.template, frame)
        self.write(")")
        around = f"included.new_context(context.get_all(), True, {self.dump_local_context(frame)})"
        self.simple_write(f"concat(included.root_render_func({around}))", frame, node)

    def _make_finalize(self) -> CodeGenerator._FinalizeInfo:
        return self._FinalizeInfo(shown, None)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        match node:
            case nodes.TemplateData():
                return super()._output_child_to_const(node, frame, finalize)
            case nodes.Call(node=nodes.Name(name="_"), args=[nodes.Const(value=message)], kwargs=[]):
                translate: Any = self.environment.globals["_"]
                return str(shown(translate(message)))
        raise nodes.Impossible

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("shown(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")
