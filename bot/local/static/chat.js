// The chat page: who one is, what is in the chat, what one sends.

import { make, messageElement } from "./message.js";

const $ = (name) => document.querySelector(`[data-${name}]`);
const texts = JSON.parse(document.body.dataset.texts);
const parameters = new URLSearchParams(location.search);
const REMEMBERED = "ronda-person";
const PAYLOAD = /^[\w-]{1,64}$/;
const PUERTA_DEL_SOL = { latitude: 40.4169, longitude: -3.7035 };
const day = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long" });

const state = { person: null, people: [], messages: new Map(), epoch: "", place: 0, taps: new Map(), editing: null, files: null, reading: null };
let isAtEnd = true;
const acts = { say, tap, copy, view };

// ---- who one is

async function begin() {
  state.people = await ask("/people");
  const remembered = Number(localStorage.getItem(REMEMBERED));
  const person = state.people.find((one) => one.id === remembered) ?? state.people[0];
  if (person) await become(person);
  else welcome();
}

function welcome() {
  listPeople();
  $("cancel").hidden = !state.people.length;
  $("newcomer").showModal();
}

async function become(person) {
  state.person = person;
  localStorage.setItem(REMEMBERED, person.id);
  dropContext();
  listPeople();
  await readAll();
}

function listPeople() {
  const options = state.people.map((one) => new Option(one.first_name, one.id, false, one.id === state.person?.id));
  $("people").replaceChildren(...options, new Option(`+ ${texts.new_person}`, "new"));
}

$("people").addEventListener("change", async ({ target }) => {
  const person = state.people.find((one) => String(one.id) === target.value);
  if (person) await become(person);
  else welcome();
});

$("newcomer").addEventListener("submit", async ({ target }) => {
  const person = await send("/people", Object.fromEntries(new FormData(target)));
  target.reset();
  if (!person) return;
  state.people.push(person);
  await become(person);
});
$("cancel").addEventListener("click", () => { $("newcomer").close(); listPeople(); });
$("newcomer").addEventListener("cancel", (event) => {
  if (!state.people.length) event.preventDefault();
  listPeople();
});

// ---- what is in the chat

async function readAll() {
  state.reading?.abort();
  const reading = state.reading = new AbortController();
  const chat = await ask(`/chats/${state.person.id}/messages`);
  if (reading.signal.aborted) return;
  Object.assign(state, { epoch: chat.epoch, place: chat.last, messages: new Map(chat.messages.map((one) => [one.message_id, one])) });
  showCommands(chat.commands);
  showAll();
  follow(reading.signal);
}

