"""A template's syntax tree as Python: Jinja's own way of writing it, shorter where the portable rules permit.

Jinja's code looks before each call whether a context is wanted, asks two functions about each value that is printed,
and hands each part of what is included through every page around it. In portable templates a call is a call, a value is
shown by one function, a message without values is its translation, and what is included is one part.
"""

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_ALIAS, VAR_LOAD_RESOLVE, VAR_LOAD_UNDEFINED

from pwa.portable.printing import shown

_WORDS = ("_", "plural")


class PortableCode(CodeGenerator):
    """Writes the code of one template; the environment gives it `shown`, `joined`, `macro` and the messages."""

    def write_commons(self) -> None:
        """What each function of a template begins with."""
        self.writeline("if 0: yield None")
        self.writeline("undefined, concat, member = environment.undefined, environment.concat, environment.getattr")
        self.writeline("shown, joined, Macro = environment.shown, environment.joined, environment.macro")
        self.writeline("named = context.parent.get")

    def enter_frame(self, frame: Frame) -> None:
        """`l_0_account = named("account", missing)`."""
        unset = [target for target, (how, _) in frame.symbols.loads.items() if how == VAR_LOAD_UNDEFINED]
        for target, (how, name) in frame.symbols.loads.items():
            if how == VAR_LOAD_RESOLVE:
                self.writeline(f"{target} = named({name!r}, missing)")
            elif how == VAR_LOAD_ALIAS:
                self.writeline(f"{target} = {name}")
        if unset:
            self.writeline(f"{' = '.join(unset)} = missing")

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

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """`joined((" · ", city, ))`."""
        self.write("joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:  # noqa: N802
        """`(" late" if overdue else "")`."""
        otherwise = nodes.Const("") if node.expr2 is None else node.expr2
        super().visit_CondExpr(nodes.CondExpr(node.test, node.expr1, otherwise), frame)

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        """What is included, joined."""
        self.writeline("included = environment.get_template(", node)
        self.visit(node.template, frame)
        self.write(")")
        names = f"context.of_included(included, {self.dump_local_context(frame)})"
        self.simple_write(f"concat(included.root_render_func({names}))", frame, node)

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
        self.write("(" if _is_ready(node) else "shown(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")


class QuickCode(PortableCode):
    """The same for views that are as their templates expect them: a member is taken without looking for it first.

    Where it is not there, or anything else is wrong, this code fails, and what is right is up to `PortableCode`.
    """

    _may_lack: nodes.Node | None = None

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """`row["name"]`."""
        match node.node:
            case nodes.Name(name="loop"):
                super().visit_Getattr(node, frame)
                return
            case _ if node is self._may_lack:
                super().visit_Getattr(node, frame)
                return
            case nodes.Name(name=name):
                self.write(frame.symbols.ref(name))
            case _:
                self.visit(node.node, frame)
        self.write(f"[{node.attr!r}]")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802
        """A test; `is defined` is asked of what may not be there."""
        if node.name in ("defined", "undefined"):
            self._may_lack = node.node
        super().visit_Test(node, frame)

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802
        """A filter; so is `default`."""
        if node.name == "default":
            self._may_lack = node.node
        super().visit_Filter(node, frame)


def _is_ready(node: nodes.Expr) -> bool:
    """Whether a value stands in a page as it is: text of ours that is no markup, or what a macro gives."""
    match node:
        case nodes.Const(value=str(text)):
            return str(shown(text)) == text
        case nodes.CondExpr(expr1=chosen, expr2=otherwise):
            return _is_ready(chosen) and (otherwise is None or _is_ready(otherwise))
        case nodes.Call(node=nodes.Name(name=name)):
            return name not in _WORDS
    return False
