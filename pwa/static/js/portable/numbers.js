// Filters on numbers, written as the server's Babel writes them; the server's are in pwa/portable/numbers.py.
import { fail, integer, plain, text } from "./values.js";

export function numbers({ decimal, group, percent: percentSign, prefix, suffix, symbols, digits, sizes }) {
  return { money, number, percent, size };

  function money(value, currency, whole) {
    const code = text(currency);
    if (!/^[A-Z]{3}$/.test(code)) fail(`'${code}' is no currency`);
    const places = digits[code] ?? 2;
    const minor = BigInt(integer(value));
    const shown = whole ? written(rounded(minor, 10n ** BigInt(places)), 0) : written(minor, places);
    const sign = shown.startsWith("-") ? "-" : "";
    const symbol = symbols[code] ?? code;
    const apart = prefix && /\p{L}$/u.test(symbol) ? "\u00a0" : "";
    return sign + prefix.replace("¤", () => symbol + apart) + shown.slice(sign.length) + suffix.replace("¤", () => symbol);
  }

  function number(value) {
    if (typeof plain(value) !== "string") return grouped(String(integer(value)));
    const [, sign, whole, , decimals] = /^(-?)([0-9]{1,15})(\.([0-9]{1,6}))?$/.exec(plain(value))
      ?? fail(`'${value}' is not a number that can be shown`);
    const shown = sign + grouped(String(Number(whole)));
    return decimals ? shown + decimal + decimals : shown;
  }

  function percent(value) {
    return grouped(String(integer(value))) + percentSign;
  }

  function size(value) {
    let [step, unit] = [1, 0];
    while (integer(value) >= step * 1000 && unit < sizes.length - 1) [step, unit] = [step * 1000, unit + 1];
    const tenths = Number((BigInt(value) * 10n + BigInt(Math.floor(step / 2))) / BigInt(step));
    const whole = String(Math.floor(tenths / 10));
    return `${number(tenths % 10 ? `${whole}.${tenths % 10}` : whole)}\u00a0${sizes[unit]}`;
  }

  function written(minor, places) {
    const all = String(minor < 0n ? -minor : minor).padStart(places + 1, "0");
    const whole = grouped(all.slice(0, all.length - places));
    return (minor < 0n ? "-" : "") + (places ? whole + decimal + all.slice(-places) : whole);
  }

  function grouped(whole) {
    return whole.replace(/\B(?=([0-9]{3})+$)/g, group);
  }
}

// Half away from zero.
function rounded(minor, unit) {
  const nearest = ((minor < 0n ? -minor : minor) * 2n + unit) / (2n * unit);
  return minor < 0n ? -nearest : nearest;
}
