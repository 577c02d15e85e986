// Whoever fills the empty row of a list gets the next one.

behaviour("channels", (list) => {
  on(list, "input", ({ target }) => {
    const last = list.querySelector("[data-channel]:last-of-type");
    if (!last.contains(target) || target.matches("select") || !target.value) return;
    const key = last.dataset.channel;
    const next = `new-${Number(key.replace("new-", "")) + 1}`;
    const row = last.cloneNode(true);
    row.dataset.channel = next;
    row.querySelectorAll(".field-error").forEach((said) => said.remove());
    for (const field of row.querySelectorAll("input, select")) {
      field.name = field.name.replace(key, next);
      if (field.id) field.id = field.id.replace(key, next);
      field.ariaInvalid = null;
      field.removeAttribute("aria-describedby");
      if (field.matches("input")) field.value = "";
    }
    last.after(row);
  });
});
