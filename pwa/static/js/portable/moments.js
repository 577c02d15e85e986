// Filters on days and moments; the server's are in pwa/portable/moments.py, where their rules are told.
import { fail, integer, text } from "./values.js";

const ISO = /^([0-9]{4})-([0-9]{2})-([0-9]{2})(T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?:\.[0-9]+)?(?:Z|([+-])([0-9]{2}):([0-9]{2}))?)?$/;
const MINUTE = 60;
const HOUR = 3600;
const DAY = 86400;
const WEEK = 604800;

export function moments({ patterns, months, days }, { translate, plural }) {
  return { date, time, day, when, ago, duration, month };

  function date(value, style) {
    if (!["short", "medium", "long", "full"].includes(style)) fail(`'${style}' is no style for a date`);
    return format(parse(value), patterns[style]);
  }

  function time(value) {
    return format(parseMoment(value), patterns.time);
  }

  function day(value, today) {
    const [moment, now] = [parse(value), parse(today)];
    switch (moment.day - now.day) {
      case 0: return translate("today");
      case 1: return translate("tomorrow");
      case -1: return translate("yesterday");
      default: return format(moment, moment.year === now.year ? patterns.day : patterns.day_and_year);
    }
  }

  function when(value, today) {
    if (!parse(value).hasTime) return day(value, today);
    return translate("{day}, {time}", { day: day(value, today), time: time(value) });
  }

  function ago(value, now) {
    const elapsed = parseMoment(now).instant - parseMoment(value).instant;
    if (Math.abs(elapsed) < MINUTE) return translate("just now");
    if (Math.abs(elapsed) >= WEEK) return date(value, "medium");
    return elapsed > 0 ? past(elapsed) : ahead(-elapsed);
  }

  function past(seconds) {
    if (seconds < HOUR) return translate("{n} min ago", { n: Math.floor(seconds / MINUTE) });
    if (seconds < DAY) return translate("{n} h ago", { n: Math.floor(seconds / HOUR) });
    return plural("{n} day ago", "{n} days ago", Math.floor(seconds / DAY));
  }

  function ahead(seconds) {
    if (seconds < HOUR) return translate("in {n} min", { n: Math.floor(seconds / MINUTE) });
    if (seconds < DAY) return translate("in {n} h", { n: Math.floor(seconds / HOUR) });
    return plural("in {n} day", "in {n} days", Math.floor(seconds / DAY));
  }

  function duration(value) {
    if (integer(value) < 0) fail(`${value} is no number of minutes`);
    const [h, m] = [Math.floor(value / 60), value % 60];
    if (!h) return translate("{n} min", { n: m });
    return m ? translate("{h} h {m} min", { h, m }) : translate("{n} h", { n: h });
  }

  function month(value) {
    return format(parse(/^[0-9]{4}-[0-9]{2}$/.test(text(value)) ? `${value}-01` : value), patterns.month);
  }

  // A CLDR pattern, of the few fields that ours have; text in it stands between apostrophes.
  function format(moment, pattern) {
    return pattern.replace(/'([^']*)'|d+|E+|M+|y+|H+|m+/g, (field, words) => {
      switch (field) {
        case "d": return moment.date;
        case "dd": return two(moment.date);
        case "M": return moment.month;
        case "MM": return two(moment.month);
        case "MMM": return months.abbreviated[moment.month - 1];
        case "MMMM": return months.wide[moment.month - 1];
        case "y": return moment.year;
        case "yy": return two(moment.year % 100);
        case "E": case "EEE": return days.abbreviated[moment.weekday];
        case "EEEE": return days.wide[moment.weekday];
        case "H": return moment.hour;
        case "HH": return two(moment.hour);
        case "mm": return two(moment.minute);
        default: return words ?? fail(`the field ${field} of a date is not known`);
      }
    });
  }
}

export function isPast(value, now) {
  if (value === null) return false;
  const moment = parse(value);
  return moment.hasTime ? moment.instant < parseMoment(now).instant : moment.day < parse(now).day;
}

// The wall clock's fields, `day` and `instant` as days and seconds since 1970; Monday is weekday 0.
function parse(value) {
  const found = ISO.exec(text(value)) ?? fail(`'${value}' is neither a day nor a moment`);
  const [year, month, date] = found.slice(1, 4).map(Number);
  const [hour, minute, second] = found.slice(5, 8).map((part) => Number(part ?? 0));
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, date);
  const [hours, minutes] = found.slice(9, 11).map((part) => Number(part ?? 0));
  const exists = year > 0 && midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === date
    && hour < 24 && minute < 60 && second < 60 && hours < 24 && minutes < 60;
  if (!exists) fail(`'${value}' does not exist`);
  const day = midnight.getTime() / 1000 / DAY;
  const offset = (hours * HOUR + minutes * MINUTE) * (found[8] === "-" ? -1 : 1);
  const instant = day * DAY + hour * HOUR + minute * MINUTE + second - offset;
  return { year, month, date, hour, minute, hasTime: found[4] !== undefined, weekday: (midnight.getUTCDay() + 6) % 7, day, instant };
}

function parseMoment(value) {
  const moment = parse(value);
  return moment.hasTime ? moment : fail(`'${value}' is a day, and a moment is wanted`);
}

function two(number) {
  return String(number).padStart(2, "0");
}
