// Text with Telegram's entities, as DOM nodes; offsets are UTF-16 units, which is how JavaScript counts.

const SIMPLE = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const SCHEMES = ["http:", "https:", "mailto:", "tg:"];

export function render(text, entities = [], onCommand = () => {}) {
  return piece(text, 0, text.length, entities, onCommand);
}

function piece(text, start, end, entities, onCommand) {
  const nodes = [];
  let at = start;
  for (let index = 0; index < entities.length; index++) {
    const entity = entities[index];
    const last = Math.min(entity.offset + entity.length, end);
    if (entity.offset < at || last <= entity.offset) continue;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = entities.slice(index + 1).filter((one) => one.offset < last);
    const node = element(entity, text.slice(entity.offset, last), onCommand);
    node.append(...piece(text, entity.offset, last, inner, onCommand));
    nodes.push(node);
    at = last;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function element(entity, words, onCommand) {
  if (SIMPLE[entity.type]) return document.createElement(SIMPLE[entity.type]);
  if (entity.type === "text_link") return link(entity.url);
  if (entity.type === "url") return link(words.includes("://") ? words : `https://${words}`);
  if (entity.type === "email") return link(`mailto:${words}`);
  if (entity.type === "bot_command") {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "command";
    button.addEventListener("click", () => onCommand(words));
    return button;
  }
  const span = document.createElement("span");
  span.className = entity.type;
  if (entity.type === "spoiler") span.tabIndex = 0;
  return span;
}

export function link(address) {
  const anchor = document.createElement("a");
  const isSafe = URL.canParse(address) && SCHEMES.includes(new URL(address).protocol);
  if (isSafe) anchor.href = address;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  return anchor;
}
