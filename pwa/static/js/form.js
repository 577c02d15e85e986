// A form is sent once: its button rests until the answer is there.

const rest = (form, rests) => form.querySelectorAll("[type=submit]").forEach((button) => (button.disabled = rests));

document.addEventListener("submit", ({ target: form, defaultPrevented }) => {
  if (form.method !== "post" || defaultPrevented || form.closest("[hx-post], [data-downloads]")) return;
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  setTimeout(() => rest(form, true));
});

addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    rest(form, false);
  });
});

// The first field in error is where the hand goes next.
behaviour("error-first", (form) => form.querySelector("[aria-invalid=true]")?.focus());
