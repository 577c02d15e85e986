// A value is edited where it stands: Enter, OK or leaving the field saves it, Esc leaves it as it was.
// Its field is put beside the value, which hides as long as it is there.

behaviour("in-place", (form) => {
  const place = form.parentElement;
  const field = form.querySelector(".input");
  const before = field.ariaInvalid ? null : field.value;
  let left = false;
  const leave = () => {
    left = true;
    form.remove();
    place.querySelector(".edits")?.focus();
  };
  const save = () => {
    if (left) return;
    if (field.value === before) return leave();
    left = true;
    form.requestSubmit();
  };
  field.focus();
  if (field.type === "text") field.select();
  if (field.matches("select")) field.addEventListener("change", save);
  for (const name of ["pointerdown", "click"]) form.addEventListener(name, ({ target }) => target.closest("[data-leaves]") && leave());
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    leave();
  });
  form.addEventListener("focusout", ({ relatedTarget }) => form.contains(relatedTarget) || save());
  form.addEventListener("submit", () => (left = true));
  form.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.elt !== form) return;
    left = detail.successful;
    if (left) document.addEventListener("htmx:afterSettle", back, { once: true });
  });
  const back = () => {
    if (document.activeElement === document.body) document.getElementById(place.id)?.querySelector(".edits")?.focus({ preventScroll: true });
  };
});
