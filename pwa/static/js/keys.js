// Ctrl or Cmd+K finds, / finds in a list, n makes something new; Ctrl or Cmd+Enter saves, +Z takes back; Esc leaves.

const isTyping = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

document.addEventListener("keydown", (event) => {
  const withCommand = event.ctrlKey || event.metaKey;
  if (withCommand && event.key === "k") {
    event.preventDefault();
    document.querySelector("main [data-palette] input, dialog[open][data-palette] input")?.focus();
    if (!document.querySelector("dialog[open]")) document.querySelector("[data-key-search]")?.click();
  } else if (withCommand && event.key === "Enter") {
    const form = event.target.closest("form") ?? document.querySelector("dialog[open] form:has(.is-main), main form:has(.is-main)");
    form?.requestSubmit(form.querySelector("[type=submit].is-main"));
  } else if (withCommand && event.key === "z" && !isTyping(event.target)) {
    document.querySelector("[data-toast] form")?.requestSubmit();
  } else if (event.key === "/" && !withCommand && !isTyping(event.target) && !document.querySelector("dialog[open]")) {
    const list = document.querySelector("input[type=search]");
    if (list) event.preventDefault();
    list?.focus();
  } else if (event.key === "n" && !withCommand && !event.altKey && !isTyping(event.target) && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    document.querySelector("[data-key-new]")?.click();
  } else if (event.key === "Escape" && isTyping(event.target) && !document.querySelector("dialog[open]")) {
    event.target.blur();
  }
});

// A form sent by key that leads back to its page gives the focus back to the same button.
const LAST_KEY = "pressed";

document.addEventListener("submit", ({ submitter }) => {
  if (submitter?.matches(":focus-visible[aria-label]")) sessionStorage.setItem(LAST_KEY, location.pathname + submitter.ariaLabel);
});

document.addEventListener("DOMContentLoaded", () => {
  const pressed = sessionStorage.getItem(LAST_KEY);
  sessionStorage.removeItem(LAST_KEY);
  if (!pressed?.startsWith(location.pathname)) return;
  const name = CSS.escape(pressed.slice(location.pathname.length));
  document.querySelector(`[aria-label=${name}]`)?.focus({ preventScroll: true });
});
