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

function initials(value) {
  const letters = text(value).replace(LEGAL_FORM, "").split(/[ \t\r\n\u00a0]+/).map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0]).filter(Boolean);
  if (!letters.length) return "?";
  return (letters.length === 1 ? letters[0] : letters[0] + letters.at(-1)).toUpperCase();
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