async function follow(signal) {
  while (!signal.aborted) {
    try {
      const query = new URLSearchParams({ epoch: state.epoch, after: state.place, wait: 25 });
      const answer = await ask(`/chats/${state.person.id}/changes?${query}`, { signal });
      $("notice").hidden = true;
      if (answer.epoch !== state.epoch) return readAll();
      for (const change of answer.changes) take(change);
    } catch {
      if (signal.aborted) return;
      $("notice").hidden = false;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

function take(change) {
  state.place = change.number;
  if (change.what === "message") add(change.message);
  if (change.what === "edited") replace(change.message);
  if (change.what === "deleted") remove(change.message_id);
  if (change.what === "answered") answered(change);
  if (change.what === "action") typing();
}

function showAll() {
  $("messages").replaceChildren();
  if (!state.messages.size) {
    const empty = make("div", "empty", "");
    const face = make("img");
    Object.assign(face, { src: "/static/icon.svg", alt: "" });
    empty.append(face, make("p", "", texts.empty));
    $("messages").append(empty);
  }
  let before = null;
  for (const message of state.messages.values()) {
    place(message, before);
    before = message;
  }
  showKeyboard();
  showStart();
  toEnd();
}

function add(message) {
  const before = [...state.messages.values()].at(-1);
  if (!before) $("messages").replaceChildren();
  state.messages.set(message.message_id, message);
  place(message, before);
  idle();
  showKeyboard();
  showStart();
  if (isAtEnd || !message.from.is_bot) toEnd();
  else $("to-end").hidden = false;
}

function place(message, before) {
  if (!before || dateOf(before) !== dateOf(message)) $("messages").append(make("p", "day", dateOf(message)));
  const element = messageElement(message, texts, acts);
  element.classList.toggle("apart", before?.from.id !== message.from.id);
  element.classList.toggle("album", Boolean(message.media_group_id) && before?.media_group_id === message.media_group_id);
  $("messages").append(element);
}

function replace(message) {
  state.messages.set(message.message_id, message);
  const old = elementOf(message.message_id);
  const fresh = messageElement(message, texts, acts);
  fresh.classList.toggle("apart", old.classList.contains("apart"));
  old.replaceWith(fresh);
  if (isAtEnd) toEnd();
}

function remove(id) {
  state.messages.delete(id);
  elementOf(id)?.remove();
  showKeyboard();
}

const elementOf = (id) => document.querySelector(`[data-id="${id}"]`);
const nearEnd = () => $("messages").scrollHeight - $("messages").scrollTop - $("messages").clientHeight < 120;

function dateOf(message) {
  const date = new Date(1000 * message.date);
  return date.toDateString() === new Date().toDateString() ? texts.today : day.format(date);
}

function toEnd() {
  isAtEnd = true;
  $("messages").scrollTop = $("messages").scrollHeight;
  $("to-end").hidden = true;
}
$("to-end").addEventListener("click", toEnd);
$("messages").addEventListener("scroll", () => {
  isAtEnd = nearEnd();
  if (isAtEnd) $("to-end").hidden = true;
});
$("messages").addEventListener("load", () => { if (isAtEnd) toEnd(); }, true);
new ResizeObserver(() => { if (isAtEnd) toEnd(); }).observe($("messages"));

let quiet;
function typing() {
  $("status").textContent = texts.typing;
  clearTimeout(quiet);
  quiet = setTimeout(idle, 5000);
}
function idle() { $("status").textContent = $("status").dataset.idle; }

// ---- buttons

async function tap(message, button, element) {
  element.ariaBusy = "true";
  const query = await send(`/people/${state.person.id}/callbacks`, { message_id: message.message_id, data: button.callback_data });
  if (!query) element.ariaBusy = "false";
  else state.taps.set(query.id, element);
  setTimeout(() => { element.ariaBusy = "false"; }, 30_000);
}

function answered(answer) {
  const element = state.taps.get(answer.query_id);
  state.taps.delete(answer.query_id);
  if (element) element.ariaBusy = "false";
  if (answer.text && answer.show_alert) {
    $("alert-text").textContent = answer.text;
    $("alert").showModal();
  } else if (answer.text) toast(answer.text);
}

async function copy(words) {
  await navigator.clipboard.writeText(words);
  toast(texts.copied);
}

function view(source) {
  $("viewer-picture").src = source;
  $("viewer").showModal();
}

let fading;
function toast(words) {
  $("toast").textContent = words;
  $("toast").hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => { $("toast").hidden = true; }, 4000);
}

function showKeyboard() {
  const latest = [...state.messages.values()].filter((one) => one.keyboard).at(-1)?.keyboard;
  const rows = latest?.keyboard ?? [];
  const keys = rows.map((row) => {
    const line = make("div");
    line.append(...row.map((key) => keyButton(key, latest)));
    return line;
  });
  $("keyboard").replaceChildren(...keys);
  $("keyboard").hidden = !rows.length;
  toggler("keyboard").hidden = !rows.length;
  $("text").placeholder = latest?.input_field_placeholder || texts.write;
}

function keyButton(key, keyboard) {
  const button = make("button", "", key.text);
  button.type = "button";
  button.addEventListener("click", () => {
    if (key.request_location) shareLocation();
    else if (key.request_contact) shareContact();
    else say(key.text);
    if (keyboard.one_time_keyboard) $("keyboard").hidden = true;
  });
  return button;
}

function showCommands(commands) {
  const buttons = commands.map(({ command, description }) => {
    const button = make("button");
    button.type = "button";
    button.append(make("strong", "", `/${command}`), description);
    button.addEventListener("click", () => { closePanels(); say(`/${command}`); });
    return button;
  });
  $("commands").replaceChildren(...buttons);
  toggler("commands").hidden = !commands.length;
}

const toggler = (name) => document.querySelector(`[data-toggle="${name}"]`);
for (const button of document.querySelectorAll("[data-toggle]")) {
  button.addEventListener("click", () => {
    const panel = $(button.dataset.toggle);
    const isOpening = panel.hidden;
    if (button.dataset.toggle !== "keyboard") closePanels();
    panel.hidden = !isOpening;
    button.ariaExpanded = String(isOpening);
  });
}

function closePanels() {
  for (const name of ["commands", "attachments"]) {
    $(name).hidden = true;
    toggler(name).ariaExpanded = "false";
  }
}

// ---- starting, as a link to the bot offers it

function showStart() {
  const isOffered = Boolean(state.person) && (parameters.has("start") || !state.messages.size);
  $("start").hidden = !isOffered;
  $("compose").hidden = isOffered;
}

$("start").addEventListener("click", async () => {
  const code = PAYLOAD.test(parameters.get("start") ?? "") ? parameters.get("start") : "";
  parameters.delete("start");
  history.replaceState(null, "", location.pathname);
  await say(code ? `/start ${code}` : "/start");
  showStart();
});

// ---- what one sends

function say(text) {
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

function dropContext() {
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

function shareLocation() {
  const share = (place) => send(`/people/${state.person.id}/locations`, place);
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => share({ latitude: coords.latitude, longitude: coords.longitude }),
    () => { toast(texts.location_failed); share(PUERTA_DEL_SOL); },
    { timeout: 5000 },
  );
}

function shareContact() {
  return send(`/people/${state.person.id}/contacts`, { first_name: state.person.first_name, phone_number: `+34${state.person.id}` });
}

function upload(kind, files, caption) {
  const body = new FormData();
  if (caption) body.append("caption", caption);
  for (const file of files) body.append("file", file, file.name);
  return send(`/people/${state.person.id}/${kind}`, body);
}

// ---- the line to the server

async function ask(path, options = {}) {
  const response = await fetch(path, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

async function send(path, content) {
  const isForm = content instanceof FormData;
  const body = isForm ? content : JSON.stringify(content);
  try {
    return await ask(path, { method: "POST", body, headers: isForm ? {} : { "Content-Type": "application/json" } });
  } catch (error) {
    toast(`${texts.failed} ${error.message.replace("Bad Request: ", "")}`);
    return null;
  }
}

begin();
