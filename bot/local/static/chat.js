// The chat page: who one is, what is in the chat, its buttons.

import { ask, send } from "./line.js";
import { make, messageElement } from "./message.js";
import { $, closePanels, state, texts, toast, toggler } from "./page.js";
import { dropContext, say, shareContact, shareLocation } from "./sending.js";

const parameters = new URLSearchParams(location.search);
const REMEMBERED = "ronda-person";
const PAYLOAD = /^[\w-]{1,64}$/;
const day = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long" });

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

begin();
