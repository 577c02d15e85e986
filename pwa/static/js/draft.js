// What was typed survives: a reload, a call, a lost network. Forgotten once sent.
// Kept under the form's address and the person; passwords and files never.

const MINE = `draft:${document.body.dataset.person ?? ""}:`;

behaviour("draft", (form) => {
  const key = MINE + form.dataset.draft;
  const fields = () => [...form.elements].filter((field) => field.name && !["hidden", "password", "file", "submit"].includes(field.type));

  const kept = !form.dataset.draftAnswered && quietly(() => JSON.parse(localStorage.getItem(key)));
  for (const field of kept ? fields() : []) {
    if (!(field.name in kept)) continue;
    if (isMark(field)) field.checked = kept[field.name].includes(field.value);
    else field.value = kept[field.name][0] ?? "";
  }

  on(form, "input", () => {
    const draft = {};
    for (const field of fields()) {
      const values = (draft[field.name] ??= []);
      if (!isMark(field) || field.checked) values.push(field.value);
    }
    quietly(() => localStorage.setItem(key, JSON.stringify(draft)));
  });
  on(form, "done", () => localStorage.removeItem(key));
});

// The page that answers a sent form names the draft that is no longer needed.
behaviour("draft-sent", ({ dataset }) => localStorage.removeItem(MINE + dataset.draftSent));
