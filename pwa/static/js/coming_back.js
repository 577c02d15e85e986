// Whoever comes back to a list finds the row that was tapped where it was, though it came with "more".

document.addEventListener("click", ({ target }) => {
  const link = target.closest(".row-name a");
  if (!link) return;
  history.scrollRestoration = "manual";
  history.replaceState({ ...history.state, row: link.getAttribute("href"), top: link.getBoundingClientRect().top }, "");
});

document.addEventListener("htmx:load", () => {
  const { row, top } = history.state ?? {};
  const link = row && document.querySelector(`.row-name a[href="${row}"]`);
  if (!link) return row && htmx.trigger(document.querySelector(".rows .section-foot [hx-get]"), "click");
  history.replaceState({ ...history.state, row: "" }, "");
  history.scrollRestoration = "auto";
  // Rows get their height when they are first drawn.
  let frames = 9;
  const step = () => {
    scrollBy(0, link.getBoundingClientRect().top - top);
    if (frames--) requestAnimationFrame(step);
  };
  step();
});
