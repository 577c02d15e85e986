// A link that opens a dialog of this page instead of the page it leads to.

behaviour("opens", (link) => {
  const sheet = document.getElementById(link.dataset.opens);
  if (!sheet) return;
  link.ariaHasPopup = "dialog";
  on(link, "click", (event) => {
    if (withCommand(event)) return;
    event.preventDefault();
    sheet.showModal();
  });
});

// A link whose page's main part is shown in the dialog named: Move to…, a quick log.
behaviour("opens-in", (link) => {
  on(link, "click", async (event) => {
    const sheet = document.getElementById(link.dataset.opensIn);
    if (!sheet || !globalThis.htmx || withCommand(event)) return;
    event.preventDefault();
    const body = sheet.querySelector("[data-sheet-body]");
    body.replaceChildren();
    link.ariaBusy = "true";
    const asked = htmx.ajax("GET", link.href, { source: body, target: body, select: "[data-sheet-part]", swap: "innerHTML" });
    await asked.finally(() => (link.ariaBusy = null));
    if (!body.firstElementChild) return location.assign(link.href);
    link.closest("dialog:not(#sheet)")?.close();
    if (!sheet.open) sheet.showModal();
  });
});

behaviour("sheet", (sheet) => {
  on(sheet, "click", ({ target }) => {
    if (target === sheet || target.closest("[data-closes]")) sheet.close();
  });
});
