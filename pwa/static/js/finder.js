// A list's address holds what filters it and nothing else; at a desk a choice is shown at once.

behaviour("finder", (form) => {
  on(form, "formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
  });
  on(form, "change", ({ target }) => {
    if (target.type !== "search" && isWide.matches) form.requestSubmit();
  });
});
