// Which files were chosen or dropped is said at once; so is that they are too large.

behaviour("files", (place) => {
  const input = place.querySelector("input");
  const chosen = place.querySelector("[data-chosen]");
  on(input, "change", () => {
    const files = [...input.files];
    const size = files.reduce((sum, file) => sum + file.size, 0);
    const problem = size > place.dataset.files ? place.dataset.tooMuch : "";
    input.setCustomValidity(problem);
    chosen.textContent = problem || files.map((file) => file.name).join(", ");
    if (problem) input.reportValidity();
  });
});
