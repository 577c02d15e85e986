// Light or dark, and the language, at once; in a longer form shown at once, kept on save.

behaviour("theme-choice", (form) => {
  on(form, "change", ({ target }) => {
    if (target.name === "theme") document.documentElement.dataset.theme = target.value;
    if (!form.dataset.themeChoice) form.requestSubmit();
  });
});
