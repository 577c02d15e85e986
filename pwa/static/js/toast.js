// A toast goes after a while, but not from under a finger, a pointer or the keyboard.

const SHOWN_MS = 8000;

behaviour("toast", (toast) => {
  let timer;
  const leave = () => {
    toast.classList.add("is-leaving");
    setTimeout(() => toast.remove(), 200);
  };
  const wait = () => (timer = setTimeout(leave, SHOWN_MS));
  for (const name of ["pointerenter", "focusin"]) toast.addEventListener(name, () => clearTimeout(timer));
  for (const name of ["pointerleave", "focusout"]) toast.addEventListener(name, wait);
  toast.addEventListener("click", ({ target }) => target.closest("[data-closes]") && leave());
  wait();
});

// What went wrong with a request that a script made is said in words, and nothing is lost.
document.addEventListener("htmx:sendError", () => say("offline"));
document.addEventListener("htmx:responseError", ({ detail }) => {
  if (!detail.xhr.responseText.includes("data-toast")) say("failed");
});

function say(which) {
  const words = document.getElementById(`toast-${which}`);
  const toasts = document.getElementById("toasts");
  if (!words || !toasts || toasts.querySelector(`[data-toast="${which}"]`)) return;
  toasts.append(words.content.cloneNode(true));
  document.dispatchEvent(new CustomEvent("htmx:load", { detail: { elt: toasts } }));
}
