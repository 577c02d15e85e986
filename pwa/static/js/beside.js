// From 960 px a list and what is open of it stand side by side: a link of the list opens in the other column,
// and a record that was opened by its own address calls its list.

behaviour("beside", (list) => {
  on(list, "click", async (event) => {
    const link = event.target.closest("a[data-record-link]");
    const record = document.getElementById("record");
    if (!link || !record || !isWide.matches || withCommand(event) || event.shiftKey) return;
    event.preventDefault();
    await htmx.ajax("GET", link.href, { target: record, select: "#record > *", swap: "innerHTML" });
    history.pushState({ beside: true }, "", link.href);
    list.querySelector(".row[aria-current]")?.removeAttribute("aria-current");
    link.closest(".row").setAttribute("aria-current", "true");
    scrollTo(0, 0);
    record.focus({ preventScroll: true });
  });
});

// The list as one came from it, filtered or searched; else all of it.
behaviour("beside-from", (place) => {
  const { besideFrom } = place.dataset;
  const from = document.referrer && new URL(document.referrer);
  const list = from && from.pathname === besideFrom ? from.pathname + from.search : besideFrom;
  if (isWide.matches) htmx.ajax("GET", list, { target: place, select: "#list > *", swap: "innerHTML" });
});

on(window, "popstate", ({ state }) => (state?.beside || document.querySelector("[data-beside]")) && location.reload());
