// What templates reckon with: text, whole numbers, truth values, null, lists, dicts, markup, what is undefined.

export class Markup {
  constructor(html) { this.html = html; }
  toString() { return this.html; }
}

export class Undefined {
  constructor(name) { this.name = name; }
}

export function fail(reason) {
  throw new Error(reason);
}

// Every use of an undefined value is an error, but for `is defined` and `default`.
export function defined(value) {
  return value instanceof Undefined ? fail(`'${value.name}' is undefined`) : value;
}

export function isDict(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value)
    && !(value instanceof Markup) && !(value instanceof Undefined);
}

// Text without its mark, truth values as the numbers that Python takes them for.
export function plain(value) {
  if (defined(value) instanceof Markup) return value.html;
  return typeof value === "boolean" ? Number(value) : value;
}

export function text(value) {
  const known = plain(value);
  return typeof known === "string" ? known : fail(`a text is wanted, not ${known}`);
}

export function integer(value) {
  return Number.isSafeInteger(defined(value)) ? value : fail(`a whole number is wanted, not ${value}`);
}

export function list(value) {
  return Array.isArray(defined(value)) ? value : fail("a list is wanted");
}

// As templates print: text and whole numbers as they are, null as nothing, all else an error.
export function printable(value) {
  if (defined(value) === null) return "";
  if (typeof value === "string" || value instanceof Markup || Number.isSafeInteger(value)) return value;
  return fail(`${typeof value} cannot be printed in a template`);
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&#39;", '"': "&#34;" };

export function escape(value) {
  return value instanceof Markup ? value.html : String(value).replace(/[&<>'"]/g, (it) => ENTITIES[it]);
}

export function joined(values, separator = "") {
  const parts = values.map(printable);
  return [separator, ...parts].some((part) => part instanceof Markup)
    ? new Markup(parts.map(escape).join(escape(separator)))
    : parts.join(separator);
}

export function truth(value) {
  if (Array.isArray(value)) return value.length > 0;
  if (isDict(value)) return Object.keys(value).length > 0;
  return Boolean(plain(value));
}

export function same(one, other) {
  const [a, b] = [plain(one), plain(other)];
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (!isDict(a) || !isDict(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

// Below 0, 0 or above; text by code points, as Python compares it.
export function order(one, other) {
  const [a, b] = [plain(one), plain(other)];
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a !== "string" || typeof b !== "string") fail("only numbers with numbers and text with text are compared");
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    if (left[i] !== right[i]) return left[i].codePointAt(0) - right[i].codePointAt(0);
  }
  return left.length - right.length;
}

export function within(item, container) {
  const known = plain(container);
  if (typeof known === "string") return known.includes(text(item));
  if (Array.isArray(known)) return known.some((member) => same(item, member));
  if (!isDict(known)) fail("in looks into text, lists and dicts");
  return typeof plain(item) === "string" && Object.hasOwn(known, plain(item));
}
