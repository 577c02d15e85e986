// Regions marked data-live bring themselves up to date when the server says that something changed that concerns them
// (hx-trigger="sse:changed"): data-live lists their topics, ids and kinds (see core/changes.py). Not from under a
// hand: a region that is being written in, or a card being carried, waits.

// Before htmx hears of it, which waits a little and then knows only the last of several events.
// What a company shares (its stages, who may do what) concerns everything.
const onlyWhatConcerns = (event) => {
  const { topics } = JSON.parse(event.detail?.data ?? "{}");
  const mine = () => ["shared", ...event.target.dataset.live.split(" ")];
  if (topics && !mine().some((topic) => topics.includes(topic))) event.stopImmediatePropagation();
};
on(document, "sse:changed", onlyWhatConcerns, true);

const isBusy = (region) =>
  region.querySelector(".is-placeholder, .is-swiping, [data-live] dialog[open]") !== null ||
  (region.contains(document.activeElement) && document.activeElement.matches("input, textarea, select"));

let focused = null;

on(document, "htmx:beforeRequest", (event) => {
  const { elt, requestConfig } = event.detail;
  const isTold = elt.matches("[data-live]") && requestConfig.triggeringEvent?.type.startsWith("sse:");
  if (!isTold || !isBusy(elt)) return;
  event.preventDefault();
  setTimeout(() => elt.isConnected && htmx.trigger(elt, "sse:changed"), 2000);
});

// The keyboard's place survives: the same link or button after the swap, or what led to the field that was in its place.
on(document, "htmx:beforeSwap", ({ detail }) => {
  if (!detail.target.contains(document.activeElement)) return;
  const one = document.activeElement.closest(".in-place")?.querySelector(".edits") ?? document.activeElement;
  focused = one.id ? `#${CSS.escape(one.id)}` : one.href ? `a[href="${CSS.escape(one.getAttribute("href"))}"]` : null;
});

on(document, "htmx:afterSettle", () => {
  if (focused && document.activeElement === document.body) document.querySelector(focused)?.focus({ preventScroll: true });
  focused = null;
});

// A page that comes back from the back-forward cache or from sleep catches up.
on(window, "pageshow", ({ persisted }) => {
  for (const region of persisted ? document.querySelectorAll("[data-live]") : []) htmx.trigger(region, "sse:changed");
});
