// A toast goes after a while, but not from under a finger, a pointer or the keyboard; one that tells of a failure stays
// until it was read or something else is told.

const SHOWN_MS = 8000;

behaviour("toast", (toast) => {
  let timer;
  const leave = () => {
    toast.classList.add("is-leaving");
    setTimeout(() => toast.remove(), 200);
  };
  const wait = () => (timer = setTimeout(leave, SHOWN_MS));
  on(toast, "click", ({ target }) => target.closest("[data-closes]") && leave());
  if (toast.dataset.toast) return;
  on(toast, "pointerenter focusin", () => clearTimeout(timer));
  on(toast, "pointerleave focusout", wait);
  wait();
});

// Where one looks: an open dialog covers the page's own toasts.
globalThis.tell = (toast) => {
  document.querySelectorAll("[data-toast]:not([data-toast=''])").forEach((told) => told.remove());
  const dialog = document.querySelector("dialog[open]");
  const place = dialog ? dialog.appendChild(document.createElement("div")) : document.getElementById("toasts");
  Object.assign(place, { className: "toasts", role: "alert" }).append(toast);
  arrived(place);
};

// What went wrong with a request is said in words, and nothing is lost.
globalThis.notice = (which) => {
  tell(document.getElementById(`toast-${which}`).content.cloneNode(true));
};

// What stands before the server says that it does not answer.
globalThis.noticeOf = (status) => notice(status === 401 ? "signed-out" : status > 500 ? "offline" : "failed");

on(document, "htmx:sendError", () => notice("offline"));
on(document, "htmx:timeout", () => notice("late"));
on(document, "htmx:responseError", ({ detail: { xhr } }) => xhr.responseText.includes("data-toast") || noticeOf(xhr.status));
