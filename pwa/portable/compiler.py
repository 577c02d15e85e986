"""Jinja's syntax tree as plain JavaScript, so that the phone renders without `eval` and without Jinja.

A template becomes `{parent, exports, blocks, root}`. Its functions take the context `c` (what all blocks see) and
the blocks in force `b`; inside, `s` is the scope and `o` the output so far. The runtime `r` is
static/js/portable/runtime.js.
"""

from collections.abc import Iterable, Sequence

from jinja2 import Environment, TemplateSyntaxError, nodes

from pwa.portable.errors import NotPortableError
from pwa.portable.expressions import NAMES_OF_JINJA, Expressions, literal

Statements = Sequence[nodes.Node]
ALONE_IN_A_CHILD = (nodes.Block, nodes.Macro, nodes.FromImport, nodes.Assign, nodes.AssignBlock)
"""What a page that extends another may hold outside its blocks."""


def compile_templates(environment: Environment, names: Iterable[str]) -> str:
    """A JavaScript expression: an object of compiled templates by name.

    Raises `NotPortableError`, with file and line, at the first construct outside the subset.
    """
    compiled = [f"{literal(name)}: {compile_template(environment, name)}" for name in sorted(names)]
    return "{\n" + ",\n".join(compiled) + "\n}"


def compile_template(environment: Environment, name: str) -> str:
    """One template as a JavaScript object; raises `NotPortableError`."""
    tree, file = parse_template(environment, name)
    return _Compiler(environment, file).template(tree)


def parse_template(environment: Environment, name: str) -> tuple[nodes.Template, str]:
    """The syntax tree of a template and the file that it is from; raises `NotPortableError`."""
    if environment.loader is None:
        raise LookupError("an environment without a loader has no templates")
    source, filename, _ = environment.loader.get_source(environment, name)
    file = filename or name
    try:
        return environment.parse(source, name, filename), file
    except TemplateSyntaxError as error:
        raise NotPortableError(file, error.lineno, error.message or "wrong syntax") from error


