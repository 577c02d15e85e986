// Behaviours are bound by data attribute: attached once to every element that htmx (or the page itself) brings in.

const behaviours = [];

globalThis.behaviour = (name, attach) => {
  const one = { selector: `[data-${name}]`, attach, seen: new WeakSet() };
  behaviours.push(one);
  if (document.readyState !== "loading") bind(one, document.documentElement);
};

function bind({ selector, attach, seen }, root) {
  const found = [...root.querySelectorAll(selector)];
  if (root.matches(selector)) found.unshift(root);
  for (const element of found) {
    if (seen.has(element)) continue;
    seen.add(element);
    attach(element);
  }
}

document.addEventListener("DOMContentLoaded", () => behaviours.forEach((one) => bind(one, document.documentElement)));
document.addEventListener("htmx:load", ({ detail }) => behaviours.forEach((one) => bind(one, detail.elt)));
document.documentElement.classList.add("has-script");
