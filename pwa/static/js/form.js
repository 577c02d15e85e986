// A form is sent once: its button rests until the answer is there.

document.addEventListener("submit", ({ target: form, defaultPrevented }) => {
  if (form.method !== "post" || defaultPrevented || form.dataset.sent || form.closest("[hx-post], [data-downloads]")) return;
  form.dataset.sent = "yes";
  setTimeout(() => rest(form, true));
});

const rest = (form, disabled) => form.querySelectorAll("[type=submit]").forEach((button) => Object.assign(button, { disabled }));

addEventListener("pageshow", ({ persisted }) => {
  for (const form of persisted ? document.querySelectorAll("form[data-sent]") : []) {
    delete form.dataset.sent;
    rest(form, false);
  }
});

// The first field in error is where the hand goes next.
behaviour("error-first", (form) => form.querySelector("[aria-invalid=true]")?.focus());