class _Compiler(Expressions):
    def __init__(self, environment: Environment, file: str) -> None:
        super().__init__(environment, file)
        self._blocks: dict[str, str] = {}
        self._nested = False

    def template(self, tree: nodes.Template) -> str:
        body: Statements = tree.body
        parent = "null"
        if extends := next((node for node in body if isinstance(node, nodes.Extends)), None):
            parent = self._target(extends)
            body = self._child(body, extends)
        root = self._function("(c, b)", body, scope="c")
        blocks = ", ".join(f"{literal(name)}: {block}" for name, block in self._blocks.items())
        exports = [name for node in body for name in _exported(node)]
        return (
            f"{{parent: {parent}, exports: [{', '.join(map(literal, exports))}], blocks: {{{blocks}}}, root: {root}}}"
        )

    def _child(self, body: Statements, extends: nodes.Extends) -> Statements:
        """The statements of a template that extends another, whose own text is never seen."""
        if extends is not next((node for node in body if not _is_blank(node)), None):
            self.fail(extends, "extends comes first")
        rest = [node for node in body if node is not extends and not _is_blank(node)]
        for node in rest:
            if not isinstance(node, ALONE_IN_A_CHILD):
                self.fail(node, "outside its blocks, a page that extends holds only set, macro and from … import")
            if isinstance(node, nodes.Block):
                self._block(node)
        return [node for node in rest if not isinstance(node, nodes.Block)]

    def _function(self, parameters: str, body: Statements, scope: str = "") -> str:
        opened = f"let s = {scope}; " if scope else ""
        return f'{parameters} => {{ {opened}let o = "";\n{self._statements(body)}\nreturn o; }}'

    def _statements(self, body: Statements) -> str:
        return "\n".join(self.js(node) for node in body)

    def _inner(self, parameters: str, body: Statements) -> str:
        """A function whose body is no place for blocks, macros and imports."""
        nested, self._nested = self._nested, True
        written = self._function(parameters, body)
        self._nested = nested
        return written

    def _output(self, node: nodes.Output) -> str:
        return " ".join(
            f"o += {literal(part.data)};"
            if isinstance(part, nodes.TemplateData)
            else f"o += r.out({self.printed(part)});"
            for part in node.nodes
        )

    def _if(self, node: nodes.If) -> str:
        written = f"if (r.truth({self.js(node.test)})) {{\n{self._statements(node.body)}\n}}"
        for branch in node.elif_:
            written += f" else if (r.truth({self.js(branch.test)})) {{\n{self._statements(branch.body)}\n}}"
        return written + (f" else {{\n{self._statements(node.else_)}\n}}" if node.else_ else "")

    def _for(self, node: nodes.For) -> str:
        if node.test is not None or node.recursive:
            self.fail(node, "filtered and recursive loops are outside the portable subset: the view selects")
        targets = node.target.items if isinstance(node.target, nodes.Tuple) else [node.target]
        names = ", ".join(self._assigned(target) for target in targets)
        rows = self.js(node.iter)
        self._loops += 1
        body = self._inner("s", node.body)
        self._loops -= 1
        otherwise = self._inner("s", node.else_) if node.else_ else "null"
        unpacks = "true" if isinstance(node.target, nodes.Tuple) else "false"
        return f"o += r.each(s, {rows}, [{names}], {unpacks}, {body}, {otherwise});"

    def _assign(self, node: nodes.Assign) -> str:
        return f"s[{self._assigned(node.target)}] = {self.js(node.node)};"

    def _assignblock(self, node: nodes.AssignBlock) -> str:
        if node.filter is not None:
            self.fail(node, "a filter on a set block is outside the portable subset")
        return f"s[{self._assigned(node.target)}] = r.markup(({self._inner('s', node.body)})(r.scope(s)));"

    def _assigned(self, target: nodes.Node) -> str:
        if not isinstance(target, nodes.Name):
            self.fail(target, "one plain name is assigned at a time")
        if target.name in NAMES_OF_JINJA:
            self.fail(target, f"{target.name} has a meaning of its own and is not assigned")
        return literal(target.name)

    def _with(self, node: nodes.With) -> str:
        pairs = [
            f"[{self._assigned(target)}]: {self.js(value)}"
            for target, value in zip(node.targets, node.values, strict=True)
        ]
        return f"o += ({self._inner('s', node.body)})(r.scope(s, {{{', '.join(pairs)}}}));"

    def _block(self, node: nodes.Block) -> str:
        if self._nested:
            self.fail(node, "a block stands not inside a loop, a macro or the like")
        if node.scoped or node.required:
            self.fail(node, "scoped and required blocks are outside the portable subset")
        self._blocks[node.name] = self._function("(c, b, up)", node.body, scope="r.scope(c)")
        return f"o += r.block(b, {literal(node.name)}, c);"

    def _extends(self, node: nodes.Extends) -> str:
        self.fail(node, "extends stands once, and first")

    def _scope(self, node: nodes.Scope) -> str:
        self.fail(node.body[0], "autoescape is on everywhere")

    def _include(self, node: nodes.Include) -> str:
        if node.ignore_missing or not node.with_context:
            self.fail(node, "an include is of one file that is there, with its context")
        return f"o += r.include({self._target(node)}, s);"

    def _fromimport(self, node: nodes.FromImport) -> str:
        self._check_top(node)
        if node.with_context:
            self.fail(node, "an import is without context: pass the macro what it needs")
        target = self._target(node)
        pairs = [(name, name) if isinstance(name, str) else name for name in node.names]
        for _, alias in pairs:
            self._assigned(nodes.Name(alias, "store", lineno=node.lineno))
        return " ".join(f"s[{literal(alias)}] = r.imported({target}, {literal(name)});" for name, alias in pairs)

    def _target(self, node: nodes.Extends | nodes.Include | nodes.FromImport) -> str:
        if not isinstance(node.template, nodes.Const) or not isinstance(node.template.value, str):
            self.fail(node, "a template is named in quotes, not computed")
        if node.template.value not in self._environment.list_templates():
            self.fail(node, f"there is no template {node.template.value}")
        return literal(node.template.value)

    def _macro(self, node: nodes.Macro) -> str:
        self._check_top(node)
        self._assigned(nodes.Name(node.name, "store", lineno=node.lineno))
        takes_caller = any(name.name == "caller" for name in node.find_all(nodes.Name))
        return f"s[{literal(node.name)}] = {self._made_macro(node.name, node, takes_caller=takes_caller)};"

    def _callblock(self, node: nodes.CallBlock) -> str:
        if any(name.name == "caller" for statement in node.body for name in statement.find_all(nodes.Name)):
            self.fail(node, "caller is not seen inside a call block: set a name to caller() before it")
        return f"o += {self.called(node.call, self._made_macro('caller', node, takes_caller=False))};"

    def _made_macro(self, name: str, node: nodes.Macro | nodes.CallBlock, *, takes_caller: bool) -> str:
        loops, self._loops = self._loops, 0
        names = ", ".join(self._assigned(argument) for argument in node.args)
        required = len(node.args) - len(node.defaults)
        defaults = ", ".join(["null"] * required + [f"s => {self.js(default)}" for default in node.defaults])
        body = self._inner("s", node.body)
        self._loops = loops
        return f"r.macro({literal(name)}, s, [{names}], [{defaults}], {literal(takes_caller)}, {body})"

    def _check_top(self, node: nodes.Stmt) -> None:
        if self._nested:
            self.fail(node, "macros and imports stand at the top of the file")


def _exported(node: nodes.Node) -> list[str]:
    """The names that another file may import."""
    match node:
        case nodes.Macro(name=str(name)) | nodes.Assign(target=nodes.Name(name=name)):
            return [] if name.startswith("_") else [name]
        case nodes.AssignBlock(target=nodes.Name(name=name)):
            return [] if name.startswith("_") else [name]
        case nodes.If():
            return [name for inner in [*node.body, *node.elif_, *node.else_] for name in _exported(inner)]
    return []


def _is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and all(
        isinstance(part, nodes.TemplateData) and not part.data.strip() for part in node.nodes
    )
