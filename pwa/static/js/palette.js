// The search over everything by the keyboard alone: the field keeps the focus, the arrows go through what was found,
// Enter opens it, with Ctrl or Cmd beside this page.

behaviour("palette", (place) => {
  const field = place.querySelector("input");
  const said = place.querySelector("[role=status]");
  let options = [];
  let active = -1;
  let wanted = false;

  Object.assign(field, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" });
  field.setAttribute("aria-controls", "found");

  const choose = (index) => {
    options[active]?.setAttribute("aria-selected", "false");
    active = options.length && (index + options.length) % options.length;
    const option = options[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option?.id ?? "");
  };

  const isCurrent = () => place.querySelector("[data-found]")?.dataset.found === field.value.trim().replace(/\s+/g, " ");

  const open = (beside) => {
    if (beside) globalThis.open(options[active].href, "_blank", "noopener");
    else options[active].click();
  };

  const read = (found) => {
    options = [...found.querySelectorAll("a")];
    found.role = options.length ? "listbox" : null;
    found.ariaLabel = field.ariaLabel;
    for (const group of found.querySelectorAll("section")) group.role = "group";
    for (const part of found.querySelectorAll("ul, li, h2, p")) part.role = "presentation";
    options.forEach((option, index) => Object.assign(option, { role: "option", id: `found-${index}`, tabIndex: -1 }));
    field.ariaExpanded = options.length > 0;
    said.textContent = found.dataset.said;
    choose(0);
    if (wanted && isCurrent() && options.length) open(false);
    wanted = false;
  };

  // Before the keys of the whole page are asked.
  on(field, "keydown", (event) => {
    const beside = withCommand(event);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose(active + step);
    else if (event.key === "Enter" && globalThis.htmx && !event.isComposing) {
      event.stopPropagation();
      if (!isCurrent()) wanted = !beside; // what was found is not yet what was typed
      else if (options.length) open(beside);
    } else return;
    event.preventDefault();
  });
  on(field, "focus", () => field.select());
  on(place, "htmx:afterSettle", () => read(place.querySelector("#found")));
  on(place, "click", ({ target }) => target.closest("a") && place.close?.());
  if (place.querySelector("[data-found]")) read(place.querySelector("#found"));
});
