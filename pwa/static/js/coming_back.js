// Whoever comes back to a list finds the row that was tapped where it was.

const rowsNow = () => document.querySelectorAll(".row").length;
const keep = (values) => history.replaceState({ ...history.state, ...values }, "");

on(document, "click", ({ target }) => {
  const link = target.closest(".row-name a");
  if (!link) return;
  history.scrollRestoration = "manual";
  keep({ row: link.pathname, top: link.getBoundingClientRect().top, rows: rowsNow() });
});

on(document, "htmx:load", () => {
  const { row, top, rows } = history.state ?? {};
  if (!row) return;
  const link = document.querySelector(`.row-name a[href="${row}"]`);
  const more = document.querySelector(".section-foot [hx-get]");
  if (!link && more && rowsNow() < rows) return htmx.trigger(more, "click");
  keep({ row: "" });
  history.scrollRestoration = "auto";
  // Rows have their height once they are drawn.
  for (let ms = 0; link && ms < 200; ms += 20) setTimeout(() => scrollBy(0, link.getBoundingClientRect().top - top), ms);
});
