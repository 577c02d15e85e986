// Messages in the reader's language; the server's are in core/i18n.py. Both our languages say one thing for 1
// and another for all else.
import { fail, integer, printable } from "./values.js";

export function words({ messages, plurals }) {
  return { translate, plural };

  function translate(message, values) {
    const found = Object.hasOwn(messages, message) ? messages[message] : message;
    return values && Object.keys(values).length ? filled(found, values) : found;
  }

  function plural(one, many, count, values) {
    const forms = Object.hasOwn(plurals, one) ? plurals[one] : [one, many];
    return filled(forms[integer(count) === 1 ? 0 : 1], { n: count, ...values });
  }
}

function filled(message, values) {
  return message.replace(/\{\{|\}\}|\{(\w+)\}/g, (found, place) => {
    if (place === undefined) return found[0];
    return Object.hasOwn(values, place) ? String(printable(values[place])) : fail(`no value for {${place}}`);
  });
}
