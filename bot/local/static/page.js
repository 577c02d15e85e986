// What the page has and knows, and its panels.

export const $ = (name) => document.querySelector(`[data-${name}]`);
export const texts = JSON.parse(document.body.dataset.texts);
export const state = { person: null, people: [], messages: new Map(), epoch: "", place: 0, taps: new Map(), editing: null, files: null, reading: null };

let fading;
export function toast(words) {
  $("toast").textContent = words;
  $("toast").hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => { $("toast").hidden = true; }, 4000);
}

export const toggler = (name) => document.querySelector(`[data-toggle="${name}"]`);
for (const button of document.querySelectorAll("[data-toggle]")) {
  button.addEventListener("click", () => {
    const panel = $(button.dataset.toggle);
    const isOpening = panel.hidden;
    if (button.dataset.toggle !== "keyboard") closePanels();
    panel.hidden = !isOpening;
    button.ariaExpanded = String(isOpening);
  });
}

export function closePanels() {
  for (const name of ["commands", "attachments"]) {
    $(name).hidden = true;
    toggler(name).ariaExpanded = "false";
  }
}
