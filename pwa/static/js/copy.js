behaviour("copies", (button) => {
  button.hidden = !navigator.clipboard;
  on(button, "click", async () => {
    await navigator.clipboard.writeText(button.dataset.copies);
    const label = button.querySelector("span");
    const before = label.textContent;
    label.textContent = button.dataset.copied;
    setTimeout(() => (label.textContent = before), 2000);
  });
});
