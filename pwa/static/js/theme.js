// Light, dark, or as the system says, and the language: a form with a button without script, at once with it,
// or, in a longer form, shown at once and kept on save.

behaviour("theme-choice", (form) => {
  form.addEventListener("change", ({ target }) => {
    if (target.name === "theme") document.documentElement.dataset.theme = target.value;
    if (!form.dataset.themeChoice) form.requestSubmit();
  });
});
