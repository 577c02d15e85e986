// Whom an "@" may mean stands below, a tap, or Tab and Enter, away.
behaviour("mentions", (area) => {
  const list = area.nextElementSibling;
  const named = () => /(?<!\S)@([\p{L}'’-]*(?: [\p{L}'’-]*)?)$/u.exec(area.value.slice(0, area.selectionEnd));
  on(area, "input", () => {
    const found = named();
    if (found) htmx.ajax("GET", area.dataset.mentions, { target: list, values: { q: found[1] } });
    else list.replaceChildren();
  });
  on(list, "click", ({ target }) => {
    area.setRangeText(`@${target.textContent} `, named().index, area.selectionEnd, "end");
    area.focus();
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
});
