// How one message looks: who, what, when, and the buttons under it.

import { link, render } from "./entities.js";

const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });

export function messageElement(message, texts, acts) {
  const element = make("article", "message");
  element.dataset.id = message.message_id;
  element.classList.toggle("mine", !message.from.is_bot);
  const bubble = make("div", "bubble");
  bubble.append(...context(message, texts), ...media(message, texts, acts));
  const words = message.text ?? message.caption;
  if (words) {
    const content = make("div", "content");
    content.append(...render(words, message.entities ?? message.caption_entities, acts.say));
    bubble.append(content);
  }
  bubble.append(time(message, texts));
  element.append(bubble);
  if (message.reply_markup?.inline_keyboard) element.append(buttons(message, acts));
  return element;
}

function context(message, texts) {
  const found = [];
  if (message.forward_origin) {
    found.push(make("span", "from", `${texts.forwarded} ${message.forward_origin.sender_user_name ?? ""}`));
  }
  if (message.reply_to_message) {
    found.push(make("span", "reply", message.reply_to_message.text ?? message.reply_to_message.caption ?? "…"));
  }
  return found;
}

function media(message, texts, acts) {
  if (message.photo) return [picture(message.photo, acts)];
  if (message.document) return [file(message.document)];
  if (message.voice) return [voice(message.voice, texts)];
  if (message.venue) return [place(message.venue.location, `${message.venue.title}, ${message.venue.address}`)];
  if (message.location) return [place(message.location, "")];
  if (message.contact) return [card(message.contact)];
  return [];
}

function picture(sizes, acts) {
  const button = make("button", "picture");
  const image = make("img");
  const shown = sizes.find((size) => size.width >= 640) ?? sizes.at(-1);
  Object.assign(image, { src: `/files/${shown.file_id}`, width: shown.width, height: shown.height, alt: "" });
  button.type = "button";
  button.append(image);
  button.addEventListener("click", () => acts.view(`/files/${sizes.at(-1).file_id}`));
  return button;
}

function file(document_) {
  const anchor = make("a", "file");
  anchor.href = `/files/${document_.file_id}`;
  anchor.download = document_.file_name;
  const badge = make("span", "badge", document_.file_name.split(".").at(-1).slice(0, 4).toUpperCase());
  const words = make("span");
  words.append(document_.file_name, make("small", "", size(document_.file_size)));
  anchor.append(badge, words);
  return anchor;
}

function voice(kept, texts) {
  const player = make("audio");
  Object.assign(player, { controls: true, preload: "none", src: `/files/${kept.file_id}`, ariaLabel: texts.voice_message });
  return player;
}

function place(location, words) {
  const { latitude, longitude } = location;
  const anchor = link(`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}`);
  anchor.className = "file";
  anchor.append(make("span", "badge", "📍"), words || `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`);
  return anchor;
}

function card(contact) {
  const row = make("div", "file");
  const words = make("span", "", [contact.first_name, contact.last_name].filter(Boolean).join(" "));
  words.append(make("small", "", contact.phone_number));
  row.append(make("span", "badge", contact.first_name.slice(0, 1)), words);
  return row;
}

function buttons(message, acts) {
  const block = make("div", "buttons-under");
  for (const row of message.reply_markup.inline_keyboard) {
    const line = make("div");
    line.append(...row.map((button) => inlineButton(message, button, acts)));
    block.append(line);
  }
  return block;
}

function inlineButton(message, button, acts) {
  const element = button.url ? link(button.url) : make("button");
  element.className = "inline";
  element.append(button.text);
  if (button.callback_data) element.addEventListener("click", () => acts.tap(message, button, element));
  if (button.copy_text) element.addEventListener("click", () => acts.copy(button.copy_text.text));
  if (!button.url) element.type = "button";
  return element;
}

function time(message, texts) {
  const at = clock.format(new Date(1000 * message.date));
  const element = make("time", "time", message.edit_date && !message.from.is_bot ? `${texts.edited} ${at}` : at);
  element.dateTime = new Date(1000 * message.date).toISOString();
  return element;
}

function size(bytes) {
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

export function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
