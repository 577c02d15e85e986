// Regions marked data-live bring themselves up to date when the server says that something changed that concerns them
// (hx-trigger="sse:changed"): data-live lists their topics, ids and kinds (see core/changes.py). Not from under a
// hand: a region that is being written in, or a card being carried, waits.

// Before htmx hears of it, which waits a little and then knows only the last of several events.
document.addEventListener(
  "sse:changed",
  (event) => {
    const topics = event.detail?.data && JSON.parse(event.detail.data).topics;
    if (topics && !concerns(event.target, new Set(topics))) event.stopImmediatePropagation();
  },
  true,
);

// What a company shares (its stages, who may do what) concerns everything.
const concerns = (region, topics) =>
  topics.has("shared") || region.dataset.live.split(" ").some((topic) => topics.has(topic));

const isBusy = (region) =>
  region.querySelector(".is-placeholder, .is-swiping, [data-live] dialog[open]") !== null ||
  (region.contains(document.activeElement) && document.activeElement.matches("input, textarea, select"));

let focused = null;

document.addEventListener("htmx:beforeRequest", (event) => {
  const { elt, requestConfig } = event.detail;
  if (!elt.matches("[data-live]") || !requestConfig.triggeringEvent?.type.startsWith("sse:")) return;
  if (isBusy(elt)) {
    event.preventDefault();
    setTimeout(() => elt.isConnected && htmx.trigger(elt, "sse:changed"), 2000);
  }
});

// The keyboard's place survives: the same link or button after the swap.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const { activeElement } = document;
  if (!detail.target.contains(activeElement)) return;
  focused = activeElement.id ? `#${CSS.escape(activeElement.id)}` : activeElement.href ? `a[href="${CSS.escape(activeElement.getAttribute("href"))}"]` : null;
});

document.addEventListener("htmx:afterSettle", () => {
  if (focused && document.activeElement === document.body) document.querySelector(focused)?.focus({ preventScroll: true });
  focused = null;
});

// A page that comes back from the back-forward cache or from sleep catches up.
addEventListener(
  "pageshow",
  ({ persisted }) => persisted && document.querySelectorAll("[data-live]").forEach((region) => htmx.trigger(region, "sse:changed")),
);
