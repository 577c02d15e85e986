// Filters on lists, and on values of any kind; the server's are in pwa/portable/lists.py.
import { Markup, Undefined, defined, fail, isDict, joined, list, order, plain, printable, truth } from "./values.js";

export const lists = {
  default: (value, fallback, empty) => (value instanceof Undefined || (empty && !truth(value)) ? fallback : value),
  first: (value) => list(value).at(0) ?? missing(value),
  join: (value, separator) => joined(list(value), separator),
  last: (value) => list(value).at(-1) ?? missing(value),
  length,
  list_only: list,
  printable,
  tojson: (value) => new Markup(json(value).replace(/[<>&']/g, (it) => `\\u00${it.charCodeAt(0).toString(16)}`)),
};

function missing(items) {
  return items.length ? null : fail("an empty list has no first and no last item");
}

function length(value) {
  const known = plain(value);
  if (typeof known === "string") return [...known].length;
  if (Array.isArray(known)) return known.length;
  return isDict(known) ? Object.keys(known).length : fail("only text, lists and dicts have a length");
}

function json(value) {
  if (defined(value) instanceof Markup) return json(value.html);
  if (Array.isArray(value)) return `[${value.map(json).join(",")}]`;
  if (!isDict(value)) return JSON.stringify(value) ?? fail("a function is no JSON");
  return `{${Object.keys(value).sort(order).map((key) => `${JSON.stringify(key)}:${json(value[key])}`).join(",")}}`;
}
