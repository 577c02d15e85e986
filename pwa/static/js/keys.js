// Ctrl or Cmd+K finds, / finds in a list, n makes something new, Ctrl or Cmd+Enter saves, Esc leaves.

const isTyping = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

document.addEventListener("keydown", (event) => {
  const withCommand = event.ctrlKey || event.metaKey;
  if (withCommand && event.key === "k") {
    event.preventDefault();
    document.querySelector("main [data-palette] input, dialog[open][data-palette] input")?.focus();
    if (!document.querySelector("dialog[open]")) document.querySelector("[data-key-search]")?.click();
  } else if (withCommand && event.key === "Enter") {
    event.target.closest("form")?.requestSubmit();
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
