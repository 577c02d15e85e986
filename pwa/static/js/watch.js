// While one writes, what others save appears: a field that one has not touched takes it, one's own stay, and each says
// so. The base stays as it was: what both have changed is still weighed when the form is saved.

behaviour("watch", (region) => {
  on(region, "htmx:afterRequest", ({ detail }) => {
    const page = new DOMParser().parseFromString(detail.xhr.responseText, "text/html");
    const theirs = detail.successful && page.querySelector("[data-watch]");
    if (theirs) take(region, theirs);
  });
});

function take(region, theirs) {
  const { took, kept, somebody } = region.dataset;
  const fresh = [...theirs.closest("form").elements];
  for (const field of region.closest("form").elements) {
    if (!field.name || ["hidden", "submit"].includes(field.type)) continue;
    const other = fresh.find(({ name, value }) => name === field.name && (!isMark(field) || value === field.value));
    if (!other || given(other) === given(field)) continue;
    const [before, now, value] = [given(field), current(field), given(other)];
    const isMine = now !== before && now !== value;
    give(field, value, isMine ? now : value);
    const words = isMine ? kept.replace("{value}", isMark(other) ? (value ? "✓" : "–") : value) : took;
    say(field, words.replace("{name}", theirs.dataset.by || somebody));
  }
}

const current = (field) => (isMark(field) ? field.checked : field.value);

// What the server gave.
const given = (field) =>
  isMark(field) ? field.defaultChecked : field.options ? [...field.options].find((one) => one.defaultSelected)?.value : field.defaultValue;

function give(field, value, shown) {
  if (field.options) for (const one of field.options) one.defaultSelected = one.value === value;
  else field[isMark(field) ? "defaultChecked" : "defaultValue"] = value;
  field[isMark(field) ? "checked" : "value"] = shown;
}

function say(field, text) {
  const place = field.closest(".field, .channel");
  const note = place.querySelector("[role=status]") ?? place.appendChild(document.createElement("p"));
  Object.assign(note, { role: "status", className: "field-error", textContent: text });
}
