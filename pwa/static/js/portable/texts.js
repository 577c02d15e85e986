// Filters on text; the server's are in pwa/portable/texts.py.
import { Markup, integer, text } from "./values.js";

const encoder = new TextEncoder();

export const texts = { capital, initials, lower, mailto, tel, tint, trim, upper, urlencode, web };

function capital(value) {
  const [first = "", ...rest] = [...text(value)];
  return first.toUpperCase() + rest.join("");
}

function upper(value) {
  return text(value).toUpperCase();
}

function lower(value) {
  return text(value).toLowerCase();
}

function trim(value) {
  const trimmed = text(value).replace(/^[ \t\r\n\u00a0]+|[ \t\r\n\u00a0]+$/g, "");
  return value instanceof Markup ? new Markup(trimmed) : trimmed;
}

const LEGAL_FORM = /[ ,\u00a0]+(?:S\.? ?[LAC]\.? ?[ULP]?\.?|S\.? ?Coop\.?|S\.?R\.?L\.?|Ltd\.?|Inc\.?|LLC|PLC|GmbH)[ \u00a0]*$/;
const PARTICLES = "de del la las los el y e i da das do dos di van von der den".split(" ");
const SECONDS = (
  "jose maria angel angeles luis antonio manuel carlos francisco javier miguel ramon ignacio pablo andres carmen "
  + "pilar teresa isabel dolores rosa elena luisa victoria belen cristina jesus mar fernando alberto enrique eduardo "
  + "alejandro rafael jaime lucia sol rosario mercedes soledad nieves reyes concepcion paz luz esther "
  + "paul jane ann anne marie lynn james john"
).split(" ");

// As core/initials.py: of the given name and the first surname, or of a firm's first and last word.
function initials(value, shape = "") {
  const name = text(value);
  if (shape === "firm") {
    const words = wordsOf(name.replace(LEGAL_FORM, ""));
    return two(words, words.length - 1);
  }
  const comma = name.indexOf(",");
  const words = wordsOf(comma < 0 ? name : `${name.slice(comma + 1)} ${name.slice(0, comma)}`);
  const own = words.filter((word) => !PARTICLES.includes(key(word)));
  return two(own.length ? own : words, surname(words, own.length ? own : words));
}

function surname(words, own) {
  if (own.length <= 2) return own.length - 1;
  const second = key(own[1]);
  const plain = own.length === 4 && words.length === 4 && !second.endsWith("ez");
  return SECONDS.includes(second) || second.length === 1 || plain ? 2 : 1;
}

function wordsOf(name) {
  return name.split(/[ \t\r\n\u00a0]+/).filter(letter);
}

function two(words, last) {
  return words.length ? (letter(words[0]) + (last > 0 ? letter(words[last]) : "")).toUpperCase() : "?";
}

function letter(word) {
  return /[\p{L}\p{N}]/u.exec(word)?.[0] ?? "";
}

function key(word) {
  return word.toLowerCase().normalize("NFD").replace(/[^a-z]/g, "");
}

// FNV-1a of the text's UTF-8.
function tint(value, count) {
  let mixed = 0x811c9dc5;
  for (const byte of encoder.encode(text(value))) mixed = Math.imul(mixed ^ byte, 0x01000193) >>> 0;
  return mixed % integer(count);
}

function tel(value) {
  const number = text(value);
  return `tel:${text(trim(number)).startsWith("+") ? "+" : ""}${number.replace(/[^0-9]/g, "")}`;
}

function mailto(value) {
  return `mailto:${quoted(text(trim(value)), "@")}`;
}

function web(value) {
  const address = text(trim(value));
  return /^https?:\/\//i.test(address) ? address : `https://${address}`;
}

function urlencode(value) {
  return quoted(Number.isSafeInteger(value) ? String(value) : text(value), "/");
}

// As Python's urllib quotes: also what encodeURIComponent leaves, but not what is safe here.
function quoted(value, safe) {
  const whole = encodeURIComponent(value).replace(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
  return whole.replaceAll(encodeURIComponent(safe), safe);
}
