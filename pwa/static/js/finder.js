// A list's address holds what filters it and nothing else.

behaviour("finder", (form) => {
  on(form, "formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
  });
});
