// Ctrl or Cmd+K finds, n makes something new, Ctrl or Cmd+Enter saves, Esc leaves.

const isTyping = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

document.addEventListener("keydown", (event) => {
  const withCommand = event.ctrlKey || event.metaKey;
  if (withCommand && event.key === "k") {
    event.preventDefault();
    const search = document.querySelector("input[type=search]");
    if (search) search.focus();
    else document.querySelector("[data-key-search]")?.click();
  } else if (withCommand && event.key === "Enter") {
    event.target.closest("form")?.requestSubmit();
  } else if (event.key === "n" && !withCommand && !event.altKey && !isTyping(event.target) && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    document.querySelector("[data-key-new]")?.click();
  } else if (event.key === "Escape" && isTyping(event.target) && !document.querySelector("dialog[open]")) {
    event.target.blur();
  }
});
