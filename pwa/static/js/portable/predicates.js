// The tests after `is`; the server's are in pwa/portable/predicates.py.
import { Undefined, defined, integer } from "./values.js";
import { isPast } from "./moments.js";

export const predicates = {
  defined: (value) => !(value instanceof Undefined),
  undefined: (value) => value instanceof Undefined,
  none: (value) => value === null,
  true: (value) => value === true,
  false: (value) => value === false,
  odd: (value) => integer(value) % 2 !== 0,
  even: (value) => integer(value) % 2 === 0,
  divisibleby: (value, divisor) => integer(value) % integer(divisor) === 0,
  past: (value, now) => isPast(defined(value), now),
};
