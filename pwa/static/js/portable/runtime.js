// What compiled templates call as `r`: scopes, loops, macros, blocks, includes.
import { Markup, Undefined, defined, escape, fail, integer, isDict, joined, list, order, plain, printable, same, truth, within } from "./values.js";

// `compiled` is the server's: given the runtime, the templates by name.
export function runtime({ compiled, globals, filter, is }) {
  const modules = new Map();

  function named(name) {
    return Object.hasOwn(templates, name) ? templates[name] : fail(`there is no template ${name}`);
  }

  // A template's blocks, its parents' behind them, then the text of the outermost.
  function run(name, context) {
    const blocks = Object.create(null);
    for (let template = named(name); ; template = named(template.parent)) {
      for (const [block, body] of Object.entries(template.blocks)) (blocks[block] ??= []).push(body);
      const output = template.root(context, blocks);
      if (template.parent === null) return output;
    }
  }

  function block(blocks, name, context, level = 0) {
    const body = blocks[name][level] ?? fail(`block ${name} has no block above it`);
    return body(context, blocks, () => block(blocks, name, context, level + 1));
  }

  function imported(file, name) {
    if (!modules.has(file)) {
      const context = scope(globals);
      run(file, context);
      modules.set(file, { context, exports: named(file).exports });
    }
    const { context, exports } = modules.get(file);
    return exports.includes(name) && name in context ? context[name] : new Undefined(name);
  }

  const r = {
    filter, is, run, block, imported, scope, each, macro, call, name, get, add, cycle, truth, same, within, printable,
    translate: globals._,
    plural: globals.plural,
    out: (value) => escape(printable(value)),
    markup: (html) => new Markup(html),
    include: (file, s) => run(file, scope(s)),
    concat: (parts) => joined(parts),
    both: (left, right) => (truth(left) ? right() : left),
    either: (left, right) => (truth(left) ? left : right()),
    differ: (a, b) => !same(a, b),
    less: (a, b) => order(a, b) < 0,
    lessOrSame: (a, b) => order(a, b) <= 0,
    more: (a, b) => order(a, b) > 0,
    moreOrSame: (a, b) => order(a, b) >= 0,
    notWithin: (item, container) => !within(item, container),
    subtract: (a, b) => integer(integer(plain(a)) - integer(plain(b))),
    multiply: (a, b) => integer(integer(plain(a)) * integer(plain(b))) + 0, // never -0
  };
  const templates = compiled(r);
  return r;
}

// A scope sees its parent's names and keeps its own to itself.
function scope(parent, own) {
  return Object.assign(Object.create(parent), own);
}

function name(s, key) {
  return key in s ? s[key] : new Undefined(key);
}

function get(object, key) {
  const known = defined(object) instanceof Markup ? object.html : object;
  if (isDict(known)) return typeof key === "string" && Object.hasOwn(known, key) ? known[key] : new Undefined(key);
  if (!Number.isSafeInteger(key) || (typeof known !== "string" && !Array.isArray(known))) return new Undefined(key);
  const items = [...known];
  const index = key < 0 ? key + items.length : key;
  return index >= 0 && index < items.length ? items[index] : new Undefined(key);
}

function add(one, other) {
  const [a, b] = [plain(one), plain(other)];
  if (typeof a !== "string" || typeof b !== "string") return integer(integer(a) + integer(b));
  return one instanceof Markup || other instanceof Markup ? new Markup(escape(one) + escape(other)) : a + b;
}

function each(s, rows, targets, unpacks, body, otherwise) {
  const items = list(rows);
  const last = items.length - 1;
  if (last < 0) return otherwise ? otherwise(scope(s)) : "";
  return items.map((item, i) => {
    const inner = scope(s);
    inner.loop = {
      index: i + 1, index0: i, revindex: last - i + 1, first: i === 0, last: i === last, length: items.length,
      previtem: i > 0 ? items[i - 1] : new Undefined("previtem"),
      nextitem: i < last ? items[i + 1] : new Undefined("nextitem"),
    };
    const values = unpacks ? list(item) : [item];
    if (values.length !== targets.length) fail(`${targets.length} values are wanted, not ${values.length}`);
    targets.forEach((target, at) => { inner[target] = values[at]; });
    return body(inner);
  }).join("");
}

function cycle(loop, values) {
  return values[loop.index0 % values.length];
}

function macro(title, s, names, defaults, takesCaller, body) {
  return (given, named) => {
    if (given.length > names.length) fail(`macro ${title} takes ${names.length} arguments`);
    const inner = scope(s);
    const rest = new Map(Object.entries(named));
    if (takesCaller) inner.caller = rest.get("caller") ?? new Undefined("caller");
    if (takesCaller) rest.delete("caller");
    names.forEach((key, i) => {
      if (i < given.length && rest.has(key)) fail(`macro ${title} got ${key} twice`);
      if (i < given.length) inner[key] = given[i];
      else if (rest.has(key)) inner[key] = rest.get(key);
      else inner[key] = defaults[i] ? defaults[i](inner) : new Undefined(key);
      rest.delete(key);
    });
    if (rest.size) fail(`macro ${title} knows no ${[...rest.keys()].join(", ")}`);
    return new Markup(body(inner));
  };
}

function call(callee, given, named) {
  return typeof defined(callee) === "function" ? callee(given, named) : fail("what is called is no macro");
}
