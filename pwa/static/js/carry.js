// Something is carried to another place: by mouse (drag), by touch (a long press lifts it, a swipe scrolls).
// `item` and `place` are selectors of what can be carried and where to; `leave` of what is pressed for itself.

const LONG_PRESS_MS = 350;
const SLOP = 8;
const EDGE = 56;
const BAR = 64;

globalThis.carry = (root, { item, place, leave = "button", drop }) => {
  let press = null;
  let lift = null;
  let watch = null;

  root.addEventListener("pointerdown", (event) => {
    const carried = event.target.closest(item);
    if (lift || !carried || event.button !== 0 || event.target.closest(leave)) return;
    forget();
    press = { carried, x: event.clientX, y: event.clientY, isTouch: event.pointerType !== "mouse" };
    if (press.isTouch) press.timer = setTimeout(raise, LONG_PRESS_MS);
    watch = new AbortController();
    const { signal } = watch;
    addEventListener("pointermove", moved, { signal });
    addEventListener("pointerup", () => (lift ? land(true) : forget()), { signal });
    addEventListener("pointercancel", () => (lift ? land(false) : forget()), { signal });
    addEventListener("keydown", (key) => key.key === "Escape" && lift && land(false), { signal });
  });
  // Once it is lifted the finger carries it and no longer scrolls.
  root.addEventListener("touchmove", (event) => lift && event.preventDefault(), { passive: false });
  root.addEventListener("contextmenu", (event) => (press || lift) && event.preventDefault());
  root.addEventListener("dragstart", (event) => event.preventDefault());

  function forget() {
    clearTimeout(press?.timer);
    watch?.abort();
    press = null;
  }

  function moved({ clientX, clientY }) {
    if (lift) return go(clientX, clientY);
    if (!press || Math.hypot(clientX - press.x, clientY - press.y) < SLOP) return;
    if (press.isTouch) forget();
    else raise();
  }

  function raise() {
    const { carried, x, y } = press;
    const box = carried.getBoundingClientRect();
    const ghost = carried.cloneNode(true);
    ghost.removeAttribute("id");
    ghost.classList.add("is-lifted");
    ghost.setAttribute("aria-hidden", "true");
    ghost.style.inlineSize = `${box.width}px`;
    carried.after(ghost); // looks as it looks where it is
    carried.classList.add("is-placeholder");
    root.classList.add("is-lifting");
    lift = { carried, ghost, left: x - box.left, top: y - box.top, target: null };
    press = null;
    navigator.vibrate?.(12);
    go(x, y);
    scrollAtEdges();
  }

  function go(x, y) {
    Object.assign(lift, { x, y });
    lift.ghost.style.left = `${x - lift.left}px`;
    lift.ghost.style.top = `${y - lift.top}px`;
    const target = document.elementFromPoint(x, y)?.closest(place) ?? null;
    if (target === lift.target) return;
    lift.target?.classList.remove("is-target");
    target?.classList.add("is-target");
    lift.target = target;
  }

  function scrollAtEdges() {
    if (!lift) return;
    const { left, right } = root.getBoundingClientRect();
    if (lift.x < left + EDGE) root.scrollLeft -= 10;
    if (lift.x > Math.min(right, innerWidth) - EDGE) root.scrollLeft += 10;
    if (lift.y < BAR + EDGE / 2) scrollBy(0, -8);
    if (lift.y > innerHeight - BAR - EDGE / 2) scrollBy(0, 8);
    go(lift.x, lift.y);
    requestAnimationFrame(scrollAtEdges);
  }

  function land(drops) {
    const { carried, ghost, target } = lift;
    ghost.remove();
    carried.classList.remove("is-placeholder");
    target?.classList.remove("is-target");
    root.classList.remove("is-lifting");
    lift = null;
    forget();
    // The click that a drag ends with opens nothing.
    const swallow = (event) => event.target.closest(item) && (event.preventDefault(), event.stopPropagation());
    addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", swallow, { capture: true }), 50);
    if (drops && target) drop(carried, target);
  }
};

// Tells the server; the region comes back as it is by then. Where it does not, `undo` puts back what was moved here.
globalThis.sendCarried = (source, address, region, values, undo) => {
  for (const name of ["htmx:responseError", "htmx:sendError"]) source.addEventListener(name, undo, { once: true });
  htmx
    .ajax("POST", address, {
      source,
      target: region,
      select: region,
      swap: "outerHTML",
      values: { operation_id: newOperationId(), ...values },
    })
    .catch(undo);
};

// Opens an address as a link of the page opens its own.
globalThis.follow = (link, address) => {
  const { href } = link;
  link.href = address;
  link.click();
  link.href = href;
};
