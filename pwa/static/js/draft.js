// What was typed survives: a reload, a call, a lost network. Forgotten once sent.
// Kept under the form's address and the person; passwords and files never.

const MINE = `draft:${document.body.dataset.person ?? ""}:`;

behaviour("draft", (form) => {
  const key = MINE + form.dataset.draft;
  const fields = () => [...form.elements].filter((field) => field.name && !["hidden", "password", "file", "submit"].includes(field.type));

  const kept = quietly(() => JSON.parse(localStorage.getItem(key)));
  for (const field of kept ? fields() : []) {
    if (!(field.name in kept) || form.dataset.draftAnswered) continue;
    if (field.type === "radio" || field.type === "checkbox") field.checked = kept[field.name].includes(field.value);
    else field.value = kept[field.name][0] ?? "";
  }

  form.addEventListener("input", () => {
    const draft = {};
    for (const field of fields()) {
      const values = (draft[field.name] ??= []);
      if (!["radio", "checkbox"].includes(field.type) || field.checked) values.push(field.value);
    }
    quietly(() => localStorage.setItem(key, JSON.stringify(draft)));
  });
  form.addEventListener("htmx:afterRequest", ({ detail }) => detail.successful && localStorage.removeItem(key));
  form.addEventListener("submit", () => remember(form.dataset.draft));
  if (form.dataset.draftDone) localStorage.removeItem(key);
});

// Sent and answered by another page than the form itself, or one that failed: no longer needed.
const sent = remember(null);
if (sent && document.body.dataset.person && !document.querySelector(`[data-draft="${CSS.escape(sent)}"]`)) {
  localStorage.removeItem(MINE + sent);
}

// Keeps the name of a draft for the next page, and gives the one that was kept for this.
function remember(name) {
  return quietly(() => {
    const kept = sessionStorage["draft-sent"];
    sessionStorage["draft-sent"] = name ?? "";
    return kept;
  });
}

// The page that answers a sent form names the draft that is no longer needed.
behaviour("draft-sent", ({ dataset }) => {
  localStorage.removeItem(MINE + dataset.draftSent);
});

// Without room, or where nothing may be kept, the form still works.
function quietly(deed) {
  try {
    return deed();
  } catch {
    return null;
  }
}
