// Ctrl or Cmd+K finds, / finds in a list, n makes something new; Ctrl or Cmd+Enter saves, +Z takes back; Esc leaves.

on(document, "keydown", (event) => {
  const { key, target } = event;
  const isCommand = withCommand(event);
  const typing = target.closest("input, textarea, select, [contenteditable]");
  const isBare = !document.querySelector("dialog[open]");
  if (isCommand && key === "k") {
    event.preventDefault();
    document.querySelector("main [data-palette] input, dialog[open][data-palette] input")?.focus();
    if (isBare) document.querySelector("[data-key-search]")?.click();
  } else if (isCommand && key === "Enter") {
    const form = target.closest("form") ?? document.querySelector("dialog[open] form:has(.is-main), main form:has(.is-main)");
    form?.requestSubmit(form.querySelector("[type=submit].is-main"));
  } else if (isCommand && key === "z" && !typing) {
    document.querySelector("[data-toast] form")?.requestSubmit();
  } else if (key === "/" && !isCommand && !typing && isBare) {
    const list = document.querySelector("input[type=search]");
    if (list) event.preventDefault();
    list?.focus();
  } else if (key === "n" && !isCommand && !event.altKey && !typing && isBare) {
    event.preventDefault();
    document.querySelector("[data-key-new]")?.click();
  } else if (key === "Escape" && typing && isBare) {
    target.blur();
  }
});

// A form sent by key that leads back to its page gives the focus back to the same button.
on(document, "submit", ({ submitter }) => {
  if (submitter?.matches(":focus-visible[aria-label]")) sessionStorage.pressed = location.pathname + submitter.ariaLabel;
});

on(document, "DOMContentLoaded", () => {
  const { pressed } = sessionStorage;
  sessionStorage.pressed = "";
  if (!pressed?.startsWith(location.pathname)) return;
  const name = CSS.escape(pressed.slice(location.pathname.length));
  document.querySelector(`[aria-label=${name}]`)?.focus({ preventScroll: true });
});
