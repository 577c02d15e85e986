// The phone's side of pwa/portable: `render(name, view, {now})` gives what the server's `render` gives.
import { defined } from "./values.js";
import { wallClock } from "./clock.js";
import { lists } from "./lists.js";
import { moments } from "./moments.js";
import { numbers } from "./numbers.js";
import { predicates } from "./predicates.js";
import { runtime } from "./runtime.js";
import { texts } from "./texts.js";
import { words } from "./words.js";

export function renderer({ locale, compiled, catalogue, data }) {
  const { translate, plural } = words(catalogue);
  const ofOneValue = { ...texts, ...numbers(data.numbers), ...moments(data.moments, { translate, plural }) };
  const filter = { ...nothingForNull(ofOneValue), ...lists };
  const globals = Object.assign(Object.create(null), { _: translate, plural });
  const r = runtime({ compiled, globals, filter, is: predicates });

  function render(name, view, { now }) {
    return r.run(name, r.scope(r.scope(globals, view), { now, today: now.slice(0, 10), locale }));
  }

  return { locale, render, translate, plural, filter, wallClock };
}

function nothingForNull(filters) {
  const guarded = (filter) => (value, ...rest) => (defined(value) === null ? "" : filter(value, ...rest));
  return Object.fromEntries(Object.entries(filters).map(([name, filter]) => [name, guarded(filter)]));
}
