// What one sends: words, pictures, files, where one is.

import { send } from "./line.js";
import { make } from "./message.js";
import { $, closePanels, state, texts, toast } from "./page.js";

const PUERTA_DEL_SOL = { latitude: 40.4169, longitude: -3.7035 };

export function say(text) {
  return send(`/people/${state.person.id}/messages`, { text });
}

$("compose").addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = $("text").value.trim();
  if (!text && !state.files) return;
  const { editing, files } = state;
  $("text").value = "";
  dropContext();
  const done = files ? await upload(files.kind, files.chosen, text) : await (editing
    ? send(`/people/${state.person.id}/edits`, { message_id: editing, text })
    : say(text));
  if (!done) {
    $("text").value = text;
    ready();
  }
});

$("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $("compose").requestSubmit();
  }
  if (event.key === "ArrowUp" && !$("text").value) editLast();
  if (event.key === "Escape") { dropContext(); closePanels(); }
});
$("text").addEventListener("input", ready);

function ready() {
  document.querySelector(".send").disabled = !$("text").value.trim() && !state.files;
}

function editLast() {
  const own = [...state.messages.values()].filter((one) => !one.from.is_bot && (one.text ?? one.caption ?? one.photo ?? one.document)).at(-1);
  closePanels();
  if (!own) return;
  state.editing = own.message_id;
  $("text").value = own.text ?? own.caption ?? "";
  showContext(texts.editing);
}
$("edit-last").addEventListener("click", editLast);

for (const input of document.querySelectorAll("[data-upload]")) {
  input.addEventListener("change", () => {
    const chosen = [...input.files].slice(0, 10);
    input.value = "";
    closePanels();
    if (!chosen.length) return;
    if (input.dataset.upload === "voices") return upload("voices", chosen, "");
    state.files = { kind: input.dataset.upload, chosen };
    showContext(chosen.map((one) => one.name).join(", "), input.dataset.upload === "photos" ? chosen : []);
    $("text").placeholder = texts.caption;
  });
}

document.addEventListener("paste", ({ clipboardData }) => {
  const chosen = [...clipboardData.files].filter((one) => one.type.startsWith("image/"));
  if (!chosen.length) return;
  state.files = { kind: "photos", chosen };
  showContext(chosen.map((one) => one.name).join(", "), chosen);
});

function showContext(words, pictures = []) {
  $("previews").replaceChildren(...pictures.map((one) => Object.assign(make("img"), { src: URL.createObjectURL(one), alt: one.name })));
  $("context-text").textContent = words;
  $("context").hidden = false;
  $("text").focus();
  ready();
}

export function dropContext() {
  for (const image of $("previews").children) URL.revokeObjectURL(image.src);
  if (state.editing) $("text").value = "";
  Object.assign(state, { editing: null, files: null });
  $("context").hidden = true;
  $("previews").replaceChildren();
  $("text").placeholder = texts.write;
  ready();
}
$("drop-context").addEventListener("click", dropContext);

document.querySelector("[data-share=location]").addEventListener("click", () => { closePanels(); shareLocation(); });
document.querySelector("[data-share=contact]").addEventListener("click", () => { closePanels(); shareContact(); });

export function shareLocation() {
  const share = (place) => send(`/people/${state.person.id}/locations`, place);
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => share({ latitude: coords.latitude, longitude: coords.longitude }),
    () => { toast(texts.location_failed); share(PUERTA_DEL_SOL); },
    { timeout: 5000 },
  );
}

export function shareContact() {
  return send(`/people/${state.person.id}/contacts`, { first_name: state.person.first_name, phone_number: `+34${state.person.id}` });
}

function upload(kind, files, caption) {
  const body = new FormData();
  if (caption) body.append("caption", caption);
  for (const file of files) body.append("file", file, file.name);
  return send(`/people/${state.person.id}/${kind}`, body);
}
