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
  if (field.matches("select")) on(field, "change", save);
  on(form, "pointerdown click", ({ target }) => target.closest("[data-leaves]") && leave());
  on(form, "keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    leave();
  });
  on(form, "focusout", ({ relatedTarget }) => form.contains(relatedTarget) || relatedTarget?.closest(".toasts") || save());
  on(form, "submit", () => (left = true));
  on(form, "htmx:afterRequest", ({ detail }) => {
    if (detail.elt === form) left = detail.successful;
  });
});
