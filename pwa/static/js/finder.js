// A list's address holds what filters it and nothing else; at a desk a choice is shown at once.

behaviour("finder", (form) => {
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
  });
  form.addEventListener("change", ({ target }) => {
    if (target.type !== "search" && matchMedia("(width >= 960px)").matches) form.requestSubmit();
  });
});
