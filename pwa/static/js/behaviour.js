// Behaviours are bound by data attribute: attached once to every element that htmx (or the page itself) brings in.

const behaviours = [];

// Listens to one or several events.
globalThis.on = (target, names, heard, options) => {
  for (const name of names.split(" ")) target.addEventListener(name, heard, options);
};

globalThis.behaviour = (name, attach) => behaviours.push({ selector: `[data-${name}]`, attach, seen: new WeakSet() });

// What has come into the page.
globalThis.arrived = (root) => {
  for (const { selector, attach, seen } of behaviours) {
    const found = root.querySelectorAll(selector);
    for (const element of root.matches(selector) ? [root, ...found] : found) {
      if (seen.has(element)) continue;
      seen.add(element);
      attach(element);
    }
  }
};

// Ctrl or Cmd.
globalThis.withCommand = ({ ctrlKey, metaKey }) => ctrlKey || metaKey;

globalThis.isMark = ({ type }) => type === "checkbox" || type === "radio";
globalThis.isWide = matchMedia("(width >= 960px)");

// Without room, or where nothing may be kept, the pages still work.
globalThis.quietly = (deed) => {
  try {
    return deed();
  } catch {
    return null;
  }
};

on(document, "DOMContentLoaded", () => arrived(document.documentElement));
on(document, "htmx:load", ({ detail }) => arrived(detail.elt));
document.documentElement.classList.add("has-script");
